"""Questions alike in meaning: found by other words, learned again when worded anew, and nothing where no model is."""

import pytest

from scrutiny_desk.recognition import meaning as models
from scrutiny_desk.services import meaning, sample
from scrutiny_desk.services.meaning import Meanings
from scrutiny_desk.store import open_library
from scrutiny_desk.store import questions as rows

needs_model = pytest.mark.skipif(not models.is_there(), reason='the extra "meaning" is not installed')


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with open_library(sample.make(tmp_path_factory.mktemp("sample") / "sample.scrutiny")) as opened:
        yield opened


def texts(library):
    with library.read() as db:
        return dict(rows.texts(db))


@needs_model
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("buses for pupils with special needs", "special educational needs"),
        ("cancelled swimming classes", "swimming lessons"),
        ("what training do workers get", "what training"),
    ],
)
def test_a_question_is_found_by_other_words(library, asked, found):
    best = Meanings(library).like([asked])
    assert found in texts(library)[best[0]]


@needs_model
def test_what_is_nothing_to_do_with_it_is_not_offered(library):
    asked = Meanings(library)
    assert asked.like(["zxqv"]) == asked.like([""]) == asked.like([]) == ()
    assert asked.like(["potholes"]) == ()


@needs_model
def test_those_known_already_are_left_out(library):
    asked = Meanings(library)
    best = asked.like(["cancelled swimming classes"])
    assert best[0] not in asked.like(["cancelled swimming classes"], without=frozenset(best[:1]))
    assert best[0] not in asked.like_questions(best[:1])


@needs_model
def test_a_question_worded_anew_is_found_by_its_new_words(library):
    asked = Meanings(library)
    asked.like(["anything"])
    changed = next(iter(texts(library)))
    library.write("Change", lambda db: rows.update(db, changed, text="Why are the street lamps dark at night?"))
    assert asked.like(["lights out in the roads"])[0] == changed
    library.undo()
    assert changed not in asked.like(["lights out in the roads"])[:1]


def test_without_the_model_nothing_is_offered(library, monkeypatch):
    monkeypatch.setattr(models, "find_spec", lambda _name: None)
    models.model.cache_clear()
    assert not meaning.is_there()
    assert Meanings(library).like(["buses"]) == ()
    assert Meanings(library).like_questions([1]) == ()
    models.model.cache_clear()


@needs_model
def test_the_child_places_texts_where_this_process_would(library):
    asked = ["cancelled swimming classes", "", "buses"]
    assert (meaning.points_apart(asked) == meaning.points(asked)).all()
    assert Meanings(library, meaning.points_apart).like(asked) == Meanings(library).like(asked)
    meaning._helper.close()
