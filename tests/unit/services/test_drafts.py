"""What a person makes of a briefing is kept in the library, survives the next export, and can be undone."""

from dataclasses import replace

import pytest
from docx import Document

from scrutiny_desk.briefing import files
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.drafts import Chosen
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import answering, drafts
from scrutiny_desk.services.briefing import Scope

TODAY, NOW = "2026-01-05", "2026-01-05T10:00:00"
SCOPE = Scope(BriefingKind.OUTSTANDING)


@pytest.fixture
def held(library, papers):
    """A library with one question that is still owed."""
    paper = papers.Paper("june.txt", meeting=papers.MEETING)
    paper.item("38", "Early help")
    witness = paper.there("Maria Okafor", Capacity.WITNESS, post="Director of Early Help")
    paper.ask("How many families moved?", None, witness, "She would write.", status=QuestionStatus.PROMISED)
    paper.take_into(library)
    return library


def headings(library, scope=SCOPE):
    return [section.heading for section in drafts.gather(library, scope, today=TODAY)[0].sections]


def test_an_arrangement_is_kept_and_undone(held):
    before = headings(held)
    wanted = [
        Chosen("", "Purpose", own=("To prepare members.",)),
        *reversed(drafts.opened(held, SCOPE, today=TODAY).sections),
    ]
    change = drafts.arrange(held, SCOPE, wanted)
    assert change.concerns(Kind.DRAFTS)
    assert headings(held) == ["Purpose", *reversed(before)]
    held.undo()
    assert headings(held) == before
    held.redo()
    assert headings(held)[0] == "Purpose"


def test_typing_on_is_one_step(held):
    for words in ("T", "To", "To prepare"):
        drafts.arrange(held, SCOPE, [Chosen("", "Purpose", own=(words,))])
    held.undo()
    assert drafts.draft(held, SCOPE).sections == ()


def test_each_circulation_has_its_own_words(held):
    restricted = replace(SCOPE, circulation=Circulation.RESTRICTED)
    drafts.arrange(held, restricted, [Chosen("", "Purpose", own=("The price is £640,000.",))])
    assert "Purpose" in headings(held, restricted)
    assert "Purpose" not in headings(held)


def test_the_words_survive_an_export_and_the_changes_since_are_told(held, tmp_path):
    drafts.arrange(held, SCOPE, [Chosen("", "Purpose", own=("To prepare members.",))])
    drafts.name(held, SCOPE, "  Early help:  what is owed ")
    drafts.write(held, SCOPE, tmp_path / "a.docx", today=TODAY, now=NOW)
    assert drafts.gather(held, SCOPE, today=TODAY)[1].count == 0
    kept = drafts.draft(held, SCOPE)
    assert (kept.number, kept.exported_at) == (1, NOW)
    answering.set_status(held, [1], QuestionStatus.PARTLY_ANSWERED)
    made, difference = drafts.gather(held, SCOPE, today=TODAY)
    assert difference.count == 1
    assert made.sections[0].lines[0].text == "To prepare members."
    drafts.write(held, SCOPE, tmp_path / "b.docx", today=TODAY, now=NOW, look=files.Look(footnotes=True))
    words = [p.text for p in Document(str(tmp_path / "b.docx")).paragraphs]
    assert words[0] == "Early help: what is owed"
    assert "Officer comment: To prepare members." in words


def test_final_is_said_and_unsaid(held):
    drafts.finish(held, SCOPE)
    assert not drafts.gather(held, SCOPE, today=TODAY)[0].draft
    drafts.finish(held, SCOPE, final=False)
    assert drafts.gather(held, SCOPE, today=TODAY)[0].draft


def test_starting_again_forgets_it_all(held):
    drafts.name(held, SCOPE, "Mine")
    drafts.start_again(held, SCOPE)
    assert drafts.draft(held, SCOPE).title == ""
    held.undo()
    assert drafts.draft(held, SCOPE).title == "Mine"
