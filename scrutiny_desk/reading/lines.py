"""Lines of plain text into paragraphs, however the file broke them, with page marks and running lines taken out."""

import re
from collections import Counter
from dataclasses import dataclass

from scrutiny_desk.reading.markers import take_marker
from scrutiny_desk.reading.mending import LONGEST_PARAGRAPH, Vocabulary, ends_sentence, is_open

WIDEST_PAGE = 135
"""Files whose lines run on past this many characters are one paragraph a line."""

FEWEST_GO_ON = 0.12
"""A file with a blank line after each line breaks its lines only where so many of them begin in lower case."""

NARROWEST_PAGE = 45
"""Lines broken at fewer characters than this are verse, labels or lists."""

_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}|={3,}|(?:[-*_] ){2,}[-*_]")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–]? ?\d{1,4} ?[-–]?(?: of \d+)?", re.IGNORECASE)
_MARK = re.compile(r"(?:(?P<page>page) )?[-–]? ?(?P<number>\d{1,4}) ?[-–]?(?: of \d+)?", re.IGNORECASE)
_AWAITS_NUMBER = re.compile(r"\s(?:paragraphs?|paras?|sections?|items?|pages?|minutes?|appendix|tables?|numbers?)\.?$")
"""What a number at the head of the next line belongs to."""
_DIGITS = re.compile(r"\d+")
_LONE_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")


@dataclass(slots=True)
class SourceLine:
    """A line, or several joined, and the places of the `first` and `last` of them among the lines given."""

    text: str
    first: int
    last: int = -1

    def __post_init__(self) -> None:
        self.last = max(self.last, self.first)


def paragraphs(lines: list[SourceLine]) -> list[SourceLine]:
    """The paragraphs of the lines in order; pages and running lines leave no trace but a possible break."""
    marks = set() if any("\f" in line.text for line in lines) else _page_marks(lines)
    pages = _without_running_lines([_without_edges(page) for page in _pages(lines, marks)], sure=bool(marks))
    left = [line for page in pages for line in [*page, *_break_behind(page, sure=bool(marks))]]
    width = wrap_width([line.text for line in left])
    spaced = width is not None and _double_spaced(left)
    if width is None or spaced and _seldom_goes_on(left):
        return [line for line in _sewn(left) if line.text.strip()]
    if spaced:
        left = [line for line in left if line.text.strip()]
    return [line for line in _rejoined(left, width) if line.text.strip()]


