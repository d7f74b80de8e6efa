"""Who wrote a report or letter and who signed it off, from its labelled head and its close."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import PrintedName
from scrutiny_desk.recognition.people_lists import parse_list
from scrutiny_desk.recognition.posts import has_post_head, split_post

_LABELS = (
    (
        re.compile(
            r"^(?:report\s+)?authors?(?:\(s\))?|report (?:by|of|from)|by|from|lead "
            r"author|author and contact|report author and title",
            re.I,
        ),
        Capacity.AUTHOR,
    ),
    (
        re.compile(
            r"^(?:cabinet|executive|portfolio|lead)\s+(?:member|holder|councillor)(?:\s+sign[- "
            r"]?off)?|signed off by|sign-off",
            re.I,
        ),
        Capacity.CABINET_SIGN_OFF,
    ),
)
_SIGN_OFF = re.compile(r"sign(?:ed)?[- ]?off|approved by", re.I)
_YOURS = re.compile(r"^(?:yours\s+\w+|kind(?:est)? regards|best wishes|with best wishes|regards)\b", re.I)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose paper it is."""

    name: PrintedName
    capacity: Capacity
    post: str | None
    spans: tuple[Span, ...]


def signers(blocks: Sequence[Block], kind: DocumentKind) -> list[Signer]:
    """The authors and signers-off of a report, or the writer of a letter; none where no label says so."""
    if kind is DocumentKind.CORRESPONDENCE:
        return _writer(blocks)
    found: list[Signer] = []
    for block in blocks[:30]:
        label, value = _pair(block)
        if not value:
            continue
        for pattern, capacity in _LABELS:
            if pattern.fullmatch(label.strip()) and not (
                capacity is Capacity.CABINET_SIGN_OFF and not _SIGN_OFF.search(label)
            ):
                found += _named(block, value, capacity, label)
                break
    return found


def _pair(block: Block) -> tuple[str, str]:
    if len(block.cells) >= 2:
        return block.cells[0].strip(" :"), block.cells[1]
    label, colon, value = block.text.partition(":")
    return (label, value) if colon and len(label) < 60 else ("", "")


def _named(block: Block, value: str, capacity: Capacity, label: str) -> list[Signer]:
    value = like(r"\S+@\S+|\b0\d{3,5}[\d\s]{5,}").sub(" ", value)
    out = []
    for entry in parse_list(value):
        if not entry.name.strong and len(entry.name.words) < 2:
            continue
        at = max(block.text.find(entry.name.printed), 0)
        span = Span(block.order, at, at + len(entry.name.printed))
        post = entry.post
        if capacity is Capacity.CABINET_SIGN_OFF and post is None:
            post = like(r"(?i)\s*sign[- ]?off\s*").sub("", label).strip() or None
        out.append(Signer(entry.name, capacity, post, (span,)))
    return out


def _writer(blocks: Sequence[Block]) -> list[Signer]:
    for block in blocks:
        if _YOURS.match(block.text) and len(block.text) < 60:
            for after in blocks[block.order + 1 : block.order + 4]:
                entries = parse_list(after.text)
                if entries and len(entries[0].name.words) > 1 and len(after.text) < 80:
                    span = Span(after.order, entries[0].start, entries[0].end)
                    post = entries[0].post or _post_below(blocks, after.order)
                    return [Signer(entries[0].name, Capacity.AUTHOR, post, (span,))]
    return []


def _post_below(blocks: Sequence[Block], order: int) -> str | None:
    """The post on the line below a signature, without the body behind it."""
    below = blocks[order + 1] if order + 1 < len(blocks) else None
    if below is None or len(below.text) > 120 or not has_post_head(below.text):
        return None
    return split_post(below.text)[0]
