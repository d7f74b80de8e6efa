"""Drafts of briefings: what a person chose and wrote is kept, the facts are gathered anew, and what changed is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny_desk.briefing import files
from scrutiny_desk.briefing.files import Look
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.drafts import Chosen, Difference, Draft, arranged, choices, difference, exported, subject_of
from scrutiny_desk.services import briefing
from scrutiny_desk.services.briefing import Scope, Written
from scrutiny_desk.store import Library
from scrutiny_desk.store import drafts as rows

__all__ = [
    "Look",
    "Opened",
    "Written",
    "arrange",
    "detail",
    "draft",
    "finish",
    "gather",
    "name",
    "opened",
    "start_again",
    "subject",
    "write",
]


@dataclass(frozen=True, slots=True)
class Opened:
    """A briefing as the person left it: the note with today's facts, how these differ from the last export's, the
    draft, every section there is to choose from in the order they stand, the title it has of itself, and the facts
    as they were gathered."""

    briefing: Briefing
    difference: Difference
    draft: Draft
    sections: tuple[Chosen, ...]
    usual_title: str = ""
    gathered: Briefing | None = None


def opened(library: Library, scope: Scope, *, today: str, gathered: Briefing | None = None) -> Opened:
    """Everything the desk shows of a briefing. Facts that were `gathered` for it before, and cannot have changed, are
    not gathered again: so the page follows while somebody writes."""
    facts = gathered or briefing.gather(library, scope, today=today, offered=True)
    held = draft(library, scope)
    made = arranged(facts, held)
    return Opened(made, difference(made, held), held, choices(facts, held), facts.title, facts)


def subject(scope: Scope) -> str:
    """The name a draft is kept under.

    Each circulation has its own: words written for a restricted note must never turn up in a public one.
    """
    about = {name: getattr(scope, name) for name in ("meeting", "witness", "issue", "committee")}
    return subject_of(scope.kind, circulation=scope.circulation, **about)


def draft(library: Library, scope: Scope) -> Draft:
    """The draft of this briefing as it was last kept; an empty one where none was."""
    with library.read() as db:
        return rows.get(db, subject(scope))


def arrange(library: Library, scope: Scope, wanted: Sequence[Chosen]) -> Change:
    """Keep how the sections are to stand and what the person wrote in them; typing on is one step."""
    return _keep(library, replace(draft(library, scope), sections=tuple(wanted)), "Arrange briefing")


def name(library: Library, scope: Scope, title: str) -> Change:
    """Keep a title of the person's own; an empty one gives back the usual title."""
    return _keep(library, replace(draft(library, scope), title=" ".join(title.split())), "Name briefing")


def detail(library: Library, scope: Scope, details: Sequence[tuple[str, str]]) -> Change:
    """Keep header paragraphs of the person's own, "Author" or "Contact officer", label and words."""
    held = draft(library, scope)
    kept = tuple((" ".join(label.split()), " ".join(words.split())) for label, words in details)
    return _keep(library, replace(held, details=tuple(row for row in kept if all(row))), "Write header of briefing")


def finish(library: Library, scope: Scope, *, final: bool = True) -> Change:
    """Mark the briefing as final, or as a draft again."""
    label = "Mark briefing as final" if final else "Mark briefing as a draft"
    return _keep(library, replace(draft(library, scope), final=final), label, merge=False)


def start_again(library: Library, scope: Scope) -> Change:
    """Forget the arrangement, the person's words and the last export."""
    return library.write("Start the briefing again", lambda db: rows.remove(db, subject(scope)))[1]


def gather(library: Library, scope: Scope, *, today: str) -> tuple[Briefing, Difference]:
    """The briefing as the person arranged it, with today's facts; and how these differ from the last export's."""
    found = opened(library, scope, today=today)
    return found.briefing, found.difference


def write(
    library: Library, scope: Scope, path: Path, *, today: str, now: str, look: Look | None = None
) -> tuple[Written, Change]:
    """Write the arranged briefing in the form the file's suffix names, and keep what it said and when (`now`, ISO)."""
    made, _ = gather(library, scope, today=today)
    written = Written(made, files.save(made, path, look))
    return written, _keep(library, exported(draft(library, scope), made, now), "Export briefing", merge=False)


def _keep(library: Library, kept: Draft, label: str, *, merge: bool = True) -> Change:
    key = f"{label} {kept.subject}" if merge else ""
    return library.write(label, lambda db: rows.keep(db, kept), merge_key=key)[1]
