"""The facts in a document are those of the register, in every kind, with names and figures that are hard to write."""

import re

import pytest
from docx import Document
from docx2python import docx2python
from openxml_audit import OpenXmlValidator

from scrutiny_desk.briefing import checks, plain, web, wording
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import briefing, people, tagging
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.store import questions, undertakings

TODAY = "2026-01-05"
LONG = "Anne-Marie " + "Featherstonehaugh-" * 16 + "Cholmondeley"
ASKERS = ("Siân O'Connor", "Seán Ó Súilleabháin", "A & B <Holdings>", "יעל כהן", "مريم الحسن", LONG)
QUESTIONS = (
    "Councillor O'Connor asked what “A & B” had cost – £1,234,567.89 or £1.2m – in 2024–25.",
    "Was 7.5% of the £310,000 saved, and why was 3 < 4 & 5 > 2 in table 2?",
    "Mae'r ganolfan ar gau; pryd bydd hi'n agor? 🚌",
    "When would the note in עברית and in العربية be sent?",
    "Could 1,000 m² be let at £12.50\u00a0a m²?",
    "What was the “so-called ‘hub’ offer”, and who had signed it?",
)
REPLIES = (
    "It had cost £1,234,567.89 – £12.50 more than in 2023–24.",
    "The figure was 7.5%; “3 < 4” was a slip.",
    "Byddai'n agor ym mis Mai.",
    "The note would be sent by 27 February 2026 🙂.",
    "Yes: 1,000 m² at £12.50 a m².",
    "",
)
IN_REGISTER = {
    BriefingKind.MEETING: "all",
    BriefingKind.WITNESS: "all",
    BriefingKind.ISSUE: "all",
    BriefingKind.OUTSTANDING: "owed",
    BriefingKind.FOLLOW_UP: "owed",
    BriefingKind.LETTER: "owed",
    BriefingKind.MATTERS_ARISING: "owed",
    BriefingKind.TRACKER: "owed",
}
"""The questions that each kind tells; a plan may leave some off its one side and counts them, figures tell counts."""


@pytest.fixture
def held(library, papers):
    """One meeting, one witness of a long name, a question of everybody's, an undertaking and an action."""
    paper = papers.Paper("papur & “note”.txt", meeting=papers.MEETING)
    paper.item("38", "Buses & trains – “the £640,000 question”")
    witness = paper.there(LONG, Capacity.WITNESS, post="Director of A & B", organisation="Ymddiriedolaeth Siân")
    for number, (asker, text, reply) in enumerate(zip(ASKERS, QUESTIONS, REPLIES, strict=True)):
        status = QuestionStatus.ANSWERED if number == 1 else QuestionStatus.PROMISED
        asked = paper.ask(
            text, paper.there(asker), witness, reply, status=status if reply else QuestionStatus.NOT_ANSWERED
        )
        if number == 0:
            paper.promise("She would send “the £12.50 note” to O'Connor & others.", witness, asked, due="2025-12-31")
    paper.resolve("That £640,000 be paid to A & B, subject to “scrutiny”.")
    paper.task("Officers to publish the map – all 1,000 m² of it.", witness)
    paper.take_into(library)
    issue, _ = tagging.add_issue(library, "Buses & “hubs” 🚌")
    with library.read() as db:
        ids = [question.id for question in questions.everything(db)]
    tagging.tag_questions(library, [issue], ids)
    return library


def scope_of(library, kind):
    needed = briefing.needs(kind)
    (witness,) = people.find(library, LONG)
    about = {"witness": witness.id, "meeting": 1, "issue": 1}
    return Scope(kind, **({needed: about[needed]} if needed else {}))


def told(path):
    """Every word of the document's text in order, its spaces folded."""
    document = Document(str(path))
    texts = [child.text for child in document.iter_inner_content() if hasattr(child, "text")]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join(texts).split())


def folded(words):
    return " ".join(words.split())


@pytest.mark.parametrize("footnotes", [False, True], ids=["brackets", "footnotes"])
@pytest.mark.parametrize("kind", BriefingKind)
def test_every_fact_stands_in_the_document_as_in_the_register(kind, footnotes, held, tmp_path):
    written = briefing.write(held, scope_of(held, kind), tmp_path / "note.docx", today=TODAY, footnotes=footnotes)
    assert written.broken_rules == ()
    assert checks.troubles(tmp_path / "note.docx") == []
    assert OpenXmlValidator().validate(tmp_path / "note.docx").errors == []
    text = told(tmp_path / "note.docx")
    with docx2python(tmp_path / "note.docx") as read:
        other = re.sub(r"-{4}footnote\d+-{4}", "", folded(read.text))
    with held.read() as db:
        asked = [q for q in questions.everything(db) if kind in IN_REGISTER]
        promised = undertakings.everything(db) if kind in (BriefingKind.TRACKER, BriefingKind.OUTSTANDING) else []
    for question in asked:
        if IN_REGISTER[kind] == "owed" and not question.outstanding:
            continue
        assert folded(question.text) in text
        assert folded(question.text) in other
        if kind not in (BriefingKind.MATTERS_ARISING, BriefingKind.TRACKER):
            assert question.asked_by.name in text
            assert all(folded(answer.text) in text for answer in question.answers)
        assert wording.QUESTION_STATUSES[question.status].casefold() in text.casefold()
    for undertaking in promised:
        assert folded(undertaking.text) in text
        assert wording.day(undertaking.due) in text
    if kind in IN_REGISTER or kind is BriefingKind.QUESTION_PLAN:
        assert LONG in text


@pytest.mark.parametrize("kind", BriefingKind)
def test_text_and_web_page_have_the_same_words(kind, held):
    made = briefing.gather(held, scope_of(held, kind), today=TODAY)
    for words in (plain.text(made), web.body(made)):
        assert "&amp;amp;" not in words
        assert "None" not in words
    if kind in IN_REGISTER:
        assert LONG in plain.text(made)
