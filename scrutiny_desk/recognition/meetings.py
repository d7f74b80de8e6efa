"""Whose meeting it is, when and where: only what the head and the close of the document say of this meeting."""

import re
from collections import Counter
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.recognition.dates import MONTHS, dates_in, times_in
from scrutiny_desk.recognition.headings import all_caps
from scrutiny_desk.recognition.names import UPPER, folded_spaces

_LABEL = re.compile(
    r"^(?:meeting\s+(?=venue|place|time|location))?(committee date|date and time|date of (?:the )?meeting|meeting date|date|time of meeting|start time|end time|finish time|time|place|venue|location|"
    r"committee|meeting of|meeting|body|name of committee|council|held (?:at|in)|start|finish|end|commenced?|concluded)\s*[:\-–\t]+\s*(.*)$",
    re.I,
)
_SMALL_WORDS = frozenset("of and the for in on to at with a an or".split())
_COUNCIL = re.compile(
    rf"\b((?:States|Assembly|Senate|Parliament) of (?:St\.? )?[{UPPER}]\w+|(?:(?:London|Royal|Metropolitan)\s+)?(?:(?:Royal\s+)?Borough|City|County|Town|District|Parish)\s+(?:Council\s+)?of\s+(?:[{UPPER}][\w'’\-]+(?:\s+(?:and|upon|on|the|of|&)\s+|\s+)?){{1,5}}(?:Council)?"
    rf"|(?:[{UPPER}][\w'’.\-]*(?:,)?\s+(?:(?:and|upon|on|the|of|in|le|&|with|by)\s+){{0,2}}){{1,8}}"
    rf"(?:(?:County|District|Borough|City|Parish|Town|Metropolitan|Community|Regional|Islands|Unitary|Shire|Village|Combined|Fire|Police|National Park|Port Health)\s+)*"
    rf"(?:(?:and|&)\s+(?:County|District|Borough|City|Town|Parish|Rescue|Crime)\s+)*(?:Council|Authority|Corporation|Assembly|Senedd|Comhairle))\b"
)
_COMMITTEE_WORD = (
    r"(?:Committee|Sub-Committee|Subcommittee|Panel|Commission|Board|Cabinet|Executive|Council|Forum|Group|Working Group|Task Force|"
    r"Task and Finish Group|Task Group|Municipal District|Area Assembly|Meeting|Partnership)"
)
_MINUTES_OF = re.compile(
    r"(?:\b(?:minutes?|notes?|record|proceedings)\b(?:\s+(?:and decisions|of proceedings|of the proceedings))?\s+(?:of|from|at)\s+(?:(?:a|an|the|this)\s+)?|\bat a\s+)"
    r"(?:(?:virtual|remote|online|hybrid|special|extraordinary|ordinary(?! council)|annual(?! council)|additional|public|proceedings at|proceedings of)\s+)*(?:(?:a|an|the)\s+)?"
    r"(?:(?:open section of |online |virtual |remote |special |extraordinary |ordinary (?!council))*(?:meeting|proceedings|session)s?\s+(?:of|for)\s+(?:the\s+)?)?(?P<name>[^.;]{3,160}?)"
    r"(?=\s*,?\s+(?:meeting\s+)?(?:which was\s+|was\s+)?(?:held|convened|which met|meeting|at\s+\d|on\s+(?:mon|tue|wed|thu|fri|sat|sun|\d))|\s*,?\s*[-–—]?\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\s*$|[.;])",
    re.I,
)
_HELD = re.compile(
    r"\b(?:(?:held|convened|meeting|took place|met)\s+|\d{4},?\s+|\d{1,2}\s?[ap]\.?m\.?,?\s+)(?P<lead>(?:virtually|remotely|on-?line|in person|via|by)?\s*(?:in|at|via|on-?line via|by|as a)\s+(?:the\s+)?)(?P<place>[^;]{3,180}?)"
    r"(?=\s*,?\s+(?:on\s+(?:the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun|\d)|at\s+\d|commencing|starting|(?:mon|tues|wednes|thurs|fri|satur|sun)day|from\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])|\s*[.;]?\s*$|\.\s)",
    re.I,
)
_CLOSED = re.compile(
    r"(?:\b(?:meeting|committee|panel|council|board|proceedings|session|business)\b[^.]{0,60}?|^\W*(?:the\s+)?)\b(?:closed|ended|concluded|finished|rose|terminated|adjourned|declared closed|end(?:ing)?)\b[^.]{0,40}?(?:at|@|by)?\s*(?=\d|noon|midday)",
    re.I,
)
_ENDING = re.compile(r"clos|ended|ending|conclu|finish|rose|terminat|adjourn", re.I)
_OPENED = re.compile(
    r"\b(?:commenc(?:ed|ing)|start(?:ed|ing)|began|opened|beginning|convened)\b[^.]{0,30}?\b(?:at\s+)?(?=\d|noon|midday)",
    re.I,
)
_OTHER_MEETING = re.compile(
    r"\b(?:minutes of (?:the |a |last |previous )|previous|last meeting|next meeting|date of next|future meeting|published|despatch|report (?:of|by|dated)|approved|"
    r"signed|confirmed|amended|updated|deadline|call-?in|effective|printed|issued)\b",
    re.I,
)
_STAMP = re.compile(r"^\[\d{1,2}[:.]\d{2}\]$")
_VENUE = re.compile(
    r"\b(?:Chamber|Committee Room|Room \d|Town Hall|City Hall|County Hall|Village Hall|Civic (?:Centre|Offices|Centre)|Guildhall|"
    r"Council (?:Offices|House)|Meeting Room|Community Centre|Hall|House|Offices|Centre|Room|Suite|Library|Pavilion|Shire Hall|Parish Rooms?)\b|^(?:Zoom|Microsoft Teams|MS Teams|Virtual(?: Meeting)?|Online)\.?$"
)
_LOCAL = re.compile(r"(?:.* )?(?:Parish|Town|Community|Village) (?:Council|Meeting)", re.I)
_PAST_OF = re.compile(r"\b(?:minutes|notes|record)\b.{0,60}\b(?:held|meeting)\b.{0,20}\bon\b", re.I)


