"""The rules of house styles that people made from corrections: which hold, switched, taken out, handed on as a file."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Classification, Document, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.house_rules import HouseRule, KeptRule, same_body
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.locations import own_styles
from scrutiny_desk.services.times import now
from scrutiny_desk.store import Database, Library, meetings, restrictions
from scrutiny_desk.store import house_rules as rows


def rules(library: Library) -> tuple[KeptRule, ...]:
    """Every rule of the library, those switched off too, by council, then in the order they were made."""
    with library.read() as db:
        return tuple(sorted(rows.everything(db), key=lambda kept: ((kept.rule.body or "").casefold(), kept.id)))


def holding(library: Library) -> tuple[HouseRule, ...]:
    """The rules that hold, for recognising a paper by."""
    with library.read() as db:
        return rows.active(db)


def council_of(db: Database, document: Document) -> tuple[str | None, str | None]:
    """The council and the committee of a paper, its meeting's where the paper names none."""
    meeting = meetings.get(db, document.meeting_id) if document.meeting_id is not None else None
    body = document.body or (meeting.body if meeting else None)
    return body, document.committee or (meeting.committee if meeting else None)


def of_paper(db: Database, document: Document, among: Sequence[HouseRule] | None = None) -> tuple[HouseRule, ...]:
    """Those of the rules that hold (or of these) that are for a paper of the library, by what it knows of the paper."""
    body, committee = council_of(db, document)
    return tuple(
        replace(rule, body=None, committee=None)
        for rule in (rows.active(db) if among is None else among)
        if same_body(rule.body, body) and (rule.committee is None or same_body(rule.committee, committee))
    )


def recogniser(db: Database, document: Document) -> Callable[[ReadDocument, DocumentKind | None], Findings]:
    """How a paper of the library is recognised today: by the styles, the user's own too, and by its council's rules;
    the second argument is what a person says the paper is."""
    from scrutiny_desk.recognition import recognise

    own, held = own_styles(), of_paper(db, document)
    return lambda read, kind=None: recognise(read, own_styles=own, kind=kind, rules=held)


def as_style(library: Library, body: str | None = None) -> tuple[str, int]:
    """The rules (of one council, or all) as the text of a house style file, and how many were left out.

    Left out is what was learnt from a passage that is held back by now: the file is for other people.
    """
    with library.read() as db:
        kept = [each for each in rows.everything(db) if body is None or same_body(each.rule.body, body)]
        open_ones = [each for each in kept if may_be_shown(db, each)]
    if body is not None and not kept:
        raise Trouble(f"There are no rules for {body}.", "“house-style rules” lists those there are.")
    bodies = list(dict.fromkeys(each.rule.body or "" for each in open_ones))
    lines = [
        f"name = {_text('rules of ' + (', '.join(bodies) or 'no council'))}",
        'title = "Rules made from corrections"',
        'about = "Handed on from a library of Scrutiny Desk: house-style import FILE takes them in."',
    ]
    for each in open_ones:
        lines += ["", "[[rules]]", *_lines(each)]
    return "\n".join(lines) + "\n", len(kept) - len(open_ones)


def may_be_shown(db: Database, kept: KeptRule) -> bool:
    """Whether the passage that taught a rule is public, so far as the library still has it."""
    if kept.document_id is None or kept.block is None:
        return True
    return restrictions.classification_of(db, kept.document_id, [kept.block]) is Classification.PUBLIC


def _lines(kept: KeptRule) -> list[str]:
    told = [f"# {kept.rule.sentence}"] + ([] if kept.active else ["# Switched off in the library it came from."])
    return told + [f"{field} = {_text(value)}" for field, value in kept.rule.fields.items() if value]


def _text(value: str) -> str:
    """A value as a TOML string: that of JSON is one too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_style(library: Library, path: Path, body: str | None = None) -> tuple[int, int]:
    """Write that text to a file: how many rules are in it, and how many were left out. `Trouble` where it cannot be."""
    text, left_out = as_style(library, body)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise Trouble(
            f"The rules could not be written to {path}: {fault.strerror or 'the system refused'}.",
            "Choose another folder.",
        ) from fault
    return text.count("\n[[rules]]"), left_out


def take_in(library: Library, path: Path, body: str | None = None) -> tuple[int, Change]:
    """Keep the rules of a house style file that are not here yet, in one step: how many were new. Papers that are in
    the library already are not read again by it. `body` is for rules that name no council. `Trouble` where the file
    holds no rule, or one that names no council."""
    from scrutiny_desk.recognition.house_style import load

    found = [rule if rule.body else replace(rule, body=body) for rule in load(path).rules]
    if not found:
        raise Trouble(f"“{path.name}” holds no rules.", "Choose a file that “house-style export” has written.")
    if any(not rule.body for rule in found):
        raise Trouble(
            f"“{path.name}” does not say for which council its rules are.",
            "Name it: house-style import FILE --body COUNCIL.",
        )

    def work(db: Database) -> int:
        held = {each.rule for each in rows.everything(db)}
        new = [rule for rule in dict.fromkeys(found) if rule not in held]
        for rule in new:
            rows.add(db, rule, made_at=now())
        return len(new)

    return library.write(f"Take in the rules of {path.name}", work)
