"""People whom sentences bring in: welcomed, in attendance, apologising."""

import re

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.recognition.entries import Entry
from scrutiny_desk.recognition.labels import PROSE
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import TITLE_PATTERN, UPPER
from scrutiny_desk.recognition.people_lists import parse_list
from scrutiny_desk.recognition.posts import has_post_head

_WELCOME = re.compile(
    r"\b(?:welcomed|introduced(?: by)?|hand(?:ed|ing) over to|was joined by|were joined by|invited)\s+(?:back\s+)?"
    r"(?:(?:the\s+)?(?:representatives|officers|colleagues|guests)\s+(?:from|of)\s+[^,.;]{3,60},\s+)?(?=(?:to "
    r"the meeting\s+)?[A-Z]|the\s|both\s)"
)


_TOLD_BY = re.compile(
    r"\b(?:presentation|talk|overview|address|briefing|deputation)\b"
    r"[^.;]{0,50}?\b(?:from|(?<!given )by)\s+(?=(?:Police\s+)?[A-Z])"
)
_EARLIER = re.compile(r"\b(?:last|previous|earlier|recent)\b", re.I)
_TO_SPEAK = re.compile(
    r"\bto (?:the (?:table|meeting)|give|present|explain|speak|update|introduce|provide|outline|talk|address|brief|"
    r"report|answer|discuss|comment|respond|say|attend|join|lead)\b"
)


_WELCOME_END = re.compile(
    r"\.(?=\s|$)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)|;|"
    r"\s(?:to (?:the|this|her|his|their|give|present|explain|speak|update|introduce|"
    r"provide|outline|talk|take|lead|address|brief|report|answer|discuss)|"
    r"who|whose|as|for|and (?:explained|asked|invited|thanked|noted|informed|said|"
    r"outlined|advised|stated|reported|gave|they|he|she|everyone|opened)|"
    r"(?:was|were|had|would|that|which|on|also|joined|attended))\b"
)


_ATTENDING = re.compile(
    r"\b(?:(?:was|were)\s+(?:also\s+)?(?:in attendance|present|invited to (?:the "
    r"table|speak|attend))|attended(?: the meeting)?|joined the (?:meeting|committee|"
    r"panel))"
    r"(?:\s+(?:virtually|remotely|online))?\s*,?\s+(?:for|to|in respect of|during)\s+(?:this|"
    r"the (?:item|report)|consideration|present|answer|respond|speak|give|discuss|"
    r"introduce|provide|assist|update|outline|take)"
    r"|\battended(?:\s+the\s+meeting)?(?=\s*(?:\.\s|\.?$))",
    re.I,
)


_ATTENDING_FIRST = re.compile(
    r"\b(?:in attendance|present|attending|attended)\s+(?:for|to (?:present|answer|"
    r"speak)|at)\b[^.:]{0,60}?\b(?:were|was)\s*:?\s+(?=[A-Z])"
    r"|\b(?:following (?:people|witnesses|guests|representatives|officers) (?:were "
    r"(?:in attendance|present)|attended)[^.:]{0,40}:\s*)(?=[A-Z])",
    re.I,
)


_APOLOGY = re.compile(
    r"\bapolog(?:y|ies)\b(?P<kind>[^.;]{0,60}?)\b(?:received(?:\s+and\s+\w+)?\s+(?:from|"
    r"on behalf of|for|by)|in\s+the\s+names?\s+of|intimated\s+(?:on behalf of|by|from|for)|"
    r"(?:submitted|given|tendered|sent|recorded|noted|reported|made|offered|accepted)\s+(?:by|"
    r"on behalf of|from|for)|were\s+from|from|on behalf of)\s*:?\s*(?:the\s+absence\s+of\s+)?",
    re.I,
)


_APOLOGY_AFTER = re.compile(
    r"\b(?:had\s+)?(?:sent|submitted|tendered|given|gave|offered|conveyed)\s+(?:his|"
    r"her|their|an|the)?\s*apolog(?:y|ies)\b(?!\s+for\s+(?:being|arriving|late))",
    re.I,
)


