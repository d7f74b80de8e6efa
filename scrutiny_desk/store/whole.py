"""The whole library at one moment, for the export."""

from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.domain.charges import Charge, Tenure
from scrutiny_desk.domain.chasing import Chaser
from scrutiny_desk.domain.deadlines import DueDay
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.house_rules import KeptRule
from scrutiny_desk.domain.issues import Issue, Tag
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.domain.notings import Noting
from scrutiny_desk.domain.people import Appearance, Person
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.recommendations import Response
from scrutiny_desk.domain.standings import StandingChange
from scrutiny_desk.domain.tracker import Tracked
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.store import (
    charges,
    chasers,
    documents,
    due_days,
    house_rules,
    issues,
    links,
    meetings,
    notings,
    people,
    questions,
    responses,
    standings,
    tracker,
    undertakings,
)


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything the export form holds, each kind in order of number."""

    documents: list[Document]
    meetings: list[Meeting]
    items: list[Item]
    people: list[Person]
    appearances: list[Appearance]
    questions: list[Question]
    undertakings: list[Undertaking]
    decisions: list[Decision]
    actions: list[Action]
    issues: list[Issue]
    tags: list[Tag]
    standings: list[StandingChange]
    due_days: list[tuple[str, int, DueDay]]
    charges: list[Charge]
    tenures: list[Tenure]
    responses: list[Response]
    chasers: list[Chaser]
    links: list[tuple[str, links.Row, links.Row]]
    tracked: dict[tracker.Thing, Tracked]
    rules: list[KeptRule]
    notings: list[Noting]


def whole(db: Database) -> Whole:
    """Everything, from the one moment that `db` shows."""
    return Whole(
        documents=documents.everything(db),
        meetings=meetings.everything(db),
        items=meetings.every_item(db),
        people=people.everything(db),
        appearances=people.every_appearance(db),
        questions=questions.everything(db),
        undertakings=undertakings.everything(db),
        decisions=undertakings.every_decision(db),
        actions=undertakings.every_action(db),
        issues=issues.everything(db),
        tags=issues.every_tag(db),
        standings=standings.everything(db),
        due_days=due_days.everything(db),
        charges=charges.everything(db),
        tenures=charges.every_tenure(db),
        responses=responses.everything(db),
        chasers=chasers.everything(db),
        links=links.everything(db),
        tracked=tracker.everything(db),
        rules=house_rules.everything(db),
        notings=notings.everything(db),
    )
