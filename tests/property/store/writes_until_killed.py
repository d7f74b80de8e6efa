"""Writes to a library for ever, saying what it begins and what is done; `test_crash` ends it when it likes.

python writes_until_killed.py LIBRARY SEED
"""

import random
import sys
from pathlib import Path

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import Classification, ReadDocument
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.store import change_log, documents, open_library, people, questions


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def bring_in(db, name: str, size: int) -> int:
    """A document of `size` blocks, each with a question of its own."""
    blocks = tuple(Block(n, BlockKind.PARAGRAPH, f"{name}: question {n} was asked.") for n in range(size))
    document = documents.add(db, ReadDocument(name, "text", blocks), name.encode() * size, imported_at="2031-04-03")
    witness = people.add(db, f"Witness {name}")
    for block in blocks:
        source = Source(document, None, block.paragraph, block.text, (Span(block.order, 0, len(block.text)),))
        questions.add(
            db,
            Question(
                0, None, block.text, None, (Who(None, None, witness),), (), QuestionStatus.NOT_ANSWERED, True,
                (source,), (), None, 0.5, Review.SUGGESTED, Classification.PUBLIC,
            ),
        )  # fmt: skip
    return document


def main() -> None:
    path, seed = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)
    library = open_library(path)
    number = 0
    while True:
        number += 1
        name = f"paper-{seed}-{number}"
        size = chance.choice((1, 5, 60))
        say("begin")
        document, _ = library.write(f"Import {name}", lambda db, n=name, s=size: bring_in(db, n, s), "import")
        say("imported", document, size)
        with library.read() as db:
            found = [question.id for question in questions.of_document(db, document)]
        for question in chance.sample(found, min(len(found), 4)):
            say("begin")
            library.write("Mark", lambda db, q=question: questions.update(db, q, status="answered", review="confirmed"))
            say("confirmed", question)
        if chance.random() < 0.3:
            say("begin")
            library.write("Add", lambda db, n=name: people.add(db, f"Nobody {n}"))
            library.undo()
            library.redo()
            library.upkeep(change_log.thin)


if __name__ == "__main__":
    main()
