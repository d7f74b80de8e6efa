"""A list of people as printed, taken apart: names, posts, organisations, initials and remarks."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from scrutiny_desk.recognition.forenames import FORENAMES
from scrutiny_desk.recognition.names import (
    ALL_TITLES,
    INITIALS_PATTERN,
    NAME_WORD,
    TITLE_PATTERN,
    UPPER,
    PrintedName,
    folded_spaces,
    is_honour,
    printed_name,
)
from scrutiny_desk.recognition.post_words import NOT_NAMES, ORGANISATION_WORDS, POST_HEADS

_CHAIR = re.compile(
    r"^(?:(?:in|took|taking|occupied) the chair|chairing\b.*|(?:the |acting |joint )?(?:co-)?(?:chair(?:man|woman|person)?|"
    r"convener|cathaoirleach|presiding|leas-chathaoirleach|mayor|provost)\b.*)$",
    re.I,
)
_VICE = re.compile(r"^(?:deputy|vice|leas)[\s-]*-?(?:chair|cathaoirleach|convener)|^depute convener", re.I)
_REMARK = re.compile(
    r"^(?:virtual(?:ly)?|remote(?:ly)?|on-?line|via \w+|by video|part(?: of)?(?: the)? meeting|whole of meeting|"
    r"(?:for )?(?:agenda )?items?\b.*|(?:from|until|to|left|arrived|joined|minutes?)\b.*\d.*|"
    r"non-?voting.*|voting.*|co-?opted?.*|co-?optee.*|ex[- ]officio|"
    r"(?:as )?(?:named )?(?:substitut\w*|sub|reserve|deputising|deputizing|replacing|in place of|for)\b.*|"
    r"labour|conservative|con|lab|lib ?dem|liberal democrats?|ld|green|independent|ind|ukip|plaid cymru|reform.*|snp|"
    r"dup|sdlp|uup|sinn f[eé]in|alliance|observer|apologies.*|absent|present|late|in attendance|also present)$",
    re.I,
)
_INITIALS_NOTE = re.compile(r"^[A-Z][A-Z.\-]{1,5}$")
_SEPARATOR = re.compile(r"\s*(?:[,;\t\n|•·]|(?<=\s)(?:and|&|together with|with|ac)(?=\s+\S))\s*")
_DASH = re.compile(r"\s*[–—]\s*|\s+-\s*|(?<=[a-z])-\s+|:\s+")
_LED_NAME = re.compile(
    rf"(?:{TITLE_PATTERN}\s+)*(?:(?:{INITIALS_PATTERN})\s*{NAME_WORD}|{NAME_WORD}\s+{NAME_WORD})(?![\w'’])"
)
_TITLED_START = re.compile(
    rf"(?<!County)(?<!Borough)(?<!District)(?<!Parish)(?<!Town)(?<!City)(?<!Hon)(?<!Hon\.)(?<!\sfor)(?<!\sof)(?<!\sby)(?<!\sto)(?<!\sMr)(?<!\sDr)(?<!\sLord)(?<!placing)(?<!Chief)(?<!Deputy)\s(?={TITLE_PATTERN}\s+[{UPPER}])"
)
_RUN_TOGETHER = re.compile(
    r"(?<=[a-z])(?<!\band)(?<!\bof)(?<!\bfor)\s(?=([A-Z][a-z]+)\s([A-Z][\w'’-]+)(?:,\s|\s*\x00|\s+[–-]\s))"
)
_CAPITAL = re.compile(rf"[{UPPER}]")
_POST_TITLE = re.compile(r"(?:[-–]\s*)((?:County |Borough |District |Parish |Town |City )?Councillor)\s(?=[A-Z])")


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


_TRADES = frozenset(
    "infrastructure homes energy rail transport environmental construction consulting solutions systems partners services "
    "properties housing architects consultants engineering group llp".split()
)


_BODIES = frozenset(
    "council authority trust ltd limited plc police constabulary university nhs association board college company icb ccg "
    "society federation consortium union agency foundation charity".split()
)
_OWNED = frozenset("homes ltd limited plc housing group trust council".split())
_PLACES = frozenset(
    "school academy hospital unit surgery centre church hospice practice theatre museum farm club".split()
)
_BODY_START = re.compile(
    r"(?:University|Transport for|Port|Bank|College|Diocese|Institute|Police|Police Service of) (?:of )?[A-Z]"
)
_CUT = re.compile(r",\s+|\s+[–-]\s+|\s+(?:from|at|representing|of)\s+(?:the\s+)?")


def is_organisation(text: str) -> bool:
    """Whether these words name a body rather than a post."""
    words = [w.strip(".,()'’").casefold() for w in text.split()]
    if not words:
        return False
    if any(w in POST_HEADS and w not in ("cabinet", "members", "workers", "residents", "governor") for w in words):
        return False
    if any(w in ORGANISATION_WORDS for w in words):
        return True
    if len(words) == 1:
        return bool(re.fullmatch(r"[A-Z][A-Z&]{1,8}", text.strip(".,() ")))
    return any(re.fullmatch(r"[A-Z][A-Z&]{2,7}", w.strip(".,()")) for w in text.split())


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
        head, tail = text[: cut.start()], re.split(r",\s+(?:the|a|an|which|who)\s", text[cut.end() :])[0]
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
    last, first = words[-1].casefold(), words[0].casefold()
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
    return last in _BODIES or bool(re.fullmatch(r"[A-Z&]{2,8}", tail)) or "NHS" in tail


def parse_list(text: str, *, titled: str = "") -> list[Entry]:
    """The people of a list, in order.

    New lines part people for certain; commas, "and" and lost separators are judged by what stands on either side.
    `titled` is a title that the whole list shares ("Councillor", where "Councillors" stood in the label).
    """
    return [replace(entry, remarks=list(entry.remarks)) for entry in _parsed(text, titled)]


def names_anyone(text: str, titled: str = "") -> bool:
    """Whether the text, read as a list, names anybody."""
    return bool(_parsed(text, titled))


@lru_cache(maxsize=4096)
def _parsed(text: str, titled: str) -> tuple[Entry, ...]:
    """The entries of a list; asked for the same text again and again, hence kept, and never handed out themselves."""
    if not _CAPITAL.search(text):
        return ()
    entries: list[Entry] = []
    if _post_first(text):
        return tuple(_parse_post_first(text))
    at = 0
    for line in text.split("\n"):
        shared = titled
        for offset, piece in _semicolon_pieces(line):
            shared = _parse_line(piece, at + offset, shared, entries)
        at += len(line) + 1
    return tuple(entries)


def _semicolon_pieces(line: str) -> list[tuple[int, str]]:
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


def _brackets(text: str) -> list[tuple[int, int]]:
    """Outermost brackets as (start, end) offsets, end after the closing one; an unclosed one runs to the end."""
    out, depth, start = [], 0, 0
    for index, char in enumerate(text):
        if char == "(":
            if not depth:
                start = index
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if not depth:
                out.append((start, index + 1))
    if depth:
        out.append((start, len(text)))
    return out


def _post_first(text: str) -> bool:
    """Whether the list gives the post first and the name in brackets behind it."""
    named = other = 0
    for start, end in _brackets(text):
        name = printed_name(text[start + 1 : end].rstrip(") "))
        if name and name.titles:
            named += 1
        else:
            other += 1
    return named > other


def _parse_post_first(text: str) -> list[Entry]:
    entries, before = [], 0
    for start, end in _brackets(text):
        name = printed_name(text[start + 1 : end].rstrip(") "))
        if not name:
            continue
        post = folded_spaces(text[before:start]).strip(" ,;.&")
        post = re.sub(r"^(?:and|the)\s+", "", post)
        entries.append(Entry(name, start + 1, end - 1, post=post or None))
        before = end
    rest = text[before:]
    lead = len(rest) - len(rest.lstrip(" ,;.&"))
    for entry in _parsed(rest[lead:], "") if len(rest) - lead > 3 else ():
        entries.append(replace(entry, start=entry.start + before + lead, end=entry.end + before + lead))
    return entries


def _parse_line(line: str, base: int, shared: str, entries: list[Entry]) -> str:
    """Read one line into `entries`; the shared title that stands at its end."""
    brackets = _brackets(line)
    flat = line.replace("*", " ")
    for start, end in brackets:
        flat = flat[:start] + "\x00" * (end - start) + flat[end:]
    current: Entry | None = None
    tail: tuple[int, int] | None = None
    chunks = _chunks(flat)
    listing = _is_listing(flat, chunks)
    for start, end in chunks:
        bare = flat[start:end].replace("\x00", " ")
        if bare.strip(" :.").casefold() in _PLURALS:
            shared = _plural_title(bare)
            continue
        name, stop = _leading_name(bare, shared, current, "\x00" in flat[start:end], tail is not None or not listing)
        if name is None:
            if current is None:
                continue
            if is_honour(bare) and tail is None:
                _take_brackets(current, line, brackets, start, end)
            else:
                tail = (tail[0] if tail else start, end)
            continue
        handed = _handed_on(current, line, tail)
        if current is not None and not handed:
            _close(current, line, tail)
        lead = start + len(bare) - len(bare.lstrip())
        before = current
        current = Entry(name, base + lead, base + start + stop)
        entries.append(current)
        if before is None:
            current.post = _post_before(line[:lead])
            current.led = current.post is not None
        elif handed:
            current.post, current.led = handed, True
        shared = _plural_title(bare) or shared
        tail = _after_name(current, line, flat, brackets, start + stop, end)
    if current is not None:
        _close(current, line, tail)
    elif (post_first := _post_then_name(line)) is not None:
        name, start, end, post = post_first
        entries.append(Entry(name, base + start, base + end, post=post))
    return shared


def _handed_on(before: Entry | None, line: str, tail: tuple[int, int] | None) -> str | None:
    """The post that stands between two names and belongs to the second, in a list that gives each post first
    ("the Head of Parks, G Field, and the Director of the Trust, K Thorn")."""
    if before is None or tail is None or not before.led:
        return None
    return _post_before(line[tail[0] : tail[1]])


def _is_listing(flat: str, chunks: list[tuple[int, int]]) -> bool:
    """Whether most chunks of a line are names, so that an unknown forename is no surprise in it."""
    named = sum(printed_name(flat[a:b].replace("\x00", " ")) is not None for a, b in chunks)
    bracketed = flat.count(")") > 1 or "\x00" in flat
    return len(chunks) < 2 or bracketed or len(chunks) > 2 and named >= 0.6 * len(chunks)


def _after_name(
    entry: Entry, line: str, flat: str, brackets: list[tuple[int, int]], at: int, end: int
) -> tuple[int, int] | None:
    """File the brackets that stand straight behind a name; where other words follow in its chunk."""
    text_at = at
    while text_at < end and (flat[text_at] in " \x00,:–-"):
        text_at += 1
    rest = flat[text_at:end].replace("\x00", " ").strip(" ,:–-.")
    if not rest or is_honour(rest):
        _take_brackets(entry, line, brackets, at, end)
        return None
    _take_brackets(entry, line, brackets, at, text_at)
    return text_at, end


def _post_before(text: str) -> str | None:
    """The post that stands before the first name of a line ("The Director of Finance, Mr J Smith")."""
    text = folded_spaces(text).strip(" ,;:.–-•")
    text = re.sub(r"^(?:and|the|also)\s+", "", text, flags=re.I)
    if not 3 < len(text) < 110 or not has_post_head(text) or re.search(r"\b(?:was|were|is|had|that)\b", text):
        return None
    return text


_PLURALS = {
    "councillors": "Councillor",
    "councilors": "Councillor",
    "cllrs": "Cllr",
    "clrs": "Cllr",
    "aldermen": "Alderman",
    "bailies": "Bailie",
    "messrs": "Mr",
}


def _plural_title(text: str) -> str:
    """The title that "Councillors R Morgan, K Chana" gives to all who follow."""
    first = text.split(maxsplit=1)[0].strip(".,:").casefold() if text.split() else ""
    return _PLURALS.get(first, "")


def _chunks(flat: str) -> list[tuple[int, int]]:
    """Pieces of a line between separators, and where a separator was lost between a bracket and the next name."""
    cuts: list[tuple[int, int]] = [(m.start(), m.end()) for m in _SEPARATOR.finditer(flat)]
    for match in re.finditer(r"\x00(\s*)(?=[^\x00\s,;.&])", flat):
        follows = flat[match.end() :]
        if _LED_NAME.match(follows) and not re.match(r"(?:and|&)\s", follows):
            cuts.append((match.start() + 1, match.end()))
    for match in _RUN_TOGETHER.finditer(flat):
        forename, surname = match[1].casefold(), match[2].casefold()
        before = flat[: match.start()].rsplit(None, 1)[-1].strip(".,(").casefold()
        if before in ALL_TITLES or before in FORENAMES:
            continue
        if forename in FORENAMES and surname not in NOT_NAMES and forename not in NOT_NAMES:
            cuts.append((match.start(), match.end()))
    posts = [(m.start(1), m.end(1)) for m in _POST_TITLE.finditer(flat)]
    cuts += [(end, end + 1) for _, end in posts]
    for match in _TITLED_START.finditer(flat):
        before = flat[: match.start()].rsplit(None, 1)[-1:] or [""]
        titled = before[0].strip(".(").casefold() in ALL_TITLES
        if not titled and not any(start - 1 <= match.start() < end for start, end in posts):
            cuts.append((match.start(), match.end()))
    pieces, at = [], 0
    for start, end in sorted(cuts):
        if start < at:
            continue
        if flat[at:start].strip():
            pieces.append((at, start))
        at = end
    if flat[at:].strip():
        pieces.append((at, len(flat)))
    return pieces


def _leading_name(
    words: str, shared: str, current: Entry | None, bracketed: bool, tailing: bool
) -> tuple[PrintedName | None, int]:
    """The name a chunk begins with and where it stops, or (None, 0)."""
    whole = printed_name(words, titled=shared)
    length = len(words.rstrip(" ."))
    if whole and _acceptable(whole, shared, current, bracketed, tailing):
        return whole, length
    for cut in _DASH.finditer(words):
        head = printed_name(words[: cut.start()], titled=shared)
        if head and len(head.words) > 1 and _acceptable(head, shared, None, True, False):
            return head, cut.start()
    if re.search(r"\s{2,}", words.strip()):
        head_text = re.split(r"\s{2,}", words.strip())[0]
        head = printed_name(head_text, titled=shared)
        if head and _acceptable(head, shared, current, True, tailing):
            return head, words.index(head_text) + len(head_text)
    match = _LED_NAME.match(words.lstrip())
    if match and not tailing:
        head = printed_name(match[0], titled=shared)
        rest = words.lstrip()[match.end() :]
        if head and head.strong and _is_tail(rest):
            return head, len(words) - len(words.lstrip()) + match.end()
    return None, 0


def _is_tail(rest: str) -> bool:
    """Whether words straight behind a name, with no separator, can be its post or its body."""
    rest = rest.strip()
    if not rest:
        return True
    if _CHAIR.match(rest) or _REMARK.match(rest):
        return True
    return has_post_head(rest) or is_organisation(rest) or rest.split()[0].casefold() in ("from", "representing", "of")


def _acceptable(name: PrintedName, shared: str, current: Entry | None, bracketed: bool, tailing: bool) -> bool:
    """Whether a chunk that can be a name is one here: a weak one not while a post runs on (`tailing`)."""
    if name.titles or name.strong or shared:
        return True
    if name.surname_only:
        return bracketed and current is not None
    return current is None or not tailing


def _take_brackets(entry: Entry, line: str, brackets: list[tuple[int, int]], start: int, end: int) -> None:
    for left, right in brackets:
        if start <= left < end:
            _take_note(entry, line[left + 1 : right - 1 if line[right - 1] == ")" else right])


def _take_note(entry: Entry, note: str) -> None:
    """File the words of a bracket: chairmanship, remark, initials, post or organisation."""
    note = folded_spaces(re.sub(r"\s*\((?:minute|item|for|from|until|virtual|remote)[^)]*\)$", "", note, flags=re.I))
    if len(note) == 1 and note.isupper() and entry.name.surname_only:
        entry.name = replace(entry.name, words=(note, *entry.name.words))
        return
    bare = re.sub(r"^(?:the|as|acting as)\s+", "", note, flags=re.I)
    if _VICE.match(bare):
        entry.vice = True
        entry.post = entry.post or bare
    elif _CHAIR.match(bare) and not entry.vice:
        entry.chair = True
        if not re.match(r"(?:in|took|taking|occupied) the|chairing", bare, re.I):
            post, organisation = split_post(bare)
            entry.post = entry.post or post
            entry.organisation = entry.organisation or organisation
    elif _INITIALS_NOTE.match(note) and _fit_initials(entry.name, note):
        entry.initials = note
    elif _REMARK.match(note):
        entry.remarks.append(note)
    else:
        post, organisation = split_post(note)
        entry.organisation = entry.organisation or organisation
        if entry.post is None:
            entry.post = post
        elif post:
            entry.remarks.append(post)


def _fit_initials(name: PrintedName, note: str) -> bool:
    letters = note.replace(".", "").replace("-", "")
    words = [w for w in re.split(r"[\s\-.]+", " ".join(name.words)) if w]
    return letters[:1] == words[0][:1].upper() and letters[-1:] == words[-1][:1].upper() or letters == name.initials


def _close(entry: Entry, line: str, where: tuple[int, int] | None) -> None:
    """Give the words after a name to it as post, organisation or remark."""
    if where is None:
        return
    tail = folded_spaces(line[where[0] : where[1]]).strip(" ,;:.–-•")
    tail = re.sub(
        r"\s*\((?:minutes?|items?|for|from|until|virtual\w*|remote\w*|via|on-?line|part)\b[^)]*\)$",
        "",
        tail,
        flags=re.I,
    )
    initials = re.search(r"\s*\(([A-Z][A-Z.\-]{1,4})\)$", tail)
    if initials and _fit_initials(entry.name, initials[1]):
        entry.initials = initials[1]
        tail = tail[: initials.start()].strip(" ,;:.–-")
    if tail.count("(") != tail.count(")"):
        tail = tail.strip(")")
    if not tail or tail.casefold() in ("and", "with"):
        return
    if _VICE.match(tail) or _CHAIR.match(tail):
        _take_note(entry, tail)
        return
    if _REMARK.match(tail):
        entry.remarks.append(tail)
        return
    post, organisation = split_post(tail)
    entry.organisation = entry.organisation or organisation
    if post:
        if entry.post and (entry.chair or entry.vice):
            entry.remarks.append(post)
        elif entry.post is None and len(post) <= 160:
            entry.post = post


def _post_then_name(line: str) -> tuple[PrintedName, int, int, str] | None:
    """ "Director of Finance - Mr J Smith", "Clerk: Sarah Thorn": the post stands first on the line."""
    for cut in [*re.finditer(r"\s*[–—:]\s*|\s+-\s+|\t|,\s+", line)][::-1]:
        head, tail = line[: cut.start()], line[cut.end() :]
        name = printed_name(re.sub(r"\s*\([^)]*\)\s*$", "", tail))
        if name and (name.strong or len(name.words) > 1) and has_post_head(head) and len(head) < 120:
            post = folded_spaces(head).strip(" ,;:–-•")
            return name, cut.end(), len(line), re.sub(r"^(?:the|and)\s+", "", post, flags=re.I)
    match = re.match(
        rf"((?:[{UPPER}][\w'’-]*\s+|of\s+|and\s+|for\s+)+?)({TITLE_PATTERN}\s+.+|{NAME_WORD}\s+{NAME_WORD}.*)$", line
    )
    if (
        match
        and has_post_head(match[1])
        and all(w.casefold() in NOT_NAMES or w.casefold() in ("of", "and", "for") for w in match[1].split())
    ):
        name = printed_name(re.sub(r"\s*\([^)]*\)\s*.*$", "", match[2]).strip(" .,"))
        if name and name.strong:
            return name, match.start(2), match.end(2), folded_spaces(match[1])
    return None
