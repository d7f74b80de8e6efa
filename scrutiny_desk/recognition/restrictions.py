"""Words of restriction, what they cover, and so who may see the paper (Local Government Act 1972, ss. 100A-100K)."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import FoundItem, Restriction

_OPEN_KINDS = frozenset((DocumentKind.MINUTES, DocumentKind.AGENDA, DocumentKind.REPORT, DocumentKind.QUESTIONS))
_MARK = re.compile(
    r"^\W*(?:strictly\s+|private\s+(?:and|&)\s+)?(?:not for publication|exempt(?:\s+(?:item|"
    r"items|information|report|minute|minutes|appendix|from publication|session))?|"
    r"confidential(?:\s+(?:item|items|report|minute|minutes|appendix|session|information))?|"
    r"restricted(?:\s+(?:item|items|report|minutes?|session))?|"
    r"private(?:\s+(?:item|items|session|minutes|report))|closed session|official[\s:\-–]*sensitive.*|"
    r"in camera|pink papers?|"
    r"part\s+(?:2|ii|two|b)\b(?:\s*[-–:(]?\s*(?:\(?private\)?|exempt|confidential|"
    r"closed|not for publication|press and public excluded|minutes|items?|agenda|"
    r"business).*)?)\b",
    re.I,
)
_FORMULA = re.compile(
    r"\b(?:not for publication|contains? (?:exempt|confidential) information|(?:disclosure|"
    r"discussion|consideration) of (?:exempt|confidential) information|"
    r"exempt information (?:as|within|under|by virtue|relating)|exempt (?:from "
    r"publication|under|by virtue)|by virtue of (?:the\s+)?paragraphs?\s*\d|"
    r"paragraphs?\s+[\d, and&]+(?:\([\w]\)\s*)?of\s+(?:part\s+(?:1|i|one|4|vii)\s+of\s+)?(?:the\s+)?schedule\s+12a)\b",
    re.I,
)
_EXCLUDE = re.compile(
    r"\b(?:press\s+(?:and|&|/)\s+(?:the\s+)?public|public\s+(?:and|&|/)\s+(?:the\s+)?press|"
    r"public|media)\b[^.;]{0,60}\b(?:be|were|was|been|are|being)\s+(?:\w+\s+)?(?:excluded|"
    r"asked to (?:leave|withdraw)|required to leave)|"
    r"\bexclu(?:de|ded|ding)\s+(?:the\s+)?(?:members of the\s+)?(?:press\s+(?:and|"
    r"&)\s+(?:the\s+)?public|public|press)\b|\b(?:moved|went|resolved to (?:move|"
    r"go)|continued) into (?:closed|private|confidential|part (?:2|ii|two)) session\b",
    re.I,
)
_HINTS = (
    "exempt",
    "confidential",
    "public",
    "press",
    "private",
    "closed",
    "restricted",
    "part ",
    "12a",
    "camera",
    "pink",
    "sensitive",
)
_EXCLUSION_TITLE = re.compile(
    r"\bexclu(?:sion|de)\b.*\b(?:public|press)\b|\bexempt (?:information|business|items?)\b.*\bexclu", re.I
)
_NONE = re.compile(
    r"\b(?:taken|considered|dealt with|heard|discussed) in (?:public|open session)\b|"
    r"\bnot (?:be )?(?:now )?excluded\b|\bwhether the (?:press|public)\b|"
    r"\b(?:there (?:was|were|is|are) no|no)\b[^.]{0,60}\b(?:exempt|confidential|"
    r"part 2|part ii|items|business|need|reason)\b|\bnot (?:necessary|required|"
    r"needed|applicable)\b|^(?:none|nil|not applicable|n/a)\.?$|"
    r"\bremain(?:ed)? in (?:open|public) session\b|\bwas not (?:moved|put|excluded)\b|"
    r"\bif (?:the|any) (?:committee|members?|panel)\b|\bshould (?:the|any) (?:committee|"
    r"members)\b",
    re.I,
)
_RETURN = re.compile(
    r"\b(?:public|press)\b[^.]{0,60}\b(?:re-?admitted|readmitted|re-?joined|returned|"
    r"re-?entered)|\b(?:returned|moved back|reverted|resumed)\b[^.]{0,30}\b(?:open|"
    r"public|part (?:1|i|one)) (?:session|meeting)?|"
    r"^\W*(?:unrestricted items?|open session|public items?|part\s+(?:1|i|one|a)\b)",
    re.I,
)
_CONFIDENTIAL = re.compile(r"\bconfidential\b", re.I)
_PARAGRAPH = re.compile(r"\bparagraphs?\s+((?:\d+[a-z]?(?:\([a-z]\))?(?:\s*(?:,|and|&|to|-)\s*)?)+)", re.I)
_NOT_MARK = re.compile(
    r"\b(?:non-?confidential|non-?exempt|unrestricted|not exempt|not confidential|no confidential|no exempt)\b", re.I
)


def _class(words: str) -> Classification:
    """Confidential information is the stricter sort (s. 100A(3)); all else that is withheld is exempt."""
    formula = re.sub(
        r"confidential or exempt|exempt or confidential|exempt and confidential|exempt/confidential",
        "exempt",
        words,
        flags=re.I,
    )
    return (
        Classification.CONFIDENTIAL
        if _CONFIDENTIAL.search(formula) and "12a" not in formula.casefold()
        else Classification.EXEMPT
    )


def _paragraph(text: str) -> str | None:
    match = _PARAGRAPH.search(text)
    return re.sub(r"\s*(?:,|and|&|-|to)\s*$", "", match[1]).strip() if match else None


def restrictions(document: ReadDocument, items: Sequence[FoundItem], head_end: int) -> tuple[Restriction, ...]:
    """The parts of the document that words of restriction cover, in order.

    A mark in the head covers the whole paper; an item that excludes the public covers what follows it until the
    public come back; a mark in an item's heading, or a statutory formula in an item, covers that item.
    """
    blocks = document.blocks
    if not blocks:
        return ()
    last = len(blocks) - 1
    whole = _whole(blocks, head_end, bool(items))
    if whole is not None:
        return (Restriction(0, last, _class(whole.text), _paragraph(whole.text), whole.text[:200]),)
    found: list[Restriction] = []
    at = 0
    for block in blocks:
        low = block.text.casefold()
        if not any(word in low for word in _HINTS):
            continue
        if block.order < at or len(block.text) > 2000 and not _EXCLUDE.search(block.text):
            continue
        made = _at_block(block, blocks, items, head_end)
        if made is not None:
            found.append(made)
            at = made.last + 1
    return tuple(found)


def _whole(blocks: Sequence[Block], head_end: int, has_items: bool) -> Block | None:
    """The block of the head that restricts the whole paper."""
    for block in blocks[: min(14, max(head_end, 8) if has_items else 14)]:
        if _NOT_MARK.search(block.text):
            continue
        alone = (
            _MARK.match(block.text)
            and len(block.text) < 160
            and (block.strong or len(block.text) < 60 or _FORMULA.search(block.text))
        )
        if (
            alone
            or _FORMULA.search(block.text)
            and len(block.text) < 400
            and not _NONE.search(block.text)
            and not _EXCLUDE.search(block.text)
        ):
            if has_items and re.search(r"\bpart\s+(?:1|i|one|a)\b(?!\s+of)", block.text, re.I):
                continue
            return block
    return None


def _at_block(block: Block, blocks: Sequence[Block], items: Sequence[FoundItem], head_end: int) -> Restriction | None:
    text = block.text
    item = _item_of(block.order, items)
    if _EXCLUDE.search(text) and not _NONE.search(text) and block.order >= head_end:
        first = _after(block.order, item)
        end = _until(first, blocks)
        if first <= end:
            words = " ".join(b.text for b in blocks[block.order : min(block.order + 4, first)]) or text
            return Restriction(first, end, _class(words), _paragraph(words), text[:200])
        return None
    heading = block.kind is BlockKind.HEADING or block.strong or item is not None and item.first == block.order
    if (
        _MARK.match(text)
        and len(text) < 160
        and heading
        and not _NOT_MARK.search(text)
        and not _EXCLUSION_TITLE.search(text)
    ):
        if item is not None and _NONE.search(" ".join(b.text for b in blocks[item.first + 1 : item.last + 1][:4])):
            return None
        end = item.last if item is not None and item.first == block.order else _until(block.order + 1, blocks)
        return Restriction(block.order, end, _class(text), _paragraph(text), text[:200])
    if (
        item is not None
        and item.first == block.order
        and re.search(r"[(\[–-]\s*(?:exempt|confidential|part 2|part ii|restricted|private)\b", text, re.I)
    ):
        return Restriction(item.first, item.last, _class(text), _paragraph(text), text[:200])
    if _FORMULA.search(text) and not _NONE.search(text) and not _EXCLUDE.search(text) and item is not None:
        if _EXCLUSION_TITLE.search(item.title or ""):
            return _excluding_item(block, item, blocks)
        return Restriction(item.first, item.last, _class(text), _paragraph(text), text[:200])
    return None


def _excluding_item(block: Block, item: FoundItem, blocks: Sequence[Block]) -> Restriction | None:
    """What an item of exclusion covers, told by a formula in it; nothing where it says that nothing was exempt."""
    told = " ".join(b.text for b in blocks[item.first : item.last + 1])
    first = item.last + 1
    if _NONE.search(told) or first >= len(blocks):
        return None
    return Restriction(first, _until(first, blocks), _class(told), _paragraph(told), block.text[:200])


def _item_of(order: int, items: Sequence[FoundItem]) -> FoundItem | None:
    for item in reversed(items):
        if item.first <= order <= item.last:
            return item
    return None


def _after(order: int, item: FoundItem | None) -> int:
    """Where the closed part begins: behind an item whose title is the exclusion, else right behind the resolution."""
    if item is not None and (_EXCLUSION_TITLE.search(item.title or "") or item.last - order <= 1):
        return item.last + 1
    return order + 1


def _until(first: int, blocks: Sequence[Block]) -> int:
    """The last block before the public come back, else the end of the paper."""
    for block in blocks[first:]:
        if _RETURN.search(block.text) and len(block.text) < 300:
            return block.order - 1
    return len(blocks) - 1


def classification(document: ReadDocument, kind: DocumentKind, found: Sequence[Restriction]) -> Classification:
    """Who may see the paper as a whole.

    Minutes, agendas, reports and question papers are public but for what a word of restriction covers; letters,
    transcripts, papers of no clear kind and scans that could not all be read are unknown until a person says.
    """
    last = len(document.blocks) - 1
    for one in found:
        if one.first == 0 and one.last >= last:
            return one.classification
    if kind not in _OPEN_KINDS or not document.blocks:
        return Classification.UNKNOWN
    if (
        document.pages is not None
        and document.searchable_pages is not None
        and document.searchable_pages < document.pages
    ):
        return Classification.UNKNOWN
    return Classification.PUBLIC
