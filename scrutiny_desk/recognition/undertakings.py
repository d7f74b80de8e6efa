"""Promises: who bound themselves, in which words, to whom and by when. "Would" alone is reported speech."""

import re

from scrutiny_desk.recognition.cues import cue, may_stand
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.passive import agreed_to_send, furnished, put_right, sent, was_promised
from scrutiny_desk.recognition.promise import NOT_BOUND, Promise, clause
from scrutiny_desk.recognition.sentences import holds
from scrutiny_desk.recognition.subjects import Subject, SubjectKind, subject_of
from scrutiny_desk.recognition.telltales import Rule, held, telltale, telltale_words

# fmt: off
_MAY_BIND = (
    "would", "will", "could", "we can", "i can", "shall", "agreed", "undert", "offered", "promis", "commit", "pledged",
    "volunteered", "took", "taken ", "direct", "consent", "vow", "guarant", "'ll", "’ll", "'d", "’d", "gave ",
    "accepted", " bound ", "was to", "were to", "is to", "are to", "leave ", "happy to", "glad to", "with you",
)
_BINDING = telltale(
    "would", "will", "could", "shall", "agreed", "undert", "offered", "promis", "commit", "pledged", "volunteered",
    "took", "taken", "direct", "consent", "vow", "guarant", "gave", "accepted", "bound", "leave",
) | telltale_words(("ll", "d"))
_WITH_ANOTHER = telltale("was", "were", "is", "are", "happy", "glad", "with", "can")
_ANOTHER = telltale_words(("to", "can", "you"))
"""Where one of `_MAY_BIND` stands so does one of the first, or one of the second with one of the third."""
# fmt: on
_MAY_BE_DONE = re.compile(r"would|will|shall|could|\b(?:we|i) can\b|leave|happy|glad|with you|['’](?:ll|d)\b|\bto be\b")
_MODALS = ("would", "will", "shall", "ll", "d")
MODALS = telltale_words(_MODALS)
_MODAL = Rule(
    r"(?:\b(?:would|will|shall)|['’]ll|['’]d)(?:,\s+(?:however|therefore|though|of\s+course),)?\s+"
    r"(?:(?:also|now|then|certainly|happily|"
    r"therefore|again|further|both|"
    r"definitely|personally|gladly|of course|endeavour to|try and|seek to|look to|aim to|be able to|"
    r"(?:have|need) to)\s+)*",
    re.I,
    words=_MODALS,
)
_SELF = re.compile(r"\b(?P<pronoun>he|she|I|her|they|we)(?:\s+(?:and\s+\w+\s+)?|)$", re.I)
_THIRD = re.compile(
    rf"(?P<named>(?!The|This|That|These|Our|Every|Each|All){NAME_WORD}\s(?!Council|Committee|Service|Trust|Team|"
    rf"Board|Group|Plan){NAME_WORD}|{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD}(?:\s{NAME_WORD}){{0,2}}|(?:[Tt]he|"
    rf"[Oo]ur)\s+(?:[A-Z][\w'’&-]*\s+|of\s+|for\s+|and\s+|the\s+)*"
    r"(?:[A-Z][\w'’&-]*|clerk|director|officer|manager|chair(?:man)?|leader|consultant|engineer)|(?<!\w)(?:Chair(?:man|woman|person)?|Clerk|"
    r"Officers?)|[Oo]fficers?|[Tt]he\s+officers?|(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Tt]he\s+[A-Z]\w+['’]s)\s+(?:\w+\s+)?(?:office|team|"
    r"officers|staff|colleagues|department)|"
    r"(?<![A-Z])[A-Z]{2,3}|(?P<single>(?<![A-Z]\w{2}\s)(?!It|This|That|These|They|She|There|Members|Work|Officers|Cabinet|Council)[A-Z][a-z]{2,}))\s+$"
)
_NAMED = re.compile(
    rf"(?:{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD}(?:\s{NAME_WORD}){{0,2}}|(?:[Tt]he\s+)?(?:[Cc]lerk|[Cc]hair(?:man|"
    r"woman|person)?|[Hh]andyman|[Ww]arden|[Tt]reasurer|[Ss]ecretary))\s+$"
)
_COORDINATE = re.compile(r"(?:\b(?:and|but|also)|,)\s*$", re.I)
_TAKEN_AWAY = Rule(
    rf"\b(?:was|were)\s+taken\s+(?:away|up|back)\s+by\s+(?P<by>(?:the\s+)?(?:{TITLE_PATTERN}\s+)?[A-Z][\w'’-]*(?:\s+(?:of\s+|"
    r"for\s+|and\s+)?[A-Z][\w'’-]*)*)",
    words=("taken",),
)
_BARE = Rule(r"\b(?:agreed|agreed to (?:this|do so|that|do this))\.?$", re.I, words=("agreed",))
_LATER = Rule(
    r"\b(?:could|[Ww]e\s+can|I\s+can)\s+(?:supply|provide|send|share|circulate|give|email|bring|forward|have\s+(?:it|them|one|that)\s+prepared)\b[^.;]*?\b(?:later|for\s+the\s+next\s+meeting|after(?:wards)?|"
    r"outside|following the meeting|in writing|in due course)\b",
    re.I,
    words=("could", "can"),
)
_COULD = Rule(
    r"\b(?:he|she|I|but|and)\s+could\s+(?:find\s+out|check|look\s+into|ask|get\s+back|"
    r"let\s+(?:[Mm]embers|him|her|them|the\s+\w+)\s+have)\b",
    re.I,
    words=("could",),
)
_GLADLY = Rule(
    r"\bwould\s+be\s+(?:very\s+|more\s+than\s+|only\s+too\s+)?(?:happy|glad|pleased|willing|"
    r"content)\s+to\s+(?:provide|share|"
    r"send|supply|circulate|bring|forward|give)\s+"
    r"(?:this|that|it|them|these|those|the\s+(?:information|figures|details|data|breakdown|list))\b|"
    r"\bwould\s+be\s+(?:happy|content)\s+to\s+let\s+\w[^.;]{2,60}?\s+(?:see|have)\b"
    r"|\bI\s*(?:am|['’]m|would\s+be|['’]d\s+be)\s+(?:very\s+|more\s+than\s+|only\s+too\s+|quite\s+)?(?:happy|glad|"
    r"pleased|willing|content)\s+to\s+(?:send|provide|share|supply|circulate|"
    r"write|look|take|arrange|come\s+back|let|follow)\b",
    re.I,
    words=("happy", "glad", "pleased", "willing", "content"),
)
_TASKED = re.compile(r"\b[Ii]t\s+was\s+(?:also\s+|therefore\s+|then\s+)?agreed\s+that\b", re.I)
_IN_HAND = Rule(
    r"\b[Ll]eave\s+(?:it|that|this)\s+with\s+(?:me|him|her|us)\b|\b(?:[Yy]ou|[Hh]e|[Ss]he|[Mm]embers)\s+(?:shall|"
    r"will)\s+have\s+(?:it|them|that|an?\s+answer|a\s+copy)\b|\b[Ii]t(?:['’]ll|\s+will|\s+would)\s+be\s+(?:in|"
    r"with)\s+(?:your|you|her|him|the)\b|[\"“'‘]\s*With\s+you\s+(?:by|before|within|in|next|this)\b",
    words=("leave", "have", "be", "with"),
)
_GIVEN = re.compile(
    r"\bif\s+(?:he|she|they|you|members|the\s+\w+|(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.?\s+\w+)\s+(?:would\s+|"
    r"could\s+|were\s+to\s+)?"
    r"(?:like\s+to\s+(?:see|have|know)|let|sent?|gave|give|provided?|supply|supplied|pass(?:ed)?|e-?mail(?:ed)?|forward(?:ed)?|wrote|"
    r"write)\b[^.;]{0,80}?"
    r"(?=\s(?:he|she|they|I|we)\s*(?:(?:would|will)\b|$))",
    re.I,
)
_DO_SO = re.compile(
    r"\b(?:he|she|they|I)\s+(?:would|will)(?:\s+(?:ask|enquire|check|do\s+(?:so|this|that)|gladly|certainly|of\s+course))?\.?$|"
    r"\bagreed\s+to\s+do\s+(?:so|this|that)\.?$",
    re.I,
)
_OWN_OR_LETTERS = re.compile(r"(?:\b(?:he|she|I|and|but|who)|,|(?:^|[.;,]\s)(?-i:[A-Z]{2,3}))\s+$", re.I)
_BODY = re.compile(
    r"^(?!.*\b(?:Head|Director|Manager|Officer|Member|Chair|Leader|Chief|Commissioner|Secretary|Minister|Lead|"
    r"Engineer|Superintendent|Inspector)\b).*\b(?:Council|Committee|Service|Team|Directorate|"
    r"Department|Government|Board|Panel|Cabinet|Trust|Police|Authority|Group|Programme|Plan|Strategy|Scheme|Report|"
    r"Project|Act|Bill)$"
)
_TO_THEM = re.compile(
    r"\b(?:to|with|for)\s+(?:all\s+|the\s+|every\s+|each\s+|individual\s+)?(?:(?:\w+\s+){0,2}(?:[Cc]ommittee|"
    r"[Pp]anel|[Cc]ommission|[Ss]ub-[Cc]ommittee)|[Mm]embers?|[Cc]ouncillors?)\b(?!\s+of\s+(?:staff|the public))|"
    r"\breport\s+back\s+to\s+the\s+(?:next|\w+)\s+meeting\b"
)
_WILL_DO = Rule(r"\bwhich\s+(?:I|he|she|we)\s+(?:will|would|shall)\s+do\b", re.I, words=("which",))
_LATER_WAYS = (_LATER, _COULD, _WILL_DO, _IN_HAND)
_OF_LATER = _LATER.mark | _COULD.mark | _WILL_DO.mark | _IN_HAND.mark
_GOES_ON = re.compile(
    r"\s+(?:the|a|an|this|that|these|those|all|its|any|his|her|their|him|them|me|us|you|it|[Mm]embers|"
    r"[Cc]ouncillors?|be\s+(?:a|the))\b",
    re.I,
)


