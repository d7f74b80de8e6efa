"""Words to passages: full-text search over every paragraph of the library."""

from dataclasses import dataclass

from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that holds the words. In `snippet` the words found stand between \\x02 and \\x03."""

    document_id: int
    file_name: str
    title: str | None
    committee: str | None
    date: str | None
    page: int | None
    paragraph: int
    block: int
    snippet: str


def search(library: Library, words: str, limit: int = 100) -> tuple[Hit, ...]:
    """The paragraphs that hold the words, the best first.

    Words all have to be there; "phrases", AND, OR, NOT and prefix* work; anything else is taken as plain words,
    so that no way of typing is an error. Nothing but spaces finds nothing.
    """
    raise NotImplementedError
