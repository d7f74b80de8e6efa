"""Numbers and bullets as real Word lists, for a house template that has no style of its own for them."""

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from scrutiny_desk.briefing.ooxml import element


def number_paragraphs(document: WordDocument, style: BaseOxmlElement) -> None:
    """Let a paragraph style number its paragraphs 1., 2., 3. through the document."""
    _list(document, style, _level(style, "decimal", "%1.", indent=567))


def bullet_paragraphs(document: WordDocument, style: BaseOxmlElement) -> None:
    """Let a paragraph style put a bullet before each of its paragraphs."""
    _list(document, style, _level(style, "bullet", "•", indent=567))


def _level(style: BaseOxmlElement, form: str, shown: str, *, indent: int) -> BaseOxmlElement:
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=form),
        element("pStyle", val=style.get(qn("w:styleId"))),
        element("lvlText", val=shown),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=indent, hanging=indent)),
        ilvl=0,
    )


def _list(document: WordDocument, style: BaseOxmlElement, level: BaseOxmlElement) -> None:
    """A new list of one level in numbering.xml, linked to the style; abstract lists stand before their uses there."""
    numbering = _numbering(document)
    abstract_id = _next(numbering, "abstractNum", "abstractNumId")
    number_id = _next(numbering, "num", "numId")
    abstract = element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=abstract_id)
    first_use = numbering.find(qn("w:num"))
    if first_use is None:
        numbering.append(abstract)
    else:
        first_use.addprevious(abstract)
    use = element("num", element("abstractNumId", val=abstract_id), numId=number_id)
    last_use = numbering.findall(qn("w:num"))
    if last_use:
        last_use[-1].addnext(use)
    else:
        numbering.append(use)
    properties = style.find(qn("w:pPr"))
    if properties is None:
        properties = element("pPr")
        style.append(properties)
    properties.insert(0, element("numPr", element("numId", val=number_id)))


def _numbering(document: WordDocument) -> BaseOxmlElement:
    """The root of numbering.xml; a house that never numbers anything is given one."""
    related = [rel for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING]
    if not related:
        root, package = element("numbering"), document.part.package
        part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return document.part.numbering_part.element


def _next(numbering: BaseOxmlElement, tag: str, key: str) -> int:
    return max((int(found.get(qn(f"w:{key}"))) for found in numbering.findall(qn(f"w:{tag}"))), default=0) + 1
