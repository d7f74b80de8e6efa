"""What was found in one document becomes rows of the library, in the one transaction that takes the document in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.documents import Comment, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings, FoundMeeting, FoundPerson
from scrutiny_desk.domain.people import Appearance, name_parts
from scrutiny_desk.services import carrying, identities, packs, statements
from scrutiny_desk.services.alike import bare, sentences, text_of
from scrutiny_desk.services.identities import Known, Setting
from scrutiny_desk.services.joining import place_of
from scrutiny_desk.services.packs import Paper
from scrutiny_desk.services.taking import Taking
from scrutiny_desk.store import (
    Database,
    Library,
    documents,
    folding,
    meetings,
    meta,
    notes,
    people,
    prints,
    restrictions,
)

_BESIDE_A_DATE = 16
"""Letters that may stand beside a date on its line: "Date:", "Wednesday"."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document now in the library: its id, what it was joined to and how, and what was found in it.

    `dated` says whether the day of its meeting is known; true for a paper of no meeting. `papers` counts those of a
    pack that were taken in with it.
    """

    document_id: int
    joined_to: int | None
    joined_as: str
    joined_name: str
    dated: bool
    found: dict[str, int]
    notices: tuple[str, ...] = ()
    papers: int = 0


def keep(
    db: Database,
    document: ReadDocument,
    findings: Findings,
    data: bytes,
    *,
    at: str,
    path: str | None = None,
    arrived_in: int | None = None,
) -> Kept:
    """Take a document and everything found in it into the library; to be called within one write.

    `at` is the time (ISO) of the import. A document of a meeting that is there already joins it.
    """
    taking = Taking(db, findings, document.blocks, place_of(db, findings, document.blocks))
    taking.meeting_id = _meeting(taking)
    _document(taking, document, data, at, path, arrived_in)
    _items(taking)
    _people(taking)
    found = statements.keep(taking)
    joined_to = taking.place.joined_to
    name = documents.get(db, joined_to).file_name if joined_to is not None else ""
    dated = taking.meeting_id is None or meetings.get(db, taking.meeting_id).date is not None
    notices = _held_back(findings)
    for version in taking.place.versions:
        notices += carrying.carry(db, version, taking.document_id).sentences
    return Kept(
        taking.document_id, joined_to, taking.place.joined_as, name, dated, found, tuple(dict.fromkeys(notices))
    )


def keep_papers(db: Database, whole: Kept, papers: Sequence[Paper], sha256: str, *, at: str) -> Kept:
    """Take the papers of a pack in under it, in the same write; the pack with all that was found in any of them."""
    meeting_id = documents.get(db, whole.document_id).meeting_id
    meeting = meetings.get(db, meeting_id) if meeting_id is not None else None
    found, notices = dict(whole.found), list(whole.notices)
    for paper in papers:
        findings = packs.of_pack_meeting(paper, meeting) if meeting else paper.findings
        data = packs.pointer(paper.pages, sha256)
        kept = keep(db, paper.document, findings, data, at=at, arrived_in=whole.document_id)
        if paper.item and meeting_id is not None and documents.get(db, kept.document_id).meeting_id == meeting_id:
            for item in meetings.items_of_meeting(db, meeting_id):
                if item.number and item.number.strip(". ") == paper.item.strip(". "):
                    meetings.put_item_in(db, item.id, kept.document_id, 0, len(paper.document.blocks) - 1)
        for name, count in kept.found.items():
            found[name] += count
        notices += kept.notices
    return replace(whole, found=found, notices=tuple(dict.fromkeys(notices)), papers=len(papers))


PRINTS_AT_A_TIME = 200


def take_prints(library: Library) -> None:
    """Take the prints of the sentences of documents that an older program has taken in, by which copies are known."""
    with library.read() as db:
        lacking = prints.lacking(db)
    if lacking is None:
        return

    def work(db: Database, ids: Sequence[int]) -> None:
        for document_id in ids:
            prints.put(db, document_id, sentences(block.text for block in documents.blocks(db, document_id)))

    for start in range(0, len(lacking), PRINTS_AT_A_TIME):
        ids = lacking[start : start + PRINTS_AT_A_TIME]
        library.upkeep(lambda db, ids=ids: work(db, ids))
    library.upkeep(prints.all_taken)


_SCANS = "scans read: "


def mark_scans_read(db: Database, sha256: str, pages: Iterable[int] = ()) -> None:
    """Remember that the scanned pages of this file have been read, so that it is never done twice, and which."""
    meta.put(db, _SCANS + sha256, ",".join(map(str, pages)))


def scanned_pages(db: Database, sha256: str) -> frozenset[int]:
    """The pages of this file whose words were read from a picture, so far as that was kept."""
    kept = meta.value(db, _SCANS + sha256) or ""
    return frozenset(int(page) for page in kept.split(",") if page.isdigit())


def scans_are_read(db: Database, sha256: str) -> bool:
    """Whether that has been done, with whatever success."""
    return meta.value(db, _SCANS + sha256) is not None


def _held_back(findings: Findings) -> tuple[str, ...]:
    """A sentence where the paper says that part of it is not for publication: the person is to look."""
    held = sorted({r.paragraph for r in findings.restrictions if r.paragraph})
    if not findings.restrictions:
        return ()
    under = f" (paragraph {', '.join(held)})" if held else ""
    return (f"Part of it is marked as not for publication{under} and is held back: please check who may see it.",)


def _meeting(taking: Taking) -> int | None:
    """The meeting of the document: joined, made, or None where the paper is of none that it says."""
    if taking.findings.kind is DocumentKind.CORRESPONDENCE:
        return None  # a letter speaks of meetings; its own day and committee make none
    found, place, db = taking.findings.meeting, taking.place, taking.db
    details = {name: getattr(found, name) for name in ("body", "committee", "date", "start", "end", "place")}
    if place.meeting_id is not None:
        for other in place.folded:
            folding.fold_meetings(db, place.meeting_id, other)
        known = meetings.get(db, place.meeting_id)
        new = {name: value for name, value in details.items() if value and getattr(known, name) is None}
        if new:
            meetings.update(db, place.meeting_id, by_person=False, **new)
        return place.meeting_id
    if _has_meeting(taking.findings):
        return meetings.add(db, **details)
    return None


def _has_meeting(findings: Findings) -> bool:
    """Whether the paper is of a meeting at all: minutes always are, others where they name one by date."""
    record = (DocumentKind.MINUTES, DocumentKind.AGENDA, DocumentKind.TRANSCRIPT, DocumentKind.QUESTIONS)
    if findings.kind in record:
        return findings.meeting != FoundMeeting() or bool(findings.items or findings.questions or findings.people)
    return bool(findings.meeting.date and findings.meeting.committee)


def _document(
    taking: Taking, document: ReadDocument, data: bytes, at: str, path: str | None, arrived_in: int | None
) -> None:
    findings = taking.findings
    taking.document_id = documents.add(
        taking.db,
        document,
        data,
        imported_at=at,
        kind=findings.kind,
        title=findings.title or document.title or document.subject,
        body=findings.meeting.body,
        committee=findings.meeting.committee,
        date=findings.meeting.date or document.sent or _letter_day(findings, document),
        meeting_id=taking.meeting_id,
        classification=findings.classification,
        joined_to=taking.place.joined_to,
        joined_as=taking.place.joined_as,
        arrived_in=arrived_in,
        path=path,
        house_style=findings.house_style,
    )
    restrictions.replace(taking.db, taking.document_id, findings.restrictions)
    prints.put(taking.db, taking.document_id, taking.place.sentences)
    _comments(taking, document.comments, at)


def _comments(taking: Taking, comments: Sequence[Comment], at: str) -> None:
    """Keep what somebody remarked on the paper as private notes: it is no word of the paper and goes out with none."""
    for comment in comments:
        words = " ".join(filter(None, ("Comment in the file", comment.author and f"by {comment.author}")))
        if comment.made:
            words += f", {comment.made[:10]}"
        source = None
        if comment.block is not None and (text := taking.blocks[comment.block].text):
            source = taking.source((Span(comment.block, 0, len(text)),))
        notes.add(taking.db, f"{words}: {comment.text}", at=at, source=source, document_id=taking.document_id)


def _letter_day(findings: Findings, document: ReadDocument, top: int = 15) -> str | None:
    """The day (ISO) a letter bears: a line near its head that is a date and nothing else."""
    if findings.kind is not DocumentKind.CORRESPONDENCE:
        return None
    from scrutiny_desk.recognition.dates import dates_in  # not at the top: a window need not load it to open

    for block in document.blocks[:top]:
        printed = dates_in(block.text)
        if (
            len(printed) == 1
            and printed[0].iso
            and len(block.text) - (printed[0].end - printed[0].start) <= _BESIDE_A_DATE
        ):
            return printed[0].iso
    return None


def _items(taking: Taking) -> None:
    db = taking.db
    for index, found in enumerate(taking.findings.items):
        known = taking.place.items.get(index, ())
        if known:
            item_id = known[0]
            for other in known[1:]:
                folding.fold_items(db, item_id, other)
            held = meetings.item(db, item_id)
            shouted = bool(held.title and held.title.isupper() and found.title and not found.title.isupper())
            better = {"number": held.number is None, "title": held.title is None or shouted}
            new = {name: getattr(found, name) for name, wanted in better.items() if wanted and getattr(found, name)}
            if new:
                meetings.update_item(db, item_id, by_person=False, **new)
        else:
            item_id = meetings.add_item(db, meeting_id=taking.meeting_id, number=found.number, title=found.title)
        taking.items[index] = item_id
        meetings.put_item_in(db, item_id, taking.document_id, found.first, found.last)


def _people(taking: Taking) -> None:
    """Each person found is one of the library's or a new one, and appears in this document."""
    findings = taking.findings
    taken: dict[str, int] = {}
    known = [_known(taking.db, found) for found in findings.people]
    setting = Setting(
        taking.meeting_id,
        findings.meeting.body,
        findings.meeting.committee,
        bare(text_of(taking.blocks)) if any(known) else "",
        identities.company_of(findings.people, known),
    )
    for index, found in enumerate(findings.people):
        person_id = taken.get(bare(found.name))
        if person_id is None:
            here = replace(setting, taken=frozenset(taken.values()))
            person_id = identities.identify(found, known[index], here)
            if person_id is None:
                person_id = people.add(taking.db, found.name, post=found.post, organisation=found.organisation)
            else:
                _learn(taking, person_id, index)
            taken[bare(found.name)] = person_id
        taking.people[index] = person_id
        for alias in identities.names_of(found):
            people.add_alias(taking.db, person_id, alias)
        people.appear(
            taking.db,
            Appearance(
                person_id,
                taking.meeting_id,
                taking.document_id,
                taking.item(found.item),
                found.capacity,
                found.post,
                found.organisation,
            ),
        )


