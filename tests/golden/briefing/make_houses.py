"""Makes the four house templates the tests write into; run it by hand, LibreOffice installed, when one must change.

Invented councils, each template of another make: saved by LibreOffice; with style names of the council's own; with
numbered headings and a logo; a .dotx with Welsh and English styles.
"""

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

from scrutiny_desk.briefing.opening import MAIN, TEMPLATE_KINDS  # noqa: E402
from scrutiny_desk.briefing.parcel import packed, settled  # noqa: E402


def main() -> None:
    """Write all four beside this file."""
    houses = HERE / "houses"
    (houses / "own names.docx").write_bytes(settled(saved(own_names())))
    (houses / "numbered headings and logo.docx").write_bytes(settled(saved(numbered_headings())))
    (houses / "welsh and english.dotx").write_bytes(as_template(saved(welsh())))
    (houses / "made by libreoffice.docx").write_bytes(settled(by_libreoffice(saved(plain_house()))))


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def own_names():
    """No heading styles but the council's own, told apart by their outline level; body in 12 point Verdana."""
    document = Document()
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Verdana", Pt(12)
    for level, size in enumerate((22, 16, 13)):
        style = styles.add_style(f"WCC Heading {'ABC'[level]}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size, style.font.bold = styles["Normal"], Pt(size), True
        style.font.color.rgb = RGBColor(0x4A, 0x1E, 0x6B)
        style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))
    without_headings(document)
    document.sections[0].header.paragraphs[0].text = "Great Marling Borough Council"
    document.add_paragraph("Type your report here", style="WCC Heading A")
    return document


def without_headings(document) -> None:
    """Take Word's own headings out, and what rests on them."""
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:styleId")).startswith(("Heading", "TOCHeading")):
            document.styles.element.remove(style)


def numbered_headings():
    """Heading 1 to 3 numbered 1, 1.1, 1.1.1 by the house, a Title style, a logo with its alternative text."""
    document = Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{n + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{m + 1}" for m in range(n + 1))}"/><w:lvlJc w:val="left"/></w:lvl>'
        for n in range(3)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for n in range(3):
        properties = document.styles[f"Heading {n + 1}"].element.get_or_add_pPr()
        spot = properties.find(qn("w:spacing"))
        spot.addprevious(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{n}"/><w:numId w:val="90"/></w:numPr>'))
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(12)
    head = document.sections[0].header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(logo()), height=Cm(1.6))
    next(head._element.iter(qn("wp:docPr"))).set("descr", "Coldwell District Council")
    document.sections[0].footer.paragraphs[0].text = "Coldwell District Council, Market Square, Coldwell"
    document.add_paragraph("Report title", style="Title")
    return document


def logo() -> bytes:
    """A small crest that never was."""
    image = Image.new("RGB", (240, 96), "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((6, 6, 90, 90), fill=(11, 97, 112))
    draw.polygon([(48, 18), (76, 78), (20, 78)], fill="white")
    draw.rectangle((108, 40, 232, 56), fill=(11, 97, 112))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def welsh():
    """A template whose text styles are named in Welsh and in English, its language Welsh."""
    document = Document()
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Arial", Pt(12)
    for name in ("Testun", "English Text"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for level, name in enumerate(("Pennawd 1", "Pennawd 2", "Pennawd 3")):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.bold, style.font.size = styles["Testun"], True, Pt(20 - 3 * level)
        style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))
    without_headings(document)
    styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").set(qn("w:val"), "cy-GB")
    document.sections[0].header.paragraphs[0].text = "Cyngor Dyffryn Aur / Golden Vale Council"
    return document


def plain_house():
    """What LibreOffice is given to save."""
    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Liberation Sans", Pt(12)
    document.sections[0].header.paragraphs[0].text = "Sandbridge Town Council"
    document.add_heading("Title", 1)
    document.add_heading("Section", 2)
    document.add_paragraph("Text")
    document.add_paragraph("Point", style="List Bullet")
    return document


def by_libreoffice(data: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "house.docx"
        source.write_bytes(data)
        out = Path(folder) / "out"
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx"]
        subprocess.run([*command, "--outdir", str(out), str(source)], check=True, capture_output=True)
        return (out / "house.docx").read_bytes()


def as_template(data: bytes) -> bytes:
    """The same as a Word template."""
    with zipfile.ZipFile(io.BytesIO(data)) as parcel:
        parts = {name: parcel.read(name) for name in parcel.namelist()}
    types = parts["[Content_Types].xml"].decode().replace(MAIN, TEMPLATE_KINDS[0])
    return packed({**parts, "[Content_Types].xml": types.encode()})


if __name__ == "__main__":
    main()
