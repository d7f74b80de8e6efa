"""Automatic copies: made when due, thinned by age, and the last good one."""

from datetime import datetime, timedelta

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import backups, people, safekeeping

HOUR = timedelta(hours=1)


@pytest.fixture
def add(library):
    """Put one more person in, so that there is something new to copy."""
    return lambda: library.write("Add", lambda db: people.add(db, "Ida Vane"))


def names(library):
    return [copy.path.name for copy in backups.of(library.path)]


def test_a_copy_is_made_when_something_changed_and_an_hour_has_passed(library, add, now):
    add()
    first = backups.make_if_due(library.path, now)
    assert first and safekeeping.check(first) == []
    add()
    assert backups.make_if_due(library.path, now + HOUR / 2) is None, "too soon"
    second = backups.make_if_due(library.path, now + HOUR)
    assert second and backups.make_if_due(library.path, now + 3 * HOUR) is None, "nothing new"
    assert names(library) == [second.name, first.name]


def test_a_clock_set_back_loses_no_copy(library, add, now):
    add()
    future = backups.make_if_due(library.path, now + timedelta(days=400))
    add()
    made = backups.make_if_due(library.path, now)
    assert made and names(library) == [future.name, made.name]


def test_the_last_good_copy_passes_over_a_damaged_one(library, add, now):
    add()
    good = backups.make_if_due(library.path, now)
    add()
    bad = backups.make_if_due(library.path, now + HOUR)
    bad.write_bytes(bad.read_bytes()[:5000])
    assert backups.last_good(library.path).path == good
    good.write_bytes(b"")
    assert backups.last_good(library.path) is None
    add()
    assert backups.make_if_due(library.path, now + 2 * HOUR), "a damaged copy is no reason not to make one"


def test_a_copy_that_cannot_be_made_leaves_the_others(library, add, now, monkeypatch):
    add()
    first = backups.make_if_due(library.path, now)
    add()

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safekeeping, "to_disk", full)
    with pytest.raises(LibraryTrouble, match="disk is full"):
        backups.make_if_due(library.path, now + HOUR)
    assert names(library) == [first.name]


def test_other_files_in_the_folder_are_left_alone(library, add, now):
    folder = backups.folder_of(library.path)
    folder.mkdir()
    others = ["fennimore.scrutiny", "other.auto-2031-05-04-120000.scrutiny", "fennimore.auto-x.scrutiny", "notes.txt"]
    for name in others:
        (folder / name).write_text("mine")
    for hours in range(50):
        add()
        backups.make_if_due(library.path, now + hours * HOUR)
    assert all((folder / name).read_text() == "mine" for name in others)
    assert len(names(library)) < 50


def test_two_years_of_hourly_copies_leave_hours_days_weeks_and_months(now):
    kept: set[datetime] = set()
    for hour in range(2 * 365 * 24):
        at = now + hour * HOUR
        kept = backups.kept(kept | {at}, at)
    ages = sorted(at - copy for copy in kept)
    assert len([age for age in ages if age <= timedelta(days=1)]) in range(24, 27)
    assert len([age for age in ages if timedelta(days=1) < age <= timedelta(days=14)]) in range(12, 16)
    assert len([age for age in ages if timedelta(days=14) < age <= timedelta(days=70)]) in range(7, 10)
    assert len([age for age in ages if age > timedelta(days=70)]) in range(20, 25)
    assert ages[-1] > timedelta(days=690)
