"""Offices that stand before the name of who holds them: "The Director of Finance, Mr J Smith", "Chairman S Lark"."""

import re

from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN, UPPER, PrintedName, folded_spaces, printed_name
from scrutiny_desk.recognition.post_words import NOT_NAMES
from scrutiny_desk.recognition.posts import has_post_head, is_organisation

_OFFICE = (
    r"(?:(?:Vice|Deputy)[- ]?)?(?:Chairman|Chairwoman|Chairperson|Chair|Mayor)|(?:Parish |Town )?Clerk|"
    r"(?:\w+ )?Warden|Treasurer|Secretary"
)
_OFFICE_AND_NAME = re.compile(rf"\s*({_OFFICE})\s+(?=[{UPPER}])(.+?)[\s.]*$")


_POST_AND_INITIALS = re.compile(
    rf"\s*((?:[{UPPER}][\w'’&-]+\s+|of\s+|and\s+|for\s+){{1,6}}[{UPPER}][\w'’-]+)\s+((?:[{UPPER}]\.?\s){{1,3}}"
    rf"[{UPPER}][\w'’-]+)[\s.]*$"
)
"""A post of two words or more before initials and a surname ("Chief Fire Officer K Lane")."""


def office_and_name(words: str) -> tuple[PrintedName, int, str] | None:
    """The person of a chunk that gives the office first, with nothing between ("Chairman S Lark")."""
    match = _OFFICE_AND_NAME.match(words) or _POST_AND_INITIALS.match(words)
    if match and not has_post_head(match[1].split()[-1]):
        return None
    name = printed_name(match[2]) if match else None
    return (name, match.start(2), match[1]) if match and name and name.strong else None


OFFICE_BEGINS = re.compile(
    rf"\s(?<=[a-z]\s)(?<!\b[A-Z]ice\s)(?<!\bfor\s)(?<!\bof\s)(?<!\band\s)(?<!eputy\s)(?=(?:(?:Vice|Deputy)[- ]?)?"
    rf"(?:Chairman|Chairwoman|Chairperson|Clerk)\s+(?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s){{0,3}}[{UPPER}][a-z])"
)


def post_before(text: str) -> str | None:
    """The post that stands before the first name of a line ("The Director of Finance, Mr J Smith")."""
    text = folded_spaces(text).strip(" ,;:.–-•")
    text = like(r"(?i)^(?:and|the|also)\s+").sub("", text)
    if not 3 < len(text) < 110 or not has_post_head(text) or like(r"\b(?:was|were|is|had|that|held)\b").search(text):
        return None
    return text


_POST_AND_NAME = re.compile(
    rf"((?:[{UPPER}][\w'’-]*\s+|of\s+|and\s+|for\s+)+?)({TITLE_PATTERN}\s+.+|{NAME_WORD}\s+{NAME_WORD}.*)$"
)


def post_then_name(line: str) -> tuple[PrintedName, int, int, str] | None:
    """ "Director of Finance - Mr J Smith", "Clerk: Sarah Thorn": the post stands first on the line."""
    for cut in [*like(r"\s*[–—:]\s*|\s+-\s+|\t|,\s+").finditer(line)][::-1]:
        head, tail = line[: cut.start()], line[cut.end() :]
        end = like(r"\s*\([^)]*\)\s*$" if "," in cut[0] else r"\s*[(,]").search(tail)
        words = (tail[: end.start()] if end else tail).rstrip(" .")
        name = printed_name(words) if not is_organisation(words) else None
        sent = "," not in cut[0] and is_organisation(head) and name and len(name.words) > 1
        if name and (name.strong or len(name.words) > 1) and (sent or has_post_head(head)) and len(head) < 120:
            post = folded_spaces(head).strip(" ,;:–-•")
            return name, cut.end(), cut.end() + len(words), like(r"(?i)^(?:the|and)\s+").sub("", post)
    match = _POST_AND_NAME.match(line)
    if (
        match
        and has_post_head(match[1])
        and all(w.casefold() in NOT_NAMES or w.casefold() in ("of", "and", "for") for w in match[1].split())
    ):
        name = printed_name(like(r"\s*\([^)]*\)\s*.*$").sub("", match[2]).strip(" .,"))
        if name and name.strong:
            return name, match.start(2), match.end(2), folded_spaces(match[1])
    return None


_WORSHIPFUL = re.compile(
    r"\b(?:The\s+)?(?:Right\s+)?(?:Worshipful|Honourable),?\s+(?:the\s+)?(?=(?:Lord\s+|Deputy\s+)?(?:Mayor|Provost)\b)",
    re.I,
)
_WELSH = re.compile(r"\b(?:Y\s+)?Cynghor(?:ydd|wyr)\s*/\s*(?=Councillor)")
_COLLAR = re.compile(r"\b(?:PCSO|PC|CSO|Sgt|Constable)(\s+\d{2,5})(?=\s+[A-Z])")
_PLURAL_DASH = re.compile(r"\b(?:Aldermen|Councillors|Cllrs|Members)(\s*[–—-])\s+(?=[A-Z])")
_INVERTED = re.compile(
    rf"((?:^|[;:\n]\s*|\band\s+)(?:{TITLE_PATTERN}\s+)?)({NAME_WORD}),\s((?:[A-Z]\.?\s){{0,2}}[A-Z]{{1,2}}\.?)"
    r"(?=\s*(?:[;(\n]|\band\b|$))"
)
_OWN_INITIALS = re.compile(rf"^\s*[A-Z]{{2,4}}\s*[-–:]\s+(?=(?:{TITLE_PATTERN}\s+)?{NAME_WORD}\s+{NAME_WORD})")
_LETTER = re.compile(r"\b([BCD]\.?\s+)(?=Cllr\b)")


def blanked(line: str) -> str:
    """The line with what stands before titles and says nothing of a person made blank, so that offsets stay."""
    line = _WORSHIPFUL.sub(lambda m: " " * len(m[0]), line.replace("*", " "))
    line = _WELSH.sub(lambda m: " " * len(m[0]), line)
    for pattern in (_COLLAR, _PLURAL_DASH, _LETTER):
        line = pattern.sub(lambda m: m[0].replace(m[1], " " * len(m[1]), 1), line)
    return _OWN_INITIALS.sub(lambda m: " " * len(m[0]), line)


def turned(text: str) -> str:
    """The text with initials behind their surname put before it ("Marl, A" as "A Marl "), so that offsets stay."""
    if "," not in text:
        return text
    return _INVERTED.sub(lambda m: m[1] + f"{m[3].strip()} {m[2]}".ljust(len(m[0]) - len(m[1])), text)
