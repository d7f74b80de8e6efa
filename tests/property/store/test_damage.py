"""Damaged library files, cut short or with bits turned over: a plain sentence, never a crash, never a silent loss."""

import random

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.store import cipher, create_library, documents, locking, open_library, people, safekeeping, search
from scrutiny_desk.store.queries import ROWS
from scrutiny_desk.store.whole import whole

VARIANTS = 320
LOCKED_VARIANTS = 200
PASSPHRASE = "grey herons at low tide"
FEW_ROUNDS = 10
"""Of working out the key, so that two hundred openings take seconds."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The bytes of a sound library with some papers in it, and what it holds."""
    path = tmp_path_factory.mktemp("sound") / "a.scrutiny"
    fill(path)
    return path.read_bytes(), everything(path)


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """The same of a library that is locked with a passphrase."""
    rounds, cipher.ROUNDS = cipher.ROUNDS, FEW_ROUNDS
    path = tmp_path_factory.mktemp("locked") / "a.scrutiny"
    fill(path, passphrase=PASSPHRASE)
    yield path.read_bytes(), everything(path)
    cipher.ROUNDS = rounds


def fill(path, **how):
    with create_library(path, **how) as library:
        for number in range(4):
            blocks = tuple(Block(n, BlockKind.PARAGRAPH, f"Paragraph {n} on bus stops, {number}.") for n in range(40))
            read = ReadDocument(f"paper{number}.txt", "text", blocks)
            data = random.Random(number).randbytes(3000)
            library.write("Import", lambda db, r=read, d=data: documents.add(db, r, d, imported_at=""), "import")
            library.write("Add", lambda db, n=number: people.add(db, f"Person {n}"))


def everything(path):
    """All that a library holds, read in every way the program reads it."""
    with open_library(path, read_only=True) as library:
        with library.read() as db:
            held = whole(db)
            papers = [(documents.original(db, d.id), documents.blocks(db, d.id)) for d in held.documents]
            found = [(hit.document_id, hit.block) for hit in search.find(db, "paragraph", limit=1000)]
        return held, papers, sorted(found), [make(library.read).ids(View()) for make in ROWS.values()]


def harmed(data, chance):
    """The file cut short, with a few bits turned over, with a page emptied, or with two pages exchanged."""
    way = chance.randrange(4)
    if way == 0:
        return data[: chance.randrange(len(data))]
    pages = len(data) // 4096
    if way == 1:
        out = bytearray(data)
        for _ in range(chance.randrange(1, 30)):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
        return bytes(out)
    one, other = chance.randrange(pages) * 4096, chance.randrange(pages) * 4096
    out = bytearray(data)
    if way == 2:
        out[one : one + 4096] = bytes(4096)
    else:
        out[one : one + 4096], out[other : other + 4096] = data[other : other + 4096], data[one : one + 4096]
    return bytes(out)


@pytest.mark.parametrize("part", range(8))
def test_a_damaged_library_is_told_of(sound, tmp_path, part):
    data, held = sound
    chance = random.Random(part)
    for number in range(VARIANTS // 8):
        path = tmp_path / f"{number}.scrutiny"
        path.write_bytes(harmed(data, chance))
        tells(path, held)


@pytest.mark.parametrize("part", range(8))
def test_a_damaged_library_that_is_locked_is_told_of(locked, tmp_path, part):
    data, held = locked
    chance = random.Random(part)
    opened = 0
    for number in range(LOCKED_VARIANTS // 8):
        path = tmp_path / f"{number}.scrutiny"
        path.write_bytes(harmed(data, chance))
        try:
            locking.unlock(path, PASSPHRASE)
        except Trouble as trouble:
            assert trouble.sentence and trouble.remedy, "what cannot be opened at all says so"
        else:
            opened += 1
            tells(path, held)
        locking.forget(path)
    assert opened, "none of them got as far as being looked over"


def tells(path, held):
    """A library that may be damaged is read whole, or what is wrong is told by the check and by the reading."""
    faults = safekeeping.check(path, full=True)
    assert all(fault.sentence for fault in faults)
    try:
        read = everything(path)
    except Trouble as trouble:
        assert trouble.sentence and trouble.remedy
        assert faults, f"could not be read, yet the check found nothing: {trouble}"
    else:
        assert read == held or faults, "something is lost, yet the check found nothing"
