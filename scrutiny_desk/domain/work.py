"""Work in progress: how a service reports how far it is, learns that it should stop, and hands over rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` (0 where unknown) of `what`, now at `file`."""

    done: int
    total: int
    what: str = ""
    file: str = ""


class Cancelled(Exception):
    """The person asked for the work to stop; what was finished before stays."""


Reporter = Callable[[Progress], None]
"""Receives progress; may be called often, from any thread."""

CancelCheck = Callable[[], bool]
"""True once the person has asked for the work to stop."""


def silent(_progress: Progress) -> None:
    """A reporter that says nothing."""


def never() -> bool:
    """A cancel check that never cancels."""
    return False


@dataclass(frozen=True, slots=True)
class View:
    """What a list should show: a filter, an order, and the words typed into its filter field.

    `order` is a column's name, with a minus sign in front for descending; `group` what rows are put together by.
    Ids are the library's. `owner` is who owes the answer now, `post` and `organisation` are theirs; `witness` is who
    was asked or answered.
    """

    witness: int | None = None
    asker: int | None = None
    meeting: int | None = None
    document: int | None = None
    item: int | None = None
    committee: str | None = None
    issue: int | None = None
    status: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    outstanding: bool = False
    overdue: bool = False
    since: str | None = None
    until: str | None = None
    owner: int | None = None
    post: str | None = None
    organisation: str | None = None
    standing: tuple[str, ...] = ()
    words: str = ""
    order: str = ""
    group: str = ""


class RowSource(Protocol):
    """Rows for one table: the ids in order, then the rows of a page of them, each a tuple as wide as `columns`."""

    columns: tuple[str, ...]

    def ids(self, view: View) -> Sequence[int]:
        """The ids the view shows, in its order."""
        ...

    def grouped(self, view: View) -> tuple[Sequence[int], Sequence[tuple[str | None, int]]]:
        """The same put together in the groups of `view.group`, and each group's word with how many it holds."""
        ...

    def page(self, ids: Sequence[int]) -> list[tuple[Any, ...]]:
        """The rows of these ids, in the order of the ids; a row that is gone is an empty tuple."""
        ...
