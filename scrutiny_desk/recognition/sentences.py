"""Where the sentences of a paragraph begin and end."""

import re
from string import ascii_lowercase

from scrutiny_desk.recognition.kept import kept

_ABBREVIATIONS = frozenset(
    [
        "cllr",
        "cllrs",
        "clr",
        "clrs",
        "mr",
        "mrs",
        "ms",
        "messrs",
        "dr",
        "prof",
        "rev",
        "revd",
        "st",
        "no",
        "nos",
        "para",
        "paras",
        "p",
        "pp",
        "s",
        "ss",
        "sch",
        "art",
        "arts",
        "reg",
        "regs",
        "cl",
        "vs",
        "v",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "cf",
        "viz",
        "approx",
        "hon",
        "ald",
        "cmhlr",
        "snr",
        "jnr",
        "dept",
        "govt",
        "fig",
        "figs",
        "ref",
        "refs",
        "tel",
        "ext",
        "min",
        "max",
        "vol",
        "ch",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "supt",
        "insp",
        "sgt",
        "chf",
        "gen",
        "col",
        "lt",
        "capt",
        "fr",
        "bn",
    ]
)
_MAY_END = frozenset(
    ["etc", "ltd", "plc", "co", "inc", "al", "a.m", "p.m", "am", "pm", "hrs", "u.k", "u.s", "e.u", "esq", "n.b"]
)
_MARK = r"[.!?](?:[.!?]*[\"'”’)\]]*(?=\s|$)|(?<=[a-z]{2}[.?!])(?=[A-Z][a-z]+\s))"
_END = re.compile(_MARK)
_END_OR_BULLET = re.compile(rf"{_MARK}|\s(?=•\s)")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]|[A-Z][a-z]?")
_MORE_INITIALS = re.compile(r"\s?[A-Z]\.\s?[A-Z]")
_NUMBER_HEAD = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,5}|[a-z])")


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop at `match` ends the sentence that began at `start`."""
    if match[0].isspace():
        return True
    follows = text[match.end() : match.end() + 3].lstrip()
    if not follows:
        return True
    opener = follows.lstrip("\"'“‘([")
    if opener[:1].islower() and match[0][:1] != "?":
        return False
    if match[0][0] != "." or match[0] != ".":
        return not opener[:1].islower()
    at, word = _last_word(text, start, match.start())
    if not word:
        return True
    bare = word.casefold().rstrip(".")
    if bare in _ABBREVIATIONS:
        return (
            bare in ("no", "art", "min", "max", "sat", "sun", "mar", "dec")
            and not follows[:1].isdigit()
            and (word.islower() and len(text[start : match.start()]) > 12)
        )
    if bare in _MAY_END:
        return opener[:1].isupper()
    if _INITIALS.fullmatch(word) and (word not in ("I", "A") or _MORE_INITIALS.match(text, match.end())):
        return len(word) > 1 and word.isupper() and "." not in word
    return not (at == start and _NUMBER_HEAD.fullmatch(word))


def _last_word(text: str, start: int, end: int) -> tuple[int, str]:
    """The word right before a place, with what joins its parts, and where it begins; empty where none ends there."""
    if end > start and text[end - 1] == "\n":
        end -= 1
    at = end
    while at > start and (text[at - 1].isalnum() or text[at - 1] in "_.-&/"):
        at -= 1
    return at, text[at:end]


@kept
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a paragraph as (start, end) offsets, in order, no white space at either end.

    Titles and abbreviations ("Cllr.", "No. 5", "s.106", "e.g."), initials and numbers at the head end no sentence; a
    bullet printed inside the paragraph begins one.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for match in (_END_OR_BULLET if "•" in text else _END).finditer(text):
        if match.end() <= start or not _is_end(text, start, match):
            continue
        if text[start : match.end()].strip():
            out.append(_trimmed(text, start, match.end()))
        start = match.end()
    if text[start:].strip():
        out.append(_trimmed(text, start, len(text)))
    return tuple(out)


PLAIN_LETTERS = bytes(code if chr(code) in ascii_lowercase else 32 for code in range(256))


def lowered(text: str) -> str:
    """A text without capitals, as patterns take it in which capitals do not matter."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").replace("ı", "i").casefold()


def holds(low: str, parts: tuple[str, ...]) -> bool:
    """Whether one of these parts of words stands in a text without capitals.

    Asked before a pattern that cannot fit without one of them, for it costs a tenth of trying it.
    """
    for part in parts:  # noqa: SIM110  a loop asks twice as fast as any()
        if part in low:
            return True
    return False


def words_in(text: str) -> frozenset[str]:
    """The words of a sentence without capitals, each once, cut at whatever is no plain letter: "I'll" holds "ll".

    A rule of which one of some words must stand asks for these first, which costs far less than trying it.
    """
    return frozenset(lowered(text).encode("ascii", "replace").translate(PLAIN_LETTERS).decode("ascii").split())


_QUOTED = re.compile(r"“[^”]*(?:”|$)|(?:(?<=\s)|^)\"[^\"]*(?:\"|$)")


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a paragraph in double quotation marks that hold more than a few words, as offsets."""
    if "“" not in text and '"' not in text:
        return ()
    return tuple((m.start(), m.end()) for m in _QUOTED.finditer(text) if m.end() - m.start() > 60)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "·•"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
