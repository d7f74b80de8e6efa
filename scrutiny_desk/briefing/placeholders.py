"""Placeholders in a council's template: {{ committee }}, {{ prepared_on }}, and {{ briefing }} where the note goes."""

import io
import re

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import wording
from scrutiny_desk.briefing.content import details
from scrutiny_desk.briefing.ooxml import words_of
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.troubles import Trouble

WHOLE = "briefing"
"""The placeholder that stands for the title, the header paragraphs and the sections."""
_MARK = "\u2063briefing\u2063"
"""What stands there while the template is filled: invisible separators, which no template types."""
_USED = re.compile(r"\{\{|\{%")
_NAME = re.compile(r"\{\{[a-z]?\s*(\w+)")
_NAMES = (wording.COMMITTEE, wording.COMMITTEE_DATE, wording.BODY, wording.ITEM, wording.WITNESS, wording.POST)
_NAMES += (wording.ORGANISATION, wording.ISSUE, wording.PREPARED_ON, wording.STATUS, wording.CIRCULATION, wording.PLACE)
REMEDY = "Correct the placeholder in the template, or leave the template out to use our own."


def used(document: WordDocument) -> bool:
    """Whether the template's text, header or footer has placeholders."""
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    return any(_USED.search(words_of(part)) for part in parts)


def asked_for(document: WordDocument) -> set[str]:
    """The names that stand in the template's placeholders."""
    return set(_NAME.findall(words_of(document.element.body)))


def values(briefing: Briefing) -> dict[str, str]:
    """What each placeholder stands for; what this briefing does not have is empty."""
    known = {_key(label): words for label, words in details(briefing)}
    return {**dict.fromkeys(map(_key, _NAMES), ""), **known, "title": briefing.title, WHOLE: _MARK}


def _key(label: str) -> str:
    return label.casefold().replace(" ", "_")


def filled(template: bytes, briefing: Briefing) -> bytes:
    """The template with its placeholders filled in, but for the place of the briefing itself.

    `Trouble` where a placeholder is not one of ours, or the template's marks are wrong. A template can reach nothing
    but these values: it may come from anywhere.
    """
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    known = values(briefing)
    house = DocxTemplate(io.BytesIO(template))
    try:
        house.render(known, SandboxedEnvironment(autoescape=True, undefined=StrictUndefined), autoescape=True)
    except TemplateError as fault:
        names = ", ".join(sorted(known))
        raise Trouble(
            f"The template asks for something a briefing does not have. It may ask for: {names}.", REMEDY
        ) from fault
    buffer = io.BytesIO()
    house.save(buffer)
    return buffer.getvalue()


def place(document: WordDocument) -> BaseOxmlElement | None:
    """The paragraph in which the briefing is to stand; None where the template names no place for it."""
    for block in document.element.body.iter(qn("w:p")):
        if _MARK in words_of(block):
            return block
    return None
