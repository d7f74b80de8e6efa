"""The whole of a long list in the orders it was asked for, kept in memory until the library changes."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlite_utils import Database

T = TypeVar("T")
Key = tuple[str, str]


PUT_IN_ORDER = ("question", "undertaking", "decision", "action", "who", "person", "meeting", "item")
"""The tables whose rows an order may depend on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Orders, and what rows belong to, as they are after the change of this number."""

    seen: int
    found: Mapping[Key, Any]


class KeptOrders:
    """Ids in order, by list and order, and what else of a whole list takes a while to find. Any thread may ask; what
    was found before a change is never given after it. `lock` makes what one thread at a time may hold.

    Putting a hundred thousand rows in order takes SQLite a good part of a second, picking some of them from a list
    that is in order a hundredth of one. The change log tells whether anything that is put in order has changed.
    """

    def __init__(self, lock: Callable[[], AbstractContextManager[Any]]) -> None:
        self._kept = Kept(0, {})
        self._lock = lock
        self._finding: dict[Key, AbstractContextManager[Any]] = {}

    def get(self, db: Database, name: str, what: str) -> Any:
        """What is kept of this list and is so as the library now is, or None."""
        return self._now(db).found.get((name, what))

    def found(self, db: Database, name: str, what: str, find: Callable[[], T]) -> T:
        """What is kept of this list, else what `find` finds in this database, which is kept.

        Of two threads that want the same, one finds it and the other waits for it.
        """
        with self._finding.setdefault((name, what), self._lock()):
            known: T | None = self.get(db, name, what)
            if known is not None:
                return known
            made = find()
            now = self._now(db)
            self._kept = Kept(now.seen, {**now.found, (name, what): made})
            return made

    def _now(self, db: Database) -> Kept:
        """What is kept and still so at the moment this database shows; what is of another moment is dropped.

        Each moment and its orders are one object, so that threads that see different moments do not mix them.
        """
        kept, now = self._kept, int(db.execute(LATEST).fetchone()[0])
        if now != kept.seen:
            changed = now < kept.seen or db.execute(CHANGED, {"seen": kept.seen}).fetchone() is not None
            kept = Kept(now, {} if changed else kept.found)
            self._kept = kept
        return kept


LATEST = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change_log'"
CHANGED = f"SELECT 1 FROM change_log WHERE id > :seen AND tbl IN {PUT_IN_ORDER} LIMIT 1"