def promise_in(text: str, start: int, end: int, *, replying: bool = False) -> Promise | None:
    """The promise that the sentence makes, or None; reported plans of a service are none.

    When somebody is `replying` to what was put to them, whatever they would do themselves is a promise, unless it is
    mere opinion or the course of things.
    """
    tells = held(text, start, end)
    if not (tells & _BINDING or tells & _WITH_ANOTHER and tells & _ANOTHER):
        return None
    low = text[start:end].lower()
    if not holds(low, _MAY_BIND):
        return None
    found = _bound(text, start, end)
    if not found and tells & MODALS:
        found = _would(text, start, end, replying)
    if not found:
        found = was_promised(text, start, end)
    if not found and replying and (taken := _TAKEN_AWAY.search(text, start, end)):
        by = Subject(taken["by"], *taken.span("by"), SubjectKind.NAMED, taken.end("by"))
        return Promise(start, end, taken[0], by)
    if found or not _MAY_BE_DONE.search(low):
        return found
    return (
        (put_right(text, start, end) or agreed_to_send(text, start, end) if replying else None)
        or (_later(text, start, end) if tells & _OF_LATER else None)
        or (_gladly(text, start, end) if tells & _GLADLY.mark else None)
        or (furnished(text, start, end) if tells & MODALS else None)
        or sent(text, start, end, replying=replying)
    )


