"""Verbatim hearings."""

from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

HEARING = """Public Services Scrutiny Panel
Quarterly Public Hearing
Witness: Mr. D. Pell, Head of Water
Thursday, 19th May 2022
Panel:
Deputy A. Marl of St. Ede (Chair)
Witnesses:
Mr. D. Pell, Head of Water

[10:02]

Deputy A. Marl of St. Ede (Chair):
Good morning and welcome to this quarterly hearing, which is being recorded. How full is the lake?

Mr. D. Pell:
It is half full. Who would have thought it?

Deputy A. Marl of St. Ede:
And what did the new pump cost?

Mr. D. Pell:
I do not have that figure with me. I will write to you with it.

Deputy A. Marl of St. Ede:
Thank you. Is the water safe?

Mr. D. Pell:
Yes, it is.

Deputy A. Marl of St. Ede:
Is it tested?

Mr. D. Pell:
Each week.
"""


def test_members_ask_and_witnesses_answer():
    found = recognise(read_bytes("hearing.txt", HEARING.encode()))
    assert [q.text for q in found.questions] == [
        "How full is the lake?",
        "And what did the new pump cost?",
        "Is the water safe?",
        "Is it tested?",
    ]
    assert all("Marl" in q.asked_by.words for q in found.questions)
    assert all("Pell" in q.answered_by[0].words for q in found.questions)


def test_a_figure_promised_is_a_question_put_off():
    found = recognise(read_bytes("hearing.txt", HEARING.encode()))
    assert found.questions[1].status is QuestionStatus.PROMISED
    assert [u.text for u in found.undertakings] == ["I will write to you with it."]


def test_labels_that_begin_with_the_number_of_the_question():
    text = (
        "Ponds Committee\n\nOral evidence: Ponds, HC 904\n\nTuesday 20 October 2015\n\nMembers present: Dame Olwen Strick (Chair); Kit Amor.\n\n"
        "Witnesses: Adrian Wick, Chief Executive, Pond Alliance.\n\nQ1 Chair: Welcome. How many ponds are there?\n\nAdrian Wick: There are "
        "two hundred and twelve of them, most very small.\n\nQ2 Kit Amor: What is that based on?\n\nAdrian Wick: A survey in the spring, "
        "to which we had many replies.\n\nQ3 Chair: Can we have it?\n\nAdrian Wick: Yes. You can certainly have it, and I will send it.\n"
    )
    found = recognise(read_bytes("hearing.txt", text.encode()), kind=DocumentKind.TRANSCRIPT)
    assert [q.asked_by.name for q in found.questions] == ["Olwen Strick", "Kit Amor", "Olwen Strick"]
