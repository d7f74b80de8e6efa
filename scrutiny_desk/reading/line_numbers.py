"""Line numbers down the margin, as bills and records of evidence bear them: told by their row, and taken out."""

from scrutiny_desk.reading.pdf_lines import Line

FEWEST = 4
"""A shorter row of numbers is text."""

LONGEST = 20
"""A longer line is no number, whatever stands around it."""

STEPS = (1, 5, 10)
"""Every line, every fifth or every tenth is numbered."""


def strip_line_numbers(lines: list[Line]) -> None:
    """Take the line numbers off a page, in place; numbers that are not a row down the margin stay."""
    alone = [line for line in lines if _is_number(line.text)]
    heads = [line for line in lines if line.segments and _is_number(line.segments[0].text)]
    found = sorted(alone + heads, key=lambda line: -line.bottom)
    if len(found) < FEWEST or not _is_row(found):
        return
    edge = min((line.left for line in lines if line not in alone and line not in heads), default=None)
    starts = [line.segments[1].left for line in heads]
    if edge is None and not starts:
        return
    body = min([*starts, *([edge] if edge is not None else [])])
    if any(_right(line) > body + 1 for line in found):
        return
    gone = set(map(id, alone))
    lines[:] = [line for line in lines if id(line) not in gone]
    for line in heads:
        line.text = line.text[len(line.segments[0].text) :].lstrip()
        line.segments = line.segments[1:] if len(line.segments) > 2 else []
        line.left = line.segments[0].left if line.segments else starts[heads.index(line)]


def _is_row(found: list[Line]) -> bool:
    """Whether the numbers go up by one step from line to line."""
    numbers = [int((line.segments[0].text if line.segments else line.text).strip()) for line in found]
    steps = {after - before for before, after in zip(numbers, numbers[1:], strict=False)}
    return len(steps) == 1 and steps.pop() in STEPS


def _is_number(text: str) -> bool:
    bare = text.strip() if len(text) < LONGEST else ""
    return bare.isascii() and bare.isdigit() and len(bare) <= 4


def _right(line: Line) -> float:
    return line.segments[0].right if line.segments else line.right
