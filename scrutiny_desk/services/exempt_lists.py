"""Each nation's list of what may be held back from the public, as data that the user may correct."""

from typing import Any

from scrutiny_desk.domain.exemptions import ExemptList, ExemptParagraph, Nation, numbers
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import data_files

__all__ = ["CHECKED", "explained", "lists", "of_nation"]

_FILE = "exempt_information.toml"
CHECKED = {
    "source": "held against the published Act",
    "part": "held against published sources in part",
    "memory": "not checked against the Act: look it up before relying on it",
}
"""How surely a list was checked when it was put in, in words."""


def lists() -> tuple[ExemptList, ...]:
    """Every nation's list: those in the user's own file where there is one, else the program's."""
    return tuple(_list(row) for row in data_files.table(_FILE).get("list", []))


def of_nation(nation: str) -> ExemptList | None:
    """The list of one nation ("england" or "England"); None where there is none."""
    wanted = nation.casefold().replace(" ", "_")
    return next((each for each in lists() if each.nation == wanted), None)


def explained(paragraph: str | None, nation: str) -> str:
    """What the paragraphs a paper names are about: "paragraph 3 (about ...)"; "" where it names none.

    A number that the nation's list does not have, or a paper that names no nation, is given as printed.
    """
    if not paragraph:
        return ""
    held = of_nation(nation) if nation else None
    told = []
    for number in numbers(paragraph) or (paragraph,):
        about = held.about(number) if held else ""
        told.append(f"{number} ({about})" if about else number)
    return f"paragraph{'s' if len(told) > 1 else ''} {', '.join(told[:-1])}{' and ' if told[1:] else ''}{told[-1]}"


def _list(row: dict[str, Any]) -> ExemptList:
    try:
        return ExemptList(
            nation=Nation(row["nation"]),
            schedule=row["schedule"],
            verified=row["verified"],
            source=row["source"],
            paragraphs=tuple(ExemptParagraph(str(number), str(about)) for number, about in row["paragraphs"]),
            note=row.get("note", ""),
        )
    except (KeyError, ValueError, TypeError) as fault:
        raise Trouble(
            f"A list of exempt information in {_FILE} is not complete ({fault}).",
            "Give it a nation, schedule, source, verified and paragraphs, as the others have.",
        ) from fault
