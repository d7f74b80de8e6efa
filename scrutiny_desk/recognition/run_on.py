"""Where a title that runs on into prose ends: at a stop, a dash, a colon or a bullet, or where a sentence begins."""

import re

from scrutiny_desk.recognition.headings import FINITE, HARD_LABELS, USUAL, USUAL_BEGINS, all_caps, title_like
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import TITLE_PATTERN, UPPER, printed_name

_RUN_ON = re.compile(
    rf"\.\s*[-–—]?\s+(?=[{UPPER}“\"‘'(•·\d])|\s+[-–—]+\s+(?=[{UPPER}][a-z]+\s+[a-z]|[{UPPER}]{{2,3}}\s+[a-z])|"
    rf":\s*[-–—]+\s*(?=[{UPPER}])|\s+[•·]\s*(?=\S)|\s+(?=(?:\d{{1,2}}\.\d{{1,2}}[.)]?|1[.)]|a\))\s+[{UPPER}])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Cllr|Mr|Mrs|Ms|Dr|St|Rev|Prof|Co|Ltd|Inc|etc|v|vs|i\.e|e\.g|para|paras|Min|Ref|Rt|Hon)|\b[A-Z])$"
)
_CAPS_RUN = re.compile(rf"^((?:[{UPPER}0-9&/’'\-–—,.():]+\s+){{1,22}}?)(?=[{UPPER}][a-z]+\b|[{UPPER}]\s+[a-z])")
_COLON = re.compile(rf"([{UPPER}\d“\"‘'(][^:;]{{2,160}}?)\s*:\s*[-–—]*\s*(?=\S)")
_NOTHING = re.compile(
    r"(?:(?:there (?:was|were) )?(?:none|nil|nothing|no\b.{0,60})|n/?a|attached|noted|received|agreed|approved|"
    r"deferred|as (?:above|circulated|attached)|see (?:above|below|attached).{0,40}|"
    r"not (?:present|available).{0,60})\W*$",
    re.I,
)
_LIST_BEHIND = re.compile(rf"([^\d.;]{{4,90}}?)\s+(?:[•·]\s*\S|(?:\d{{1,2}}\.\d{{1,2}}[.)]?|1[.)]|a\))\s+[{UPPER}])")
_DECIDED_BEHIND = re.compile(r"([^.;:]{4,140}?[a-z\d)])\s+(?:RESOLVED|AGREED|NOTED|APPROVED)\b(?=.)")
_NOTHING_BEHIND = re.compile(
    r"(.{3,60}?)\s[-–—]\s(?:(?:none|nil)\W*|no (?:further )?(?:reports?|updates?|news|change|"
    r"comments?|objections?|issues?|matters)\b.{0,50})$",
    re.I,
)
_OPENER = re.compile(
    rf"(?<=\s)(?:The|It|There|No(?!\.?\s*\d)|None|Nil|Nothing|Everyone|Items?(?=\s\d)|Noted|He|She|They|Upon|Following|Whilst|Further|"
    rf"(?:All|An?|This|These|Members|Councillors|Apologies)(?=\s(?:[a-z]+\s)?(?:was|were|had|have|has|is|are|agreed|noted|"
    rf"asked|received|discussed|considered)\b)|{TITLE_PATTERN}|[{UPPER}]{{2,3}}(?=\s[a-z]))(?=[\s.])"
)
_USUAL_BEFORE = re.compile(rf"((?i:{USUAL.pattern}))\s+(?=[{UPPER}]|[a-z1]\)|1\.\s|[•·])")
_ADVERBIAL = re.compile(
    r"(?:following|in|as|after|at|on|during|when|if|with|having|since|due|while|for|by|from|it|there|this|that|these|no|"
    r"all|an?|members|councillors)\b",
    re.I,
)
_OPEN_END = re.compile(
    r"(?:\b(?:of|the|and|for|in|on|to|at|with|a|an|or|by|from|between|his|her|their|its)|[&,/(?!.;:-])$", re.I
)


def titled(body: str, *, heading: bool) -> tuple[str, bool] | None:
    """The title that a numbered paragraph is or begins with, as printed, and whether prose runs on behind it.

    `heading` says that the file shows the paragraph as a heading. None where no title can be told from prose.
    """
    told = _before_colon(body, heading=heading)
    if told:
        return told, True
    usual = USUAL_BEGINS.match(body) or _NOTHING_BEHIND.match(body)
    if usual and usual.end(1) < len(body.rstrip(" .:")):
        return usual[1], True
    listed = _LIST_BEHIND.match(body)
    if listed and title_like(listed[1], heading=True) and not all_caps(body):
        return listed[1], True
    decided = _DECIDED_BEHIND.match(body)
    if decided and title_like(decided[1], heading=True):
        return decided[1], True
    sentence = bool(like(r"[a-z)’']\.\s+[A-Z]").search(body))
    whole = (
        not sentence
        and title_like(body, heading=True)
        and not (body.endswith(".") and len(body.split()) > 12 and not all_caps(body))
    )
    if whole and not _begins_sentence(body):
        return body, False
    return None


