"""The topics of Help, one Markdown file each under resources/help; the file's number sets the order."""

from dataclasses import dataclass

from scrutiny_desk import locations


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: the name other parts know it by, its title and its Markdown."""

    name: str
    title: str
    text: str


def topics() -> list[Topic]:
    """Every topic in order."""
    found = []
    for path in sorted((locations.resources() / "help").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].lstrip("# ").strip()
        found.append(Topic(path.stem.partition("-")[2], title, text))
    return found
