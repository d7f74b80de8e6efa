"""Tags suggested by rules in a person's own words: offered on import and when asked for, laid on by a person only.

A rule is words that must all stand, "words in this order", a prefix*, with a comma between one way of saying it and
another; or a question that others are like. What was refused once is not suggested again.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.issues import TagOffer, TagRule
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services.alike import bare
from scrutiny_desk.services.echoes import resembles
from scrutiny_desk.store import Database, Library, issues, questions
from scrutiny_desk.store import tag_rules as rows

LIKE, SHARED = 0.5, 3
"""How much of a question's telling words another must hold to be like it, and how many of them at least."""
SHOWN = 80
_PART = re.compile(r'"([^"]*)"|“([^”]*)”|([^\s"“”]+)')


@dataclass(frozen=True, slots=True)
class Told:
    """A rule as a person reads it: their words, or the question that others are to be like."""

    rule: TagRule
    words: str


def rules(library: Library, issue_id: int) -> tuple[Told, ...]:
    """The rules of an issue, in the order they were made."""
    with library.read() as db:
        held = rows.of_issue(db, issue_id)
        liked = {one.id: one.text for one in questions.load(db, [r.question_id for r in held if r.question_id])}
    return tuple(Told(rule, rule.words or liked.get(rule.question_id or 0, "")) for rule in held)


def add_rule(library: Library, issue_id: int, words: str) -> Change:
    """Let these words suggest an issue, and look through the library with them, in one step. `Trouble` where there is
    no word in them."""
    wanted = " ".join(words.split())
    if not any(_ways(wanted)):
        raise Trouble("There is no word to look for.", "Write the words that questions on this issue hold.")
    return library.write("Add a rule", lambda db: _add(db, issue_id, words=wanted))[1]


def add_likeness(library: Library, issue_id: int, question_ids: Sequence[int]) -> Change:
    """Let questions like these suggest an issue, and look through the library for them, in one step."""

    def work(db: Database) -> None:
        for question_id in question_ids:
            _add(db, issue_id, question_id=question_id)

    return library.write("Add a rule", work)[1]


def remove_rule(library: Library, rule_id: int) -> Change:
    """Take a rule away, with what it suggests still; what was tagged or refused stays so."""
    return library.write("Remove a rule", lambda db: rows.remove(db, rows.get(db, rule_id).id))[1]


def look(library: Library, issue_id: int | None = None) -> tuple[int, Change]:
    """Look through the whole library with the rules of an issue, or with all; how much is newly suggested."""

    def work(db: Database) -> int:
        held = rows.of_issue(db, issue_id) if issue_id is not None else rows.everything(db)
        return _suggest(db, held, None)

    return library.write("Look for tags to suggest", work)


def suggest(db: Database, question_ids: Collection[int]) -> int:
    """Within an import: let every rule look at these questions; how much is newly suggested."""
    held = rows.everything(db)
    return _suggest(db, held, question_ids) if held and question_ids else 0


def waiting(library: Library, issue_id: int) -> tuple[TagOffer, ...]:
    """What the rules of an issue suggest and nobody has said a word about, the oldest suggestion first."""
    with library.read() as db:
        return tuple(rows.waiting(db, issue_id))


def settled(library: Library, issue_id: int) -> frozenset[int]:
    """The questions for which an issue was taken or refused once."""
    with library.read() as db:
        return rows.settled(db, issue_id)


def accept(library: Library, issue_id: int, question_ids: Sequence[int]) -> Change:
    """Lay an issue on the questions it is suggested for, in one step."""

    def work(db: Database) -> None:
        for question_id in question_ids:
            issues.tag(db, issues.get(db, issue_id).id, None, question_id=question_id)
        rows.settle(db, issue_id, question_ids, "taken")

    return library.write("Tag question" if len(question_ids) == 1 else f"Tag {len(question_ids)} questions", work)[1]


def refuse(library: Library, issue_id: int, question_ids: Sequence[int]) -> Change:
    """Say that an issue does not belong to these questions; it is not suggested for them again."""
    some = "suggestion" if len(question_ids) == 1 else f"{len(question_ids)} suggestions"
    return library.write(f"Refuse {some}", lambda db: rows.settle(db, issue_id, question_ids, "refused"))[1]


def holds(words: str, text: str) -> str:
    """The way of saying it, of those in a rule's words, that a text holds; empty where it holds none."""
    return _held(list(_ways(words)), _plain(text))


# --- how a rule looks

_Way = tuple[str, tuple[tuple[tuple[str, ...], bool], ...]]
"""A way of saying it: its words as typed, and its parts: words in order, and whether the last is a beginning only."""


def _add(db: Database, issue_id: int, *, words: str = "", question_id: int | None = None) -> None:
    rule = rows.add(db, issues.get(db, issue_id).id, words=words, question_id=question_id)
    _suggest(db, [rows.get(db, rule)], None)


def _suggest(db: Database, held: Sequence[TagRule], ids: Collection[int] | None) -> int:
    texts = [(row_id, text, _plain(f"{text} {beside}")) for row_id, text, beside in rows.texts(db, ids)]
    known: dict[int, set[int]] = {}
    found = 0
    for rule in held:
        seen = known.setdefault(rule.issue_id, set(rows.not_to_suggest(db, rule.issue_id)))
        for question_id, why in _matching(db, rule, texts):
            if question_id not in seen:
                rows.offer(db, rule.issue_id, question_id, rule.id, why)
                seen.add(question_id)
                found += 1
    return found


def _matching(db: Database, rule: TagRule, texts: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, str]]:
    """The questions that a rule finds, each with why."""
    if rule.question_id is not None:
        model = questions.get(db, rule.question_id).text
        shown = model if len(model) <= SHOWN else model[: SHOWN - 1].rstrip() + "…"
        for question_id, text, _words in texts:
            share, shared = resembles(model, text)
            if question_id != rule.question_id and share >= LIKE and len(shared) >= SHARED:
                yield question_id, f"It is like “{shown}”: {', '.join(shared[:4])}."
        return
    ways = list(_ways(rule.words))
    for question_id, _text, words in texts:
        if way := _held(ways, words):
            yield question_id, f"It holds {way}."


def _ways(words: str) -> Iterator[_Way]:
    for way in re.split(r"[,;]", words):
        parts = []
        for quoted, curly, word in _PART.findall(way):
            plain = tuple(map(_root, bare(quoted or curly or word).split()))
            if plain:
                parts.append((plain, word.endswith("*")))
        if parts:
            yield way.strip(), tuple(parts)


def _plain(text: str) -> str:
    """The words of a text between spaces, one and many alike."""
    return f" {' '.join(map(_root, bare(text).split()))} "


def _held(ways: Iterable[_Way], words: str) -> str:
    for said, parts in ways:
        if all(f" {' '.join(part)}{'' if begins else ' '}" in words for part, begins in parts):
            return said
    return ""


def _root(word: str) -> str:
    """A word without the end of its plural: "families" and "family", "buses" and "bus" are one."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and (word.endswith(("sses", "ches", "shes", "xes")) or word == "buses"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
