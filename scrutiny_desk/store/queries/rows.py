"""What every list shares: a filter and an order become one SQL query for ids, and a page of ids one for rows."""

import json
import re
from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.kept_orders import KeptOrders
from scrutiny_desk.store.queries.belonging import Belonging, By, belonging, by_day
from scrutiny_desk.store.queries.texts import Texts, texts_of
from scrutiny_desk.store.rows import IN, id_list

ASKED_FOR = 5_000
"""Up to how many rows the order or groups of these alone are asked for; of more, those of the whole list are quicker,
and there for the next view."""
TEXTS = "texts"
"""What the texts of a list are kept as, beside its orders."""
IN_TEXT = r"text LIKE :word ESCAPE '\'"
Reading = Callable[[], AbstractContextManager[Database]]
"""`Library.read`: what a list asks for a database with, in whatever thread it is asked itself."""


class Conditions:
    """The WHERE clause of a list, gathered piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.params: dict[str, Any] = {}

    def add(self, sql: str, **params: Any) -> None:
        """Ask for this as well."""
        self._pieces.append(f"({sql})")
        self.params.update(params)

    def add_if(self, sql: str, **params: Any) -> None:
        """Ask for this as well, if its values are there to be asked for."""
        if all(value is not None and value != "" for value in params.values()):
            self.add(sql, **params)

    def one_of(self, column: str, values: Sequence[str]) -> None:
        """Ask that a column hold one of these words; anything will do where there are none."""
        if values:
            names = [f"{column.replace('.', '_')}_{place}" for place in range(len(values))]
            marks = ", ".join(f":{name}" for name in names)
            self.add(f"{column} IN ({marks})", **dict(zip(names, map(str, values), strict=True)))

    def words(self, typed: str, sql: str) -> None:
        """Ask for each word typed: `sql` says where it may stand, with `:word` for the LIKE pattern."""
        for place, word in enumerate(typed.split()):
            self.add(sql.replace(":word", f":word_{place}"), **{f"word_{place}": _pattern(word)})

    def __str__(self) -> str:
        return " AND ".join(self._pieces) or "1"


class Rows:
    """A RowSource over the library. A kind of list says its columns, tables, orders and conditions.

    `columns` names what each row of a page holds, in order; `orders` the names a view may be ordered by; `groups`
    those it may be grouped by, `group_places` the words of a group that are not in order of the alphabet; `joined`
    the tables beside its own `table` that only some conditions and orders need, by the letter they go by. A list that
    `keeps_orders` is put in order once; by the people of a group, that is quicker than SQLite's way for all of it.
    `by_index` has the orders, by their names, in which an index alone gives every id of the table; `elsewhere` is SQL
    for the ids of what holds `:word` beside its own text, each part of it by an index, which may name one twice, and
    rejected ones too.
    """

    name = ""
    keeps_orders = False
    groups: dict[str, By] = {}
    group_places: dict[str, tuple[str, ...]] = {}
    by_index: dict[str, str] = {}
    elsewhere = ""
    columns: tuple[str, ...] = ()
    orders: dict[str, str] = {}
    order_tables: dict[str, str] = {}
    default_order = ""
    head = ""
    page_head = ""
    table = ""
    tables = ""
    joined: dict[str, str] = {}
    page_tables = ""
    select = ""

    def __init__(
        self,
        read: Reading,
        today: Callable[[], str] = lambda: date.today().isoformat(),
        kept: KeptOrders | None = None,
    ) -> None:
        self._read = read
        self._today = today
        self._kept = kept if self.keeps_orders else None

    def ids(self, view: View) -> Sequence[int]:
        """The ids the view shows, in its order; what has no value in that column comes last either way."""
        conditions = Conditions()
        self.where(view, conditions)
        where, params = str(conditions), conditions.params
        with self._read() as db:
            if self._kept is None or REJECTED in view.review:
                return _column(db, self._ordered(view, where), params)
            if replace(view, order="", group="") == View():
                return self._whole(db, view.order)
            if self.elsewhere and replace(view, order="", group="", words="") == View():
                wanted = self._holding(db, view.words.split())
                if not view.order:
                    return wanted
            else:
                wanted = _column(db, f"SELECT t.id FROM {self._tables(where)} WHERE {where}", params)
            if len(wanted) <= ASKED_FOR and self._kept.get(db, self.name, view.order) is None:
                return _column(db, self._ordered(view, f"t.id {IN}"), {"ids": id_list(wanted)})
            return _among(self._whole(db, view.order), _marks(wanted))

    def make_ready(self, order: str) -> None:
        """Put the whole list in this order once, so that the next view in this order is there at once."""
        with self._read() as db:
            if self._kept is not None:
                self._whole(db, order)
                if self.elsewhere and not order:
                    self._kept.found(db, self.name, TEXTS, lambda: self._texts(db))

    def grouped(self, view: View) -> tuple[Sequence[int], list[tuple[str | None, int]]]:
        """The ids in groups of one `view.group`, and each group's word with how many there are, in the same order.

        Within a group the view's order holds; what belongs to no group comes last, under None.
        """
        if view.group not in self.groups:
            return self.ids(view), []
        with self._read() as db:
            ids = self.ids(view)
            groups = self._belonging(db, view.group, ids).grouped(ids)
        ordered = sorted(groups, key=lambda name: _place(name, self.group_places.get(view.group, ())))
        return [row_id for name in ordered for row_id in groups[name]], [(n, len(groups[n])) for n in ordered]

    def page(self, ids: Sequence[int]) -> list[tuple[Any, ...]]:
        """The rows of these ids, in their order; an empty tuple for one that is gone."""
        rows = f"SELECT t.id, {self.select} FROM {self.tables} {self.page_tables} WHERE t.id {IN}"
        names = ", ".join(f'"{name}"' for name in self.columns)
        sql = f"""{self.page_head + "," if self.page_head else "WITH"} page ({names}) AS ({rows})
            SELECT json_group_array(json_array({names})) FROM page"""
        with self._read() as db:
            found = json.loads(db.execute(sql, {"ids": id_list(ids), **self.page_params()}).fetchone()[0])
        of = {row[0]: tuple(row) for row in found}
        return [of.get(row_id, ()) for row_id in ids]

    def _whole(self, db: Database, order: str) -> Sequence[int]:
        """The whole list in an order, as it is kept; found once where it is not."""
        assert self._kept is not None
        name, down = order.lstrip("-"), order.startswith("-")

        def find() -> Sequence[int]:
            if self.default_order == BY_DAY and name in ("", "date"):
                return by_day(db, self.table, undated_last=bool(name), down=down)
            if name in self.by_index:
                way = "DESC" if down else "ASC"
                every, ours = _column(db, self.by_index[name].format(way=way), {}), frozenset(self._whole(db, ""))
                return array("q", (row_id for row_id in every if row_id in ours))
            if name in self.groups and self.orders.get(name) == FIRST_PERSON:
                return self._belonging(db, name).sorted(self._whole(db, ""), down=down)
            conditions = Conditions()
            self.where(View(), conditions)
            return array("q", _column(db, self._ordered(View(order=order), str(conditions)), conditions.params))

        return self._kept.found(db, self.name, order, find)

    def _holding(self, db: Database, words: Sequence[str]) -> Sequence[int]:
        """The ids, in the list's own order, of what holds each of these words."""
        assert self._kept is not None
        wanted = self._whole(db, "")
        texts: Texts | None = self._kept.get(db, self.name, TEXTS)
        for word in words:
            found = _column(db, self.elsewhere, {"word": _pattern(word)})
            if texts is not None:
                texts = texts.holding(word, found)
                wanted = texts.ids
            else:
                found += _column(db, f"SELECT id FROM {self.table} WHERE {IN_TEXT}", {"word": _pattern(word)})
                wanted = _among(wanted, _marks(found))
        return wanted

    def _texts(self, db: Database) -> Texts:
        """The texts of the whole list, in its own order."""
        rows = f"SELECT id, text FROM {self.table}"
        both = db.execute(f"SELECT json_group_array(id), json_group_array(text) FROM ({rows})").fetchone()
        return texts_of(self._whole(db, ""), *map(json.loads, both))

    def _belonging(self, db: Database, group: str, ids: Sequence[int] | None = None) -> Belonging:
        """What the rows belong to: all of them, which is kept, or, where few are asked for, those alone."""
        by, what = self.groups[group], f"by {group}"
        if self._kept is None:
            return belonging(db, by, ids)
        known: Belonging | None = self._kept.get(db, self.name, what)
        if known is None and ids is not None and len(ids) <= ASKED_FOR:
            return belonging(db, by, ids)
        return known or self._kept.found(db, self.name, what, lambda: belonging(db, by))

    def _ordered(self, view: View, where: str) -> str:
        order = self._order(view.order)
        end = f"WHERE {where} ORDER BY {order}"
        return f"{self.head} SELECT t.id FROM {self._tables(end)} {self.tables_for(view)} {end}"

    def _tables(self, sql: str) -> str:
        """The tables that conditions and an order need: to join one to each row takes its time."""
        if not self.joined:
            return self.tables
        needed = (join for letter, join in self.joined.items() if re.search(rf"\b{letter}\.", sql))
        return " ".join([f"{self.table} t", *needed])

    def page_params(self) -> dict[str, Any]:
        """Further parameters that `select` names."""
        return {}

    def where(self, view: View, conditions: Conditions) -> None:
        """Put the view's conditions in."""
        raise NotImplementedError

    def tables_for(self, view: View) -> str:
        """Further tables that the view's order or conditions need."""
        return self.order_tables.get(view.order.lstrip("-"), "")

    def _order(self, order: str) -> str:
        name, direction = order.lstrip("-"), "DESC" if order.startswith("-") else "ASC"
        if name not in self.orders:
            return self.default_order
        keys = [self.orders[name], *([FIRST_LABEL] if self.orders[name] == FIRST_PERSON else [])]
        rest = "t.id" if name in self.by_index else self.default_order
        return ", ".join([*(f"{key} {direction} NULLS LAST" for key in keys), rest])


