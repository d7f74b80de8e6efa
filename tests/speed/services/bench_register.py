"""How fast the registers are at 50,000 questions over 20 years: prints figures, asserts nothing.

python tests/speed/services/bench_register.py [--questions N] [--keep FILE]

The witness page, the outstanding list and matters arising are each to be there in 150 ms.
"""

import argparse
import importlib.util
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.registers import Grouping
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import matters, people, registers, tables
from scrutiny_desk.store import Library, create_library, open_library

TODAY = "2031-01-01"
STANDINGS = ("answered_in_full", "part_answered", "holding_reply", "refused", "withdrawn")
FIRST_SHOWN = 60
"""Rows that a tall window shows at first; the rest are read as it is scrolled."""


def _bench_store():
    path = Path(__file__).parents[1] / "store" / "bench_store.py"
    spec = importlib.util.spec_from_file_location("bench_store", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def add_register(library: Library, count: int) -> None:
    """What 20 years of keeping the registers add: a standing in five, a day moved in ten, a tenth passed on and
    chased, and every answer that came later."""
    library.write("Fill the registers", lambda db: _add(db, count, random.Random(2)), "import")


def _add(db: Database, count: int, chance: random.Random) -> None:
    db.execute("UPDATE pen SET step_id = NULL")
    many = db.conn.executemany
    day = "SELECT date FROM meeting m JOIN question q ON q.meeting_id = m.id WHERE q.id = ?"
    many(
        f"""INSERT INTO standing (question_id, state, day, shown_by, status, status_before)
            VALUES (?, ?, ({day}), 'letter', 'promised', 'promised')""",
        ((n, chance.choice(STANDINGS), n) for n in range(1, count, 5)),
    )
    many(
        f"INSERT INTO due_day (question_id, due, how) VALUES (?, date(({day}), '+28 days'), 'said so')",
        ((n, n) for n in range(1, count, 10)),
    )
    db.execute(
        "UPDATE question SET follow_up_by = (SELECT due FROM due_day WHERE question_id = question.id) WHERE id % 10 = 1"
    )
    many(
        "INSERT INTO charge (question_id, person_id, post, since) VALUES (?, ?, 'Director', '2030-01-01')",
        ((n, chance.randrange(500) + 1) for n in range(3, count, 10)),
    )
    many(
        "INSERT INTO chaser (id, step, title, day) VALUES (?, 'first', 'First', '2030-01-01')",
        ((n,) for n in range(1, 501)),
    )
    many(
        "INSERT INTO chased (chaser_id, question_id) VALUES (?, ?)",
        ((chance.randrange(500) + 1, n) for n in range(1, count, 10)),
    )
    many(
        f"INSERT INTO answer (question_id, given, date, text) VALUES (?, 'later', ({day}), 'It was so.')",
        ((n, n) for n in range(2, count, 2)),
    )
    db.execute("ANALYZE")


def timed(name: str, work: Callable[[], object], times: int) -> None:
    """Print the best of a few runs in milliseconds: by the clock, and of the processor's time, which a busy machine
    does not lengthen."""
    clock, processor = [], []
    for _ in range(times):
        started, used = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - started)
        processor.append(time.process_time() - used)
    print(f"{min(clock) * 1000:9.1f} ms, {min(processor) * 1000:9.1f} ms of the processor  {name}")


def measure(library: Library) -> None:
    """Print the figures of one library."""
    questions = tables.rows(library, Kind.QUESTIONS)
    busiest = tables.witnesses(library).ids(View(outstanding=True, order="-outstanding"))[0]
    owed = list(questions.ids(View(outstanding=True, order="date")))
    print(f"{len(owed)} outstanding; the busiest witness owes {len(people.page(library, busiest).outstanding)}")

    def outstanding_list() -> None:
        ids = questions.ids(View(outstanding=True, order="date"))
        questions.page(ids[:256])

    def witness_page() -> None:
        page = people.page(library, busiest)
        questions.page(page.outstanding[:FIRST_SHOWN])

    def matters_arising(committee: str | None) -> None:
        found = matters.arising(library, committee, today=TODAY)
        shown = [*found.new, *found.due, *found.late, *found.closed, *found.waiting]
        registers.entries(library, shown[:FIRST_SHOWN], today=TODAY)

    timed("the witness page of the busiest witness", witness_page, 9)
    timed("the outstanding list, its ids and its first rows", outstanding_list, 9)
    timed("matters arising of one committee, its first rows", lambda: matters_arising("Panel B"), 9)
    timed("matters arising of all committees, its first rows", lambda: matters_arising(None), 9)
    for by in Grouping:
        view = View(outstanding=True)
        timed(
            f"outstanding by {by}",
            lambda b=by, v=view: registers.grouped(library, Kind.QUESTIONS, b, v, today=TODAY),
            5,
        )
    timed("owed by a post", lambda: questions.ids(View(outstanding=True, post="Director")), 5)


def main() -> None:
    """Make or open the library and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=50_000)
    parser.add_argument("--keep", type=Path, help="use this file, making it if it is not there")
    wanted = parser.parse_args()
    store = _bench_store()
    with tempfile.TemporaryDirectory() as folder:
        path = wanted.keep or Path(folder) / "register.scrutiny"
        if not path.exists():
            with create_library(path) as library:
                store.fill(library, wanted.questions)
                add_register(library, wanted.questions)
        with open_library(path) as library:
            measure(library)


if __name__ == "__main__":
    sys.exit(main())