_APOLOGY_END = re.compile(
    r"\.(?=\s|$)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)(?<!Cllr\.)|"
    r"\s(?:due|who|whose|because|having|with|for whom|and it|it was|was|were|had|"
    r"has|but)\b|,\s*for whom|;\s*(?!and\s|Cllr|Councillor|Mr|County|Borough|District)|"
    r"\bsubstitut"
)


_LATENESS = re.compile(r"late|early departure|leaving", re.I)


def welcomed(block: Block) -> list[tuple[Entry, int]]:
    """People whom somebody welcomed or introduced, each with the offset of the words they were read from."""
    found = []
    for match in (*_WELCOME.finditer(block.text), *_TOLD_BY.finditer(block.text)):
        rest = block.text[match.end() : match.end() + 400]
        if match[0].startswith("invited") and not _TO_SPEAK.search(like(r"[a-z]\.\s").split(rest)[0]):
            continue
        if match.re is _TOLD_BY and _EARLIER.search(like(r"[a-z]\.\s").split(block.text[: match.end()])[-1]):
            continue
        end = next((e for e in _WELCOME_END.finditer(rest) if not _within_post(rest, e)), None)
        words = rest[: end.start()] if end else rest
        for entry in parse_list(words):
            described = bool(entry.post or entry.organisation)
            plain_member = entry.name.councillor and not described
            if (entry.name.strong or is_described(entry)) and not plain_member:
                found.append((entry, match.end()))
    return found


def _within_post(text: str, end: re.Match[str]) -> bool:
    """Whether what might end those welcomed stands inside a post ("Cabinet Member for Climate Change")."""
    return (
        end[0] == " for"
        and bool(like(r"\s+(?:the\s+)?[A-Z]").match(text[end.end() :]))
        and has_post_head(text[: end.start()].rsplit(",", 1)[-1])
    )


def attending(block: Block) -> list[tuple[Entry, int]]:
    """People of a sentence "X, Y and Z were in attendance for this item"."""
    found = []
    for match in _ATTENDING.finditer(block.text):
        start = max(block.text.rfind(". ", 0, match.start()) + 2, 0) if ". " in block.text[: match.start()] else 0
        if like(r"\b[A-Z]$|\b(?:Mr|Ms|Dr|Mrs|Cllr)$").search(block.text[: max(start - 2, 0)]):
            start = 0
        if not like(r"[a-z]").search(block.text[start : match.start()]):
            continue
        words = like(r",?\s+who$").sub("", block.text[start : match.start()].rstrip())
        found += [(e, start) for e in parse_list(words) if e.name.strong or is_described(e)]
    for match in _ATTENDING_FIRST.finditer(block.text):
        rest = block.text[match.end() : match.end() + 500]
        end = like(r"(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)\.(?=\s|$)").search(rest)
        words = rest[: end.start()] if end else rest
        found += [(e, match.end()) for e in parse_list(words) if e.name.strong or is_described(e)]
    return found


_WAS_THERE = re.compile(
    r"^(?:(?P<who>[A-Z][^.]{4,200}?)\s+(?:was|were)\s+(?:also\s+)?(?:in attendance|present)\b"
    r"|(?:Also\s+)?(?:in attendance|present)\b[^.,:]{0,50}?\b(?:was|were)\s+(?P<behind>[^.]{4,300}))",
    re.I,
)


def head_attending(block: Block) -> list[tuple[Entry, int]]:
    """People of the head's own sentences ("County Councillor A was in attendance. Also present was Mrs B, Head")."""
    found = []
    for start in sentence_starts(block.text):
        match = _WAS_THERE.match(block.text[start:])
        if match is None:
            continue
        group = "who" if match["who"] else "behind"
        at = start + match.start(group)
        found += [(e, at) for e in parse_list(match[group]) if e.name.strong or e.name.titles or is_described(e)]
    return found


def is_described(entry: Entry) -> bool:
    """Whether a post or body behind a name of two words or more says that it is a person."""
    if entry.name.strong:
        return bool(entry.post or entry.organisation)
    told = entry.organisation or entry.post and (has_post_head(entry.post) or like(r"\b[A-Z]{2,}\b").search(entry.post))
    return len(entry.name.words) > 1 and bool(told)


