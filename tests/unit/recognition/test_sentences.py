"""Where sentences end, and where a stop is part of a name or number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.recognition.sentences import quotations, sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Cllr. Oakes asked. Mr. Pell replied.", ["Cllr. Oakes asked.", "Mr. Pell replied."]),
        (
            "It fell within s.106 of the Act. No. 15 was empty.",
            ["It fell within s.106 of the Act.", "No. 15 was empty."],
        ),
        (
            "J. B. Marl and G. Nash left at 5 p.m. They came back.",
            ["J. B. Marl and G. Nash left at 5 p.m.", "They came back."],
        ),
        ("The figure was 1.5 million. It rose.", ["The figure was 1.5 million.", "It rose."]),
        ("“Can you say?” Mr Pell said that he could.", ["“Can you say?”", "Mr Pell said that he could."]),
        ("They took samples.Mr Oakes agreed.", ["They took samples.", "Mr Oakes agreed."]),
        ("Open forum. • A resident asked. • Another left.", ["Open forum.", "A resident asked.", "Another left."]),
        (
            "Costs (e.g. heating) rose, etc. Members were sorry.",
            ["Costs (e.g. heating) rose, etc.", "Members were sorry."],
        ),
        ("1. The Clerk to write.", ["1. The Clerk to write."]),
    ],
)
def test_stops_that_end_sentences_and_stops_that_do_not(text, expected):
    assert split(text) == expected


@given(st.text(alphabet="Aab .?!\"'”()1", max_size=80))
def test_sentences_are_in_order_apart_and_lose_no_letter(text):
    found = sentences(text)
    assert all(a < b for a, b in found)
    assert all(one[1] <= other[0] for one, other in zip(found, found[1:], strict=False))
    kept = "".join(text[a:b] for a, b in found)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


def test_only_long_quotations_are_told():
    text = (
        'She said "no" and read “the whole of a letter that went on for quite some time about bins and much else.” '
        "Then left."
    )
    [(start, end)] = quotations(text)
    assert text[start:end].startswith("“the whole") and text[start:end].endswith("else.”")
