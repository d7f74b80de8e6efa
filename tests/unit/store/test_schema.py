"""The tables: strict, indexed where they refer, in step with the domain, and each either logged or known not to be."""

import re

import pytest

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import Circulation, Classification, DocumentKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import OUTSTANDING, Given, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.store import logged
from scrutiny_desk.store.queries.rows import OUTSTANDING as OUTSTANDING_SQL

STATES = [
    ("document", "kind", DocumentKind),
    ("document", "classification", Classification),
    ("restriction", "classification", Classification),
    ("block", "kind", BlockKind),
    ("appearance", "capacity", Capacity),
    ("question", "status", QuestionStatus),
    ("question", "review", Review),
    ("question", "classification", Classification),
    ("answer", "given", Given),
    ("undertaking", "state", State),
    ("undertaking", "review", Review),
    ("undertaking", "classification", Classification),
    ("decision", "kind", DecisionKind),
    ("decision", "review", Review),
    ("decision", "classification", Classification),
    ("action", "state", State),
    ("action", "review", Review),
    ("action", "classification", Classification),
    ("pack", "circulation", Circulation),
]


def tables(db) -> list[str]:
    sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '%sqlite_%'"
    return [row[0] for row in db.execute(sql)]


@pytest.mark.parametrize(("table", "column", "words"), STATES)
def test_the_states_a_table_allows_are_the_domains(library, table, column, words):
    with library.read() as db:
        sql = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [table]).fetchone()[0]
    allowed = re.search(rf"\b{column} TEXT[^(]*CHECK \({column} IN\s*\(([^)]*)\)", sql)
    assert allowed, f"{table}.{column} is not checked"
    assert re.findall(r"'(\w+)'", allowed[1]) == [str(word) for word in words]


def test_what_is_outstanding_is_the_domains():
    assert set(re.findall(r"'(\w+)'", OUTSTANDING_SQL)) == {str(status) for status in OUTSTANDING}


def test_every_table_is_strict(library):
    with library.read() as db:
        loose = db.execute(
            """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
            AND name NOT LIKE '%sqlite_%'"""
        ).fetchall()
    assert loose == []


def test_every_column_that_refers_to_another_table_leads_an_index(library):
    bare = []
    with library.read() as db:
        for table in tables(db):
            leading = {row[0] for row in db.execute(LEADING, {"table": table})}
            for (column,) in db.execute(f"SELECT \"from\" FROM pragma_foreign_key_list('{table}')"):
                if column not in leading:
                    bare.append(f"{table}.{column}")
    assert bare == []


LEADING = """SELECT (SELECT name FROM pragma_index_info(i.name) WHERE seqno = 0) FROM pragma_index_list(:table) i
UNION SELECT name FROM pragma_table_info(:table) WHERE pk = 1"""


def test_a_partial_index_serves_the_deletion_of_what_it_refers_to(library):
    """SQLite may use an index WHERE x IS NOT NULL for x = ?, which a cascade asks; were it not so, one delete in a
    large library would take seconds."""
    with library.read() as db:
        plan = db.execute("EXPLAIN QUERY PLAN SELECT 1 FROM source WHERE answer_id = ?", [1]).fetchall()
    assert "USING" in plan[0][3] and "source_answer" in plan[0][3]


def test_every_table_is_logged_or_known_not_to_be(library):
    with library.read() as db:
        words = {name for name in tables(db) if not name.startswith("block_words")}
    assert words == set(logged.OWNERS) | logged.UNLOGGED


def test_logged_tables_hold_nothing_the_log_cannot_keep(library):
    with library.read() as db:
        for table in logged.OWNERS:
            kinds = {row[0] for row in db.execute(f"SELECT type FROM pragma_table_info('{table}')")}
            assert kinds <= {"INTEGER", "TEXT", "REAL"}, table
