"""Which blocks of a document are held back, and how strictly a passage is classified."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.domain.documents import Classification, strictest
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.store import rows

BY_PROGRAM = "by_person = 0"


def replace(db: Database, document_id: int, restrictions: Iterable[Restriction]) -> None:
    """Make these the restrictions the program has found; what a person has laid down stays."""
    restrictions = list(restrictions)
    if [found for _, found, by_person, _ in rows_of_document(db, document_id) if not by_person] == restrictions:
        return
    db.execute(f"DELETE FROM restriction WHERE document_id = ? AND {BY_PROGRAM}", [document_id])
    for found in restrictions:
        add(db, document_id, found)


def add(db: Database, document_id: int, restriction: Restriction, *, by_person: bool = False, reason: str = "") -> int:
    """Classify a range of blocks; its id. A person's word, with their reason, stands before the program's."""
    return rows.insert(
        db,
        "restriction",
        {
            "document_id": document_id,
            "first_block": restriction.first,
            "last_block": restriction.last,
            "classification": str(restriction.classification),
            "paragraph": restriction.paragraph,
            "words": restriction.words,
            "reason": reason,
            "nation": restriction.nation,
            "by_person": int(by_person),
        },
    )


def remove(db: Database, restriction_id: int) -> None:
    """Lift one restriction."""
    db.execute("DELETE FROM restriction WHERE id = ?", [restriction_id])


def lift(db: Database, document_id: int, words: str) -> None:
    """Lift what a person has laid down in these very words."""
    db.execute("DELETE FROM restriction WHERE document_id = ? AND by_person AND words = ?", [document_id, words])


def of_document(db: Database, document_id: int) -> list[Restriction]:
    """The restrictions that hold in a document, in order of block."""
    return [restriction for _, restriction, _, _ in rows_of_document(db, document_id)]


def rows_of_document(db: Database, document_id: int) -> list[tuple[int, Restriction, bool, str]]:
    """The same with each one's id, whether a person laid it down, and that person's reason."""
    found = db.execute(
        """SELECT id, first_block, last_block, classification, paragraph, words, by_person, reason, nation
           FROM restriction
           WHERE document_id = ? ORDER BY first_block, id""",
        [document_id],
    )
    return [(r[0], Restriction(r[1], r[2], Classification(r[3]), r[4], r[5], r[8]), bool(r[6]), r[7]) for r in found]


def paragraphs_of(db: Database, document_id: int, blocks: Iterable[int]) -> tuple[str, ...]:
    """The paragraphs of the law that these blocks are held back under, as far as the papers name them."""
    wanted = set(blocks)
    held = (
        restriction.paragraph
        for restriction in of_document(db, document_id)
        if restriction.paragraph and any(restriction.first <= block <= restriction.last for block in wanted)
    )
    return tuple(dict.fromkeys(held))


@dataclass(frozen=True, slots=True)
class Held:
    """How a document and parts of it are held back, at one moment."""

    whole: Classification
    parts: tuple[tuple[Restriction, bool], ...]

    def classification_of(self, blocks: Iterable[int]) -> Classification:
        """How strictly these blocks are held: the strictest of the document and every restriction on any of them; a
        person's word on a block stands before the program's. With no block, the strictest of all."""
        blocks = tuple(blocks)
        if not self.parts:
            return self.whole
        if not blocks:
            return strictest(self.whole, *(restriction.classification for restriction, _ in self.parts))
        return strictest(*(self._of_block(block) for block in blocks))

    def is_spoken_of(self, block: int) -> bool:
        """Whether a person has said who may see this block."""
        return any(by_person for part, by_person in self.parts if part.first <= block <= part.last)

    def _of_block(self, block: int) -> Classification:
        over = [(r.classification, person) for r, person in self.parts if r.first <= block <= r.last]
        by_person = [classification for classification, person in over if person]
        if by_person:
            return by_person[-1]
        return strictest(self.whole, *(classification for classification, _ in over))


def held(db: Database, document_id: int) -> Held:
    """How a document is held back now, for asking of many passages."""
    found = db.execute("SELECT classification FROM document WHERE id = ?", [document_id]).fetchone()
    whole = Classification(found[0]) if found else Classification.UNKNOWN
    return Held(whole, tuple((part, by_person) for _, part, by_person, _ in rows_of_document(db, document_id)))


def holds_any_but(db: Database, classes: Iterable[Classification]) -> bool:
    """Whether the library holds any paper, or part of one, of another class than these."""
    names = [str(one) for one in classes]
    some = ", ".join("?" * len(names))
    sql = f"""SELECT EXISTS (SELECT 1 FROM document WHERE NOT withdrawn AND classification NOT IN ({some}))
              OR EXISTS (SELECT 1 FROM restriction WHERE classification NOT IN ({some}))"""
    return bool(db.execute(sql, [*names, *names]).fetchone()[0])


def classification_of(db: Database, document_id: int, blocks: Iterable[int]) -> Classification:
    """How strictly these blocks of a document are held (`Held.classification_of`)."""
    return held(db, document_id).classification_of(blocks)
