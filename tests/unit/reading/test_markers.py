import pytest

from scrutiny_desk.reading.markers import take_marker


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("1. Apologies", "1.", "Apologies"),
        ("84.\tApologies", "84.", "Apologies"),
        ("1.2.3 Money", "1.2.3", "Money"),
        ("5.3 Handyman", "5.3", "Handyman"),
        ("(iv) That", "(iv)", "That"),
        ("iix) The skips", "iix)", "The skips"),
        ("a) one", "a)", "one"),
        ("A) one", "A)", "one"),
        ("(m)In February", "(m)", "In February"),
        ("10.Section 17", "10.", "Section 17"),
        ("• point", "•", "point"),
        ("\uf0b7\u00a0\u00a0point", "\uf0b7", "point"),
        ("o Hampshire", "o", "Hampshire"),
        ("- 1. Engage", "1.", "Engage"),
        ("1. (a) Circulated", "1. (a)", "Circulated"),
        ("34 WEBCASTING", "34", "WEBCASTING"),
        ("3   Declarations", "3", "Declarations"),
    ],
)
def test_markers(text, marker, rest):
    assert take_marker(text) == (marker, rest)


@pytest.mark.parametrize(
    "text",
    [
        "7.30 pm on Thursday",
        "7.30 - 9.11 pm",
        "1.5 million pounds",
        "26 members of the public",
        "2020 - 1264 licences",
        "A. Smith said so",
        "-5 degrees",
        "o clock",
        "Q1. What is it?",
        "£4 million",
        "(see page 4) this",
        "1st November",
    ],
)
def test_no_markers(text):
    assert take_marker(text) == ("", text)
