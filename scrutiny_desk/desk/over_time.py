"""When and where an issue was asked about: by quarter or year, and by committee; what a small chart is drawn from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scrutiny_desk.desk import words
from scrutiny_desk.desk.words import MONTHS, tr
from scrutiny_desk.domain.issues import Sitting

MOST_QUARTERS = 12
"""Over a longer time a column stands for a year."""


@dataclass(frozen=True, slots=True)
class Span:
    """A quarter or a year: its words in two lines, and how many questions fell in it, some still outstanding."""

    words: tuple[str, str]
    questions: int
    outstanding: int

    def told(self) -> str:
        """The column in words: "Apr to Jun 2025: 5 questions, 2 outstanding"."""
        return f"{' '.join(part for part in self.words if part)}: {counted(self.questions, self.outstanding)}"


def counted(questions: int, outstanding: int) -> str:
    """How many, and how many of them are outstanding: "5 questions, 2 outstanding"."""
    said = words.count(questions, "question", "questions")
    return f"{said}, {outstanding:,} {tr('outstanding')}" if outstanding else said


def spans(sittings: Iterable[Sitting]) -> tuple[Span, ...]:
    """Every quarter from the first to the last, those without a question too; years where the quarters are many."""
    asked: Counter[int] = Counter()
    owed: Counter[int] = Counter()
    for sitting in sittings:
        quarter = _quarter(sitting.date)
        if quarter is not None:
            asked[quarter] += sitting.questions
            owed[quarter] += sitting.outstanding
    if not asked:
        return ()
    first, last = min(asked), max(asked)
    if last - first < MOST_QUARTERS:
        return tuple(Span(_quarter_words(q), asked[q], owed[q]) for q in range(first, last + 1))
    return tuple(
        Span((str(year), ""), *(sum(of[4 * year + n] for n in range(4)) for of in (asked, owed)))
        for year in range(first // 4, last // 4 + 1)
    )


def committees(sittings: Iterable[Sitting]) -> tuple[tuple[str, int, int], ...]:
    """Each committee with its council, how many questions, how many outstanding; the most asked first."""
    asked: Counter[str] = Counter()
    owed: Counter[str] = Counter()
    for sitting in sittings:
        name = ", ".join(part for part in (sitting.committee or tr("Committee not known"), sitting.body) if part)
        asked[name] += sitting.questions
        owed[name] += sitting.outstanding
    return tuple((name, number, owed[name]) for name, number in asked.most_common())


def undated(sittings: Iterable[Sitting]) -> int:
    """How many questions were asked on a day that is not known."""
    return sum(sitting.questions for sitting in sittings if _quarter(sitting.date) is None)


def _quarter(iso: str | None) -> int | None:
    try:
        when = date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
    return 4 * when.year + (when.month - 1) // 3


def _quarter_words(quarter: int) -> tuple[str, str]:
    year, part = divmod(quarter, 4)
    first, last = tr(MONTHS[3 * part])[:3], tr(MONTHS[3 * part + 2])[:3]
    return (f"{first}–{last}", str(year))
