"""Whose meeting it is, when and where: only what the head and the close of the document say of this meeting."""

import re
from collections import Counter
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.recognition.bodies import COMMITTEE_WORD, MINUTES_OF, body_name, names_of
from scrutiny_desk.recognition.dates import dates_in, times_in
from scrutiny_desk.recognition.heads import LISTS_BEGIN, first_date, head_labels, head_lines, no_dates
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.pages import linked_meeting
from scrutiny_desk.recognition.places import HELD, place_of
from scrutiny_desk.recognition.telltales import held, telltale, telltale_words

_CLOSED = re.compile(
    r"(?:\b(?:meeting|committee|panel|council|board|proceedings|session|business)\b[^.]{0,60}?|"
    r"^\W*(?:the\s+)?|(?-i:\.\s+It\s+))\b(?:closed|ended|concluded|finished|rose|terminated|adjourned|"
    r"declared closed|end(?:ing)?)\b[^.]{0,40}?(?:at|@|by)?\s*(?=\d|noon|midday)",
    re.I,
)


_HOUR = re.compile(r"\d|noon|midday", re.I)


_ENDING = telltale("clos", "ended", "ending", "conclu", "finish", "rose", "terminat", "adjourn")
_OF_MEETING = telltale_words(("meeting",))


_OPENED = re.compile(
    r"\b(?:commenc(?:ed|ing)|start(?:ed|ing)|began|opened|beginning|convened)\b[^.]{0,30}?\b(?:at\s+)?(?"
    r"=\d|noon|midday)",
    re.I,
)


_FROM_START_TO_END = re.compile(
    r"\bmeeting\b.{0,30}\b(?:commenced|started|began|opened)\b.{3,40}\b(?:finished|ended|closed|concluded|rose)\b", re.I
)


_OTHER_MEETING = re.compile(
    r"\b(?:minutes of (?:the |a |last |previous )|previous|last meeting|next meeting|"
    r"date of next|future meeting|published|despatch|report (?:of|by|dated)|approved|"
    r"signed|confirmed|adopted|revised|amended|updated|in force|deadline|call-?in|effective|printed|issued|"
    r"submitted|received|rules?)\b",
    re.I,
)


_COMMITTEE_ON = re.compile(rf"\b{COMMITTEE_WORD}\b(?:\s*[-–,]\s|\s+on\b)")
_WAS_HELD = re.compile(r"\bmeeting\b.{0,160}\bheld\b", re.I)
_MINUTES_BEGIN = re.compile(r"(?:items|no\.?\s*item|minutes:)\s*$", re.I)
_STAMP = re.compile(r"^\[\d{1,2}[:.]\d{2}\]$")


def meeting(
    blocks: Sequence[Block], head_end: int, minutes: tuple[int, int], kind: DocumentKind, item_page: bool
) -> FoundMeeting:
    """What the document says of its own meeting.

    `head_end` is the order of the first block of business. Dates of other meetings that the text tells of are never
    taken; an item page, which has no head, yields what its link to the meeting says, or nothing.
    """
    if item_page:
        return linked_meeting(blocks)
    if kind is DocumentKind.CORRESPONDENCE:
        return FoundMeeting()
    if kind is DocumentKind.OTHER:
        return FoundMeeting(body=body_name(head_lines(blocks[:12]), {}))
    if kind in (DocumentKind.REPORT, DocumentKind.QUESTIONS, DocumentKind.AGENDA, DocumentKind.OTHER):
        head_end = max(head_end, 25)
    if kind is DocumentKind.TRANSCRIPT:
        head_end = first_speech(blocks)
    if head_end == 0:
        head_end = next((b.order for b in blocks[:14] if len(b.text) > 240 or _MINUTES_BEGIN.match(b.text)), 14) or 1
    head = [b for b in blocks[: min(head_end, 60)] if b.kind is not BlockKind.FOOTNOTE]
    labels = head_labels(head)
    lines = head_lines(head)
    free = [b for b in head if _speaks_of_meeting(b)] if kind is DocumentKind.QUESTIONS else head
    start, end = _times(labels, free, blocks, minutes)
    body, committee = names_of(labels, lines, kind)
    lists = next((i for i, line in enumerate(lines) if LISTS_BEGIN.match(line)), len(lines))
    return FoundMeeting(body, committee, _date(labels, lines[: lists + 1], kind), start, end, place_of(labels, lines))