def _column(db: Database, sql: str, params: Mapping[str, Any]) -> list[int]:
    """A query's one column of ids, in its order; SQLite hands them over in one piece, as it does a page's rows.

    Fetched row by row, each row would wait for its turn of Python while another thread is busy.
    """
    return json.loads(db.execute(f"SELECT json_group_array(id) FROM ({sql})", params).fetchone()[0])


def _marks(ids: Sequence[int]) -> bytearray:
    """A mark at the place of each of these numbers: a list in another order goes through a set of them at random, and
    takes five times as long."""
    marks = bytearray(max(ids, default=0) + 1)
    for row_id in ids:
        marks[row_id] = 1
    return marks


def _among(ordered: Sequence[int], marks: bytearray) -> list[int]:
    """Those of the ids in order that are marked."""
    marks.extend(bytes(max(max(ordered, default=0) + 1 - len(marks), 0)))
    return [row_id for row_id in ordered if marks[row_id]]


def _pattern(word: str) -> str:
    """The LIKE pattern for what holds a word as it was typed."""
    plain = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"


def _place(word: str | None, places: Sequence[str]) -> tuple[bool, int, str]:
    """Where a group stands: in the places given, else by the alphabet; what is in no group stands last."""
    known = word in places
    return (word is None, places.index(word) if known else len(places), (word or "").casefold())


