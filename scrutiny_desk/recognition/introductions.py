"""People the prose brings in: welcomed, introduced, attending for an item, apologising, or answering unlisted."""

import re
from collections.abc import Sequence
from functools import lru_cache

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.entries import Entry
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN, UPPER, printed_name
from scrutiny_desk.recognition.people_lists import parse_list
from scrutiny_desk.recognition.posts import has_post_head
from scrutiny_desk.recognition.sections import PROSE
from scrutiny_desk.recognition.speakers import Speakers

_WELCOME = re.compile(
    r"\b(?:welcomed|introduced(?: by)?|was joined by|were joined by|invited)\s+(?:back\s+)?(?=(?:to "
    r"the meeting\s+)?[A-Z]|the\s|both\s)"
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
    r"introduce|provide|assist|update|outline|take)",
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
    r"on behalf of|for|by)|intimated\s+(?:on behalf of|by|from|for)|"
    r"(?:submitted|given|tendered|sent|recorded|noted|reported|made|offered|accepted)\s+(?:by|"
    r"on behalf of|from|for)|were\s+from|from|on behalf of)\s*:?\s*",
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
_PRESENTED = re.compile(
    rf"^(?P<who>(?:The\s+)?[{UPPER}][^.;:]{{2,140}}?)\s+(?:then\s+|also\s+)?(?:presented|"
    rf"introduced|gave (?:a|an|the|Members|the Committee)\s+(?:\w+\s+){{0,4}}(?:presentation|"
    rf"overview|update|introduction|summary)|"
    r"delivered a presentation|took (?:the Committee|the Panel|Members) through|"
    r"spoke to (?:the|a) (?:report|presentation))",
)
_CIVIL = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Reverend|Canon|Professor|Prof)\b\.?"
_ANSWERS = (
    r"(?:then\s+|also\s+|further\s+|subsequently\s+)?(?:answered|replied|responded|"
    r"explained|advised|confirmed|clarified|stated|added|"
    r"introduced|presented|submitted|acknowledged|outlined|pointed out|assured|"
    r"reported|informed (?:the|members|councillors)|said|told (?:the|members)|commented "
    r"that|noted that|agreed|undertook|reassured)\b"
)
_ASKS = (
    r"(?:then\s+|also\s+|further\s+)?(?:asked|enquired|queried|questioned|wanted "
    r"to know|wished to know|spoke|told the|thanked|raised|wondered|"
    r"expressed|read out)\b"
)
_RESIDENT = re.compile(
    rf"^[“\"‘']?({_CIVIL}\s+(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}})(?:\s+of\s+[A-Z][\w"
    rf"' ]{{2,40}})?,?\s+(?:{_ASKS}|{_ANSWERS})"
)
_THERE = r"(?:was|were) (?:also )?(?:present|in attendance)\b"
_SPEAKER = re.compile(
    rf"^[“\"‘']?((?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}(?:\s+(?:{NAME_WORD}|"
    rf"ap|ab|de|van|von|der)){{0,3}})\s+{_ANSWERS}"
)


@lru_cache(maxsize=4096)
def _entries(text: str) -> tuple[Entry, ...]:
    return tuple(parse_list(text))


def welcomed(block: Block) -> list[tuple[Entry, int]]:
    """People whom somebody welcomed or introduced, each with the offset of the words they were read from."""
    found = []
    for match in _WELCOME.finditer(block.text):
        rest = block.text[match.end() : match.end() + 400]
        end = _WELCOME_END.search(rest)
        words = rest[: end.start()] if end else rest
        for entry in parse_list(words):
            described = bool(entry.post or entry.organisation)
            plain_member = entry.name.councillor and not described
            if (entry.name.strong or _described(entry)) and not plain_member:
                found.append((entry, match.end()))
    return found


