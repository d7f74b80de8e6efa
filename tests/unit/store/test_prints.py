"""Papers that hold the same sentences are found at once, those of an older library too."""

import pytest

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.store import create_library, documents, meta, prints, withdrawing

SHARED = ["the committee heard that the roof of the pool leaked", "the director would report to the next meeting"]


@pytest.fixture
def library(tmp_path):
    with create_library(tmp_path / "a.scrutiny") as library:
        yield library


def add(library, *sentences):
    def work(db):
        new = documents.add(db, ReadDocument("a.txt", "text", ()), b"x", imported_at="2025-07-01")
        prints.put(db, new, sentences)
        return new

    return library.write("Add", work)[0]


def sharing(library, *sentences):
    with library.read() as db:
        return prints.sharing(db, sentences)


def test_a_paper_is_found_by_the_sentences_it_shares(library):
    one, two = add(library, *SHARED, "only here"), add(library, SHARED[1], SHARED[1])
    assert sharing(library, *SHARED, "only there") == {one: 2, two: 1}
    assert sharing(library, "only there") == {}


def test_a_withdrawn_paper_is_no_longer_found(library):
    one = add(library, *SHARED)
    library.write("Withdraw", lambda db: withdrawing.withdraw(db, one))
    assert sharing(library, *SHARED) == {}
    library.undo()
    assert sharing(library, *SHARED) == {one: 2}


def test_a_purged_paper_leaves_no_print(library):
    one = add(library, *SHARED)
    library.write("Withdraw", lambda db: withdrawing.withdraw(db, one))
    library.upkeep(lambda db: documents.purge(db, one))
    with library.read() as db:
        assert db.execute("SELECT count(*) FROM sentence_print").fetchone()[0] == 0


def test_an_older_library_has_its_prints_taken_once(library):
    one = add(library)
    with library.read() as db:
        assert prints.lacking(db) == [one]
    library.upkeep(prints.all_taken)
    with library.read() as db:
        assert prints.lacking(db) is None
    library.upkeep(lambda db: meta.put(db, "prints of sentences", None))
    with library.read() as db:
        assert prints.lacking(db) == [one]