def wrap_width(lines: list[str]) -> int | None:
    """The width in characters at which the file breaks its lines; None where each line is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < 4 or lengths[-1 - len(lengths) // 12] > WIDEST_PAGE:
        return None
    width = lengths[-1 - len(lengths) // 10]
    near = sum(width * 0.8 <= length <= width * 1.05 for length in lengths)
    full = [line for line in lines if len(line.rstrip()) >= width * 0.75]
    broken = sum(not ends_sentence(line) for line in full)
    even = near >= len(lengths) * 0.25 and width >= NARROWEST_PAGE
    return width if even and broken >= max(3, len(full) * 0.3) else None


def _break_behind(page: list[SourceLine], *, sure: bool) -> list[SourceLine]:
    """The blank line that stands for the end of a page, unless a page that `sure` is one stops within a sentence."""
    last = page[-1].text.rstrip() if page and sure else ""
    return [] if last[-1:].isalpha() and last[-1:].islower() else [SourceLine("", 0)]


def _page_marks(lines: list[SourceLine]) -> set[int]:
    """The places of page numbers that stand alone behind a blank line and count on from page to page.

    Numbers of business may stand so too: mere numbers must have one line, the same each time, straight behind them.
    """
    marks: list[tuple[int, int]] = []
    sure = True
    heads: set[str] = set()
    for place, line in enumerate(lines[:-1]):
        alone = place > 0 and not lines[place - 1].text.strip()
        found = _MARK.fullmatch(line.text.strip()) if alone else None
        if found and (not marks or int(found["number"]) == marks[-1][1] + 1):
            marks.append((place, int(found["number"])))
            sure = sure and bool(found["page"])
            heads.add(_bare(lines[place + 1]))
    running = len(heads) == 1 and "" not in heads
    return {place for place, _ in marks} if len(marks) > 1 and (sure or running) else set()


def _pages(lines: list[SourceLine], marks: set[int]) -> list[list[SourceLine]]:
    pages: list[list[SourceLine]] = [[]]
    for place, line in enumerate(lines):
        if place in marks:
            pages.append([])
            continue
        parts = line.text.split("\f")
        if len(parts) == 1 and _RULE.fullmatch(line.text.strip()):
            pages.append([])
            continue
        pages[-1].append(SourceLine(parts[0], line.first))
        pages.extend([SourceLine(part, line.first)] for part in parts[1:])
    if len(pages) > 1 and all(not line.text.strip() or _LONE_LINK.fullmatch(line.text.strip()) for line in pages[0]):
        pages = pages[1:]
    return pages


def _without_edges(page: list[SourceLine]) -> list[SourceLine]:
    """The page without blank lines and page numbers at its head and foot."""
    start, end = 0, len(page)
    while start < end and (not page[start].text.strip() or _PAGE_NUMBER.fullmatch(page[start].text.strip())):
        start += 1
    while end > start and not page[end - 1].text.strip():
        end -= 1
    if end - start > 1 and _PAGE_NUMBER.fullmatch(page[end - 1].text.strip()) and not page[end - 2].text.strip():
        end -= 1
    return page[start:end]


def _without_running_lines(pages: list[list[SourceLine]], *, sure: bool) -> list[list[SourceLine]]:
    """Pages without the line that stands, but for its digits, at the head of most of them, or at the foot.

    Where page numbers make it `sure` that they are pages, two of three will do.
    """
    if len(pages) < 3:
        return pages
    for edge in (0, -1):
        seen = Counter(_bare(page[edge]) for page in pages if page)
        often = max(1 if sure else 2, len(pages) // 3)
        running = {line for line, times in seen.items() if line and times > often}
        for page in pages:
            if page and _bare(page[edge]) in running:
                page.pop(edge)
    return pages


def _bare(line: SourceLine) -> str:
    return _DIGITS.sub("#", line.text.strip())


def _double_spaced(lines: list[SourceLine]) -> bool:
    """Whether a blank line stands between nearly all lines, so that it tells nothing."""
    held = [bool(line.text.strip()) for line in lines]
    pairs = sum(one and two for one, two in zip(held, held[1:], strict=False))
    return pairs <= sum(held) * 0.06


def _seldom_goes_on(lines: list[SourceLine]) -> bool:
    """Whether next to no line begins as the rest of a sentence does, so that each line is a paragraph."""
    heads = [line.text.strip()[0] for line in lines if line.text.strip()]
    return sum(head.islower() for head in heads) < FEWEST_GO_ON * len(heads)


def _sewn(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines of a file that breaks none for width, with a line that clearly is the rest of the one right above it
    joined to it; pages saved as text have such breaks where the page's source had them."""
    done: list[SourceLine] = []
    words: Vocabulary | None = None
    for line in lines:
        if done and _is_rest(done[-1].text, line.text) and len(done[-1].text) < LONGEST_PARAGRAPH:
            words = words or Vocabulary([line.text for line in lines])
            done[-1].text = words.join(done[-1].text.rstrip(), line.text.strip())
            done[-1].last = line.last
        else:
            done.append(line)
    return done


def _is_rest(before: str, line: str) -> bool:
    if not line[:1].islower() or not before[-1:].isalnum() and not before.endswith((" ", ",")):
        return False
    return "\t" not in before + line and not take_marker(line)[0] and before.strip()[-1:].isalnum()


def _rejoined(lines: list[SourceLine], width: int) -> list[SourceLine]:
    done: list[SourceLine] = []
    last = ""
    words = Vocabulary([line.text for line in lines])
    for line in lines:
        room = bool(done) and len(done[-1].text) < LONGEST_PARAGRAPH
        if room and last and line.text.strip() and _goes_on(last, line.text, width):
            done[-1].text = words.join(done[-1].text.rstrip(), line.text.strip())
            done[-1].last = line.last
        else:
            done.append(line)
        last = line.text.rstrip()
    return done


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether the line is more of the paragraph that `before`, the line above it, belongs to."""
    words = line.split()
    room = width - len(before)
    full = room <= len(words[0]) + max(4, width // 6)
    stopped = ends_sentence(before)
    if "\t" in line or "\t" in before:
        return False
    marker, _rest = take_marker(line.strip())
    if marker and not (full and _AWAITS_NUMBER.search(before)):
        return marker.startswith("(") and full and not stopped
    if is_open(before) or before.endswith(","):
        return True
    if line.isupper() != before.isupper():
        return False
    if words[0][0].islower() and not stopped:
        return True
    if stopped:
        return room <= len(words[0]) + 1
    return full
