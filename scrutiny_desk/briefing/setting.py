"""Setting one line: its lead-in, its words marked for whose they are, and its source in brackets or as a footnote."""

from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import languages, wording
from scrutiny_desk.briefing.footnotes import Footnotes
from scrutiny_desk.briefing.house import House, Role
from scrutiny_desk.briefing.ooxml import run
from scrutiny_desk.briefing.sheet import Fit
from scrutiny_desk.domain.briefing import Line


class Setter:
    """Turns lines into runs, in the styles of one house.

    With `footnotes`, sources go to the foot of the page. `sheet` is how a question plan is set; on it each question
    may have room to write under it.
    """

    def __init__(self, house: House, footnotes: Footnotes | None, sheet: Fit | None = None) -> None:
        self.house = house
        self.footnotes = footnotes
        self.is_sheet = sheet is not None
        self.space_to_write = sheet is not None and sheet.space
        self._strong = house.style(Role.STRONG)
        self._source = house.style(Role.SOURCE)

    def runs(self, line: Line) -> list[BaseOxmlElement]:
        """The line as runs: bold lead-in, words, source."""
        made = []
        lead = wording.lead_in(line)
        if lead:
            made += [run(f"{lead}:", style=self._strong), run(" ")]
        made.append(run(wording.spoken(line), language=languages.of(line)))
        if not line.citations:
            return made
        if self.footnotes is None:
            made += [run(" "), run(wording.bracketed(line.citations), style=self._source)]
        else:
            made.append(self.footnotes.add(f"{wording.sources(line.citations)}."))
        return made

    def words(self, line: Line) -> str:
        """The words that `runs` sets in the text, for who must know how long they are."""
        source = wording.bracketed(line.citations) if self.footnotes is None else ""
        return " ".join(filter(None, (wording.lead_in(line), wording.spoken(line), source)))

    def labelled(self, label: str, words: str) -> list[BaseOxmlElement]:
        """A header paragraph: "Committee date: 24 May 2016", the label in bold."""
        return [run(f"{label}:", style=self._strong), run(f" {words}")]
