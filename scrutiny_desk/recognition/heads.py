"""The head of a paper: its labels and values, and its lines as text."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.recognition.dates import MONTHS, dates_in
from scrutiny_desk.recognition.headings import all_caps
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import folded_spaces

_LABEL = re.compile(
    r"^(?:meeting\s+(?=venue|place|time|location))?(committee date|date and time|"
    r"date of (?:the )?meeting|meeting date|date|time of meeting|start time|end "
    r"time|finish time|time|place|venue|location|"
    r"committee|meeting of|meeting|body|name of committee|council|held (?:at|in)|"
    r"start|finish|end|commenced?|concluded)\s*[:\-–\t]+\s*(.*)$",
    re.I,
)


SMALL_WORDS = frozenset("of and the for in on to at with a an or".split())


def _pairs(block: Block) -> list[tuple[str, str]]:
    """Label and value pairs of one block: "Date:<tab>Monday", "Date: Monday", or two pairs side by side."""
    if block.cells:
        cells = [c.strip() for c in block.cells if c.strip()]
        pairs, index = [], 0
        while index < len(cells):
            match = _LABEL.match(cells[index] + ("\t" if not like(r"[:\-–]\s*\S").search(cells[index]) else ""))
            if match and not match[2].strip(" :") and index + 1 < len(cells):
                pairs.append((match[1].casefold(), cells[index + 1]))
                index += 2
                continue
            if match and match[2].strip():
                pairs.append((match[1].casefold(), match[2].strip()))
            index += 1
        return pairs
    match = _LABEL.match(block.text)
    if not match:
        return []
    return [(match[1].casefold(), match[2].strip())]


def head_labels(head: Sequence[Block]) -> dict[str, str]:
    """The labelled values of the head; a label alone on its line takes the next line."""
    found: dict[str, str] = {}
    waiting: str | None = None
    for block in head:
        pairs = _pairs(block)
        if waiting and not pairs and len(block.text) < 160:
            found.setdefault(waiting, block.text)
        waiting = None
        for label, value in pairs:
            if value:
                found.setdefault(label, value)
            else:
                waiting = label
    return found


_DAY_ENDS = re.compile(r"\b\d{1,2}\s?(?:st|nd|rd|th|[\"'’”*°])*$")
_MONTH_BEGINS = re.compile(rf"(?:{'|'.join(MONTHS)})\b", re.I)


def head_lines(head: Sequence[Block]) -> list[str]:
    """The lines of the head as text, a run of very short ones joined ("MINUTES" / "OF" / "PROCEEDINGS")."""
    out: list[str] = []
    for block in head:
        text = folded_spaces(block.text)
        if (
            out
            and not dates_in(text[:40])
            and (
                out[-1].split()[-1].casefold() in (*SMALL_WORDS, "minutes", "proceedings", "meeting")
                and len(out[-1]) < 60
                and len(text.split()) < 30
                and not _LABEL.match(text)
                or (out[-1].endswith(",") or _DAY_ENDS.search(out[-1]) and _MONTH_BEGINS.match(text))
                and not _LABEL.match(text)
            )
        ):
            if (
                out[-1].casefold() in ("minutes", "meeting", "proceedings")
                and text.split()[0].casefold() not in SMALL_WORDS
            ):
                out.append(text)
            else:
                out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
    return out


def first_date(text: str) -> str | None:
    for found in dates_in(text):
        if found.iso:
            return found.iso
    return None


def no_dates(text: str) -> str:
    """The text with dates blanked out, since 10.11.14 is no time."""
    for found in dates_in(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def cased(text: str) -> str:
    """A name set in capitals as it would be written; others as they are. Post codes keep their capitals."""
    if not all_caps(text):
        return text
    out = []
    for index, word in enumerate(text.split()):
        low = word.casefold()
        if any(map(str.isdigit, word)):
            out.append(word)
        elif index and low in SMALL_WORDS:
            out.append(low)
        else:
            out.append("".join(p[:1].upper() + p[1:].lower() for p in like(r"([-/(])").split(word)))
    return " ".join(out)


LISTS_BEGIN = re.compile(
    r"^(?:(?:committee |panel |board )?members?\s+|councillors\s+|those\s+|also\s+)?(?:present|"
    r"sederunt|in attendance|attendance|attendees)\b"
    r"|^(?:chair(?:man)?|panel|councillors)\s*:",
    re.I,
)
