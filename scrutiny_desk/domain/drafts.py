"""A draft: what a person has made of a briefing, kept apart from its facts, which are gathered anew each time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.domain.briefing import Briefing, Line, Section, Voice


@dataclass(frozen=True, slots=True)
class Chosen:
    """One section as the person wants it.

    `key` is the heading the section is gathered under, empty for a section of the person's own; `heading` is what it
    is called, empty for its own name; `own` are the person's paragraphs, which come before what is gathered.
    """

    key: str
    heading: str = ""
    shown: bool = True
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The person's arrangement of one briefing, and what it said when it was last exported.

    `subject` says which briefing it is (`subject_of`). `facts` are the statements of the last export, `exported_at`
    its moment (ISO, with the time); both empty before the first. `number` counts the exports. `details` are header
    paragraphs of the person's own (label, words): "Author", "Contact officer".
    """

    subject: str
    title: str = ""
    sections: tuple[Chosen, ...] = ()
    final: bool = False
    number: int = 0
    exported_at: str = ""
    facts: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What the facts of a briefing say that the last export did not, and what that one said that no longer holds."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many facts have changed; one that reads otherwise now counts once."""
        return max(len(self.new), len(self.gone))


def subject_of(kind: str, **about: object) -> str:
    """The name a draft is kept under: "witness, witness 3", "outstanding, committee Audit Committee"."""
    return ", ".join([kind, *(f"{name} {value}" for name, value in sorted(about.items()) if value is not None)])


def choices(briefing: Briefing, draft: Draft) -> tuple[Chosen, ...]:
    """Every section there is to choose from, in the draft's order.

    Sections that are new since the draft was made come last, shown; those that are no longer gathered stay, so that
    what the person wrote in them is not lost.
    """
    known = {chosen.key for chosen in draft.sections if chosen.key}
    new = (Chosen(section.known_as) for section in briefing.sections if section.known_as not in known)
    return (*draft.sections, *new)


def arranged(briefing: Briefing, draft: Draft) -> Briefing:
    """The briefing with its sections as the person chose, ordered and named them, and with their own words in it."""
    gathered = {section.known_as: section for section in briefing.sections}
    made = []
    for chosen in choices(briefing, draft):
        section = gathered.get(chosen.key, Section(chosen.key))
        own = tuple(Line(words, Voice.OFFICER) for words in chosen.own if words.strip())
        written = replace(section, heading=chosen.heading or section.heading, key=chosen.key or chosen.heading)
        written = replace(written, lines=(*own, *section.lines))
        if chosen.shown and written.known_as and not written.is_empty:
            made.append(written)
    title = draft.title or briefing.title
    theirs = dict(draft.details)
    header = (*((label, theirs.pop(label, words)) for label, words in briefing.header), *theirs.items())
    return replace(briefing, title=title, header=header, sections=tuple(made), draft=not draft.final)


def facts(briefing: Briefing) -> tuple[str, ...]:
    """Every statement that rests on a source, in order: what a later export is compared with."""
    return tuple(words for section in briefing.sections for words in _facts(section))


def difference(briefing: Briefing, draft: Draft) -> Difference:
    """How the facts differ from those of the last export; nothing before the first."""
    if not draft.exported_at:
        return Difference()
    now, then = Counter(facts(briefing)), Counter(draft.facts)
    return Difference(tuple((now - then).elements()), tuple((then - now).elements()))


def exported(draft: Draft, briefing: Briefing, at: str) -> Draft:
    """The draft once this briefing has been exported at this moment."""
    return replace(draft, number=draft.number + 1, exported_at=at, facts=facts(briefing))


def _facts(section: Section) -> Iterator[str]:
    for line in section.lines:
        if any(each.citations for each in (line, *line.then)):
            yield _statement((line, *line.then))
    for row in section.table.rows if section.table else ():
        if any(line.citations for line in row):
            yield _statement(row)
    for inner in section.sections:
        yield from _facts(inner)


def _statement(lines: Sequence[Line]) -> str:
    return "; ".join(f"{line.label}: {line.text}" if line.label else line.text for line in lines if line.text)
