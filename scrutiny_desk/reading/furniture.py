"""Running heads, page numbers and footers: told from the text by their place and by coming back, and taken out."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from dataclasses import replace
from operator import attrgetter

from scrutiny_desk.domain.markings import begins_a_part, marking_in
from scrutiny_desk.reading.mending import ends_sentence
from scrutiny_desk.reading.pdf_lines import Line

FEWEST_LETTERS = 8
"""A running head of fewer letters says nothing worth keeping."""

NEAR = 4
"""A running line comes back within this many pages."""

EDGE_LINES = 4
"""How many lines from the head and the foot of a page may be furniture."""

LONG_LINE = 60
"""Letters from which on a line may be one of a paragraph."""

MARGIN = 0.17
"""Furniture stands within this share of the page's height from its edge."""

STAMP = re.compile(r"agenda item (?:no\.?|number)?\s*:?\s*(\d{1,3}[a-z]?(?:\.\d+)?)", re.IGNORECASE)
"""What agenda systems print on the first page of an item's papers."""

_NUMBER = re.compile(
    r"(?:page|p\.?|tudalen)?\s*[-–—(\[]?\s*(\d{1,4}|[ivxl]{1,6})\s*[-–—)\]]?(?:\s*(?:of|/|o)\s*\d{1,4})?", re.IGNORECASE
)
_TRAILING = re.compile(r"(?:^|.*\s)(?:page\s+)?(\d{1,4})(?:\s+of\s+\d{1,4})?$|^(\d{1,4})\s.*", re.IGNORECASE)
_MACHINE_READ = re.compile(
    r"[*_]*(?:<\w+>)?(?:scanned|machine[- ]read) (?:page|document)s?\b.{0,40}\bmay (?:contain|have) errors\b.{0,60}",
    re.IGNORECASE,
)
"""What archives print on pages that a machine has read: no word of the paper, wherever it stands."""

_Placed = tuple[int, tuple[str, int]]
"""A page's place, from 0, and the key of a line on it."""

_DIGITS = re.compile(r"\d+")


def strip_furniture(pages: list[list[Line]], heights: list[float]) -> list[str | None]:
    """Take the furniture out of the pages, in place; returns the number each page bears, None where it bears none.

    A running head that says what the text says nowhere, as a letter's does, stays on the first page that has it. Where
    a page bears two numbers, the one stamped on it as "Page 12" counts, else that of the longer run: a paper's own
    number gives way to the pack's. The stamp "Agenda Item 5" stays, as the first line of its page. What says who may
    read the paper stays as well: at the head of the first page that bears it, wherever on the page it stands.
    """
    for lines in pages:
        if any("error" in line.text.lower() for line in lines):
            lines[:] = [line for line in lines if not _MACHINE_READ.fullmatch(line.text.strip())]
    edges = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    running = _running(edges) - _body(pages, edges)
    numbered = _numbers(edges)
    running -= _only_said_there(pages, heights, edges, running)
    printed: list[str | None] = []
    before: frozenset[str] = frozenset()
    for place, (lines, edge) in enumerate(zip(pages, edges, strict=True)):
        stamps = [line for line in edge if STAMP.fullmatch(line.text.strip())]
        gone = {id(line) for line in edge if (place, _key(line)) in running}
        numbers = numbered.get(place, [])
        printed.append(numbers[0][1] if numbers else _number_in([line for line in edge if id(line) in gone], place))
        gone.update(id(line) for line, _text in numbers)
        gone.update(id(line) for line in stamps)
        marks = _marks(edge, gone, heights[place])
        gone.update(id(line) for line, _mark in marks)
        new = [_at_the_head(line, mark, lines) for line, mark in marks if mark not in before]
        before = frozenset(mark for _line, mark in marks)
        if gone:
            lines[:] = stamps[:1] + new + [line for line in lines if id(line) not in gone]
    return printed


def _marks(edge: list[Line], gone: set[int], height: float) -> list[tuple[Line, str]]:
    """The lines of a page's edge that say who may read the paper: running ones, and those at its foot."""
    lowest = min((line.bottom for line in edge), default=0.0)
    found = []
    for line in edge:
        at_the_foot = line.top < height * MARGIN and line.bottom - lowest < 2 * line.height
        mark = marking_in(line.text) if at_the_foot or id(line) in gone else ""
        if mark and (id(line) in gone or not begins_a_part(mark)):
            found.append((line, mark))
    return found


def _at_the_head(line: Line, mark: str, lines: list[Line]) -> Line:
    """A line that says no more than the mark, and stands above all others of its page."""
    top = max(other.top for other in lines) + 4 * line.height
    return replace(line, text=mark, segments=[], label=[], top=top, bottom=top - line.height)


