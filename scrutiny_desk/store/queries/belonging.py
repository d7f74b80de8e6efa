"""What each row of a list belongs to: the person it was put to, its committee, its status."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from sqlite_utils import Database

from scrutiny_desk.store.rows import IN, id_list

Code = int | str
NOWHERE = -1
"""Stands for the number of a word where a row has none; so the heap of those is the last."""


@dataclass(frozen=True, slots=True)
class By:
    """What rows may be put together or in order by, as SQL.

    Each of `codes` gives the `id` and the `code` of some rows; `words` gives codes with their words, in their order.
    A code that is not among them is its own word, and comes after them; only the last of `codes` may give such. So
    each word is put in its place once, not once for each of a hundred thousand rows.
    """

    codes: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Belonging:
    """The number of each row's word at the place of the row's id, `NOWHERE` where it has none, and the words; the first
    `named` are in an order of their own.

    The numbers are few and each stands there many times; an array would make a new one whenever it is asked.
    """

    numbers: list[int]
    words: Sequence[str | None]
    named: int

    def sorted(self, ids: Sequence[int], *, down: bool) -> list[int]:
        """The ids in the order of their words, within a word as they come; those without one last either way."""
        heaps: list[list[int]] = [[] for _ in (*self.words, None)]
        self._lay(ids, heaps)
        named, own, last = heaps[: self.named], heaps[self.named : NOWHERE], heaps[NOWHERE]
        if down:
            named.reverse()
            own.reverse()
        return list(chain.from_iterable([*named, *own, last]))

    def grouped(self, ids: Sequence[int]) -> dict[str | None, list[int]]:
        """The ids under their words, within a word as they come; those without one under None."""
        groups: dict[str | None, list[int]] = {}
        self._lay(ids, [groups.setdefault(word or None, []) for word in (*self.words, None)])
        return {word: heap for word, heap in groups.items() if heap}

    def _lay(self, ids: Sequence[int], heaps: list[list[int]]) -> None:
        """Lay each id on the heap of its word's number; the last heap is that of those without one."""
        unknown = max(ids, default=0) + 1 - len(self.numbers)
        numbers = self.numbers + [NOWHERE] * unknown if unknown > 0 else self.numbers
        for row_id in ids:
            heaps[numbers[row_id]].append(row_id)


def belonging(db: Database, by: By, ids: Sequence[int] | None = None) -> Belonging:
    """What every row belongs to, or with `ids` these rows alone.

    SQLite hands everything over in a few pieces, so that no row waits for its turn of Python.
    """
    only = "" if ids is None else f"WHERE id {IN}"
    words: list[str | None] = []
    number_of: dict[Code | None, int] = {}
    if by.words:
        named, words = map(json.loads, db.execute(_WORDS.format(by.words)).fetchone())
        number_of = {code: number for number, code in enumerate(named)}
    many = len(words)
    numbers: list[int] = []
    for sql in by.codes:
        sql = f"SELECT json_group_array(id), json_group_array(code) FROM ({sql}) {only}"
        both = db.execute(sql, {} if ids is None else {"ids": id_list(ids)}).fetchone()
        owners, codes = map(json.loads, both)
        worded = set(codes) if '"' in both[1] else set()  # among numbers alone there is no word to look for
        own = {code for code in worded - number_of.keys() if isinstance(code, str) and code}
        for code in sorted(own, key=lambda code: (_plain(code), code)):
            if len(words) == many or _plain(words[-1] or "") != _plain(code):
                words.append(code)
            number_of[code] = len(words) - 1
        numbers += [NOWHERE] * (max(owners, default=0) + 1 - len(numbers))
        for owner, number in zip(owners, map(number_of.get, codes, repeat(NOWHERE)), strict=True):
            numbers[owner] = number
    return Belonging(numbers, words, many)


def by_day(db: Database, table: str, *, undated_last: bool = False, down: bool = False) -> list[int]:
    """The ids of all statements of a table that are not rejected, by the day of their meeting, within a day by number.

    SQLite joins a meeting to each of a hundred thousand rows and sorts them all; there are few days to put in order.
    """
    rows = f"SELECT id, meeting_id FROM {table} WHERE review <> 'rejected'"
    both = db.execute(f"SELECT json_group_array(id), json_group_array(meeting_id) FROM ({rows})").fetchone()
    ids, held = map(json.loads, both)
    meetings, days = map(json.loads, db.execute(_DAYS).fetchone())
    undated: list[int] = []
    heaps: dict[str | None, list[int]] = {None: undated}
    heap_of = {meeting: heaps.setdefault(day, []) for meeting, day in zip(meetings, days, strict=True)}
    for row_id, heap in zip(ids, map(heap_of.get, held, repeat(undated)), strict=True):
        heap.append(row_id)
    for heap in heaps.values():
        heap.sort()
    dated = [heaps[day] for day in sorted((day for day in heaps if day is not None), reverse=down)]
    return list(chain.from_iterable([*dated, undated] if undated_last else [undated, *dated]))


_DAYS = "SELECT json_group_array(id), json_group_array(date) FROM meeting"
_WORDS = "SELECT json_group_array(code), json_group_array(word) FROM ({})"


def _plain(word: str) -> str:
    """A word as SQLite's NOCASE compares it: only the letters A to Z have two sizes."""
    return word.translate(_SMALL)


_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
