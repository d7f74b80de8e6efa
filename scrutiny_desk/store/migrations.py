"""Making a library, and bringing an older one up to date with a copy kept first."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from sqlite3 import complete_statement

from sqlite_utils import Database, Migrations

from scrutiny_desk.store import connection
from scrutiny_desk.store.faults import DAMAGED, told_plainly, trouble
from scrutiny_desk.store.schema import (
    m0001_first,
    m0001_rest,
    m0002_drafts,
    m0003_owed,
    m0004_register,
    m0005_tracker,
    m0006_packs,
    m0008_prints,
    m0009_placings,
    m0010_house_rules,
    m0011_noted,
    m0013_orders,
    m0014_missed_rules,
)

KEPT_COPIES = 3

steps = Migrations("scrutiny_desk")


@steps(name="m0001_first")
def _first(db: Database) -> None:
    for tables in (m0001_first.TABLES, m0001_rest.TABLES):
        for statement in _statements(tables):
            db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('undo_horizon', '0')")


@steps(name="m0002_drafts")
def _drafts(db: Database) -> None:
    for statement in _statements(m0002_drafts.TABLES):
        db.execute(statement)


@steps(name="m0003_owed")
def _owed(db: Database) -> None:
    for statement in _statements(m0003_owed.TABLES):
        db.execute(statement)


@steps(name="m0004_register")
def _register(db: Database) -> None:
    for statement in _statements(m0004_register.TABLES):
        db.execute(statement)


@steps(name="m0005_tracker")
def _tracker(db: Database) -> None:
    for statement in _statements(m0005_tracker.TABLES):
        db.execute(statement)


@steps(name="m0006_packs")
def _packs(db: Database) -> None:
    for statement in _statements(m0006_packs.TABLES):
        db.execute(statement)


@steps(name="m0008_prints")
def _prints(db: Database) -> None:
    for statement in _statements(m0008_prints.TABLES):
        db.execute(statement)


@steps(name="m0009_placings")
def _placings(db: Database) -> None:
    for statement in _statements(m0009_placings.TABLES):
        db.execute(statement)


@steps(name="m0010_house_rules")
def _house_rules(db: Database) -> None:
    for statement in _statements(m0010_house_rules.TABLES):
        db.execute(statement)


@steps(name="m0011_noted")
def _noted(db: Database) -> None:
    for statement in _statements(m0011_noted.TABLES):
        db.execute(statement)


@steps(name="m0013_orders")
def _orders(db: Database) -> None:
    for statement in _statements(m0013_orders.TABLES):
        db.execute(statement)


@steps(name="m0014_missed_rules")
def _missed_rules(db: Database) -> None:
    for statement in _statements(m0014_missed_rules.TABLES):
        db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, which end at the end of a line; `executescript` looks at every letter, and takes
    longer over it than SQLite over the tables."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if line.endswith(";") and complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines.clear()


def make(path: Path) -> None:
    """Make a new, empty library in this file; nothing is left behind where that fails."""
    try:
        _apply(path)
    except BaseException:
        for name in (path, *(path.with_name(path.name + tail) for tail in ("-wal", "-shm", "-journal"))):
            name.unlink(missing_ok=True)
        raise


def bring_up_to_date(path: Path, *, copied: Callable[[Path], None] = lambda _path: None) -> bool:
    """Apply what this library lacks; whether anything was. `copied` learns where the copy made before it stands."""
    with closing(connection.reader(path)) as db:
        lacking = steps.pending(db)
    if not lacking:
        return False
    copied(_keep_copy(path, lacking[0].name))
    _apply(path)
    return True


def refuse_changed_tables(path: Path) -> None:
    """Raise LibraryTrouble where the tables are not the ones this program makes: damaged, or another's doing.

    A library of a newer minor form may have tables that are not known here, and is let through.
    """
    with told_plainly(path), closing(connection.reader(path)) as db:
        if db.execute("PRAGMA user_version").fetchone()[0] != connection.USER_VERSION:
            return
        if _tables(db) != _expected_tables():
            raise trouble(DAMAGED, path)


def _tables(db: Database) -> frozenset[tuple[str, str]]:
    # What the planner, the search index and sqlite-utils keep for themselves varies with their versions.
    sql = """SELECT name, coalesce(sql, '') FROM sqlite_schema
             WHERE name NOT LIKE '%sqlite_%' AND name NOT LIKE 'block\\_words\\_%' ESCAPE '\\'"""
    return frozenset(db.execute(sql))


@cache
def _expected_tables() -> frozenset[tuple[str, str]]:
    with closing(Database(memory=True, execute_plugins=False)) as db:
        steps.apply(db)
        return _tables(db)


def _keep_copy(path: Path, name: str) -> Path:
    copy = path.with_name(f"{path.stem}.before-{name}{path.suffix}")
    copy.unlink(missing_ok=True)
    with closing(connection.reader(path)) as db:
        db.execute("PRAGMA query_only = OFF")
        db.execute("VACUUM INTO ?", [str(copy)])
    copies = sorted(path.parent.glob(f"{path.stem}.before-*{path.suffix}"), key=lambda file: file.stat().st_mtime)
    for old in copies[:-KEPT_COPIES]:
        old.unlink()
    return copy


def _apply(path: Path) -> None:
    """All in one transaction, so that two programs that open an older library at once do not both begin."""
    with closing(connection.writer(path)) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            new = not db.execute("PRAGMA application_id").fetchone()[0]
            steps.apply(db)
            if not new:
                # What an older form of the tables logged cannot be inverted in the new one; the log itself stays.
                db.execute("UPDATE meta SET value = (SELECT coalesce(max(id), 0) FROM step) WHERE key = 'undo_horizon'")
            db.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {connection.USER_VERSION}")
            db.commit()
        except BaseException:
            db.rollback()
            raise
        if not new:
            db.execute("ANALYZE")
        connection.settle(db)
