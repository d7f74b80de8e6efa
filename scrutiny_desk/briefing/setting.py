"""Setting one line: its lead-in, its words marked for whose they are, and its source in brackets or as a footnote."""

import re

from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import citing, languages, marks, sheet
from scrutiny_desk.briefing.content import Numbers, run_on
from scrutiny_desk.briefing.footnotes import Footnotes
from scrutiny_desk.briefing.house import House, Role
from scrutiny_desk.briefing.ooxml import element, field, run
from scrutiny_desk.briefing.sheet import Fit
from scrutiny_desk.domain.briefing import Line

_NUMBER = re.compile(r"(\d+)")


class Setter:
    """Turns lines into runs, in the styles of one house.

    With `footnotes`, sources go to the foot of the page. `plan` is how a question plan is set, on its one side.
    """

    def __init__(
        self,
        house: House,
        footnotes: Footnotes | None,
        plan: Fit | None = None,
        numbers: Numbers | None = None,
    ) -> None:
        self.house = house
        self.footnotes = footnotes
        self.numbers = numbers or Numbers(())
        self.is_sheet = plan is not None
        self._strong = house.style(Role.STRONG)
        self._source = house.style(Role.SOURCE)

    def runs(self, line: Line) -> list[BaseOxmlElement]:
        """The line and what runs on in its paragraph: bold lead-in, words, what it points at, source."""
        made: list[BaseOxmlElement] = []
        if sheet.is_lead(line):
            return [run(line.text), element("r", element("tab")), run(line.then[0].text)]
        for each in run_on(line):
            made += [run(" "), *self._runs(each)] if made else self._runs(each)
        return made

    def _runs(self, line: Line) -> list[BaseOxmlElement]:
        made = []
        lead = marks.lead_in(line)
        if lead:
            made += [run(f"{lead}:", style=self._strong), run(" ")]
        before, pointer, after = self.numbers.spoken(line)
        made.append(run(before, language=languages.of(line)))
        made += self._pointer(pointer)
        made += [run(after)] if after else []
        if not line.citations:
            return made
        if self.footnotes is None:
            made += [run(" "), run(citing.bracketed(line.citations), style=self._source)]
        else:
            made.append(self.footnotes.add(f"{citing.sources(line.citations)}."))
        return made

    def _pointer(self, words: str) -> list[BaseOxmlElement]:
        """The tables a line points at, each number a cross-reference that follows the table wherever it goes."""
        parts = [part for part in _NUMBER.split(words) if part]
        return [field(f"REF {table_mark(int(p))} \\h", p) if p.isdigit() else run(p) for p in parts]

    def words(self, line: Line) -> str:
        """The words that `runs` sets in the text, for who must know how long they are."""
        return " ".join(filter(None, (self._words(each) for each in run_on(line))))

    def _words(self, line: Line) -> str:
        source = citing.bracketed(line.citations) if self.footnotes is None else ""
        parts = (marks.lead_in(line), "".join(self.numbers.spoken(line)), source)
        return " ".join(filter(None, parts))

    def labelled(self, label: str, words: str) -> list[BaseOxmlElement]:
        """A header paragraph: "Committee date: 24 May 2016", the label in bold."""
        return [run(f"{label}:", style=self._strong), run(f" {words}")]


def table_mark(number: int) -> str:
    """The name of the bookmark round a table's number, as Word names those that cross-references point at."""
    return f"_Ref{number:08}"
