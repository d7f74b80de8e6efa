"""What people said in the registers, in the export: standings, due days, charges, tenures, replies, chasers, links."""

from typing import Any

from scrutiny_desk.domain.charges import Charge, Tenure
from scrutiny_desk.domain.chasing import Chaser
from scrutiny_desk.domain.house_rules import KeptRule
from scrutiny_desk.domain.notings import Noting
from scrutiny_desk.domain.recommendations import Response
from scrutiny_desk.domain.standings import StandingChange
from scrutiny_desk.services import exported_sources
from scrutiny_desk.store.whole import Whole

Row = dict[str, Any]


def as_data(whole: Whole) -> Row:
    """Every entry of the registers' histories, each kind in the order of entry; `of` says what a row is about."""
    return {
        "standings": [_standing(row) for row in whole.standings],
        "due_days": [
            {"of": [kind, row_id], "due": day.due, "how": day.how or None, "said_on": day.said_on}
            for kind, row_id, day in whole.due_days
        ],
        "charges": [_charge(row) for row in whole.charges],
        "tenures": [_tenure(row) for row in whole.tenures],
        "replies": [response(row) for row in whole.responses],
        "chasers": [_chaser(row) for row in whole.chasers],
        "tracked": [
            {"of": list(thing), "ref": held.ref or None, "progress": held.progress or None}
            for thing, held in whole.tracked.items()
            if held.ref or held.progress
        ],
        "house_rules": [_rule(kept) for kept in whole.rules],
        "noted": [_noting(row) for row in whole.notings],
        "links": [{"relation": relation, "of": list(one), "to": list(other)} for relation, one, other in whole.links],
    }


def response(row: Response) -> Row:
    """The executive's reply to a recommendation."""
    return {
        "decision_id": row.decision_id,
        "put_to": row.put_to or None,
        "received_on": row.received_on,
        "due": row.due,
        "how": row.how or None,
        "reply": str(row.reply),
        "replied_on": row.replied_on,
        "reasons": row.reasons or None,
        "progress": str(row.progress),
        "progress_on": row.progress_on,
        "progress_words": row.progress_words or None,
        "sources": exported_sources.every(row.sources),
    }


def _rule(kept: KeptRule) -> Row:
    rule = kept.rule
    return {
        "id": kept.id,
        "kind": str(rule.kind),
        "words": rule.words,
        "body": rule.body,
        "committee": rule.committee,
        "name": rule.name or None,
        "post": rule.post or None,
        "capacity": None if rule.capacity is None else str(rule.capacity),
        "active": kept.active,
        "document_id": kept.document_id,
        "paragraph": None if kept.block is None else kept.block + 1,
    }


def _standing(row: StandingChange) -> Row:
    return {
        "question_id": row.question_id,
        "standing": str(row.standing),
        "day": row.day,
        "detail": row.detail or None,
        "shown_by": row.shown_by or None,
        "closed": row.closed,
        "status": str(row.status),
        "sources": exported_sources.every(row.sources),
    }


def _charge(row: Charge) -> Row:
    return {
        "of": [row.kind, row.row_id],
        "person_id": row.person_id,
        "name": row.name,
        "post": row.post,
        "organisation": row.organisation,
        "since": row.since,
        "reason": row.reason or None,
        "latest": row.latest,
    }


def _tenure(row: Tenure) -> Row:
    return {
        "person_id": row.person_id,
        "post": row.post,
        "organisation": row.organisation,
        "since": row.since,
        "until": row.until,
        "shown_by": row.shown_by or None,
    }


def _chaser(row: Chaser) -> Row:
    return {
        "person_id": row.person_id,
        "step": row.step,
        "title": row.title,
        "day": row.day,
        "sent_to": row.sent_to or None,
        "words": row.words or None,
        "asked_for": [list(thing) for thing in row.asked_for],
    }


def _noting(row: Noting) -> Row:
    return {
        "of": [row.kind, row.row_id],
        "meeting_id": row.meeting_id,
        "day": row.day,
        "time": row.time,
        "words": row.words,
        "seems": row.seems,
        "settled": str(row.settled) or None,
    }