def _speaks_of_meeting(block: Block) -> bool:
    """Whether a short line of a question paper tells of the meeting; times stand in questions and deadlines too."""
    return len(block.text) < 170 and bool(like(r"(?i)\b(?:meeting|held|council|committee)\b.*\d").search(block.text))


def first_speech(blocks: Sequence[Block]) -> int:
    """Where the talk of a transcript begins, so that no date spoken of is taken for the meeting's."""
    texts = Counter(b.text for b in blocks)
    for block in blocks[:60]:
        repeated = like(r"[^:]{3,70}:$").match(block.text) and texts[block.text] > 1
        if len(block.text) > 160 or repeated:
            return block.order
    return min(len(blocks), 20)


def _date(labels: dict[str, str], lines: list[str], kind: DocumentKind) -> str | None:
    for label in (
        "committee date",
        "date of meeting",
        "date of the meeting",
        "meeting date",
        "date and time",
        "date",
        "meeting",
        "meeting of",
        "committee",
    ):
        iso = first_date(labels.get(label, ""))
        if iso:
            return iso
    for line in lines:
        named = MINUTES_OF.search(line) or HELD.search(line)
        if named and not like(r"(?i)(?:to|for)\b|.*\b(?:previous|last)\b.{0,80}\bmeeting\b").match(line):
            iso = first_date(line[named.start() :]) or first_date(line if _WAS_HELD.search(line) else "")
            if iso:
                return iso
    for line in lines:
        if (
            len(line) < 140
            and not _OTHER_MEETING.search(line)
            and like(r"(?i)(?:to|for|meeting|by)\b").match(line)
            and kind is DocumentKind.REPORT
        ):
            iso = first_date(line)
            if iso:
                return iso
    loose = {
        iso
        for line in lines
        if len(line) < 170
        and not _OTHER_MEETING.search(line)
        and (iso := first_date(line))
        and (_whole_date(line) or len(line) < 90 or _COMMITTEE_ON.search(line))
    }
    return loose.pop() if len(loose) == 1 else _strict_date(lines)


def _whole_date(line: str) -> bool:
    found = dates_in(line)
    return bool(found) and found[0].end - found[0].start > len(line) * 0.4


def _strict_date(lines: list[str]) -> str | None:
    """The first line that is nothing but a date, a day or time beside it."""
    for line in lines[:14]:
        iso = first_date(line)
        if iso and len(line) < 60 and not _OTHER_MEETING.search(line):
            return iso
    return None


def _times(
    labels: dict[str, str], head: Sequence[Block], blocks: Sequence[Block], minutes: tuple[int, int]
) -> tuple[str | None, str | None]:
    start = end = None
    for label in (
        "time",
        "time of meeting",
        "date and time",
        "start time",
        "start",
        "commenced",
        "date of meeting",
        "date",
        "meeting",
        "committee",
    ):
        times = times_in(no_dates(labels.get(label, "")))
        if times:
            start = start or times[0].clock
            if len(times) > 1 and end is None:
                end = times[1].clock
    for label in ("finish time", "end time", "finish", "end", "concluded"):
        times = times_in(no_dates(labels.get(label, "")))
        if times:
            end = end or times[0].clock
    if start is None:
        start, closing = _head_times(head)
        end = end or closing
    if start is None:
        start = _told_start(blocks[: minutes[0] + 12]) or _told_start(_close_of(blocks, minutes))
    stamps = [b.text.strip("[] ").replace(".", ":") for b in blocks if _STAMP.match(b.text)]
    if stamps and start is None:
        start = stamps[0].zfill(5)
    if stamps and end is None and _STAMP.match(blocks[-1].text) and len(stamps) > 1:
        end = stamps[-1].zfill(5)
    first, last = _duration(blocks)
    if first is None:
        first, last = _closing_row(blocks)
    return start or first, end or last or _told_end(head, blocks, minutes)


