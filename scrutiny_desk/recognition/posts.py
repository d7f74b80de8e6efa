"""Posts and organisations in printed words: which is which, and where the one ends and the other begins."""

import re

from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import (
    folded_spaces,
)
from scrutiny_desk.recognition.post_words import NOT_NAMES, ORGANISATION_WORDS, POST_HEADS

_TRADES = frozenset(
    "infrastructure homes energy rail transport environmental construction consulting "
    "solutions systems partners services "
    "properties housing architects consultants engineering group llp buses".split()
)


_BODIES = frozenset(
    "council authority trust ltd limited plc police constabulary university nhs "
    "association board college company icb ccg "
    "society federation consortium union agency foundation charity".split()
)


_OWNED = frozenset("homes ltd limited plc housing group trust council".split())


_PLACES = frozenset(
    "school academy hospital unit surgery centre church hospice practice theatre museum farm club".split()
)


_SCHOOLS = frozenset("primary secondary high infants juniors nursery grammar pru".split())


_BODY_START = re.compile(
    r"(?:University|Transport for|Port|Bank|College|Diocese|Institute|Police|Police Service of) (?:of )?[A-Z]"
)


_CUT = re.compile(r",\s+|\s+[–-]\s+|\s+(?:from|at|representing|of)\s+(?:the\s+)?")

_FROM_BODY = re.compile(r"from\s+(?:the\s+)?(?=[A-Z])")


def is_organisation(text: str) -> bool:
    """Whether these words name a body rather than a post."""
    words = [w.strip(".,()'’").casefold() for w in text.split()]
    if not words:
        return False
    if any(w in POST_HEADS and w not in ("cabinet", "members", "workers", "residents", "governor") for w in words):
        return False
    if any(w in ORGANISATION_WORDS for w in words) or len(words) > 1 and words[-1] in _SCHOOLS:
        return True
    if len(words) == 1:
        return bool(like(r"[A-Z][A-Z&]{1,8}").fullmatch(text.strip(".,() ")))
    return any(like(r"[A-Z][A-Z&]{2,7}").fullmatch(w.strip(".,()")) for w in text.split())


def split_post(text: str) -> tuple[str | None, str | None]:
    """A post and an organisation out of printed words; either may be None."""
    text = folded_spaces(text).strip(" ,;:.–-")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    for lead in ("the ", "from ", "of ", "representing "):
        if text.casefold().startswith(lead):
            text = text[len(lead) :]
    if not text:
        return None, None
    if is_organisation(text):
        return None, text
    for cut in _CUT.finditer(text):
        head, tail = text[: cut.start()], like(r",\s+(?:the|a|an|which|who)\s").split(text[cut.end() :])[0]
        if head and has_post_head(head) and (body := _FROM_BODY.match(tail)):
            return head.strip(" ,"), tail[body.end() :].strip(" ,")
        if head and tail and has_post_head(head) and _is_outside(tail, cut[0].strip()):
            return head.strip(" ,"), tail.strip(" ,")
    return text, None


def has_post_head(text: str) -> bool:
    """Whether a word of these is the head of a post: director, officer, manager..."""
    return any(w.strip(".,()").casefold() in POST_HEADS for w in text.split())


def _is_outside(tail: str, cut: str) -> bool:
    """Whether what follows the cut is surely a body of its own and not the rest of the post."""
    cut = cut.split(" ")[0]
    words = [w.strip(".,()").replace("’", "'") for w in tail.split()]
    last = words[-1].casefold()
    trade = (
        last in _TRADES
        and not any(w.casefold() in NOT_NAMES for w in words[:-1])
        and words[0][:1].isupper()
        and len(words) > 1
    )
    if _BODY_START.match(tail) or trade and (cut != "of" or last in _OWNED):
        return True
    if cut == "of" or not is_organisation(tail):
        return False
    if cut in ("from", "at", "representing"):
        return True
    return last in _BODIES or bool(like(r"[A-Z&]{2,8}").fullmatch(tail)) or "NHS" in tail
