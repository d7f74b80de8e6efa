"""Makes the small library of the present release, to be kept for ever:

python tests/stores/make_library.py tests/stores/library-0.4.0
"""

import gzip
import json
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.people import Appearance, Capacity, Who
from scrutiny_desk.domain.questions import Answer, Given, Question, QuestionStatus
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.undertakings import Action, Decision, DecisionKind, State, Undertaking
from scrutiny_desk.store import (
    create_library,
    documents,
    issues,
    meetings,
    notes,
    people,
    questions,
    restrictions,
    undertakings,
    versions,
    whole,
)

WORDS = (
    "12. Ferry landing at Saltmere",
    "Councillor Siân Ombersley asked when the landing would open.",
    "Mr Dunstan Pell promised to write by the end of May.",
    "RESOLVED: that the report be noted.",
    "ACTION: Mr Pell to send the figures.",
)


def fill(db) -> int:
    """One of everything; the question's number."""
    meeting = meetings.add(db, body="Saltmere Council", committee="Harbour Panel", date="2031-04-02", start="19:30")
    blocks = tuple(Block(n, BlockKind.PARAGRAPH, text, page=1) for n, text in enumerate(WORDS))
    read = ReadDocument("minutes.txt", "text", blocks, pages=1, searchable_pages=1)
    document = documents.add(
        db, read, "\n".join(WORDS).encode(), imported_at="2031-04-09T10:00:00", kind=DocumentKind.MINUTES,
        meeting_id=meeting, classification=Classification.PUBLIC,
    )  # fmt: skip
    item = meetings.add_item(db, meeting_id=meeting, number="12", title="Ferry landing at Saltmere")
    meetings.put_item_in(db, item, document, 0, 4)
    sian = people.add(db, "Siân Ombersley", aliases=["Councillor Ombersley"])
    pell = people.add(db, "Dunstan Pell", post="Harbour Master")
    people.appear(db, Appearance(pell, meeting, document, item, Capacity.WITNESS, "Harbour Master", None))

    def at(block: int) -> tuple[Source, ...]:
        span = Span(block, 0, len(WORDS[block]))
        return (Source(document, 1, block + 1, WORDS[block], (span,)),)

    asker, witness = Who("Siân Ombersley", None, sian), Who("Dunstan Pell", "Mr Dunstan Pell", pell)
    answer = Answer((witness,), Given.AT_MEETING, None, WORDS[2], at(2)[0])
    question = questions.add(
        db,
        Question(
            0, item, WORDS[1], asker, (witness,), (witness,), QuestionStatus.PROMISED, True, at(1), (answer,),
            "2031-06-30", 0.9, Review.SUGGESTED, Classification.PUBLIC, "asked when",
        ),
    )  # fmt: skip
    undertakings.add(
        db,
        Undertaking(
            0, question, item, (witness,), asker, WORDS[2], "2031-05-31", "by the end of May", State.OPEN, at(2), 0.8,
            Review.SUGGESTED, "promised to",
        ),
    )  # fmt: skip
    undertakings.add_decision(db, Decision(0, item, DecisionKind.NOTED, WORDS[3], at(3), Review.SUGGESTED))
    undertakings.add_action(db, Action(0, item, (witness,), WORDS[4], None, State.OPEN, at(4), Review.SUGGESTED))
    restrictions.replace(db, document, [Restriction(4, 4, Classification.EXEMPT, "3", "not for publication")])
    versions.add_difference(db, "question", (document, "one"), (document, "other"), question_id=question)
    return question


def main() -> None:
    """Make the library and the words it holds, beside each other."""
    target = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.scrutiny"
        with create_library(path) as library:
            question, _ = library.write("Import minutes.txt", fill, "import")
            library.write("Confirm", lambda db: questions.update(db, question, review=Review.CONFIRMED))
            issue, _ = library.write("Add issue", lambda db: issues.add(db, "Ferries", colour="#2b6437"))
            library.write("Tag", lambda db: issues.tag(db, issue, None, question_id=question))
            library.write("Note", lambda db: notes.add(db, "Ask again", at="2031-05-01", question_id=question))
            with library.read() as db:
                held = asdict(whole.whole(db)) | {"notes": [asdict(note) for note in notes.everything(db)]}
        with path.open("rb") as plain, gzip.GzipFile(f"{target}.scrutiny.gz", "wb", mtime=0) as packed:
            shutil.copyfileobj(plain, packed)
    Path(f"{target}.json").write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
