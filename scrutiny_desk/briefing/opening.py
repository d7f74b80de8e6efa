"""Opening a template: ours, or a .docx, .dotx or even .docm of the council, its macros left behind."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import placeholders
from scrutiny_desk.briefing.parcel import packed
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.locations import resources

OWN = "briefing.docx"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE_KINDS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
)
REMEDY = "Choose a Word document (.docx) or a Word template (.dotx), or leave the template out to use our own."


@dataclass(frozen=True, slots=True)
class Opened:
    """A template ready to write into.

    `place` is the paragraph the briefing takes the place of, where the template names one; `titled` and `detailed`
    say that the template itself shows the title, and the header paragraphs.
    """

    document: WordDocument
    place: BaseOxmlElement | None = None
    titled: bool = False
    detailed: bool = False


def own() -> WordDocument:
    """Our own template, its body empty."""
    return emptied(Document(str(resources() / "templates" / OWN)))


def opened(template: Path, briefing: Briefing | None = None) -> Opened:
    """The council's template: its placeholders filled from the briefing, or, where it has none, its body emptied.

    `Trouble` where it is no Word file, or asks for what a briefing does not have.
    """
    try:
        data = _as_document(template)
        document = Document(io.BytesIO(data))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, SyntaxError) as fault:
        raise Trouble(f"The template {template.name} could not be opened as a Word file.", REMEDY) from fault
    if briefing is None or not placeholders.used(document):
        return Opened(emptied(document))
    asked = placeholders.asked_for(document)
    document = Document(io.BytesIO(placeholders.filled(data, briefing)))
    detailed = bool(asked - {"title", placeholders.WHOLE})
    return Opened(document, placeholders.place(document), "title" in asked, detailed)


def emptied(document: WordDocument) -> WordDocument:
    """The document without the words of its body; its last section, which holds header and footer, stays."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return document


def _as_document(path: Path) -> bytes:
    """The file's bytes, a template's as those of a document, since a briefing is one."""
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as parcel:
        types = parcel.read("[Content_Types].xml").decode("utf-8")
        if not any(kind in types for kind in TEMPLATE_KINDS):
            return data
        parts = {name: parcel.read(name) for name in parcel.namelist()}
    for kind in TEMPLATE_KINDS:
        types = types.replace(kind, MAIN)
    return packed({**parts, "[Content_Types].xml": types.encode("utf-8")})
