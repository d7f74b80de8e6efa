"""Names typed on the command line, and the things of the library they mean."""

from collections.abc import Sequence

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import folded
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import meetings, people, tables, tagging


def person(bench: Workbench, name: str) -> int:
    """The one person of this name; `Trouble` where nobody or several fit."""
    fitting = people.find(bench.library, name)
    if not fitting:
        raise NotFound(f"Nobody in the library is called {name}.", "See the names with: list witnesses.")
    if len(fitting) > 1:
        names = "; ".join(", ".join(filter(None, (p.name, p.post, p.organisation))) for p in fitting[:8])
        raise Trouble(f"{name} may be any of {len(fitting)} people: {names}.", "Give the whole name.")
    return fitting[0].id


def committee(bench: Workbench, name: str) -> str:
    """The one committee of this name, or whose name holds it."""
    known = meetings.committees(bench.library)
    return known[_only(name, known, "committee", "list meetings")]


def issue(bench: Workbench, name: str) -> int:
    """The one issue of this name, or whose name holds it."""
    known = tagging.issues(bench.library)
    return known[_only(name, [issue.name for issue in known], "issue", "list issues")].id


def meeting(bench: Workbench, typed: str) -> int:
    """The one meeting of this number, on this day, or of the committee and day whose words these are."""
    source = tables.rows(bench.library, Kind.MEETINGS)
    ids = list(source.ids(View()))
    if typed.isdecimal() and int(typed) in ids:
        return int(typed)
    at = [source.columns.index(name) for name in ("date", "committee", "body")]
    words = folded(typed).split()
    fitting = []
    for row in source.page(ids):
        text = folded(" ".join(str(row[column] or "") for column in at))
        if all(word in text for word in words):
            fitting.append((row[0], " ".join(str(row[column] or "") for column in at).strip()))
    if not fitting:
        raise NotFound(f"The library has no meeting {typed}.", "See the meetings with: list meetings.")
    if len(fitting) > 1:
        several = "; ".join(f"{number}: {words}" for number, words in fitting[:8])
        raise Trouble(f"{typed} may be any of {len(fitting)} meetings ({several}).", "Give its number.")
    return fitting[0][0]


def _only(typed: str, names: Sequence[str], noun: str, listed_by: str) -> int:
    """Where the one name meant by what was typed stands among the names."""
    wanted = folded(typed).strip()
    fitting = [at for at, name in enumerate(names) if folded(name) == wanted]
    fitting = fitting or [at for at, name in enumerate(names) if wanted in folded(name)]
    if not fitting:
        raise NotFound(f"The library has no {noun} called {typed}.", f"See what there is with: {listed_by}.")
    if len(fitting) > 1:
        several = "; ".join(names[at] for at in fitting[:8])
        raise Trouble(f"{typed} may mean several: {several}.", "Give the whole name.")
    return fitting[0]
