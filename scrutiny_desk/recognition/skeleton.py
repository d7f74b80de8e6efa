"""The skeleton of a document: what it is, whose meeting, which business, who was there; the passes build on it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import FoundItem, FoundMeeting, FoundPerson, Restriction
from scrutiny_desk.domain.house_rules import HouseRule
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.recognition import (
    attendance,
    hearings,
    house_rules,
    house_style,
    introductions,
    items,
    kinds,
    meetings,
    restrictions,
)
from scrutiny_desk.recognition.house_style import HouseStyle
from scrutiny_desk.recognition.numbering import Heading
from scrutiny_desk.recognition.sections import sections
from scrutiny_desk.recognition.signers import signers
from scrutiny_desk.recognition.speakers import Speakers
from scrutiny_desk.recognition.titles import letter_titles, titled_headings

_EMPTY = (0, -1)
_CHAIR_CHANGES = re.compile(
    r"\b(?:vacated|relinquished|left|resumed|took|taken|assumed|handed over|takes) "
    r"(?:of )?the chair\b|\bin the chair for\b|"
    r"\b(?:elected|appointed) (?:as )?(?:the )?chair(?:man|person|woman)?\b(?: "
    r"for (?:the|this) meeting)?|handed over the meeting",
    re.I,
)
_FULL_COUNCIL = re.compile(
    r"(?:(?:full|ordinary|annual|extraordinary|special|county|city|district|borough) )*council", re.I
)
_LEGEND = re.compile(
    r"\(?\*\s*(?:(?:denotes|indicates|=|-|–)\s*)?(?:members?\s+)?(?:present|in attendance|attended)"
    r"(?:\W*$|[.,;|]\s)",
    re.I,
)


@dataclass(slots=True)
class Skeleton:
    """What the passes over questions, answers and undertakings stand on.

    `minutes_range` is the first and the last block order in which exchanges may be found: agenda text before the
    minutes, slides and appendices after them lie outside; (0, -1) where there is no such part. `people` may grow
    while speakers turn up whom no list names; an index into it never changes its person.
    """

    document: ReadDocument
    kind: DocumentKind
    style: HouseStyle
    title: str | None = None
    meeting: FoundMeeting = field(default_factory=FoundMeeting)
    items: tuple[FoundItem, ...] = ()
    minutes_range: tuple[int, int] = _EMPTY
    restrictions: tuple[Restriction, ...] = ()
    classification: Classification = Classification.UNKNOWN
    speakers: Speakers = field(default_factory=Speakers)
    _starts: tuple[int, ...] = ()
    _innermost: list[int | None] = field(default_factory=list)
    business_headings: dict[int, bool] = field(default_factory=dict)
    agenda_blocks: frozenset[int] = frozenset()
    _headings: frozenset[int] = frozenset()
    rules: tuple[HouseRule, ...] = ()

    def __post_init__(self) -> None:
        self.agenda_blocks = items.agenda_text(self.document.blocks, self.items)
        self._starts = tuple(item.first for item in self.items)
        self._innermost = [None] * len(self.document.blocks)
        for index, item in enumerate(self.items):
            for order in range(item.first, min(item.last + 1, len(self._innermost))):
                self._innermost[order] = index
        self._headings = frozenset(s.block for item in self.items for s in item.spans if _fills(s, self.document))

    @property
    def people(self) -> list[FoundPerson]:
        """Everybody found, in the order of finding."""
        return self.speakers.people

    @property
    def minutes(self) -> tuple[Block, ...]:
        """The blocks in which exchanges may be found, without headings of items and lists of those present."""
        first, last = self.minutes_range
        return tuple(b for b in self.document.blocks[first : last + 1] if not self.is_furniture(b.order))

    def is_furniture(self, order: int) -> bool:
        """Whether the block is wholly a heading, a list of people, or agenda text printed before its item's minutes.

        Nothing is asked in it.
        """
        return order in self.speakers.list_blocks or order in self._headings or order in self.agenda_blocks

    def heading_in(self, order: int) -> int:
        """How many characters of the block's head are the title of a run-on heading; 0 where there is none."""
        for index in range(bisect_right(self._starts, order) - 1, -1, -1):
            if self.items[index].first < order:
                return 0
            for span in self.items[index].spans:
                if span.block == order and span.start < 12:
                    return span.end
        return 0

    def item_at(self, order: int, offset: int | None = None) -> int | None:
        """The index of the item whose blocks hold this order, the innermost one.

        Where several items begin in one paragraph, `offset` in its text tells which; without it the last counts.
        """
        if offset is None:
            return self._innermost[order] if 0 <= order < len(self._innermost) else None
        for index in range(bisect_right(self._starts, order) - 1, -1, -1):
            item = self.items[index]
            if item.last < order or item.first == order and item.spans and item.spans[0].start > offset:
                continue
            return index
        return None

    def who(self, label: str, at: int) -> Who:
        """Turn printed words at a block into who they mean; the name only where exactly one person fits.

        Collective and unnamed words ("A Member", "officers") keep the label, with no name; "The Chairman" is named only
        where the lists show one in the chair. A personal name that no list holds is its own name, with no person.
        """
        return self.speakers.who(label, self.item_at(at))

    def answerer(self, label: str, at: int, span: Span | None = None) -> Who:
        """As `who`, for somebody who answers: a personal name that no list holds joins the people as a witness."""
        return self.speakers.answerer(label, self.item_at(at), span)

    def witnesses_at(self, order: int) -> tuple[int, ...]:
        """Indexes into `people` of those who are being questioned at this block, by lists and by introduction."""
        return self.speakers.witnesses_in(self.item_at(order))


