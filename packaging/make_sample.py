"""Makes the papers of the sample library (resources/sample) from the prose in packaging/sample_papers.

Run it after changing the prose: `.venv/bin/python packaging/make_sample.py [FOLDER]`. Every person, place and body in
the papers is invented. A paper is written once, in a light mark-up, and set here as a council would publish it: as a
Word file, a saved web page, plain text or a PDF. The same prose gives the same files, byte for byte, so long as the
same fonts are installed (a PDF holds its fonts).

The mark-up: `# ` title, `## ` heading, `! ` a line set in bold, `| label | words` a row of the header table,
`|| cell | cell` a row of a table in the text (the first is its header), `- ` a bullet; anything else is a paragraph.
"""

import html
import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.shared import Mm, Pt
from docx.table import Table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

PAPERS = {
    "2025-06-12 Overview and Scrutiny minutes": ".docx",
    "2025-09-23 Children and Families minutes": ".html",
    "2025-12-02 Letter from Wexcombe Leisure Trust": ".txt",
    "2025-12-11 Overview and Scrutiny minutes": ".pdf",
    "2026-02-10 Children and Families minutes": ".txt",
    "2026-02-10 Early help report": ".docx",
    "2026-04-14 Children and Families agenda": ".docx",
}
ITEM_PAGE = ("2025-06-12 Overview and Scrutiny minutes", "39. ", "2025-06-12 Item 39 Leisure centres")
"""One item of the June minutes as the council's website shows it by itself: a second copy of one meeting."""
BYLINE = "Wexcombe County Council"


@dataclass(frozen=True)
class Piece:
    """One line of the mark-up: its kind and its words, or its cells; `follows` where no empty line stands before."""

    kind: str
    text: str = ""
    cells: tuple[str, ...] = ()
    follows: bool = False


MARKS = {"# ": "title", "## ": "heading", "! ": "strong", "- ": "bullet"}


def pieces(prose: str) -> list[Piece]:
    """The mark-up taken apart, line by line; empty lines only part paragraphs."""
    found: list[Piece] = []
    follows = False
    for line in prose.splitlines():
        if line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.lstrip("|").split("|"))
            found.append(Piece("row" if line.startswith("||") else "label", "\t".join(cells), cells, follows))
        elif line.strip():
            mark = next((mark for mark in MARKS if line.startswith(mark)), "")
            found.append(Piece(MARKS.get(mark, "paragraph"), line[len(mark) :].strip(), (), follows))
        follows = bool(line.strip())
    return found


def tables_and_pieces(paper: list[Piece]) -> list[Piece | list[Piece]]:
    """The pieces in order, with the rows of one table gathered in a list."""
    gathered: list[Piece | list[Piece]] = []
    for piece in paper:
        if piece.cells and gathered and isinstance(gathered[-1], list) and gathered[-1][0].kind == piece.kind:
            gathered[-1].append(piece)
        else:
            gathered.append([piece] if piece.cells else piece)
    return gathered


def write_text(paper: list[Piece], path: Path) -> None:
    """Plain text as saved from a mail or a web page: lists keep their lines together, tables are parted by tabs."""
    close = {("paragraph", "paragraph"), ("row", "row"), ("label", "label"), ("bullet", "bullet"), ("title", "title")}
    text, before = "", None
    for piece in paper:
        together = before and piece.follows and (before.kind, piece.kind) in close
        text += (
            ("\n" if together else "\n\n" if before else "") + ("-\t" if piece.kind == "bullet" else "") + piece.text
        )
        before = piece
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def write_word(paper: list[Piece], path: Path) -> None:
    """A Word file in Word's own styles, with the header table and the item numbers typed as clerks type them."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    for part in tables_and_pieces(paper):
        if isinstance(part, list):
            _word_table(document.add_table(0, len(part[0].cells), style="Table Grid"), part)
        elif part.kind == "strong":
            document.add_paragraph().add_run(part.text).bold = True
        else:
            style = {"title": "Title", "heading": "Heading 2", "bullet": "List Bullet"}.get(part.kind, "Normal")
            document.add_paragraph(part.text, style=style)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = BYLINE, paper[0].text, ""
    properties.created = properties.modified = datetime(2026, 1, 5, 9, tzinfo=UTC).replace(tzinfo=None)
    document.save(str(path))
    _settle_zip(path)


def _word_table(table: Table, rows: list[Piece]) -> None:
    for row in rows:
        for cell, words in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = words
    if rows[0].kind == "label":
        table.autofit = False
        for column, width in zip(table.columns, (Mm(40), Mm(112)), strict=True):
            for cell in column.cells:
                cell.width = width


def _settle_zip(path: Path) -> None:
    from scrutiny_desk.briefing.parcel import settled

    path.write_bytes(settled(path.read_bytes()))


WEB_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{title} | Wexcombe County Council</title></head>
<body>
<header><a href="https://www.wexcombe.example/">Wexcombe County Council</a></header>
<nav aria-label="Main"><ul><li><a href="#">Councillors</a></li><li><a href="#">Committees</a></li>\
<li><a href="#">Calendar of meetings</a></li></ul></nav>
<main>
{body}
</main>
<footer><p>Share this page</p><p>Accessibility statement</p></footer>
</body>
</html>
"""


