"""A committee pack: briefings and papers of the library in agenda order, to go out as one file."""

from dataclasses import dataclass

from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation


@dataclass(frozen=True, slots=True)
class PackPaper:
    """One paper of a pack: a document of the library, or a briefing and what it is about.

    `title` is the person's own; empty for the paper's own title.
    """

    document: int | None = None
    briefing: BriefingKind | None = None
    meeting: int | None = None
    witness: int | None = None
    issue: int | None = None
    committee: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPack:
    """A pack: what it is called, for whom it is made, and its papers in order."""

    id: int
    title: str
    circulation: Circulation
    papers: tuple[PackPaper, ...] = ()
