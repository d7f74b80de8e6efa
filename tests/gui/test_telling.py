"""What the inspector tells of while rows are gone past."""

from PySide6.QtWidgets import QApplication

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.widgets.parts import KeyButton


def test_of_rows_gone_past_quickly_only_the_first_and_the_last_are_told_of(window_on, library_file, qtbot, monkeypatch):
    window = window_on(library_file, inline=False)
    teller, listed = window.teller, window.pane("questions").table
    window.go(Place("questions"))
    qtbot.waitUntil(lambda: listed.model.rowCount() > 5 and window.context.jobs.waiting == 0)
    teller._settle_down.setInterval(600_000)  # nothing settles here unless the test says so
    window.go(Place("documents"))
    window.go(Place("questions"))
    told = []
    monkeypatch.setattr(window.inspector, "show_story", lambda story, _deeds: told.append(story.id))
    teller._settle_down.stop()
    gone_past = [listed.model.id_at(row) for row in range(1, 5)]
    for one in gone_past:
        listed.list.choose(one)
        qtbot.waitUntil(lambda: window.context.jobs.waiting == 0)
    assert told == gone_past[:1] and teller.told is not None and teller.told[1] == gone_past[-1]
    teller._settle_down.timeout.emit()
    qtbot.waitUntil(lambda: window.context.jobs.waiting == 0)
    assert told == [gone_past[0], gone_past[-1]]


def test_the_buttons_of_what_can_be_done_stay_from_one_question_to_the_next(window):
    window.go(Place("questions"))
    listed = window.pane("questions").table

    def deeds():
        return [one for one in window.inspector.findChildren(KeyButton) if one.isVisible()]

    listed.list.choose(listed.model.id_at(1))
    QApplication.processEvents()
    before = deeds()
    assert before
    listed.list.choose(listed.model.id_at(3))
    QApplication.processEvents()
    assert deeds() == before
    window.go(Place("undertakings"))
    window.pane("undertakings").tabs.shown.widget.list.choose(1)
    QApplication.processEvents()
    assert deeds() and not set(deeds()) & set(before)
