"""Promises in the passive: something would be sent to the members, put right, or was promised to them."""

import re

from scrutiny_desk.recognition.cues import cue, phrase_in
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.promise import NOT_BOUND, Promise, clause
from scrutiny_desk.recognition.subjects import Subject, SubjectKind
from scrutiny_desk.recognition.telltales import Rule

_TO_MEMBERS = re.compile(r"\s+(?:to|for)\s+(?:all\s+|every\s+|each\s+|the\s+)?(?:[Mm]embers?|[Cc]ouncillors?)\b")
_TO_THEM = re.compile(
    r"\s+to\s+(?:all\s+|the\s+)?(?:(?:\w+\s+)?(?:Committee|Panel|Board|Commission)|[Mm]embers|[Cc]ouncillors)\b"
    r"(?! of (?:staff|the public))"
)
_WITH_MINUTES = re.compile(r"\s+out\s+with\s+the\s+(?:minutes|papers|notes|action)", re.I)
_CIRCULATED = re.compile(r"\b(?:circulated|forwarded|e-?mailed|emailed)$")
_AGREED_BY = Rule(
    rf"\b[Ii]t\s+was\s+(?:agreed|confirmed|undertaken)\s+by\s+(?P<by>{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD}|"
    rf"the\s+(?:[A-Z]\w+\s+|of\s+|for\s+)*[A-Z]\w+)\s+that\b",
    words=("agreed", "confirmed", "undertaken"),
)
_FIRST_TO_KNOW = Rule(
    r"\b[Mm]embers\s+(?:would|will)\s+be\s+(?:the\s+first\s+to\s+know|consulted|kept)\b",
    words=("know", "consulted", "kept"),
)
_CORRECTED = re.compile(
    r"\b(?:corrected|amended|revised)\s+(?:page|version|table|copy|figures?|report|paper|sheet)\s+$", re.I
)
_ADVISED = Rule(
    r"\b(?:would|will)\s+be\s+[a-z-]+ed\b[^.;]{0,60}?\band\s+(?:[Mm]embers|the\s+(?:\w+\s+)?(?:Committee|Panel|Board|"
    r"Commission))\s+"
    r"(?:advised|informed|notified|told|updated)\b",
    parts=("advised", "informed", "notified", "told", "updated"),
)
_TO_BE_CONFIRMED = Rule(
    r"\b[Ii]t\s+(?:would|will)\s+be\s+(?:confirmed|checked|clarified|established|ascertained)\s+(?:whether|if|when|what|how|who|where|why)\b",
    parts=("confirmed", "checked", "clarified", "established", "ascertained"),
)
_PRONOUN_THING = re.compile(r"\b(?:this|that|these|those|it|they|the\s+(?:others?|rest|remainder))\s+$", re.I)
_THING_THEY_GET = (
    r"(?P<would>(?:would|will)\s+(?:also\s+|then\s+)?be\s+(?:furnished|briefed|supplied|sent|provided|told|informed|notified|"
    r"written\s+to|shown|issued|kept|updated|contacted)\b|(?:would|will)\s+(?:also\s+|then\s+)?(?:receive|get|"
    r"be\s+given)\s+(?:an?|the|further|more|regular|full)\s+(?:\w+\s+)?(?:updates?|cop(?:y|ies)|reports?|briefings?|"
    r"answers?|responses?|breakdowns?|notes?|figures|details|information|numbers?|names?|dates?|link|address|"
    r"reasons?|results|outcome|findings)\b)"
)
_OF_FURNISHING = tuple(
    "furnished briefed supplied sent provided told informed notified written shown issued kept updated contacted "
    "receive get given".split()
)
_FURNISHED = Rule(
    rf"(?:\b(?:[Aa]ll\s+)?[Mm]embers|\b[Cc]ouncillors|\b[Tt]he\s+(?:\w+\s+)?(?:Committee|Panel|Board|Group|"
    rf"Commission)|{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD})\s+"
    r"(?:(?:was|were)\s+(?:then\s+|also\s+)?(?:told|informed|advised|assured|reassured)\s+(?:by\s+[^.;,]{2,60}?\s+)?"
    rf"(?:that\s+)?(?:they|he|she)\s+)?{_THING_THEY_GET}",
    parts=_OF_FURNISHING,
)
_HAVE_THEM = Rule(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s+[A-Z][\w'’-]*|[Mm]embers|[Cc]ouncillors|(?:[Tt]he|"
    r"this)\s+(?:\w+\s+)?(?:Committee|Panel|Board|Group|Commission))\s+(?:would|will|shall)\s+"
    r"(?:then\s+|also\s+)?have\s+(?:it|them|those|that|the\s+\w+|an?\s+\w+)\s+(?:by|before|within|in\s+time|at|after|"
    r"once|when|in|"
    r"next)\b",
    words=("have",),
)
_PROMISED = Rule(
    r"\b(?:repl(?:y|ies)|answers?|responses?|figures?|updates?|notes?|reports?|information|details|cop(?:y|ies)|"
    r"lists?|briefings?|breakdown|explanation)\s+(?:was|were|had been)\s+"
    r"(?:also\s+)?promised\b|\b(?:undertaking|commitment)\s+was\s+given\s+(?:to|that)\b|\bit\s+was\s+promised\s+that\b"
    r"|\b(?:[Mm]embers|[Tt]he\s+(?:\w+\s+)?(?:[Cc]ommittee|[Pp]anel)|(?:Councillor|Cllr)\s+[A-Z][\w'’\-]*)\s+(?:was|"
    r"were)\s+promised\b"
    r"|\b(?:assurance|undertaking|promise)\s+(?:was\s+given\s+)?that\s+[^.;]{3,90}?\bwould\s+be\s+(?:sent|circulated|"
    r"provided|shared|supplied|forwarded|reported)\b",
    re.I,
    parts=("promised", "undertaking", "commitment", "assurance", "promise"),
)
_PUT_RIGHT = Rule(
    r"\b(?:this|that|it|they|these)\s+(?:would|will)\s+(?:also\s+|now\s+)?be\s+(?:looked\s+(?:into|at)|checked|"
    r"followed\s+up|taken\s+up|explored|pursued|examined|done\s+(?:before|by|within|this\s+week|in)|taken\s+back|"
    r"taken\s+away|picked\s+up|actioned|"
    r"done(?=\.?$)|corrected|put\s+right|remedied|rectified|chased|investigated|seen\s+to|attended\s+to)\b",
    re.I,
    parts=(
        "looked",
        "checked",
        "followed",
        "taken",
        "explored",
        "pursued",
        "examined",
        "done",
        "picked",
        "actioned",
        "corrected",
        "right",
        "remedied",
        "rectified",
        "chased",
        "investigated",
        "seen",
        "attended",
    ),
)
_PUT_OFF = re.compile(
    r"[^,.;]{0,40}\b(?:outside(?:\s+of)?\s+(?:the|this)\s+meeting|(?:after|following)\s+(?:the|this)\s+meeting|separately|"
    r"offline|in\s+writing|at\s+a\s+later\s+date|in\s+due\s+course|by\s+e-?mail)\b",
    re.I,
)
_TO_OTHERS = re.compile(r"\s+to\s+(?!(?:all\s+|the\s+)?(?:[Mm]ember|[Cc]ouncillor|[Cc]ommittee|[Pp]anel))")
_COMES_BACK = re.compile(
    r"(?:would|will)\s+(?:also\s+|then\s+|now\s+)?(?:come|return)\b.*\b(?:this|the)\s+(?:\w+\s+){0,2}"
    r"(?:Committee|Panel|Board|Commission|meeting|members)\b",
    re.I,
)
_REST = re.compile(r"\bthe\s+(?:others?|rest|remainder)\s+$", re.I)
_WAS_TO = re.compile(r"\s(?:was|were|is|are)\s+$")
_ANSWERED = re.compile(r"\b(?:reply|response|answer|answered|responded\s+to)$", re.I)
_LATER_ON = re.compile(r"[^.;]{0,40}\b(?:in\s+writing|by|within|before|after)\b|$")
_CLAUSES = re.compile(r"[;:]|\b(?:and|but|that)\s+(?=(?:an?|the|this|further)\s)")


def was_promised(text: str, start: int, end: int) -> Promise | None:
    """The passive of promising: "a written answer was promised", "an undertaking was given to"."""
    match = _PROMISED.search(text, start, end)
    return Promise(start, end, match[0], None, firm=False) if match else None


_AGREED_TO_SEND = Rule(
    r"\b[Ii]t\s+was\s+(?:then\s+|therefore\s+)?agreed\s+that\s+(?:this|that|it|these|they|the\s+(?:\w+\s+){1,3})\s*(?:would|"
    r"should|will)\s+be\s+(?:shared|sent|circulated|provided|supplied|e-?mailed|forwarded|attached|appended|added)\b[^.;]{0,40}\b(?:him|"
    r"her|them|[Mm]embers|outside|after|following|in\s+writing|by\s+e-?mail|to\s+the\s+(?:Committee|Panel|Board|Commission)|"
    r"(?:to|with)\s+(?:the|these)\s+minutes)\b",
    words=("agreed",),
)


def agreed_to_send(text: str, start: int, end: int) -> Promise | None:
    """In a reply, what it was agreed to send to those who asked: "it was agreed that this would be shared with him"."""
    match = _AGREED_TO_SEND.search(text, start, end)
    return Promise(start, end, match[0], None, firm=False) if match else None


def put_right(text: str, start: int, end: int) -> Promise | None:
    """In a reply, the passive of seeing to the thing that was asked: "this would be looked into"."""
    match = _PUT_RIGHT.search(text, start, end)
    return Promise(start, end, match[0], None, firm=False) if match else None


def furnished(text: str, start: int, end: int) -> Promise | None:
    """A member, or the members, would be sent or told something."""
    match = _FURNISHED.search(text, start, end)
    other = (_HAVE_THEM, _FIRST_TO_KNOW, _ADVISED, _TO_BE_CONFIRMED)
    if match is None and (has := next((m for p in other if (m := p.search(text, start, end))), None)):
        return Promise(start, end, clause(text, has.start(), end), None, firm=False)
    if (
        not match
        or NOT_BOUND.search(text[start : match.start()])
        or cue("promising.conditional").search(text, start, end)
    ):
        return None
    return Promise(start, end, clause(text, match.start("would"), end), None, firm=False)


def sent(text: str, start: int, end: int, *, replying: bool = False) -> Promise | None:
    """The passive: a thing would be sent to the members, or something sought on their behalf."""
    match = phrase_in("promising.sent", text, start, end)
    if not match:
        return None
    agreed = _AGREED_BY.search(text, start, end)
    words = clause(text, match.start(), end)
    if agreed and agreed.end() <= match.start():
        by = Subject(agreed["by"], agreed.start("by"), agreed.end("by"), SubjectKind.NAMED, match.start())
        return Promise(start, end, words, by)
    if match[0].casefold().startswith("should"):
        return None
    if match[0].casefold().startswith("could") and not (replying and _PUT_OFF.match(text, match.end(), end)):
        return None
    if match[0].casefold().startswith("to ") and not (replying and _WAS_TO.search(text[start : match.start()])):
        return None
    if cue("promising.conditional").search(text, start, end) or NOT_BOUND.search(text[start : match.start()]):
        return None
    return Promise(start, end, words, None, firm=False) if _to_members(text, start, match, end) else None


def _to_members(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether what would be sent is a thing that those who asked are owed."""
    things = cue("promising.things")
    before = _WAS_TO.sub(" ", text[start : match.start()])
    after = text[match.end() : end]
    if _COMES_BACK.match(match[0]) or _ANSWERED.search(match[0]) and _LATER_ON.match(after):
        return True
    if _CORRECTED.search(before):
        return True
    if match[0].casefold().endswith(("follow", "be forthcoming")):
        return bool(things.search(before)) and len(after) < 60
    last = match[0].split()[-1].casefold()
    if last == "go" and not _TO_MEMBERS.match(after) and not _WITH_MINUTES.match(after):
        return False
    if last == "go" and _WITH_MINUTES.match(after) or last in ("obtained", "sought") and _TO_MEMBERS.match(after):
        return True
    if _REST.search(before) and like(r"\b(?:supplied|sent|forwarded|provided|circulated|given)$").search(match[0]):
        return True
    to_them = bool(cue("promising.recipients").search(text, match.start(), end))
    if to_them and _PRONOUN_THING.search(before):
        return True
    if (
        _CIRCULATED.search(match[0])
        and not _TO_OTHERS.match(after)
        and (things.search(before) or _TO_THEM.match(after))
    ):
        return True
    if not things.search(_CLAUSES.split(before)[-1]):
        return False
    return to_them or match[0].split()[-1] in ("sought", "obtained", "chased")