def bare_agreement(text: str, start: int, end: int) -> bool:
    """Whether the sentence ends in a bare "agreed", which binds when a request went before."""
    return end - start < 160 and bool(_BARE.search(text, start, end))


def _bound(text: str, start: int, end: int) -> Promise | None:
    if not may_stand("promising.bound", text, start, end):
        return None
    for match in cue("promising.bound").finditer(text, start, end):
        if like(
            r"(?i)\b(?:had|have|has|been|was|were|be|is|who)\s+(?:also\s+|previously\s+|already\s+|(?:very\s+)?kindly\s+)?$"
        ).search(text[max(start, match.start() - 24) : match.start()]):
            continue
        if match[0].casefold().endswith(" to") and _GOES_ON.match(text, match.end()):
            continue
        by = subject_of(text, start, match.start(), end)
        if by is None and match.start() == start and not text[start].isupper():
            # A point of a list whose head says who speaks: "the Lead Member and officers: ... undertook to provide".
            return Promise(start, end, clause(text, match.start(), end), None)
        if by is None or by.kind is SubjectKind.IMPERSONAL or _collective(by):
            continue
        if cue("promising.conditional").search(text, start, end) or like(
            r"\b(?:to anyone|if required|if requested|if necessary)\b"
        ).search(text[start:end]):
            continue
        return Promise(start, end, clause(text, match.start(), end), by)
    return None


