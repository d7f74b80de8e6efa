"""What a heading of business looks like, and where a title run on into prose ends."""

import re

from scrutiny_desk.recognition.dates import dates_in
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import TITLE_PATTERN
from scrutiny_desk.recognition.post_words import NOT_NAMES

_AUXILIARY = re.compile(
    r"\b(?:was|were|had|has|have|would|will|is|are|(?<!to )be|been|there|did|do|does|can|could|should|must|said|"
    r"asked(?! by)|replied|thanked|welcomed|shall|(?-i:may)|might|we|they|i|you|felt)\b",
    re.I,
)
FINITE = re.compile(
    r"\b(?:was|were|had|has|have|would|will|is|are|(?<!to )be|been|asked|noted|"
    r"stated|reported|advised|explained|agreed|"
    r"thanked|welcomed|confirmed|said|replied|received|introduced|declared|there|did|do|does|can|could|should|must|"
    r"queried|sought|expressed|presented|outlined|highlighted|shall|(?-i:may)|might|"
    r"we|they|i|you|felt|referred|informed)\b",
    re.I,
)
_TOPIC_VERBS = re.compile(
    r"^(?:to\s+)?(?:receive|consider|note|approve|agree|confirm|adopt|review|discuss|appoint|elect|sign)\b", re.I
)
_END = re.compile(r"[.;,:?!]$")
_USUAL_WORDS = (
    r"(?:to (?:receive|consider|accept|note|approve|agree|confirm|record)(?: (?:and|&) \w+)? "
    r"(?:(?:accepting|any|the) )?)?"
    r"(?:apologies(?: (?:for|of) absence| received)?(?: and substitut\w+)?|"
    r"(?:declarations?|disclosures?) of (?:(?:members['’]?|personal|pecuniary|disclosable|councillors['’]?) )*"
    r"interests?(?: (?:in|for|on) (?:items|matters|any items?) on the agenda)?|"
    r"(?:approval of (?:the )?)?minutes?(?: of (?:the )?(?:last|previous)(?: parish| council)*(?: meetings?)?)?|"
    r"matters arising(?: from .{3,50})?|correspondence|planning(?: applications?| matters| permissions)?|"
    r"financ(?:e|ial (?:report|matters|statement))|accounts for payment|payments|highways|"
    r"police (?:report|matters|update)s?|"
    r"dates?(?: and time)? of (?:the )?(?:next|future) meetings?|next (?:public )?meeting|"
    r"any other (?:urgent )?business|a\.?o\.?b\.?|"
    r"public (?:participation|forum|questions|session|time|speaking)|open (?:forum|session)|question time|"
    r"welcome|introductions?|welcome and (?:introductions?|apologies)|"
    r"(?:the )?(?:chair(?:man|person|woman)?|clerk|treasurer|secretary|mayor|convener|president|county councillor|"
    r"district councillor|borough councillor)['’]?s?['’]? (?:report|announcements?|remarks|communications)|"
    r"reports?|co-options?|"
    r"(?:election|appointment) of (?:the )?(?:vice[- ])?(?:chair\w*|officers|committee members)"
    r"(?: and vice[- ]chair\w*)?|urgent (?:business|items)|work programme|forward plan|"
    r"items for (?:the )?next (?:agenda|meeting)|"
    r"exclusion of (?:the )?(?:press and (?:the )?)?public|clos(?:e|ure) of (?:the )?meeting)"
)
USUAL = re.compile(_USUAL_WORDS, re.I)
USUAL_BEGINS = re.compile(rf"^({_USUAL_WORDS})\s*(?:[:;]?[-–—]*\s*$|[-–—:]\s+(?=\S))", re.I)
_TITLED = re.compile(rf"{TITLE_PATTERN}\s")
_PLAIN_WORDS = re.compile(r"(?:What|How|Where|Why|Who|When)\b")
_HARD = (
    r"(?:unanimously\s+)?resolved(?:\s*\([^)]{3,40}\))?(?:\s*[-–—]?\s*t\s*h\s*a\s*t"
    r"(?: the (?:\w+ ){0,3}(?:committee|panel|board|commission|cabinet|council))?)?|recommended|recommendations?|"
    r"that the (?:\w+ ){0,3}(?:committee|sub-committee|panel|board|commission|cabinet|council|forum|group)|"
    r"(?:whereupon|accordingly),? it was|"
    r"agreed|noted|received|decisions?|actions?|"
    r"repl(?:y|ies)|answers?|responses?|present|in attendance|chair(?:man|person)?|attendees|due|"
    r"those (?:present|attending)|(?:members|councillors|officers) (?:present|attending|in attendance)|"
    r"motion|amendment|carried|key points.*|"
    r"supporting documents|additional documents|agenda items?|witnesses|contributors|"
    r"notes?|reasons? for (?:the )?decision|"
    r"alternative options.*|post[- ]meeting note|members? questions?|vote|proposal|"
    r"proposed by.*|seconded by.*|by affirmation.*"
)
_SOFT = (
    r"minutes?|apologies|questions?|declarations?|purpose of (?:the )?(?:report|item|agenda item).*|"
    r"questions?,? (?:answers,? )?and (?:discussion|answers|comments)|discussion|"
    r"comments|unrestricted items|restricted items|"
    r"part (?:1|2|i|ii|a|b)\b.*|open session|background|conclusions?|summary|matters "
    r"for .*|items? for .*|confidential items?|exempt items?"
)
HARD_LABELS = re.compile(rf"^(?:[^\W\d_]+\s*/\s*)?(?:and\s+)?(?:it was\s+)?(?:{_HARD})\s*[:./\-–—]*$", re.I)
BARE_LABELS = re.compile(rf"^(?:[^\W\d_]+\s*/\s*)?(?:and\s+)?(?:it was\s+)?(?:{_HARD}|{_SOFT})\s*[:./\-–—]*$", re.I)


