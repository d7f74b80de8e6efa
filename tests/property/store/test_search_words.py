"""Whatever a person types is searched for, and never a fault."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.store import create_library, documents, search

PIECES = st.one_of(
    st.sampled_from(["AND", "OR", "NOT", "NEAR", "(", ")", '"', "*", "^", ":", "-", "+", "{", "}", "'", ",", "text:"]),
    st.sampled_from(["bus", "stops", "Siân", "o'connor", "25/0124", "s.106", "bus*", '"bus stops"']),
    st.text(max_size=6),
)
TYPED = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES).map("".join))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    blocks = ("Bus stops by O'Connor Street", "Siân asked about 25/0124 and s.106", "and or not near")
    read = ReadDocument("a.txt", "text", tuple(Block(n, BlockKind.PARAGRAPH, text) for n, text in enumerate(blocks)))
    with create_library(Path(tmp_path_factory.mktemp("search")) / "a.scrutiny") as made:
        made.write("Import", lambda db: documents.add(db, read, b"a", imported_at=""), "import")
        yield made


@given(typed=TYPED)
def test_no_typing_is_a_syntax_error(library, typed):
    with library.read() as db:
        hits = search.find(db, typed)
        assert search.count(db, typed) == len(hits)
    for hit in hits:
        for start, end in hit.marks:
            assert 0 <= start < end <= len(hit.text)
        for start, end in hit.snippet_marks:
            assert hit.snippet[start:end] in hit.text


@given(word=st.sampled_from(["Bus", "stops", "O'Connor", "Street", "Siân", "25/0124", "s.106", "about"]))
def test_a_word_that_stands_there_is_found_and_marked(library, word):
    with library.read() as db:
        (hit,) = search.find(db, word)
    assert [hit.text[start:end] for start, end in hit.marks] == [word]


@given(depth=st.integers(0, 400), operator=st.sampled_from([" AND ", " OR ", " NOT ", " "]))
def test_long_and_deep_expressions_are_no_fault(library, depth, operator):
    with library.read() as db:
        search.find(db, "(" * depth + "bus" + ")" * depth)
        search.find(db, operator.join(["bus"] * depth))
        search.find(db, "(bus NOT " * (depth % 9) + "stops" + ")" * (depth % 9))
