import importlib.metadata
from importlib.metadata import EntryPoint

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import read_bytes, registry


def read_tracker(name, data, limits):
    """A reader of others: a tracker file with one line a block."""
    lines = data.removeprefix(b"GIF8").decode().split("|")
    blocks = tuple(Block(order, BlockKind.PARAGRAPH, text) for order, text in enumerate(lines))
    return ReadDocument(name, "tracker", blocks)


@pytest.fixture
def plug_in(monkeypatch):
    entry = EntryPoint("trk", f"{__name__}:read_tracker", registry.PLUG_INS)
    monkeypatch.setattr(EntryPoint, "load", lambda _entry: read_tracker)

    def found(*, group, name):
        return [entry] if (group, name) == (registry.PLUG_INS, entry.name) else []

    monkeypatch.setattr(importlib.metadata, "entry_points", found)


def test_a_plug_in_reads_what_no_reader_of_ours_takes(plug_in):
    document = read_bytes("list.TRK", b"GIF8One|Two")
    assert (document.format, [block.text for block in document.blocks]) == ("tracker", ["One", "Two"])


def test_a_plug_in_is_not_asked_for_files_that_we_read(plug_in):
    assert read_bytes("list.trk", b"One|Two").format == "text"


def test_without_one_the_file_is_refused():
    with pytest.raises(UnreadableFile, match="of a kind that cannot be read"):
        read_bytes("list.trk", b"GIF8One|Two")


def test_every_built_in_reader_is_there():
    for kind in registry.BUILT_IN:
        assert callable(registry.reader_of(kind))
