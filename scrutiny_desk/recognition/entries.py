"""One person of a list, and what the words around the name say of them."""

import re
from dataclasses import dataclass, field, replace

from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import (
    PrintedName,
    folded_spaces,
)
from scrutiny_desk.recognition.posts import has_post_head, split_post

CHAIR = re.compile(
    r"^(?:(?:in|took|taking|occupied) the chair|chairing\b.*|(?:cadeirydd\s*/\s*)?(?:the |an |acting |joint "
    r")?(?:co-)?(?:chair(?:man|woman|person)?|"
    r"convener|cathaoirleach|presiding|leas-chathaoirleach|mayor|provost)\b.*)$",
    re.I,
)


_VICE = re.compile(
    r"^(?:is-gadeirydd\s*/\s*)?(?:deputy|vice|leas)[\s-]*-?(?:chair|cathaoirleach|convener)|^depute convener", re.I
)


REMARK = re.compile(
    r"^(?:virtual(?:ly)?|remote(?:ly)?|on-?line|via \w+|by video|part(?: of)?(?: the)? meeting|whole of meeting|"
    r"(?:for )?(?:agenda )?items?\b.*|(?:from|until|to|left|arrived|joined|minutes?)\b.*\d.*|"
    r"non-?voting.*|voting.*|co-?opted?.*|co-?optee.*|ex[- ]officio|"
    r"(?:as )?(?:(?:the|a|named|nominated|appointed|duly) )*"
    r"(?:substitut\w*|sub|reserve|deputy for|deputising|deputizing|replacing|in place of|"
    r"for)\b.*|"
    r"labour|conservative|con|lab|lib ?dem|liberal democrats?|ld|green|independent|ind|ukip|plaid cymru|reform.*|snp|"
    r"dup|sdlp|uup|sinn f[eé]in|alliance|observer|apologies.*|absent|present|late|in attendance|also present|"
    r"(?:on\s+|annual\s+)?(?:holidays?|leave|ill(?:ness)?|sick(?:ness)?|unwell|away|work(?:ing)?(?:\s+commitments?)?|"
    r"(?:family|personal|health|other|prior)\s+(?:reasons?|commitments?|engagement)|bereavement))$",
    re.I,
)


_SEATED = re.compile(r"^(?:Cllr|Councillor)\s*(?:/|&|and)\s*((?:Vice[- ]?|Deputy )?(?:Chair\w*|Mayor))$", re.I)
_INITIALS_NOTE = re.compile(r"^[A-Z][A-Z.\-]{1,5}$")


@dataclass(slots=True)
class Entry:
    """One person of a list. `start` and `end` are offsets into the text that was taken apart."""

    name: PrintedName
    start: int
    end: int
    post: str | None = None
    organisation: str | None = None
    initials: str | None = None
    chair: bool = False
    vice: bool = False
    led: bool = False
    remarks: list[str] = field(default_factory=list)

    def copy(self) -> "Entry":
        """The same, to be changed apart from this one."""
        return Entry(
            self.name,
            self.start,
            self.end,
            self.post,
            self.organisation,
            self.initials,
            self.chair,
            self.vice,
            self.led,
            list(self.remarks),
        )


PLURALS = {
    "councillors": "Councillor",
    "councilors": "Councillor",
    "cllrs": "Cllr",
    "clrs": "Cllr",
    "aldermen": "Alderman",
    "bailies": "Bailie",
    "messrs": "Mr",
}


def take_brackets(entry: Entry, line: str, brackets: list[tuple[int, int]], start: int, end: int) -> None:
    for left, right in brackets:
        if start <= left < end:
            _take_note(entry, line[left + 1 : right - 1 if line[right - 1] == ")" else right])


