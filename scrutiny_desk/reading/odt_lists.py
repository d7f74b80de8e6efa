"""Numbers of OpenDocument lists as Writer shows them."""

from dataclasses import dataclass

from lxml import etree

from scrutiny_desk.reading.odt_names import STYLE, TEXT
from scrutiny_desk.reading.ordinals import ordinal, whole
from scrutiny_desk.reading.word_numbering import bullet


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""


class Lists:
    """The list styles of one document and how far each list has counted."""

    def __init__(self, *trees: etree._Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        for tree in trees:
            for node in tree.iter(f"{TEXT}list-style", f"{TEXT}outline-style") if tree is not None else ():
                self._styles[node.get(f"{STYLE}name", "")] = dict(_levels(node))
        self._counts: dict[str, list[int]] = {}
        self._now = ""

    def enter(self, node: etree._Element, style: str | None, depth: int) -> None:
        """A list begins here: afresh, unless it says that it goes on from the last of its style."""
        if depth:
            self._count(depth)
            return
        key = style or ""
        earlier = node.get(f"{TEXT}continue-list")
        goes_on = node.get(f"{TEXT}continue-numbering") == "true" or earlier is not None
        identity = node.get("{http://www.w3.org/XML/1998/namespace}id")
        if goes_on:
            source = earlier if earlier in self._counts else key
            self._counts[identity or key] = self._counts[key] = self._counts.get(source, [])
        else:
            self._counts[identity or key] = self._counts[key] = []
        self._now = key

    def marker(self, style: str | None, depth: int, item: etree._Element) -> str:
        """The number or bullet of the next item of the list in hand."""
        level = self._styles.get(style or "", {}).get(depth + 1)
        counts = self._count(depth)
        start = whole(item.get(f"{TEXT}start-value"), -1)
        if start >= 0:
            counts[depth] = start
        elif counts[depth] < 0:
            counts[depth] = level.start if level else 1
        else:
            counts[depth] += 1
        del counts[depth + 1 :]
        if level is None:
            return ""
        if level.bullet:
            return bullet(level.bullet.strip()[:1])
        if not level.form:
            return ""
        first = max(depth + 1 - level.shown, 0)
        levels = self._styles[style or ""]
        numbers = [
            ordinal(max(counts[n], 1), levels[n + 1].form if n + 1 in levels else "1") for n in range(first, depth + 1)
        ]
        return f"{level.before}{'.'.join(numbers)}{level.after}".strip()

    def _count(self, depth: int) -> list[int]:
        counts = self._counts.setdefault(self._now, [])
        while len(counts) <= depth:
            counts.append(-1)
        return counts


def _levels(style: etree._Element) -> list[tuple[int, _Level]]:
    found = []
    for node in style:
        depth = whole(node.get(f"{TEXT}level"), 0)
        if depth < 1:
            continue
        found.append(
            (
                depth,
                _Level(
                    node.get(f"{STYLE}num-format") or "",
                    node.get(f"{STYLE}num-prefix") or "",
                    node.get(f"{STYLE}num-suffix") or "",
                    whole(node.get(f"{TEXT}display-levels"), 1),
                    whole(node.get(f"{TEXT}start-value"), 1),
                    node.get(f"{TEXT}bullet-char") or "",
                ),
            )
        )
    return found
