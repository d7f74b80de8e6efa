"""Real Word footnotes, which python-docx cannot make: the part that holds them and the marks that point at it."""

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing.house import House, Role
from scrutiny_desk.briefing.ooxml import element, paragraph, run

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The two lines that Word draws above footnotes; it will not open a footnotes part that lacks them."""


class Footnotes:
    """The footnotes of one document, numbered as they are added."""

    def __init__(self, house: House) -> None:
        self._text_style = house.style(Role.FOOTNOTE)
        self._mark_style = house.style(Role.FOOTNOTE_MARK)
        self._root = _root(house.document)
        self._last = 0

    def add(self, words: str) -> BaseOxmlElement:
        """Write a footnote; the run, a mark in the text, that points at it."""
        self._last += 1
        own_mark = element("r", element("rPr", element("rStyle", val=self._mark_style)), element("footnoteRef"))
        note = element("footnote", paragraph(self._text_style, [own_mark, run(f" {words}")]), id=self._last)
        self._root.append(note)
        style = element("rPr", element("rStyle", val=self._mark_style))
        return element("r", style, element("footnoteReference", id=self._last))

    def __len__(self) -> int:
        return self._last


def _root(document: WordDocument) -> BaseOxmlElement:
    """The root of a fresh footnotes part, in place of the one a template may bring."""
    for key, related in list(document.part.rels.items()):
        if related.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            document.part.rels.pop(key)
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    for kind, number in SEPARATORS:
        line = element("p", element("r", element(kind)))
        root.append(element("footnote", line, type=kind, id=number))
    part: Part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _announce(document)
    return root


def _announce(document: WordDocument) -> None:
    """Name the separators in the settings, where Word looks for them."""
    settings = document.settings.element
    for found in settings.findall(qn("w:footnotePr")):
        settings.remove(found)
    named = element("footnotePr", *(element("footnote", id=number) for _, number in SEPARATORS))
    later = (
        "endnotePr",
        "compat",
        "docVars",
        "rsids",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
        "listSeparator",
    )
    following = next((child for child in settings if child.tag in {qn(f"w:{name}") for name in later}), None)
    if following is None:
        settings.append(named)
    else:
        following.addprevious(named)
