"""The register of recommendations: each with the executive's reply, by when it was due, and what has come of it."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.deadlines import DueDay
from scrutiny_desk.domain.documents import strictest
from scrutiny_desk.domain.recommendations import Progress, Reply, Response
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import Decision, DecisionKind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import deadlines, due_days, passages
from scrutiny_desk.services.dates import day
from scrutiny_desk.store import Database, Library, responses, restrictions, undertakings
from scrutiny_desk.store.queries import ROWS

RULE = "executive-response"
"""The statutory rule for a reply, which the program offers; a council may have its own."""

WORDS: dict[Reply, str] = {
    Reply.AWAITED: "reply awaited",
    Reply.RECEIVED: "reply received",
    Reply.ACCEPTED: "accepted",
    Reply.PARTLY_ACCEPTED: "partly accepted",
    Reply.REJECTED: "rejected",
}
PROGRESS: dict[Progress, str] = {
    Progress.NOT_STARTED: "not started",
    Progress.UNDER_WAY: "under way",
    Progress.PAUSED: "paused",
    Progress.COMPLETE: "complete",
}


def ids(library: Library, view: View = View()) -> list[int]:  # noqa: B008 - frozen
    """The recommendations a view asks for, oldest first: decisions of the kind "recommended"."""
    asked = replace(view, status=(str(DecisionKind.RECOMMENDED),), order=view.order or "date")
    return list(ROWS["decisions"](library.read).ids(asked))


def response(library: Library, decision_id: int) -> Response:
    """What is known of the reply to a recommendation."""
    with library.read() as db:
        return responses.get(db, decision_id)


def load(library: Library, decision_ids: Sequence[int]) -> dict[int, Response]:
    """The same for several, by number; an empty one for each of which nobody has said anything."""
    with library.read() as db:
        found = responses.load(db, decision_ids)
    return {each: found.get(each, Response(each)) for each in decision_ids}


def put(
    library: Library,
    decision_ids: Sequence[int],
    received_on: str,
    *,
    put_to: str = "",
    rule: str | None = None,
    nation: str = "England",
) -> Change:
    """Say that the executive (or whoever `put_to` names) had these recommendations on a day (ISO).

    With a `rule` of `deadlines.rules` the day its reply is due is worked out and kept with how; without one none is.
    """
    on = day(received_on)
    found = deadlines.work_out_by(rule, on, nation) if rule else None

    def work(db: Database) -> None:
        for decision_id in decision_ids:
            _recommended(db, decision_id)
            held = responses.get(db, decision_id)
            responses.keep(db, replace(held, put_to=" ".join(put_to.split()) or held.put_to, received_on=on))
            if found is not None:
                due_days.enter(db, Kind.DECISIONS, decision_id, DueDay(found[0], found[1], on))

    return library.write("Put to the executive", work)[1]


def reply(
    library: Library,
    decision_ids: Sequence[int],
    answer: Reply,
    on: str,
    *,
    reasons: str = "",
    document_id: int | None = None,
    spans: tuple[Span, ...] = (),
) -> Change:
    """Keep what the executive replied to these recommendations on a day (ISO), with the passage that shows it.

    `Trouble` where a rejection or a part acceptance bears no reasons, for the reasons are what members look for;
    a passage counts as them.
    """
    replied_on = day(on)
    if answer in (Reply.REJECTED, Reply.PARTLY_ACCEPTED) and not (reasons.strip() or spans):
        raise Trouble(
            f"To mark it as {WORDS[answer]}, give the reasons.", "Write them, or mark the passage that holds them."
        )

    def work(db: Database) -> None:
        shown = (passages.source(db, document_id, spans),) if document_id is not None and spans else ()
        for decision_id in decision_ids:
            _recommended(db, decision_id)
            held = responses.get(db, decision_id)
            fields = {"reply": answer, "replied_on": None if answer is Reply.AWAITED else replied_on}
            responses.keep(
                db, replace(held, **fields, reasons=" ".join(reasons.split()), sources=(*held.sources, *shown))
            )
            for source in shown:
                blocks = {span.block for span in source.spans}
                before = undertakings.extras(db, "decision", decision_id)["classification"]
                strict = strictest(before, restrictions.classification_of(db, source.document_id, blocks))
                undertakings.update_decision(db, decision_id, by_person=False, classification=str(strict))

    return library.write(f"Mark as {WORDS[answer]}", work)[1]


def report_progress(
    library: Library, decision_ids: Sequence[int], progress: Progress, on: str, *, words: str = ""
) -> Change:
    """Keep how far a recommendation has come, as reported on a day (ISO), with the report's words."""
    said_on = day(on)

    def work(db: Database) -> None:
        for decision_id in decision_ids:
            _recommended(db, decision_id)
            held = responses.get(db, decision_id)
            said = {"progress": progress, "progress_on": said_on, "progress_words": " ".join(words.split())}
            responses.keep(db, replace(held, **said))

    return library.write(f"Progress: {PROGRESS[progress]}", work)[1]


def _recommended(db: Database, decision_id: int) -> Decision:
    found = undertakings.decision(db, decision_id)
    if found.kind is not DecisionKind.RECOMMENDED:
        raise Trouble("Only a recommendation is put to the executive.", "Mark the decision as recommended first.")
    return found
