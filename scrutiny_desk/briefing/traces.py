"""What a Word file tells beside its words, taken out: who wrote it, when, on which machine, from which template."""

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.rel import Relationships
from docx.oxml.ns import qn

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
OF_THE_PACKAGE = frozenset({KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES})
"""All that stays beside the document: its title. LibreOffice names its properties in a way of its own; they go too."""
OF_THE_DOCUMENT = frozenset(
    {
        KIND.COMMENTS,
        KIND.CUSTOM_XML,
        KIND.PRINTER_SETTINGS,
        KIND.GLOSSARY_DOCUMENT,
        f"{MICROSOFT}/2006/relationships/vbaProject",
        f"{MICROSOFT}/2006/relationships/keyMapCustomizations",
        f"{MICROSOFT}/2006/relationships/attachedToolbars",
        f"{MICROSOFT}/2006/relationships/stylesWithEffects",
        f"{MICROSOFT}/2007/relationships/stylesWithEffects",
        f"{MICROSOFT}/2011/relationships/people",
        f"{MICROSOFT}/2011/relationships/commentsExtended",
        f"{MICROSOFT}/2016/09/relationships/commentsIds",
        f"{MICROSOFT}/2018/08/relationships/commentsExtensible",
    }
)
OF_THE_SETTINGS = (
    "attachedTemplate",
    "rsids",
    "documentProtection",
    "writeProtection",
    "mailMerge",
    "docVars",
    "trackRevisions",
)
FONTS_INSIDE = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")


def take_out(document: WordDocument) -> None:
    """Leave nothing in the file but what can be read in it, and the styles that set it."""
    package = document.part.package.rels
    _drop(package, {related.reltype for related in package.values()} - OF_THE_PACKAGE)
    _drop(document.part.rels, OF_THE_DOCUMENT)
    settings = document.settings.element
    for name in (*OF_THE_SETTINGS, "embedTrueTypeFonts", "saveSubsetFonts"):
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    _drop(
        document.part.part_related_by(KIND.SETTINGS).rels, {f"{OFFICE}/attachedTemplate", f"{OFFICE}/mailMergeSource"}
    )
    _without_fonts(document)


def name(document: WordDocument, title: str) -> None:
    """Set the title and the language of the file, and nothing else that a file says of itself."""
    properties = document.core_properties
    root = properties._element
    for child in list(root):
        root.remove(child)
    properties.title = title[:255]
    properties.language = "en-GB"


def _drop(rels: Relationships, kinds: frozenset[str] | set[str]) -> None:
    for key, related in list(rels.items()):
        if related.reltype in kinds:
            rels.pop(key)


def _without_fonts(document: WordDocument) -> None:
    """Font files a template carries are the licence of who made it, not ours to hand on."""
    from lxml import etree

    for related in document.part.rels.values():
        if related.reltype != KIND.FONT_TABLE:
            continue
        part = related.target_part
        root = etree.fromstring(part.blob)
        for tag in FONTS_INSIDE:
            for found in list(root.iter(qn(f"w:{tag}"))):
                found.getparent().remove(found)
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part.rels.clear()