def _edges(lines: list[Line], height: float) -> list[Line]:
    """The lines near the head and the foot of the page."""
    by_height = sorted(lines, key=attrgetter("top"), reverse=True)
    head = [line for line in by_height[:EDGE_LINES] if line.bottom > height * (1 - MARGIN)]
    foot = [line for line in by_height[-EDGE_LINES:] if line.top < height * MARGIN]
    return head + [line for line in foot if line not in head]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.strip()), round(line.bottom / 4)


def _running(edges: list[list[Line]]) -> set[_Placed]:
    """Page and key of each line that stands at the same place, but for its digits, on neighbouring pages."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, lines in enumerate(edges):
        for line in lines:
            places[_key(line)].append(place)
    found = set()
    for key, on in places.items():
        enough = 2 if len(edges) <= 3 else 3
        for at in on:
            near = bisect(on, at + NEAR) - bisect(on, at - NEAR - 1)
            if near >= enough and len(key[0]) <= 160:
                found.add((at, key))
    return found


def _body(pages: list[list[Line]], edges: list[list[Line]]) -> set[_Placed]:
    """The lines near the edge of a page that are its text: full lines, or ends of sentences, set close to more.

    Papers made from one form say the same at the same place of many pages, which is no running head.
    """
    found: set[_Placed] = set()
    for place, (lines, edge) in enumerate(zip(pages, edges, strict=True)):
        right = max((line.right for line in lines), default=0.0)
        for line in edge:
            long = len(line.text) >= LONG_LINE and not line.segments
            if long and (line.right > right - 4 * line.size or ends_sentence(line.text)) and _is_close(line, lines):
                found.add((place, _key(line)))
    return found


def _is_close(line: Line, lines: list[Line]) -> bool:
    """Whether another long line of the same type follows or comes before at the distance of lines of a paragraph."""
    return any(
        0.7 * line.size < abs(other.bottom - line.bottom) < 1.5 * line.size
        and abs(other.size - line.size) < 0.1
        and abs(other.left - line.left) < 4 * line.size
        and len(other.text) >= LONG_LINE
        for other in lines
    )


def _only_said_there(
    pages: list[list[Line]], heights: list[float], edges: list[list[Line]], running: set[_Placed]
) -> set[_Placed]:
    """Those of the running lines at the head of a page that are the first to say what is said nowhere else."""
    heads = [
        (place, line)
        for place, (edge, height) in enumerate(zip(edges, heights, strict=True))
        for line in edge
        if (place, _key(line)) in running and line.bottom > height / 2 and len(_letters(line.text)) >= FEWEST_LETTERS
    ]
    if not heads:
        return set()
    body = {
        _letters(line.text)
        for place, (lines, edge) in enumerate(zip(pages, edges, strict=True))
        for line in lines
        if line not in edge or (place, _key(line)) not in running
    }
    said = "\n".join(body)
    kept: set[_Placed] = set()
    for place, line in heads:
        words = _letters(line.text)
        if words not in said:
            kept.add((place, _key(line)))
            said += f"\n{words}"
    return kept


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


def _numbers(edges: list[list[Line]]) -> dict[int, list[tuple[Line, str]]]:
    """By page, the lines that are nothing but its number, where numbers run on from page to page; the best first."""
    candidates: dict[int, list[tuple[Line, str]]] = {}
    for place, lines in enumerate(edges):
        candidates[place] = [(line, match[1]) for line in lines if (match := _NUMBER.fullmatch(line.text.strip()))]
    steps = Counter(int(text) - place for place, found in candidates.items() for _line, text in found if text.isdigit())
    lone = len(edges) <= 2
    chosen = {}
    for place, found in candidates.items():
        fit = [
            (line, text)
            for line, text in found
            if not text.isdigit() or steps[int(text) - place] > 1 or (lone and int(text) == place + 1)
        ]
        if fit:
            fit.sort(
                key=lambda one: (one[0].text.strip()[:1] in "Pp", one[1].isdigit(), _run(one[1], place, steps)),
                reverse=True,
            )
            chosen[place] = fit
    return chosen


def _run(text: str, place: int, steps: Counter[int]) -> int:
    return steps[int(text) - place] if text.isdigit() else 0


def _number_in(gone: list[Line], place: int) -> str | None:
    """The page's number within a running line ("Minutes 14 May, page 3")."""
    for line in gone:
        match = _TRAILING.match(line.text.strip())
        if match and (text := match[1] or match[2]) and abs(int(text) - place) < 5000 and not 1900 <= int(text) <= 2100:
            return text
    return None
