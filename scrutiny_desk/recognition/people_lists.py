"""A list of people as printed, taken apart: names, posts, organisations, initials and remarks."""

import re
from dataclasses import replace
from functools import lru_cache

from scrutiny_desk.recognition.chunks import LED_NAME, chunks_of
from scrutiny_desk.recognition.entries import (
    CHAIR,
    PLURALS,
    REMARK,
    Entry,
    brackets_of,
    close_entry,
    semicolon_pieces,
    take_brackets,
)
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import (
    TITLE_PATTERN,
    UPPER,
    PrintedName,
    folded_spaces,
    is_honour,
    printed_name,
)
from scrutiny_desk.recognition.offices import (
    blanked,
    office_and_name,
    post_before,
    post_then_name,
    turned,
)
from scrutiny_desk.recognition.posts import has_post_head, is_organisation

_DASH = re.compile(r"\s*[–—]\s*|\s+-\s*|(?<=[a-z])-\s+|:\s+")
_CAPITAL = re.compile(rf"[{UPPER}]")


def parse_list(text: str, *, titled: str = "") -> list[Entry]:
    """The people of a list, in order.

    New lines part people for certain; commas, "and" and lost separators are judged by what stands on either side.
    `titled` is a title that the whole list shares ("Councillor", where "Councillors" stood in the label).
    """
    return [entry.copy() for entry in _parsed(text, titled)]


def names_anyone(text: str, titled: str = "") -> bool:
    """Whether the text, read as a list, names anybody."""
    return bool(_parsed(text, titled))


@lru_cache(maxsize=4096)
def _parsed(text: str, titled: str) -> tuple[Entry, ...]:
    """The entries of a list; asked for the same text again and again, hence kept, and never handed out themselves."""
    if not _CAPITAL.search(text):
        return ()
    entries: list[Entry] = []
    text = turned(text.replace("[", "(").replace("]", ")"))
    if ";" not in text and _post_first(text):
        return tuple(_parse_post_first(text))
    at = 0
    for line in text.split("\n"):
        shared = titled
        for offset, piece in semicolon_pieces(line):
            if ";" in line and _post_first(piece):
                where = at + offset
                entries += [replace(e, start=e.start + where, end=e.end + where) for e in _parse_post_first(piece)]
                continue
            led, known = _OF_BODY.match(piece) or BODY_DASH.match(piece), len(entries)
            if led:
                piece = " " * led.end() + piece[led.end() :]
            shared = _parse_line(piece, at + offset, shared, entries)
            for entry in entries[known:] if led else ():
                entry.organisation = entry.organisation or folded_spaces(led[1])
        at += len(line) + 1
    return tuple(entries)


_OF_BODY = re.compile(r"\s*((?:the\s+)?office\s+of\s+[^:()\t]{4,80}|OPCC|OPFCC):\s+(?=[A-Z])", re.I)
"""An office at the head of a line, whose people follow: "Office of the Commissioner: A Fox (Treasurer), B Hare"."""


BODY_DASH = re.compile(
    r"\s*([A-Z][^:()\t;,]{4,60}?\s(?:Council|Authority|Trust|Police|Constabulary|Association))\s+[-–—]\s+"
    rf"(?=(?:{TITLE_PATTERN}|Councillors|Cllrs)\s+[A-Z])"
)
"""A council at the head of a line, whose members follow: "North Tarne Council - Councillor Ames and Mr Beech"."""


def _post_first(text: str) -> bool:
    """Whether the list gives the post first and the name in brackets behind it."""
    named = other = 0
    for start, end in brackets_of(text):
        if like(r"\s*\(").match(text, end):
            continue  # "Head of Service (Communities) (Ms B Shan)"
        name = printed_name(text[start + 1 : end].rstrip(") ")) or _first_of_several(text[start + 1 : end])
        posted = name is not None and name.strong and not has_post_head(text[start:end])
        if name and (name.titles or posted and has_post_head(text[max(0, start - 60) : start])):
            named += 1
        else:
            other += 1
    return named > other


_PLURAL_POST = re.compile(r"\b(\w+(?:or|er))s\b")