BY_DAY = "m.date, t.id"
"""The own order of lists of statements, of which `by_day` finds the whole."""

REJECTED = "rejected"
"""The one state of review whose rows the whole of a list is without."""

OUTSTANDING = "'partly_answered', 'promised', 'not_answered'"
"""The statuses that still want something of a witness, as SQL; a test compares them with the domain's.

Where a query comes from a few rows of another table, `+status IN` keeps SQLite from beginning at all open questions.
"""

NOT_PASSED = "NOT EXISTS (SELECT 1 FROM charge c WHERE c.question_id = q.id AND c.latest)"
"""SQL for: the question called `q` is still with those it was put to."""

OWING = {"question": "'put_to', 'answered_by'", "undertaking": "'made_by'", "action": "'owner'"}
"""The roles of those who owe a thing of each kind unless it was passed to somebody else, as SQL."""


def statement_page(owner: str) -> str:
    """The document, page and paragraph of a statement's first source, as the columns of a page."""
    first = f"FROM source WHERE {owner}_id = t.id ORDER BY id LIMIT 1"
    return ", ".join(f"(SELECT {column} {first})" for column in ("document_id", "page", "paragraph"))


def people_of(owner: str, role: str) -> str:
    """The names of those in a role, joined by a semicolon, as SQL."""
    names = f"""SELECT coalesce(p.name, w.name, w.label) AS words FROM who w LEFT JOIN person p ON p.id = w.person_id
        WHERE w.{owner}_id = t.id AND w.role = '{role}' ORDER BY w.position"""
    return f"(SELECT group_concat(words, '; ') FROM ({names}))"