def _collective(by: Subject) -> bool:
    """Whether the committee itself is the subject: then it is a decision, not a promise."""
    return by.kind is SubjectKind.GROUP and not like(
        r"(?i)officer|official|witness|representative|staff|contractor|develop|parishioner|"
        r"resident|member of the public"
    ).search(by.text)


def would_do_so(text: str, start: int, end: int) -> bool:
    """Whether the sentence ends in "would" or "would do so", which binds when a thing was asked for before."""
    return end - start < 140 and bool(_DO_SO.search(text, start, end))


def _would(text: str, start: int, end: int, replying: bool) -> Promise | None:
    for modal in _MODAL.finditer(text, start, end):
        deed = cue("promising.deeds").match(text, modal.end(), end) or _also_replies(text, modal.end(), end)
        if not deed and modal[0].casefold().startswith("will") and _NAMED.search(text[start : modal.start()]):
            deed = cue("promising.tasks").match(text, modal.end(), end)
        if not deed and replying and _OWN_OR_LETTERS.search(text[start : modal.start()]):
            deed = cue("promising.acts").match(text, modal.end(), end)
        if not deed or _conditional(text, start, end) or cue("promising.willing").match(text, modal.start(), end):
            continue
        before = text[start : modal.start()]
        tasked = _TASKED.search(before) and _THIRD.search(before)
        before = _GIVEN.sub("", before)
        if not tasked and NOT_BOUND.search(before) or like(r"(?i)if\b").match(before):
            continue
        own = _SELF.search(before)
        if own:
            plural = own["pronoun"].casefold() in ("they", "we")
            if plural and not _owed(text, modal.end(), end):
                continue
            return Promise(start, end, clause(text, modal.start(), end), None)
        third = _THIRD.search(before)
        if third:
            loose = like(r"(?i:the\s+)?officers?$|[A-Z]{2,3}$|(?i:his|her|their|our|the\s+\w+['’]s)\s").match(
                third["named"]
            )
            if replying and third["named"].isupper() and cue("promising.things").search(text, modal.end(), end):
                loose = None
            if loose and not third["named"].isupper() and not _owed(text, modal.end(), end):
                continue
            if _BODY.search(third["named"]) and not _TO_THEM.search(text, modal.end(), end):
                continue
            if _BODY.search(third["named"]) or like(r"(?i:his|her|their|our|the\s+\w+['’]s)\s").match(third["named"]):
                return Promise(start, end, clause(text, modal.start(), end), None)
            at = start + third.start("named")
            kind = SubjectKind.SINGLE if third["single"] else SubjectKind.NAMED
            by = Subject(third["named"], at, at + len(third["named"]), kind, modal.start())
            return Promise(start, end, clause(text, modal.start(), end), by, firm=not loose)
        to_them = (
            deed and _TO_THEM.search(text, modal.end(), end) and cue("promising.things").search(text, modal.end(), end)
        )
        to_them = to_them or _COORDINATE.search(before) and cue("promising.replies").match(text, modal.end(), end)
        if to_them or _COORDINATE.search(before) and _person_acts(text, start, modal.start(), end):
            return Promise(start, end, clause(text, modal.start(), end), None)
    return None


def _conditional(text: str, start: int, end: int) -> bool:
    """Whether the promise hangs on something other than being given what it needs."""
    condition = cue("promising.conditional").search(text, start, end)
    return condition is not None and not _GIVEN.match(text, condition.start(), end)


def _gladly(text: str, start: int, end: int) -> Promise | None:
    """ "Would be happy to provide this": an offer of the very thing that was asked for is a promise."""
    match = _GLADLY.search(text, start, end)
    return Promise(start, end, clause(text, match.start(), end), None, firm=False) if match else None


def _also_replies(text: str, at: int, end: int) -> re.Match[str] | None:
    """A second deed that can only be owed to those who asked: "would re-score it and come back to Members"."""
    link = like(r"\band\s+(?=\w)").search(text[at : min(end, at + 90)])
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
    match = next((m for way in _LATER_WAYS if (m := way.search(text, start, end))), None)
    return Promise(start, end, match[0], None) if match else None
