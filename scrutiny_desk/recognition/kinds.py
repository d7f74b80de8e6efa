"""What kind of paper a document is, told from its head and from how its body speaks."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.recognition.dates import dates_in
from scrutiny_desk.recognition.hearings import speech as speech_label
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import UPPER
from scrutiny_desk.recognition.pages import is_decision_page
from scrutiny_desk.recognition.telltales import ANY, held, telltale

_SPEAKER_LINE = re.compile(rf"^(?:\[\d+\]\s*)?[{UPPER}][\w'’. \-()]{{3,80}}:$")
_MAIL_FORMATS = frozenset(("eml", "msg", "mail", "mhtml-mail", "email"))
_DEAR = re.compile(r"^dear\s+[A-Z]", re.I)
_YOURS = re.compile(
    r"^(?:yours\s+(?:sincerely|faithfully|truly)|kind(?:est)? regards|best wishes|with best wishes|regards)\b", re.I
)
_MINUTES_HEAD = re.compile(
    r"^(?:the\s+)?(?:draft\s+|unconfirmed\s+|confirmed\s+|approved\s+|public\s+)*(?:minutes?|"
    r"minute|(?:action |meeting )?notes? (?:of|from)|action notes|record of proceedings|concise minutes|cofnodion)\b|"
    r"\bminutes\b(?:\s+of\s|\s*$|\s*[-–—:,(]\s*\S|\s+\d)|\bminutes of\b|^at a meeting of\b|\bmeeting notes$|"
    r"\b(?:notes?|record) of (?:the )?(?:discussion|evidence session|visit|session)s?$|"
    r"^an?\s+(?:\w+\s+){0,4}meeting of\b.{3,140}\b(?:was|were) (?:duly )?held\b",
    re.I,
)
_DATED_MEETING = re.compile(r"\bmeeting\b", re.I)
_RULES = re.compile(
    r"\b(?:standing orders|constitution|terms of reference|(?:procedure )?rules|code of conduct|scheme of delegation|"
    r"bye-?laws)\b",
    re.I,
)
_RULE = re.compile(r"\b(?:shall|must|may not|is entitled to|will be entitled)\b")
_Sign = tuple[re.Pattern[str], float] | tuple[re.Pattern[str], float, tuple[str, ...]]
"""A pattern, its weight and, where that is quicker, parts of words of which one stands wherever it fits."""
_SCORES: dict[DocumentKind, tuple[_Sign, ...]] = {
    DocumentKind.REPORT: (
        (
            re.compile(
                r"^(?:(?:joint\s+)?report\s+(?:to|of|by|from|for)\b|report\s*:|"
                r"report title|report author|title of report)",
                re.I,
            ),
            4,
        ),
        (
            re.compile(
                r"^(?:author|contact officer|report author|lead officer|responsible "
                r"officer|cabinet member sign-off|decision maker|wards? affected|"
                r"key decision|classification|portfolio|service area|responsible "
                r"director)\s*:?(?:\s|$)",
                re.I,
            ),
            1.5,
        ),
        (re.compile(r"^(?:by|to|subject|from)\s*:\s*\S", re.I), 1.2),
        (
            re.compile(
                r"^(?:\d+[.\d]*\s*)?(?:purpose of (?:the |this )?(?:report|agenda "
                r"item)|executive summary|recommendations?|financial implications|"
                r"legal implications|background papers|equalit\w+ (?:implications|"
                r"impact).*|reasons? for (?:the )?recommendations?|risk (?:management|"
                r"implications))\s*:?$",
                re.I,
            ),
            1.5,
        ),
        (re.compile(r"^(?:record of decision|decision record|decision notice|proposed decision)", re.I), 4),
    ),
    DocumentKind.AGENDA: (
        (
            re.compile(
                r"^(?:(?!motions?\b|items?\b)(?:\w+\s+){0,3}agenda(?:\s+(?:frontsheet|pack|and reports))?|"
                r"notice of (?:meeting|a meeting)|summons|public document pack)\b",
                re.I,
            ),
            3.5,
        ),
        (
            re.compile(
                r"^(?:(?:\d+[.):]?\s+)?to (?:receive|consider|note|approve|agree|confirm|elect|sign|discuss)\b|"
                r"the public (?:are|is) (?:welcome|invited)|you are (?:hereby )?(?:summoned|requested|"
                r"invited)|membership)",
                re.I,
            ),
            0.6,
        ),
        (
            re.compile(
                r"^you are (?:hereby |cordially )?(?:summoned|requested|invited) to (?:attend )?(?:an?|the)\b", re.I
            ),
            3,
        ),
        (
            re.compile(r"\b(?:will be held|is to be held|is summoned|please ask for|please contact)\b", re.I),
            2,
            ("be held", "summoned", "please"),
        ),
    ),
    DocumentKind.QUESTIONS: (
        (
            re.compile(
                r"^(?:written )?(?:repl(?:y|ies)|answers?|responses?) to (?:written "
                r"|public |members?['’]? |councillors?['’]? )*questions",
                re.I,
            ),
            5,
        ),
        (re.compile(r"^question time\b", re.I), 1.2),
        (
            re.compile(
                r"^(?:written |public |member |oral )*questions?\s+(?:on notice|"
                r"put and answers given|and answers?|from (?:members|councillors|"
                r"the public)|to the|for (?:oral|written))\b",
                re.I,
            ),
            3,
        ),
        (re.compile(r"^question\s+(?:no\.?\s*)?\(?\d+\b|^q\d+\s*[.:]", re.I), 1.2),
        (
            re.compile(r"\b(?:asked|given notice of|submitted|tabled)\b.{0,140}\bfollowing question\b.*:$", re.I),
            1.4,
            ("following question",),
        ),
        (re.compile(r"^question\s+(?:by|from|asked by|submitted by)\b", re.I), 1.2),
        (re.compile(r"^(?:answer|reply|response)(?:\s+(?:by|from)\b.{0,80})?\s*:?$", re.I), 0.8),
    ),
}
_MINUTES_FOLLOW = re.compile(r"(?:draft )?minutes?:?$|minutes:\s+(?=.{120})", re.I)
_OF_ONE_ITEM = re.compile(
    r"agenda item\b(?!\s*(?:no\b|\d))(?:\s*[-–:].{0,160})?$|issue\s+[-–]\s+(?:meetings|decisions)$", re.I
)
"""The head of the page on which a committee system shows one item of an agenda with what was minuted under it."""
_DECIDED = re.compile(r"(?:\(\w{1,3}\)\s*)?That\b.*\bbe\b")
_SHEET_LINE = re.compile(r"question\s+(?:no\.?\s*)?\(?\d{1,3}\)?\s*(?:[:.]|$)", re.I)
_LISTED = re.compile(
    r"(?:members |councillors |committee members )?(?:present\b(?: \([^)]*\)| in the chair)?"
    r"|in attendance)\s*(?::|-|$)",
    re.I,
)
_PROCEEDINGS = re.compile(
    r"(?:draft\s+|confirmed\s+)?(?:minutes|record) of (?:the )?(?:proceedings|(?:\w+ ){0,3}meeting)\b", re.I
)
_MINUTES_BODY: tuple[_Sign, ...] = (
    (
        re.compile(
            r"^(?:The )?(?:Chair\w*|Convener|Mayor|Committee|Panel|Board|Commission|Group|Forum|Authority|"
            r"Members?|Council|Cabinet|Councillors)\b.{0,40}?"
            r"\b(?:noted|received|welcomed|agreed|considered|thanked|asked|resolved|approved|reminded|explained)\b"
        ),
        1.0,
    ),
    (re.compile(r"\bproposed by\b.{3,80}\bseconded by\b", re.I), 1.0, ("seconded by",)),
    (
        re.compile(r"^(?:it was\s+)?(?:unanimously\s+)?(?:resolved|agreed|decided)\b|\bRESOLVED\b"),
        1.5,
        ("resolved", "agreed", "decided"),
    ),
    (
        re.compile(
            r"\b(?:asked|queried|enquired|questioned|sought clarification|replied|"
            r"responded|explained that|advised that|stated that|noted that|reported "
            r"that|was informed|were informed|thanked)\b"
        ),
        0.7,
        ("asked", "quer", "enquired", "questioned", "sought", "replied", "responded", "that", "informed", "thanked"),
    ),
    (
        re.compile(
            r"^(?:present|(?:\w+ ){0,2}(?:members|officers) (?:present|attending)|in attendance|(?:\w+ ){0,2}apologies|"
            r"sederunt|also present|in the chair|"
            r"the following (?:\w+ )?were (?:in attendance|present)"
            r"|(?:\w+ )?attend(?:ees|ance)|those (?:present|attending))\b\s*(?::|$|-)",
            re.I,
        ),
        1.5,
        ("present", "attend", "apologies", "sederunt", "in the chair"),
    ),
    (
        re.compile(
            r"\b(?:apologies (?:for absence )?(?:were|was|had been) (?:received|"
            r"submitted|intimated)|there were no declarations|were (?:agreed|approved|"
            r"confirmed|signed) as a correct record|the meeting (?:closed|ended|"
            r"concluded)|(?:opened|closed) the (?:\w+ ){0,4}meeting)",
            re.I,
        ),
        2,
        ("apologies", "declarations", "correct record", "meeting"),
    ),
)


@cache
def _stands(pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """How to look for a sign: at the head alone where each of its ways begins with ^, which is quicker."""
    depth, at_top = 0, ""
    for letter in _UNREAD.sub("_", pattern.pattern):
        depth += (letter == "(") - (letter == ")")
        at_top += letter if depth == 0 else ""
    return pattern.match if all(way.startswith("^") for way in at_top.split("|")) else pattern.search


_UNREAD = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
"""What may hold a bracket or a bar that is a letter: an escape, a class of letters."""


def kind_of(document: ReadDocument) -> DocumentKind:
    """The kind of paper; `OTHER` where nothing speaks clearly."""
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FOOTNOTE]
    if document.sender or document.format in _MAIL_FORMATS:
        return DocumentKind.CORRESPONDENCE
    if not blocks:
        return DocumentKind.OTHER
    head = [b.text.strip() for b in blocks[:30]]
    if _is_letter(blocks):
        return DocumentKind.CORRESPONDENCE
    if _is_rules(head, blocks):
        return DocumentKind.OTHER
    minutes = _minutes_score(head, blocks)
    if _is_transcript(blocks) and (minutes < 8 or _mostly_speech(blocks)):
        return DocumentKind.TRANSCRIPT
    scores = {kind: _score(kind, head, blocks) for kind in _SCORES}
    scores[DocumentKind.MINUTES] = minutes
    listed = any(_LISTED.match(line) for line in head)
    proceedings = any(_PROCEEDINGS.match(line) for line in head[:4])
    if listed and (proceedings or not any(_SHEET_LINE.match(b.text) for b in blocks)):
        scores[DocumentKind.QUESTIONS] = min(scores[DocumentKind.QUESTIONS], minutes - 0.1)
    if any(_OF_ONE_ITEM.match(line) for line in head[:4]):
        scores[DocumentKind.AGENDA] -= 3.5
        scores[DocumentKind.MINUTES] += 2 if minutes > 0 else 0
    if is_decision_page(blocks) and any(_DECIDED.match(b.text) for b in blocks):
        return DocumentKind.MINUTES
    best = max(scores, key=lambda k: (scores[k], k is DocumentKind.MINUTES))
    return best if scores[best] >= 2.5 else DocumentKind.OTHER


def _is_rules(head: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Whether a paper is rules a body has given itself: their name at its head, and "shall" and "must" throughout."""
    if not any(len(line) < 90 and _RULES.search(line) for line in head[:6]):
        return False
    told = any(_LISTED.match(line) or _MINUTES_HEAD.search(line) for line in head[:12])
    long = [b.text for b in blocks[:200] if len(b.text) > 60]
    return not told and sum(bool(_RULE.search(text)) for text in long) > 0.3 * len(long)


