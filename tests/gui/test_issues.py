"""Issues: questions that hold an issue's words are suggested, never tagged by the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.tag_rules import TagRulesDialog
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import suggesting, tables, tagging


@pytest.fixture
def issue(window):
    number, _change = tagging.add_issue(window.context.library, "transport")
    window.go(Place("issues", id=number))
    return number


def test_suggestions_are_offered_and_only_taken_when_asked(window, issue, press):
    library, pane = window.context.library, window.pane("issues")
    rows = tables.rows(library, Kind.QUESTIONS)
    holding = rows.ids(View(words="transport"))
    suggested = pane.suggested.register
    assert [suggested.model.id_at(n) for n in range(suggested.model.rowCount())] == holding != []
    assert rows.ids(View(issue=issue)) == []
    pane.tabs.turn_to("Suggested")
    suggested.list.selectRow(0)
    pane.suggested.take.click()
    assert rows.ids(View(issue=issue)) == [holding[0]]
    shown = [suggested.model.id_at(n) for n in range(suggested.model.rowCount())]
    assert shown[: len(holding) - 1] == holding[1:]
    assert not set(shown[len(holding) - 1 :]) & set(holding), "what is only like those tagged comes after"
    press("Ctrl+Z")
    assert rows.ids(View(issue=issue)) == []


def shown_in(pane):
    model = pane.suggested.register.model
    return [model.id_at(n) for n in range(model.rowCount())]


def test_a_rule_in_ones_own_words_suggests_and_all_are_tagged_or_refused(window, issue, press, qtbot):
    library, pane = window.context.library, window.pane("issues")
    by_name = shown_in(pane)
    pane.tabs.turn_to("Suggested")
    pane.suggested.rules.click()
    (dialog,) = window.findChildren(TagRulesDialog)
    dialog.field.setText("hub, centre")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    offered = [offer.question_id for offer in suggesting.waiting(library, issue)]
    assert offered and shown_in(pane)[: len(offered)] == offered
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pane.suggested.register.list.selectRow(0)
    assert pane.suggested._reason.text().startswith("It holds ")
    pane.suggested.refuse.click()
    assert offered[0] not in shown_in(pane) and suggesting.settled(library, issue) == {offered[0]}
    pane.suggested.take_all.click()
    tagged = tables.rows(library, Kind.QUESTIONS).ids(View(issue=issue))
    assert {*offered[1:], *by_name} - {offered[0]} <= set(tagged) and offered[0] not in tagged
    press("Ctrl+Z", "Ctrl+Z")
    assert offered[0] in shown_in(pane)
    pane.suggested.refuse_all.click()
    assert not {*offered, *by_name} & set(shown_in(pane))


def test_the_page_of_an_issue_makes_a_plan_and_a_briefing(window, issue):
    pane = window.pane("issues")
    assert pane.plan.isVisible() and pane.brief.isVisible()
    pane.plan.click()
    assert window.pane("plan").isVisible() and window.pane("plan")._id == issue
    window.go(Place("issues", id=issue))
    pane.brief.click()
    assert window.pane("briefings").isVisible()


def test_an_issue_is_deleted_and_comes_back_with_its_tags(window, issue, press):
    library = window.context.library
    question = tables.rows(library, Kind.QUESTIONS).ids(View())[0]
    tagging.tag_questions(library, [issue], [question])
    before, on_top = tagging.issues(library), window.pane("issues").tree.topLevelItemCount()
    window.pane("issues")._delete()
    assert tagging.issues(library) == tuple(one for one in before if one.id != issue)
    press("Ctrl+Z")
    assert tagging.issues(library) == before
    assert tables.rows(library, Kind.QUESTIONS).ids(View(issue=issue)) == [question]
    assert window.pane("issues").tree.topLevelItemCount() == on_top


def test_what_is_tagged_is_shown_over_time_and_by_committee(window, issue, press):
    library, pane = window.context.library, window.pane("issues")
    assert pane.time.isHidden()
    rows = tables.rows(library, Kind.QUESTIONS)
    tagging.tag_questions(library, [issue], rows.ids(View()))
    window.go(Place("issues", id=issue))
    shown = [dict(zip(rows.columns, row, strict=True)) for row in rows.page(rows.ids(View()))]
    dated = [row for row in shown if row["date"]]
    assert pane.time.isVisible()
    told = pane.time.chart.accessibleDescription()
    for row in dated:
        assert row["date"][:4] in told
        assert row["committee"] in pane.time._where.text()
    assert sum(column.questions for column in pane.time.chart._columns) == len(dated)
    assert f"{len(shown)} questions" in pane.time._sum.text()
