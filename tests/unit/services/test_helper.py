"""A helper answers from a process of its own, and one that has died is told of and begun anew."""

import os

import pytest

from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services.helper import Helper


def told(value):
    """What is asked, and by whom it is answered; asked for nothing, the child ends at once."""
    if value is None:
        os._exit(1)
    return value, os.getpid()


@pytest.fixture
def helper():
    made = Helper(told)
    yield made
    made.close()


def test_it_answers_from_one_child_that_stays(helper):
    first, second = helper.ask("one"), helper.ask(["two"])
    assert (first[0], second[0]) == ("one", ["two"])
    assert first[1] == second[1] != os.getpid()


def test_a_child_that_has_died_is_told_of_and_another_answers(helper):
    before = helper.ask(1)
    with pytest.raises(Trouble, match="has stopped"):
        helper.ask(None)
    after = helper.ask(1)
    assert after[0] == 1 and after[1] != before[1]
