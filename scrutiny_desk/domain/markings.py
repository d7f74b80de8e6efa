"""The words by which a paper says at its head that it is not for everybody; readers never drop a line of them."""

import re

_KINDS = (
    r"items?|information|reports?|minutes?|appendi(?:x|ces)|annex(?:es)?|session|business|agenda|part|papers?|matters?|"
    r"circulation|record"
)
_MARKING = re.compile(
    rf"""^\W*(?:\d{{1,3}}[.)]?\s+\W*)?(?:strictly\s+|highly\s+)?(?:private\s+(?:and|&)\s+)?(?:
        (?:this\s+(?:report|paper|document|page|appendix|annex)\s+is\s+)?not\s+for\s+(?:general\s+)?(?:publication|release)
      | exempt\s+(?:{_KINDS}|from\s+publication|reason|paragraph|category)
      | (?:confidential|restricted|private|closed)\s+(?:{_KINDS})
      | (?:press|public)\s+(?:(?:and|&)\s+(?:press|public)\s+)?excluded
      | (?:{_KINDS})?\s*(?:which\s+are\s+|that\s+are\s+)?(?:not\s+open|closed)\s+to\s+the\s+(?:press|public)
      | (?:{_KINDS})\s+(?:to\s+be\s+|for\s+)?(?:considered|consideration|discussed|discussion|taken|heard)\s+in\s+
        (?:private|closed\s+session|camera)
      | in\s+camera | pink\s+(?:papers?|pages?|items?) | on\s+pink\s+paper
      | official[\s:\-–/(]*sensitive | commercial(?:ly|\s+and|\s+&)?[\s-]+(?:in[\s-]+confidence|sensitive|confidential)
      | nid\s+i['’]w\s+gyhoeddi | (?:gwybodaeth|eitemau?|adroddiad)\s+(?:eithriedig|cyfrinachol)
      | (?:exempt|confidential|restricted|private|cyfrinachol|eithriedig)
        (?=\W*$|\s*[:;,.(\[)\]–—]|\s+-|\s+(?:by|under|until|pursuant|as|in\s+accordance|within)\b)
      | in\s+private(?=\W*$)
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_PART_TWO = re.compile(
    r"^\W*(?:\d{1,3}[.)]?\s+\W*)?(?:section|part)\s+(?:2|ii|two|b)(?=\W*$|\s*[-–—:(])(?:[\W_]*(?P<rest>.*))?$",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"private|exempt|confidential|closed|restricted|pink|not (?:for publication|open)|press|public", re.IGNORECASE
)
_PART = re.compile(r"\b(?:items|business|session|part|minutes|agenda|camera|private|papers|matters)\W*$", re.IGNORECASE)
_SPACED = re.compile(r"\b[A-Z](?: [A-Z]){4,}\b")
_LETTERS_APART = re.compile("[A-Z] [A-Z] [A-Z] [A-Z] [A-Z]")
_LONGEST = 160
"""A marking is a line, not a paragraph."""


def closed_up(text: str) -> str:
    """The text with letters that are set apart ("E X E M P T") brought together."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text) if _LETTERS_APART.search(text) else text


def is_marking(text: str) -> bool:
    """Whether a line is nothing but a marking such as "NOT FOR PUBLICATION" or "Part II", with what it adds to that."""
    text = closed_up(text)
    return len(text) < _LONGEST and bool(_MARKING.match(text) or is_second_part(text))


def is_second_part(text: str, *, closed_only: bool = False) -> bool:
    """Whether a line begins the second part of a paper, which is the closed one; `closed_only` wants it to say so, or
    to say nothing else."""
    match = _PART_TWO.match(text) if len(text) < _LONGEST else None
    if match is None:
        return False
    rest = match["rest"] or ""
    return not closed_only or not rest.strip(" .)") or bool(_CLOSED.search(rest))


def begins_a_part(text: str) -> bool:
    """Whether a marking heads a part of the paper ("EXEMPT BUSINESS", "Part 2 (private)"), not one matter alone."""
    return is_second_part(text) or is_marking(text) and bool(_PART.search(text))


_BESIDE = re.compile(r"\t|\s{2,}|\s*[|•·]\s*|\s[-–—]\s|\s*\bpage\s+\d+.*$", re.IGNORECASE)


def marking_in(line: str) -> str:
    """The marking that a running head, a foot or a watermark bears, beside page numbers and the like; "" for none.

    A second part that does not say that it is closed counts only where it is all the line says.
    """
    line = closed_up(line).strip()
    if is_marking(line):
        return line
    parts = [part.strip() for part in _BESIDE.split(line)]
    return next((part for part in parts if is_marking(part) and not is_second_part(part)), "")
