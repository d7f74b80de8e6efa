"""Numbers of Word paragraphs as Word shows them, worked out from numbering.xml and the styles."""

from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from scrutiny_desk.reading.markers import BULLETS
from scrutiny_desk.reading.ordinals import ordinal, whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(slots=True)
class Level:
    """One level of a list: where it starts, how it counts, and the pattern its number is shown in ("%1.%2")."""

    start: int = 1
    form: str = "decimal"
    pattern: str = "%1."
    legal: bool = False


class Numbering:
    """The lists of one document; `marker` is asked once for each numbered paragraph, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def marker(self, list_id: str, depth: int) -> str:
        """The number or bullet of the next paragraph of this list at this depth; "" where the list shows none."""
        if list_id not in self._lists:
            return ""
        abstract, overrides, starts = self._lists[list_id]
        levels = {**self._abstract.get(abstract, {}), **overrides}
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[abstract]
        if depth in starts and (list_id, depth) not in self._restarted:
            self._restarted.add((list_id, depth))
            counts.pop(depth, None)
        counts[depth] = counts[depth] + 1 if depth in counts else starts.get(depth, level.start)
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return bullet(level.pattern.strip()[:1])
        return self._shown(level, levels, counts)

    def _shown(self, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        if level.form == "none":
            return ""
        text = level.pattern
        for depth in range(9):
            if f"%{depth + 1}" in text:
                other = levels.get(depth, Level())
                form = "decimal" if level.legal else other.form
                text = text.replace(f"%{depth + 1}", _number(counts.get(depth, other.start), form))
        return text.strip()

    def _load(self, root: etree._Element) -> None:
        linked: dict[str, str] = {}
        for node in root.iterfind(f"{W}abstractNum"):
            key = node.get(f"{W}abstractNumId", "")
            self._abstract[key] = {_depth(level): _level(level) for level in node.iterfind(f"{W}lvl")}
            style = node.find(f"{W}styleLink")
            if style is not None:
                linked[style.get(f"{W}val", "")] = key
        for node in root.iterfind(f"{W}abstractNum"):
            style = node.find(f"{W}numStyleLink")
            source = linked.get(style.get(f"{W}val", "")) if style is not None else None
            if source:
                self._abstract[node.get(f"{W}abstractNumId", "")] = self._abstract[source]
        for node in root.iterfind(f"{W}num"):
            abstract = node.find(f"{W}abstractNumId")
            overrides, starts = {}, {}
            for change in node.iterfind(f"{W}lvlOverride"):
                start, level = change.find(f"{W}startOverride"), change.find(f"{W}lvl")
                if start is not None:
                    starts[_depth(change)] = whole(start.get(f"{W}val"), 1)
                if level is not None:
                    overrides[_depth(change)] = _level(level)
            name = abstract.get(f"{W}val", "") if abstract is not None else ""
            self._lists[node.get(f"{W}numId", "")] = (name, overrides, starts)


def bullet(sign: str) -> str:
    """The bullet as text: one of a symbol type, whose sign means nothing elsewhere, is shown as the round one."""
    private = "\ue000" <= sign <= "\uf8ff"
    return sign if not sign or (sign in BULLETS and not private) or sign == "o" else "•"


def _level(node: etree._Element) -> Level:
    def value(tag: str, usual: str) -> str:
        found = node.find(f"{W}{tag}")
        return found.get(f"{W}val", usual) if found is not None else usual

    legal = node.find(f"{W}isLgl")
    return Level(
        whole(value("start", "1"), 1),
        value("numFmt", "decimal"),
        value("lvlText", ""),
        legal is not None and legal.get(f"{W}val", "1") not in ("0", "false"),
    )


def _depth(node: etree._Element) -> int:
    return whole(node.get(f"{W}ilvl"), 0)


def _number(number: int, form: str) -> str:
    if form == "decimalZero":
        return f"{number:02d}"
    return ordinal(number, _STYLES.get(form, "1"))
