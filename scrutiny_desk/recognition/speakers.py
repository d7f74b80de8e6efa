"""Who is meant by the printed words "Mr Martin", "the Director", "JM" at a place of a document."""

from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.findings import FoundPerson
from scrutiny_desk.domain.people import Who


@dataclass(slots=True)
class Speakers:
    """The people of a document and the ways it speaks of them."""

    people: list[FoundPerson] = field(default_factory=list)
    list_blocks: set[int] = field(default_factory=set)

    def who(self, label: str, at: int, item: int | None) -> Who:
        """The person the words mean, where exactly one fits; else the label alone."""
        return Who(None, label)

    def answerer(self, label: str, at: int, item: int | None, span: Span | None = None) -> Who:
        """As `who`, adding an unlisted named speaker as a witness."""
        return self.who(label, at, item)

    def witnesses_at(self, order: int, item: int | None) -> tuple[int, ...]:
        """Indexes of the people being questioned at this block."""
        return ()
