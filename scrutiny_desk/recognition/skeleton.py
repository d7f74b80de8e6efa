"""The skeleton of a document: what it is, whose meeting, which business, who was there; the passes build on it."""

from bisect import bisect_right
from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import FoundItem, FoundMeeting, FoundPerson, Restriction
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.house_style import HouseStyle
from scrutiny_desk.recognition.speakers import Speakers


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
    minutes_range: tuple[int, int] = (0, -1)
    restrictions: tuple[Restriction, ...] = ()
    classification: Classification = Classification.UNKNOWN
    speakers: Speakers = field(default_factory=Speakers)
    attendance_range: tuple[int, int] = (0, -1)
    _starts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self._starts = tuple(item.first for item in self.items)

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
        """Whether the block is a heading of business or part of a list of people: nothing is asked in it."""
        return order in self.speakers.list_blocks or any(
            order == span.block for item in self._items_near(order) for span in item.spans
        )

    def _items_near(self, order: int) -> tuple[FoundItem, ...]:
        at = bisect_right(self._starts, order)
        return self.items[max(0, at - 2) : at]

    def item_at(self, order: int) -> int | None:
        """The index of the item whose blocks hold this order; the innermost where a sub-heading stands in an item."""
        for index in range(bisect_right(self._starts, order) - 1, -1, -1):
            if self.items[index].last >= order:
                return index
        return None

    def who(self, label: str, at: int) -> Who:
        """Turn printed words at a block into who they mean; the name only where exactly one person fits.

        Collective and unnamed words ("A Member", "The Chairman", "officers") keep the label, with no name.
        """
        return self.speakers.who(label, at, self.item_at(at))

    def answerer(self, label: str, at: int, span: Span | None = None) -> Who:
        """As `who`, for somebody who answers: a personal name that no list holds joins the people as a witness."""
        return self.speakers.answerer(label, at, self.item_at(at), span)

    def witnesses_at(self, order: int) -> tuple[int, ...]:
        """Indexes into `people` of those who are being questioned at this block, by lists and by introduction."""
        return self.speakers.witnesses_at(order, self.item_at(order))


def skeleton(document: ReadDocument, style: str | None = None) -> Skeleton:
    """The skeleton of a document. `style` names a house style; without it the style is found from the document."""
    last = len(document.blocks) - 1
    return Skeleton(document, DocumentKind.MINUTES, HouseStyle(name="plain"), minutes_range=(0, last))
