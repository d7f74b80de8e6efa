"""Where a person left off reading a document, so that it opens there again."""

from scrutiny_desk.store import Library, meta


def keep(library: Library, document_id: int, block: int) -> None:
    """Remember the block at the top of what was read last; no step that undo would see."""
    if not library.read_only:
        library.write("Remember the place", lambda db: meta.put(db, _key(document_id), str(block)), origin="program")


def of(library: Library, document_id: int) -> int:
    """The block at which a document was left; 0 where it was never read, or not past its beginning."""
    with library.read() as db:
        kept = meta.value(db, _key(document_id))
    return int(kept) if kept and kept.isdigit() else 0


def _key(document_id: int) -> str:
    return f"left_off_{document_id}"