def attending(block: Block) -> list[tuple[Entry, int]]:
    """People of a sentence "X, Y and Z were in attendance for this item"."""
    found = []
    for match in _ATTENDING.finditer(block.text):
        start = max(block.text.rfind(". ", 0, match.start()) + 2, 0) if ". " in block.text[: match.start()] else 0
        if re.search(r"\b[A-Z]$|\b(?:Mr|Ms|Dr|Mrs|Cllr)$", block.text[: max(start - 2, 0)]):
            start = 0
        if not re.search(r"[a-z]", block.text[start : match.start()]):
            continue
        words = re.sub(r",?\s+who$", "", block.text[start : match.start()].rstrip())
        found += [(e, start) for e in parse_list(words) if e.name.strong or _described(e)]
    for match in _ATTENDING_FIRST.finditer(block.text):
        rest = block.text[match.end() : match.end() + 500]
        end = re.search(r"(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)\.(?=\s|$)", rest)
        words = rest[: end.start()] if end else rest
        found += [(e, match.end()) for e in parse_list(words) if e.name.strong or _described(e)]
    return found


_WAS_THERE = re.compile(
    r"^(?:(?P<who>[A-Z][^.]{4,200}?)\s+(?:was|were)\s+(?:also\s+)?(?:in attendance|present)\b"
    r"|(?:Also\s+)?(?:in attendance|present)\b[^.,:]{0,50}?\b(?:was|were)\s+(?P<behind>[^.]{4,300}))",
    re.I,
)


def head_attending(block: Block) -> list[tuple[Entry, int]]:
    """People of the head's own sentences ("County Councillor A was in attendance. Also present was Mrs B, Head")."""
    found = []
    for start in _sentence_starts(block.text):
        match = _WAS_THERE.match(block.text[start:])
        if match is None:
            continue
        group = "who" if match["who"] else "behind"
        at = start + match.start(group)
        found += [(e, at) for e in parse_list(match[group]) if e.name.strong or _described(e)]
    return found


def _described(entry: Entry) -> bool:
    """Whether a post or body behind a name of two words or more says that it is a person."""
    if entry.name.strong:
        return bool(entry.post or entry.organisation)
    told = entry.organisation or entry.post and (has_post_head(entry.post) or re.search(r"\b[A-Z]{2,}\b", entry.post))
    return len(entry.name.words) > 1 and bool(told)


def apologising(block: Block) -> list[tuple[Entry, int]]:
    """People who sent apologies for the meeting; those who are merely late are not among them."""
    found = []
    for match in _APOLOGY.finditer(block.text):
        if _LATENESS.search(match["kind"]) or re.search(r"\bno\s*$", block.text[: match.start()], re.I):
            continue
        rest = block.text[match.end() : match.end() + 600]
        for start, words in _apology_words(rest):
            found += [(e, match.end() + start) for e in parse_list(words) if e.name.strong or len(e.name.words) > 1]
    for match in _APOLOGY_AFTER.finditer(block.text):
        start = block.text.rfind(". ", 0, match.start()) + 1
        words = block.text[start : match.start()]
        found += [(e, start) for e in parse_list(words) if e.name.titles and len(words) < 200]
    return found


def _apology_words(rest: str) -> list[tuple[int, str]]:
    """The pieces of an apology sentence that name people; a reason ("due to work") is passed over."""
    out, at = [], 0
    for _ in range(6):
        end = _APOLOGY_END.search(rest, at)
        out.append((at, rest[at : end.start()] if end else rest[at:]))
        if not end or end[0].startswith("."):
            break
        more = re.compile(rf"(?:;|,)\s*(?:and\s+)?(?={TITLE_PATTERN}\s|[A-Z][a-z]+\s[A-Z])").search(rest, end.end())
        stop = re.search(r"(?<!\b[A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)\.(?=\s|$)", rest[end.end() :])
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


def presenting(block: Block) -> str | None:
    """The words for whoever presented or introduced a report at the head of this block."""
    match = _PRESENTED.match(block.text)
    if not match or len(match["who"].split()) > 16:
        return None
    return match["who"]


def answering(block: Block, starts: Sequence[int]) -> list[tuple[str, int, int]]:
    """Names at the head of a paragraph or sentence that are followed by a verb of answering, with their places."""
    found = []
    for start in starts:
        match = _SPEAKER.match(block.text[start : start + 140])
        if match and not match[1].isupper():
            found.append((match[1], start + match.start(1), start + match.end(1)))
    return found


