"""What a person did with a paper goes on in the papers of the same file that take its place."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_desk.domain.blocks import Span, quote_of
from scrutiny_desk.domain.documents import Classification, strictest
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.store import Database, documents, meetings, moving, restrictions, sources

Places = dict[tuple[int, int], tuple[int, int]]
"""Where each block of the old papers is now: (document, order) to (document, order)."""


def hold_back(db: Database, old_id: int, places: Places) -> None:
    """The new papers are held back as strictly as the old one was, since the words that said so may stand in another
    part now; opening them is a person's to say."""
    extras, held = documents.extras(db, old_id), documents.get(db, old_id).classification
    for new_id in {new for (old, _order), (new, _) in places.items() if old == old_id}:
        found = documents.get(db, new_id).classification
        if strictest(held, found) is not found:
            said = "classification" in extras["edited"]
            reason = extras["classification_reason"]
            level = str(strictest(held, found))
            documents.update(db, new_id, by_person=said, classification=level, classification_reason=reason)
    for _id, part, by_person, reason in restrictions.rows_of_document(db, old_id):
        for order in range(part.first, part.last + 1):
            if (old_id, order) in places:
                new_id, there = places[old_id, order]
                said = replace(part, first=there, last=there)
                restrictions.add(db, new_id, said, by_person=by_person, reason=reason)


def keep_items(db: Database, old_id: int, places: Places) -> None:
    """What papers stood under an item of business still do."""
    for item, first, last in meetings.items_of_document(db, old_id):
        if first is None or (old_id, first) not in places:
            continue
        new_id, there = places[old_id, first]
        if new_id in item.document_ids or documents.get(db, new_id).meeting_id != item.meeting_id:
            continue
        end_id, end = places.get((old_id, first if last is None else last), (new_id, there))
        meetings.put_item_in(db, item.id, new_id, there, end if end_id == new_id else there)


def move(db: Database, old_id: int, new: Sequence[int], places: Places) -> None:
    """Give what a person has laid on passages of the old paper the same words of the new ones to stand on.

    Where a passage's paragraphs are not in `places`, it stands in the first of the new papers by its words alone.
    """
    theirs: set[int] = set()
    for owner, row_id, source in moving.passages(db, old_id):
        moved = _moved(db, source, places, new[0])
        if owner in moving.STATEMENTS:
            if moving.stands_in(db, owner, row_id, new) or not moving.is_persons(db, owner, row_id):
                continue
            moving.take_place(db, owner, row_id, moved[0])
            if owner == "question":
                theirs.add(row_id)
        elif owner == "answer":
            if moving.question_of(db, row_id) in theirs:
                sources.add(db, owner, row_id, moved[0])
        elif not moving.stands_in(db, owner, row_id, new):
            for each in moved:
                sources.add(db, owner, row_id, each)


def _moved(db: Database, source: Source, places: Places, otherwise: int) -> list[Source]:
    """A passage of the old paper in the new ones: one, or one in each where it is cut through."""
    old_id = source.document_id
    if not source.spans or any((old_id, span.block) not in places for span in source.spans):
        there = next((new for (old, _order), (new, _) in places.items() if old == old_id), otherwise)
        return [replace(source, document_id=there, paragraph=None, spans=())]
    spans: dict[int, list[Span]] = {}
    for span in source.spans:
        new_id, order = places[old_id, span.block]
        spans.setdefault(new_id, []).append(Span(order, span.start, span.end))
    found = []
    for new_id, moved in spans.items():
        blocks = documents.blocks(db, new_id)
        first = blocks[moved[0].block]
        quote = " ".join(quote_of(blocks, tuple(moved)).split())
        found.append(Source(new_id, first.page, first.paragraph, quote, tuple(moved), first.printed_page))
    return found


def same_places(db: Database, old: Sequence[int], new: Sequence[int]) -> Places:
    """Where the paragraphs of papers are in others of the same file: the same words on the same page, in order."""
    there: dict[tuple[int | None, str], list[tuple[int, int]]] = {}
    for number in new:
        for block in documents.blocks(db, number):
            there.setdefault((block.page, block.text), []).append((number, block.order))
    places: Places = {}
    for number in old:
        for block in documents.blocks(db, number):
            if found := there.get((block.page, block.text)):
                places[number, block.order] = found.pop(0)
    return places


def hold_back_as_said(db: Database, old_id: int, new: Sequence[int], places: Places) -> None:
    """Keep what a person said of who may see passages of the old paper; where a passage held back has changed, the
    whole page it stood on is held back."""
    pages = {block.order: block.page for block in documents.blocks(db, old_id)}
    for _id, part, by_person, reason in restrictions.rows_of_document(db, old_id):
        for order in range(part.first, part.last + 1) if by_person else ():
            there = [places[old_id, order]] if (old_id, order) in places else []
            if not there and part.classification is not Classification.PUBLIC:
                there = [(n, b.order) for n in new for b in documents.blocks(db, n) if b.page == pages.get(order)]
            for new_id, now in there:
                restrictions.add(db, new_id, replace(part, first=now, last=now), by_person=True, reason=reason)