def _closing_row(blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """Both times of a closing row "2.00 - 4.25 pm | CHAIRMAN"."""
    for block in blocks[-12:]:
        times = times_in(block.text) if len(block.text) < 60 and like(r"\W*\d").match(block.text) else []
        if len(times) == 2 and like(r"(?i)chair|\d{4}|^[\d.:apm\s\-–to]+$").search(block.text):
            return times[0].clock, times[1].clock
    return None, None


def _duration(blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """Both times of a closing line "Duration of the meeting: 7.00 - 9.10 pm"."""
    for block in blocks[-40:]:
        if not held(block.text) & _OF_MEETING:
            continue
        match = like(r"(?i)\W*(?:duration|time) of (?:the )?meeting\b|the meeting (?:lasted|ran) from\b").match(
            block.text
        )
        match = match or len(block.text) < 200 and _FROM_START_TO_END.search(block.text)
        times = times_in(block.text) if match else []
        if len(times) == 2:
            return times[0].clock, times[1].clock
    return None, None


def _head_times(head: Sequence[Block]) -> tuple[str | None, str | None]:
    for block in head:
        if "?" in block.text:
            continue
        text = no_dates(block.text)
        if like(r"(?i)\b(?:next meeting|left|arrived|joined|deadline|until|by \d|from \d)\b").search(text) and not like(
            r"(?i)meeting"
        ).search(text[:40]):
            continue
        times = times_in(text)
        dated = (
            bool(dates_in(block.text))
            or bool(like(r"(?i)\b(?:minutes|meeting|held|time)\b").search(text))
            or len(text) < 40
            or bool(times)
            and not times[0].start
        )
        if times and dated and not _CLOSED.search(text[: times[0].start]):
            if len(times) > 1 and (
                like(r"[-–]|\bto\b|\buntil\b|finish|conclud|clos|end").search(text[times[0].end : times[1].start])
            ):
                return times[0].clock, times[1].clock
            return times[0].clock, None
    return None, None


def _told_start(blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        match = _OPENED.search(block.text)
        if match and like(r"(?i)meeting|chair|committee|panel|council").search(block.text) and len(block.text) < 200:
            times = times_in(no_dates(block.text[match.start() : match.end() + 20]))
            if times:
                return times[0].clock
    return None


def _told_end(head: Sequence[Block], blocks: Sequence[Block], minutes: tuple[int, int]) -> str | None:
    """The end as the head or the close of the minutes tells it; None where two passages disagree."""
    told: list[str] = []
    paused: list[str] = []
    for block in (*head, *blocks[max(minutes[0], minutes[1] - 30) : minutes[1] + 14]):
        if not held(block.text) & _ENDING:
            continue
        text = no_dates(block.text)
        for match in _CLOSED.finditer(text) if _HOUR.search(text) else ():
            if like(r"(?i)\b(?:last|previous|next|webcast|adjourned for)\b").search(match[0]):
                continue
            times = times_in(text[match.end() - 1 : match.end() + 20])
            if times:
                (paused if "adjourned" in match[0].casefold() else told).append(times[0].clock)
        more = like(r"(?i)\b(?:final )?clos(?:ure|ed|e)\b[^.]{0,60}\bat\s+(?=\d)").search(text)
        if more and not _CLOSED.search(text):
            times = times_in(text[more.end() : more.end() + 20])
            if times:
                told.append(times[0].clock)
    told = told or paused
    return told[0] if len(set(told)) == 1 else None


def _close_of(blocks: Sequence[Block], minutes: tuple[int, int]) -> Sequence[Block]:
    """The last lines of the minutes, short ones, where some bodies print both times."""
    return [b for b in blocks[max(minutes[1] - 3, minutes[0]) : minutes[1] + 4] if len(b.text) < 140]
