"""How fast the library is at 100,000 questions and 100,000 tags: prints figures, asserts nothing.

python tests/speed/store/bench_store.py [--questions N] [--megabytes N] [--locked] [--quick] [--keep FILE]
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.work import View
from scrutiny_desk.store import (
    Library,
    create_library,
    documents,
    figures,
    locking,
    open_library,
    questions,
    search,
    whole,
)
from scrutiny_desk.store.queries import ROWS

STATUSES = [str(status) for status in QuestionStatus]
NOUNS = (
    "bus",
    "stop",
    "road",
    "bridge",
    "library",
    "park",
    "rent",
    "housing",
    "budget",
    "waste",
    "bin",
    "tree",
    "lamp",
    "kerb",
    "ferry",
    "school",
    "clinic",
)


def fill(library: Library, count: int) -> None:
    """A library of `count` questions over 20 years: 2,000 meetings, 500 people, a tag a question."""
    chance = random.Random(1)
    library.write("Fill", lambda db: _fill(db, count, chance), "import")


def _fill(db: Database, count: int, chance: random.Random) -> None:
    db.execute("UPDATE pen SET step_id = NULL")
    many = db.conn.executemany
    meetings = max(count // 50, 1)
    committees = [f"Panel {letter}" for letter in "ABCDEFGH"]
    many(
        "INSERT INTO meeting (id, body, committee, date) VALUES (?, 'Fennimore', ?, ?)",
        (
            (n + 1, committees[n % 8], f"{2011 + n * 20 // meetings}-{n % 12 + 1:02}-{n % 28 + 1:02}")
            for n in range(meetings)
        ),
    )
    many(
        """INSERT INTO document (id, file_name, sha256, kind, date, meeting_id, classification, imported_at)
           VALUES (?, ?, ?, 'minutes', '2031-01-01', ?, 'public', '2031-01-01')""",
        ((n + 1, f"minutes{n}.pdf", str(n), n + 1) for n in range(meetings)),
    )
    many(
        "INSERT INTO item (id, meeting_id, number, title, position) VALUES (?, ?, ?, ?, ?)",
        ((n + 1, n // 5 + 1, str(n % 5), f"Item on {chance.choice(NOUNS)}", n % 5) for n in range(meetings * 5)),
    )
    many(
        "INSERT INTO person (id, name, surname) VALUES (?, ?, ?)",
        ((n + 1, f"Person {n:03}", f"{n:03}") for n in range(500)),
    )
    text = [" ".join(chance.choices(NOUNS, k=14)) for _ in range(1000)]
    many(
        "INSERT INTO block (id, document_id, ord, kind, text) VALUES (?, ?, ?, 'paragraph', ?)",
        ((n + 1, n // 50 + 1, n % 50, f"{chance.choice(text)} {n}") for n in range(count)),
    )
    db.execute("INSERT INTO block_words (block_words) VALUES ('rebuild')")
    many(
        """INSERT INTO question (id, meeting_id, item_id, text, status, confidence, review, classification)
           VALUES (?, ?, ?, ?, ?, 0.8, ?, 'public')""",
        (
            (n + 1, n // 50 + 1, n // 10 + 1, f"{chance.choice(text)} {n}", chance.choice(STATUSES),
             chance.choice(("suggested", "confirmed")))
            for n in range(count)
        ),
    )  # fmt: skip
    for role in ("asked_by", "put_to"):
        many(
            "INSERT INTO who (question_id, role, person_id) VALUES (?, ?, ?)",
            ((n + 1, role, chance.randrange(500) + 1) for n in range(count)),
        )
    many(
        "INSERT INTO source (question_id, document_id, page, paragraph, quote, spans) VALUES (?, ?, 1, ?, ?, '[]')",
        ((n + 1, n // 50 + 1, n % 50 + 1, f"quote {n}") for n in range(count)),
    )
    many("INSERT INTO issue (id, name, colour) VALUES (?, ?, '#2b6437')", ((n + 1, f"Issue {n}") for n in range(50)))
    many("INSERT INTO tag (issue_id, question_id) VALUES (?, ?)", ((n % 50 + 1, n + 1) for n in range(count)))
    many(
        """INSERT INTO undertaking (id, meeting_id, question_id, text, due, state, confidence, review)
           VALUES (?, ?, ?, 'to write', '2030-01-01', 'open', 0.8, 'suggested')""",
        ((n + 1, n // 5 + 1, n * 10 + 1) for n in range(count // 10)),
    )
    many(
        "INSERT INTO who (undertaking_id, role, person_id) VALUES (?, 'made_by', ?)",
        ((n + 1, n % 500 + 1) for n in range(count // 10)),
    )
    many(
        "INSERT INTO source (undertaking_id, document_id, quote) VALUES (?, ?, 'to write')",
        ((n + 1, n // 5 + 1) for n in range(count // 10)),
    )
    many(
        "INSERT INTO appearance (person_id, meeting_id, document_id, capacity) VALUES (?, ?, ?, 'witness')",
        ((n % 500 + 1, n // 10 + 1, n // 10 + 1) for n in range(meetings * 10)),
    )


def timed(name: str, work: Callable[[], object], times: int = 5) -> None:
    """Print the middle of a few runs, in milliseconds: by the clock, and of the work done, which other programs on the
    machine do not lengthen."""
    taken, worked = [], []
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        work()
        taken.append(time.perf_counter() - start)
        worked.append(time.process_time() - busy)
    clock, work_done = (sorted(each)[len(each) // 2] * 1000 for each in (taken, worked))
    sys.stdout.write(f"{clock:9.1f} ms {work_done:9.1f} of work  {name}\n")
    sys.stdout.flush()


def measure(library: Library) -> None:
    """Print the figures of one library."""
    views = {
        "all": View(), "outstanding": View(outstanding=True), "overdue": View(overdue=True), "witness": View(witness=7),
        "status": View(status=("promised",)), "issue": View(issue=3), "committee": View(committee="Panel B"),
        "years": View(since="2015-01-01", until="2018-12-31"), "words": View(words="bridge ferry"),
        "person's name": View(words="Person 04"),
    }  # fmt: skip
    for name, make in ROWS.items():
        source = make(library.read)
        ids = source.ids(View())
        for order in ("", *source.orders):
            timed(
                f"{name}: ids by {order or 'default'} ({len(ids)})", lambda o=order, s=source: s.ids(View(order=o)), 3
            )
        for words, view in views.items():
            timed(f"{name}: ids, {words}", lambda v=view, s=source: s.ids(v), 3)
        middle = len(ids) // 2
        timed(f"{name}: page of 256", lambda s=source, i=ids[middle : middle + 256]: s.page(i))
    with library.read() as db:
        timed("counts for the rail", lambda: figures.counts(db, today="2031-01-01"))
        timed("outstanding by witness", lambda: figures.outstanding_by_witness(db))
        timed("to review", lambda: figures.to_review(db))
        timed("open undertakings", lambda: figures.open_undertakings(db))
        timed("search, common word", lambda: search.find(db, "bridge"))
        timed("search, three words", lambda: search.find(db, "bridge ferry school"))
        timed("search, prefix", lambda: search.find(db, "br*"))
        timed("count, common word", lambda: search.count(db, "bridge"))
        timed("questions of a person", lambda: questions.of_person(db, 7))
        timed("blocks of a document", lambda: documents.blocks(db, 7))
        timed("the whole library", lambda: whole.whole(db), 1)


MEGABYTE = 1024 * 1024


def grow(library: Library, megabytes: int) -> None:
    """Bring the file to this size with originals, as years of PDF files do."""
    chance = random.Random(2)
    with library.read() as db:
        number = db.execute("SELECT max(id) FROM document").fetchone()[0]
    for document_id in range(1, number + 1):
        if library.path.stat().st_size >= megabytes * MEGABYTE:
            return
        data = chance.randbytes(2 * MEGABYTE)
        library.upkeep(lambda db, at=document_id, data=data: _put_original(db, at, data))


def _put_original(db: Database, document_id: int, data: bytes) -> None:
    db.execute("INSERT INTO original (document_id, size, data) VALUES (?, ?, ?)", [document_id, len(data), data])


def edits(library: Library) -> None:
    """Print how long one edit, its undo and its redo take."""
    step = iter(range(100))
    timed("one edit", lambda: library.write("Edit", lambda db: questions.update(db, 77, text=f"t{next(step)}")))
    timed("undo of one edit", library.undo)
    timed("redo of one edit", library.redo)
    timed("undo label", lambda: library.undo_label)


PASSPHRASE = "grey herons at low tide"


def _open(path: Path, *, locked: bool) -> Library:
    """Open it as a window does; a locked one with its passphrase, whose key is worked out anew."""
    if locked:
        locking.forget(path)
        locking.unlock(path, PASSPHRASE)
    return open_library(path)


def main() -> None:
    """Make or open the library and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--megabytes", type=int, default=0, help="grow the file to this size with originals")
    parser.add_argument("--locked", action="store_true", help="a library locked with a passphrase")
    parser.add_argument("--quick", action="store_true", help="opening, and one edit with its undo, alone")
    parser.add_argument("--keep", type=Path, help="use this file, making it if it is not there")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = wanted.keep or Path(folder) / "speed.scrutiny"
        if not path.exists():
            with create_library(path, passphrase=PASSPHRASE if wanted.locked else None) as library:
                fill(library, wanted.questions)
                grow(library, wanted.megabytes)
        sys.stdout.write(f"{path.stat().st_size / MEGABYTE:9.0f} MB  the file\n")
        timed("open and close", lambda: _open(path, locked=wanted.locked).close())
        with _open(path, locked=wanted.locked) as library:
            if not wanted.quick:
                measure(library)
            edits(library)


if __name__ == "__main__":
    main()