def run_on_title(text: str) -> tuple[str, int] | None:
    """The title that prose follows in one paragraph, and where the prose begins; None where there is none."""
    caps = _CAPS_RUN.match(text)
    if caps:
        title = caps[1].rstrip(" -–—:.,(")
        if len(title) >= 4 and all_caps(title) and not HARD_LABELS.match(title):
            rest = like(r"[\s\-–—:.]*").match(text[len(title) :])
            return title, len(title) + (rest.end() if rest else 0)
    told = _before_colon(text[:400], heading=False)
    if told:
        return told, len(told)
    return _cut(text) or _before_sentence(text)


def _cut(text: str) -> tuple[str, int] | None:
    for cut in _RUN_ON.finditer(text[:280]):
        title = text[: cut.start()].strip()
        if cut[0].startswith(".") and _ABBREVIATION.search(title):
            continue
        if not title_like(title, limit=180, heading=True) or len(title.split()) > 26:
            return None
        dash = cut[0].strip()[:1] in ("-", "–", "—", ":") and not all_caps(title)
        rest = like(r"\.\s").split(text[cut.end() :])[0]
        if dash and not (FINITE.search(rest) or USUAL.fullmatch(title) or like(r"(?i)(?:none|nil)\W*").fullmatch(rest)):
            continue
        return title, cut.end()
    return None


def _before_colon(body: str, *, heading: bool) -> str | None:
    """The title before a colon, where what follows is told and no second half of the title."""
    match = _COLON.match(body)
    if not match:
        return None
    title, rest = match[1].strip(), body[match.end() :]
    if like(r"[a-z)]\.\s").search(title) or len(title.split()) > 24 or not title_like(title, heading=True):
        return None
    person = printed_name(title)
    if person and (person.strong or not person.surname_only) or _ADVERBIAL.match(title) and not USUAL.fullmatch(title):
        return None
    title = like(r"\s+(?:accepted |received )?from$").sub("", title)
    dashed = like(r"\s*:\s*[-–—]").match(body[match.end(1) :])
    if USUAL.fullmatch(title) or _NOTHING.match(rest) or dashed:
        return title
    if heading:
        return None
    several = bool(like(r"[a-z)\d]\.\s+[A-Z]").search(rest)) or len(rest) > 60 and rest.endswith(".")
    return title if rest.endswith(".") and (rest[0].islower() or FINITE.search(rest)) or several else None


def _begins_sentence(body: str) -> bool:
    """Whether a short paragraph is a title with a sentence of nothing behind it ("Declarations of interest None")."""
    return bool(like(r"\s(?:None|Nil)\.?$").search(body)) and _before_sentence(body) is not None


def _before_sentence(text: str) -> tuple[str, int] | None:
    """The title behind which a sentence begins with nothing between ("Election of Chairman It was proposed that")."""
    if _ADVERBIAL.match(text) and not USUAL.match(text):
        return None
    usual = _usual_before(text)
    if usual:
        return usual
    for opener in _OPENER.finditer(text[:180]):
        title = text[: opener.start()].rstrip()
        if _OPEN_END.search(title) or len(title.split()) > 18 or not title_like(title, heading=True):
            continue
        told = like(r"[a-z)]\.\s").split(text[opener.start() :])[0].split()[1:26]
        if (
            opener[0] in ("None", "Nil")
            or told[:1] == ["being"]
            or opener[0] == "No"
            and _LACK.match(told[0])
            or FINITE.search(" ".join(told))
        ):
            return title, opener.start()
    return None


_LACK = re.compile(
    r"(?:issues?|matters?|objections?|comments?|further|declarations?|questions?|reports?|updates?|interests?|apologies|"
    r"items?|change|business|members?|applications?|correspondence)\b"
)


def _usual_before(text: str) -> tuple[str, int] | None:
    """A usual title of several words with its text straight behind it ("Any Other Business P Lake proposed that")."""
    match = _USUAL_BEFORE.match(text)
    if not match or " " not in match[1] and not like(r"(?i)apologies|correspondence").match(match[1]):
        return None
    rest = text[match.end() :]
    told = not rest[:1].isupper() or FINITE.search(" ".join(rest.split()[1:8]))
    return (match[1], match.end()) if told else None