_IN_PLACE = re.compile(r"\([^()]{0,80}\b(?:substitut\w+|deputising|sub|in place|replac\w+)\b[^()]{0,80}\)", re.I)


def apologising(block: Block) -> list[tuple[Entry, int]]:
    """People who sent apologies for the meeting; those who are merely late are not among them."""
    found = []
    for match in _APOLOGY.finditer(block.text):
        if _LATENESS.search(match["kind"]) or like(r"(?i)\bno\s*$").search(block.text[: match.start()]):
            continue
        rest = _IN_PLACE.sub(lambda m: " " * len(m[0]), block.text[match.end() : match.end() + 600])
        for start, words in _apology_words(rest):
            found += [(e, match.end() + start) for e in parse_list(words) if _is_a_person(e)]
    for match in _APOLOGY_AFTER.finditer(block.text):
        start = block.text.rfind(". ", 0, match.start()) + 1
        words = block.text[start : match.start()]
        found += [(e, start) for e in parse_list(words) if e.name.titles and len(words) < 200]
    return found


_RECEIVED = re.compile(
    r"(?:this|these|they|one|it) (?:was|were|had been|has been|have been) "
    r"(?:received|submitted|tendered) (?:from|on behalf of|by)\s+",
    re.I,
)
_APOLOGIES_RUN_ON = re.compile(
    r"\W*(?:\d[\d./]*\W*)?(?:to (?:receive|consider|accept|note)(?: and \w+)? )?apologies(?: (?:for|of) absence)?"
    r"(?: received)?\s*[.:–-]+\s*(?=[A-Z])",
    re.I,
)


def listed_apologies(block: Block) -> list[tuple[Entry, int]]:
    """People of an item that runs on from its title and names them ("1. Apologies. Cllr Fry and Mrs A Boot")."""
    match = _APOLOGIES_RUN_ON.match(block.text) or _RECEIVED.match(block.text)
    words = like(r"(?<=[a-z)]{2})\.\s").split(block.text[match.end() :])[0] if match else ""
    if match is None or len(words) > 400 or PROSE.search(words):
        return []
    return [(e, match.end()) for e in parse_list(words) if _is_a_person(e)]


def _is_a_person(entry: Entry) -> bool:
    """Whether a name in a list of apologies is one: a title says so, even one that its list shares."""
    return entry.name.strong or bool(entry.name.titles) or len(entry.name.words) > 1


def _apology_words(rest: str) -> list[tuple[int, str]]:
    """The pieces of an apology sentence that name people; a reason ("due to work") is passed over."""
    out, at = [], 0
    for _ in range(6):
        end = _APOLOGY_END.search(rest, at)
        out.append((at, rest[at : end.start()] if end else rest[at:]))
        if not end or end[0].startswith("."):
            break
        more = re.compile(rf"(?:;|,)\s*(?:and\s+)?(?={TITLE_PATTERN}\s|[A-Z][a-z]+\s[A-Z])").search(rest, end.end())
        stop = like(r"(?<!\b[A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)\.(?=\s|$)").search(rest[end.end() :])
        if (
            not more
            or (stop and end.end() + stop.start() < more.start())
            or "substitut" in rest[end.start() : more.start()]
            or "whom" in end[0]
        ):
            tail = re.search(
                rf",?\s+and\s+(?={TITLE_PATTERN}\s)", rest[end.end() : end.end() + (stop.start() if stop else 200)]
            )
            if "whom" in end[0] and tail:
                at = end.end() + tail.end()
                continue
            break
        at = more.end()
    return out


_RUN_ON = re.compile(rf"(?:\d+\t)?[{UPPER}0-9 ,&'’()/:-]{{4,90}}\s[-–]\s(?=[{UPPER}])")


_SENTENCE = re.compile(r"[.?!](?<=[a-z)\d”’'\"][.?!])\s+(?=[A-Z“\"])")
"""The end of one sentence and the space before the next."""


def sentence_starts(text: str) -> list[int]:
    starts = [0, *(m.end() for m in _SENTENCE.finditer(text))]
    dash = _RUN_ON.match(text) if "-" in text or "–" in text else None
    return [*starts, dash.end()] if dash else starts
