"""Committee packs: briefings and chosen papers put in agenda order and written as one file, Word or PDF."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny_desk.briefing import citing, files, pack, wording
from scrutiny_desk.domain.agenda_packs import AgendaPack, PackPaper
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import MAY_HOLD, Circulation, Document
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import drafts
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.store import Database, Library, documents, meetings, restrictions
from scrutiny_desk.store import agenda_packs as rows

Look = files.Look
FORMS = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Gathered:
    """A pack ready to be written: its papers with all that circulation allows, and what it kept out.

    `names` are those of the pack's own papers, in order; None for one that may not be in it at all.
    """

    pack: AgendaPack
    papers: tuple[pack.Paper, ...]
    names: tuple[str | None, ...]
    left_out: dict[str, int]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a pack: what was left out of it, and the rules on accessible documents its file breaks."""

    papers: int
    left_out: dict[str, int]
    broken_rules: tuple[str, ...] = ()


def everything(library: Library) -> tuple[AgendaPack, ...]:
    """Every pack, the newest first."""
    with library.read() as db:
        return tuple(rows.everything(db))


def add(library: Library, title: str, circulation: Circulation) -> tuple[int, Change]:
    """Make an empty pack; its id."""
    return library.write("Make a pack", lambda db: rows.add(db, _title(title), circulation))


def keep(library: Library, wanted: AgendaPack) -> Change:
    """Keep a pack as it is now; one change after another to one pack is one step."""
    kept = replace(wanted, title=_title(wanted.title))
    return library.write("Arrange pack", lambda db: rows.keep(db, kept), merge_key=f"pack {wanted.id}")[1]


def remove(library: Library, pack_id: int) -> Change:
    """Remove a pack; its papers stay in the library."""
    return library.write("Remove pack", lambda db: rows.remove(db, pack_id))[1]


def _title(words: str) -> str:
    title = " ".join(words.split())
    if not title:
        raise Trouble("A pack needs a name.", "Give it the committee and the day of the meeting.")
    return title


def papers_of(library: Library, meeting_id: int) -> tuple[PackPaper, ...]:
    """The papers of a meeting in agenda order: the agenda first, then each item's, then what belongs to no item."""
    with library.read() as db:
        held = documents.of_meeting(db, meeting_id)
        first = [document.id for document in held if document.kind == "agenda"]
        by_item = [number for item in meetings.items_of_meeting(db, meeting_id) for number in item.document_ids]
    ordered = dict.fromkeys([*first, *by_item, *(document.id for document in held)])
    return tuple(PackPaper(document=number) for number in ordered)


def gathered(library: Library, wanted: AgendaPack, *, today: str) -> Gathered:
    """The papers as this circulation may have them. A document of which a part is held back goes in by its other
    words alone, never by its own pages; one that is held back whole is counted and not named."""
    papers: list[pack.Paper] = []
    names: list[str | None] = []
    left_out: Counter[str] = Counter()
    for paper in wanted.papers:
        made = _paper(library, paper, wanted.circulation, today, left_out)
        names.append(made.title if made else None)
        papers += [made] if made else []
    return Gathered(wanted, tuple(papers), tuple(names), dict(sorted(left_out.items())))


def write(
    library: Library,
    wanted: AgendaPack,
    path: Path,
    *,
    today: str,
    look: Look | None = None,
    told: Callable[[int, int, str], None] = lambda _done, _all, _name: None,
) -> Written:
    """Write the pack as the suffix of `path` asks, .docx or .pdf; `told` hears how far a PDF is.

    `Trouble` where it is empty, where a PDF is wanted and LibreOffice is not there, and where it cannot be written.
    """
    held = gathered(library, wanted, today=today)
    if not held.papers:
        raise Trouble("There is no paper in the pack that may go to those it is for.", "Add a paper to it.")
    made = files.save_pack(_front(held, today), held.papers, path, look or Look(), told)
    return Written(len(held.papers), held.left_out, made)


def _front(held: Gathered, today: str) -> Briefing:
    """The pack as a briefing of no section yet: its title, for whom it is, and what was left out of its documents."""
    return pack.front(held.pack.title, held.pack.circulation, held.left_out, made_on=today)


def _paper(
    library: Library, paper: PackPaper, circulation: Circulation, today: str, left_out: Counter[str]
) -> pack.Paper | None:
    if paper.briefing is None:
        with library.read() as db:
            return _document(db, paper, circulation, left_out)
    scope = Scope(paper.briefing, paper.meeting, paper.witness, paper.issue, paper.committee, circulation)
    made = drafts.gather(library, scope, today=today)[0]
    return pack.Paper(paper.title or made.title, made)


def _document(db: Database, paper: PackPaper, circulation: Circulation, left_out: Counter[str]) -> pack.Paper | None:
    assert paper.document is not None
    document, may = documents.get(db, paper.document), MAY_HOLD[circulation]
    blocks = documents.blocks(db, document.id)
    held = [restrictions.classification_of(db, document.id, [block.order]) for block in blocks]
    for block, of_block, before in zip(blocks, held, [None, *held], strict=False):
        if of_block not in may and of_block != before:
            under = restrictions.paragraphs_of(db, document.id, [block.order])
            left_out[wording.held_back(of_block, under)] += 1
    allowed = tuple(block for block, of_block in zip(blocks, held, strict=True) if of_block in may)
    if blocks and not allowed:
        return None
    whole = len(allowed) == len(blocks) and restrictions.classification_of(db, document.id, ()) in may
    if not whole and not allowed:
        left_out[wording.held_back(restrictions.classification_of(db, document.id, ()), ())] += 1
        return None
    original = _pages(db, document) if whole else b""
    return pack.Paper(paper.title or _called(db, document), None, allowed, original, document.file_name)


def _called(db: Database, document: Document) -> str:
    """What a document is called in a pack; what it does not say of itself, its meeting does."""
    if document.meeting_id is None:
        return citing.paper(document)
    meeting = meetings.get(db, document.meeting_id)
    known = {"committee": document.committee or meeting.committee, "date": document.date or meeting.date}
    return citing.paper(replace(document, **known))


def _pages(db: Database, document: Document) -> bytes:
    """The document's own bytes; none for a paper of a pack, which has no file of its own."""
    data = documents.original(db, document.id)
    from scrutiny_desk.services import packs

    return b"" if packs.is_pointer(data) else data


def named(papers: Sequence[PackPaper], library: Library, today: str, circulation: Circulation) -> tuple[str, ...]:
    """What each of these papers is called, whether or not it may go to those the pack is for: for its maker's eyes."""
    found = []
    with library.read() as db:
        for paper in papers:
            if paper.document is not None:
                found.append(paper.title or _called(db, documents.get(db, paper.document)))
                continue
            found.append(paper.title)
    for at, paper in enumerate(papers):
        if not found[at] and paper.briefing is not None:
            scope = Scope(paper.briefing, paper.meeting, paper.witness, paper.issue, paper.committee, circulation)
            found[at] = drafts.gather(library, scope, today=today)[0].title
    return tuple(found)