def _learn(taking: Taking, person_id: int, index: int) -> None:
    """A fuller name, and a post or organisation that was not known or is of a later meeting."""
    found = taking.findings.people[index]
    person = people.get(taking.db, person_id)
    name = identities.better_name(person.name, found.name)
    if name != person.name:
        people.update(taking.db, person_id, by_person=False, name=name)
        people.add_alias(taking.db, person_id, person.name)
    ids = {a.meeting_id for a in people.appearances_of(taking.db, person_id) if a.meeting_id is not None}
    latest = max((m.date or "" for m in meetings.load(taking.db, sorted(ids))), default="")
    later = (taking.findings.meeting.date or "") > latest
    new = {
        field_name: value
        for field_name, value in (("post", found.post), ("organisation", found.organisation))
        if value and (getattr(person, field_name) is None or later)
    }
    if new:
        people.update(taking.db, person_id, by_person=False, **new)


def _known(db: Database, found: FoundPerson) -> list[Known]:
    """The library's people of this surname, with where they have appeared."""
    surname = name_parts(found.name).surname
    if not surname:
        return []
    known = []
    for person in people.with_surname(db, surname):
        if not identities.names_agree(found, person):
            continue
        seen = people.appearances_of(db, person.id)
        at = meetings.load(db, sorted({a.meeting_id for a in seen if a.meeting_id is not None}))
        known.append(
            Known(
                person,
                frozenset(m.id for m in at),
                frozenset(bare(m.body) for m in at if m.body),
                frozenset(bare(m.committee) for m in at if m.committee),
                frozenset(bare(o) for o in [person.organisation, *(a.organisation for a in seen)] if o),
                frozenset(bare(p) for p in [person.post, *(a.post for a in seen)] if p),
                _text_of_papers(db, [a.document_id for a in seen]) if not any(m.body for m in at) else "",
            )
        )
    return known


def _text_of_papers(db: Database, document_ids: list[int], most: int = 3) -> str:
    """The bare text of the first few of these papers."""
    return " ".join(bare(text_of(documents.blocks(db, each))) for each in sorted(set(document_ids))[:most])
