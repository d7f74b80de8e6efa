"""Search finds what a person typed, as it stands, and says where."""

import pytest

from scrutiny_desk.store import documents, search, typed_words, withdrawing

FOUND = {
    "sian": [1],
    "SIÂN": [1],
    "Ombersley": [1],
    "o'connor": [1],
    "O’Connor": [1],
    "25/0124": [1],
    "bus stops": [0],
    '"stops in"': [0],
    '"stops bus"': [],
    "promis*": [2],
    "promis": [],
    '"end of ma"*': [2],
    "Pell AND list": [4],
    "Pell OR noted": [2, 3, 4],
    "Pell NOT list": [2],
    "Pell AND NOT list": [2],
    "(noted OR Pell) stops": [4],
    "NOT noted": [],
    "to AND": [],
    "": [],
    "&& -- ()": [],
}


@pytest.mark.parametrize("typed", FOUND)
def test_what_is_found(library, ids, typed):
    with library.read() as db:
        hits = search.find(db, typed)
        assert sorted(hit.block for hit in hits) == FOUND[typed]
        assert search.count(db, typed) == len(hits)


EXPRESSIONS = {
    "NOT FOR PUBLICATION": '("NOT" AND "FOR" AND "PUBLICATION")',
    "a OR": '("a" AND "OR")',
    "a b OR c": '(("a" AND "b") OR "c")',
    "a NOT b NOT c": '("a" NOT ("b" OR "c"))',
    "a (b OR c)": '("a" AND ("b" OR "c"))',
    "a ) b": '("a" AND "b")',
    '"a b': '"a b"',
    "and or not": '("and" AND "or" AND "not")',
}


@pytest.mark.parametrize("typed", EXPRESSIONS)
def test_how_it_is_understood(typed):
    assert typed_words.expression(typed) == EXPRESSIONS[typed]


def test_a_hit_says_where_it_is(library, ids, words):
    with library.read() as db:
        (hit,) = search.find(db, "o'connor 25/0124")
    assert (hit.document_id, hit.page, hit.paragraph, hit.block) == (ids["document"], 1, 2, 1)
    assert [hit.text[start:end] for start, end in hit.marks] == ["O'Connor", "25/0124"]
    assert hit.text == words[1] and hit.classification == "public"


def test_the_snippet_of_a_long_block_shows_the_first_match(library, paper):
    long = "lead " * 100 + "Fennimore ferry " + "tail " * 100
    library.write("Import", lambda db: documents.add(db, paper("a.txt", (long,)), b"a", imported_at=""), "import")
    with library.read() as db:
        (hit,) = search.find(db, "ferry")
    assert len(hit.snippet) <= search.SNIPPET + 4
    assert [hit.snippet[start:end] for start, end in hit.snippet_marks] == ["ferry"]
    assert hit.snippet.startswith("… lead") and hit.snippet.endswith("tail …")


def test_a_word_longer_than_a_snippet_is_shown_whole(library, paper):
    word = "a" * 400
    text = f"before {word} after " + "tail " * 50
    library.write("Import", lambda db: documents.add(db, paper("a.txt", (text,)), b"a", imported_at=""), "import")
    with library.read() as db:
        (hit,) = search.find(db, word)
    assert [hit.snippet[start:end] for start, end in hit.snippet_marks] == [word]


def test_within_one_document_hits_come_in_reading_order(library, ids, paper):
    other, _ = library.write("Import", lambda db: documents.add(db, paper("b.txt"), b"b", imported_at=""), "import")
    with library.read() as db:
        assert [(h.document_id, h.block) for h in search.find(db, "Pell", document_id=other)] == [
            (other, 2),
            (other, 4),
        ]
        assert search.count(db, "Pell") == 4
        assert len(search.find(db, "Pell", limit=1, offset=1)) == 1


def test_of_a_word_that_is_everywhere_the_papers_imported_last_are_weighed(library, ids, paper, monkeypatch):
    monkeypatch.setattr(search, "WEIGHED", 3)

    def add(db):
        text = ("Boats", "A ferry.", "The ferry, and much else besides.")
        return [documents.add(db, paper(f"{n}.txt", text), b"%d" % n, imported_at="") for n in range(4)]

    newest = library.write("Import", add, "import")[0][-1]
    with library.read() as db:
        hits = search.find(db, "ferry", limit=3)
        assert search.count(db, "ferry") == len(search.find(db, "ferry")) == 8
    assert (hits[0].document_id, hits[0].text) == (newest, "A ferry.")


def test_what_stands_in_a_paper_taken_out_is_neither_found_nor_counted(library, ids):
    with library.read() as db:
        before = search.count(db, "Pell")
    library.write("Withdraw", lambda db: withdrawing.withdraw(db, ids["document"]))
    with library.read() as db:
        assert (before > 0, search.count(db, "Pell"), search.find(db, "Pell")) == (True, 0, [])
        assert search.count(db, "Pell", document_id=ids["document"]) == 0


def test_what_was_said_comes_before_headings_and_names_in_lists(library, paper):
    text = "The ferry runs late in winter when the tide is low, and nobody could say why the second boat was sold."
    other = "Of the ferry to Weatherby nothing was heard, though two letters had gone to the company since the spring."
    new = paper("a.txt", ("Ferry", text, other, "D Pell, Head of Ferry"))
    library.write("Import", lambda db: documents.add(db, new, b"a", imported_at=""), "import")
    with library.read() as db:
        found = [hit.block for hit in search.find(db, "ferry")]
    assert sorted(found[:2]) == [1, 2] and sorted(found[2:]) == [0, 3]
