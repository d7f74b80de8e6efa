"""Questions that the reply names: "In response to a question from Councillor Oakes about parking, Mr Pell said"."""

import re
from dataclasses import dataclass

from scrutiny_desk.recognition.cues import cue
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at

_INTRO = (
    r"(?:[Ii]n\s+(?:(?:his|her|their)\s+)?(?:response|responsive|reply|answer|responding|replying|answering|addressing|"
    r"relation)\s+to|[Rr]esponding\s+to|[Rr]eplying\s+to|[Aa]nswering|[Aa]ddressing|"
    r"[Ff]ollowing(?:\s+on\s+from)?|[Ff]urther\s+to|[Aa]rising\s+(?:from|out\s+of)|[Aa]s\s+a\s+result\s+of|"
    r"[Pp]rompted\s+by|[Dd]ue\s+to|[Uu]pon|[Oo]n|[Tt]o|[Ww]ith\s+regard\s+to|[Rr]egarding|"
    r"(?:answered|responded\s+(?:[a-z]+ly\s+)?to|replied\s+(?:[a-z]+ly\s+)?to|addressed|dealt\s+with|took|fielded|"
    r"answers?\s+to))"
)
_NOUN = (
    r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|questioning|points?\s+raised|concerns?\s+and\s+questions|"
    r"comments\s+and\s+questions|questions\s+and\s+comments|"
    r"requests?(?=\s+(?:from|by)\s)|requests?\s+for\s+(?:(?:further|more|additional|some)\s+)?(?:information|"
    r"clarification|clarity|an\s+update|details?|assurances?|reassurance|confirmation|figures|data|an\s+explanation))"
)
_NAMED = re.compile(rf"\b(?P<intro>{_INTRO})\s+(?P<lead>(?:[^,.;:?!]{{0,90}}?\s)??){_NOUN}\b(?P<rest>)")
_BY = re.compile(
    r"\s*,?\s*(?:(?:which\s+)?(?:was|were|had been)\s+)?(?:asked|raised|put|posed|submitted|received|tabled|"
    r"made)?\s*(?:from|by|of|put by)\s+"
    r"(?P<by>(?:(?:a|an|the|another|one|some|several|two|both|other|fellow)\s+)?(?:(?:[A-Z][\w'’.\-]*|members?|"
    r"councillors?|committee|panel|board|public|residents?|chair(?:man|person)?|parishioners?|him\b|her\b|them\b)"
    r"(?:\s*\([^)]*\))?)(?:(?:\s+(?:of\s+the\s+|and\s+|of\s+|for\s+|the\s+)?|,\s+)(?:[A-Z][\w'’.\-]*|public|panel|"
    r"committee|members?|board))*)"
)
_TOPIC = re.compile(
    r"\s*,?\s*(?:also\s+)?(?P<word>about|on|regarding|concerning|relating\s+to|related\s+to|in\s+relation\s+to|"
    r"as\s+to|around|with\s+regards?\s+to|with\s+reference\s+to|in\s+respect\s+of|in\s+regard\s+to|over|"
    r"whether|asking|seeking|querying|enquiring|requesting|of\s+(?:whether|how|what|why)|of|for|if|how|what|when|why|"
    r"where|who|into|that|to|surrounding|touching\s+on|covering)\b\s*"
)
_WITHOUT_COMMA = re.compile(
    r"\s(?=the\s+(?:[A-Z][\w&'’\-]*\s+(?:(?:of|for|and|the|in)\s+)*){1,8}(?:also\s+|then\s+)?(?:advised|stated|confirmed|"
    r"explained|said|replied|reported|informed|clarified|responded|noted|outlined|agreed|undertook|acknowledged|"
    r"indicated)\b)"
)
"""Where the one who answers follows with no comma: "to a question by Cllr Fenn the Director advised"."""
_INITIALS_FOLLOW = re.compile(
    rf"\s(?=(?:[A-Z]{{2,3}}|{TITLE_PATTERN}\s+(?:[A-Z]\.?\s)*{NAME_WORD})\s+(?:also\s+|then\s+)?(?:advised|stated|confirmed|"
    r"explained|said|replied|reported|informed|clarified|responded|outlined|undertook|acknowledged|indicated)\b)"
)
"""The same for initials and titled names: "to a query on parking FG advised"."""
_POSSESSIVE = re.compile(r"(?:(?P<owner>[^,.;:?!]{2,70}?)(?:’s|'s|s’|s'))\s+(?:[a-z\-]+\s+){0,3}$")
_PLURAL = re.compile(r"(?:s|ies|raised|questioning)$", re.I)
_SPLIT = re.compile(
    r",\s+(?:and\s+)?(?=\S)|\s+(?=(?:it\s+was|Members\s+were|the\s+Committee\s+was|(?:he|she|they)\s+(?:said|replied|"
    r"explained|advised|confirmed|stated|answered|responded|agreed))\s)"
)
_ONLY_ANSWER = re.compile(r"\bthat$", re.I)