def first_in(owner: str, role: str) -> str:
    """The tables to join for ordering by the first person in a role, who is then `FIRST_PERSON`.

    People are put in order once and statements by their places in it, which is far quicker than by their names.
    """
    return f"""LEFT JOIN who fw ON fw.{owner}_id = t.id AND fw.role = '{role}' AND fw.position = 0
        LEFT JOIN place fp ON fp.id = fw.person_id"""


def by_first(owner: str, role: str) -> By:
    """By the first person in a role, else by what the document calls whoever it was; each half by an index alone."""
    first = f"FROM who WHERE {owner}_id IS NOT NULL AND role = '{role}' AND position = 0"
    return By(
        (
            f"SELECT {owner}_id AS id, person_id AS code {first} AND person_id IS NOT NULL",
            f"SELECT {owner}_id AS id, coalesce(name, label) AS code {first} AND person_id IS NULL",
        ),
        "SELECT id AS code, name AS word FROM person ORDER BY name COLLATE NOCASE, id",
    )


def by_meeting(owner: str, word: str) -> By:
    """By a word of the meeting, which goes by `m`."""
    return By((f"SELECT id, meeting_id AS code FROM {owner}",), f"SELECT m.id AS code, {word} AS word FROM meeting m")


PLACES = """WITH place AS MATERIALIZED
    (SELECT id, row_number() OVER (ORDER BY name COLLATE NOCASE, id) AS number FROM person)"""
FIRST_PERSON = "fp.number"
FIRST_LABEL = "CASE WHEN fp.number IS NULL THEN coalesce(fw.name, fw.label) END COLLATE NOCASE"
"""Those who are nobody in the library come after those who are, by what the document calls them."""
MEETING = "nullif(coalesce(m.date, '') || char(9) || coalesce(m.committee, ''), char(9))"
"""The word of a meeting's group: its day, a tab, its committee."""
ITEM = "trim(coalesce(i.number, '') || ' ' || coalesce(i.title, ''))"


def statement_where(owner: str, view: View, conditions: Conditions) -> None:
    """The conditions that questions, undertakings, decisions and actions share."""
    conditions.add_if("t.meeting_id = :meeting", meeting=view.meeting)
    conditions.add_if("t.item_id = :item", item=view.item)
    conditions.add_if(f"t.id IN (SELECT {owner}_id FROM source WHERE document_id = :document)", document=view.document)
    conditions.add_if("m.committee = :committee COLLATE NOCASE", committee=view.committee)
    conditions.add_if("m.date >= :since", since=view.since)
    conditions.add_if("m.date <= :until", until=view.until)
    if view.review:
        conditions.one_of("t.review", view.review)
    else:
        conditions.add("t.review <> 'rejected'")


def in_role(owner: str, role: str, name: str) -> str:
    """SQL for: the person whose id is the parameter `name` has this role in the statement."""
    return f"t.id IN (SELECT {owner}_id FROM who WHERE person_id = :{name} AND role = '{role}')"


def words_of_statement(owner: str) -> str:
    """SQL for: a word stands in the statement's text, its people's names, its item or its committee."""
    return f"""t.text LIKE :word ESCAPE '\\'
        OR t.meeting_id IN (SELECT id FROM meeting WHERE committee LIKE :word ESCAPE '\\')
        OR t.item_id IN (SELECT id FROM item WHERE title LIKE :word ESCAPE '\\')
        OR t.id IN (SELECT {owner}_id FROM who WHERE person_id IS NULL AND {owner}_id IS NOT NULL AND
            (label LIKE :word ESCAPE '\\' OR name LIKE :word ESCAPE '\\'))
        OR t.id IN (SELECT w.{owner}_id FROM person p CROSS JOIN who w ON w.person_id = p.id
            WHERE p.name LIKE :word ESCAPE '\\' OR p.post LIKE :word ESCAPE '\\')"""
