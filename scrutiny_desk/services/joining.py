"""Which meeting of the library a document is of, and which of its items are there already.

A meeting is the same where date, committee and body agree; where a paper leaves some of these out (a saved page
of one item), only much the same text proves it: a wrong join would mix two meetings' questions.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.documents import Document, DocumentKind
from scrutiny_desk.domain.findings import Findings, FoundItem, FoundMeeting
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.domain.people import may_be_same
from scrutiny_desk.services import alike
from scrutiny_desk.store import Database, documents, meetings, people, prints

ENOUGH_SHARED = 600
"""Letters in sentences that two papers share word for word before they may be of one meeting on that ground."""

ENOUGH_COVER = 0.5
"""How much of the shorter paper's text must stand in the other."""

ITEM_COVER = 0.6
"""How much of the shorter telling of an item must stand in the longer."""

COPY_COVER = 0.97
"""From here on, both ways, one paper is a copy of the other rather than a part or a version of it."""

VERSION_COVER = 0.7
"""From here on, both ways, one paper is a version of the other; below it, one holds a part of the other."""

VERSION_COVER_OF_SAME_ITEMS = 0.3
"""The same between two papers of one kind that have the very same items of business, in the same order: minutes of a
short meeting that were much corrected share few whole sentences with their draft."""

PROSE = frozenset({DocumentKind.MINUTES, DocumentKind.TRANSCRIPT, DocumentKind.QUESTIONS})
"""Kinds whose own words tell meetings apart; agendas of different meetings share pages of standing advice."""

_MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document belongs in the library.

    `meeting_id` is the meeting it is of, None for one that is new; `folded` are other meetings of the library that
    turn out to be that same one; `items` leads from its items (by index) to the library's.
    `versions` are the documents that it is another copy or version of; `joined_to` is the likest document of all.
    `sentences` are the bare sentences it was known by.
    """

    meeting_id: int | None = None
    folded: tuple[int, ...] = ()
    items: dict[int, tuple[int, ...]] = field(default_factory=dict)
    joined_to: int | None = None
    joined_as: str = ""
    versions: tuple[int, ...] = ()
    sentences: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Paper:
    """A document as joining sees it: the sentences of the whole, and the blocks of each of its items."""

    whole: frozenset[str]
    blocks: Sequence[Block]
    spans: list[tuple[int, int] | None]
    numbers: list[str | None]
    titles: list[str | None]
    ids: list[int] = field(default_factory=list)
    document: Document | None = None
    _items: list[frozenset[str]] | None = None

    @property
    def items(self) -> list[frozenset[str]]:
        """The sentences of each item; worked out when first asked for, since most papers are like no other."""
        if self._items is None:
            told = [self.blocks[span[0] : span[1] + 1] if span else [] for span in self.spans]
            self._items = [alike.sentences(block.text for block in inside) for inside in told]
        return self._items


@dataclass(frozen=True, slots=True)
class _Match:
    paper: _Paper
    shared: int
    here: float
    there: float
    items: dict[int, int]
    same_items: bool = False


def place_of(db: Database, findings: Findings, blocks: Sequence[Block]) -> Place:
    """Where a newly read document belongs. Nothing is written."""
    new = _Paper(
        alike.sentences(block.text for block in blocks),
        blocks,
        [(item.first, item.last) for item in findings.items],
        [item.number for item in findings.items],
        [item.title for item in findings.items],
    )
    matches = _matches(db, new, findings)
    by_name = _meeting_by_name(db, findings, matches)
    of_meeting = [m for m in matches if m.paper.document and m.paper.document.meeting_id is not None]
    chosen, folded = _choose(by_name, of_meeting)
    every = [meeting for meeting in (chosen, *folded) if meeting is not None]
    kept = [m for m in matches if m.paper.document and (m.paper.document.meeting_id in (None, *every))]
    best = max(kept, key=lambda m: (m.shared, min(m.here, m.there)), default=None)
    versions = [m.paper.document.id for m in kept if m.paper.document and _joined_as(m) != "part"]
    return Place(
        meeting_id=chosen,
        folded=folded,
        items=_items(db, every, findings.items, of_meeting),
        joined_to=best.paper.document.id if best and best.paper.document else None,
        joined_as=_joined_as(best) if best else "",
        versions=tuple(sorted(versions)),
        sentences=new.whole,
    )


def _matches(db: Database, new: _Paper, findings: Findings) -> list[_Match]:
    """The documents of the library that hold enough of this text, as far as their meetings may be the same."""
    found = []
    for document_id in _candidates(db, new):
        document = documents.get(db, document_id)
        meeting = meetings.get(db, document.meeting_id) if document.meeting_id is not None else None
        if meeting is not None and contradict(findings.meeting, meeting):
            continue
        if meeting is None and document.date and findings.meeting.date and document.date != findings.meeting.date:
            continue
        match = _compare(new, _paper_of(db, document), of_one_kind=document.kind is findings.kind)
        copy = min(match.here, match.there) >= COPY_COVER and match.shared >= alike.SHORTEST * 2
        prose = document.kind in PROSE and findings.kind in PROSE
        enough = match.shared >= ENOUGH_SHARED and max(match.here, match.there) >= ENOUGH_COVER
        if copy and document.kind is findings.kind or prose and enough and (match.items or not new.spans):
            found.append(match)
    return found


def _candidates(db: Database, new: _Paper) -> list[int]:
    """Documents that share several whole sentences with the new one, those that share most first."""
    shared = Counter(prints.sharing(db, new.whole))
    wanted = 1 if len(new.whole) <= 4 else 2
    return [document_id for document_id, count in shared.most_common(_MOST_CANDIDATES) if count >= wanted]


def _paper_of(db: Database, document: Document) -> _Paper:
    blocks = documents.blocks(db, document.id)
    held = meetings.items_of_document(db, document.id)
    return _Paper(
        alike.sentences(block.text for block in blocks),
        blocks,
        [None if first is None else (first, first if last is None else last) for _item, first, last in held],
        [item.number for item, _first, _last in held],
        [item.title for item, _first, _last in held],
        [item.id for item, _first, _last in held],
        document,
    )


def _compare(new: _Paper, old: _Paper, *, of_one_kind: bool) -> _Match:
    shared = alike.length(new.whole & old.whole)
    here = shared / (alike.length(new.whole) or 1)
    there = shared / (alike.length(old.whole) or 1)
    titles = [[alike.bare(title or "") for title in paper.titles] for paper in (new, old)]
    same_items = of_one_kind and len(titles[0]) > 1 and titles[0] == titles[1]
    return _Match(old, shared, here, there, _alike_items(new, old), same_items)


def _alike_items(new: _Paper, old: _Paper) -> dict[int, int]:
    """Index of an item here to the id of the one there that is told in much the same words."""
    scored = []
    for here, ours in enumerate(new.items):
        for there, theirs in enumerate(old.items):
            shared = alike.length(ours & theirs)
            cover = shared / (min(alike.length(ours), alike.length(theirs)) or 1)
            agree = _numbers_agree(new.numbers[here], old.numbers[there])
            if cover >= (ITEM_COVER if agree else 0.9) and shared >= alike.SHORTEST * 2:
                scored.append((shared, -here, -there))
    return {here: old.ids[there] for here, there in _one_to_one(scored)}


def _one_to_one(scored: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    pairs = []
    for _shared, minus_here, minus_there in sorted(scored, reverse=True):
        here, there = -minus_here, -minus_there
        if here not in taken_here and there not in taken_there:
            taken_here.add(here)
            taken_there.add(there)
            pairs.append((here, there))
    return pairs


def _numbers_agree(one: str | None, other: str | None) -> bool:
    return not one or not other or one.strip(". ") == other.strip(". ")


def contradict(found: FoundMeeting, meeting: Meeting) -> bool:
    """Whether what a paper says of its meeting and what the library knows of one cannot both be true of one."""
    pairs = (
        (found.date, meeting.date),
        (found.start, meeting.start),
        (_plain(found.committee), _plain(meeting.committee)),
        (_plain(found.body), _plain(meeting.body)),
    )
    return any(one and other and one != other for one, other in pairs)


def _plain(name: str | None) -> str:
    return alike.bare(name or "").removeprefix("the ")


def _meeting_by_name(db: Database, findings: Findings, matches: list[_Match]) -> int | None:
    """The one meeting of the library with this date and committee; one body missing asks for one more proof."""
    found = findings.meeting
    if not found.date or not found.committee:
        return None
    textual = {m.paper.document.meeting_id for m in matches if m.paper.document}
    fitting = []
    for meeting in meetings.on(db, found.date):
        if not meeting.committee or contradict(found, meeting):
            continue
        sure = bool(found.body and meeting.body) or meeting.id in textual
        if sure or _share_people(db, findings, meeting.id):
            fitting.append(meeting.id)
    return fitting[0] if len(fitting) == 1 else None


def _share_people(db: Database, findings: Findings, meeting_id: int, wanted: int = 2) -> bool:
    ids = sorted({appearance.person_id for appearance in people.appearances_at(db, meeting_id)})
    there = people.load(db, ids)
    shared = sum(any(may_be_same(one.name, other.name) for other in there) for one in findings.people)
    return shared >= wanted


def _choose(by_name: int | None, matches: list[_Match]) -> tuple[int | None, tuple[int, ...]]:
    """The meeting to join, and those that fold into it: a paper may prove two undated meetings to be one."""
    strength: Counter[int] = Counter()
    for match in matches:
        assert match.paper.document is not None and match.paper.document.meeting_id is not None
        meeting_id = match.paper.document.meeting_id
        strength[meeting_id] = max(strength[meeting_id], match.shared)
    if by_name is not None:
        return by_name, tuple(meeting for meeting in sorted(strength) if meeting != by_name)
    if not strength:
        return None, ()
    ranked = sorted(strength, key=lambda meeting: (-strength[meeting], meeting))
    if len(ranked) == 1:
        return ranked[0], ()
    whole = {m.paper.document.meeting_id for m in matches if m.paper.document and m.there >= ENOUGH_COVER}
    if set(ranked) <= whole and not _overlap(matches):
        return ranked[0], tuple(ranked[1:])
    if strength[ranked[0]] > 1.5 * strength[ranked[1]]:
        return ranked[0], ()
    return None, ()


def _overlap(matches: list[_Match]) -> bool:
    """Whether two of these tell the same item of the new paper: then they are not parts of one whole."""
    seen: dict[int, int | None] = {}
    for match in matches:
        assert match.paper.document is not None
        for here in match.items:
            if seen.setdefault(here, match.paper.document.meeting_id) != match.paper.document.meeting_id:
                return True
    return False


def _items(
    db: Database, meeting_ids: Sequence[int], found: Sequence[FoundItem], matches: list[_Match]
) -> dict[int, tuple[int, ...]]:
    """Index of a found item to the library's items that it is: by words first, then by number and title."""
    pairs: dict[int, list[int]] = {}
    for match in matches:
        assert match.paper.document is not None
        if match.paper.document.meeting_id in meeting_ids:
            for here, item_id in match.items.items():
                if item_id not in pairs.setdefault(here, []):
                    pairs[here].append(item_id)
    taken = {item_id for ids in pairs.values() for item_id in ids}
    for meeting_id in meeting_ids:
        left = [item for item in meetings.items_of_meeting(db, meeting_id) if item.id not in taken]
        for here, item in enumerate(found):
            same = [other for other in left if _same_heading(item, other)]
            if len(same) == 1 and here not in pairs:
                pairs[here] = [same[0].id]
                left.remove(same[0])
    return {here: tuple(ids) for here, ids in pairs.items()}


def _same_heading(found: FoundItem, item: Item) -> bool:
    ours, theirs = alike.bare(found.title or ""), alike.bare(item.title or "")
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    numbered = bool(found.number and item.number) and _numbers_agree(found.number, item.number)
    return numbered and alike.like(ours, theirs) >= 0.8


def _joined_as(match: _Match) -> str:
    if min(match.here, match.there) >= COPY_COVER:
        return "copy"
    enough = VERSION_COVER_OF_SAME_ITEMS if match.same_items else VERSION_COVER
    return "version" if min(match.here, match.there) >= enough else "part"
