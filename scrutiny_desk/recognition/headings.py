"""What a heading of business looks like, and where a title run on into prose ends."""

import re

from scrutiny_desk.recognition.dates import dates_in
from scrutiny_desk.recognition.names import TITLE_PATTERN, UPPER

_AUXILIARY = re.compile(
    r"\b(?:was|were|had|has|have|would|will|is|are|(?<!to )be|been|there|did|do|does|can|could|should|must|said|"
    r"asked(?! by)|replied|thanked|welcomed|shall|(?-i:may)|might|we|they|i|you|felt)\b",
    re.I,
)
_FINITE = re.compile(
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
    r"apologies(?: for absence)?|declarations? of (?:members['’]? )?interests?|"
    r"minutes(?: of (?:the )?(?:last|previous) meeting)?|matters arising|correspondence|planning(?: applications)?|"
    r"finance|highways|date of (?:the )?next meeting|any other business|public (?:participation|forum|questions)|"
    r"chair(?:man)?['’]?s (?:report|announcements)|clerk['’]?s report|reports?|co-options?"
)
USUAL = re.compile(_USUAL_WORDS, re.I)
USUAL_BEGINS = re.compile(rf"^({_USUAL_WORDS})\s*(?:$|[-–—:]\s+(?=\S))", re.I)
_RUN_ON = re.compile(
    rf"\.\s*[-–—]?\s+(?=[{UPPER}“\"‘'(•·\d])|\s+[-–—]+\s+(?=[{UPPER}][a-z]+\s+[a-z])|:\s*[-–—]\s*(?=[{UPPER}])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Cllr|Mr|Mrs|Ms|Dr|St|Rev|Prof|Co|Ltd|Inc|etc|v|vs|i\.e|e\.g|para|paras|Min|Ref|Rt|Hon)|\b[A-Z])$"
)
_PLAIN_WORDS = re.compile(r"(?:What|How|Where|Why|Who|When)\b")
_CAPS_RUN = re.compile(rf"^((?:[{UPPER}0-9&/’'\-–—,.():]+\s+){{1,22}}?)(?=[{UPPER}][a-z]+\b|[{UPPER}]\s+[a-z])")
_MINUTE_NUMBER = re.compile(
    r"^\(?(?:Min(?:ute)?\.?\s*(?:No\.?|Ref\.?)?\s*)?([A-Z]{0,6}[./ ]?\d{1,4}(?:[/.\-]\d{1,4}){0,3})[.):]?\s+(?=\S)"
)
_HARD = (
    r"(?:unanimously\s+)?resolved(?:\s*[-–—]?\s*t\s*h\s*a\s*t)?|recommended|recommendations?|"
    r"agreed|noted|received|decisions?|actions?|"
    r"repl(?:y|ies)|answers?|responses?|present|in attendance|chair(?:man|person)?|"
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
HARD_LABELS = re.compile(rf"^(?:and\s+)?(?:it was\s+)?(?:{_HARD})\s*[:.\-–—]*$", re.I)
BARE_LABELS = re.compile(rf"^(?:and\s+)?(?:it was\s+)?(?:{_HARD}|{_SOFT})\s*[:.\-–—]*$", re.I)


def all_caps(text: str) -> bool:
    """Whether the letters are capitals, and there are enough of them to tell."""
    letters = [c for c in text[:160] if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def title_like(text: str, *, limit: int = 220, heading: bool = False) -> bool:
    """Whether these words, standing alone, can be the title of an item: no sentence, no label, no bare number.

    `heading` says that a number or the file shows them as a heading, so that less is asked of the words.
    """
    text = text.strip()
    if not 3 <= len(text) <= limit or not any(c.isalpha() for c in text):
        return False
    if (HARD_LABELS if heading else BARE_LABELS).match(text):
        return False
    if re.search(r"\d", text) and _only_a_date(text):
        return False
    if all_caps(text):
        return True
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"‘'(["):
        return False
    words = text.split()
    if len(words) > 32:
        return False
    bare = re.sub(r"\([^)]*\)", "", text)
    if _END.search(text) and not (
        text.endswith((".", ":"))
        and len(words) <= (18 if heading else 9)
        and not (_AUXILIARY if heading else _FINITE).search(bare)
    ):
        return text.endswith("?") and len(words) <= 12 and text[0].isupper()
    if _TOPIC_VERBS.match(text):
        return len(words) <= 30
    if heading and len(words) <= 9 and _PLAIN_WORDS.match(text):
        return True
    if (_AUXILIARY if heading and len(words) <= 12 else _FINITE).search(bare):
        return _mostly_capitals(bare)
    return not re.match(rf"{TITLE_PATTERN}\s", text) or len(words) <= 4


def _only_a_date(text: str) -> bool:
    printed = dates_in(text)
    return bool(printed) and sum(d.end - d.start for d in printed) > 0.6 * len(text)


def _mostly_capitals(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) >= 2 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def run_on_title(text: str) -> tuple[str, int] | None:
    """The title that prose follows in one paragraph, and where the prose begins; None where there is none."""
    caps = _CAPS_RUN.match(text)
    if caps:
        title = caps[1].rstrip(" -–—:.,(")
        if len(title) >= 4 and all_caps(title) and not HARD_LABELS.match(title):
            rest = re.match(r"[\s\-–—:.]*", text[len(title) :])
            return title, len(title) + (rest.end() if rest else 0)
    for cut in _RUN_ON.finditer(text[:280]):
        title = text[: cut.start()].strip()
        if cut[0].startswith(".") and _ABBREVIATION.search(title):
            continue
        if not title_like(title, limit=180, heading=True) or len(title.split()) > 26:
            return None
        dash = not cut[0].startswith(".") and not all_caps(title)
        rest = re.split(r"\.\s", text[cut.end() :])[0]
        if dash and not (
            _FINITE.search(rest) or USUAL.fullmatch(title) or re.fullmatch(r"(?:none|nil)\W*", rest, re.I)
        ):
            continue
        return title, cut.end()
    return None


def leading_number(text: str) -> tuple[str, int] | None:
    """A minute number that stands inside the text ("CAB12. Title", "22/23 Title", "508 TITLE"), and where it ends."""
    match = _MINUTE_NUMBER.match(text)
    if not match:
        return None
    number = match[1].strip()
    if re.fullmatch(r"\d+", number) and int(number) > 2500:
        return None
    if re.fullmatch(r"(?:19|20)\d\d|\d+\.\d+", number) and not text[match.end() :][:1].isupper():
        return None
    return number, match.end()


def clean_title(text: str) -> str:
    """A title without the trailing marks that belong to the page and not to it."""
    text = re.sub(
        r"\s*\((?:Agenda\s+)?Items?\s+(?:No\.?\s*)?[A-Z]?\d+[a-z]?(?:\.\d+)?\)\s*$", "", text.strip(), flags=re.I
    )
    text = re.sub(r"\s+(?:pdf icon\s*)?(?:\(?PDF,?\s*[\d.,]+\s*[KM]B\)?)?$|\s+pdf icon$|\s*\*+$", "", text)
    text = re.sub(r"^\(\d{1,3}\)\s+", "", text.rstrip(" :–—"))
    text = re.sub(
        r"^(dates? (?:and time )?of (?:the )?(?:next|future)\b[^\d]*?meetings?)\s*[-–—:,]\s*.*\d.*$",
        r"\1",
        text,
        flags=re.I,
    )
    return text[:-1].rstrip() if text.endswith(".") and not re.search(r"\.\S*\.$|\betc\.$", text) else text
