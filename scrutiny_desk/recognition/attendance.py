"""The people of the lists of those present, apologising, attending and invited, in every shape minutes give them."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.entries import REMARK, Entry
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.people_lists import BODY_DASH, names_anyone, parse_list
from scrutiny_desk.recognition.post_words import NOT_NAMES
from scrutiny_desk.recognition.posts import has_post_head, split_post
from scrutiny_desk.recognition.sections import APOLOGY_LEAD, LINE_END_OPEN, NO_PEOPLE, PROSE, Section, surnames

_GENERIC = frozenset(
    ("present", "panel", "attendance", "attendees", "those present", "present at the meeting", "members in attendance")
)
_CHAIR_LABELS = frozenset(
    (
        "mayor",
        "town mayor",
        "chair",
        "chairman",
        "chairperson",
        "chairwoman",
        "in the chair",
        "present in the chair",
        "convener",
        "presiding",
        "presiding member",
    )
)
_ABSENT = frozenset(("absent", "members absent", "not present", "councillors absent"))
_THE_OTHERS = frozenset(("other members present", "other members", "other councillors present", "other councillors"))
"""Labels of visitors, but of the members themselves where only the one in the chair is listed above."""
_POST_LABELS = frozenset(
    (
        "mayor",
        "town mayor",
        "deputy mayor",
        "clerk",
        "parish clerk",
        "town clerk",
        "secretary",
        "clerk to the council",
        "note taker",
        "minute taker",
        "committee clerk",
        "scrutiny officer",
    )
)
_CABINET = re.compile(
    r"(?:the |interim |acting |joint |and |lead )*(?:cabinet (?:lead |support )?member|"
    r"portfolio holder|executive member|"
    r"leader of the|deputy leader|member for|lead member|county councillor|district councillor|borough councillor|"
    r"cabinet portfolio|leader$)",
    re.I,
)
_SEATED = re.compile(r"co-?opt|\b(?:represent\w*|councillor|member|warden|treasurer|leader|holder|mayor)\b", re.I)
_OWN_SERVICE = re.compile(
    r"(?:democratic|committee|member|legal|governance|electoral|corporate)\b.{0,20} services?$", re.I
)
_COMMISSIONER = re.compile(r"\bcrime commissioner\b|^(?:the )?(?:deputy )?commissioner$|^p[f]?cc$", re.I)
"""Elected for the police: held to account by a panel, and of no council's staff."""
_OFFICE_OF = re.compile(r"(?:the )?office of (?:the )?(?:\w+ ){0,3}(?:police|commissioner|mayor)|op[f]?cc\b", re.I)
_WIDER_COUNCIL = re.compile(r"(?:county|district|borough) (?:councillor|cllr)\b", re.I)
_CLERKLY = re.compile(r"\b(?:clerk|note taker|minute taker|secretary|minutes)\b", re.I)
_KEY = re.compile(r"[A-Z]\s*[:=–-]\s*(?:present|absent|apologies)\b", re.I)
_FLAGGED = re.compile(r"^(?P<flag>P|A|AB|Ab|N|V|R)\s+(?=[A-Z][a-z]+ )", re.M)
_FLAGS_OF_ABSENT = frozenset(("A", "AB", "Ab", "N"))
_WERE_THERE = re.compile(r",?\s+(?:was|were)\s+(?:also\s+)?(?:present|in attendance)\b[^\n]*$", re.M)


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list with what the list says of them, and where."""

    entry: Entry
    capacity: Capacity
    kind: str
    spans: tuple[Span, ...]
    block: int


def listed(section: Section) -> list[Listed]:
    """The people of a section."""
    text, places, bodies = _logical(section)
    if not text.strip() or NO_PEOPLE.match(text.strip()):
        return []
    text, absent = _without_flags(_without_lead(text))
    text = _without_bodies(text, bodies)
    told = section.label in _ABSENT and "apolog" in text.casefold()
    out: list[Listed] = []
    for entry in parse_list(text, titled=_shared_title(section, text)):
        if PROSE.search(text[entry.start : entry.end]) or _is_word(entry, text):
            continue
        if (
            section.label in _ABSENT
            and told
            and not like("(?i)apolog").search(" ".join((*entry.remarks, entry.post or "")))
        ):
            continue
        if section.kind == "apologies" and like(r"(?i)\s*\(?(?:for\s+)?(?:late|partial)").match(text[entry.end :]):
            continue
        order, offset = _place(places, entry.start)
        _lead(entry, section.leads.get(order))
        _complete(entry, section, bodies, first=not out)
        capacity = _capacity(section, entry)
        if any(start <= entry.start < end for start, end in absent):
            capacity = Capacity.APOLOGIES
        line_ends = next(start + len(line) for at, start, line in section.lines if at == order and start <= offset)
        span = Span(order, offset, min(offset + entry.end - entry.start, line_ends))
        out.append(Listed(entry, capacity, section.kind, (span,), order))
    return _of_many_councils(_of_portfolios(_keyed(_beside_councillors(section, out))))


def _keyed(people: list[Listed]) -> list[Listed]:
    """Where a list gives a letter to each, P for present, those with an A did not come."""

    def letter(one: Listed) -> str:
        return next((w for w in (*one.entry.remarks, one.entry.post or "") if len(w) == 1), "")

    if sum(letter(one) == "P" for one in people) < 2:
        return people
    return [replace(o, capacity=Capacity.APOLOGIES) if letter(o) == "A" else o for o in people]


def _beside_councillors(section: Section, people: list[Listed]) -> list[Listed]:
    """In one list of councillors and others, those who bear a post and no such title are officers."""
    if section.label not in _GENERIC or sum(o.entry.name.councillor for o in people) < 2:
        return people

    def is_officer(one: Listed) -> bool:
        entry = one.entry
        words = " ".join(filter(None, (entry.post, *entry.remarks)))
        seated = entry.name.councillor or entry.chair or entry.vice or _SEATED.search(words)
        return one.capacity is Capacity.MEMBER and not seated and has_post_head(entry.post or "")

    return [replace(o, capacity=Capacity.OFFICER) if is_officer(o) else o for o in people]


def _of_portfolios(people: list[Listed]) -> list[Listed]:
    """In a list of a cabinet, whose leader bears that word in brackets, the others bear their portfolios there."""
    if not any(like(r"Leader\b").match(o.entry.post or "") for o in people) or len(people) < 3:
        return people

    def holding(one: Listed) -> Listed:
        entry = one.entry
        told = entry.organisation if not _BODY_OF_OWN.search(entry.organisation or "") else None
        portfolio = told or next(iter(entry.remarks), None)
        if entry.post or not entry.name.councillor or portfolio is None or REMARK.match(portfolio):
            return one
        held = entry.copy()
        held.post, held.organisation = portfolio, None if told else entry.organisation
        return replace(one, entry=held, capacity=Capacity.MEMBER if told else one.capacity)

    return [holding(one) for one in people]


_BODY_OF_OWN = re.compile(
    r"\b(?:Council|Authority|Trust|Borough|District|County|City|Parish|NHS|Group|Party)\b|^[A-Z]{2,5}$"
)


def _of_many_councils(people: list[Listed]) -> list[Listed]:
    """Where most of those present bear a council's name, as in a joint body, such a name makes nobody a visitor."""
    visitors = [one for one in people if one.kind == "member" and one.capacity is Capacity.OTHER_MEMBER]
    sent = len(visitors) + sum((o.entry.chair or o.entry.vice) and bool(o.entry.organisation) for o in people)
    if sent < 3 or 2 * sent < len(people):
        return people
    return [replace(o, capacity=Capacity.MEMBER) if o in visitors else o for o in people]