def _several(inside: str) -> tuple[Entry, ...]:
    """Those who share one bracket behind one post: "Directors of Service (Mr P Dole and Ms C Curl)"."""
    found = _parsed(inside.rstrip(") "), "")
    sure = len(found) > 1 and all(e.name.titles and not e.post and not e.organisation for e in found)
    return found if sure else ()


def _first_of_several(inside: str) -> PrintedName | None:
    return next((entry.name for entry in _several(inside)), None)


def _parse_post_first(text: str) -> list[Entry]:
    entries, before = [], 0
    for start, end in brackets_of(text):
        if like(r"\s*\(").match(text, end):
            continue
        name = printed_name(text[start + 1 : end].rstrip(") "))
        several = () if name else _several(text[start + 1 : end])
        if not name and not several:
            continue
        post = folded_spaces(text[before:start].rsplit("\n", 1)[-1]).strip(" ,;.&")
        post = like(r"(?i)^(?:and|the)\s+").sub("", post)
        before = end
        if several:
            post = _PLURAL_POST.sub(r"\1", post, count=1)
            entries += [
                replace(e, start=e.start + start + 1, end=e.end + start + 1, post=post or None) for e in several
            ]
            continue
        entries.append(Entry(name, start + 1, end - 1, post=post or None, chair=bool(CHAIR.match(post))))
    rest = text[before:]
    lead = len(rest) - len(rest.lstrip(" ,;.&"))
    at = before + lead
    more = _parsed(rest[lead:], "") if len(rest) - lead > 3 else ()
    return [*entries, *(replace(entry, start=entry.start + at, end=entry.end + at) for entry in more)]


def _parse_line(line: str, base: int, shared: str, entries: list[Entry]) -> str:
    """Read one line into `entries`; the shared title that stands at its end."""
    brackets = brackets_of(line)
    flat = blanked(line)
    for start, end in brackets:
        flat = flat[:start] + "\x00" * (end - start) + flat[end:]
    current: Entry | None = None
    tail: tuple[int, int] | None = None
    chunks = chunks_of(flat)
    listing = _is_listing(flat, chunks)
    led = False
    for start, end in chunks:
        bare = flat[start:end].replace("\x00", " ")
        if bare.strip(" :.").casefold() in PLURALS:
            shared = _plural_title(bare)
            continue
        if current is None and _IN_CHAIR.fullmatch(bare.strip()) and flat[end:].strip(" ,"):
            continue
        if current is not None and _CLERK_ALONE.match(bare.strip()) and _JOINED.search(flat[:start]):
            continue
        running = (tail is not None or not listing) and not _posted_behind(flat, start, end)
        name, stop = _leading_name(bare, shared, current, "\x00" in flat[start:end], running)
        if name is None and current is None:
            name, stop = _named_and_posted(bare, flat[end:], shared)
        if name is None and (officer := _office_first(bare, base + start)) is not None:
            if current is not None:
                close_entry(current, line, tail)
            current, led, tail = officer, True, None
            entries.append(current)
            continue
        if name is None:
            if current is None:
                continue
            if is_honour(bare) and tail is None:
                take_brackets(current, line, brackets, start, end)
            else:
                tail = (tail[0] if tail else start, end)
            continue
        handed = _handed_on(current, line, tail, led=led)
        if current is not None and not handed:
            close_entry(current, line, tail)
        if handed:
            name, shared = printed_name(name.printed) or name, ""
        lead = start + len(bare) - len(bare.lstrip())
        before = current
        current = Entry(name, base + lead, base + start + stop)
        entries.append(current)
        _give_post_before(current, line[:lead] if before is None else None, handed)
        shared = _plural_title(bare) or shared
        tail = _after_name(current, line, flat, brackets, start + stop, end)
    if current is not None:
        close_entry(current, line, tail)
    elif (post_first := post_then_name(line)) is not None:
        entries.append(_named_behind(line, base, brackets, *post_first))
    _share_body(line, [entry for entry in entries if entry.start >= base], base)
    return shared


