"""A promise as it is found in a sentence, the words that say by when, and what keeps words from being a promise."""

import re
from dataclasses import dataclass

from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.subjects import Subject
from scrutiny_desk.recognition.telltales import Rule

LONGEST_QUOTE = 780
NOT_BOUND = re.compile(
    r"\bhad\s+(?:also\s+|then\s+|previously\s+)?(?:said|replied|agreed|undertaken|promised|stated|told|been\s+told|"
    r"confirmed|"
    r"advised)\b[^.;]*$|"
    r"\b(?:it|this)\s+(?:was|is|be)\s+(?:\w+\s+)?(?:agreed|resolved|suggested|requested|proposed|noted that if|"
    r"recommended)\b|\b(?:suggested|recommended|requested|asked|proposed|hoped)\s+(?:that|if|whether|"
    r"for)\b(?:(?!\band\s+(?:it|this|they|he|she|I|we)\b)[^.;,])*$|"
    r"\bit\s+says\s+(?:that\s+)?|\bif\b[^.;,]*$",
    re.I,
)
_OF_DUE = (
    "end beginning next monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december christmas easter day days week weeks month months future "
    "following subsequent course soon"
).split()
_DUE = Rule(
    r"\b(?:(?:by|before|on|until)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:\w+\s?){1,3}|"
    r"beginning\s+of\s+\w+|next\s+(?:meeting|week|month)(?:\s+of\s+the\s+\w+)?|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\d{1,2}\s+\w+)?|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|"
    r"February|March|April|May|June|July|August|September|October|November|December)(?:,?\s+\d{4})?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|"
    r"Christmas|Easter)"
    r"|within\s+(?:the\s+next\s+)?(?:\w+|\d+)\s+(?:working\s+|clear\s+)?(?:days?|weeks?|"
    r"months?)(?:\s+of\s+the\s+meeting)?"
    r"|(?:to|at|for|in\s+time\s+for)\s+(?:the\s+|its\s+|their\s+|a\s+)?(?:next|future|following|subsequent|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)(?:\s+(?:scheduled\s+|"
    r"ordinary\s+)?(?:\w+\s+){0,2}?meeting(?:\s+(?:of|in)\s+(?:the\s+)?\w+(?:\s+\w+)?)?)?"
    r"|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|"
    r"in\s+due\s+course|as\s+soon\s+as\s+(?:possible|practicable)|next\s+(?:week|month)|(?:in|over)\s+the\s+(?:next|"
    r"coming)\s+(?:few\s+)?(?:\w+\s+)?(?:days?|weeks?|months?))\b",
    re.I,
    words=_OF_DUE,
)


_OF_THE_REASON = re.compile(r"\bwhy\b[^,;.]*$")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise found in a sentence. `by` is the subject of its clause; None means whoever is speaking."""

    start: int
    end: int
    words: str
    by: Subject | None
    by_words: str = ""
    firm: bool = True


def clause(text: str, at: int, end: int) -> str:
    """The words of promising, from `at` to where their clause ends."""
    stop = like(r"[;.]|,\s+(?:but|and|which|so)\b").search(text[at:end])
    return text[at : at + stop.start() if stop else end].strip()[:120]


def due_words(text: str) -> str | None:
    """The words that say by when, the last of them in the text; None where nothing is said.

    A time inside a "why" is that of what is to be explained, not of the explanation.
    """
    found = [m[0] for m in _DUE.finditer(text) if not _OF_THE_REASON.search(text, 0, m.start())]
    return found[-1] if found else None
