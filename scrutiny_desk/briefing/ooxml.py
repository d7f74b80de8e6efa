"""The few elements of WordprocessingML that a briefing is made of, built without a word of formatting."""

import re
from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

DEFAULT_LANGUAGE = "en-GB"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[\t\n\r]+")


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """An element of the w namespace: `element("pStyle", val="Heading1")` is `<w:pStyle w:val="Heading1"/>`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def clean(words: str) -> str:
    """The words without characters that XML cannot hold, and with breaks and tabs as spaces."""
    return _NOT_IN_XML.sub("", _SPACES.sub(" ", words))


def run(words: str, *, style: str | None = None, language: str = DEFAULT_LANGUAGE) -> BaseOxmlElement:
    """A run of words in a character style; `language` is set where it is not the document's own."""
    text = element("t")
    text.text = clean(words)
    text.set(qn("xml:space"), "preserve")
    made = element("r")
    properties = []
    if style:
        properties.append(element("rStyle", val=style))
    if language != DEFAULT_LANGUAGE:
        properties.append(element("lang", val=language))
    if properties:
        made.append(element("rPr", *properties))
    made.append(text)
    return made


def paragraph(style: str | None, content: Iterable[BaseOxmlElement] = ()) -> BaseOxmlElement:
    """A paragraph in a style, holding these runs."""
    made = element("p")
    if style:
        made.append(element("pPr", element("pStyle", val=style)))
    made.extend(content)
    return made


def field(instruction: str, shown: str) -> BaseOxmlElement:
    """A simple field (PAGE, NUMPAGES); `shown` stands there until Word works it out."""
    return element("fldSimple", run(shown), instr=f" {instruction} ")


def style_of(block: BaseOxmlElement) -> str | None:
    """The style a paragraph names, None for the default."""
    found = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if found is None else found.get(qn("w:val"))


def words_of(block: BaseOxmlElement) -> str:
    """All words of a paragraph or a cell, in order."""
    return "".join(node.text or "" for node in block.iter(qn("w:t")))
