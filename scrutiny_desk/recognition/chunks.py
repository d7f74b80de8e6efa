"""Where one entry of a list of people ends and the next begins: separators, and the places where one was lost."""

import re

from scrutiny_desk.recognition.forenames import FORENAMES
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import ALL_TITLES, INITIALS_PATTERN, NAME_WORD, TITLE_PATTERN, UPPER
from scrutiny_desk.recognition.offices import OFFICE_BEGINS
from scrutiny_desk.recognition.post_words import NOT_NAMES

_SEPARATOR = re.compile(
    r"\s*(?:[,;\t\n|•·]|(?<=[-–]\sChairman):|(?<=[-–]\sChair):|"
    r"(?<=\s)/(?=\s+[A-Z])|(?<=\s)(?:and|AND|&|together with|with|ac)(?=\s+\S))\s*"
)
_NOT_BEFORE_TITLE = (
    r"County Borough District Parish Town City Hon Hon\. \sfor \sof \sby \sto \sMr \sDr \sLord placing Chief Deputy"
).split(" ")
_TITLED_START = re.compile(
    r"\s" + "".join(rf"(?<!{words}\s)" for words in _NOT_BEFORE_TITLE) + rf"(?={TITLE_PATTERN}\s+[{UPPER}])"
)
_RUN_TOGETHER = re.compile(
    r"\s(?<=[a-z]\s)(?<!\band\s)(?<!\bof\s)(?<!\bfor\s)(?=([A-Z][a-z]+)\s([A-Z][\w'’-]+)(?:,\s|\s*\x00|\s+[–-]\s))"
)
_INITIALLED = re.compile(
    rf"[A-Z](?<![\w'’.].)(?:(?:\.\s?|\s)(?:[A-Z]\.\s?|[A-Z]\s){{0,2}}|[A-Z]{{1,2}}\s){NAME_WORD}(?<=\w\w)"
    rf"(?=\s(?:[A-Z]\.?\s){{1,3}}{NAME_WORD}(?:[\s,;.\x00]|$))"
)
_POST_TITLE = re.compile(r"(?:[-–]\s*)((?:County |Borough |District |Parish |Town |City )?Councillor)\s(?=[A-Z])")
_BEHIND_BODY = re.compile(
    rf"\b(?:Council|Authority|Trust|Association|Police|University|Forum|[Mm]ember)(\s)(?=(?:[A-Z]\.?\s){{1,3}}{NAME_WORD}(?:,|\s*$))"
)
LED_NAME = re.compile(
    rf"(?:{TITLE_PATTERN}\s+)*(?:(?:{INITIALS_PATTERN})\s*{NAME_WORD}|{NAME_WORD}\s+{NAME_WORD})(?![\w'’])"
)


def chunks_of(flat: str) -> list[tuple[int, int]]:
    """Pieces of a line between separators, and where a separator was lost between a bracket and the next name."""
    cuts: list[tuple[int, int]] = [(m.start(), m.end()) for m in _SEPARATOR.finditer(flat)]
    for match in like(r"\x00(\s*)(?=[^\x00\s,;.&])").finditer(flat):
        follows = flat[match.end() :]
        if LED_NAME.match(follows) and not like(r"(?:and|&)\s").match(follows):
            cuts.append((match.start() + 1, match.end()))
    cuts += [(match.end(), match.end() + 1) for match in _INITIALLED.finditer(flat)]
    cuts += [(match.start() + 1, match.end()) for match in like(r"\x00/(?=[A-Z][a-z]+ [A-Z])").finditer(flat)]
    for match in _RUN_TOGETHER.finditer(flat):
        forename, surname = match[1].casefold(), match[2].casefold()
        before = flat[: match.start()].rsplit(None, 1)[-1].strip(".,(").casefold()
        if before in ALL_TITLES or before in FORENAMES or before in ("constable", "commander"):
            continue
        if forename in FORENAMES and surname not in NOT_NAMES and forename not in NOT_NAMES:
            cuts.append((match.start(), match.end()))
    cuts += [(match.start(), match.end()) for match in OFFICE_BEGINS.finditer(flat)]
    cuts += [(match.start(1), match.end(1)) for match in _BEHIND_BODY.finditer(flat)]
    posts = [(m.start(1), m.end(1)) for m in _POST_TITLE.finditer(flat)]
    cuts += [(end, end + 1) for _, end in posts]
    for match in _TITLED_START.finditer(flat):
        before = flat[: match.start()].rsplit(None, 1)[-1:] or [""]
        titled = before[0].strip(".(").casefold() in ALL_TITLES
        if not titled and not any(start - 1 <= match.start() < end for start, end in posts):
            cuts.append((match.start(), match.end()))
    pieces, at = [], 0
    for start, end in sorted(cuts):
        if start < at:
            continue
        if flat[at:start].strip():
            pieces.append((at, start))
        at = end
    if flat[at:].strip():
        pieces.append((at, len(flat)))
    return pieces