def _fills(span: Span, document: ReadDocument) -> bool:
    return span.start < 12 and span.end >= len(document.blocks[span.block].text) - 2


def skeleton(
    document: ReadDocument,
    style: str | None = None,
    *,
    own_styles: Path | None = None,
    kind: DocumentKind | None = None,
    rules: Sequence[HouseRule] = (),
) -> Skeleton:
    """The skeleton of a document.

    `style` names a house style; without it the style is found from the document. `own_styles` is a folder of the
    user's own styles, `kind` what a person says the paper is, `rules` those a person made, of which the ones for this
    paper hold. Raises `Trouble` for a style that is not there or cannot be read.
    """
    blocks = document.blocks
    kind = kind or kinds.kind_of(document)
    if style:
        house = house_style.named(style, own_styles)
    else:
        house = house_style.found((b.text for b in blocks[:300]), own_styles, kind=kind.value)
    found, part, head_end = _business(blocks, kind)
    own_items = items.found_items(found, max(part[1], 0) if part != _EMPTY else len(blocks) - 1, blocks)
    if kind in (DocumentKind.REPORT, DocumentKind.OTHER):
        own_items = ()
    page = items.is_item_page(blocks)
    facts = meetings.meeting(blocks, head_end, part, kind, page)
    holding = house_rules.applying((*house.rules, *house_style.rules_by_council(own_styles), *rules), facts)
    limits = restrictions.restrictions(document, own_items, head_end, kind)
    made = Skeleton(
        document,
        kind,
        house_rules.with_lists(house, holding),
        _title(document, kind),
        facts,
        own_items,
        part,
        limits,
        restrictions.classification(document, kind, limits),
        rules=holding,
    )
    _people(made, head_end)
    house_rules.name_people(made.speakers, holding, blocks)
    return made


def _business(blocks: Sequence[Block], kind: DocumentKind) -> tuple[list[Heading], tuple[int, int], int]:
    """Headings, the part that is minutes, and the order of the first block of business."""
    last = len(blocks) - 1
    if kind is DocumentKind.CORRESPONDENCE:
        return letter_titles(blocks), (0, last), 0
    if kind is DocumentKind.TRANSCRIPT:
        first = meetings.first_speech(blocks)
        titles = hearings.between(blocks, max(first - 1, 0))
        return [items.plain_heading(b) for b in titles], (0, last), first
    sheets = items.sheet_headings(blocks) if kind is DocumentKind.QUESTIONS else []
    found = sheets or items.headings(blocks, agenda=kind is DocumentKind.AGENDA)
    head = 0 if found else _head_guess(blocks)
    found = found or titled_headings(blocks, head)
    if kind is DocumentKind.REPORT or kind is DocumentKind.OTHER:
        return (found if kind is DocumentKind.OTHER else []), _EMPTY if kind is DocumentKind.REPORT else (0, last), head
    part = items.minutes_range(blocks, found, head)
    head_end = found[0].order if found else head
    if items.is_item_page(blocks):
        head_end = 0
    if kind is DocumentKind.AGENDA:
        return found, _EMPTY, head_end
    if kind is DocumentKind.QUESTIONS:
        part = (0, last)
    return found, part, head_end


def _head_guess(blocks: Sequence[Block]) -> int:
    """Where the head of an unnumbered paper ends: behind the lists of people at its top, not those at its close."""
    style = house_style.styles()[0]
    head = blocks[:60]
    listed = [
        line[0]
        for section in sections(head, style, len(head))
        if section.kind != "none" and attendance.listed(section)
        for line in section.lines
    ]
    end = 0
    for order in sorted(listed):
        if sum(len(b.text) > 160 for b in head[end:order]) > 1:
            break
        end = order + 1
    return end


def _title(document: ReadDocument, kind: DocumentKind) -> str | None:
    """The paper's title: the file's own, else a report's labelled one; None where neither is there."""
    if kind is DocumentKind.REPORT:
        for block in document.blocks[:25]:
            cells = block.cells or tuple(block.text.split(":", 1))
            if len(cells) > 1 and cells[0].strip(" :").casefold() in (
                "title",
                "subject",
                "report title",
                "title of report",
            ):
                return cells[1].strip() or None
    return document.subject or document.title or None


