"""What there is to brief about: the witnesses, meetings, issues, committees and documents of a library, by name."""

from scrutiny_desk.desk import words
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import meetings, tables, tagging

MOST = 2000
"""Documents that a list to choose from holds: the newest of them."""


def offers(library) -> dict[str, list[tuple[object, str]]]:  # noqa: ANN001 - the store's class
    """Each kind of thing with its ids and names."""
    witnesses, held = tables.witnesses(library), tables.rows(library, Kind.MEETINGS)
    people = [dict(zip(witnesses.columns, row, strict=True)) for row in witnesses.page(witnesses.ids(View())) if row]
    found = [dict(zip(held.columns, row, strict=True)) for row in held.page(held.ids(View())) if row]
    return {
        "witness": [(p["id"], f"{p['name']}, {p['post']}" if p["post"] else p["name"]) for p in people],
        "meeting": [(m["id"], f"{words.day(m['date'])}, {m['committee'] or tr('committee not known')}") for m in found],
        "issue": [(issue.id, issue.name) for issue in tagging.issues(library)],
        "committee": [(name, name) for name in meetings.committees(library)],
    }


def papers(library) -> list[tuple[int, str]]:  # noqa: ANN001 - the store's class
    """The documents there are to put into a pack, newest first, by kind, committee, day and file."""
    held = tables.rows(library, Kind.DOCUMENTS)
    found = [dict(zip(held.columns, row, strict=True)) for row in held.page(held.ids(View())[:MOST]) if row]
    made = []
    for one in found:
        parts = (one.get("committee"), words.day(one["date"]) if one.get("date") else "", one["file_name"])
        made.append((one["id"], ", ".join(filter(None, parts))))
    return made
