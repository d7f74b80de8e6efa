"""A document while it is being taken into the library: what the later steps need to know of the earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Block, Span, quote_of
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.people import Who, may_be_same
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.services.joining import Place
from scrutiny_desk.store import Database, restrictions


@dataclass(slots=True)
class Taking:
    """A document while it is being taken in: what later steps need of the earlier ones."""

    db: Database
    findings: Findings
    blocks: Sequence[Block]
    place: Place
    document_id: int = 0
    meeting_id: int | None = None
    items: dict[int, int] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)
    _held: restrictions.Held | None = None

    @property
    def held(self) -> restrictions.Held:
        """How the document is held back; asked of the library once, when its restrictions are in."""
        if self._held is None:
            self._held = restrictions.held(self.db, self.document_id)
        return self._held

    def source(self, spans: tuple[Span, ...]) -> Source:
        """The passage these spans cover, as a source in this document."""
        first = self.blocks[spans[0].block]
        quote = " ".join(quote_of(self.blocks, spans).split())
        return Source(self.document_id, first.page, first.paragraph, quote, spans, first.printed_page)

    def who(self, found: Who) -> Who:
        """A Who of the findings as a Who of the library: its person_id is the library's."""
        if found.person_id is not None and found.person_id in self.people:
            return Who(found.name, found.label, self.people[found.person_id])
        if found.name is None:
            return Who(None, found.label)
        fitting = {self.people[i] for i, p in enumerate(self.findings.people) if may_be_same(p.name, found.name)}
        return Who(found.name, found.label, fitting.pop() if len(fitting) == 1 else None)

    def whos(self, found: Sequence[Who]) -> tuple[Who, ...]:
        """The same for several."""
        return tuple(self.who(who) for who in found)

    def item(self, index: int | None) -> int | None:
        """The library's item for an item of the findings."""
        return None if index is None else self.items.get(index)
