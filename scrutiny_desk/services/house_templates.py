"""A council's own Word template: which of its styles serves for what, as found and as a person has chosen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk.briefing import house, opening
from scrutiny_desk.domain.troubles import Trouble


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """One thing a style is for: its `role` as the choice is kept, `said` as a person is asked, the style of the
    template that serves (None where it has none and ours is used), and those there are to choose from."""

    role: str
    said: str
    style: str | None
    choices: tuple[str, ...]


def styles(template: Path, chosen: Mapping[str, str] | None = None) -> tuple[RoleStyle, ...]:
    """What serves for what in this template, with what a person has chosen. `Trouble` where it is no Word file."""
    document = opening.opened(template).document
    paragraphs, tables = house.named(document), house.named(document, tables=True)
    found = house.found(document, chosen)
    return tuple(
        RoleStyle(str(role), house.CHOSEN[role], style, tables if role is house.Role.TABLE else paragraphs)
        for role, style in found.items()
    )


def mapping_of(kept: str, template: Path | None) -> dict[str, str]:
    """What was chosen for a template of this name, role to style; nothing where none is used or nothing was."""
    return dict(_read(kept).get(_key(template), {})) if template else {}


def keeping(kept: str, template: Path, chosen: Mapping[str, str]) -> str:
    """What is kept once this is chosen for this template; choosing nothing forgets it."""
    every = {**_read(kept), _key(template): dict(chosen)}
    return json.dumps({name: held for name, held in every.items() if held}, ensure_ascii=False, sort_keys=True)


def refuse(template: Path) -> None:
    """Raise `Trouble` where this cannot be used as a template."""
    if not template.is_file():
        raise Trouble(f"There is no file {template.name} where the template is to be.", "Choose the template again.")
    opening.opened(template)


def _key(template: Path) -> str:
    return template.name.casefold()


def _read(kept: str) -> dict[str, dict[str, str]]:
    """The choices as kept; nothing where somebody has spoilt them by hand."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: {role: style for role, style in held.items() if isinstance(style, str)}
        for name, held in found.items()
        if isinstance(held, dict)
    }
