"""The figures of recognition on our own corpus, by house style, seen and set aside, a plain baseline beside them.

    python tests/corpus/table.py               the table
    python tests/corpus/table.py --detail      what was missed and what was false, in the seen half only
    python tests/corpus/table.py --confidence  how many of the findings at each confidence are right
    python tests/corpus/table.py --record      writes the totals to figures.json, which the tests hold as their floor,
                                               and the table into README.md beside this file

The half set aside is scored and never shown: whoever writes rules learns its figures, not its words.
"""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import scoring  # noqa: E402  the folder is no package: its path is set just above

RECORD = HERE / "figures.json"
README = HERE / "README.md"
HEADINGS = {"seen": "Seen while the rules were written", "aside": "Set aside, scored only"}
BETWEEN = ("<!-- figures: written by table.py --record -->", "<!-- end of figures -->")
STYLES = {
    0: "ALL",
    1: "Direct named pairs",
    2: "Proxy question",
    3: "Numbered key points",
    4: "Answers only",
    5: "Strict pairs with initials",
    6: "Answer in the same item",
    7: "Questions only",
    8: "Topic, dash, answer",
    9: "Collective narrative",
    10: "Three-level numbering",
    11: "On notice, supplementary",
    12: "Formal question sheets",
    13: "Mr and Mrs for members",
    14: "Run-on headings",
    15: "Minute and year numbers",
    16: "Action lines",
    17: "Action log",
    18: "Category and names",
    19: "Verbatim hearing",
    20: "Numbered n.n, Resolved",
    21: "Scottish",
    22: "Northern Ireland",
    23: "Number on its own line",
    24: "Roman numerals",
    25: "Parish, town, district",
    26: "No minutes at all",
}
COLUMNS = (
    *("Style", "Docs", "Asked", "P", "R", "F1", "Plain F1", "Asker", "Answerer", "Status", "Falsely answered"),
    *("Undertakings F1", "Decisions F1", "People", "Items", "Meeting"),
)


def shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def row(style: int, documents: int, marks: scoring.Marks, baseline: scoring.Marks) -> list[str]:
    questions = marks.f1("questions") or (None, None, None)
    plain = (baseline.f1("questions") or (None, None, None))[2]
    others = [(marks.f1(kind) or (None, None, None))[2] for kind in ("undertakings", "decisions")]
    shares = [marks.share(name) for name in ("asker", "answerer", "status", "falsely answered")]
    last = [marks.share(name) for name in ("people", "items", "meeting")]
    values = [*questions, plain, *shares, *others, *last]
    name = f"{style} {STYLES[style]}" if style else STYLES[style]
    return [name, str(documents), str(marks.out_of.get("questions wanted", 0)), *map(shown, values)]


def table(half: str) -> str:
    """One half as a table in Markdown."""
    by_style = scoring.whole(half)
    counts: dict[int, int] = {}
    for case in scoring.cases(half):
        for key in (0, case.style):
            counts[key] = counts.get(key, 0) + 1
    order = [*sorted(key for key in by_style if key), 0]
    rows = [list(COLUMNS), *(row(key, counts[key], *by_style[key]) for key in order)]
    widths = [max(len(line[i]) for line in rows) for i in range(len(COLUMNS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def detail() -> None:
    for case in scoring.cases("seen"):
        marks, _ = scoring.score(case)
        if marks.faults:
            print(case.name, *(f"  {fault}" for fault in marks.faults), sep="\n")


def record(tables: str) -> None:
    """Keep the totals for the tests, and the table for whoever reads the README."""
    totals = {half: scoring.figures(half) for half in scoring.HALVES}
    RECORD.write_text(json.dumps(totals, indent=1) + "\n", encoding="utf-8")
    before, _, rest = README.read_text(encoding="utf-8").partition(BETWEEN[0])
    after = rest.partition(BETWEEN[1])[2]
    README.write_text(f"{before}{BETWEEN[0]}\n{tables}\n{BETWEEN[1]}{after}", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--confidence", action="store_true")
    parser.add_argument("--record", action="store_true")
    asked = parser.parse_args()
    if asked.detail:
        detail()
        return 0
    if asked.confidence:
        for half in scoring.HALVES:
            print(
                HEADINGS[half],
                *(f"  from {low}: {n} found, {share:.2f} right" for low, n, share in scoring.calibration(half)),
                sep="\n",
            )
        return 0
    tables = "\n\n".join(f"{HEADINGS[half]}:\n\n{table(half)}" for half in scoring.HALVES)
    print(tables)
    if asked.record:
        record(tables)
    return 0


if __name__ == "__main__":
    sys.exit(main())
