"""The whole library as the open form "scrutiny-desk/1", and lists as JSON or CSV."""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from scrutiny_desk import __version__
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.issues import Issue, Tag
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.domain.people import Appearance, Person, Who
from scrutiny_desk.domain.questions import Answer, Question
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.services import exported_sources, exporting_register
from scrutiny_desk.store import Database, Library, documents, issues, meetings, people, questions, undertakings, whole

FORMAT = "scrutiny-desk/1"

Row = dict[str, Any]


def as_data(library: Library) -> Row:
    """The whole library in the form "scrutiny-desk/1", as plain lists and dicts, all of one moment."""
    with library.read() as db:
        everything = whole.whole(db)
    return {
        "format": FORMAT,
        "made_by": f"scrutiny-desk {__version__}",
        "documents": [_document(row) for row in everything.documents],
        "meetings": [_meeting(row) for row in everything.meetings],
        "items": [_item(row) for row in everything.items],
        "people": [_person(row) for row in everything.people],
        "appearances": [_appearance(row) for row in everything.appearances],
        "questions": [_question(row) for row in everything.questions],
        "undertakings": [_undertaking(row) for row in everything.undertakings],
        "decisions": [_decision(row) for row in everything.decisions],
        "actions": [_action(row) for row in everything.actions],
        "issues": [_issue(row) for row in everything.issues],
        "tags": [_tag(row) for row in everything.tags],
        "register": exporting_register.as_data(everything),
    }


def rows(library: Library, kind: Kind, ids: Sequence[int]) -> list[Row]:
    """These rows of one kind with the export's fields, in the order of the ids; those that are gone are left out."""
    load, form = _LISTS[kind]
    with library.read() as db:
        found = {row.id: form(row) for row in load(db, ids)}
    return [found[row_id] for row_id in ids if row_id in found]


def write(library: Library, path: Path) -> None:
    """Write the whole library to a file, whole or not at all. `Trouble` where the file cannot be written."""
    data = as_data(library)
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            try:
                json.dump(data, file, ensure_ascii=False, indent=1)
                file.write("\n")
                file.close()
                os.replace(file.name, path)  # noqa: PTH105 - the name is a string
            except BaseException:
                file.close()
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as fault:
        raise Trouble(
            f"The export could not be written to {path}: {fault.strerror or 'the system refused'}.",
            "Choose another folder, or free some space.",
        ) from fault


def _who(who: Who | None) -> Row | None:
    return None if who is None else {"name": who.name, "label": who.label, "person_id": who.person_id}


def _whos(whos: Sequence[Who]) -> list[Row | None]:
    return [_who(who) for who in whos]


def _document(document: Document) -> Row:
    return {
        "id": document.id,
        "file_name": document.file_name,
        "sha256": document.sha256,
        "kind": str(document.kind),
        "title": document.title,
        "body": document.body,
        "committee": document.committee,
        "date": document.date,
        "meeting_id": document.meeting_id,
        "pages": document.pages,
        "searchable_pages": document.searchable_pages,
        "classification": str(document.classification),
        "joined_to": document.joined_to,
        "imported_at": document.imported_at,
    }


def _meeting(meeting: Meeting) -> Row:
    return {
        "id": meeting.id,
        "body": meeting.body,
        "committee": meeting.committee,
        "date": meeting.date,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
    }


def _item(item: Item) -> Row:
    return {
        "id": item.id,
        "meeting_id": item.meeting_id,
        "document_ids": list(item.document_ids),
        "number": item.number,
        "title": item.title,
    }


def _person(person: Person) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "post": person.post,
        "organisation": person.organisation,
    }


def _appearance(appearance: Appearance) -> Row:
    return {
        "person_id": appearance.person_id,
        "meeting_id": appearance.meeting_id,
        "document_id": appearance.document_id,
        "item_id": appearance.item_id,
        "capacity": str(appearance.capacity),
        "post": appearance.post,
        "organisation": appearance.organisation,
    }


def _question(question: Question) -> Row:
    return {
        "id": question.id,
        "item_id": question.item_id,
        "text": question.text,
        "asked_by": _who(question.asked_by),
        "put_to": _whos(question.put_to),
        "answered_by": _whos(question.answered_by),
        "status": str(question.status),
        "question_recorded": question.question_recorded,
        "sources": exported_sources.every(question.sources),
        "answers": [_answer(answer) for answer in question.answers],
        "follow_up_by": question.follow_up_by,
        "confidence": question.confidence,
        "review": str(question.review),
        "classification": str(question.classification),
        "reason": question.reason or None,
        "standing": question.standing or None,
        "closed": question.closed,
    }


def _answer(answer: Answer) -> Row:
    return {
        "by": _whos(answer.by),
        "given": str(answer.given),
        "date": answer.date,
        "text": answer.text,
        "source": exported_sources.one(answer.source),
    }


def _undertaking(undertaking: Undertaking) -> Row:
    return {
        "id": undertaking.id,
        "question_id": undertaking.question_id,
        "item_id": undertaking.item_id,
        "made_by": _whos(undertaking.made_by),
        "made_to": _who(undertaking.made_to),
        "text": undertaking.text,
        "due": undertaking.due,
        "due_words": undertaking.due_words,
        "state": str(undertaking.state),
        "sources": exported_sources.every(undertaking.sources),
        "confidence": undertaking.confidence,
        "review": str(undertaking.review),
        "settled_on": undertaking.settled_on,
    }


def _decision(decision: Decision) -> Row:
    return {
        "id": decision.id,
        "item_id": decision.item_id,
        "kind": str(decision.kind),
        "text": decision.text,
        "sources": exported_sources.every(decision.sources),
        "review": str(decision.review),
    }


def _action(action: Action) -> Row:
    return {
        "id": action.id,
        "item_id": action.item_id,
        "owners": _whos(action.owners),
        "text": action.text,
        "due": action.due,
        "state": str(action.state),
        "sources": exported_sources.every(action.sources),
        "review": str(action.review),
        "settled_on": action.settled_on,
    }


def _issue(issue: Issue) -> Row:
    return {
        "id": issue.id,
        "name": issue.name,
        "parent_id": issue.parent_id,
        "colour": issue.colour,
        "note": issue.note,
    }


def _tag(tag: Tag) -> Row:
    return {
        "id": tag.id,
        "issue_id": tag.issue_id,
        "source": exported_sources.one(tag.source),
        "question_id": tag.question_id,
    }


def _load_issues(db: Database, ids: Sequence[int]) -> list[Issue]:
    wanted = set(ids)
    return [issue for issue in issues.everything(db) if issue.id in wanted]


_LISTS: dict[Kind, tuple[Callable[[Database, Sequence[int]], list[Any]], Callable[[Any], Row]]] = {
    Kind.DOCUMENTS: (documents.load, _document),
    Kind.MEETINGS: (meetings.load, _meeting),
    Kind.ITEMS: (meetings.load_items, _item),
    Kind.PEOPLE: (people.load, _person),
    Kind.QUESTIONS: (questions.load, _question),
    Kind.UNDERTAKINGS: (undertakings.load, _undertaking),
    Kind.DECISIONS: (undertakings.load_decisions, _decision),
    Kind.ACTIONS: (undertakings.load_actions, _action),
    Kind.ISSUES: (_load_issues, _issue),
    Kind.TAGS: (issues.load_tags, _tag),
}
