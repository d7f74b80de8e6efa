"""Issues in their tree, and the passages and questions tagged with them."""

from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.issues import Issue, Sitting, Tag
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import passages
from scrutiny_desk.store import Database, Library, documents
from scrutiny_desk.store import issues as rows

COLOURS = ("#8c2d19", "#2b6437", "#1f4e8c", "#6b3a82", "#7a5200", "#00606b", "#8a2557", "#4a4a4a")
"""Colours offered for a new issue, in turn; each has a contrast with white of at least 4.5 to 1."""


def issues(library: Library) -> tuple[Issue, ...]:
    """Every issue, parents before their children, in order of name."""
    with library.read() as db:
        every = sorted(rows.everything(db), key=lambda issue: issue.name.casefold())
    known = {issue.id for issue in every}

    def under(parent: int | None) -> list[Issue]:
        here = [i for i in every if i.parent_id == parent or (parent is None and i.parent_id not in known | {None})]
        return [each for issue in here for each in (issue, *under(issue.id))]

    return tuple(under(None))


def counts(library: Library) -> dict[int, int]:
    """How many questions and passages bear each issue or one under it, by its id, as its page lists them; an issue
    without any is not in it. A question that bears several of them is counted once."""
    with library.read() as db:
        above = {issue.id: issue.parent_id for issue in rows.everything(db)}
        tags = rows.every_tag(db)
    borne: dict[int, set[tuple[str, int]]] = {}
    for tag in tags:
        thing = ("passage", tag.id) if tag.question_id is None else ("question", tag.question_id)
        issue: int | None = tag.issue_id
        while issue is not None and thing not in borne.setdefault(issue, set()):
            borne[issue].add(thing)
            issue = above.get(issue)
    return {issue: len(things) for issue, things in borne.items()}


def sittings(library: Library, issue_id: int) -> tuple[Sitting, ...]:
    """What was asked on this issue and those under it, day by day and committee by committee, the oldest first."""
    with library.read() as db:
        return tuple(rows.sittings(db, issue_id))


def add_issue(
    library: Library, name: str, *, parent_id: int | None = None, colour: str | None = None, note: str = ""
) -> tuple[int, Change]:
    """Add an issue; without a colour it gets the next of `COLOURS`. `Trouble` where the name is taken or empty."""
    wanted = " ".join(name.split())

    def work(db: Database) -> int:
        _refuse_name(db, wanted)
        paint = colour or COLOURS[len(rows.everything(db)) % len(COLOURS)]
        return rows.add(db, wanted, parent_id=parent_id, colour=paint, note=note)

    return library.write("Add issue", work)


def change_issue(
    library: Library, issue_id: int, *, name: str | None = None, colour: str | None = None, note: str | None = None
) -> Change:
    """Change what is given of an issue."""

    def work(db: Database) -> None:
        fields = {"colour": colour, "note": note}
        if name is not None:
            fields["name"] = " ".join(name.split())
            _refuse_name(db, fields["name"], besides=issue_id)
        rows.update(db, issue_id, **{field: value for field, value in fields.items() if value is not None})

    return library.write("Change issue", work)[1]


def move_issue(library: Library, issue_id: int, parent_id: int | None) -> Change:
    """Put an issue under another, or at the top; `Trouble` where it would come to stand under itself."""

    def work(db: Database) -> None:
        try:
            rows.update(db, issue_id, parent_id=parent_id)
        except ValueError as fault:
            raise Trouble("An issue cannot stand under itself.", "Choose another place for it.") from fault

    return library.write("Move issue", work)[1]


def delete_issue(library: Library, issue_id: int) -> Change:
    """Delete an issue with its tags; the issues under it move up to where it stood. One step, undone whole."""
    return library.write("Delete issue", lambda db: rows.remove(db, issue_id))[1]


def tag_passage(library: Library, issue_ids: Sequence[int], document_id: int, spans: tuple[Span, ...]) -> Change:
    """Lay issues on a passage, in one step; what is tagged already stays as it is."""

    def work(db: Database) -> None:
        source = passages.source(db, document_id, spans)
        for issue_id in issue_ids:
            rows.tag(db, rows.get(db, issue_id).id, source)

    return library.write("Tag passage", work)[1]


def tag_questions(library: Library, issue_ids: Sequence[int], question_ids: Sequence[int]) -> Change:
    """Lay issues on questions, in one step; what is tagged already stays as it is."""

    def work(db: Database) -> None:
        for issue_id in issue_ids:
            for question_id in question_ids:
                rows.tag(db, rows.get(db, issue_id).id, None, question_id=question_id)

    return library.write("Tag question" if len(question_ids) == 1 else f"Tag {len(question_ids)} questions", work)[1]


def untag_questions(library: Library, issue_ids: Sequence[int], question_ids: Sequence[int]) -> Change:
    """Take issues off questions, in one step."""

    def work(db: Database) -> None:
        for issue_id in issue_ids:
            for question_id in question_ids:
                rows.untag_question(db, issue_id, question_id)

    return library.write("Take tags off", work)[1]


def untag(library: Library, tag_ids: Sequence[int]) -> Change:
    """Take tags off, in one step."""

    def work(db: Database) -> None:
        for tag_id in tag_ids:
            rows.untag(db, tag_id)

    return library.write("Take tags off", work)[1]


def tags_of_question(library: Library, question_id: int) -> tuple[Tag, ...]:
    """The tags of a question."""
    with library.read() as db:
        return tuple(rows.tags_of_question(db, question_id))


def tags_of_document(library: Library, document_id: int) -> tuple[Tag, ...]:
    """The tags on passages of a document, in the order of the text."""
    with library.read() as db:
        found = rows.tags_of_document(db, document_id)
    return tuple(sorted(found, key=lambda tag: (tag.source.spans, tag.id)))


def tags_of_issue(library: Library, issue_id: int) -> tuple[Tag, ...]:
    """The tags of an issue, by the date of their document; those without a date last."""
    with library.read() as db:
        found = rows.tags_of_issue(db, issue_id)
        held = documents.load(db, sorted({tag.source.document_id for tag in found}))
    days = {document.id: document.date or "9999" for document in held}
    return tuple(sorted(found, key=lambda tag: (days.get(tag.source.document_id, "9999"), tag.id)))


def _refuse_name(db: Database, name: str, besides: int | None = None) -> None:
    if not name:
        raise Trouble("An issue needs a name.", "Write one.")
    if any(issue.id != besides for issue in rows.named(db, name)):
        raise Trouble(f"There is an issue called {name} already.", "Choose another name.")
