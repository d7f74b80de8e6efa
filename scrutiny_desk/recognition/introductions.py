"""People the prose brings in: welcomed, introduced, attending for an item, apologising, or answering unlisted."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.comings import (
    apologising,
    attending,
    head_attending,
    is_described,
    listed_apologies,
    sentence_starts,
    welcomed,
)
from scrutiny_desk.recognition.entries import Entry
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN, UPPER, printed_name
from scrutiny_desk.recognition.people_lists import parse_list
from scrutiny_desk.recognition.posts import has_post_head
from scrutiny_desk.recognition.sections import PROSE
from scrutiny_desk.recognition.speakers import Speakers
from scrutiny_desk.recognition.speaking import ANSWERS, ASKS, add_speaking_members
from scrutiny_desk.recognition.telltales import held, telltale, telltale_words

_PRESENTED = re.compile(
    rf"^(?P<who>(?:The\s+)?[{UPPER}][^.;:]{{2,240}}?)\s+(?:then\s+|also\s+)?(?:presented|"
    rf"introduced|gave (?:a|an|the|Members|the Committee)\s+(?:\w+\s+){{0,4}}(?:presentation|"
    rf"overview|update|introduction|summary)|"
    r"delivered a presentation|took (?:the Committee|the Panel|Members) through|"
    r"spoke to (?:the|a) (?:report|presentation))",
)


_LONGEST_SUBJECT = 16
"""Words of one who presents; more are several people."""
_OF_PRESENTING = ("presented", "introduced", "gave", "delivered", "took", "spoke")
_PRESENTING = telltale(*_OF_PRESENTING)


_CIVIL = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Reverend|Canon|Professor|Prof)\b\.?"


_OF_ANSWERING = tuple(
    "answered replied responded explained advised confirmed clarified stated added introduced presented submitted "
    "acknowledged outlined pointed assured reported informed gave provided delivered summarised highlighted led "
    "said told commented noted agreed undertook offered tendered took".split()
)
"""Of these one stands in `ANSWERS`."""


_ONLY_ASKS = re.compile(
    r"(?:then\s+|also\s+|further\s+)?(?:asked|enquired|queried|questioned|wanted to know|wished to know|wondered|"
    r"raised|expressed)\b"
)


_RESIDENT = re.compile(
    rf"^[“\"‘']?({_CIVIL}\s+(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}})(?:\s+of\s+[A-Z][\w"
    rf"' ]{{2,40}})?,?\s+(?:{ASKS}|{ANSWERS})"
)


_THERE = r"(?:was|were) (?:also )?(?:present|in attendance)\b"


_SPEAKER = re.compile(
    rf"^[“\"‘']?((?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}(?:\s+(?:{NAME_WORD}|"
    rf"ap|ab|de|van|von|der)){{0,3}})\s+(?:{ANSWERS}|{ASKS})"
)


_OF_THE_EXECUTIVE = re.compile(
    r"\b(?:Cabinet|Executive|Portfolio|Lead Member|Leader of the Council|Deputy Leader)\b|^Leader$", re.I
)


def presenting(block: Block) -> str | None:
    """The words for whoever presented or introduced a report at the head of this block."""
    match = _PRESENTED.match(block.text) if held(block.text) & _PRESENTING else None
    return match["who"] if match else None


def answering(block: Block, starts: Sequence[int]) -> list[tuple[str, int, int]]:
    """Names at the head of a paragraph or sentence that are followed by a verb of answering, with their places."""
    found = []
    for start in starts if held(block.text) & _APPOSING else ():
        match = _SPEAKER.match(block.text[start : start + 140])
        if match and not match[1].isupper() and not match[1].endswith(" CC"):
            found.append((match[1], start + match.start(1), start + match.end(1)))
    return found


_OF_APPOSED = (
    *(
        *_OF_ANSWERING,
        "present",
        "in attendance",
        "sure",
        "able",
        "aware",
        "asked",
        "enquired",
        "queried",
        "questioned",
    ),
    *("wanted", "wished", "spoke", "thanked", "raised", "wondered", "expressed", "read out"),
)
_APPOSING = telltale(*_OF_APPOSED)
_APPOSED = re.compile(
    rf"^\(?((?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}(?:\s+(?:{NAME_WORD}|ap|ab|de|van|von|der)){{0,3}})"
    rf"(?:\s+[A-Z]{{2,3}})?(?:,\s+([^.;]{{3,110}}?),|\s*\(([^)]{{3,110}})\),?)\s+(?:{ANSWERS}|{ASKS}|{_THERE}|"
    r"was\s+(?:not\s+)?(?:sure|unsure|able|unable|aware)\b)"
)


_APPOSED_AFTER = re.compile(
    rf"^((?:[Tt]he\s+)?[{UPPER}][^.;,(]{{3,80}}?)(?:,\s+|\s+\()((?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}"
    rf"(?:\s+{NAME_WORD}){{0,2}})[,)]\s+(?:who [^,.]{{3,60}},\s+)?{ANSWERS}"
)


_NAMED_BY_POST = re.compile(
    rf"\b[A-Z][^().;:]{{3,90}}?\s+\((?:{TITLE_PATTERN}\s+)(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}\)"
)
"""A post and in brackets the titled name of its holder, among those who presented something."""
_ADDRESSED_MEETING = re.compile(
    r"^(?P<who>[A-Z].{4,220}?)\s+(?:then\s+|also\s+|each\s+)?(?:addressed|spoke\s+to|made\s+(?:a\s+)?(?:statements?|representations?)\s+to)\s+"
    r"(?:the|this)\s+(?:Committee|Panel|Board|Council|Commission|Cabinet|meeting|Authority)\b"
)

_ADDRESSING = telltale("addressed", "spoke", "statement", "representation")


def addressing(block: Block, starts: Sequence[int]) -> list[tuple[Entry, int]]:
    """Those who addressed the meeting, several to a sentence ("Jo Fox, Ed Reed and Mr Orr addressed the Committee")."""
    found = []
    for start in starts if held(block.text) & _ADDRESSING else ():
        match = _ADDRESSED_MEETING.match(block.text[start : start + 300])
        entries = parse_list(match["who"]) if match and not PROSE.search(match["who"]) else []
        found += [(e, start) for e in entries if len(e.name.words) > 1 and not e.name.councillor]
    return found


_ALONG = re.compile(r"^\s*(?:along with|together with|accompanied by|as (?:was|were))\s+([^.]{4,160})")


_CIVILLY = telltale_words("mr mrs ms miss mx dr rev revd reverend canon professor prof".split())


def residents(block: Block, starts: Sequence[int]) -> list[tuple[str, int, int]]:
    """Members of the public and others with a civil title who ask or speak at the head of a sentence."""
    found = []
    for start in starts if held(block.text) & _CIVILLY else ():
        match = _RESIDENT.match(block.text[start : start + 140])
        if match and not match[1].endswith(" CC"):
            found.append((match[1], start + match.start(1), start + match.end(1)))
    return found


_CIRCUMSTANCE = re.compile(r"(?:at|in|on|with|by|for|from|as|who|having|speaking|also|then)\b", re.I)
"""What stands between commas behind a name and tells no post."""


def apposed(block: Block, starts: Sequence[int]) -> list[tuple[Entry, int]]:
    """People whose sentence gives name and post and says that they answered, asked or were there."""
    found = []
    for start in starts if held(block.text) & _APPOSING else ():
        words = block.text[start : start + 320]
        if "," not in words and "(" not in words:
            continue
        match = _APPOSED.match(words)
        end = match.end(2) if match and match[2] else match.end(3) + 1 if match else 0
        if match is None and (match := _APPOSED_AFTER.match(words)):
            end = match.end(2)
        if match is None:
            continue
        if match.re is _APPOSED and _CIRCUMSTANCE.match(match[2] or match[3]):
            found += [(e, start) for e in parse_list(match[1])[:1] if e.name.strong]
            continue
        opens = words.startswith("(")
        found += [(e, start + opens) for e in parse_list(words[opens:end])[:1] if is_described(e)]
        along = _ALONG.match(words[match.end() :])
        if along:
            at = start + match.end() + along.start(1)
            found += [(e, at) for e in parse_list(along[1]) if e.name.strong]
    return found


_BROUGHT = re.compile(
    r"welcom|introduced|joined by|invited|over to|\b(?:presentation|talk|overview|address|briefing)\b"
)


_MAY_BRING = (
    "welcom",
    "introduced",
    "joined",
    "invited",
    "over to",
    "presentation",
    "talk",
    "view",
    "address",
    "brief",
)


_SITS = re.compile(r"(?:an?\s+|the\s+)?(?:independent|co-?opted|lay)\s+member\b", re.I)
"""Who sits on a committee without being a councillor."""
_BRINGING = telltale(*_MAY_BRING)
_MAY_ATTEND = telltale("attend", "present", "joined", "invited")


def _add_several(speakers: Speakers, block: Block, starts: Sequence[int], words: str, item: int | None) -> None:
    """Bring in those of whom several presented something, by post and name, or addressed the meeting together."""
    for named in _NAMED_BY_POST.finditer(words):
        for entry in parse_list(named[0])[:1]:
            _add(speakers, entry, Capacity.WITNESS, block, block.text.index(named[0]), item)
    for entry, offset in addressing(block, starts):
        if speakers.who(entry.name.printed, item).person_id is None:
            speakers.visitors.add(_add(speakers, entry, Capacity.WITNESS, block, offset, None))


def add_prose_people(
    speakers: Speakers, blocks: Sequence[Block], first: int, last: int, items_of: dict[int, int | None]
) -> None:
    """Bring into `speakers` all whom the prose from `first` to `last` shows to be there; `items_of` gives items."""
    seated = any(person.capacity is Capacity.MEMBER for person in speakers.people)
    for block in blocks[first : last + 1]:
        if block.order in speakers.list_blocks:
            continue
        item = items_of.get(block.order)
        text = block.text
        if held(text) & _BRINGING and _BROUGHT.search(text):
            for entry, offset in welcomed(block):
                _add(speakers, entry, Capacity.WITNESS, block, offset, item)
        if held(text) & _MAY_ATTEND and (
            "attend" in text or "present for" in text or "joined the" in text or "invited to" in text
        ):
            for entry, offset in attending(block):
                _add(speakers, entry, Capacity.WITNESS, block, offset, item)
    heard: dict[str, list[tuple[int, int, int]]] = {}
    asking, told = set(), set()
    for block in blocks[first : last + 1]:
        if block.order in speakers.list_blocks:
            continue
        item = items_of.get(block.order)
        starts = sentence_starts(block.text)
        words = presenting(block)
        _add_several(speakers, block, starts, words or "", item)
        if words and len(words.split()) <= _LONGEST_SUBJECT and item is not None:
            who = speakers.who(words, item)
            if who.person_id is not None:
                speakers.question(item, who.person_id)
        for entry, offset in apposed(block, starts):
            if not entry.name.councillor or _OF_THE_EXECUTIVE.search(entry.post or ""):
                capacity = Capacity.MEMBER if _SITS.match(entry.post or "") else Capacity.WITNESS
                asks = _ONLY_ASKS.match(block.text[offset + entry.end :].lstrip(" ,)"))
                index = _add(speakers, entry, capacity, block, offset, None if asks else item)
                if asks:
                    speakers.visitors.add(index)
        for name, start, end in (*answering(block, starts), *residents(block, starts)):
            (asking if _ONLY_ASKS.match(block.text[end:].lstrip(" ,")) else told).add(name)
            who = speakers.who(name, item)
            if not who.name or who.person_id is not None:
                continue
            heard.setdefault(name, []).append((block.order, start, end))
            printed = printed_name(name)
            if printed is not None and printed.post and not printed.councillor:
                speakers.add(printed, Capacity.WITNESS, post=printed.post, spans=(Span(block.order, start, end),))
            elif not like(r"(?i)(?:the\s+)?(?:Cllr|Councillor|Alderman|Ald|Deputy)\b").match(name):
                speakers.answerer(name, item, Span(block.order, start, end))
    _add_heard(speakers, heard)
    if not seated:
        add_speaking_members(speakers, blocks[first : last + 1])
    for name in asking & heard.keys():
        index = speakers.who(name, None).person_id
        if index is not None and not any(speakers.who(other, None).person_id == index for other in told):
            speakers.visitors.add(index)


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


def _add(speakers: Speakers, entry: Entry, capacity: Capacity, block: Block, offset: int, item: int | None) -> int:
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
    return index


_CHAIRED = re.compile(rf"\b(?:meeting was|was) chaired by ((?:{TITLE_PATTERN}\s+)?[{UPPER}][^.,;(]{{2,40}})(?=[.,;(])")


def _note_chair(speakers: Speakers, entry: Entry) -> None:
    index = next((i for i, p in enumerate(speakers.people) if p.name == entry.name.name), None)
    if entry.chair and index is not None and index not in speakers.chairs:
        speakers.chairs.append(index)


def add_head_people(speakers: Speakers, blocks: Sequence[Block], head_end: int) -> None:
    """Bring in those whom sentences of the head tell of."""
    for block in blocks[: max(min(head_end, 40), 12)]:
        chair = _CHAIRED.search(block.text)
        for entry in parse_list(chair[1])[:1] if chair else ():
            at = chair.start(1)
            spans = (Span(block.order, at + entry.start, at + entry.end),)
            index = speakers.add(entry.name, Capacity.MEMBER, spans=spans)
            if index not in speakers.chairs:
                speakers.chairs.append(index)
    for block in blocks[: min(head_end, 40)]:
        if "attendance" not in block.text and "present" not in block.text:
            continue
        seated = any(person.capacity is Capacity.MEMBER for person in speakers.people)
        for entry, offset in head_attending(block):
            elected = Capacity.OTHER_MEMBER if seated else Capacity.MEMBER
            own = Capacity.OFFICER if entry.post and not entry.organisation else Capacity.WITNESS
            capacity = elected if entry.name.councillor else own
            _add(speakers, entry, capacity, block, offset, None)
            _note_chair(speakers, entry)


_OF_ABSENCE = (
    *("apolog", "attendance", "welcome", "introduction", "substitut", "absence", "membership", "sederunt", "present"),
)


_OF_APOLOGIES = telltale("polog", "received")


def add_apologies(speakers: Speakers, blocks: Sequence[Block], titles: dict[int, str | None]) -> None:
    """Bring in those who sent apologies, from the head and from the item that holds apologies."""
    for block in blocks[:400]:
        if not held(block.text) & _OF_APOLOGIES:
            continue
        title = (titles.get(block.order) or "").casefold()
        received = title.startswith("apolog") and "received" in block.text
        if "polog" not in block.text.casefold() and not received or block.order in speakers.list_blocks:
            continue
        run_on = "apologies for absence" in block.text.casefold()
        if title and not run_on and not any(word in title for word in _OF_ABSENCE):
            continue
        for entry, offset in (*apologising(block), *listed_apologies(block)):
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
