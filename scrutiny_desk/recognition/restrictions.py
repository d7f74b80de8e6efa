"""Words of restriction, what they cover, and so who may see the paper (Local Government Act 1972, ss. 100A-100K)."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.exemptions import nation_named
from scrutiny_desk.domain.findings import FoundItem, Restriction
from scrutiny_desk.domain.markings import begins_a_part, is_marking, is_second_part
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.restriction_words import (
    APPENDIX,
    EXCLUSION_TITLE,
    Said,
    bears_mark,
    paragraphs,
    said,
    says_none,
)

_OPEN_KINDS = frozenset((DocumentKind.MINUTES, DocumentKind.AGENDA, DocumentKind.REPORT, DocumentKind.QUESTIONS))
_FORMS = frozenset((DocumentKind.REPORT, DocumentKind.OTHER))
"""Kinds of paper that speak of themselves: "This report is exempt" says so of all of it, wherever it stands."""
_HEAD = 14
"""The head of a paper is no longer than this."""
_FEW_WORDS = 5
"""A line of more words that ends in a full stop is a sentence, and no marking."""
_BODY = re.compile(
    r"^(?:\d+[.)]?\s+)?(?:purpose|recommendations?|introduction|background|executive summary|summary|"
    r"decisions? required)\b",
    re.I,
)
_NUMBERED = re.compile(
    r"^\d{1,2}(?:\.\d+)*[.)]?(?:\s+(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{4})|$)", re.I
)
_CONFIDENTIAL = re.compile(r"\bconfidential\b", re.I)
_NAMED_AT_ITS_HEAD = re.compile(r"^\W*(?:appendix|annexe?|enclosure|schedule)\s+(?:no\.?\s*)?(\w{1,2})\b", re.I)


class _Paper:
    """One document on its way through: its blocks, its items, and what each block says of who may see it."""

    def __init__(self, document: ReadDocument, items: Sequence[FoundItem], head_end: int, kind: DocumentKind) -> None:
        self.blocks, self.items, self.kind = document.blocks, items, kind
        self._starts = [item.first for item in items]
        self.head_end = head_end
        self.last = len(self.blocks) - 1
        texts = [block.text for block in self.blocks]
        self.said = [said(text, after) for text, after in zip(texts, [*texts[1:], ""], strict=True)]
        self.head = self._head()

    def _head(self) -> int:
        """How many blocks stand before the business."""
        if self.items:
            return min(_HEAD, max(1, self.items[0].first))
        for block in self.blocks[1:_HEAD]:
            if _BODY.match(block.text) or _NUMBERED.match(f"{block.marker} {block.text}".strip()):
                return block.order
        return min(_HEAD, len(self.blocks))

    def item_of(self, order: int) -> FoundItem | None:
        """The innermost item that holds a block."""
        for index in range(bisect_right(self._starts, order) - 1, -1, -1):
            if order <= self.items[index].last:
                return self.items[index]
        return None

    def until(self, first: int) -> int:
        """The last block before the public come back, else the end of the paper."""
        for order in range(first, self.last + 1):
            if self.said[order] is Said.READMITS:
                return order - 1
        return self.last


def restrictions(
    document: ReadDocument, items: Sequence[FoundItem], head_end: int, kind: DocumentKind = DocumentKind.MINUTES
) -> tuple[Restriction, ...]:
    """The parts of the document that words of restriction cover, in order.

    A mark in the head covers the whole paper, and so does what a report says of itself; an item that excludes the
    public covers what follows it until the public come back; a mark in an item's heading, or a statutory formula in an
    item, covers that item. What may be withheld, but does not say so plainly, is covered as unknown.
    """
    if not document.blocks:
        return ()
    paper = _Paper(document, items, head_end, kind)
    whole = _whole(paper)
    if whole is not None:
        return (whole,)
    found: list[Restriction] = []
    for block in document.blocks:
        says = paper.said[block.order]
        covered = any(one.first <= block.order <= one.last and one.last > one.first for one in found)
        if covered and says not in (Said.EXCLUDES, Said.PERHAPS):
            continue
        found += [one for one in _at_block(paper, block) if one.first <= one.last]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.first, one.last)))


def _made(first: int, last: int, words: str, shown: str, level: Classification | None = None) -> Restriction:
    return Restriction(first, last, level or _class(words), paragraphs(words), shown[:200], nation_named(words))


def _class(words: str) -> Classification:
    """Confidential information is the stricter sort (s. 100A(3)); all else that is withheld is exempt."""
    formula = like(r"(?i)confidential (?:or|and|/) exempt|exempt\s*(?:or|and|/)\s*confidential").sub("exempt", words)
    by_schedule = like(r"(?i)\b(?:12a|7a)\b").search(formula)
    return Classification.CONFIDENTIAL if _CONFIDENTIAL.search(formula) and not by_schedule else Classification.EXEMPT


def _whole(paper: _Paper) -> Restriction | None:
    """What restricts the paper as a whole."""
    for block in paper.blocks:
        says, text = paper.said[block.order], block.text
        in_head = block.order < paper.head
        if in_head and says is Said.READMITS:
            return None  # "Part 1" in the head: what is marked below it is the second part alone
        told = says is Said.WHOLE and (in_head or paper.kind in _FORMS)
        marked = in_head and says is Said.MARK and _stands_alone(block, paper)
        marked = (
            marked
            or in_head
            and says is not Said.OPEN
            and not paper.items
            and len(text) < 120
            and _titled_as_closed(text)
        )
        formula = in_head and says is Said.FORMULA and len(text) < 400
        appendix = says is Said.APPENDIX and block.order < 3 and is_marking(text) and in_head
        at_the_end = block.order == paper.last and says is Said.MARK and len(text) < 60 and not is_second_part(text)
        if told or marked or formula or appendix or at_the_end:
            near = " ".join(b.text for b in paper.blocks[block.order : block.order + 2]) if marked else text
            return _made(0, paper.last, text if paragraphs(text) else near, text, _class(text))
    return None


def _titled_as_closed(text: str) -> bool:
    return bears_mark(text) and not APPENDIX.search(text)


def _stands_alone(block: Block, paper: _Paper) -> bool:
    if is_second_part(block.text) and not is_second_part(block.text, closed_only=paper.kind in _FORMS):
        return False
    return block.strong or block.kind is BlockKind.HEADING or len(block.text) < 60 or bool(paragraphs(block.text))


def _is_marked_item(paper: _Paper, block: Block) -> bool:
    item = paper.item_of(block.order)
    return item is not None and item.first == block.order and bears_mark(block.text)


def _at_block(paper: _Paper, block: Block) -> list[Restriction]:
    says, text, item = paper.said[block.order], block.text, paper.item_of(block.order)
    if says is Said.EXCLUDES and block.order >= min(paper.head_end, paper.head):
        first = _after(block.order, item)
        words = " ".join(b.text for b in paper.blocks[block.order : min(block.order + 4, first)]) or text
        return [_made(first, paper.until(first), words, text)]
    if says is Said.PERHAPS:
        return [_made(block.order + 1, paper.until(block.order + 1), text, text, Classification.UNKNOWN)]
    if says is Said.APPENDIX:
        return _appendices(paper, block)
    if says in (Said.MARK, Said.WHOLE):
        return _marked(paper, block, item)
    if _is_marked_item(paper, block) and item is not None:
        return [_made(item.first, item.last, text, text)] if not _took_none(paper, item.first, item) else []
    return _told(paper, block, item) if says is Said.FORMULA else []


def _marked(paper: _Paper, block: Block, item: FoundItem | None) -> list[Restriction]:
    """What a marking in the body covers: the item whose heading it is, else all that follows."""
    at, text = block.order, block.text
    if EXCLUSION_TITLE.search(text) or _took_none(paper, at, item):
        return []
    if is_second_part(text) and not is_second_part(text, closed_only=paper.kind in _FORMS):
        return []
    if item is not None and item.first == at:
        part = begins_a_part(text) or item.last == at
        return [_made(at, paper.until(at + 1) if part else item.last, text, text)]
    sentence = text.rstrip().endswith(".") and len(text.split()) > _FEW_WORDS
    of_item = item is not None and (at == item.first + 1 and not sentence or text.startswith(("(", "[")))
    if item is not None and of_item:
        return [_made(item.first, item.last, text, text)]
    if block.kind is BlockKind.HEADING or block.strong or len(text) < 80 and not sentence:
        return [_made(at, paper.until(at + 1), text, text)]
    return _told(paper, block, item) if not sentence or paragraphs(text) or paper.said[at] is Said.WHOLE else []


def _took_none(paper: _Paper, at: int, item: FoundItem | None) -> bool:
    """Whether the paper goes on to say that nothing was taken in private after all."""
    last = item.last if item is not None and item.first <= at < item.last else min(at + 2, paper.last)
    return says_none(" ".join(block.text for block in paper.blocks[at + 1 : min(last, at + 4) + 1]))


def _told(paper: _Paper, block: Block, item: FoundItem | None) -> list[Restriction]:
    """What a sentence covers that says that something is exempt: its item; in a report nobody knows how much."""
    text = block.text
    if item is None:
        return [_made(0, paper.last, text, text, Classification.UNKNOWN)] if paper.kind in _FORMS else []
    if EXCLUSION_TITLE.search(item.title or ""):
        told = " ".join(b.text for b in paper.blocks[item.first : item.last + 1])
        first = item.last + 1
        return [] if says_none(told) else [_made(first, paper.until(first), told, text)]
    return [_made(item.first, item.last, text, text)]


def _after(order: int, item: FoundItem | None) -> int:
    """Where the closed part begins: behind an item whose title is the exclusion, else right behind the resolution."""
    if item is not None and (EXCLUSION_TITLE.search(item.title or "") or item.last - order <= 1):
        return item.last + 1
    return order + 1


def _appendices(paper: _Paper, block: Block) -> list[Restriction]:
    """The appendices that are withheld, where they stand in this paper: each from its heading to the next one's."""
    text = block.text
    if block.order >= paper.head and is_marking(text) and paper.said[block.order] is Said.APPENDIX:
        return [_made(block.order, paper.last, text, text)]
    named = {
        word.casefold()
        for match in APPENDIX.finditer(text)
        for word in like(r"(?i)\b(?:[a-z]|\d{1,2})\b").findall(match["which"] or "")
    }
    heads = [(one.order, match[1].casefold()) for one in paper.blocks if (match := _NAMED_AT_ITS_HEAD.match(one.text))]
    heads = [(at, name) for at, name in heads if at > block.order and len(paper.blocks[at].text) < 160]
    found = []
    for place, (at, name) in enumerate(heads):
        following = [other for other, _name in heads[place + 1 :]]
        last = following[0] - 1 if following else paper.last
        if (name in named or not named) and last > at:
            found.append(_made(at, last, text, text))
    return found


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
    if _is_named_as_closed(document):
        return Classification.UNKNOWN
    return Classification.PUBLIC


_CLOSED_NAME = re.compile(
    r"(?<![a-z])(?:exempt|confidential|restricted|private|not for publication|pink papers?|part (?:2|ii|b)|"
    r"closed (?:report|minutes|session))"
    r"(?![a-z])",
    re.I,
)


def _is_named_as_closed(document: ReadDocument) -> bool:
    """Whether the file is called as closed papers are ("Exempt appendix 2.pdf"), though its text does not say so."""
    for name in (document.file_name.rpartition(".")[0] or document.file_name, document.title or ""):
        words = like(r"[_\W]+").sub(" ", name)
        if _CLOSED_NAME.search(words) and not like(
            r"(?i)\b(?:non|not|no|un) ?(?:exempt|confidential|restricted)|private (?:sector|hire|rented|landlord)|"
            r"\b(?:open|public) (?:minutes?|version|summary)"
        ).search(words):
            return True
    return False
