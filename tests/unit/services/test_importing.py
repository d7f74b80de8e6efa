"""Files and folders go in, each is a row, and a bad one harms nothing but itself."""

import os
import shutil
from email.message import EmailMessage
from pathlib import Path

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.services import documents, exporting, importing
from scrutiny_desk.services.importing import Outcome
from scrutiny_desk.store import documents as rows
from scrutiny_desk.store import meta, open_library

MINUTES = """Minutes of a meeting of the Overview and Scrutiny Committee of Sandbridge Borough Council
held on Thursday, 12 June 2025 at 7.00 pm

Present: Councillors A Pettifer (Chairman), D Ames and E Vickers

1. RIVER WALL

Councillor Ames asked when the river wall at {place} would be mended. The Chairman said that he did not know.
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "papers"
    (made / "deep" / "deeper").mkdir(parents=True)
    (made / "one.txt").write_text(MINUTES.format(place="Marl Street"), encoding="utf-8")
    (made / "deep" / "deeper" / "two.txt").write_text(
        "A letter about the quay, which is too short to say much.", encoding="utf-8"
    )
    (made / "deep" / "empty.txt").write_bytes(b"")
    (made / "deep" / "strange.xyz").write_bytes(bytes(range(256)) * 20)
    (made / ".hidden.txt").write_text("nobody's paper", encoding="utf-8")
    (made / "~$one.docx").write_bytes(b"lock")
    (made / "Thumbs.db").write_bytes(b"pictures")
    return made


def outcomes(report):
    return {row.file.rsplit("/", 1)[-1]: row.outcome for row in report.rows}


def test_a_folder_goes_in_whole_and_bad_files_are_rows_with_a_remedy(library, folder):
    heard = []
    report = importing.import_paths(library, [folder], on_row=heard.append)
    assert outcomes(report) == {
        "one.txt": Outcome.IMPORTED,
        "two.txt": Outcome.IMPORTED,
        "empty.txt": Outcome.FAILED,
        "strange.xyz": Outcome.FAILED,
    }
    assert heard == list(report.rows)
    for row in report.failed:
        assert row.reason.count(".") >= 2, "a sentence and a remedy"
        assert row.document_id is None
    assert len(exporting.as_data(library)["documents"]) == 2


def test_the_same_file_again_is_known_under_any_name(library, folder):
    importing.import_paths(library, [folder / "one.txt"])
    shutil.copy(folder / "one.txt", folder / "again.txt")
    report = importing.import_paths(library, [folder / "one.txt", folder / "again.txt"])
    assert [row.outcome for row in report.rows] == [Outcome.KNOWN, Outcome.KNOWN]
    assert {row.document_id for row in report.rows} == {1}
    assert "as one.txt" in report.rows[1].reason


def test_the_same_file_twice_in_one_import_is_taken_in_once(library, folder):
    shutil.copy(folder / "one.txt", folder / "one again.txt")
    report = importing.import_paths(library, [folder / "one.txt", folder / "one again.txt"])
    assert [row.outcome for row in report.rows] == [Outcome.IMPORTED, Outcome.KNOWN]


def test_the_original_bytes_are_kept(library, folder):
    importing.import_paths(library, [folder / "one.txt"])
    assert documents.original(library, 1) == (folder / "one.txt").read_bytes()


def test_a_file_that_is_not_there_is_a_row(library, tmp_path):
    report = importing.import_paths(library, [tmp_path / "gone.pdf"])
    assert report.rows[0].outcome is Outcome.FAILED
    assert "gone.pdf" in report.rows[0].reason


def test_cancelling_keeps_what_was_finished(library, folder):
    done = []
    report = importing.import_paths(library, [folder], cancelled=lambda: bool(done), on_row=done.append)
    assert report.cancelled
    assert len(report.rows) == 1
    with library.read() as db:
        assert len(meta.reports(db)[0].rows) == 1


def test_a_fault_while_taking_one_in_leaves_nothing_of_it(library, folder, monkeypatch):
    real = rows.add

    def broken(db, read, data, **more):
        new = real(db, read, data, **more)
        if read.file_name == "one.txt":
            raise KeyError("a fault of ours, after the document's row was written")
        return new

    monkeypatch.setattr(rows, "add", broken)
    report = importing.import_paths(library, [folder / "one.txt", folder / "deep" / "deeper" / "two.txt"])
    assert [row.outcome for row in report.rows] == [Outcome.FAILED, Outcome.IMPORTED]
    assert [d["file_name"] for d in exporting.as_data(library)["documents"]] == ["two.txt"]


def test_a_library_that_cannot_be_written_ends_the_import(library, folder):
    library.close()
    with open_library(library.path, read_only=True) as closed, pytest.raises(LibraryTrouble):
        importing.import_paths(closed, [folder / "one.txt"])


def test_what_came_of_it_is_kept_and_each_document_is_one_step(library, folder):
    report = importing.import_paths(library, [folder])
    with library.read() as db:
        kept = meta.reports(db)
    assert [row.outcome for row in kept[0].rows] == [str(row.outcome) for row in report.rows]
    assert library.undo_label == "Import one.txt"
    library.undo()
    assert [d["file_name"] for d in exporting.as_data(library)["documents"]] == ["two.txt"]
    library.redo()
    assert len(exporting.as_data(library)["documents"]) == 2


def test_a_withdrawn_file_can_be_imported_again(library, folder):
    importing.import_paths(library, [folder / "one.txt"])
    documents.withdraw(library, 1)
    report = importing.import_paths(library, [folder / "one.txt"])
    assert report.rows[0].outcome is Outcome.IMPORTED


def test_a_file_that_another_program_imported_meanwhile_is_known(library, folder, monkeypatch):
    importing.import_paths(library, [folder / "one.txt"])
    real, asked = rows.by_sha256, []

    def late(db, sha256):
        asked.append(sha256)
        return None if len(asked) == 1 else real(db, sha256)

    monkeypatch.setattr(rows, "by_sha256", late)
    report = importing.import_paths(library, [folder / "one.txt"])
    assert [(row.outcome, row.document_id) for row in report.rows] == [(Outcome.KNOWN, 1)]
    assert len(exporting.as_data(library)["documents"]) == 1


def test_names_in_another_alphabet_pipes_and_dangling_links_are_rows(library, tmp_path):
    if os.name != "posix":
        pytest.skip("only there can a file's name be no text at all")
    odd = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(odd, "w", encoding="utf-8") as file:  # noqa: PTH123 - the name is bytes
        file.write("A letter about the quay and what is to become of it in the spring of the year.")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    report = importing.import_paths(
        library, [Path(os.fsdecode(odd)), tmp_path / "pipe.txt", tmp_path / "dangling.txt", Path(os.devnull)]
    )
    assert [row.outcome for row in report.rows] == [Outcome.IMPORTED, *[Outcome.FAILED] * 3]
    assert exporting.as_data(library)["documents"][0]["file_name"] == "caf\ufffd.txt"
    with library.read() as db:
        assert len(meta.reports(db)[0].rows) == 4


def test_what_came_in_a_message_is_taken_in_by_the_next_import_if_the_first_was_stopped(library, tmp_path):
    message = EmailMessage()
    message["From"], message["Subject"] = "a@wexcombe.invalid", "The pool"
    message.set_content("The minutes are attached.")
    message.add_attachment(MINUTES, filename="minutes.txt")
    path = tmp_path / "letter.eml"
    path.write_bytes(message.as_bytes())
    rows = []
    importing.import_paths(library, [path], cancelled=lambda: bool(rows), on_row=rows.append)
    assert [row.outcome for row in rows] == [Outcome.IMPORTED]
    again = importing.import_paths(library, [path])
    assert [row.outcome for row in again.rows] == [Outcome.KNOWN, Outcome.IMPORTED]
    assert documents.get(library, again.rows[1].document_id).file_name == "minutes.txt"
    assert [row.outcome for row in importing.import_paths(library, [path]).rows] == [Outcome.KNOWN]