_APPOSED = re.compile(
    rf"^((?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}(?:\s+(?:{NAME_WORD}|ap|ab|de|van|von|der)){{0,3}})"
    rf"(?:\s+[A-Z]{{2,3}})?(?:,\s+([^.;]{{3,110}}?),|\s*\(([^)]{{3,110}})\),?)\s+(?:{_ANSWERS}|{_THERE})"
)
_APPOSED_AFTER = re.compile(
    rf"^((?:The\s+)?[{UPPER}][^.;,]{{3,80}}),\s+((?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}"
    rf"(?:\s+{NAME_WORD}){{0,2}}),\s+(?:who [^,.]{{3,60}},\s+)?{_ANSWERS}"
)
_ALONG = re.compile(r"^\s*(?:along with|together with|accompanied by|as (?:was|were))\s+([^.]{4,160})")


def residents(block: Block, starts: Sequence[int]) -> list[tuple[str, int, int]]:
    """Members of the public and others with a civil title who ask or speak at the head of a sentence."""
    found = []
    for start in starts:
        match = _RESIDENT.match(block.text[start : start + 140])
        if match:
            found.append((match[1], start + match.start(1), start + match.end(1)))
    return found


def apposed(block: Block, starts: Sequence[int]) -> list[tuple[Entry, int]]:
    """People whose sentence gives name and post and says that they answered or were there."""
    found = []
    for start in starts:
        words = block.text[start : start + 320]
        match = _APPOSED.match(words)
        end = match.end(2) if match and match[2] else match.end(3) + 1 if match else 0
        if match is None and (match := _APPOSED_AFTER.match(words)):
            end = match.end(2)
        if match is None:
            continue
        found += [(e, start) for e in parse_list(words[:end])[:1] if _described(e)]
        along = _ALONG.match(words[match.end() :])
        if along:
            at = start + match.end() + along.start(1)
            found += [(e, at) for e in parse_list(along[1]) if e.name.strong]
    return found


_RUN_ON = re.compile(rf"(?:\d+\t)?[{UPPER}0-9 ,&'’()/:-]{{4,90}}\s[-–]\s(?=[{UPPER}])")
_SENTENCE = re.compile(r"(?<=[a-z)\d”’'\"][.?!])\s+(?=[A-Z“\"])")


def _sentence_starts(text: str) -> list[int]:
    starts = [0, *(m.end() for m in _SENTENCE.finditer(text))]
    dash = _RUN_ON.match(text)
    return [*starts, dash.end()] if dash else starts


def add_prose_people(
    speakers: Speakers, blocks: Sequence[Block], first: int, last: int, items_of: dict[int, int | None]
) -> None:
    """Bring into `speakers` all whom the prose from `first` to `last` shows to be there; `items_of` gives items."""
    for block in blocks[first : last + 1]:
        if block.order in speakers.list_blocks:
            continue
        item = items_of.get(block.order)
        text = block.text
        if "welcom" in text or "introduced" in text or "joined by" in text or "invited" in text:
            for entry, offset in welcomed(block):
                _add(speakers, entry, Capacity.WITNESS, block, offset, item)
        if "attend" in text or "present for" in text or "joined the" in text or "invited to" in text:
            for entry, offset in attending(block):
                _add(speakers, entry, Capacity.WITNESS, block, offset, item)
    heard: dict[str, list[tuple[int, int, int]]] = {}
    for block in blocks[first : last + 1]:
        if block.order in speakers.list_blocks:
            continue
        item = items_of.get(block.order)
        starts = _sentence_starts(block.text)
        words = presenting(block)
        if words and item is not None:
            who = speakers.who(words, item)
            if who.person_id is not None:
                speakers.question(item, who.person_id)
        for entry, offset in apposed(block, starts):
            if not entry.name.councillor:
                _add(speakers, entry, Capacity.WITNESS, block, offset, item)
        for name, start, end in (*answering(block, starts), *residents(block, starts)):
            who = speakers.who(name, item)
            if not who.name or who.person_id is not None:
                continue
            heard.setdefault(name, []).append((block.order, start, end))
            if not re.match(r"(?:the\s+)?(?:Cllr|Councillor|Alderman|Ald|Deputy)\b", name, re.I):
                speakers.answerer(name, item, Span(block.order, start, end))
    _add_heard(speakers, heard)


