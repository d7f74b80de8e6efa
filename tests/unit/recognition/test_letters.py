"""Letters recount what was asked; only what their writer undertakes anew is found."""

from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

LETTER = """From: Orsolya Keane
To: Scrutiny Team
Date: 11 February 2026

Dear Thom

Councillor Yeo asked what proportion of our learners go on to work. I told the Panel that I would check. It is 44%.

It was also asked how many tutors are on fixed contracts. I am chasing and will send it to you by 20 February.

Yours sincerely

Orsolya Keane
Head of Adult Learning
"""


def test_a_letter_asks_nothing_and_promises_only_anew():
    found = recognise(read_bytes("letter.txt", LETTER.encode()))
    assert found.kind is DocumentKind.CORRESPONDENCE
    assert not found.questions
    [promised] = found.undertakings
    assert promised.text == "I am chasing and will send it to you by 20 February."
    assert promised.due_words == "by 20 February"
