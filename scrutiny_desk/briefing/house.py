"""The styles of the template a briefing is written into, found by name and role; those it lacks come from ours."""

from collections.abc import Mapping
from copy import deepcopy
from enum import StrEnum

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import lists
from scrutiny_desk.briefing.ooxml import element
from scrutiny_desk.briefing.opening import own

OWN_POINTS = 12
LEGIBLE = 24
"""Half points: 12 point, the least for what is read aloud to the room."""


class Role(StrEnum):
    """What a style is for; the values name the styles of our own template."""

    TITLE = "heading 1"
    PAPER = "Paper Heading"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    DETAILS = "Header Details"
    NUMBERED = "Numbered Paragraph"
    CONTINUED = "Continued Paragraph"
    LETTER = "Letter Text"
    BODY = "Normal"
    BULLET = "List Bullet"
    COMMENT = "Officer Comment"
    ANSWER_SPACE = "Answer Space"
    LEAD = "Lead Line"
    TABLE_HEADING = "Table Heading"
    TABLE_TEXT = "Table Text"
    CAPTION = "caption"
    CONTENTS_HEADING = "TOC Heading"
    CONTENTS_LINE = "toc 2"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote text"
    FOOTNOTE_MARK = "footnote reference"
    STRONG = "Strong"
    SOURCE = "Source"
    LINK = "Hyperlink"
    TABLE = "Scrutiny Table"


KNOWN_NAMES: dict[Role, tuple[str, ...]] = {
    Role.TITLE: ("heading 1", "report title", "document title", "pennawd 1"),
    Role.HEADING_2: ("heading 2", "section heading", "report heading", "main heading", "pennawd 2"),
    Role.HEADING_3: ("heading 3", "sub heading", "subheading", "sub-heading", "pennawd 3"),
    Role.HEADING_4: ("heading 4", "pennawd 4"),
    Role.DETAILS: ("header details", "report details", "report header"),
    Role.NUMBERED: (
        "numbered paragraph",
        "numbered para",
        "paragraph numbered",
        "report paragraph",
        "paragraff rhifedig",
    ),
    Role.BODY: ("normal", "body text", "testun"),
    Role.BULLET: ("list bullet", "bullet", "bullets", "bullet list"),
    Role.TABLE: ("scrutiny table", "council table", "report table", "house table", "table grid"),
}
"""Names that councils' templates give to these roles, compared without regard to case; the role's own comes first."""

OUTLINE = {Role.TITLE: "0", Role.HEADING_2: "1", Role.HEADING_3: "2", Role.HEADING_4: "3"}


