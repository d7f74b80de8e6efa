"""Meetings and items of business as one circulation may know them: what only closed papers tell of them stays in."""

from collections.abc import Collection
from dataclasses import replace

from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.services.alike import bare
from scrutiny_desk.store import Database, documents, meetings, restrictions

_HEAD = 40
"""Paragraphs at the head of a paper, where it says where the meeting was."""


def meeting_as_known_to(db: Database, meeting_id: int, may_hold: Collection[Classification]) -> Meeting:
    """A meeting, without a place that none of its papers says openly and that the user has not set."""
    meeting = meetings.get(db, meeting_id)
    papers = documents.of_meeting(db, meeting_id)
    if not meeting.place or not papers or "place" in meetings.edited(db, meeting_id):
        return meeting
    told = any(_says(db, paper.id, (0, _HEAD), meeting.place, may_hold) for paper in papers)
    return meeting if told else replace(meeting, place=None)


def item_as_known_to(db: Database, item_id: int, may_hold: Collection[Classification]) -> Item:
    """An item of business, without a title that no open paper gives it and that the user has not set."""
    item = meetings.item(db, item_id)
    if not item.title or not item.document_ids or "title" in meetings.item_edited(db, item_id):
        return item
    for document_id in item.document_ids:
        for held, first, last in meetings.items_of_document(db, document_id):
            if held.id == item.id and first is not None:
                within = (first, first if last is None else last)
                if _says(db, document_id, within, item.title, may_hold):
                    return item
    return replace(item, title=None)


def _says(
    db: Database, document_id: int, within: tuple[int, int], words: str, may_hold: Collection[Classification]
) -> bool:
    """Whether these words stand in the open paragraphs of a stretch of a paper, breaks between them apart."""
    held = restrictions.held(db, document_id)
    blocks = documents.blocks(db, document_id, *within)
    return bare(words) in bare(" ".join(b.text for b in blocks if held.classification_of([b.order]) in may_hold))
