"""Whatever words and numbers a row holds, the change log gives them back as they were."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.store import create_library, people, versions


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with create_library(Path(tmp_path_factory.mktemp("log")) / "a.scrutiny") as made:
        yield made


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(name=WORDS, post=st.none() | WORDS, score=st.floats(0, 1))
def test_undo_and_redo_give_the_same_words_and_numbers(library, name, post, score):
    def add(db):
        person = people.add(db, name, post=post)
        versions.add_likeness(db, "people", person, person, score=score)
        return person

    person, _ = library.write("Add", add)
    before = held(library, person)
    library.write("Change", lambda db: people.update(db, person, name="Ida Vane", post="x"))
    library.undo()
    assert held(library, person) == before
    library.undo()
    library.redo()
    assert held(library, person) == before
    assert (before[0].name, before[0].post) == (name, post)


def held(library, person):
    with library.read() as db:
        return people.get(db, person), [pair for pair in versions.likenesses(db, "people") if pair.one_id == person]
