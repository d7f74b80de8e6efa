"""Committee packs and their papers in order."""

from sqlite_utils import Database

from scrutiny_desk.domain.agenda_packs import AgendaPack, PackPaper
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.store import rows


def everything(db: Database) -> list[AgendaPack]:
    """Every pack, the newest first."""
    found = db.execute("SELECT id, title, circulation FROM pack ORDER BY id DESC").fetchall()
    return [AgendaPack(row[0], row[1], Circulation(row[2]), _papers(db, row[0])) for row in found]


def get(db: Database, pack_id: int) -> AgendaPack:
    """One pack; `NotFound` where there is none."""
    found = db.execute("SELECT id, title, circulation FROM pack WHERE id = ?", [pack_id]).fetchone()
    if found is None:
        raise NotFound(f"There is no pack with the number {pack_id}.", "It may have been removed; look at the list.")
    return AgendaPack(found[0], found[1], Circulation(found[2]), _papers(db, pack_id))


def add(db: Database, title: str, circulation: Circulation) -> int:
    """Make an empty pack; its id."""
    return rows.insert(db, "pack", {"title": title, "circulation": str(circulation)})


def keep(db: Database, pack: AgendaPack) -> None:
    """Keep a pack as it is now; papers that stay where they were are not written again."""
    rows.put(db, "pack", pack.id, {"title": pack.title, "circulation": str(pack.circulation)})
    held = db.execute("SELECT id FROM pack_paper WHERE pack_id = ? ORDER BY position, id", [pack.id]).fetchall()
    for position, paper in enumerate(pack.papers):
        values = _values(pack.id, position, paper)
        if position < len(held):
            rows.put(db, "pack_paper", held[position][0], values)
        else:
            rows.insert(db, "pack_paper", values)
    for (paper_id,) in held[len(pack.papers) :]:
        db.execute("DELETE FROM pack_paper WHERE id = ?", [paper_id])


def remove(db: Database, pack_id: int) -> None:
    """Forget a pack; its papers stay in the library."""
    db.execute("DELETE FROM pack WHERE id = ?", [pack_id])


def _values(pack_id: int, position: int, paper: PackPaper) -> dict[str, object]:
    return {
        "pack_id": pack_id,
        "position": position,
        "title": paper.title,
        "document_id": paper.document,
        "briefing": str(paper.briefing or ""),
        "meeting_id": paper.meeting,
        "person_id": paper.witness,
        "issue_id": paper.issue,
        "committee": paper.committee,
    }


def _papers(db: Database, pack_id: int) -> tuple[PackPaper, ...]:
    """The papers of a pack in order, but for documents that have left the library since."""
    found = db.execute(
        """SELECT p.document_id, p.briefing, p.meeting_id, p.person_id, p.issue_id, p.committee, p.title
           FROM pack_paper p LEFT JOIN document d ON d.id = p.document_id
           WHERE p.pack_id = ? AND (p.document_id IS NULL OR NOT d.withdrawn) ORDER BY p.position, p.id""",
        [pack_id],
    )
    return tuple(
        PackPaper(document, BriefingKind(kind) if kind else None, meeting, witness, issue, committee, title)
        for document, kind, meeting, witness, issue, committee, title in found
    )
