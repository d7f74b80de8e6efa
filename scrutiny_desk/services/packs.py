"""Committee packs: several briefings and chosen papers joined in agenda order, for one circulation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny_desk.briefing import files, pack, wording
from scrutiny_desk.briefing.parcel import put
from scrutiny_desk.domain.documents import MAY_HOLD, Circulation
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import drafts
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.store import Database, Library, documents, restrictions


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pack: the briefing of a scope, or a document of the library; `title` says how it is listed."""

    scope: Scope | None = None
    document: int | None = None
    title: str = ""


def write(
    library: Library,
    title: str,
    parts: Sequence[Part],
    path: Path,
    *,
    circulation: Circulation,
    today: str,
    look: files.Look | None = None,
) -> None:
    """Join the parts, in this order, into one Word file or one PDF, as the file's suffix names.

    In Word the documents' words are set anew; in a PDF they keep their own pages. Briefings are gathered for this
    circulation, whatever their scope says. `Trouble` where a document holds what the circulation may not, since its
    pages go out whole; where there is nothing to join; and where a file cannot be read or written.
    """
    if not parts:
        raise Trouble("There is nothing in the pack.", "Choose the briefings and papers that go into it.")
    papers = [_paper(library, part, circulation, today) for part in parts]
    if path.suffix.casefold() != ".pdf":
        files.save(pack.joined(title, papers, circulation, made_on=today), path, look)
        return
    from scrutiny_desk.briefing import pdf_pack

    put(path, pdf_pack.joined(title, papers, circulation, lambda paper: files.as_pdf(paper, look)))


def _paper(library: Library, part: Part, circulation: Circulation, today: str) -> pack.Paper:
    if part.scope is not None:
        made, _ = drafts.gather(library, replace(part.scope, circulation=circulation), today=today)
        return pack.Paper(part.title or made.title, made)
    with library.read() as db:
        return _document(db, part, circulation)


def _document(db: Database, part: Part, circulation: Circulation) -> pack.Paper:
    assert part.document is not None
    document = documents.get(db, part.document)
    held = restrictions.classification_of(db, document.id, ())
    if held not in MAY_HOLD[circulation]:
        words = wording.CLASSIFICATIONS[held].lower()
        raise Trouble(
            f"{document.file_name} holds passages that are {words}, so its pages may not go into this pack.",
            "Leave it out, or make the pack for another circulation.",
        )
    blocks = tuple(documents.blocks(db, document.id))
    return pack.Paper(
        part.title or wording.paper(document), None, blocks, documents.original(db, document.id), document.file_name
    )