_WHO_ASKED = re.compile(
    r"(?:[Ii]n\s+(?:response|reply|answer)\s+to|[Rr]esponding\s+to|[Rr]eplying\s+to|[Aa]nswering)\s+(?P<by>[^,.;:]{3,60}?),?\s+who\s+"
    r"(?:had\s+|also\s+)?(?:asked|queried|enquired|inquired|wondered|questioned|sought|wished\s+to\s+know|wanted\s+to\s+know)\b"
)
"""To whom the reply goes, and behind "who" the question: "In reply to a Member who asked how many there were"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A question named by its answer: who asked, whether its topic is told, where the reply begins."""

    start: int
    end: int
    cue_end: int
    by: str | None
    topic: bool
    many: bool
    recorded: bool
    reply_at: int | None


def named_question(text: str, start: int, end: int) -> Named | None:
    """The question that a reply names in this sentence, or None."""
    if asked := _WHO_ASKED.match(text, start, end):
        reply_at = _reply_at(text, asked.end(), end)
        if reply_at is not None:
            stop = _question_end(text, reply_at, end)
            return Named(start, stop, asked.end(), _clean(asked["by"]), True, False, True, reply_at)
    match = _NAMED.search(text, start, end)
    if not match or text[start : match.start()].casefold().endswith("the "):
        return None
    verb_intro = (
        bool(like(r"answer|respond|repli|address|dealt|took|fielded").match(match["intro"]))
        and match["intro"][-2:] != "ng"
    )
    if like(r"[OoTt][no]$|[Uu]pon|[Ww]ith|[Rr]egarding|[Dd]ue").match(match["intro"]) and match.start() != start:
        return None
    lead = match["lead"] or ""
    owner = _POSSESSIVE.search(lead)
    noun = match[0][len(match["intro"]) + 1 + len(lead) :]
    many = bool(_PLURAL.search(noun.split()[0]))
    at, sentence_end = match.end(), end
    joined = _WITHOUT_COMMA.search(text, at, end) or _INITIALS_FOLLOW.search(text, at, end)
    if joined and not verb_intro and "," not in text[at : joined.start()]:
        end = joined.start()
    by_match = _BY.match(text, at, end)
    by = owner["owner"].strip() + ("s" if like(r"s['’]\s").search(lead) else "") if owner else None
    if by_match:
        by = by or by_match["by"].strip().rstrip(".,")
        at = by_match.end()
    topic = _TOPIC.match(text, at, end)
    if topic is None and not by_match:
        by_later = None
    else:
        by_later = _BY.search(text, topic.end(), min(end, topic.end() + 160)) if topic and not by_match else None
    if by is None and by_later and like(r"\s*(?:asked|raised|put|from|by)").match(by_later[0]):
        by = by_later["by"].strip()
    only_answer = bool(topic and topic["word"].casefold() in ("that", "to"))
    reply_at = None if verb_intro else _reply_at(text, topic.end() if topic else at, end)
    if end < sentence_end:
        reply_at, end = end + 1, sentence_end
    if reply_at is None and not verb_intro:
        return None
    stop = _question_end(text, reply_at, end)
    by = _clean(by)
    if verb_intro and topic is None and by is None:
        return None
    has_topic = bool(topic) and not only_answer
    return Named(match.start(), stop, at, by, has_topic, many, has_topic, reply_at)


def _clean(by: str | None) -> str | None:
    if not by:
        return None
    by = like(r"^(?:a|an|the)\s+(?:further|supplementary|follow-up|specific)\s+").sub("", by.strip())
    return by or None


def _question_end(text: str, reply_at: int | None, end: int) -> int:
    if reply_at is None:
        return end
    while reply_at > 0 and text[reply_at - 1] in " ,":
        reply_at -= 1
    return reply_at


def _reply_at(text: str, at: int, end: int) -> int | None:
    """Where the reply begins in the sentence: at the first clause with a subject that says or explains."""
    for split in _SPLIT.finditer(text, at - 1, end):
        speaker = subject_at(text, split.end(), end)
        if speaker and speaker.start == split.end() and speaker.kind is not SubjectKind.IMPERSONAL:
            return split.end()
        if cue("answering.told").match(text, split.end(), end) or like(
            r"(?i)(?:assurance|assurances|clarification|confirmation|the following|details|officers|it was|it is)\b"
        ).match(text[split.end() : end]):
            return split.end()
    tail = re.compile(r",\s+").search(text, at - 1, end)
    return tail.end() if tail else None
