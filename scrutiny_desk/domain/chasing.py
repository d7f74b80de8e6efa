"""Chasing: the steps a council takes for an answer that does not come, and what has been sent so far."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChaserStep:
    """One step, as the council names it: "First chaser", "Chair's letter to the chief executive".

    `after` is how many working days pass before it, since the due day for the first step and since the step before
    for the others. `to` says whom it goes to: "owner" is who owes the answer, else a post ("chief executive") or
    "agenda" for an item on the next agenda. `opening`, `closing` and `subject` are its fixed words.
    """

    key: str
    title: str
    after: int
    to: str
    subject: str
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Chaser:
    """A chaser on record: which step, on what day (ISO), to whom, its words, and what it asked for.

    `asked_for` are pairs of "question", "undertaking", "action" or "decision" and a number.
    """

    id: int
    person_id: int | None
    step: str
    title: str
    day: str
    sent_to: str
    words: str
    asked_for: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NextChaser:
    """The step that comes next and the first day (ISO) it may be taken; `how` says why that day.

    `step` is None once every step has been taken.
    """

    step: ChaserStep | None
    not_before: str | None
    how: str
    taken: int
