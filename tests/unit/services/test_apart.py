"""A file that harms its reader ends a child process and becomes one row; the files after it are read all the same."""

import sys
from pathlib import Path

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble, UnreadableFile
from scrutiny_desk.domain.work import Cancelled
from scrutiny_desk.services import apart
from scrutiny_desk.services.apart import Job, ReadingRoom, contained


@pytest.fixture
def work(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import misbehaving

    yield misbehaving.work
    sys.modules.pop("misbehaving")


def jobs(*names):
    return [Job(Path(f"{name}.txt")) for name in names]


def test_results_come_in_the_order_of_the_files(work):
    with ReadingRoom(workers=2, work=work) as room:
        taken = list(room.read_all(jobs(*"abcdefgh")))
    assert [t.job.path.stem for t in taken] == list("abcdefgh")
    assert all(t.document is not None for t in taken)


def test_a_crash_is_one_row_and_the_rest_is_read(work):
    with ReadingRoom(workers=1, work=work) as room:
        taken = list(room.read_all(jobs("a", "crash", "b")))
    assert [t.trouble is None for t in taken] == [True, False, True]
    assert isinstance(taken[1].trouble, UnreadableFile)
    assert "crash.txt" in taken[1].trouble.sentence


def test_a_file_that_never_ends_is_given_up(work):
    with ReadingRoom(workers=1, seconds=1.0, work=work) as room:
        taken = list(room.read_all(jobs("hang", "b")))
    assert "took longer than 1 seconds" in str(taken[0].trouble)
    assert taken[1].document is not None


def test_a_file_that_wants_all_memory_is_refused(tmp_path, work):
    with ReadingRoom(workers=1, work=work) as room:
        taken = list(room.read_all(jobs("hunger", "b")))
    assert taken[0].trouble is not None
    assert taken[1].document is not None


def test_cancelling_ends_the_children(work):
    asked = iter([False, False, True])
    with ReadingRoom(workers=1, work=work) as room, pytest.raises(Cancelled):
        list(room.read_all(jobs("hang"), lambda: next(asked)))
    assert room.children == []


def test_a_fault_of_ours_names_its_place_and_no_text(tmp_path):
    def fault():
        raise KeyError("the text of a document")

    trouble = contained(Job(Path("minutes.txt")), fault)
    assert isinstance(trouble, UnreadableFile)
    assert "KeyError at test_apart.py" in str(trouble)
    assert "the text of a document" not in str(trouble)


def test_troubles_of_the_library_end_the_import():
    def full():
        raise LibraryTrouble("The disk is full.", "Free some space.")

    with pytest.raises(LibraryTrouble):
        contained(Job(Path("minutes.txt")), full)


def test_reading_in_this_process_says_why_it_cannot(tmp_path):
    file = tmp_path / "nothing.txt"
    file.write_bytes(b"")
    taken = apart.read_and_recognise(Job(file))
    assert taken.trouble is not None
    assert "nothing.txt" in taken.trouble.sentence
    assert taken.trouble.remedy