def _posted_behind(flat: str, start: int, end: int) -> bool:
    """Whether a chunk stands behind "and" and has a post behind it ("..., Manager, and Steph Stearn, Co-ordinator")."""
    behind = flat[end:].lstrip(" ,")
    joined = flat[:start].rstrip().endswith((" and", " &"))
    return joined and has_post_head(like(r",| and | to ").split(behind)[0]) and behind[:1].isupper()


def _office_first(words: str, at: int) -> Entry | None:
    """The person of a chunk that gives the office first ("Chairman S Lark")."""
    role = office_and_name(words)
    if role is None:
        return None
    name, begin, post = role
    entry = Entry(name, at + begin, at + len(words), post=post, led=True)
    entry.chair, entry.vice = post.casefold().startswith("chair"), post.casefold().startswith("vice")
    return entry


def _give_post_before(entry: Entry, opening: str | None, handed: str | None) -> None:
    """Give the first of a line the post that stands before the name, and any other the post handed on to it."""
    if opening is not None:
        entry.post = post_before(opening)
        entry.led = entry.post is not None
        entry.chair = entry.chair or bool(_IN_CHAIR.fullmatch(entry.post or ""))
        body, colon, post = (entry.post or "").partition(": ")
        if colon and is_organisation(body):
            entry.organisation, entry.post = body, post
    elif handed:
        entry.post, entry.led = handed, True
        entry.vice = handed.casefold().startswith("vice")


def _share_body(line: str, people: list[Entry], base: int) -> None:
    """ "Jo Fox and Ann Hare from the Trust" come from it both."""
    for one, other in zip(people, people[1:], strict=False):
        between = line[one.end - base : other.start - base].strip()
        behind = line[other.end - base :].lstrip()
        plain = not (one.post or one.organisation or one.name.councillor)
        if plain and between in ("and", "&") and other.organisation and behind.startswith(("from ", "representing ")):
            one.organisation = other.organisation
    shared = _ALL_OF.match(people[-1].organisation or people[-1].post or "") if len(people) > 1 else None
    if shared:
        is_post = people[-1].organisation is None
        for entry in people[-2:] if shared[1] == "both" else people:
            told = entry is people[-1] or not (entry.post or entry.organisation)
            if told and is_post:
                entry.post = shared[2]
            elif told:
                entry.organisation = shared[2]


_ALL_OF = re.compile(r"(all|both)\s+(?:of\s+|from\s+)?(?:the\s+)?(\S.*)$")
"""What those of a list share, told behind the last of them: "A Fox and B Hare (both Leisure Services)"."""
_CLERK_ALONE = re.compile(r"the (?:\w+ )?(?:clerk|secretary|minute[- ]taker)\b[\s.]*$", re.I)
_JOINED = re.compile(r"(?:\band|&|,)\s*$")


def _named_behind(
    line: str, base: int, brackets: list[tuple[int, int]], name: PrintedName, start: int, end: int, post: str
) -> Entry:
    """The person of a line that gives the post or the body first, with what stands behind the name."""
    entry = Entry(name, base + start, base + end, post=post)
    if not has_post_head(post):
        entry.post, entry.organisation = None, post
    take_brackets(entry, line, brackets, end, len(line))
    behind = end + len(line[end:]) - len(like(r"^\s*\([^)]*\)").sub("", line[end:]))
    close_entry(entry, line, (behind, len(line)))
    return entry


def _handed_on(before: Entry | None, line: str, tail: tuple[int, int] | None, *, led: bool) -> str | None:
    """The post that stands between two names and belongs to the second, in a list that gives each post first
    ("the Head of Parks, G Field, and the Director of the Trust, K Thorn")."""
    if before is None or tail is None or not (before.led or led):
        return None
    return post_before(line[tail[0] : tail[1]])


_IN_CHAIR = re.compile(r"(?:the |an |acting )*(?:chair(?:man|woman|person)?|cathaoirleach|convener)", re.I)
_AND = re.compile(r"\s+(?:and|&)\s+")