def is_usual(text: str) -> bool:
    """Whether a line is the title of business that nearly every meeting has, and nothing else."""
    agenda = text.endswith(".") and like(r"(?i)to\s").match(text)
    return not agenda and bool(USUAL.fullmatch(text.rstrip(" :.–-")))


_MANY_SMALL = re.compile(r"[a-z](?:[^a-z]*[a-z]){16}")
"""More than a tenth of 160 letters are no capitals."""


def all_caps(text: str) -> bool:
    """Whether the letters are capitals, and there are enough of them to tell."""
    head = text[:160]
    if _MANY_SMALL.search(head):
        return False
    letters = [*filter(str.isalpha, head)]
    return len(letters) > 3 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def title_like(text: str, *, limit: int = 220, heading: bool = False) -> bool:
    """Whether these words, standing alone, can be the title of an item: no sentence, no label, no bare number.

    `heading` says that a number or the file shows them as a heading, so that less is asked of the words.
    """
    text = text.strip()
    if not 3 <= len(text) <= limit or not any(map(str.isalpha, text)):
        return False
    if (HARD_LABELS if heading else BARE_LABELS).match(text):
        return False
    if like(r"\d").search(text) and _only_a_date(text):
        return False
    if all_caps(text):
        return True
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"‘'(["):
        return False
    words = text.split()
    if len(words) > 32:
        return False
    bare = like(r"\([^)]*\)").sub("", text) if "(" in text else text
    if _END.search(text) and not (
        text.endswith((".", ":"))
        and len(words) <= (18 if heading else 9)
        and not (_AUXILIARY if heading else FINITE).search(bare)
    ):
        return text.endswith("?") and len(words) <= 12 and text[0].isupper()
    if _TOPIC_VERBS.match(text):
        return len(words) <= 30
    if heading and len(words) <= 9 and _PLAIN_WORDS.match(text):
        return True
    if (_AUXILIARY if heading and len(words) <= 12 else FINITE).search(bare):
        return mostly_capitals(bare)
    titled = _TITLED.match(text)
    return not titled or len(words) <= 4 or words[1].strip(".,").casefold() in NOT_NAMES


def _only_a_date(text: str) -> bool:
    printed = dates_in(text)
    return bool(printed) and sum(d.end - d.start for d in printed) > 0.6 * len(text)


def mostly_capitals(text: str) -> bool:
    """Whether nearly all of its longer words begin with a capital, as in a title set so."""
    words = like(r"[^\W\d_]{4,}").findall(text)
    return len(words) >= 2 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def clean_title(text: str) -> str:
    """A title without the trailing marks that belong to the page and not to it."""
    text = text.strip()
    if text.endswith((")", "]")):
        text = like(r"(?i)\s*[(\[](?:Agenda\s+)?Items?\s+(?:No\.?\s*)?[A-Z]?\d+[a-z]?(?:\.\d+)?[)\]]\s*$").sub("", text)
    if text.endswith("*") or "PDF" in text or "pdf icon" in text:
        text = like(r"\s+(?:pdf icon\s*)?(?:\(?PDF,?\s*[\d.,]+\s*[KM]B\)?)?$|\s+pdf icon$|\s*\*+$").sub("", text)
    if text.endswith(("-", "–", "—")):
        text = like(r"(?::\s*|\s)[-–—]+$").sub("", text)
    text = text.rstrip(" :;–—")
    if text.startswith("("):
        text = like(r"^\(\d{1,3}\)\s+").sub("", text)
    if text[:4].casefold() == "date":
        text = like(
            r"(?i)^(dates? (?:and time )?of (?:the )?(?:next|future)\b[^\d]*?meetings?)\s*[-–—:,]\s*.*\d.*$"
        ).sub(r"\1", text)
    return text[:-1].rstrip() if text.endswith(".") and not like(r"\.\S*\.$|\betc\.$").search(text) else text