def meeting(
    blocks: Sequence[Block], head_end: int, minutes: tuple[int, int], kind: DocumentKind, item_page: bool
) -> FoundMeeting:
    """What the document says of its own meeting.

    `head_end` is the order of the first block of business. Dates of other meetings that the text tells of are never
    taken, and an item page, which has no head, yields nothing.
    """
    if item_page:
        return FoundMeeting()
    if kind is DocumentKind.OTHER:
        return FoundMeeting(body=_body(_head_lines(blocks[:12]), {}))
    if kind in (DocumentKind.REPORT, DocumentKind.QUESTIONS, DocumentKind.AGENDA, DocumentKind.OTHER):
        head_end = max(head_end, 25)
    if kind is DocumentKind.TRANSCRIPT:
        head_end = first_speech(blocks)
    head = [b for b in blocks[: min(head_end, 60)] if b.kind is not BlockKind.FOOTNOTE]
    labels = _labels(head)
    lines = _head_lines(head)
    start, end = _times(labels, head, blocks, minutes)
    body, committee = _names(labels, lines, kind)
    lists = next((i for i, line in enumerate(lines) if _LISTS_BEGIN.match(line)), len(lines))
    return FoundMeeting(body, committee, _date(labels, lines[: lists + 1], kind), start, end, _place(labels, lines))


def first_speech(blocks: Sequence[Block]) -> int:
    """Where the talk of a transcript begins, so that no date spoken of is taken for the meeting's."""
    texts = Counter(b.text for b in blocks)
    for block in blocks[:60]:
        repeated = re.match(r"[^:]{3,70}:$", block.text) and texts[block.text] > 1
        if len(block.text) > 160 or repeated:
            return block.order
    return min(len(blocks), 20)


def _pairs(block: Block) -> list[tuple[str, str]]:
    """Label and value pairs of one block: "Date:<tab>Monday", "Date: Monday", or two pairs side by side."""
    if block.cells:
        cells = [c.strip() for c in block.cells if c.strip()]
        pairs, index = [], 0
        while index < len(cells):
            match = _LABEL.match(cells[index] + ("\t" if not re.search(r"[:\-–]\s*\S", cells[index]) else ""))
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


def _labels(head: Sequence[Block]) -> dict[str, str]:
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