def _is_letter(blocks: Sequence[Block]) -> bool:
    dear = any(_DEAR.match(b.text) and len(b.text) < 80 for b in blocks[:30])
    yours = any(len(b.text) < 80 and _YOURS.match(b.text) for b in blocks)
    return dear and yours and len(blocks) < 400


def _is_transcript(blocks: Sequence[Block]) -> bool:
    long = [b for b in blocks if len(b.text) > 30]
    speech = [b for b in long if speech_label(b.text)]
    labels = {like(r"^\[\d+\]\s*").sub("", b.text.split(":")[0]) for b in speech}
    told = sum(bool(like(r"[^:]{2,80}:\s+[a-z]").match(b.text)) for b in speech)
    if told > 0.3 * len(speech):
        return False
    alone = [b.text for b in blocks if _SPEAKER_LINE.match(b.text) and speech_label(b.text)]
    if len(alone) >= 8 and len(alone) >= 0.25 * len(blocks) and len(set(alone)) < 0.6 * len(alone):
        return True
    return len(speech) >= 8 and len(speech) >= 0.35 * len(long) and len(labels) < 0.7 * len(speech) + 3


def _mostly_speech(blocks: Sequence[Block]) -> bool:
    """Whether speeches outweigh all else so far that words such as "asked" in them prove no minutes."""
    long = [b for b in blocks if len(b.text) > 30]
    speech = sum(bool(speech_label(b.text)) for b in long)
    return speech >= 12 and speech >= 0.5 * len(long)


