"""The texts of a whole list in memory, to find the words that somebody types among a hundred thousand of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import compress


@dataclass(frozen=True, slots=True)
class Texts:
    """Ids in order and, beside each, its text as SQLite's LIKE compares it: in small letters, as far as A to Z go."""

    ids: Sequence[int]
    small: Sequence[str]

    def holding(self, word: str, elsewhere: Collection[int]) -> "Texts":
        """Those that hold the word, in their order, and those of the ids that hold it `elsewhere`."""
        wanted, others = _small(word), frozenset(elsewhere)
        if others:
            held = [wanted in text or row_id in others for row_id, text in zip(self.ids, self.small, strict=True)]
        else:
            held = [wanted in text for text in self.small]
        return Texts(list(compress(self.ids, held)), list(compress(self.small, held)))


def texts_of(ordered: Sequence[int], ids: Sequence[int], texts: Sequence[str]) -> Texts:
    """The texts of the ids in order, of which and of others they are given in any order."""
    of = dict(zip(ids, texts, strict=True))
    return Texts(ordered, [_small(of[row_id] or "") for row_id in ordered])


def _small(text: str) -> str:
    """Bytes have small letters from A to Z alone; to look through words is three times as quick."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def holding_elsewhere(owner: str) -> str:
    """SQL for the ids of the statements of which a word stands in their people's names, their item or committee.

    Each place by its own index; `words_of_statement` asks the same row by row, and of the text as well.
    """
    return f"""SELECT id FROM {owner} WHERE meeting_id IN
            (SELECT id FROM meeting WHERE committee LIKE :word ESCAPE '\\')
        UNION ALL SELECT id FROM {owner} WHERE item_id IN (SELECT id FROM item WHERE title LIKE :word ESCAPE '\\')
        UNION ALL SELECT {owner}_id FROM who WHERE person_id IS NULL AND {owner}_id IS NOT NULL AND
            (label LIKE :word ESCAPE '\\' OR name LIKE :word ESCAPE '\\')
        UNION ALL SELECT w.{owner}_id FROM person p CROSS JOIN who w ON w.person_id = p.id
            WHERE w.{owner}_id IS NOT NULL AND (p.name LIKE :word ESCAPE '\\' OR p.post LIKE :word ESCAPE '\\')"""
