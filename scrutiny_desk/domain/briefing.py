"""A briefing as data, before any file format: sections of lines, each with its source."""

from dataclasses import dataclass, field
from enum import StrEnum

from scrutiny_desk.domain.charts import Chart
from scrutiny_desk.domain.documents import Circulation, Classification


class BriefingKind(StrEnum):
    """The kinds of briefing, as the command line names them."""

    MEETING = "meeting"
    WITNESS = "witness"
    ISSUE = "issue"
    OUTSTANDING = "outstanding"
    QUESTION_PLAN = "question-plan"
    FOLLOW_UP = "follow-up"
    LETTER = "letter"
    MATTERS_ARISING = "matters-arising"
    TRACKER = "tracker"
    FIGURES = "figures"


class Voice(StrEnum):
    """Whose words a line is: a source's, verbatim; the register's facts; fixed wording; the user's own."""

    QUOTATION = "quotation"
    FACT = "fact"
    FIXED = "fixed"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a line comes from; whatever is not known is None and is left out, never guessed.

    `kind` is the document's (`DocumentKind`), `read_by_ocr` is true where the words were read from a picture. Where
    something was noted at a live meeting there is no document (0): `noted_at` is the time.
    """

    document_id: int
    file_name: str
    committee: str | None = None
    body: str | None = None
    date: str | None = None
    item_number: str | None = None
    page: int | None = None
    printed_page: str | None = None
    paragraph: int | None = None
    kind: str | None = None
    read_by_ocr: bool = False
    noted_at: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: its text, whose words they are, its sources and its classification.

    A quotation's text is verbatim and bears no quotation marks of ours: the writers put them on. `label` leads
    the line in bold ("Asked by"). `language` is the text's ("en-GB", "cy-GB"). `then` are lines that go on in the
    same paragraph, as an answer does after its question. `see` is the key of a section whose tables the line tells
    of: the writers add "(see table 2)", in Word as a cross-reference.
    """

    text: str
    voice: Voice = Voice.FACT
    citations: tuple[Citation, ...] = ()
    classification: Classification = Classification.PUBLIC
    label: str = ""
    language: str = "en-GB"
    then: tuple["Line", ...] = ()
    see: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A simple table: a header row that repeats, no merged or empty cell; one row a line of the register.

    One with a caption is numbered through the document: "Table 2: 3 questions outstanding".

    A cell whose line has no text is written as "not recorded". Sources of a row's cells stand in its last column
    where that column is the wording's "Source", else after the words of each cell.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs, a table, or sections under it.

    `numbered` paragraphs bear numbers in Word; a `new_page` section begins on one, as the papers of a pack do. `key`
    is the name it is known by where its heading is another, or where it has none, as the parts of a letter have none.
    `chart` is a picture under its lines.
    """

    heading: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    sections: tuple["Section", ...] = ()
    numbered: bool = True
    new_page: bool = False
    key: str = ""
    chart: Chart | None = None

    @property
    def known_as(self) -> str:
        """The name it is chosen and referred to by, whatever heading a person has given it."""
        return self.key or self.heading

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it: one that is only offered, for a person to write in."""
        return not (self.lines or self.table or self.sections or self.chart)


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing note: header paragraphs (label, words), sections, and what circulation left out."""

    kind: BriefingKind
    title: str
    circulation: Circulation
    header: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)
    made_on: str = ""
    draft: bool = True