def _minutes_score(head: Sequence[str], blocks: Sequence[Block]) -> float:
    score = 0.0
    for index, line in enumerate(head[:16]):
        if (
            _MINUTES_HEAD.search(line)
            and len(line) < 200
            and not like(r"(?i)\d|minutes of (?:the )?(?:previous|last)|to \w+|approval|confirmation").match(line)
        ):
            score += 5 if index < 8 else 3
            break
    if any(_DATED_MEETING.search(line) and dates_in(line) and len(line) < 120 for line in head[:3]):
        score += 1
    if any(_LISTED.match(line) for line in head):
        score += 4
    if any(_MINUTES_FOLLOW.match(b.text.strip()) for b in blocks[:120]):
        score += 3
    body = [(b.text, held(b.text)) for b in blocks[:300]]
    for pattern, weight, *words in _MINUTES_BODY:
        stands, mark = _stands(pattern), telltale(*words[0]) if words else ANY
        told = (text for text, tells in body if tells & mark and stands(text) is not None)
        score += weight * len(list(islice(told, 8))) ** 0.6
    return score


def _score(kind: DocumentKind, head: Sequence[str], blocks: Sequence[Block]) -> float:
    score = 0.0
    far = [b.text for b in blocks[30:300]] if kind in (DocumentKind.QUESTIONS, DocumentKind.REPORT) else []
    begun = [[line for line in lines if _openings(kind).match(line)] for lines in (head, far)]
    for pattern, weight, *words in _SCORES[kind]:
        stands = _stands(pattern)
        near_far = begun
        if stands != pattern.match:
            mark = telltale(*words[0]) if words else ANY
            near_far = [[line for line in lines if held(line) & mark] for lines in (head, far)]
        near, beyond = (sum(stands(line) is not None for line in lines) for lines in near_far)
        score += weight * (min(near, 6) + 0.3 * min(beyond, 8))
    return score


@cache
def _openings(kind: DocumentKind) -> re.Pattern[str]:
    """All signs of a kind that stand at the head of a line, as one: most lines begin with none of them."""
    return re.compile("|".join(f"(?:{p.pattern})" for p, *_ in _SCORES[kind] if _stands(p) == p.match), re.I)
