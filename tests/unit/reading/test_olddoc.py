import pytest

from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import olddoc, read_bytes

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def test_without_a_program_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(olddoc.shutil, "which", lambda _name: None)
    with pytest.raises(UnreadableFile, match="no program to read") as caught:
        read_bytes("a.doc", OLD)
    assert "LibreOffice" in caught.value.remedy


def test_a_locked_file_is_said_to_be_locked():
    with pytest.raises(UnreadableFile, match="locked with a password"):
        read_bytes("a.doc", OLD + "EncryptedPackage".encode("utf-16-le"))


def test_the_words_come_from_antiword_where_that_is_all_there_is(monkeypatch):
    monkeypatch.setattr(olddoc.shutil, "which", lambda name: "/x/antiword" if name == "antiword" else None)
    monkeypatch.setattr(olddoc, "_run", lambda _command, _folder: b"Minutes\n\n1. Apologies.\n")
    document = read_bytes("a.doc", OLD)
    assert (document.format, [block.text for block in document.blocks]) == ("doc", ["Minutes", "Apologies."])


def test_a_file_that_no_program_can_read_is_damaged(monkeypatch):
    monkeypatch.setattr(olddoc.shutil, "which", lambda name: "/x/antiword" if name == "antiword" else None)
    monkeypatch.setattr(olddoc, "_run", lambda _command, _folder: b"")
    with pytest.raises(UnreadableFile, match="is damaged"):
        read_bytes("a.doc", OLD)
