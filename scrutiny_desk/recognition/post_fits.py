"""Whether the words for a post mean the post that a list gives: whole, in part, in another order, by letters."""

import re
from functools import lru_cache

from scrutiny_desk.domain.people import folded
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.post_words import QUALIFIERS
from scrutiny_desk.recognition.posts import has_post_head

_LETTERS = re.compile(r"\(([A-Z][A-Za-z]{1,5})\)")
_SMALL = frozenset("the a an of for and & to in at on with by from s".split())


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a post that tell it from others, folded and without a plural."""
    text = like(r"\bs\.?\s?(151|114)\b").sub(r"section \1", folded(text).replace("co-ordinator", "coordinator"))
    words = like(r"[\w&/']+").findall(text.replace("-", " "))
    return tuple(w.rstrip("s") if len(w) > 4 else w for w in words if w not in _SMALL)


RANKS = {
    "acfo": ("ACFO", "Assistant Chief Fire Officer"),
    "dcfo": ("DCFO", "Deputy Chief Fire Officer"),
    "acc": ("ACC", "Assistant Chief Constable"),
    "dcc": ("DCC", "Deputy Chief Constable"),
    "supt": ("Superintendent",),
    "superintendent": ("Superintendent",),
    "insp": ("Inspector",),
    "inspector": ("Inspector",),
    "sgt": ("Sergeant",),
    "sergeant": ("Sergeant",),
}
"""The post that a title before a name is."""


def told_posts(post: str | None, titles: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The posts that printed words tell of: the whole, its letters in brackets, each of two joined, a rank as title."""
    ranks = [rank for title in titles for rank in RANKS.get(title.strip(".").casefold(), ())]
    bare = like(r"\s*\([^()]*\)$").sub("", post or "")
    parts = (post, *((bare,) if bare != post else ()), *_LETTERS.findall(post), *_joined(post)) if post else ()
    return [words_of(words) for words in (*ranks, *parts)]


def _joined(post: str) -> tuple[str, ...]:
    """The posts that one person holds together: of "Director of Finance and s151 Officer" both."""
    parts = like(r"(?<!Police)\s+and\s+|\s*/\s*").split(post)
    heads = [has_post_head(part) for part in parts]
    return tuple(parts) if len(parts) == 2 and all(heads) and len(parts[1].split()) > 1 else ()


def letters_of(post: tuple[str, ...]) -> str:
    """The first letters of a post's words: PCC for a Police and Crime Commissioner."""
    return "".join(word[0] for word in post).upper()


def whole(wanted: tuple[str, ...], post: tuple[str, ...]) -> bool:
    """Whether the words are the whole post."""
    return wanted == post


def shuffled(wanted: tuple[str, ...], post: tuple[str, ...]) -> bool:
    """Whether "the Portfolio Holder for Environment" is the "Environment Portfolio Holder"."""
    return len(wanted) > 2 and sorted(wanted) == sorted(post)


def opening(wanted: tuple[str, ...], post: tuple[str, ...]) -> bool:
    """Whether the post begins with the words."""
    return post[: len(wanted)] == wanted


def opening_acting(wanted: tuple[str, ...], post: tuple[str, ...]) -> bool:
    """Whether "the Consultant" is the "Interim Consultant", "the Clerk" the "Parish Clerk"; a deputy is no director."""
    for start in (1, 2):
        before = post[:start]
        if post[start : start + len(wanted)] == wanted and not any(
            w in QUALIFIERS and w not in ("interim", "acting", "temporary", "senior", "principal") for w in before
        ):
            return True
    return False


def within(wanted: tuple[str, ...], post: tuple[str, ...]) -> bool:
    """All words in the post in order, where the post has no more rank than the words ("Director of Education")."""
    if len(wanted) < 2:
        return len(post) > 0 and wanted[0] == post[-1] and not any(w in QUALIFIERS for w in post[:-1])
    it = iter(post)
    if not all(any(word == p for p in it) for word in wanted):
        return False
    return not any(p in QUALIFIERS and p not in wanted for p in post[:1])


FITS = (whole, opening, opening_acting, within, shuffled)
"""How words may mean a post, the surest first."""
