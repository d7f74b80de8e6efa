"""Numbers and bullets at the head of a paragraph: told from the text, and taken off it."""

import re

BULLETS = "•·●○◦▪■□▫◆◇►▶➢➤✓✔‣⁃∙*–—-\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
BULLET = re.compile(f"[{re.escape(BULLETS)}]|o")

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
_ROMAN = r"[ivxl]{1,6}"
_CERTAIN = "|".join(
    (
        rf"\((?:{_NUMBER}|[a-zA-Z]{{1,2}}|{_ROMAN})\)",
        rf"(?:{_NUMBER}|[a-zA-Z]|{_ROMAN})\)",
        rf"(?:\d{{1,3}}|[a-z]|{_ROMAN})\.",
        r"\d{1,3}(?:\.\d{1,3}){1,4}\.?",
    )
)
_AT_HEAD = re.compile(rf"({_CERTAIN}|[{re.escape(BULLETS)}]|o(?=[\s\u00a0]+[A-Z0-9£]))(?=[\s\u00a0]|$)[\s\u00a0]*")
_TIGHT = re.compile(r"(\([a-z]{1,2}\)|\([ivxl]{1,5}\)|\d{1,3}\.)(?=[A-Z][a-z]+)")
_WIDE_GAP = re.compile(rf"({_NUMBER}|[A-Z]\.|[A-Z]|o)(?:\t|[\s\u00a0]{{2,}})[\s\u00a0]*(?=\S)")
_CAPITALS = re.compile(r"(\d{1,3})[\s\u00a0]+(?=[A-Z][A-Z’'&/(),:;\s\u00a0-]{3,}$)")
_ALONE = re.compile(rf"{_CERTAIN}|[{re.escape(BULLETS)}]")
_QUANTITY = re.compile(
    r"(?:am|pm|a\.m|p\.m|noon|to|and|or|until|till|per|percent|%|million|billion|m|bn|k|km|miles?|hours?|hrs?|years?|days?"
    r"|[-–—])(?:\W|$)",
    re.IGNORECASE,
)
_WORD_FIRST = re.compile(r"[^\W\d_]{2,}+(?![.)])")
"""A word, as most paragraphs begin with: no marker has two letters but with a stop or a bracket behind them."""

MOST = 2
"""A paragraph may show two markers at once, as "4. (a)" does; a third is text."""


def take_marker(text: str) -> tuple[str, str]:
    """The marker at the head of a paragraph, "" where there is none, and the text after it.

    A time, a sum or a measure at the head of a paragraph ("7.30 pm", "1.5 million") is no marker. A bullet before a
    number gives way to the number.
    """
    found: list[str] = []
    rest = text.lstrip()
    if _WORD_FIRST.match(rest):
        return "", rest
    while len(found) < MOST and (match := _match(rest, bool(found))):
        found.append(match[1].strip())
        rest = rest[match.end() :]
    if len(found) == MOST and BULLET.fullmatch(found[0]):
        found = found[1:]
    if not rest.strip() and len(found) == 1 and not is_marker(found[0]):
        return "", text
    return " ".join(found), rest


def is_marker(text: str) -> bool:
    """Whether the text is a marker and nothing else."""
    return bool(_ALONE.fullmatch(text.strip()))


def _match(text: str, inner: bool) -> re.Match[str] | None:
    match = _AT_HEAD.match(text) or (
        None if inner else _TIGHT.match(text) or _WIDE_GAP.match(text) or _CAPITALS.match(text)
    )
    if not match or (inner and not match[1].startswith("(") and not match[1][0].isdigit()):
        return None
    quantity = match[1][0].isdigit() and match[1][-1] not in ".)" and _QUANTITY.match(text, match.end())
    return None if quantity else match
