"""Every option declared once: its name, kind, default and the sentence that explains it; kept in a TOML file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """One option: `kind` is bool, int or str; `choices` limits a str; `sentence` explains it to a person."""

    name: str
    kind: type
    default: Any
    sentence: str
    choices: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None

    def accepts(self, value: object) -> bool:
        """Whether a value is of this option's kind and within its bounds."""
        if type(value) is not self.kind:
            return False
        if self.choices and value not in self.choices:
            return False
        if isinstance(value, int) and self.kind is int:
            return (self.lowest is None or value >= self.lowest) and (self.highest is None or value <= self.highest)
        return True


OPTIONS: tuple[Option, ...] = (
    Option("theme", str, "system", "The colours of the window.", ("system", "light", "dark", "contrast")),
    Option("text_size", int, 100, "The size of all text, in per cent.", lowest=80, highest=250),
    Option("own_name", str, "", "Your name as minutes print it, to list the questions you asked."),
    Option("body", str, "", "The council you serve on, named first in briefings."),
    Option(
        "nation",
        str,
        "England",
        "Whose bank holidays are left out of working days.",
        ("England", "Wales", "Scotland", "Northern Ireland"),
    ),
    Option(
        "very_late_after",
        int,
        20,
        "Working days past its day from which an answer is called very late.",
        lowest=1,
        highest=250,
    ),
    Option("briefing_template", str, "", "A Word template of your council for briefings; empty for our own."),
    Option(
        "circulation",
        str,
        "members",
        "For whom briefings are made unless you say otherwise.",
        ("public", "members", "restricted"),
    ),
    Option("briefings_folder", str, "", "Where briefings are saved; empty for your documents folder."),
    Option(
        "lock_after",
        int,
        0,
        "Minutes without a key or the mouse after which a library with a passphrase is locked; 0 for never.",
        lowest=0,
        highest=240,
    ),
    Option("template_styles", str, "", "Which styles of your council's Word templates serve for what."),
    Option("last_library", str, "", "The library that was open last."),
)


class Settings:
    """The options with the user's values; unknown keys of the file are kept, bad values fall back with a notice."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, Any] = {option.name: option.default for option in OPTIONS}
        self.notices: list[str] = []
        if path is not None and path.exists():
            self._load(path)

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[Option]:
        return iter(OPTIONS)

    def set(self, name: str, value: object) -> None:
        """Set an option and save it. ValueError where the option does not take this value."""
        option = next(option for option in OPTIONS if option.name == name)
        if not option.accepts(value):
            raise ValueError(f"{name} does not take {value!r}")
        self._values[name] = value
        self._save()

    def _load(self, path: Path) -> None:
        import tomllib

        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.notices.append(f"The settings in {path} could not be read; the usual ones are in use.")
            return
        for option in OPTIONS:
            if option.name not in found:
                continue
            if option.accepts(found[option.name]):
                self._values[option.name] = found[option.name]
            else:
                self.notices.append(f"The setting {option.name} in {path} is not one; the usual one is in use.")

    def _save(self) -> None:
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        if self._path is None:
            return
        try:
            document = tomlkit.parse(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, TOMLKitError):
            document = tomlkit.document()
        for option in OPTIONS:
            if self._values[option.name] != option.default or option.name in document:
                document[option.name] = self._values[option.name]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(tomlkit.dumps(document), encoding="utf-8")
