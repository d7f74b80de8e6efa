"""How fast a long briefing is written: prints figures, asserts nothing; the budget is a test of its own.

python tests/speed/briefing/bench_word.py [--pages N] [--footnotes N] [--keep FILE]
"""

import argparse
import time
from pathlib import Path

from scrutiny_desk.briefing import checks, plain, web, word
from scrutiny_desk.briefing import wording as w
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table, Voice
from scrutiny_desk.domain.documents import Circulation

A_PAGE = 400
"""Words on a page of 12 point type, about."""
WORDS = "The Committee was told that the number of families seen within ten days had risen since the last report. "


def long_briefing(pages: int, footnotes: int) -> Briefing:
    """A briefing of about so many pages with so many sources, a third of them in tables."""
    paragraph = WORDS * 3
    length = len(paragraph.split())
    cited = [_source(n) for n in range(footnotes)]
    in_tables = cited[: footnotes // 3]
    in_text = cited[footnotes // 3 :]
    rows = tuple((Line(WORDS, Voice.QUOTATION, (c,)), Line("Siân O'Connor"), Line("12 June 2025")) for c in in_tables)
    paragraphs = max(len(in_text), pages * A_PAGE // length - len(rows))
    lines = tuple(
        Line(paragraph, Voice.QUOTATION, (in_text[n],) if n < len(in_text) else ()) for n in range(paragraphs)
    )
    sections = [Section(f"Section {n // 20 + 1}", lines[n : n + 20]) for n in range(0, len(lines), 20)]
    sections.append(Section(w.OUTSTANDING, table=Table((w.QUESTION, w.ASKED_BY, w.DUE), rows)))
    return Briefing(BriefingKind.ISSUE, "Issue briefing: Everything", Circulation.PUBLIC, sections=tuple(sections))


def _source(number: int) -> Citation:
    return Citation(
        number,
        "Minutes.pdf",
        "Overview and Scrutiny Committee",
        None,
        "2025-06-12",
        "38",
        number % 90 + 1,
        kind="minutes",
    )


def timed(work, *arguments, **options) -> float:
    """Seconds that a call took."""
    begun = time.perf_counter()
    work(*arguments, **options)
    return time.perf_counter() - begun


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--footnotes", type=int, default=500)
    parser.add_argument("--keep", type=Path, default=None, help="where to leave the document that was written")
    options = parser.parse_args()
    briefing = long_briefing(options.pages, options.footnotes)
    print(f"{options.pages} pages, {options.footnotes} sources")
    print(f"Word, footnotes    {timed(word.document_bytes, briefing, footnotes=True):6.2f} s")
    print(f"Word, in brackets  {timed(word.document_bytes, briefing):6.2f} s")
    print(f"web page           {timed(web.page, briefing):6.2f} s")
    print(f"text               {timed(plain.text, briefing):6.2f} s")
    if options.keep:
        word.write(briefing, options.keep, footnotes=True)
        print(f"rules of access    {timed(checks.troubles, options.keep):6.2f} s")


if __name__ == "__main__":
    main()
