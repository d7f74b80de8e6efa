"""What a status of a tracker says, in our words and in those of councils."""

import pytest

from scrutiny_desk.domain.recommendations import Progress, Reply, Response
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import tracker_words
from scrutiny_desk.services.tracker_words import Meaning


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        ("question", "COMPLETE", Meaning(standing=Standing.ANSWERED_IN_FULL)),
        ("question", "Part-answered", Meaning(standing=Standing.PART_ANSWERED)),
        ("question", "Holding reply", Meaning(standing=Standing.HOLDING_REPLY)),
        ("question", "Amber", Meaning(standing=Standing.OPEN, open_=True)),
        ("question", "Not answered", Meaning(standing=Standing.OPEN)),
        ("question", "who knows", None),
        ("action", "Superseded", Meaning(state=State.OVERTAKEN)),
        ("undertaking", "Green", Meaning(state=State.DONE)),
        ("decision", "Accepted: under way", Meaning(reply=Reply.ACCEPTED, progress=Progress.UNDER_WAY)),
        ("decision", "Complete", Meaning(progress=Progress.COMPLETE)),
        ("decision", "Superseded", None),
    ],
)
def test_words_are_understood_or_said_not_to_be(kind, words, said):
    assert tracker_words.meaning(kind, words) == said


@pytest.mark.parametrize(
    ("kind", "ours", "theirs", "same"),
    [
        ("question", "Holding reply", "Ongoing", True),
        ("question", "Answered later", "Closed", True),
        ("question", "Not answered", "Closed", False),
        ("question", "Answered later", "Ongoing", False),
        ("question", "Not answered", "", True),
        ("action", "Done", "Complete", True),
        ("action", "Open", "Red", True),
        ("decision", "Accepted: under way", "Accepted", True),
        ("decision", "Accepted: under way", "Complete", False),
        ("decision", "Reply awaited", "Open", True),
    ],
)
def test_a_councils_word_may_say_the_same(kind, ours, theirs, same):
    assert tracker_words.same(kind, ours, theirs) is same


def test_what_needs_its_ground_is_not_taken_from_a_spreadsheet():
    assert not tracker_words.may_be_taken(tracker_words.meaning("question", "Refused"))
    assert tracker_words.may_be_taken(tracker_words.meaning("question", "Withdrawn"))


def test_a_recommendation_is_told_with_how_far_it_has_come():
    assert tracker_words.of_response(Response(1)) == "Reply awaited"
    assert tracker_words.of_response(Response(1, reply=Reply.ACCEPTED, progress=Progress.PAUSED)) == "Accepted: paused"
