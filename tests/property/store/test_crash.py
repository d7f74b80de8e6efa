"""The program killed while it writes: every document whole or absent, no confirmed edit lost, nothing wrong."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny_desk.domain.sources import Review
from scrutiny_desk.store import create_library, documents, open_library, questions, safekeeping

TIMES = int(os.environ.get("SCRUTINY_CRASHES", "40"))
SCRIPT = Path(__file__).with_name("writes_until_killed.py")
ROOT = Path(__file__).parents[3]
A_LIBRARY = 50
"""How many times one library is written to before the next is begun: each check reads all that is in it."""

pytestmark = pytest.mark.timeout(60 + 20 * TIMES)


def write_until(path, seed, lines):
    """Start the writer, kill it when it has said so many lines, and give all it said before it died."""
    writer = subprocess.Popen(
        [sys.executable, str(SCRIPT), str(path), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    said = [writer.stdout.readline() for _ in range(lines)]
    writer.kill()
    said += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()
    return [line.split() for line in said if line.endswith("\n")]


def test_a_killed_program_loses_nothing_it_had_said_was_done(tmp_path):
    chance = random.Random(20310402)
    for first in range(0, TIMES, A_LIBRARY):
        path = tmp_path / f"{first}.scrutiny"
        create_library(path).close()
        kill_again_and_again(path, range(first, min(first + A_LIBRARY, TIMES)), chance)


def kill_again_and_again(path, seeds, chance):
    """Write to one library and die, once for each of these seeds."""
    imported: dict[int, int] = {}
    confirmed: set[int] = set()
    for seed in seeds:
        said = write_until(path, seed, chance.randrange(1, 12))
        imported |= {int(words[1]): int(words[2]) for words in said if words[0] == "imported"}
        confirmed |= {int(words[1]) for words in said if words[0] == "confirmed"}
        check(path, imported, confirmed, full=seed % 8 == 7 or seed == seeds[-1])
    assert imported and confirmed


def check(path, imported, confirmed, *, full):
    assert safekeeping.check(path, full=full) == []
    with open_library(path) as library, library.read() as db:
        held = {document.id for document in documents.everything(db)}
        assert imported.keys() <= held
        for document in held:
            blocks = documents.blocks(db, document)
            assert blocks and [block.order for block in blocks] == list(range(imported.get(document, len(blocks))))
            assert len(questions.of_document(db, document)) == len(blocks), "half a document is in"
        reviews = {question.id: question.review for question in questions.load(db, sorted(confirmed))}
    assert reviews == dict.fromkeys(confirmed, Review.CONFIRMED)
