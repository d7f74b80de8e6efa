"""Issues in their tree, and the passages and questions tagged with them."""

from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.issues import Issue, Tag
from scrutiny_desk.store import Library

COLOURS = ("#8c2d19", "#2b6437", "#1f4e8c", "#6b3a82", "#7a5200", "#00606b", "#8a2557", "#4a4a4a")
"""Colours offered for a new issue, in turn; each has a contrast with white of at least 4.5 to 1."""


def issues(library: Library) -> tuple[Issue, ...]:
    """Every issue, parents before their children, in order of name."""
    raise NotImplementedError


def counts(library: Library) -> dict[int, int]:
    """How many tags each issue bears, by its id; an issue without any is not in it."""
    raise NotImplementedError


def add_issue(
    library: Library, name: str, *, parent_id: int | None = None, colour: str | None = None, note: str = ""
) -> tuple[int, Change]:
    """Add an issue; without a colour it gets the next of `COLOURS`. `Trouble` where the name is taken or empty."""
    raise NotImplementedError


def change_issue(
    library: Library, issue_id: int, *, name: str | None = None, colour: str | None = None, note: str | None = None
) -> Change:
    """Change what is given of an issue."""
    raise NotImplementedError


def move_issue(library: Library, issue_id: int, parent_id: int | None) -> Change:
    """Put an issue under another, or at the top; `Trouble` where it would come to stand under itself."""
    raise NotImplementedError


def delete_issue(library: Library, issue_id: int) -> Change:
    """Delete an issue with its tags and what stands under it; one step, so it can be undone whole."""
    raise NotImplementedError


def tag_passage(library: Library, issue_ids: Sequence[int], document_id: int, spans: tuple[Span, ...]) -> Change:
    """Lay issues on a passage, in one step; what is tagged already stays as it is."""
    raise NotImplementedError


def tag_questions(library: Library, issue_ids: Sequence[int], question_ids: Sequence[int]) -> Change:
    """Lay issues on questions, in one step; what is tagged already stays as it is."""
    raise NotImplementedError


def untag_questions(library: Library, issue_ids: Sequence[int], question_ids: Sequence[int]) -> Change:
    """Take issues off questions, in one step."""
    raise NotImplementedError


def untag(library: Library, tag_ids: Sequence[int]) -> Change:
    """Take tags off, in one step."""
    raise NotImplementedError


def tags_of_question(library: Library, question_id: int) -> tuple[Tag, ...]:
    """The tags of a question."""
    raise NotImplementedError


def tags_of_document(library: Library, document_id: int) -> tuple[Tag, ...]:
    """The tags on passages of a document, in the order of the text."""
    raise NotImplementedError


def tags_of_issue(library: Library, issue_id: int) -> tuple[Tag, ...]:
    """The tags of an issue, by the date of their document."""
    raise NotImplementedError
