"""Views of a list that a person keeps under a name of their own: its filter, its order and the words typed."""

import json
from dataclasses import asdict, dataclass, fields

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.store import Database, Library, meta

_KEY = "saved_views"
_NAMES = frozenset(field.name for field in fields(View))


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of the list of one kind, by its name."""

    name: str
    kind: Kind
    view: View


def every(library: Library, kind: Kind) -> tuple[SavedView, ...]:
    """The views kept of one list, in order of name; of what a newer program kept, the part this one knows."""
    with library.read() as db:
        rows = _rows(db)
    found = [SavedView(row["name"], kind, _view(row["view"])) for row in rows if row["kind"] == kind.value]
    return tuple(sorted(found, key=lambda saved: saved.name.casefold()))


def keep(library: Library, name: str, kind: Kind, view: View) -> None:
    """Keep a view under a name; one of the same name and list gives way to it. `Trouble` where there is no name."""
    name = " ".join(name.split())
    if not name:
        raise Trouble("A view needs a name.", "Write what you will know it by.")

    def work(db: Database) -> None:
        rows = [row for row in _rows(db) if (row["name"], row["kind"]) != (name, kind.value)]
        _put(db, [*rows, {"name": name, "kind": kind.value, "view": asdict(view)}])

    library.write("Keep view", work, origin="program")


def drop(library: Library, name: str, kind: Kind) -> None:
    """Forget a view; one that is not there is no trouble."""

    def work(db: Database) -> None:
        _put(db, [row for row in _rows(db) if (row["name"], row["kind"]) != (name, kind.value)])

    library.write("Forget view", work, origin="program")


def _rows(db: Database) -> list[dict]:
    return json.loads(meta.value(db, _KEY) or "[]")


def _put(db: Database, rows: list[dict]) -> None:
    meta.put(db, _KEY, json.dumps(rows))


def _view(values: dict) -> View:
    known = {name: value for name, value in values.items() if name in _NAMES}
    return View(**{name: tuple(value) if isinstance(value, list) else value for name, value in known.items()})
