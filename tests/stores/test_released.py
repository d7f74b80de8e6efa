"""A library of every released form is opened, brought up to date, and holds what it held."""

import gzip
import json
from dataclasses import asdict
from pathlib import Path

import pytest

from scrutiny_desk.store import documents, notes, open_library, safekeeping, search, whole

RELEASED = sorted(Path(__file__).parent.glob("library-*.scrutiny.gz"))


def holds(kept, now) -> bool:
    """Whether all that was kept is there now; a later form may hold more."""
    if isinstance(kept, dict):
        return all(key in now and holds(value, now[key]) for key, value in kept.items())
    if isinstance(kept, list):
        return len(kept) == len(now) and all(map(holds, kept, now))
    return kept == now


def test_there_is_a_library_of_every_release():
    assert [file.name for file in RELEASED] == [
        "library-0.1.0.scrutiny.gz",
        "library-0.2.0.scrutiny.gz",
        "library-0.3.0.scrutiny.gz",
        "library-0.4.0.scrutiny.gz",
    ]


@pytest.mark.parametrize("packed", RELEASED, ids=lambda file: file.name)
def test_a_released_library_opens_whole(packed, tmp_path):
    path = tmp_path / "a.scrutiny"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    kept = json.loads(packed.with_name(packed.name.replace(".scrutiny.gz", ".json")).read_text(encoding="utf-8"))
    with open_library(path) as library, library.read() as db:
        now = asdict(whole.whole(db)) | {"notes": [asdict(note) for note in notes.everything(db)]}
        assert holds(kept, json.loads(json.dumps(now)))
        assert [hit.block for hit in search.find(db, "sian")] == [1]
        assert documents.original(db, 1).startswith(b"12. Ferry")
    assert safekeeping.check(path, full=True) == []


@pytest.mark.parametrize("packed", RELEASED, ids=lambda file: file.name)
def test_a_released_library_can_be_written(packed, tmp_path):
    path = tmp_path / "a.scrutiny"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    with open_library(path) as library:
        library.write("Note", lambda db: notes.add(db, "Still here", at="2032-01-01"))
        library.undo()
        with library.read() as db:
            assert [note.text for note in notes.everything(db)] == ["Ask again"]
