"""Whether a Word file keeps the accessibility rules for what public bodies publish; a sentence for each that it breaks.

Source: the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018, which hold for
documents on a council's website, and the government's guidance on publishing accessible documents: a title, a
language, headings in order, real lists, simple tables with a header row, alternative text for pictures.
"""

import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from scrutiny_desk.briefing.ooxml import style_of, words_of

SMALLEST = 12
"""Points. Guidance for councils and for people with sight loss asks for 12 at least."""
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def troubles(file: Path | BinaryIO) -> list[str]:
    """One sentence for each rule the Word file breaks, in reading order; an empty list where it breaks none."""
    document = Document(str(file) if isinstance(file, Path) else file)
    return [sentence for check in CHECKS for sentence in check(document)]


def faults(data: bytes) -> list[str]:
    """One sentence for each place where a Word file is not as Word's own form asks, so that Word may not open it."""
    from openxml_audit import OpenXmlValidator

    with tempfile.TemporaryDirectory(prefix="scrutiny-desk-") as folder:
        file = Path(folder) / "briefing.docx"
        file.write_bytes(data)
        found = OpenXmlValidator().validate(file).errors
    return [f"Word may refuse the file: {fault.description}" for fault in found]


def title(document: WordDocument) -> Iterator[str]:
    """The title property, which a screen reader announces in place of the file's name."""
    if not document.core_properties.title.strip():
        yield "The document has no title."


def language(document: WordDocument) -> Iterator[str]:
    """A language that a screen reader can choose its voice by."""
    found = document.styles.element.find(
        "/".join(qn(step) for step in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"))
    )
    if found is None or not (found.get(qn("w:val")) or "").startswith(("en-GB", "cy-GB")):
        yield "The document's language is not set to British English or Welsh."


def headings(document: WordDocument) -> Iterator[str]:
    """One heading 1 at the top (or a title before them all), and no level skipped under it."""
    of_style = _levels(document)
    levels = [
        (level, words_of(block))
        for block in document.element.body.iter(qn("w:p"))
        if (level := of_style.get(style_of(block) or "", 0))
    ]
    if not levels:
        yield "The document has no headings."
        return
    if sum(level == 1 for level, _ in levels) != 1 and not _has_title(document):
        yield "The document does not have exactly one heading 1."
    if levels[0][0] != 1:
        yield "The first heading is not a heading 1."
    for (level, _), (next_level, words) in pairwise(levels):
        if next_level > level + 1:
            yield f"The heading “{words}” skips a level."
    for _, words in levels:
        if not words.strip():
            yield "A heading is empty."


def tables(document: WordDocument) -> Iterator[str]:
    """A header row that repeats; no merged, split, empty or nested cell."""
    for number, table in enumerate(document.element.body.iter(qn("w:tbl")), 1):
        rows = table.findall(qn("w:tr"))
        if not rows or rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            yield f"Table {number} has no header row that repeats."
        if any(True for tag in ("gridSpan", "vMerge", "hMerge") for _ in table.iter(qn(f"w:{tag}"))):
            yield f"Table {number} has merged cells."
        if table.find(f".//{qn('w:tc')}/{qn('w:tbl')}") is not None:
            yield f"Table {number} has a table inside it."
        if any(not words_of(cell).strip() for cell in table.iter(qn("w:tc"))):
            yield f"Table {number} has an empty cell."
        if len({len(row.findall(qn("w:tc"))) for row in rows}) > 1:
            yield f"The rows of table {number} have different numbers of cells."


def pictures(document: WordDocument) -> Iterator[str]:
    """Alternative text on every picture, in the text and in running headers and footers."""
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    for part in parts:
        for picture in part.iter(DRAWING):
            if not (picture.get("descr") or "").strip():
                yield f"The picture “{picture.get('name') or 'without a name'}” has no alternative text."


def floating(document: WordDocument) -> Iterator[str]:
    """No text box and nothing afloat in the text, which screen readers reach late or never."""
    if next(document.element.body.iter(qn("w:txbxContent")), None) is not None:
        yield "The document has a text box."


def empty_paragraphs(document: WordDocument) -> Iterator[str]:
    """No empty paragraph for the sake of space: each is read out as "blank"."""
    for block in document.element.body.findall(qn("w:p")):
        if (
            not words_of(block).strip()
            and block.find(f".//{qn('w:drawing')}") is None
            and style_of(block) not in _BLANK
        ):
            yield "A paragraph is empty."


_BLANK = ("AnswerSpace", "AnswerSpaceScrutiny")
"""Lines to write on, which are meant to be blank."""


def size(document: WordDocument) -> Iterator[str]:
    """No type smaller than 12 point in the styles the text is set in."""
    used = {style_of(p) for p in document.element.body.iter(qn("w:p"))}
    for style in document.styles.element.findall(qn("w:style")):
        found = style.find(f"{qn('w:rPr')}/{qn('w:sz')}")
        if style.get(qn("w:styleId")) in used and found is not None and int(found.get(qn("w:val"))) < 2 * SMALLEST:
            yield f"The style {style.find(qn('w:name')).get(qn('w:val'))} is smaller than {SMALLEST} point."


CHECKS: tuple[Callable[[WordDocument], Iterator[str]], ...] = (
    title,
    language,
    headings,
    tables,
    pictures,
    floating,
    empty_paragraphs,
    size,
)


def _levels(document: WordDocument) -> dict[str, int]:
    """The level of each style that makes headings; a style has the outline level of what it rests on."""
    styles = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}
    found = {}
    for key in styles:
        seen: list[str] = []
        at: str | None = key
        while at in styles and at not in seen:
            seen.append(at)
            outline = styles[at].find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if outline is not None:
                found[key] = (int(outline.get(qn("w:val"))) + 1) % 10  # nine stands for plain text
                break
            base = styles[at].find(qn("w:basedOn"))
            at = None if base is None else base.get(qn("w:val"))
    return found


def _has_title(document: WordDocument) -> bool:
    first = next(iter(document.element.body.findall(qn("w:p"))), None)
    style = None if first is None else style_of(first)
    return style is not None and _names(document).get(style, "").casefold() == "title"


def _names(document: WordDocument) -> dict[str, str]:
    return {
        style.get(qn("w:styleId")): style.find(qn("w:name")).get(qn("w:val"))
        for style in document.styles.element.findall(qn("w:style"))
        if style.find(qn("w:name")) is not None
    }