def html_of(paper: list[Piece]) -> str:
    """The pieces as HTML, without a page round them."""
    tags = {"title": "h1", "heading": "h2", "paragraph": "p"}
    lines = []
    for part in tables_and_pieces(paper):
        if isinstance(part, list):
            lines.append(_html_table(part))
        elif part.kind == "strong":
            lines.append(f"<p><strong>{html.escape(part.text, quote=False)}</strong></p>")
        elif part.kind == "bullet":
            lines.append(f"<ul><li>{html.escape(part.text, quote=False)}</li></ul>")
        else:
            tag = tags[part.kind]
            lines.append(f"<{tag}>{html.escape(part.text, quote=False)}</{tag}>")
    return "\n".join(lines)


def _html_table(rows: list[Piece]) -> str:
    lines = []
    for row in rows:
        cells = "".join(f"<td>{html.escape(cell, quote=False)}</td>" for cell in row.cells)
        lines.append(f"<tr>{cells}</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def write_html(paper: list[Piece], path: Path) -> None:
    """A saved page of the council's website, with what such pages have round the text."""
    title = " ".join(piece.text for piece in paper if piece.kind == "title")
    path.write_text(WEB_PAGE.format(title=title, body=html_of(paper)), encoding="utf-8", newline="\n")


PDF_LOOK = """
body { font-family: 'Liberation Sans', 'DejaVu Sans'; font-size: 11pt; }
h1 { font-size: 14pt; } h2 { font-size: 11pt; font-weight: bold; margin-top: 14pt; } td { padding: 3pt; }
"""


def write_pdf(paper: list[Piece], path: Path) -> None:
    """A PDF with a text layer and a page number at the foot, its dates and names of makers made constant."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_HASH_SEED"] = "0"  # else the fonts are written in another order each time
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication.instance() or QGuiApplication([])
    writer = QPdfWriter(str(path))
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(paper[0].text)
    writer.setResolution(1200)
    document = QTextDocument()
    document.setDefaultStyleSheet(PDF_LOOK)
    document.setHtml(f"<body>{html_of(paper)}</body>")
    document.print_(writer)
    del writer, document, application
    path.write_bytes(_without_clock(path.read_bytes()))


def _without_clock(pdf: bytes) -> bytes:
    """The same bytes with the moment and the random name of this making replaced, each by as many characters."""
    pdf = re.sub(rb"D:\d{14}[^)]*", lambda m: b"D:20251219090000Z".ljust(len(m[0]))[: len(m[0])], pdf)
    pdf = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"2025-12-19T09:00:00", pdf)
    pdf = re.sub(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", b"00000000-0000-4000-8000-000000000000", pdf)
    return re.sub(rb"(?<=/ID \[)[^\]]*", lambda m: re.sub(rb"[0-9a-fA-F]", b"0", m[0]), pdf)


WRITERS = {".txt": write_text, ".docx": write_word, ".html": write_html, ".pdf": write_pdf}


def item_page(paper: list[Piece], number: str) -> list[Piece]:
    """One item of the minutes as a page of its own: no date, no committee, as such pages are."""
    start = next(n for n, piece in enumerate(paper) if piece.kind == "heading" and piece.text.startswith(number))
    end = next(n for n in range(start + 1, len(paper)) if paper[n].kind == "heading")
    title = (
        paper[start].text.removeprefix(number).capitalize().replace("wexcombe leisure trust", "Wexcombe Leisure Trust")
    )
    return [
        Piece("title", "Agenda item"),
        Piece("heading", title),
        Piece("strong", "Minutes:"),
        *paper[start + 1 : end],
    ]


def main(folder: Path) -> None:
    """Write every paper of the sample into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, suffix in PAPERS.items():
        paper = pieces((HERE / "sample_papers" / f"{name}.txt").read_text(encoding="utf-8"))
        WRITERS[suffix](paper, folder / f"{name}{suffix}")
        if name == ITEM_PAGE[0]:
            write_html(item_page(paper, ITEM_PAGE[1]), folder / f"{ITEM_PAGE[2]}.html")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample")
