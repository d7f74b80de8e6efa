"""How often the program is right about a council, by what the person has said of its findings."""

from collections import Counter
from dataclasses import dataclass

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.store import Database, Library, documents, meetings, questions, undertakings


@dataclass(frozen=True, slots=True)
class HitRate:
    """What a person has said of the findings of one kind in one council's papers (`body` None: not known)."""

    body: str | None
    kind: Kind
    confirmed: int
    corrected: int
    rejected: int
    added: int

    @property
    def right(self) -> float | None:
        """Of the findings a person has looked at, the share that were right as they stood; None where none was."""
        seen = self.confirmed + self.corrected + self.rejected
        return self.confirmed / seen if seen else None

    @property
    def found(self) -> float | None:
        """Of what there was to find, as far as a person has said, the share the program found; None where unknown."""
        real = self.confirmed + self.corrected + self.added
        return (self.confirmed + self.corrected) / real if real else None


def hit_rates(library: Library) -> list[HitRate]:
    """The rates by council and kind, in order of the council's name; only where a person has said something."""
    counted: dict[tuple[str | None, Kind], Counter[Review]] = {}
    with library.read() as db:
        bodies = _bodies(db)
        for kind, rows in (
            (Kind.QUESTIONS, questions.everything(db)),
            (Kind.UNDERTAKINGS, undertakings.everything(db)),
            (Kind.DECISIONS, undertakings.every_decision(db)),
            (Kind.ACTIONS, undertakings.every_action(db)),
        ):
            for row in rows:
                body = bodies.get(row.sources[0].document_id) if row.sources else None
                counted.setdefault((body, kind), Counter())[_said(db, row)] += 1
    rates = [
        HitRate(
            body,
            kind,
            reviews[Review.CONFIRMED],
            reviews[Review.CORRECTED],
            reviews[Review.REJECTED],
            reviews[Review.ADDED],
        )
        for (body, kind), reviews in counted.items()
        if set(reviews) - {Review.SUGGESTED}
    ]
    return sorted(rates, key=lambda rate: (rate.body is None, rate.body or "", rate.kind))


def _said(db: Database, row: Question | Undertaking | Decision | Action) -> Review:
    """What a person has said of a finding. That a question was answered since does not make it a wrong one."""
    followed = isinstance(row, Question) and row.review is Review.CORRECTED and questions.only_followed_up(db, row.id)
    return Review.CONFIRMED if followed else row.review


def _bodies(db: Database) -> dict[int, str | None]:
    """The council of each document, its meeting's where the paper names none."""
    held = {meeting.id: meeting.body for meeting in meetings.everything(db)}
    return {
        document.id: document.body or (held.get(document.meeting_id) if document.meeting_id is not None else None)
        for document in documents.everything(db)
    }
