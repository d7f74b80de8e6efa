"""The whole of a long list in the orders it was asked for, kept in memory until the library changes."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

Key = tuple[str, str]


PUT_IN_ORDER = ("question", "undertaking", "decision", "action", "who", "person", "meeting", "item")
"""The tables whose rows an order may depend on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Orders as they are after the change of this number."""

    seen: int
    orders: Mapping[Key, "array[int]"]


class KeptOrders:
    """Ids in order, by list and order. Any thread may ask; what was put in before a change is never given after it.

    Putting a hundred thousand rows in order takes SQLite a good part of a second, picking some of them from a list
    that is in order a hundredth of one. The change log tells whether anything that is put in order has changed.
    """

    def __init__(self) -> None:
        self._kept = Kept(0, {})

    def get(self, db: Database, name: str, order: str) -> "array[int] | None":
        """The ids of the whole list in this order as the library now is, or None where they are not known."""
        return self._now(db).orders.get((name, order))

    def put(self, db: Database, name: str, order: str, ids: Iterable[int]) -> None:
        """Keep the ids of the whole list, as this database has just given them in this order."""
        now = self._now(db)
        self._kept = Kept(now.seen, {**now.orders, (name, order): array("q", ids)})

    def _now(self, db: Database) -> Kept:
        """What is kept and still so at the moment this database shows; what is of another moment is dropped.

        Each moment and its orders are one object, so that threads that see different moments do not mix them.
        """
        kept, now = self._kept, int(db.execute(LATEST).fetchone()[0])
        if now != kept.seen:
            changed = now < kept.seen or db.execute(CHANGED, {"seen": kept.seen}).fetchone() is not None
            kept = Kept(now, {} if changed else kept.orders)
            self._kept = kept
        return kept


LATEST = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change_log'"
CHANGED = f"SELECT 1 FROM change_log WHERE id > :seen AND tbl IN {PUT_IN_ORDER} LIMIT 1"
