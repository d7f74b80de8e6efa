"""Moves told beside the ordinary order: a speaker's label with a colon, an asker named in an aside or last."""

import re

from scrutiny_desk.recognition.direct import direct_question
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does, Move
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.subjects import Subject, SubjectKind

_COLON = re.compile(
    r"(?P<who>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s+(?:Mrs\s+|Miss\s+|"
    r"Dr\s+)?(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*(?:\s[A-Z][\w'’\-]*)?|"
    r"(?:[Tt]he\s+)?(?:Clerk|Chair(?:man|woman|person)?|Leader|Director|Chief Executive|Vice-Chair)|"
    r"[A-Z]{2,3}))(?:\s*:|(?<=[A-Z]{2})\s+[–—-]|(?<=Clerk)\s+[–—-]|(?<=Chair)\s+[–—-]|(?<=[a-z])\s+[–—-](?=[^.;:?]*\?))\s+(?=[\w£“\"'‘])"
)


_ASKED_ASIDE = re.compile(
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s+[A-Z][\w'’\-]*|[Tt]he\s+(?:[A-Z][\w'’]*\s+|of\s+|for\s+|"
    r"and\s+)*[A-Z][\w'’]*)),\s+(?:when\s+|on\s+being\s+)?asked\s+"
    r"(?:by\s+(?P<by>[^,]{3,60}?)\s+)?(?=(?:if|whether|how|what|why|when|where|who|which|"
    r"about)\b)[^.;]{4,240}?(?P<cut>,)\s+(?=(?:said|replied|stated|answered|advised|confirmed|explained|responded|"
    r"agreed|was|did|could|undertook)\b)"
)
_ASKER_LAST = re.compile(
    r",?\s+(?:asked|enquired|queried|wondered)\s+(?P<by>(?:the\s+)?(?:Vice-)?Chair(?:man|woman|person)?|"
    r"an?\s+(?:\w+\s+)?[Mm]ember|(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\.?\s+(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*)[.?]?$"
)


_WHO = (
    rf"(?:{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD}(?:\s{NAME_WORD}){{0,2}}|[Tt]he\s+(?:[A-Z][\w'’-]*\s+|of\s+|"
    rf"for\s+|"
    rf"and\s+){{0,6}}[A-Z][\w'’-]*|(?:[A-Z]\.?\s){{1,3}}{NAME_WORD}|(?!He|She|They|It|We|I\b)[A-Z][a-z]+\b(?:\s{NAME_WORD})?|[A-Z]{{2,3}}\b)"
)
_SPOKE = r"(?:said|replied|answered|explained|added|responded|thought)"
_SPOKEN_LAST = re.compile(
    rf"[,’”\"'](?<!\sas,)\s+(?:{_SPOKE}\s+(?P<by>{_WHO})|(?P<by2>{_WHO})\s+{_SPOKE}|according\s+to\s+(?P<by3>{_WHO}))"
    r"\s*(?=[.,;]|$)"
)


def spoken_last(text: str, start: int, end: int) -> Subject | None:
    """Who speaks a sentence that names its speaker behind the words: "Nineteen, said Ms Pell; the rest were let"."""
    match = _SPOKEN_LAST.search(text, start, end)
    if not match or like(r"\b(?:as|that|whether|if|what|which)\s*$").search(text[start : match.start()]):
        return None
    by = next(name for name in ("by", "by2", "by3") if match[name])
    kind = SubjectKind.NAMED if " " in match[by] else SubjectKind.SINGLE
    if match[by].isupper():
        kind = SubjectKind.INITIALS
    return Subject(match[by], match.start(by), match.end(by), kind, match.end())


_PASSED_ON = re.compile(
    rf"\b(?:turned|deferred|passed\s+(?:it|this|that|the\s+question)|handed\s+over|referred\s+(?:it|this|the\s+question))\s+to\s+"
    rf"(?P<by>{_WHO}),\s+who\s+(?:then\s+)?(?:said|replied|explained|advised|stated|confirmed|answered|admitted|added|responded)\b"
)


def passed_on(text: str, start: int, end: int) -> Subject | None:
    """Who replies where somebody lets another answer: "turned to the Head of Ponds, who said that"."""
    match = _PASSED_ON.search(text, start, end)
    return Subject(match["by"], *match.span("by"), SubjectKind.NAMED, match.end("by")) if match else None


