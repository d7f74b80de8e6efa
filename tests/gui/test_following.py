"""The register in the window: follow-up, standings, successors, chasers, replies, plans, figures, spreadsheets."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.standing import IN_WORDS
from scrutiny_desk.desk.panes.figures_page import FiguresPage
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.desk.widgets.chart_view import ChartView
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.plans import PlannedQuestion
from scrutiny_desk.domain.recommendations import Reply
from scrutiny_desk.domain.registers import Grouping
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import (
    chasing,
    due_days,
    people,
    plans,
    posts,
    recommendations,
    standings,
    tables,
    trackers,
)
from scrutiny_desk.store import undertakings as rows

TODAY = "2026-04-08"


def dialog():
    """The dialog that is open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))


@pytest.fixture
def witness(window):
    """The page of Maria Okafor with her first outstanding question chosen; its number."""
    person = people.find(window.context.library, "Maria Okafor")[0].id
    window.go(Place("witness", id=person))
    return window.pane("witness").chosen()[1][0]


def test_a_standing_is_set_with_the_letter_that_shows_it_and_told(window, witness):
    window.perform("stand")
    form = dialog()
    choose(form.standing, Standing.HOLDING_REPLY)
    choose(form.shown, IN_WORDS)
    form.keep()
    assert form.isVisible() and "letter" in form.wrong.text()
    form.words.setText("letter of 3 April")
    form.keep()
    (change,) = standings.history(window.context.library, witness)
    assert (change.standing, change.shown_by, change.day) == (Standing.HOLDING_REPLY, "letter of 3 April", TODAY)
    from scrutiny_desk.desk.stories import story

    facts = dict(story(window.context.library, Kind.QUESTIONS, witness).facts)
    assert facts["How it stood"] == "8 April 2026: holding reply (letter of 3 April)"


def test_a_refusal_asks_for_its_ground_and_closes_only_where_that_is_said(window, witness):
    library = window.context.library
    window.perform("stand")
    form = dialog()
    choose(form.standing, Standing.REFUSED)
    choose(form.shown, IN_WORDS)
    form.words.setText("e-mail of 1 April")
    form.keep()
    assert "ground" in form.wrong.text()
    form.detail.setText("commercially confidential")
    form.keep()
    assert tables.question(library, witness).outstanding
    window.perform("stand")
    again = dialog()
    assert Standing(again.standing.currentData()) is Standing.REFUSED
    choose(again.shown, IN_WORDS)
    again.words.setText("e-mail of 1 April")
    again.detail.setText("commercially confidential")
    again.closed.setChecked(True)
    again.keep()
    assert not tables.question(library, witness).outstanding


def test_a_question_is_passed_on_and_a_leavers_questions_wait_for_somebody(window, witness):
    library = window.context.library
    window.perform("pass")
    form = dialog()
    form.keep()
    assert "name" in form.wrong.text()
    form.name.setText("Ada Quill")
    form.keep()
    assert posts.history(library, Kind.QUESTIONS, witness)[-1].name == "Ada Quill"
    pane = window.pane("witness")
    menu = pane.more.menu()
    menu._left()
    leaving = dialog()
    leaving.keep()
    (unheld,) = posts.unheld(library)
    window.go(Place("following", tab="Whose it is"))
    page = window.pane("following").owners
    row = page._unheld.findChildren(NewsRow)[0]
    assert unheld.words in row.accessibleName()
    row.click()
    passing = dialog()
    passing.name.setText("Bo Carrick")
    passing.keep()
    assert posts.unheld(library) == ()


def test_a_chaser_is_copied_saved_and_kept_on_record_and_not_sent_too_soon(window, witness, tmp_path):
    library = window.context.library
    due_days.set_due(library, Kind.QUESTIONS, witness, "2026-02-02")
    window.perform("chase")
    form = dialog()
    assert "First chaser" in form._said.text() and "not before" in form._said.text()
    form.copy()
    assert QGuiApplication.clipboard().text().startswith("Dear Maria Okafor")
    form.save(str(tmp_path / "letter.docx"))
    assert (tmp_path / "letter.docx").stat().st_size > 5000
    form.keep()
    (sent,) = chasing.history(library, Kind.QUESTIONS, witness)
    assert (sent.title, sent.day) == ("First chaser", TODAY)
    window.perform("chase")
    again = dialog()
    again.keep()
    assert again.isVisible() and "working days" in again.wrong.text()
    again.anyway.click()
    assert len(chasing.history(library, Kind.QUESTIONS, witness)) == 2


