"""Full-text search over every block: the user's own words, never a syntax error."""

from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.domain.documents import Classification


@dataclass(frozen=True, slots=True)
class Hit:
    """One block in which the words stand. `paragraph` counts from 1; `marks` are the matched stretches of `text` as
    (start, end); `snippet` is the part of the text around the first of them and `snippet_marks` those within it."""

    document_id: int
    file_name: str
    title: str | None
    committee: str | None
    date: str | None
    page: int | None
    printed_page: str | None
    paragraph: int
    block: int
    text: str
    marks: tuple[tuple[int, int], ...]
    snippet: str
    snippet_marks: tuple[tuple[int, int], ...]
    classification: Classification


def match(words: str) -> str:
    """The FTS5 expression for what a person typed: words, "phrases", AND OR NOT, prefix*. Empty where nothing in it
    can be looked for."""
    raise NotImplementedError


def find(db: Database, words: str, *, limit: int = 100, offset: int = 0, document_id: int | None = None) -> list[Hit]:
    """The blocks that hold what was typed, best first; within one document, in reading order."""
    raise NotImplementedError


def count(db: Database, words: str, *, document_id: int | None = None) -> int:
    """How many blocks hold what was typed."""
    raise NotImplementedError