def _is_listing(flat: str, chunks: list[tuple[int, int]]) -> bool:
    """Whether most chunks of a line are names, so that an unknown forename is no surprise in it."""
    named = sum(printed_name(flat[a:b].replace("\x00", " ")) is not None for a, b in chunks)
    pair = len(chunks) == 2 and named == 2 and _AND.fullmatch(flat[chunks[0][1] : chunks[1][0]])
    bracketed = flat.count(")") > 1 or bool(pair) or "\x00" in flat
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
        take_brackets(entry, line, brackets, at, end)
        return None
    take_brackets(entry, line, brackets, at, text_at)
    return text_at, end


def _plural_title(text: str) -> str:
    """The title that "Councillors R Morgan, K Chana" gives to all who follow."""
    first = text.split(maxsplit=1)[0].strip(".,:").casefold() if text.split() else ""
    return PLURALS.get(first, "")


_ABBREVIATED_BODY = re.compile(r"\s*([A-Z][\w'’-]+\s.*?)\s+([A-Z]{3,6})[\s.]*$")


def _leading_name(
    words: str, shared: str, current: Entry | None, bracketed: bool, tailing: bool
) -> tuple[PrintedName | None, int]:
    """The name a chunk begins with and where it stops, or (None, 0)."""
    abbreviated = _ABBREVIATED_BODY.match(words)
    if abbreviated and not abbreviated[1].isupper() and not is_honour(abbreviated[2]):
        head = printed_name(abbreviated[1], titled=shared)
        if head and head.strong and len(head.words) > 1:
            return head, abbreviated.end(1)
    whole = printed_name(words, titled=shared)
    length = len(words.rstrip(" ."))
    if whole and _acceptable(whole, shared, current, bracketed, tailing):
        return whole, length
    for cut in _DASH.finditer(words):
        head = printed_name(words[: cut.start()], titled=shared)
        if head and len(head.words) > 1 and _acceptable(head, shared, None, True, False):
            return head, cut.start()
    if like(r"\s{2,}").search(words.strip()):
        head_text = like(r"\s{2,}").split(words.strip())[0]
        head = printed_name(head_text, titled=shared)
        if head and _acceptable(head, shared, current, True, tailing):
            return head, words.index(head_text) + len(head_text)
    match = LED_NAME.match(words.lstrip())
    if match:
        head = printed_name(match[0], titled=shared)
        if tailing and not (head and head.titles):
            return None, 0
        rest = words.lstrip()[match.end() :]
        unstopped = len(match[0].split()[0]) > 2 and match[0].split()[0].isupper()
        if head and head.strong and _is_tail(rest) and not (unstopped and has_post_head(rest)):
            return head, len(words) - len(words.lstrip()) + match.end()
    return None, 0


def _named_and_posted(words: str, behind: str, shared: str) -> tuple[PrintedName | None, int]:
    """The name at the head of a line whose gap before a post with "and" in it was lost on the way ("Jo Fox Flood and
    Water Manager"), and where it stops, or (None, 0)."""
    match = LED_NAME.match(words.lstrip())
    head = printed_name(match[0], titled=shared) if match else None
    spelt = head is not None and head.strong and not (match[0].split()[0].isupper() and len(match[0].split()[0]) > 2)
    if match is None or head is None or not spelt:
        return None, 0
    post = like(r"[,;\x00]").split(words.lstrip()[match.end() :] + " and " + behind.strip())[0]
    told = like(r"\s+[A-Z]").match(post) and has_post_head(post)
    return (head, len(words) - len(words.lstrip()) + match.end()) if told else (None, 0)


def _is_tail(rest: str) -> bool:
    """Whether words straight behind a name, with no separator, can be its post or its body."""
    rest = rest.strip()
    if not rest:
        return True
    if CHAIR.match(rest) or REMARK.match(rest):
        return True
    return has_post_head(rest) or is_organisation(rest) or rest.split()[0].casefold() in ("from", "representing", "of")


def _acceptable(name: PrintedName, shared: str, current: Entry | None, bracketed: bool, tailing: bool) -> bool:
    """Whether a chunk that can be a name is one here: a weak one not while a post runs on (`tailing`)."""
    if name.titles or name.strong or shared:
        return True
    if name.surname_only:
        abbreviated = name.words[0].isupper() and len(name.words[0]) < 6
        return bracketed and current is not None and not (abbreviated and not current.name.printed.isupper())
    return current is None or not tailing