def test_an_incoming_reply_is_attached_in_two_actions(window, witness):
    library = window.context.library
    letter = next(
        row[0] for row in tables.rows(library, Kind.DOCUMENTS).page(tables.rows(library, Kind.DOCUMENTS).ids(View()))
        if row and "letter" in str(row[1]).casefold()
    )  # fmt: skip
    window.go(Place("reader", id=letter))
    page = window.pane("reader").content.page
    cursor = page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    window.perform("reply")  # the first: mark the words and press the key
    form = dialog()
    if not any(number == witness for number, *_rest in form.lines):
        form.find.setText(tables.question(library, witness).text[:30])
        form._look()
    number, tick, standing, detail = next(line for line in form.lines if line[0] == witness)
    form.keep()
    assert "tick" in form.wrong.text()
    tick.setChecked(True)
    choose(standing, Standing.PART_ANSWERED)
    detail.setText("the figures for March")
    form.keep()  # the second: say what it does
    question = tables.question(library, number)
    assert question.answers[-1].source.document_id == letter
    assert standings.history(library, number)[-1].detail == "the figures for March"


def test_matters_arising_lead_to_the_thing_and_what_can_be_done_with_it(window):
    window.go(Place("following", tab="Matters arising"))
    pane = window.pane("following")
    found = pane.matters.findChildren(NewsRow)
    assert len(found) > 10
    found[0].click()
    kind, ids = pane.chosen()
    assert ids and {"chase", "pass"} <= pane.able()
    assert window.teller.told == (kind, ids[0])


def test_a_group_leads_to_its_questions(window):
    window.go(Place("following", tab="Whose it is"))
    page = window.pane("following").owners
    page._open(next(n for n, group in enumerate(page._groups) if group.label == "Maria Okafor"))
    assert window.present() is window.pane("witness")
    window.go(Place("following", tab="Whose it is"))
    choose(page.by, Grouping.POST)
    number = next(n for n, group in enumerate(page._groups) if group.label == "Director of Early Help")
    many = len(page._groups[number].ids)
    page._open(number)
    assert window.present() is window.pane("questions")
    assert window.pane("questions").table.model.rowCount() == many


def test_the_committee_narrows_every_tab(window):
    window.go(Place("following", tab="Whose it is"))
    pane = window.pane("following")
    everyone = pane.owners.list.count()
    pane.committee.setCurrentIndex(1)
    assert 0 < pane.owners.list.count() < everyone


def test_the_reply_to_a_recommendation_is_kept_with_its_reasons(window):
    library = window.context.library
    decision = tables.rows(library, Kind.DECISIONS).ids(View())[0]
    library.write("Recommend", lambda db: rows.update_decision(db, decision, kind=str(DecisionKind.RECOMMENDED)))
    window.go(Place("following", tab="Recommendations"))
    page = window.pane("following").recommended
    page.list.setCurrentRow(0)
    put, reply, progress = page._buttons
    put.click()
    form = dialog()
    form.to.setText("Cabinet")
    form.rule.setCurrentIndex(form.rule.findData("executive-response"))
    form.keep()
    assert recommendations.response(library, decision).due == "2026-06-07"
    page.list.setCurrentRow(0)
    reply.click()
    form = dialog()
    choose(form.reply, Reply.REJECTED)
    form.keep()
    assert "reasons" in form.wrong.text()
    form.reasons.setText("No money.")
    form.keep()
    assert recommendations.response(library, decision).reasons == "No money."
    page.list.setCurrentRow(0)
    progress.click()
    dialog().keep()
    second = page.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Rejected, under way" in second and "put to Cabinet" in second


def test_figures_are_drawn_told_and_saved(window, tmp_path):
    window.go(Place("following", tab="Figures"))
    page: FiguresPage = window.pane("following").figures
    views = page.findChildren(ChartView)
    assert len(views) >= 3
    assert all(view.accessibleDescription().startswith(view.accessibleName()) for view in views)
    page.save(views[0]._chart, str(tmp_path / "chart.png"))
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    copy = next(b for b in page.findChildren(QPushButton) if b.text() == "Copy the words")
    copy.click()
    assert "Bar chart" in QGuiApplication.clipboard().text()


