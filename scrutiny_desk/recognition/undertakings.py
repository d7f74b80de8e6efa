"""Promises: who bound themselves, in which words, to whom and by when. "Would" alone is reported speech."""

import re
from dataclasses import dataclass

from scrutiny_desk.recognition.cues import cue
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.subjects import Subject, SubjectKind, subject_of

LONGEST_QUOTE = 780
_STEMS = (
    *"would will could shall agreed undert offered promis commit pledged volunteered took direct consent vow guarant".split(),
    *(
        "'ll",
        "’ll",
        "'d",
        "’d",
        "gave ",
        "accepted",
        " bound ",
        "was to",
        "were to",
        "is to",
        "are to",
        "leave ",
        "happy to",
        "glad to",
    ),
)
_MODAL = re.compile(
    r"(?:\b(?:would|will|shall)|['’]ll|['’]d)\s+(?:(?:also|now|then|certainly|happily|therefore|again|further|both|"
    r"definitely|personally|gladly|of course|endeavour to|try and|seek to|look to|aim to|be able to|have to)\s+)*",
    re.I,
)
_SELF = re.compile(r"\b(?P<pronoun>he|she|I|her|they|we)(?:\s+(?:and\s+\w+\s+)?|)$", re.I)
_THIRD = re.compile(
    rf"(?P<named>(?!The|This|That|These|Our|Every|Each|All){NAME_WORD}\s(?!Council|Committee|Service|Trust|Team|"
    rf"Board|Group|Plan){NAME_WORD}|{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD}(?:\s{NAME_WORD}){{0,2}}|(?:[Tt]he|"
    rf"[Oo]ur)\s+(?:[A-Z][\w'’&-]*\s+|of\s+|for\s+|and\s+|the\s+)*"
    r"(?:[A-Z][\w'’&-]*|clerk|director|officer|manager|chair(?:man)?|leader|consultant|engineer)|[Oo]fficers?|"
    r"[Tt]he\s+officers?|(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s+(?:office|team|officers|staff|colleagues|department)|"
    r"[A-Z]{2,3})\s+$"
)
_COORDINATE = re.compile(r"(?:\b(?:and|but|also)|,)\s*$", re.I)
_NOT_BOUND = re.compile(
    r"\b(?:it|this)\s+(?:was|is|be)\s+(?:\w+\s+)?(?:agreed|resolved|suggested|requested|proposed|noted that if|"
    r"recommended)\b|\b(?:suggested|recommended|requested|asked|proposed|hoped)\s+(?:that|if|whether|for)\b[^.;,]*$|"
    r"\bif\b[^.;,]*$",
    re.I,
)
_TO_MEMBERS = re.compile(r"\s+to\s+(?:all\s+|every\s+|each\s+|the\s+)?(?:[Mm]embers?|[Cc]ouncillors?)\b")
_AGREED_BY = re.compile(
    rf"\b[Ii]t\s+was\s+(?:agreed|confirmed|undertaken)\s+by\s+(?P<by>{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD}|"
    rf"the\s+(?:[A-Z]\w+\s+|of\s+|for\s+)*[A-Z]\w+)\s+that\b"
)
_PRONOUN_THING = re.compile(r"\b(?:this|that|these|those|it|they)\s+$", re.I)
_BARE = re.compile(r"\b(?:agreed|agreed to (?:this|do so|that|do this))\.?$", re.I)
_LATER = re.compile(
    r"\bcould\s+(?:supply|provide|send|share|circulate|give|email|bring|forward)\b[^.;]*?\b(?:later|after(?:wards)?|"
    r"outside|following the meeting|in writing|in due course)\b",
    re.I,
)
_COULD = re.compile(r"\b(?:he|she|I|but|and)\s+could\s+(?:find\s+out|check|look\s+into|ask|get\s+back)\b", re.I)
_GLADLY = re.compile(
    r"\bwould\s+be\s+(?:very\s+|more\s+than\s+|only\s+too\s+)?(?:happy|glad|pleased|willing|"
    r"content)\s+to\s+(?:provide|share|"
    r"send|supply|circulate|bring|forward|give)\s+"
    r"(?:this|that|it|them|these|those|the\s+(?:information|figures|details|data|breakdown|list))\b|"
    r"\bwould\s+be\s+(?:happy|content)\s+to\s+let\s+\w[^.;]{2,60}?\s+(?:see|have)\b"
    r"|\bI\s*(?:am|['’]m|would\s+be|['’]d\s+be)\s+(?:very\s+|more\s+than\s+|only\s+too\s+|quite\s+)?(?:happy|glad|pleased|willing|content)\s+to\s+(?:send|provide|share|supply|circulate|"
    r"write|look|take|arrange|come\s+back|let|follow)\b",
    re.I,
)
_TASKED = re.compile(r"\b[Ii]t\s+was\s+(?:also\s+|therefore\s+|then\s+)?agreed\s+that\b", re.I)
_FURNISHED = re.compile(
    rf"(?:\b(?:[Aa]ll\s+)?[Mm]embers|\b[Cc]ouncillors|\b[Tt]he\s+(?:\w+\s+)?(?:Committee|Panel|Board|Group|Commission)|{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD})\s+"
    r"(?P<would>(?:would|will)\s+(?:also\s+|then\s+)?be\s+(?:furnished|supplied|sent|provided|told|informed|notified|written\s+to|shown|issued|kept|updated|contacted)\b)"
)
_IN_HAND = re.compile(
    r"\b[Ll]eave\s+(?:it|that|this)\s+with\s+(?:me|him|her|us)\b|\b(?:[Yy]ou|[Hh]e|[Ss]he|[Mm]embers)\s+(?:shall|will)\s+have\s+(?:it|them|that|an?\s+answer|a\s+copy)\b|\b[Ii]t(?:['’]ll|\s+will|\s+would)\s+be\s+(?:in|with)\s+(?:your|you|her|him|the)\b"
)
_PROMISED = re.compile(
    r"\b(?:repl(?:y|ies)|answers?|responses?|figures?|updates?|notes?|reports?|information|details|cop(?:y|ies)|lists?|briefings?|breakdown|explanation)\s+(?:was|were|had been)\s+"
    r"(?:also\s+)?promised\b|\b(?:undertaking|commitment)\s+was\s+given\s+(?:to|that)\b|\bit\s+was\s+promised\s+that\b"
    r"|\b(?:assurance|undertaking|promise)\s+(?:was\s+given\s+)?that\s+[^.;]{3,90}?\bwould\s+be\s+(?:sent|circulated|provided|shared|supplied|forwarded|reported)\b",
    re.I,
)
_DO_SO = re.compile(
    r"\b(?:he|she|they|I)\s+(?:would|will)(?:\s+(?:do\s+(?:so|this|that)|gladly|certainly|of\s+course))?\.?$|\bagreed\s+to\s+do\s+(?:so|this|that)\.?$",
    re.I,
)
_SELF_ALONE = re.compile(r"\b(?:he|she|I)\s+$", re.I)
_PUT_RIGHT = re.compile(
    r"\b(?:this|that|it|they|these)\s+(?:would|will)\s+(?:also\s+|now\s+)?be\s+(?:looked\s+(?:into|at)|checked|followed\s+up|taken\s+up|taken\s+back|taken\s+away|picked\s+up|actioned|"
    r"corrected|put\s+right|remedied|rectified|chased|investigated|seen\s+to|attended\s+to)\b",
    re.I,
)
_WILL_DO = re.compile(r"\bwhich\s+(?:I|he|she|we)\s+(?:will|would|shall)\s+do\b", re.I)
_GOES_ON = re.compile(
    r"\s+(?:the|a|an|this|that|these|those|all|its|any|his|her|their|him|them|me|us|you|it|[Mm]embers|"
    r"[Cc]ouncillors?|be\s+(?:a|the))\b",
    re.I,
)
_DUE = re.compile(
    r"\b(?:(?:by|before|on|until)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:\w+\s?){1,3}|"
    r"beginning\s+of\s+\w+|next\s+(?:meeting|week|month)(?:\s+of\s+the\s+\w+)?|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\d{1,2}\s+\w+)?|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|"
    r"February|March|April|May|June|July|August|September|October|November|December)(?:,?\s+\d{4})?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|"
    r"Christmas|Easter)"
    r"|within\s+(?:the\s+next\s+)?(?:\w+|\d+)\s+(?:working\s+|clear\s+)?(?:days?|weeks?|"
    r"months?)(?:\s+of\s+the\s+meeting)?"
    r"|(?:to|at|for|in\s+time\s+for)\s+(?:the\s+|its\s+|their\s+|a\s+)?(?:next|future|following|subsequent|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)(?:\s+(?:scheduled\s+|"
    r"ordinary\s+)?(?:\w+\s+){0,2}?meeting(?:\s+(?:of|in)\s+(?:the\s+)?\w+(?:\s+\w+)?)?)?"
    r"|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|"
    r"in\s+due\s+course|as\s+soon\s+as\s+(?:possible|practicable)|next\s+(?:week|month)|(?:in|over)\s+the\s+(?:next|"
    r"coming)\s+(?:few\s+)?(?:\w+\s+)?(?:days?|weeks?|months?))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise found in a sentence. `by` is the subject of its clause; None means whoever is speaking."""

    start: int
    end: int
    words: str
    by: Subject | None
    by_words: str = ""
    firm: bool = True


def promise_in(text: str, start: int, end: int, *, replying: bool = False) -> Promise | None:
    """The promise that the sentence makes, or None; reported plans of a service are none.

    When somebody is `replying` to what was put to them, whatever they would do themselves is a promise, unless it is
    mere opinion or the course of things.
    """
    sentence = text[start:end].casefold()
    if not any(stem in sentence for stem in _STEMS):
        return None
    return (
        _bound(text, start, end)
        or _would(text, start, end, replying)
        or _was_promised(text, start, end)
        or (_put_right(text, start, end) if replying else None)
        or _later(text, start, end)
        or _gladly(text, start, end)
        or _furnished(text, start, end)
        or _sent(text, start, end)
    )


def bare_agreement(text: str, start: int, end: int) -> bool:
    """Whether the sentence ends in a bare "agreed", which binds when a request went before."""
    return bool(_BARE.search(text, start, end)) and end - start < 160


def due_words(text: str) -> str | None:
    """The words that say by when, the last of them in the text; None where nothing is said."""
    found = [m[0] for m in _DUE.finditer(text)]
    return found[-1] if found else None


def _bound(text: str, start: int, end: int) -> Promise | None:
    for match in cue("promising.bound").finditer(text, start, end):
        if re.search(
            r"\b(?:had|have|has|been|was|were|be|is)\s+(?:also\s+|previously\s+|already\s+)?$",
            text[max(start, match.start() - 18) : match.start()],
            re.I,
        ):
            continue
        if match[0].casefold().endswith(" to") and _GOES_ON.match(text, match.end()):
            continue
        by = subject_of(text, start, match.start(), end)
        if by is None or by.kind is SubjectKind.IMPERSONAL or _collective(by):
            continue
        if cue("promising.conditional").search(text, start, end) or re.search(
            r"\b(?:to anyone|if required|if requested|if necessary)\b", text[start:end]
        ):
            continue
        return Promise(start, end, _clause(text, match.start(), end), by)
    return None


def _collective(by: Subject) -> bool:
    """Whether the committee itself is the subject: then it is a decision, not a promise."""
    return by.kind is SubjectKind.GROUP and not re.search(
        r"officer|official|witness|representative|staff|contractor|develop|parishioner|resident|member of the public",
        by.text,
        re.I,
    )


def _clause(text: str, at: int, end: int) -> str:
    stop = re.search(r"[;.]|,\s+(?:but|and|which|so)\b", text[at:end])
    return text[at : at + stop.start() if stop else end].strip()[:120]


def _was_promised(text: str, start: int, end: int) -> Promise | None:
    """The passive of promising: "a written answer was promised", "an undertaking was given to"."""
    match = _PROMISED.search(text, start, end)
    return Promise(start, end, match[0], None, firm=False) if match else None


def _put_right(text: str, start: int, end: int) -> Promise | None:
    """In a reply, the passive of seeing to the thing that was asked: "this would be looked into"."""
    match = _PUT_RIGHT.search(text, start, end)
    return Promise(start, end, match[0], None, firm=False) if match else None


def would_do_so(text: str, start: int, end: int) -> bool:
    """Whether the sentence ends in "would" or "would do so", which binds when a thing was asked for before."""
    return bool(_DO_SO.search(text, start, end)) and end - start < 140


def _would(text: str, start: int, end: int, replying: bool) -> Promise | None:
    for modal in _MODAL.finditer(text, start, end):
        deed = cue("promising.deeds").match(text, modal.end(), end) or _also_replies(text, modal.end(), end)
        if not deed and replying and _SELF_ALONE.search(text[start : modal.start()]):
            deed = cue("promising.acts").match(text, modal.end(), end)
        if (
            not deed
            or cue("promising.conditional").search(text, start, end)
            or cue("promising.willing").match(text, modal.start(), end)
        ):
            continue
        before = text[start : modal.start()]
        tasked = _TASKED.search(before) and _THIRD.search(before)
        if not tasked and _NOT_BOUND.search(before) or re.match(r"if\b", text[start:end], re.I):
            continue
        own = _SELF.search(before)
        if own:
            plural = own["pronoun"].casefold() in ("they", "we")
            if plural and not _owed(text, modal.end(), end):
                continue
            return Promise(start, end, _clause(text, modal.start(), end), None)
        third = _THIRD.search(before)
        if third:
            loose = re.match(r"(?i:the\s+)?officers?$|[A-Z]{2,3}$|(?i:his|her|their|our)\s", third["named"])
            if loose and not _owed(text, modal.end(), end):
                continue
            if re.search(
                r"\b(?:Council|Committee|Service|Team|Directorate|Department|Government|Board|Panel|Cabinet|Trust|"
                r"Police|Authority|Group|Programme|Plan|Strategy|Scheme|Report|Project|Act|Bill)$",
                third["named"],
            ):
                continue
            if re.match(r"(?i:his|her|their|our)\s", third["named"]):
                return Promise(start, end, _clause(text, modal.start(), end), None)
            at = start + third.start("named")
            by = Subject(third["named"], at, at + len(third["named"]), SubjectKind.NAMED, modal.start())
            return Promise(start, end, _clause(text, modal.start(), end), by, firm=not loose)
        if _COORDINATE.search(before) and _person_acts(text, start, modal.start(), end):
            return Promise(start, end, _clause(text, modal.start(), end), None)
    return None


def _gladly(text: str, start: int, end: int) -> Promise | None:
    """ "Would be happy to provide this": an offer of the very thing that was asked for is a promise."""
    match = _GLADLY.search(text, start, end)
    return Promise(start, end, _clause(text, match.start(), end), None, firm=False) if match else None


def _also_replies(text: str, at: int, end: int) -> re.Match[str] | None:
    """A second deed that can only be owed to those who asked: "would re-score it and come back to Members"."""
    link = re.search(r"\band\s+(?=\w)", text[at : min(end, at + 90)])
    return cue("promising.replies").match(text, at + link.end(), end) if link else None


def _person_acts(text: str, start: int, verb: int, end: int) -> bool:
    """Whether the clause's subject, before "and would", is a person; what a service would do binds nobody."""
    by = subject_of(text, start, verb, end)
    return by is not None and (
        by.kind in (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.INITIALS, SubjectKind.SINGLE)
        or by.kind is SubjectKind.PRONOUN
        and by.text.casefold() in ("he", "she", "i")
    )


def _owed(text: str, at: int, end: int) -> bool:
    """Whether what follows is owed to those who asked: a deed of replying, or a thing sent to them."""
    if cue("promising.replies").match(text, at, end) or _also_replies(text, at, end):
        return True
    if re.match(
        rf"(?:contact|write to|email|meet|speak to|ring|call|visit|update|inform)\s+(?:with\s+)?{TITLE_PATTERN}\s",
        text[at:end],
    ):
        return True
    return bool(
        cue("promising.recipients").search(text, at, end)
        and (cue("promising.things").search(text, at, end) or cue("promising.replies").search(text, at, end))
    )


def _later(text: str, start: int, end: int) -> Promise | None:
    match = next((m for p in (_LATER, _COULD, _WILL_DO, _IN_HAND) if (m := p.search(text, start, end))), None)
    return Promise(start, end, match[0], None) if match else None


def _furnished(text: str, start: int, end: int) -> Promise | None:
    """A member, or the members, would be sent or told something."""
    match = _FURNISHED.search(text, start, end)
    if (
        not match
        or _NOT_BOUND.search(text[start : match.start()])
        or cue("promising.conditional").search(text, start, end)
    ):
        return None
    return Promise(start, end, _clause(text, match.start("would"), end), None, firm=False)


def _sent(text: str, start: int, end: int) -> Promise | None:
    """The passive: a thing would be sent to the members, or something sought on their behalf."""
    agreed_by = _AGREED_BY.search(text, start, end)
    match = cue("promising.sent").search(text, start, end)
    if match and agreed_by and agreed_by.end() <= match.start():
        at = agreed_by.start("by")
        return Promise(
            start,
            end,
            _clause(text, match.start(), end),
            Subject(agreed_by["by"], at, agreed_by.end("by"), SubjectKind.NAMED, match.start()),
        )
    if not match or match[0].casefold().startswith(("could", "should", "to ")):
        return None
    if cue("promising.conditional").search(text, start, end) or _NOT_BOUND.search(text[start : match.start()]):
        return None
    if re.match(r"(?:would|will)\s+(?:also\s+|then\s+|now\s+)?(?:come|return)\b", match[0], re.I) and re.search(
        r"\b(?:this|the)\s+(?:\w+\s+){0,2}(?:Committee|Panel|Board|Commission|meeting|members)\b", match[0], re.I
    ):
        return Promise(start, end, _clause(text, match.start(), end), None, firm=False)
    if re.search(r"\b(?:reply|response|answer|answered|responded\s+to)$", match[0], re.I) and re.match(
        r"[^.;]{0,40}\b(?:in\s+writing|by|within|before|after)\b|$", text[match.end() : end]
    ):
        return Promise(start, end, _clause(text, match.start(), end), None, firm=False)
    if match[0].casefold().endswith(("follow", "be forthcoming")):
        thing = cue("promising.things").search(text[start : match.start()])
        return (
            Promise(start, end, _clause(text, match.start(), end), None, firm=False)
            if thing and end - match.end() < 60
            else None
        )
    if match[0].split()[-1].casefold() == "go" and not _TO_MEMBERS.match(text, match.end(), end):
        return None
    if _PRONOUN_THING.search(text[start : match.start()]) and cue("promising.recipients").search(
        text, match.start(), end
    ):
        return Promise(start, end, _clause(text, match.start(), end), None, firm=False)
    clause = re.split(r"[;:]|\b(?:and|but|that)\s+(?=(?:an?|the|this|further)\s)", text[start : match.start()])[-1]
    if not cue("promising.things").search(clause):
        return None
    if match[0].split()[-1] in ("sought", "obtained", "chased") or cue("promising.recipients").search(
        text, match.start(), end
    ):
        return Promise(start, end, _clause(text, match.start(), end), None, firm=False)
    return None