_ADDRESSED = re.compile(
    rf"^question\s+(?:\d+\s+)?(?:by|from|asked by|submitted by)\s+.{{3,90}}?\s+to\s+(?:the\s+)?(?=[{UPPER}"
    rf"])|^to:\s*(?=[{UPPER}])",
    re.I,
)


def add_addressees(speakers: Speakers, blocks: Sequence[Block], items_of: dict[int, int | None]) -> None:
    """Bring in those to whom a question paper puts its questions ("Question by A to B, Cabinet Member for C")."""
    for block, after in zip(blocks, blocks[1:], strict=False):
        name = printed_name(block.text) if len(block.text) < 50 else None
        signed = name is not None and len(name.words) > 1 and len(after.text) < 110 and after.text[-1].isalnum()
        if name is not None and signed and has_post_head(after.text) and not PROSE.search(after.text):
            spans = (Span(block.order, 0, len(block.text)),)
            speakers.add(name, Capacity.WITNESS, post=after.text, spans=spans)
    for block in blocks:
        match = _ADDRESSED.match(block.text)
        if match and len(block.text) < 300:
            for entry in parse_list(block.text[match.end() :])[:1]:
                if entry.name.strong:
                    _add(speakers, entry, Capacity.WITNESS, block, match.end(), items_of.get(block.order))


def _add_heard(speakers: Speakers, heard: dict[str, list[tuple[int, int, int]]]) -> None:
    """Bring in names with an uncommon forename that answer more than once, which companies seldom do."""
    for words, places in heard.items():
        name = printed_name(words)
        if len(places) > 1 and name is not None and len(name.words) > 1 and not name.titles and not name.strong:
            order, start, end = places[0]
            speakers.add(name, Capacity.WITNESS, spans=(Span(order, start, end),))


def _add(speakers: Speakers, entry: Entry, capacity: Capacity, block: Block, offset: int, item: int | None) -> None:
    index = speakers.add(
        entry.name,
        capacity,
        post=entry.post or entry.name.post,
        organisation=entry.organisation,
        item=item,
        spans=(Span(block.order, offset + entry.start, offset + entry.end),),
    )
    if entry.initials:
        speakers.define_initials(entry.initials, index)
    if item is not None:
        speakers.question(item, index)


def add_head_people(speakers: Speakers, blocks: Sequence[Block], head_end: int) -> None:
    """Bring in those whom sentences of the head tell of."""
    for block in blocks[: min(head_end, 40)]:
        if "attendance" not in block.text and "present" not in block.text:
            continue
        for entry, offset in head_attending(block):
            capacity = Capacity.OTHER_MEMBER if entry.name.councillor else Capacity.WITNESS
            _add(speakers, entry, capacity, block, offset, None)


def add_apologies(speakers: Speakers, blocks: Sequence[Block], titles: dict[int, str | None]) -> None:
    """Bring in those who sent apologies, from the head and from the item that holds apologies."""
    for block in blocks[:400]:
        if "polog" not in block.text or block.order in speakers.list_blocks:
            continue
        title = (titles.get(block.order) or "").casefold()
        if title and not any(
            w in title
            for w in (
                "apolog",
                "attendance",
                "welcome",
                "introduction",
                "substitut",
                "absence",
                "membership",
                "sederunt",
                "present",
            )
        ):
            continue
        for entry, offset in apologising(block):
            span = Span(block.order, offset + entry.start, offset + entry.end)
            index = speakers.add(
                entry.name,
                Capacity.APOLOGIES,
                post=entry.name.post if PROSE.search(entry.post or "") else entry.post or entry.name.post,
                organisation=entry.organisation,
                spans=(span,),
            )
            if entry.initials:
                speakers.define_initials(entry.initials, index)