def test_the_tracker_goes_out_and_what_changed_comes_in_when_ticked(window, tmp_path):
    library = window.context.library
    window.go(Place("following", tab="Spreadsheet"))
    page = window.pane("following").sheet
    path = tmp_path / "tracker.xlsx"
    page.write(path)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    first = sheet["A2"].value
    sheet["J2"], sheet["K2"], sheet[f"G{sheet.max_row + 1}"] = "Letter expected in May.", "Complete", "A new request."
    sheet["I2"] = "2026-05-31"
    book.save(path)
    page.read(path)
    ticked = page.choice()
    assert len(ticked.cells) == 2 and len(ticked.rows) == 1  # what closes a question is not ticked
    top, head = page.tree.topLevelItem(0), page.tree.header()
    assert top.text(0).startswith(f"{first}, row 2: ") and top.isFirstColumnSpanned()
    assert "31 May 2026" in [top.child(n).text(2) for n in range(top.childCount())]
    assert all(head.sectionSize(n) >= head.sectionSizeHint(n) for n in range(4))
    assert "2 differ" not in page._said.text() and "1 differ" in page._said.text()
    page.do_take()
    row = next(row for row in trackers.rows(library, circulation=Circulation.RESTRICTED) if row.ref == first)
    assert "Letter expected in May." in row.cells.values()
    assert library.undo_label == "Take in tracker.xlsx"
    assert page.choice().cells == frozenset() and "0 new" in page._said.text()


def test_columns_that_no_heading_tells_are_matched_by_hand(window, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("Nr,Wish\n1,The lane to be swept.\n")
    window.go(Place("following", tab="Spreadsheet"))
    page = window.pane("following").sheet
    page.read(path)
    assert page.compared is None and "asked for" in page._said.text()
    from scrutiny_desk.domain.tracker import Column

    choose(page.columns[Column.REQUEST], 1)
    page.again.click()
    assert page.compared is not None and len(page.compared.new) == 1


def test_a_plan_is_made_of_suggestions_and_own_words(window, press):
    library = window.context.library
    person = people.find(library, "Maria Okafor")[0].id
    window.go(Place("witness", id=person))
    window.pane("witness")._go_plan()
    pane = window.pane("plan")
    assert len(pane.offered) > 3 and all(line.evidence for line in pane.offered)
    take = next(b for b in pane.findChildren(QPushButton) if b.text() == "Take into the plan")
    take.click()
    (line,) = plans.plan(library, Kind.PEOPLE, person).lines
    assert line.asker == "" and line.text == pane.offered[0].words
    pane.big.setText("Did the closure drive families away?")
    pane.big.editingFinished.emit()
    assert plans.plan(library, Kind.PEOPLE, person).big_question == "Did the closure drive families away?"
    pane.do_brief()
    assert window.present() is window.pane("briefings")
    text = window.pane("briefings").page.toPlainText() if hasattr(window.pane("briefings"), "page") else ""
    assert not text or "Did the closure" in text


def test_dates_go_out_for_a_calendar(window, tmp_path):
    window.go(Place("following"))
    window.pane("following").write_dates(str(tmp_path / "dates.ics"))
    text = (tmp_path / "dates.ics").read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR") and text.count("BEGIN:VEVENT") > 5


def test_at_the_meeting_the_planned_questions_come_first_with_what_to_ask_next(window):
    library = window.context.library
    source = tables.rows(library, Kind.MEETINGS)
    meeting = source.ids(View(outstanding=True))[0]
    window.go(Place("live", id=meeting))
    pane = window.pane("live")
    last = pane.turns[-1].question_id
    line = PlannedQuestion("In my words?", asker="Councillor Ames", if_no="By when?", question_id=last)
    plans.keep(library, Kind.MEETINGS, meeting, [line])
    window.go(Place("desk"))
    window.go(Place("live", id=meeting))
    assert pane.turns[0].question_id == last
    said = pane._under.text()
    assert "Planned: In my words?" in said and "To be asked by Councillor Ames" in said and "If no: By when?" in said