class House:
    """An opened template, or None for ours: the document to write into, and the style id of each role in it.

    `mapping` is the user's own choice, role name to style name, and goes before what is found. A role the template
    has no style for is given ours, resting on the template's own body style, so that its face and size are kept.
    `points` is the size of the text in our own template; a council's keeps its own.
    """

    def __init__(
        self, template: WordDocument | None, *, points: int = OWN_POINTS, mapping: Mapping[str, str] | None = None
    ) -> None:
        self.is_own = template is None
        self.document = template or own()
        self._source = own() if template else self.document
        self._mapping = {key.casefold(): value.casefold() for key, value in (mapping or {}).items()}
        self._found: dict[Role, str] = {}
        self._named = {_name(style).casefold(): style for style in self._styles()}
        self.titled_apart = not self.is_own and self._title_stands_apart()
        self._speak_british()
        if self.is_own and points != OWN_POINTS:
            self._enlarge(points - OWN_POINTS)

    def style(self, role: Role) -> str:
        """The id of the style for this role; brought in from our own template where the house has none."""
        if role not in self._found:
            found = self.own_style(role)
            self._found[role] = found if found is not None else self._bring(role)
        return self._found[role]

    def own_style(self, role: Role) -> str | None:
        """The id of the house's own style for this role; None where it has none, or the user prefers ours."""
        if self._mapping.get(role.value.casefold()) == "":
            return None
        return self._by_mapping(role) or self._by_name(role) or self._by_outline(role)

    def heading(self, depth: int) -> str:
        """The style of a heading; depth 1 is a section right under the title."""
        roles = [Role.HEADING_2, Role.HEADING_3, Role.HEADING_4]
        if self.titled_apart:
            roles = [Role.TITLE, *roles]
        return self.style(roles[min(depth, len(roles)) - 1])

    @property
    def title(self) -> str:
        """The style of the title: heading 1, or "Title" in a house whose heading 1 bears a section's number."""
        if self.titled_apart:
            return self._named["title"].get(qn("w:styleId"))
        return self.style(Role.TITLE)

    @property
    def numbered_paragraph(self) -> str:
        """The style of numbered paragraphs; the body's where the house numbers its headings but no paragraphs.

        Paragraphs 1, 2, 3 under sections 1, 2, 3 would make "paragraph 2" mean two things.
        """
        own = self.own_style(Role.NUMBERED)
        return self.style(Role.BODY) if own is None and self.numbered(self.heading(1)) else self.style(Role.NUMBERED)

    def element_of(self, style_id: str) -> BaseOxmlElement | None:
        """The style's own XML."""
        return next((style for style in self._styles() if style.get(qn("w:styleId")) == style_id), None)

    def numbered(self, style_id: str | None) -> bool:
        """Whether a style, or one it rests on, numbers its paragraphs."""
        seen = set()
        while style_id and style_id not in seen:
            seen.add(style_id)
            style = self.element_of(style_id)
            if style is None:
                return False
            if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
                return True
            style_id = _val(style, "basedOn")
        return False

    def _styles(self) -> list[BaseOxmlElement]:
        return self.document.styles.element.findall(qn("w:style"))

    def _title_stands_apart(self) -> bool:
        first = self._by_mapping(Role.TITLE) or self._by_name(Role.TITLE)
        return first is not None and self.numbered(first) and "title" in self._named

    def _by_mapping(self, role: Role) -> str | None:
        wanted = self._mapping.get(role.value.casefold())
        return self._named[wanted].get(qn("w:styleId")) if wanted in self._named else None

    def _by_name(self, role: Role) -> str | None:
        for name in (role.value.casefold(), *KNOWN_NAMES.get(role, ())):
            style = self._named.get(name)
            if style is not None and self._serves(style, role):
                return style.get(qn("w:styleId"))
        return None

    def _serves(self, style: BaseOxmlElement, role: Role) -> bool:
        """Whether a style of the right name does what the role asks: numbers that number, captions one can read."""
        if role is Role.NUMBERED:
            return self.numbered(style.get(qn("w:styleId")))
        size = style.find(f"{qn('w:rPr')}/{qn('w:sz')}")
        return role is not Role.CAPTION or size is None or int(size.get(qn("w:val"))) >= LEGIBLE

    def _by_outline(self, role: Role) -> str | None:
        level = OUTLINE.get(role)
        for style in self._styles():
            found = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if level is not None and found is not None and found.get(qn("w:val")) == level:
                return style.get(qn("w:styleId"))
        if role is Role.BODY:
            return next((s.get(qn("w:styleId")) for s in self._styles() if _is_default_paragraph(s)), None)
        return None

    def _bring(self, role: Role) -> str:
        """Copy our own style for the role into the house, under a key that is free there."""
        model = next(s for s in self._source.styles.element.findall(qn("w:style")) if _name(s) == role.value)
        style = deepcopy(model)
        taken = {s.get(qn("w:styleId")) for s in self._styles()}
        key = style.get(qn("w:styleId"))
        while key in taken:
            key += "Scrutiny"
        style.set(qn("w:styleId"), key)
        self._settle(style, role)
        self.document.styles.element.append(style)
        if role is Role.NUMBERED:
            lists.number_paragraphs(self.document, style)
        elif role is Role.BULLET:
            lists.bullet_paragraphs(self.document, style)
        return key

    def _settle(self, style: BaseOxmlElement, role: Role) -> None:
        """Rest the copied style on the house's own, and leave to the house what colour and size it has."""
        base = style.find(qn("w:basedOn"))
        if base is not None and style.get(qn("w:type")) == "paragraph":
            base.set(qn("w:val"), self.heading(1) if role is Role.PAPER else self.style(Role.BODY))
        elif base is not None and _val(style, "basedOn") not in {s.get(qn("w:styleId")) for s in self._styles()}:
            style.remove(base)
        after = style.find(qn("w:next"))
        if after is not None:
            after.set(qn("w:val"), self.style(Role.BODY))
        for path in ("w:rPr/w:color", "w:pPr/w:numPr", *(() if role in OUTLINE else ("w:rPr/w:sz", "w:rPr/w:szCs"))):
            for found in style.findall("/".join(qn(step) for step in path.split("/"))):
                found.getparent().remove(found)

    def _speak_british(self) -> None:
        """Set the document's language to British English, unless the house is set in Welsh."""
        defaults = self.document.styles.element.find(
            "/".join(qn(f"w:{s}") for s in ("docDefaults", "rPrDefault", "rPr"))
        )
        if defaults is None:
            return
        language = defaults.find(qn("w:lang"))
        if language is None:
            language = element("lang")
            defaults.append(language)
        if language.get(qn("w:val")) not in ("en-GB", "cy-GB"):
            language.set(qn("w:val"), "en-GB")

    def _enlarge(self, points: int) -> None:
        """Set every style larger by so many points, and lists further in; Word counts half points."""
        for indent in self.document.part.numbering_part.element.iter(qn("w:ind")):
            for side in (qn("w:left"), qn("w:hanging")):
                indent.set(side, str(int(indent.get(side)) * (OWN_POINTS + points) // OWN_POINTS))
        for tag in ("w:sz", "w:szCs"):
            for size in self.document.styles.element.iter(qn(tag)):
                size.set(qn("w:val"), str(int(size.get(qn("w:val"))) + 2 * points))


CHOSEN: dict[Role, str] = {
    Role.TITLE: "Title",
    Role.HEADING_2: "Section heading",
    Role.HEADING_3: "Heading within a section",
    Role.DETAILS: "Header details",
    Role.NUMBERED: "Numbered paragraph",
    Role.BODY: "Text",
    Role.COMMENT: "Officer comment",
    Role.TABLE: "Table",
    Role.TABLE_HEADING: "Head of a table",
    Role.TABLE_TEXT: "Text in a table",
    Role.CAPTION: "Caption",
}
"""The roles whose style a person may choose, as they are asked; the others follow from the words or stand on every
page."""


def found(template: WordDocument, mapping: Mapping[str, str] | None = None) -> dict[Role, str | None]:
    """The name of the template's style for each role that may be chosen; None where it has none, and ours is used."""
    house = House(template, mapping=mapping)
    own = {}
    for role in CHOSEN:
        key = house.own_style(role)
        style = house.element_of(key) if key else None
        own[role] = _name(style) if style is not None else None
    return own


def named(template: WordDocument, *, tables: bool = False) -> tuple[str, ...]:
    """The names of the template's styles for paragraphs, or for tables, as its maker sees them."""
    kind = "table" if tables else "paragraph"
    styles = template.styles.element.findall(qn("w:style"))
    shown = (style for style in styles if style.get(qn("w:type")) == kind and style.find(qn("w:semiHidden")) is None)
    return tuple(sorted(filter(None, map(_name, shown)), key=str.casefold))


def _name(style: BaseOxmlElement) -> str:
    return _val(style, "name") or ""


def _val(style: BaseOxmlElement, child: str) -> str | None:
    found = style.find(qn(f"w:{child}"))
    return None if found is None else found.get(qn("w:val"))


def _is_default_paragraph(style: BaseOxmlElement) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")