def _head_lines(head: Sequence[Block]) -> list[str]:
    """The lines of the head as text, a run of very short ones joined ("MINUTES" / "OF" / "PROCEEDINGS")."""
    out: list[str] = []
    for block in head:
        text = folded_spaces(block.text)
        if out and (
            out[-1].split()[-1].casefold() in (*_SMALL_WORDS, "minutes", "proceedings", "meeting")
            and len(out[-1]) < 60
            and len(text.split()) < 30
            and not _LABEL.match(text)
            or out[-1].endswith(",")
            and not _LABEL.match(text)
        ):
            if (
                out[-1].casefold() in ("minutes", "meeting", "proceedings")
                and text.split()[0].casefold() not in _SMALL_WORDS
            ):
                out.append(text)
            else:
                out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
    return out


def _first_date(text: str) -> str | None:
    for found in dates_in(text):
        if found.iso:
            return found.iso
    return None


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
        iso = _first_date(labels.get(label, ""))
        if iso:
            return iso
    for line in lines:
        named = _MINUTES_OF.search(line) or _HELD.search(line)
        if named and not re.match(r"(?:to|for)\b|.*\b(?:previous|last) meeting\b", line, re.I):
            iso = _first_date(line[named.start() :])
            if iso:
                return iso
    for line in lines:
        if (
            len(line) < 140
            and not _OTHER_MEETING.search(line)
            and re.match(r"(?:to|for|meeting|by)\b", line, re.I)
            and kind is DocumentKind.REPORT
        ):
            iso = _first_date(line)
            if iso:
                return iso
    loose = {
        iso
        for line in lines
        if len(line) < 170
        and not _OTHER_MEETING.search(line)
        and (iso := _first_date(line))
        and (_whole_date(line) or len(line) < 90 or re.search(rf"\b{_COMMITTEE_WORD}\b\s*[-–,]\s", line))
    }
    return loose.pop() if len(loose) == 1 else _strict_date(lines)


def _whole_date(line: str) -> bool:
    found = dates_in(line)
    return bool(found) and found[0].end - found[0].start > len(line) * 0.4


def _strict_date(lines: list[str]) -> str | None:
    """The first line that is nothing but a date, a day or time beside it."""
    for line in lines[:14]:
        iso = _first_date(line)
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
        times = times_in(_no_dates(labels.get(label, "")))
        if times:
            start = start or times[0].clock
            if len(times) > 1 and end is None:
                end = times[1].clock
    for label in ("finish time", "end time", "finish", "end", "concluded"):
        times = times_in(_no_dates(labels.get(label, "")))
        if times:
            end = end or times[0].clock
    if start is None:
        start, closing = _head_times(head)
        end = end or closing
    if start is None:
        start = _told_start(blocks[: minutes[0] + 12])
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
        times = times_in(block.text) if len(block.text) < 60 and re.match(r"\W*\d", block.text) else []
        if len(times) == 2 and re.search(r"chair|\d{4}|^[\d.:apm\s\-–to]+$", block.text, re.I):
            return times[0].clock, times[1].clock
    return None, None