_TO_ONE_WHO_ASKED = re.compile(
    rf"(?:[Ii]n\s+(?:response|reply|answer)|[Rr]eplying|[Rr]esponding)\s+to\s+(?P<by>{_WHO}),?\s+who\s+(?:had\s+)?(?:also\s+)?"
    r"(?:asked|queried|questioned|enquired|inquired|(?:wished|wanted)\s+to\s+know|sought)\s+[^.;]{4,300}?(?P<cut>,)\s+"
    rf"(?=(?P<who>{_WHO})\s+(?:then\s+|also\s+)?(?:said|replied|stated|answered|advised|confirmed|explained|responded|"
    r"agreed|clarified|indicated|informed|reported|undertook)\b|it\s+was\s+\w+ed\b)"
)


_ASKED_FIRST = re.compile(
    rf"(?:(?:[Ww]hen|[Oo]n\s+being)\s+)?(?:[Aa]sked|[Pp]ressed|[Cc]hallenged|[Qq]uestioned)(?:\s+further)?\s+by\s+(?P<by>{_WHO}|an?\s+"
    r"(?:\w+\s+)?[Mm]ember|[Mm]embers|the\s+same\s+(?:[Mm]ember|[Cc]ouncillor))\s+(?=(?:as\s+to|if|whether|how|what|why|when|where|who|which|about|on|over)\b)[^.;]{4,240}?"
    rf"(?P<cut>,)\s+(?=(?P<who>{_WHO}|he|she|they)\s+(?:also\s+)?(?:said|replied|stated|answered|advised|confirmed|explained|"
    r"responded|agreed|accepted|conceded|undertook|clarified)\b)"
)


def _asked_first(text: str, start: int, end: int) -> tuple[Move, ...] | None:
    """Moves of "Pressed by the Chair as to when it would be so, she said that"."""
    match = _ASKED_FIRST.match(text, start, end)
    if match is None:
        return None
    kind = SubjectKind.PRONOUN if match["who"] in ("he", "she", "they") else SubjectKind.NAMED
    speaker = Subject(match["who"], *match.span("who"), kind, match.end("who") + 1)
    ask = Move(
        Does.ASK, start, match.start("cut"), None, asker=match["by"], named=True, cue=text[start : match.end("by")]
    )
    return ask, Move(Does.REPLY, match.end(), end, speaker, cue="asked")


def _to_one_who_asked(text: str, start: int, end: int) -> tuple[Move, ...] | None:
    """Moves of "In reply to Cllr Oakes, who had asked when it was due, Ms Pell confirmed that"."""
    match = _TO_ONE_WHO_ASKED.match(text, start, end)
    if match is None:
        return None
    ask = Move(Does.ASK, start, match.start("cut"), None, asker=match["by"], named=True, cue="who had asked")
    if not match["who"]:
        return ask, Move(Does.TOLD, match.end(), end, cue="it was")
    speaker = Subject(match["who"], *match.span("who"), SubjectKind.NAMED, match.end("who") + 1)
    return ask, Move(Does.REPLY, match.end(), end, speaker, cue="in reply")


def asked_beside(text: str, start: int, end: int) -> tuple[Move, ...] | None:
    """Moves of "Ms Pell, asked by Cllr Oakes how many there were, said ten" and of "Was it so, asked the Chairman", and
    of a reply to one "who had asked".
    """
    if told := _to_one_who_asked(text, start, end) or _asked_first(text, start, end):
        return told
    aside = _ASKED_ASIDE.match(text, start, end)
    if aside:
        speaker = Subject(aside["who"], start, aside.end("who"), SubjectKind.NAMED, aside.end())
        ask = Move(Does.ASK, start, aside.start("cut"), None, asker=aside["by"], named=True, cue="asked")
        return ask, Move(Does.REPLY, aside.end(), end, speaker, cue="asked")
    last = _ASKER_LAST.search(text, start, end)
    if last and direct_question(text, start, last.start()) is not None:
        return (Move(Does.ASK, start, end, None, asker=last["by"], cue="asked"),)
    return None


def label_at(text: str, start: int, end: int) -> Subject | None:
    """The speaker whose name and a colon lead the sentence: "Clerk: it is a condition"; None where none does."""
    label = _COLON.match(text, start, end)
    if not label:
        return None
    kind = SubjectKind.INITIALS if label["who"].isupper() else SubjectKind.NAMED
    return Subject(label["who"], start, label.end("who"), kind, label.end())