def _people(made: Skeleton, head_end: int) -> None:
    """Fill the people from lists, prose and signatures, in that order, so that the document's own lists decide."""
    blocks, speakers = made.document.blocks, made.speakers
    if made.kind in (DocumentKind.REPORT, DocumentKind.CORRESPONDENCE):
        for signer in signers(blocks, made.kind):
            speakers.add(signer.name, signer.capacity, post=signer.post, spans=signer.spans)
        return
    if made.kind in (DocumentKind.AGENDA, DocumentKind.OTHER):
        return
    _listed_people(made, head_end)
    if made.kind is DocumentKind.TRANSCRIPT:
        _speaking_people(made)
    titles = {
        order: made.items[i].title for order in range(len(blocks[:400])) if (i := made.item_at(order)) is not None
    }
    introductions.add_head_people(speakers, blocks, head_end)
    speakers.list_blocks |= made.agenda_blocks
    introductions.add_apologies(speakers, blocks, titles)
    first, last = made.minutes_range
    speakers.chair_changed = any("chair" in b.text and _CHAIR_CHANGES.search(b.text) for b in blocks[first : last + 1])
    item_of = {order: made.item_at(order) for order in range(first, last + 1)}
    if made.kind is DocumentKind.QUESTIONS:
        introductions.add_addressees(speakers, blocks, item_of)
    if made.kind in (DocumentKind.MINUTES, DocumentKind.QUESTIONS):
        introductions.add_prose_people(speakers, blocks, first, last, item_of)
    for index, person in enumerate(speakers.people):
        speakers.default_initials(index, person.name)


def _speaking_people(made: Skeleton) -> None:
    """Those who speak in a hearing, where no list of it has settled who they are."""
    for voice in hearings.voices(made.document.blocks):
        spans = (voice.span,) if voice.span else ()
        index = made.speakers.add(
            voice.name, voice.capacity, post=voice.post, organisation=voice.organisation, spans=spans
        )
        if voice.chair and index not in made.speakers.chairs:
            made.speakers.chairs.append(index)


def _listed_people(made: Skeleton, head_end: int) -> None:
    speakers = made.speakers
    civil = True
    legend = any(_LEGEND.match(f"{b.marker} {b.text}".strip()) for b in made.document.blocks[: max(head_end, 1)])
    if made.kind is DocumentKind.TRANSCRIPT:
        end = max(head_end - 1, 0)
    else:
        end = made.minutes_range[1] if made.minutes_range != _EMPTY else len(made.document.blocks) - 1
    before = head_end if not items.is_item_page(made.document.blocks) else len(made.document.blocks)
    lists = [
        (s, attendance.listed(s))
        for s in sections(made.document.blocks[: end + 1], made.style, before)
        if s.kind != "none"
    ]
    attendance.settle(lists)
    council = bool(_FULL_COUNCIL.fullmatch(made.meeting.committee or ""))
    for section, people in lists:
        starred = [o for o in people if _starred(made.document.blocks[o.block], o)] if legend else people
        for one in starred if section.kind == "member" else people:
            one = attendance.in_full_council(one) if council else one
            civil = civil and not (one.capacity is Capacity.MEMBER and one.entry.name.councillor)
            _add_listed(made, attendance.in_civil_style(one) if civil else one, head_end)
            if not speakers.list_blocks.intersection((one.block,)):
                speakers.list_blocks.add(one.block)
        if section.lines and any(line[0] in speakers.list_blocks for line in section.lines):
            speakers.list_blocks.update(line[0] for line in section.lines)


def _starred(block: Block, one: attendance.Listed) -> bool:
    """Whether the star that marks those who came stands before this name."""
    start = one.spans[0].start
    printed = block.text[start : one.spans[0].end]
    return block.marker == "*" or "*" in printed or block.text[:start].rstrip(" ").endswith("*")


def _add_listed(made: Skeleton, one: attendance.Listed, head_end: int) -> None:
    entry, speakers = one.entry, made.speakers
    if made.kind is DocumentKind.TRANSCRIPT and one.kind == "attending" and one.capacity is Capacity.OTHER_MEMBER:
        one = replace(one, capacity=Capacity.WITNESS)
    item = made.item_at(one.block) if one.block >= head_end and len(made.items) > 1 else None
    rank = None if entry.name.councillor else entry.name.post
    post, organisation = entry.post or rank, entry.organisation
    index = speakers.add(entry.name, one.capacity, post=post, organisation=organisation, item=item, spans=one.spans)
    if entry.chair and index not in speakers.chairs:
        speakers.chairs.append(index)
    if entry.vice and index not in speakers.vices:
        speakers.vices.append(index)
    if entry.initials:
        speakers.define_initials(entry.initials, index)
    if item is not None and one.capacity is Capacity.WITNESS:
        speakers.question(item, index)
