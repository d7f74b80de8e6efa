"""Makes our own Word template (resources/templates): the look of a briefing where the council brings none.

Run it after changing the look in packaging/word_template: `.venv/bin/python packaging/make_template.py [FOLDER]`.
Sans serif, 12 point at least, left aligned, British English, nothing but styles: what is written with it needs no
formatting of its own.
"""

import sys
from pathlib import Path

from lxml import etree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from scrutiny_desk.briefing.parcel import packed  # noqa: E402

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "styles": f"{WORD}.styles+xml",
    "numbering": f"{WORD}.numbering+xml",
    "settings": f"{WORD}.settings+xml",
    "header": f"{WORD}.header+xml",
    "footer": f"{WORD}.footer+xml",
    "fontTable": f"{WORD}.fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
"""Parts beside the document itself; document.xml names them rId1, rId2... in this order."""
TITLE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Briefing</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
)


def template() -> bytes:
    """The whole template."""
    parts = {f"word/{name}.xml": part(name) for name in ("document", *PARTS)}
    parts["[Content_Types].xml"] = content_types()
    parts["_rels/.rels"] = relations(
        (f"{KINDS}/officeDocument", "word/document.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    )
    parts["word/_rels/document.xml.rels"] = relations(*((f"{KINDS}/{name}", f"{name}.xml") for name in PARTS))
    parts["docProps/core.xml"] = written(etree.fromstring(TITLE))
    return packed(parts)


def part(name: str) -> bytes:
    """One part as it stands in packaging/word_template, without the line breaks that make it legible there."""
    source = HERE / "word_template" / f"{name}.xml"
    return written(etree.parse(source, etree.XMLParser(remove_blank_text=True)).getroot())


def relations(*rows: tuple[str, str]) -> bytes:
    """A relationships part: the kind of each and where it points, numbered from 1."""
    root = etree.Element("Relationships", xmlns=f"{PACKAGE}/relationships")
    for number, (kind, target) in enumerate(rows, 1):
        etree.SubElement(root, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return written(root)


def content_types() -> bytes:
    """What each part is."""
    root = etree.Element("Types", xmlns=f"{PACKAGE}/content-types")
    relations_kind = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(root, "Default", Extension="rels", ContentType=relations_kind)
    etree.SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    kinds = {"/word/document.xml": f"{WORD}.document.main+xml"}
    kinds |= {f"/word/{name}.xml": kind for name, kind in PARTS.items()}
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    for name, kind in kinds.items():
        etree.SubElement(root, "Override", PartName=name, ContentType=kind)
    return written(root)


def written(root: etree._Element) -> bytes:
    """The XML as bytes, as Office writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def main(folder: Path) -> None:
    """Write the template into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "briefing.docx").write_bytes(template())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "templates")
