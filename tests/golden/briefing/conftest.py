"""Golden files of briefings. REGOLD=1 in the environment writes them anew; the difference is read before a commit."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture
def golden():
    """Compare words with a file of that name; the file is written where REGOLD asks for it."""

    def compare(name, words):
        path = HERE / "cases" / name
        if os.environ.get("REGOLD"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(words, encoding="utf-8", newline="\n")
        assert words == path.read_text(encoding="utf-8")

    return compare
