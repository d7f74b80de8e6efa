"""Work off the main thread: its results, its troubles, its faults, and stopping it."""

import threading

from PySide6.QtCore import QObject, QThread

from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.domain.work import Cancelled, Progress


def test_results_come_home_on_the_main_thread(qtbot):
    jobs, where = Jobs(), []
    jobs.read(jobs, threading.get_ident, lambda worker: where.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(where))
    assert where[0][0] != where[0][1] == threading.get_ident()
    assert QThread.currentThread() is not None
    jobs.close()


def test_five_hundred_results_are_all_delivered(qtbot):
    jobs, seen = Jobs(), []
    for number in range(500):
        jobs.read(jobs, lambda number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 500)
    assert sorted(seen) == list(range(500))
    jobs.close()


def test_what_can_wait_keeps_no_other_read_waiting(qtbot):
    jobs, seen, go_on = Jobs(), [], threading.Event()
    for number in range(3):
        jobs.read(jobs, lambda number=number: go_on.wait(10) and number, seen.append, patient=True)
    jobs.read(jobs, lambda: "asked for", seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    go_on.set()
    qtbot.waitUntil(lambda: len(seen) == 4)
    assert seen == ["asked for", 0, 1, 2]
    jobs.close()


def test_what_takes_a_while_to_show_comes_after_what_a_person_waits_for(qtbot):
    jobs, seen, go_on, story_found = Jobs(), [], threading.Event(), threading.Event()
    jobs.read(jobs, lambda: go_on.wait(10) and "list", seen.append, pressing=True)
    jobs.read(jobs, lambda: story_found.set() or "story", seen.append, yielding=True)
    jobs.read(jobs, lambda: story_found.wait(10) and "other", seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["other"] and jobs.waiting == 2
    go_on.set()
    qtbot.waitUntil(lambda: jobs.waiting == 0)
    assert seen == ["other", "list", "story"]
    jobs.close()


def test_what_yields_waits_for_no_more_than_was_on_its_way(qtbot):
    jobs, seen, first, second = Jobs(), [], threading.Event(), threading.Event()
    jobs.read(jobs, lambda: first.wait(10) and "first", seen.append, pressing=True)
    jobs.read(jobs, lambda: "story", seen.append, yielding=True)
    qtbot.waitUntil(lambda: len(jobs._held) == 1)
    jobs.read(jobs, lambda: second.wait(10) and "second", seen.append, pressing=True)
    first.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["first", "story"]
    second.set()
    qtbot.waitUntil(lambda: jobs.waiting == 0)
    jobs.close()


def test_a_pressing_read_that_fails_holds_nothing_back(qtbot):
    jobs, seen, go_on = Jobs(), [], threading.Event()
    jobs.faulted.connect(lambda _fault: seen.append("fault"))
    jobs.read(jobs, lambda: go_on.wait(10) and 1 / 0, seen.append, pressing=True)
    jobs.read(jobs, lambda: "story", seen.append, yielding=True)
    qtbot.waitUntil(lambda: len(jobs._held) == 1)
    go_on.set()
    qtbot.waitUntil(lambda: jobs.waiting == 0)
    assert seen == ["fault", "story"]
    jobs.close()


def test_writes_keep_their_order(qtbot):
    jobs, seen = Jobs(), []
    for number in range(50):
        jobs.write(jobs, lambda number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))
    jobs.close()


def test_a_change_is_told_alone_in_a_tuple_and_in_a_report(qtbot):
    jobs, told = Jobs(inline=True), []
    jobs.changed.connect(told.append)
    change = Change("Step", {Kind.TAGS: frozenset({1})})

    class Report:
        def __init__(self):
            self.change = change

    jobs.write(jobs, lambda: change)
    jobs.write(jobs, lambda: (7, change))
    jobs.write(jobs, Report)
    jobs.write(jobs, Change)
    assert told == [change] * 3
    jobs.close()


def test_a_trouble_is_told_and_a_fault_is_reported(qtbot):
    jobs, troubles, faults, done = Jobs(inline=True), [], [], []
    jobs.troubled.connect(troubles.append)
    jobs.faulted.connect(faults.append)

    def stumble():
        raise LibraryTrouble("The library is full.", "Make room.")

    def fall():
        raise ValueError("ours")

    jobs.write(jobs, stumble, done.append)
    jobs.write(jobs, fall, done.append)
    jobs.read(jobs, stumble, done.append, failed=lambda trouble: done.append(trouble.remedy))
    assert [str(t) for t in troubles] == ["The library is full. Make room."]
    assert [type(f) for f in faults] == [ValueError]
    assert done == ["Make room."]
    jobs.close()


def test_long_work_is_told_of_and_can_be_stopped(qtbot):
    jobs, moved, ended, begun = Jobs(), [], [], threading.Event()
    jobs.moved.connect(lambda _job, progress: moved.append(progress))
    jobs.ended.connect(ended.append)

    def work(report, cancelled):
        report(Progress(1, 2, "files", "one.txt"))
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        raise Cancelled

    job = jobs.long(jobs, "Importing", work)
    qtbot.waitUntil(begun.is_set)
    assert jobs.busy
    jobs.cancel_all()
    qtbot.waitUntil(lambda: ended == [job])
    assert moved[0].file == "one.txt"
    assert not jobs.busy
    jobs.close()


def test_nothing_is_delivered_to_an_owner_that_is_gone(qtbot):
    jobs, seen, gate = Jobs(), [], threading.Event()
    owner = QObject()
    jobs.read(owner, lambda: gate.wait(5), seen.append)
    owner.deleteLater()
    qtbot.wait(1)
    gate.set()
    after = []
    jobs.read(jobs, lambda: 1, after.append)
    qtbot.waitUntil(lambda: after == [1])
    jobs.close()
    assert seen == []
