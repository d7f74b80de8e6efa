"""Archives (ZIP): each file in them is a document of its own; names are stripped of their folders."""

from scrutiny_desk.domain.documents import Attachment, ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.archive import Archive
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mail import bare_name

_RESIDUE = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """No text of its own: the files of the archive, as attachments to be read one by one.

    Raises `UnreadableFile` for a damaged, locked or empty archive, and for one that grows beyond the limits.
    """
    with Archive(name, data, limits) as archive:
        wanted = [part for part in archive.names if not any(mark in part.lower() for mark in _RESIDUE)]
        if len(wanted) > limits.files:
            raise UnreadableFile(
                f"“{name}” holds {len(wanted)} files, more than the {limits.files} that can be read at once.",
                "Unpack it into a folder, and import that.",
            )
        files = tuple(
            Attachment(bare_name(part, number), archive.bytes_of(part)) for number, part in enumerate(wanted, 1)
        )
    if not files:
        raise UnreadableFile(f"“{name}” is an archive with no files in it.", "Ask whoever sent it for the files.")
    return ReadDocument(name, "zip", (), attachments=files)
