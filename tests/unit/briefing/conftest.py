"""A briefing of an invented council, with every kind of line a briefing may hold."""

import pytest

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table, Voice
from scrutiny_desk.domain.documents import Circulation, Classification

MINUTES = Citation(
    document_id=1,
    file_name="Minutes of June.pdf",
    committee="Overview and Scrutiny Committee",
    body="Wexcombe County Council",
    date="2025-06-12",
    item_number="38",
    page=4,
    printed_page="61",
    paragraph=31,
    kind="minutes",
)
LETTER = Citation(document_id=2, file_name="Letter.txt", date="2025-12-02", paragraph=4, kind="correspondence")


def question_row(question: str, asker: str, said: str) -> tuple[Line, ...]:
    """A row of the register as a briefing shows it."""
    return (
        Line(question, citations=(MINUTES,)),
        Line(asker),
        Line(said, Voice.QUOTATION, (MINUTES,)),
        Line("Answer promised", Voice.FIXED),
        Line(""),
    )


QUESTIONS = Table(
    (wording.QUESTION, wording.ASKED_BY, wording.WHAT_WAS_SAID, wording.STATUS, wording.DUE),
    (
        question_row("How many families moved?", "Councillor O'Connor", "had no numbers to hand & would write"),
        question_row("What did “A & B” cost?", "Siân Prydderch", "it cost £4.2 million, <less> than before"),
    ),
    caption="2 questions",
    summary="Questions put to the witness and not yet answered, oldest first",
)


@pytest.fixture
def briefing() -> Briefing:
    """A witness briefing with a table, inner sections, an officer's comment and something left out."""
    said = Section(
        "Overview and Scrutiny Committee, 12 June 2025", (Line("would set it out", Voice.QUOTATION, (MINUTES,)),)
    )
    letter = Section(
        "Letters",
        (
            Line("There were 486 children waiting.", Voice.QUOTATION, (LETTER, MINUTES), label="Tom Hargreave"),
            Line("The two figures differ.", Voice.OFFICER),
            Line("Mae'r ganolfan ar gau.", Voice.QUOTATION, (LETTER,), language="cy-GB"),
        ),
    )
    return Briefing(
        BriefingKind.WITNESS,
        "Witness briefing: Maria Okafor",
        Circulation.RESTRICTED,
        header=(("Committee", "Children & Families Select Committee"), ("Committee date", "14 April 2026")),
        sections=(
            Section(wording.OUTSTANDING, (Line("2 questions are outstanding."),), table=QUESTIONS),
            Section(wording.HEARD_BEFORE, sections=(said, letter)),
            Section("Contract", (Line("a price was named", Voice.QUOTATION, (MINUTES,), Classification.EXEMPT),)),
            Section(wording.SOURCES, (Line("Minutes of June.pdf"),), numbered=False),
        ),
        left_out={"exempt under paragraph 3": 2},
        made_on="2026-04-02",
    )