def _take_note(entry: Entry, note: str) -> None:
    """File the words of a bracket: chairmanship, remark, initials, post or organisation."""
    note = folded_spaces(like(r"(?i)\s*\((?:minute|item|for|from|until|virtual|remote)[^)]*\)$").sub("", note))
    if len(note) == 1 and note.isupper() and entry.name.surname_only:
        entry.name = replace(entry.name, words=(note, *entry.name.words))
        return
    bare = like(r"(?i)^(?:the|as|acting as)\s+").sub("", note)
    if _VICE.match(bare):
        entry.vice = True
        entry.post = entry.post or bare
    elif CHAIR.match(bare) and not entry.vice:
        entry.chair = True
        if not like(r"(?i)(?:in|took|taking|occupied) the|chairing").match(bare):
            post, organisation = split_post(bare)
            entry.post = entry.post or post
            entry.organisation = entry.organisation or organisation
    elif _INITIALS_NOTE.match(note) and _fit_initials(entry.name, note):
        entry.initials = note
    elif REMARK.match(note):
        entry.remarks.append(note)
    else:
        post, organisation = split_post(note)
        if post and entry.name.councillor and not has_post_head(post):
            entry.remarks.append(post)
            return
        entry.organisation = entry.organisation or organisation
        if entry.post is None:
            entry.post = post
        elif post:
            entry.remarks.append(post)


def _fit_initials(name: PrintedName, note: str) -> bool:
    letters = note.replace(".", "").replace("-", "")
    words = [w for w in like(r"[\s\-.]+").split(" ".join(name.words)) if w]
    if len(words) > 1 and letters == (words[0][:1] + words[-1])[: len(letters)].upper():
        return True
    return letters[:1] == words[0][:1].upper() and letters[-1:] == words[-1][:1].upper() or letters == name.initials


def close_entry(entry: Entry, line: str, where: tuple[int, int] | None) -> None:
    """Give the words after a name to it as post, organisation or remark."""
    if where is None:
        return
    tail = folded_spaces(line[where[0] : where[1]]).strip(" ,;:.–-•")
    tail = like(r"(?i)\s*\((?:minutes?|items?|for|from|until|virtual\w*|remote\w*|via|on-?line|part)\b[^)]*\)$").sub(
        "", tail
    )
    initials = like(r"\s*\(([A-Z][A-Z.\-]{1,4})\)$").search(tail)
    if initials and _fit_initials(entry.name, initials[1]):
        entry.initials = initials[1]
        tail = tail[: initials.start()].strip(" ,;:.–-")
    tail = like(r",?\s+in\s+attendance:?$").sub("", tail)
    tail = like(r",?\s+(?:was|were)\s+(?:also\s+)?(?:in\s+attendance|present)\b.*$").sub("", tail)
    if tail.count("(") != tail.count(")"):
        tail = tail.strip(")")
    office = like(r"(?i)\s*\(((?:(?:Deputy|Vice)[- ]?)?Chair\w*|substitute|sub)\)$").search(tail)
    if office:
        _take_note(entry, office[1])
        tail = tail[: office.start()].strip(" ,;:.–-")
    if not tail or tail.casefold() in ("and", "with"):
        return
    seated = _SEATED.match(tail)
    if seated:
        _take_note(entry, seated[1])
        entry.name = replace(entry.name, titles=("Councillor", *entry.name.titles))
        return
    if _VICE.match(tail) or CHAIR.match(tail):
        _take_note(entry, tail)
        return
    if REMARK.match(tail):
        entry.remarks.append(tail)
        return
    post, organisation = split_post(tail)
    entry.organisation = entry.organisation or organisation
    if post:
        if entry.post and (entry.chair or entry.vice):
            entry.remarks.append(post)
        elif entry.post is None and len(post) <= 160:
            entry.post = post


def semicolon_pieces(line: str) -> list[tuple[int, str]]:
    """The line in pieces at semicolons outside brackets, each with its offset."""
    if ";" not in line:
        return [(0, line)]
    pieces, depth, start = [], 0, 0
    for index, char in enumerate(line):
        depth += (char == "(") - (char == ")")
        if char == ";" and depth <= 0:
            pieces.append((start, line[start:index]))
            start = index + 1
    pieces.append((start, line[start:]))
    return pieces


_BRACKET = re.compile(r"[()]")


def brackets_of(text: str) -> list[tuple[int, int]]:
    """Outermost brackets as (start, end) offsets, end after the closing one; an unclosed one runs to the end."""
    out, depth, start = [], 0, 0
    if "(" not in text:
        return out
    for found in _BRACKET.finditer(text):
        index = found.start()
        if text[index] == "(":
            if not depth:
                start = index
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                out.append((start, index + 1))
    if depth:
        out.append((start, len(text)))
    return out
