"""The facts of a briefing, gathered from the library: source words, the register's facts and fixed wording only."""

from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk.domain.briefing import Briefing, BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class Scope:
    """What a briefing is about; which of these a kind needs, `needs` says. Ids are the library's."""

    kind: BriefingKind
    meeting: int | None = None
    witness: int | None = None
    issue: int | None = None
    committee: str | None = None
    circulation: Circulation = Circulation.MEMBERS
    with_notes: bool = False


def needs(kind: BriefingKind) -> str | None:
    """The field of a Scope that this kind cannot do without ("witness"...); None where there is none."""
    raise NotImplementedError


def gather(library: Library, scope: Scope, *, today: str) -> Briefing:
    """The briefing as data. What circulation does not allow is counted in `left_out`, never quoted.

    `today` (ISO) is the day it is made on. `Trouble` where the scope lacks what its kind needs.
    """
    raise NotImplementedError


def write(library: Library, scope: Scope, path: Path, *, today: str, template: Path | None = None) -> Briefing:
    """Gather a briefing and write it as a Word document; what was written. `Trouble` where the file cannot be."""
    raise NotImplementedError


def preview(library: Library, scope: Scope, *, today: str) -> str:
    """The briefing as plain text."""
    raise NotImplementedError