def _without_bodies(text: str, bodies: list[tuple[int, str | None]]) -> str:
    """The text with "From the Harbour Users:" blanked, and each such body added to those over the names behind it."""
    for match in like(r"(?:(?<=[.;\n)] )|^|(?<=\n))From (?:the )?([^:.;\n]{3,60}):").finditer(text):
        bodies.append((match.start(), like(r"\s*\([^)]*\)$").sub("", match[1]).strip()))
        text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    bodies.sort(key=lambda pair: pair[0])
    return text


def _without_lead(text: str) -> str:
    """The text with "were received from" at its head and "were also present" at a line's end blanked, so that offsets
    stay."""
    lead = APOLOGY_LEAD.match(text)
    text = " " * lead.end() + text[lead.end() :] if lead else text
    return _WERE_THERE.sub(lambda tail: " " * len(tail[0]), text)


def _without_flags(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with the flags of "P Roz Willis / A Tom Reed" blanked, and the lines of those flagged as absent."""
    flags = list(_FLAGGED.finditer(text))
    if len(flags) < 3:
        return text, []
    absent = []
    for match in flags:
        if match["flag"] in _FLAGS_OF_ABSENT:
            end = text.find("\n", match.end())
            absent.append((match.start(), end if end >= 0 else len(text)))
        text = text[: match.start()] + " " * len(match["flag"]) + text[match.end("flag") :]
    return text, absent


def _shared_title(section: Section, text: str) -> str:
    """The title that a list's label or its bare surnames give to all in it."""
    if "councillor" in section.label:
        return "Councillor"
    if section.kind in ("member", "apologies") and (surnames(text.split("\n")[0]) or not names_anyone(text)):
        return "Councillor" if len(text) > 3 and not _civil_titles(text) else ""
    return ""


def _civil_titles(text: str) -> bool:
    """Whether titles such as Mr and Mrs stand in the list, so that its bare surnames are no councillors' for sure."""
    return bool(like(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\b").search(text))


def _is_word(entry: Entry, text: str) -> bool:
    """Whether a lone word is a word of the page ("Date") and no surname."""
    name = entry.name
    alone = name.surname_only and name.words[0].casefold() in NOT_NAMES
    return alone and text[entry.start : entry.end].strip() == name.words[0] and len(text) < 40


def _lead(entry: Entry, lead: str | None) -> None:
    """Give a person the post or body that the cell before the name shows; a political group is neither."""
    if not lead or like(r"(?i)\bgroup\b|\bparty\b|independents?$").search(lead):
        return
    if lead.startswith("From "):
        entry.organisation = entry.organisation or like(r"^From (?:the )?").sub("", lead)
        return
    post, organisation = split_post(lead)
    if post and has_post_head(post):
        entry.post = entry.post or post
    entry.organisation = entry.organisation or organisation


def _complete(entry: Entry, section: Section, bodies: list[tuple[int, str | None]], *, first: bool) -> None:
    """Give a person what the label or a heading over several people says of them."""
    body = next((b for at, b in reversed(bodies) if at < entry.start), None)
    if body and not entry.organisation and not entry.name.councillor:
        entry.organisation = body
    if entry.post is None:
        entry.post = entry.name.post or (
            section.label.capitalize() if section.label in _POST_LABELS and first else None
        )
    if entry.post is None and entry.remarks and like(r"cabinet|portfolio|executive").search(section.label):
        entry.post = None if REMARK.match(entry.remarks[0]) else entry.remarks.pop(0)
    if section.label in _CHAIR_LABELS:
        entry.chair = entry.chair or first
    if section.label.startswith(("vice", "deputy chair")):
        entry.vice = True


def settle(lists: list[tuple[Section, list[Listed]]]) -> None:
    """Where no list is of members, as in parishes that print "In attendance" alone, those attending are judged as
    people under "Present" are."""
    members = any(
        one.entry.name.councillor or one.entry.chair
        for section, people in lists
        if section.kind == "member"
        for one in people
    )
    seated = sum(section.kind == "member" for section, people in lists for _ in people)
    for index, (section, people) in enumerate(lists):
        if section.label in _THE_OTHERS and seated < 2:
            lists[index] = (section, [replace(o, capacity=Capacity.MEMBER, kind="member") for o in people])
            continue
        chaired = any(one.entry.chair for one in people)
        if (
            section.kind == "attending"
            and not members
            and (chaired or sum(one.entry.post is None for one in people) > 1)
        ):
            as_present = replace(section, kind="member", label="present")
            lists[index] = (
                as_present,
                [replace(o, capacity=_capacity(as_present, o.entry), kind="member") for o in people],
            )


def in_full_council(one: Listed) -> Listed:
    """As listed, in a meeting of the whole council: its cabinet and every other councillor are members of it."""
    wider = any(t.casefold() in ("county", "district", "borough") for t in one.entry.name.titles)
    own = one.capacity is Capacity.OTHER_MEMBER and not one.entry.organisation and not wider
    return replace(one, capacity=Capacity.MEMBER) if own else one


def in_civil_style(one: Listed) -> Listed:
    """As listed, where members bear Mr and Mrs: somebody attending with such a title and no post is a member too."""
    entry = one.entry
    plain = not entry.post and not entry.organisation and bool(entry.name.titles)
    if one.kind == "attending" and one.capacity is Capacity.OFFICER and plain:
        return replace(one, capacity=Capacity.OTHER_MEMBER)
    return one


def _logical(section: Section) -> tuple[str, list[tuple[int, int, int]], list[tuple[int, str | None]]]:
    """The lines of a section as one text, lines that plainly run on joined; where each began; and the bodies that
    stand as headings over those who come from them, with None where such a heading's reach ends."""
    text, places, bodies = "", [], []
    for order, start, line in section.lines:
        if text:
            bare = line.lstrip()
            opened = text.count("(") > text.count(")")
            people = parse_list(bare)
            post_line = len(bare) < 80 and not people and _wants_post(text)
            if not people and not post_line and not opened and len(bare) < 80 and bare[:1].isupper():
                bodies.append((len(text), None if has_post_head(bare) else bare.strip(" :.")))
            runs_on = LINE_END_OPEN.search(text) and not BODY_DASH.match(bare)
            if opened or runs_on or bare[:1].islower() or bare[:1] == "(":
                text += " "
            elif post_line and not NO_PEOPLE.match(bare) and not _KEY.match(bare) and text[-1] not in ";":
                text += ", "
            else:
                text += "\n"
        places.append((len(text), order, start))
        text += line
    return text, places, bodies


def _wants_post(text: str) -> bool:
    """Whether the last line so far names one person and nothing else, so that a line of post may follow."""
    people = parse_list(text.rsplit("\n", 1)[-1])
    return len(people) == 1 and people[0].post is None and people[0].organisation is None


def _place(places: list[tuple[int, int, int]], at: int) -> tuple[int, int]:
    index = bisect_right(places, (at, 1 << 30, 1 << 30)) - 1
    begin, order, start = places[max(index, 0)]
    return order, start + at - begin


def _capacity(section: Section, entry: Entry) -> Capacity:
    """What a list makes of one of its people; see house_styles section 4 for the shapes that need care."""
    words = " ".join(filter(None, (entry.post, *entry.remarks)))
    if section.label not in _ABSENT and any(like(r"(?i)(?:apolog|absent)").match(r) for r in entry.remarks):
        return Capacity.APOLOGIES
    elected = any(title.casefold() in ("mayor", "provost") for title in entry.name.titles)
    councillor = entry.name.councillor or bool(_CABINET.match(words)) or elected
    if section.kind == "apologies":
        return Capacity.APOLOGIES
    if not councillor and _OFFICE_OF.match(entry.organisation or ""):
        return Capacity.WITNESS
    if section.kind == "witness":
        return Capacity.WITNESS
    if section.kind == "other_member":
        return Capacity.OTHER_MEMBER
    if section.kind == "officer":
        return Capacity.OTHER_MEMBER if councillor and not entry.organisation else Capacity.OFFICER
    if section.kind == "attending":
        if councillor and entry.chair:
            return Capacity.MEMBER
        if councillor:
            return Capacity.OTHER_MEMBER
        apart = entry.organisation and not _OWN_SERVICE.match(entry.organisation)
        return Capacity.WITNESS if apart or _COMMISSIONER.search(words) else Capacity.OFFICER
    return _member_capacity(section, entry, words)


def _member_capacity(section: Section, entry: Entry, words: str) -> Capacity:
    if _CLERKLY.search(words) and not entry.name.councillor:
        return Capacity.OFFICER
    if like(r"(?i)co-?opt").search(f"{words} {entry.organisation or ''}"):
        return Capacity.MEMBER
    if section.label in _GENERIC and not entry.chair and not entry.vice:
        wider = ("county", "district", "borough")
        county = any(t.casefold().startswith(wider) for t in entry.name.titles) or _WIDER_COUNCIL.match(words)
        if county or entry.name.councillor and entry.organisation:
            return Capacity.OTHER_MEMBER
        if _OWN_SERVICE.match(entry.organisation or ""):
            return Capacity.OFFICER
        if entry.organisation or like(r"(?i)\b(?:officer|director|manager|inspector|constable)\b").search(words):
            return Capacity.WITNESS if entry.organisation else Capacity.OFFICER
    return Capacity.MEMBER
