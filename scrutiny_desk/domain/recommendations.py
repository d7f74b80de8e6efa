"""Recommendations: what scrutiny asked the executive to do, its statutory reply, and what has come of it."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.sources import Source


class Reply(StrEnum):
    """The executive's reply; `RECEIVED` where one has come that nobody has read for what it says."""

    AWAITED = "awaited"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    REJECTED = "rejected"


class Progress(StrEnum):
    """How far what was accepted has come, as the executive reports it."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    PAUSED = "paused"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Response:
    """What is known of a recommendation's reply. Days are ISO; `how` says how the due day was worked out.

    `received_on` is the day the executive had the recommendation, from which its time runs. A recommendation of
    which nobody has said anything has one of these with no `id`.
    """

    decision_id: int
    id: int | None = None
    put_to: str = ""
    received_on: str | None = None
    due: str | None = None
    how: str = ""
    reply: Reply = Reply.AWAITED
    replied_on: str | None = None
    reasons: str = ""
    progress: Progress = Progress.NOT_STARTED
    progress_on: str | None = None
    progress_words: str = ""
    sources: tuple[Source, ...] = ()
