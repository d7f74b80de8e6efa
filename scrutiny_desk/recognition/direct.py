"""Questions in their own words: with a question mark, or with the order of words of a question."""

import re

from scrutiny_desk.recognition.telltales import Rule, Rules

_AUX = r"(?:can|could|did|does|do|is|are|was|were|will|would|has|have|had|should|shall|might|may)"
_PRONOUN = (
    r"(?:he|she|they|it|you|we|there|this|that|these|those|anyone|anything|someone|the|an?|our|your|their|his|her|all|"
    r"any|some)"
)
_INVERTED = re.compile(
    rf"(?:(?:And|But|So|Also|Secondly|Firstly|Finally|Then|If so|In addition|Further)\s*,?\s+)?"
    rf"(?:(?i:{_AUX})(?:n['’]t)?\s+(?:{_PRONOUN}\b|[A-Z][\w'’]+|not\b|[a-z]+s\b|\d+\b)"
    rf"|(?:What|How|Why|When|Where|Who|Which|Whose|To what extent|At what|By when|In what|"
    rf"(?<=ly, )(?:what|how|why|when|where|who|which))\b(?:\s+\w+)*?\s+(?:{_AUX})\b)"
)
_EMBEDDED = Rules(
    Rule(
        rf"[,;:–]\s+(?:and\s+|so\s+|but\s+)?(?:{_AUX}\s+(?:he|she|they|it|you|we|there|this|that|these|the\s+\w+|"
        rf"anything|anyone)\s+(?:not\s+)?[a-z]+"
        rf"|(?:what|how|why|when|where|who)\s+(?:{_AUX})\s+)"
    ),
    Rule(r"\b(?:what happens if|what was being done|what is being done)\b", words=("what",)),
)
_WISH = re.compile(r"(?i:may|do|had|should)\b|Will\s[A-Z]")
_WH = re.compile(r"(?:What|How|Why|When|Where|Who|Which|Whose|To what|At what|By when|In what)\b")
_WHEN = re.compile(r"(?i:when|where|which|who)\b")
_WHEN_AUX = re.compile(rf"(?i:when|where|who|which \w+)\s+{_AUX}\b")
_TAKES_NOUN = re.compile(
    r"[,;:–]\s+(?:and\s+|so\s+|but\s+)?(?:that|was|were|had|is|are|do|may|have|has|will|should|would|might)\s+"
    r"(?:the|this|that|these|there)\b"
)
_WH_CLAUSE = re.compile(r",\s+(?:so\s+|and\s+|but\s+)?(?:what|how|why|when|where|who)\b")
_NOT_ASKED = re.compile(
    r"\bhad (?:been )?asked\b|\basked (?:himself|herself|themselves)\b|\bthe (?:report|strategy|paper|document|slides?|"
    r"survey|consultation|plan|leaflet)\s+(?:\w+\s+)?(?:asked|asks)\b",
    re.I,
)
_TO_MEMBERS = re.compile(
    r"\b(?:[Ww]ould|[Dd]oes|[Dd]o|[Ii]s|[Aa]re|[Hh]as|[Hh]ave)\s+any\s+(?:(?:other|further)\s+)?(?:[Mm]embers?|"
    r"[Cc]ouncillors?)\b|^[Aa]ny questions\?"
)
_QUOTES_ON = re.compile(r"[\"“‘'][^\"”]*[?.!]?[\"”’']\s+(?:was|were|is|had|has)\b")
_PROMPTS = re.compile(r"\b(?:following prompts|key lines of enquiry|prompts:)", re.I)
_FINITE = re.compile(
    rf"(?:What|How|Why|When|Where|Who|Which|Whose|To what extent|At what|By when|"
    rf"In what)\b(?:\s+(?!{_AUX}\b)\w+){{0,8}}\s+{_AUX}\s+"
    rf"(?:{_PRONOUN}\b|[A-Z]|not\b|be(?:ing)?\b|been\b)"
)
_STATEMENT_START = re.compile(r"(?:When|Where|Which|Who|What|How)\b[^?]*,\s")


def direct_question(text: str, start: int, end: int) -> int | None:
    """The offset at which a question in its own words begins in this sentence, or None.

    A question mark at the end tells; without one, the order of words does ("Could the County look at these").
    """
    head = start
    while head < end and not text[head].isalnum():
        head += 1
    marked = "?" in text[start:end] and text[start:end].rstrip("\"'”’)] ").endswith("?")
    inverted = _INVERTED.match(text, head, end)
    found = _in_order_of_question(text, start, end, head, bool(inverted), marked)
    if (
        found is None
        or _NOT_ASKED.search(text, start, end)
        or _PROMPTS.search(text)
        or _QUOTES_ON.match(text, start, end)
    ):
        return None
    return None if _TO_MEMBERS.search(text[start:end]) else found


def _in_order_of_question(text: str, start: int, end: int, head: int, inverted: bool, marked: bool) -> int | None:
    if marked:
        if inverted:
            return head
        embedded = _EMBEDDED.search(text, start, end)
        return embedded.start() + 2 if embedded else head
    if inverted and not _STATEMENT_START.match(text, head, end) and not _WISH.match(text, head, end):
        if _WH.match(text, head, end) and not _FINITE.match(text, head, end):
            return None
        if _WHEN.match(text, head, end) and not _WHEN_AUX.match(text, head, end):
            return None
        return head
    embedded = _EMBEDDED.search(text, start, end)
    if not embedded or _TAKES_NOUN.match(embedded[0]) or _WH_CLAUSE.match(embedded[0]):
        return None
    return embedded.start() + 2