def _duration(blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """Both times of a closing line "Duration of the meeting: 7.00 - 9.10 pm"."""
    for block in blocks[-40:]:
        match = re.match(
            r"\W*(?:duration|time) of (?:the )?meeting\b|the meeting (?:lasted|ran) from\b", block.text, re.I
        )
        times = times_in(block.text) if match else []
        if len(times) == 2:
            return times[0].clock, times[1].clock
    return None, None


def _no_dates(text: str) -> str:
    """The text with dates blanked out, since 10.11.14 is no time."""
    for found in dates_in(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _head_times(head: Sequence[Block]) -> tuple[str | None, str | None]:
    for block in head:
        text = _no_dates(block.text)
        if re.search(
            r"\b(?:next meeting|left|arrived|joined|deadline|until|by \d|from \d)\b", text, re.I
        ) and not re.search(r"meeting", text[:40], re.I):
            continue
        times = times_in(text)
        dated = (
            bool(dates_in(block.text))
            or bool(re.search(r"\b(?:minutes|meeting|held|time)\b", text, re.I))
            or len(text) < 40
        )
        if times and dated and not _CLOSED.search(text[: times[0].start]):
            if len(times) > 1 and (
                re.search(r"[-–]|\bto\b|\buntil\b|finish|conclud|clos|end", text[times[0].end : times[1].start])
            ):
                return times[0].clock, times[1].clock
            return times[0].clock, None
    return None, None


def _told_start(blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        match = _OPENED.search(block.text)
        if match and re.search(r"meeting|chair|committee|panel|council", block.text, re.I) and len(block.text) < 200:
            times = times_in(_no_dates(block.text[match.start() : match.end() + 20]))
            if times:
                return times[0].clock
    return None


def _told_end(head: Sequence[Block], blocks: Sequence[Block], minutes: tuple[int, int]) -> str | None:
    """The end as the head or the close of the minutes tells it; None where two passages disagree."""
    told: list[str] = []
    for block in (*head, *blocks[max(minutes[0], minutes[1] - 30) : minutes[1] + 14]):
        if not _ENDING.search(block.text):
            continue
        text = _no_dates(block.text)
        for match in _CLOSED.finditer(text):
            if re.search(r"\b(?:last|previous|next|webcast|adjourned for)\b", match[0], re.I):
                continue
            times = times_in(text[match.end() - 1 : match.end() + 20])
            if times:
                told.append(times[0].clock)
        more = re.search(r"\b(?:final )?clos(?:ure|ed|e)\b[^.]{0,30}\bat\s+(?=\d)", text, re.I)
        if more and not _CLOSED.search(text):
            times = times_in(text[more.end() : more.end() + 20])
            if times:
                told.append(times[0].clock)
    return told[0] if len(set(told)) == 1 else None


def _place(labels: dict[str, str], lines: list[str]) -> str | None:
    for label in ("place", "venue", "location", "held at", "held in"):
        value = labels.get(label, "")
        if value and not times_in(value[:8]):
            return _tidy_place(value)
    for line in lines:
        at = 0
        while match := _HELD.search(line, at):
            at = match.start() + 4
            place = _tidy_place(match["place"]) if match["place"][0].isupper() else None
            if place and re.search(
                rf"^(?:{'|'.join(MONTHS)})\b|\b(?:agreed|was|were|that|would|to write|asked)\b", place, re.I
            ):
                continue
            if place and not dates_in(place[:16]) and not re.match(r"(?:the )?(?:previous|last)\b", place, re.I):
                return place
    for line in lines:
        last = max([d.end for d in dates_in(line)] + [t.end for t in times_in(_no_dates(line))], default=0)
        behind = re.match(r"\s*[,\-–]\s*(?:in |at )?(?:the )?([A-Z].{3,90})$", line[last:]) if last else None
        if behind and _VENUE.search(behind[1]) and len(line) < 200:
            return _tidy_place(behind[1])
    for line in lines[:8]:
        rest = _no_dates(line)
        for told in reversed(times_in(rest)):
            rest = rest[: told.start] + " " * (told.end - told.start) + rest[told.end :]
        rest = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", "", rest, flags=re.I).strip(" ,.-–—at")
        if (
            dates_in(line)
            and 6 < len(rest) < 100
            and _VENUE.search(rest)
            and rest[0].isupper()
            and not re.search(
                r"\b(?:Committee|Panel|Board|Commission|Minutes|Meeting|Council(?! Chamber| Offices| House))\b(?! Room)",
                rest,
            )
        ):
            return _tidy_place(rest)
    dated = next((i for i, line in enumerate(lines[:12]) if _first_date(line)), None)
    for index, line in enumerate(lines[:12]):
        near = dated is not None and -1 <= index - dated <= 2 or line.startswith("(")
        venue = _VENUE.search(_cased(line))
        if (
            near
            and venue
            and len(line) < 110
            and not re.search(r"\b(?:Councillor|Cllr|Mrs?|Present|Chair)\b|:|\bCommittee\b(?! Room)", line)
        ):
            text = re.sub(
                r"^.*\b(?:meeting|hybrid|multi-location)\b[^A-Z]*|\s*/\s*(?:microsoft|ms|teams|zoom|online|virtual).*$",
                "",
                line.strip("()"),
                flags=re.I,
            )
            if text[:1].isupper() and not dates_in(text):
                return _tidy_place(text)
    for index, line in enumerate(lines[:16]):
        match = re.match(r"(?:held\s+)?(?:in|at)\s+(?:the\s+)?([A-Z][^.]{3,100})$", line, re.I)
        if match and index > 0 and not dates_in(line):
            return _tidy_place(match[1])
    return None


def _tidy_place(text: str) -> str | None:
    text = re.sub(r"[.\s]*\bView directions\b.*$", "", text)
    text = re.sub(r"\s+(?:at|on|from|commencing(?: at)?|starting(?: at)?)\s*$", "", folded_spaces(text)).strip(
        " ,.;:-–"
    )
    text = re.sub(r"\s+(?:at|commencing at|starting at)\s+\d.*$", "", text, flags=re.I)
    return _cased(text) or None


def _cased(text: str) -> str:
    """A name set in capitals as it would be written; others as they are. Post codes keep their capitals."""
    if not all_caps(text):
        return text
    out = []
    for index, word in enumerate(text.split()):
        low = word.casefold()
        if any(c.isdigit() for c in word):
            out.append(word)
        elif index and low in _SMALL_WORDS:
            out.append(low)
        else:
            out.append("".join(p[:1].upper() + p[1:].lower() for p in re.split(r"([-/(])", word)))
    return " ".join(out)


_LISTS_BEGIN = re.compile(
    r"^(?:(?:committee |panel |board )?members?\s+|councillors\s+|those\s+|also\s+)?(?:present|sederunt|in attendance|attendance|attendees)\b"
    r"|^(?:chair(?:man)?|panel|councillors)\s*:",
    re.I,
)


def _names(labels: dict[str, str], lines: list[str], kind: DocumentKind) -> tuple[str | None, str | None]:
    lists = next((i for i, line in enumerate(lines) if _LISTS_BEGIN.match(line)), len(lines))
    lines = lines[: max(lists, 1)]
    body = _body(lines, labels)
    committee = None
    for label in ("committee", "name of committee", "meeting of", "meeting", "body"):
        value = labels.get(label, "")
        if value and not dates_in(value) and len(value) < 120:
            committee = _tidy_committee(value, body)
            break
    committee = committee or _committee(lines, body, kind)
    if committee and body and (committee.casefold() == body.casefold() or _LOCAL.fullmatch(committee)):
        committee = None
    if committee and body is None and _LOCAL.search(committee) and _COUNCIL.fullmatch(committee):
        return committee, None
    return body, committee


def _body(lines: list[str], labels: dict[str, str]) -> str | None:
    """The council whose paper it is, where a line of the head is or begins with its name."""
    for line in (labels.get("council", ""), *lines[:14]):
        if re.search(r"[(:]", re.split("council", line, flags=re.I)[0]) or re.match(
            r"(?:present|in attendance|apologies)\b", line, re.I
        ):
            continue
        caps = re.match(rf"[{UPPER}0-9&'’\-.,\s]{{20,}}(?=\s|$)", line)
        text = _cased(line) if all_caps(line) else _cased(caps[0]) if caps else line
        match = _COUNCIL.search(text)
        if match and (match.start() <= 40 or len(text) < 90):
            name = folded_spaces(match[1]).strip(" ,")
            name = re.sub(
                r"^(?:(?:Draft\s+)?(?:Minutes|Notes)\s+(?:of|from)\s+(?:a|an|the)\s+|Meeting\s+of\s+|The\s+|Of\s+)+",
                "",
                name,
                flags=re.I,
            )
            name = (
                re.sub(r"^.*\b(?:of|the|between|with)\s+the\s+(?=\w+\s)", "", name)
                if re.match(r".*\b(?:meeting|minutes|notes)\b", name, re.I)
                else name
            )
            name = re.sub(r"^.*\b(?:Meeting|Minutes|Notes)\b.*?\b(?:of|between)\s+", "", name)
            words = name.split()
            if (
                len(words) >= 2
                and words[0].casefold() not in _SMALL_WORDS
                and name.casefold()
                not in (
                    "county council",
                    "city council",
                    "full council",
                    "district council",
                    "borough council",
                    "parish council",
                    "town council",
                )
            ):
                return name
    return None


def _committee(lines: list[str], body: str | None, kind: DocumentKind) -> str | None:
    for line in lines:
        match = _MINUTES_OF.search(line)
        if match and re.search(_COMMITTEE_WORD, match["name"], re.I):
            found = _tidy_committee(match["name"], body)
            if found and not re.match(r"between\b", found, re.I):
                return _longer(found, lines, body)
    report = kind in (DocumentKind.REPORT, DocumentKind.AGENDA)
    for line in lines[:16]:
        text = folded_spaces(line)
        if report and (to := re.match(r"(?:report\s+)?to:?\s+(?:the\s+)?(.+)$", text, re.I)):
            found = _tidy_committee(re.split(r"\s+[-–—]\s+|\s*,\s*(?=\d)", to[1])[0], None)
            if found and re.search(_COMMITTEE_WORD, found):
                return found
        rest = _without_body(text, body)
        dated = dates_in(rest)
        if dated and re.search(r"\s[-–]\s|,", rest[: dated[0].start]):
            rest = re.sub(
                r"[\s,–-]*(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$",
                "",
                rest[: dated[0].start],
                flags=re.I,
            )
        if (
            re.search(rf"\b{_COMMITTEE_WORD}\b", rest, re.I)
            and len(rest) < 90
            and not re.search(r"\b(?:was|were|will|members of|present|attend)", rest, re.I)
            and ":" not in rest
            and not _VENUE.search(rest)
            and not re.search(r"\b(?:Officer|Councillors?|Cllr|Director|Manager)\b|^between\b", rest)
        ):
            found = _tidy_committee(rest, body)
            if found and len(found.split()) <= 14:
                return found
    return None


def _longer(found: str, lines: list[str], body: str | None) -> str:
    """The fuller form of a committee's name where a line of the head gives it ("Panel" for "Panel for Living in X")."""
    for line in lines[:12]:
        rest = _without_body(_cased(line) if all_caps(line) else line, body)
        whole = rest.casefold().startswith(found.casefold()) or rest.casefold().endswith(found.casefold())
        if (
            whole
            and len(found) < len(rest) < 90
            and not dates_in(rest)
            and not re.search(r"\b(?:minutes|meeting|agenda|held)\b|:", rest, re.I)
        ):
            return _tidy_committee(re.split(r"\s+Municipal Year\b", rest)[0], body) or found
    return found


def _without_body(text: str, body: str | None) -> str:
    if body and text.casefold().startswith(body.casefold()):
        return text[len(body) :].strip(" -–—,:")
    return text


def _tidy_committee(text: str, body: str | None) -> str | None:
    """The committee's name out of printed words: no council, no "minutes", no date."""
    text = folded_spaces(text)
    first = dates_in(text)
    if first:
        text = re.sub(
            r"[,\s]+(?:on|-|–)?\s*(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day)?,?\s*$",
            "",
            text[: first[0].start],
            flags=re.I,
        )
    text = _cased(text) if all_caps(text) else text
    text = (
        re.sub(r"\s+of\s+(?:the\s+)?[\w\s'’&-]{3,60}\b(?:council|authority)$", "", text, flags=re.I)
        if re.search(r"committee|panel|commission|board", text, re.I)
        else text
    )
    text = re.sub(r"^(?:the )?(?:open|closed|public) (?:section|session|part) of (?:the )?", "", text, flags=re.I)
    text = re.sub(
        r"^(?:(?:draft|unconfirmed|confirmed|public|approved|the|minutes?|notes?|agenda(?: and minutes)?|decisions?|record|proceedings|of|a|an|special|extraordinary|meeting|for|at)\s*[:\-–]?\s+)+(?=\S)",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"(?:\s*[-–—,:(]?\s*\b(?:draft|minutes|meeting|agenda|notes|decisions?|action notes|record|held|public session)\b\)?)+$",
        "",
        text,
        flags=re.I,
    )
    if body:
        text = re.sub(rf"^{re.escape(body)}['’]?s?\s*[-–—,:]?\s*", "", text, flags=re.I)
        text = re.sub(rf"\s*[-–—,]?\s*(?:of\s+)?{re.escape(body)}$", "", text, flags=re.I)
    text = text.strip(" ,.:-–—()")
    bare = text.casefold() in (
        "special",
        "public",
        "special public",
        "extraordinary",
        "annual",
        "ordinary",
        "virtual",
        "remote",
    )
    return (
        text
        if len(text) > 3 and any(c.isalpha() for c in text) and not bare and not re.match(r"between|\d+[.:]", text)
        else None
    )
