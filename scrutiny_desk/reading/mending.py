"""Mending of characters: white space, ligatures, soft hyphens, wrongly decoded text, words cut at a line end."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

LONGEST_PARAGRAPH = 20_000
"""Characters after which a paragraph is held for complete, so that a file without any cannot take for ever."""

LONGEST_ADDRESS = 200
LONGEST_WORD = 40
"""How many characters of a text's end are looked at."""

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NOTHING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\ufffe": "-",
        "\uffff": "",
        "‐": "-",
    }
)
_ENDS, _CLOSERS = ".!?:;…", "\"'”’)]*"
_SHORT_FORM = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|c\.f|cf|viz|no|nos|cllrs?|mr|mrs|ms|dr|st|rev|prof|hon|approx|para|paras|dept|ext|ref|vs|(?-i:[A-Z]))\.$",
    re.IGNORECASE,
)
LONGEST_SHORT_FORM = 10
"""Characters of a text's end among which a short form stands whole, with what is before it."""

_OPEN = re.compile(
    r"(?:\s(?:a|an|at|by|for|from|her|his|in|its|of|on|our|that|the|their|to|under|upon|which|with)"
    r"|\s(?-i:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Prof)\.?"
    r"|(?<!\blook)(?<!\blooked)(?<!\blooking)\sinto)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"([^\W\d_]+)-$")
_WHOLE_ADDRESS = re.compile(r"\.(?:uk|com|org|net|ie|eu|info|gov|cymru|wales|scot|example)\W*$|\W$", re.IGNORECASE)
_HARD_CUT = re.compile(r"\w-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_HEAD = re.compile(r"[^\W\d_]+")
_COMPOUND_HEADS = """
all anti co cross day de e ex far first four full half hard high ill in inter joint key left long low mid multi near new
non off old on one out over part per post pre pro re right second self semi short single sub third three two ultra un up
well wide work year
"""
_KEEPS_HYPHEN = frozenset(_COMPOUND_HEADS.split())


def fold(text: str) -> str:
    """One line with single spaces; ligatures spelled out, soft hyphens and invisible characters gone."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", _NOTHING.sub("", text.translate(_LIGATURES))).strip()


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence, or the line before a list, does."""
    if text[-1:].isalnum():
        return False
    bare = text[-LONGEST_WORD:].rstrip()
    last = bare.rstrip(_CLOSERS)[-1:]
    return last in _ENDS and last != "" and not (bare[-1] == "." and _SHORT_FORM.search(bare[-LONGEST_SHORT_FORM:]))


def is_open(text: str) -> bool:
    """Whether the text stops at a word that no sentence or heading ends with ("to the", "agreed that")."""
    return bool(_OPEN.search(text[-LONGEST_WORD:])) or text.endswith((" –", " -", " —"))


class Vocabulary:
    """The words of one document, to tell whether a hyphen at a line end belongs to the word."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = texts

    @cached_property
    def _words(self) -> Counter[str]:
        """Gathered when the first hyphen asks, since most papers divide no word."""
        return Counter(word for text in self._texts for word in _WORD.findall(text.lower()))

    def join(self, before: str, after: str, *, cut: bool = False) -> str:
        """Two parts of one paragraph as one line; a word divided at the line end is put together.

        The hyphen goes where the word stands elsewhere without it, and stays where it stands elsewhere with it, where
        the first part forms compounds ("well-attended"), or where both parts stand elsewhere as words. `cut` says
        that the file itself marks the hyphen as a line end's.
        """
        tail = before[-LONGEST_ADDRESS:]
        if ("@" in tail or "://" in tail) and _cut_address(tail, after):
            return before + after
        if before[-1:] != "-":
            return f"{before} {after}"
        left, right = _CUT.search(before[-LONGEST_WORD:]), _HEAD.match(after)
        if not left or not right:
            glued = cut or (_HARD_CUT.search(before[-2:]) and after[:1].isalnum())
            return before + after if glued else f"{before} {after}"
        one, two = left[1].lower(), right[0].lower()
        if one + two in self._words:
            return before[:-1] + after
        compound = f"{one}-{two}" in self._words or one in _KEEPS_HYPHEN or min(self._words[one], self._words[two]) > 1
        if compound or not right[0].islower():
            return before + after
        return before[:-1] + after


def _cut_address(before: str, after: str) -> bool:
    """Whether a line end stands within an e-mail or web address, whose parts take no space between them."""
    token = before.rsplit(" ", 1)[-1]
    if "://" in token:
        return token[-1] in "/-_?=&."
    return "@" in token and (after[:1].islower() or after[:1] == ".") and not _WHOLE_ADDRESS.search(token)


def demangle(text: str) -> tuple[str, bool]:
    """Text that was decoded by the wrong table put right ("Â£5" to "£5"), and whether anything was."""
    if text.isascii():
        return text, False
    import ftfy  # here, since it takes longer to load than most files to read, and most hold nothing for it to mend

    mended = ftfy.fix_encoding(text)
    return mended, mended != text
