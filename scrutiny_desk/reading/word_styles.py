"""What a Word style says of its paragraphs: heading depth, list, bold; through the styles it is based on."""

from dataclasses import dataclass

from lxml import etree

from scrutiny_desk.reading.ordinals import whole
from scrutiny_desk.reading.word_numbering import W


@dataclass(frozen=True, slots=True)
class Style:
    """Heading `level` (1 highest, 0 for none), the list it belongs to, and whether it is bold."""

    level: int = 0
    list_id: str = ""
    depth: int = 0
    bold: bool = False


class Styles:
    """The styles of one document by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._nodes: dict[str, etree._Element] = {}
        self._default = ""
        self._done: dict[str, Style] = {}
        for node in root.iterfind(f"{W}style") if root is not None else ():
            key = node.get(f"{W}styleId", "")
            self._nodes[key] = node
            if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true"):
                self._default = key

    def of(self, key: str | None) -> Style:
        """The style with this id, or the document's own plain style."""
        wanted = key if key in self._nodes else self._default
        if wanted not in self._done:
            self._done[wanted] = self._resolve(wanted, 0)
        return self._done[wanted]

    def _resolve(self, key: str, steps: int) -> Style:
        node = self._nodes.get(key)
        if node is None or steps > 20:
            return Style()
        based = node.find(f"{W}basedOn")
        base = self._resolve(based.get(f"{W}val", ""), steps + 1) if based is not None else Style()
        level, list_id, depth, bold = base.level, base.list_id, base.depth, base.bold
        name = node.find(f"{W}name")
        title = (name.get(f"{W}val") or "").lower() if name is not None else ""
        if title.startswith("heading ") and (depth_of := whole(title[8:], 0)) > 0:
            level = depth_of
        elif title == "title":
            level = 1
        held = node.find(f"{W}pPr")
        if held is not None:
            outline = outline_level(held)
            level = outline if outline is not None else level
            own, own_depth = list_of(held)
            list_id, depth = own if own is not None else list_id, own_depth if own_depth is not None else depth
        shown = node.find(f"{W}rPr")
        if shown is not None and (says := is_on(shown, "b")) is not None:
            bold = says
        return Style(level, list_id, depth, bold)


def is_on(properties: etree._Element, tag: str) -> bool | None:
    """Whether a switch such as bold is on; None where nothing is said."""
    node = properties.find(f"{W}{tag}")
    return None if node is None else node.get(f"{W}val", "1") not in ("0", "false", "none", "off")


def outline_level(properties: etree._Element) -> int | None:
    """The heading depth a paragraph's properties give, 1 the highest; 0 for body text, None where nothing is said."""
    node = properties.find(f"{W}outlineLvl")
    value = whole(node.get(f"{W}val"), -1) if node is not None else -1
    if value < 0:
        return None
    return value + 1 if value < 9 else 0


def list_of(properties: etree._Element) -> tuple[str | None, int | None]:
    """The list and depth a paragraph's properties give; None where nothing is said."""
    node = properties.find(f"{W}numPr")
    if node is None:
        return None, None
    key, depth = node.find(f"{W}numId"), node.find(f"{W}ilvl")
    return (
        key.get(f"{W}val", "") if key is not None else None,
        max(whole(depth.get(f"{W}val"), 0), 0) if depth is not None else None,
    )
