"""What the meeting decided: resolved, agreed, recommended; each limb of a list by itself."""

import re
from sys import maxsize

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundDecision
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.recognition.decision_words import (
    BEGINS_PROPOSED,
    CARRIED,
    COMMITTEE,
    DECIDES,
    ELSEWHERE,
    INLINE,
    KINDS,
    LABEL,
    LIMBS,
    LOST,
    MOTION,
    NO_PROPOSAL,
    PROPOSED,
    PUT,
    RESOLVED_SO,
    SOMEBODY_PROPOSED,
    STANCE,
    STEMS,
    VIEW,
    VOTED,
    WILL_MOVE,
)
from scrutiny_desk.recognition.furniture import is_business_heading, is_residue, starts_item
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.pages import is_decision_page
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.telltales import held, telltale


def _before(text: str, at: int) -> int:
    """Where the sentence before `at` begins: "Rents: to stay the same. Resolved." decides what goes before."""
    earlier = [start for start, end in sentences(text) if end <= at]
    return earlier[-1] if earlier else at


_OF_DECIDING = telltale(*STEMS)
_IN_FAVOUR = telltale("favour")
_OF_MOTION = telltale("propos", "motion", "amendment", "recommendation", "moved", "move")
_OF_LABEL = telltale(
    *("resolved", "agreed", "recommended", "noted", "decided", "ordered", "concluded", "cinneadh", "decision"),
    *("resolution", "recommendation", "outcome"),
)
"""Where the words of a motion may stand, and the label of a decision."""


def _may_decide(text: str, start: int = 0, end: int = maxsize) -> bool:
    """A quick look before the costly one: whether any stem of a word of decision stands in the text."""
    tells = held(text, start, end)
    return bool(tells & _OF_DECIDING or tells & _IN_FAVOUR and "in favour" in text[start:end].casefold())


_ENDS_OPEN = re.compile(r"(?:[,;]\s*(?:and|or)?|\s+and)\s*$")
"""How a limb goes on to the next: no words of what was decided."""


def kind_of(words: str) -> DecisionKind:
    """The kind of decision these words tell of."""
    folded = words.casefold()
    return next((kind for stem, kind in KINDS if stem in folded), DecisionKind.AGREED)


_THAT_IT_BE = re.compile(r"(?:\(\w{1,3}\)\s*)?That\b.*\bbe\b|(?:\(\w{1,3}\)\s*)?That\s+the\b")
_BY_ALL = re.compile(r"^\(?unanimous(?:ly)?\)?\W*$", re.I)
"""How it was resolved, behind the word: "RESOLVED: (Unanimously)"."""
_THAT_BODY = re.compile(
    r"that\s+the\s+(?:\w+\s+){0,4}(?:committee|sub-committee|panel|board|commission|cabinet|council|forum|group)\W*",
    re.I,
)
"""The beginning of what each of the points under it goes on with: "That the Committee"."""


class Decisions:
    """One pass for decisions; `blocks_taken` are the blocks that are nothing but a decision or its head."""

    def __init__(self, document: ReadDocument, skeleton: Skeleton) -> None:
        self.blocks = document.blocks
        self.skeleton = skeleton
        self.found: list[FoundDecision] = []
        self.head: tuple[DecisionKind, str, Span] | None = None
        self.limbs = 0
        self.taken = 0
        self.blocks_taken: set[int] = set()
        self.moved: dict[str, Span] = {}
        self.moving = ""
        self.of_committee = False
        self.labelled = any(like(r"(?:RESOLVED|Resolved|RECOMMENDED)\b").match(b.text) for b in document.blocks)

    def run(self) -> tuple[FoundDecision, ...]:
        first, last = self.skeleton.minutes_range
        decided = is_decision_page(self.blocks)
        for block in self.blocks[first : last + 1]:
            if (
                block.order in self.skeleton.speakers.list_blocks
                or block.kind is BlockKind.FOOTNOTE
                or is_residue(block)
            ):
                continue
            if decided and _THAT_IT_BE.match(block.text):
                self._add(DecisionKind.RESOLVED, (Span(block.order, 0, len(block.text)),), "the page of a decision")
            else:
                self._block(block)
        return tuple(self.found)

    def _motion(self, block: Block) -> None:
        """Note the words of a motion or amendment, which a later sentence may carry."""
        if not self.moving and not held(block.text) & _OF_MOTION:
            return
        named = MOTION.fullmatch(block.text)
        if PUT.match(block.text) and len(block.text) < 120:
            self.moving = "put"
        elif self.moving == "put" and like(r"[\"“‘']?That\b").match(block.text):
            self._add(DecisionKind.AGREED, (Span(block.order, 0, len(block.text)),), "proposed and seconded", 0.85)
            self.moving = ""
        elif named:
            self.moving = "amendment" if named[0].casefold().startswith("amend") else "motion"
        elif self.moving and like(r"[\"“‘']?That\b").match(block.text):
            self.moved[self.moving] = Span(block.order, 0, len(block.text))
            self.moving = ""
        elif WILL_MOVE.match(block.text):
            self.moved["motion"] = Span(block.order, 0, len(block.text))

    def _carried(self, block: Block, start: int, end: int) -> bool:
        """Whether the sentence carries the motion whose words went before; then they are the decision."""
        match = CARRIED.search(block.text, start, end)
        words = (
            self.moved.get("amendment" if match and match["what"].casefold().startswith("amend") else "motion")
            if match
            else None
        )
        if not words:
            return False
        self._add(DecisionKind.AGREED, (words, Span(block.order, start, end)), match[0])
        self.moved.clear()
        return True

    def _block(self, block: Block) -> None:
        known = len(self.found)
        self._motion(block)
        if len(self.found) > known:
            return
        label = LABEL.match(block.text) if held(block.text) & _OF_LABEL else None
        if label and self._is_label(block, label):
            self.blocks_taken.add(block.order)
            self.head, self.limbs, self.taken = None, 0, 0
            self.of_committee = False
            words = (label["word"] or label["noun"]) + (" recommend" if "recommend" in label[0].casefold() else "")
            rest = _BY_ALL.sub("", block.text[label.end() :])
            head_span = Span(block.order, 0, len(block.text))
            if (
                not rest.strip(" :-–.")
                or rest.rstrip().endswith((":", ":-", ":–"))
                or like(
                    r"(?i)(?:T\s*H\s*A\s*T|that|to|(?:that\s+)?the\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}(?:\s+(?:agree|"
                    r"resolve|recommend)s?(?:\s+(?:that|to))?)?)\s*:?"
                ).fullmatch(rest.strip())
            ):
                self.head = (kind_of(words), label[0].strip(), head_span)
            else:
                self._add_limbs(kind_of(words), block, label)
                self.head = (
                    (kind_of(words), label[0].strip(), head_span)
                    if like(r"\b(?:and|;)\s*$|;$").search(block.text) or like(r"\(?(?:a|i|1)[.)]\s").match(rest)
                    else None
                )
                self.taken = 1
            return
        if self._heads_limbs(block):
            return
        if self.head and self.of_committee and not DECIDES.match(block.text):
            self.head = None
        if self.head and self._limb(block):
            self.blocks_taken.add(block.order)
            return
        self._led_to_nothing()
        if not _may_decide(block.text) or is_business_heading(block, self.skeleton):
            return
        if STANCE.fullmatch(block.text):
            self._add(
                DecisionKind.AGREED, (Span(block.order, 0, len(block.text)),), "what is said of an application", 0.8
            )
            return
        for start, end in sentences(block.text):
            self._sentence(block, start, end)

    def _led_to_nothing(self) -> None:
        """A head is done with; one that tells what was decided, "That it be granted as follows:", is the decision."""
        if self.head and not self.taken:
            kind, words, span = self.head
            if like(r"That\b").match(self.blocks[span.block].text) and span.block in self.blocks_taken:
                self._add(kind, (span,), words)
        self.head = None

    def _is_taken(self, block: Block, at: int) -> bool:
        """Whether a decision already holds the words at this place."""
        spans = (s for found in self.found[-2:] for s in found.spans)
        return any(s.block == block.order and s.start <= at < s.end for s in spans)

    def _add_limbs(self, kind: DecisionKind, block: Block, label: re.Match[str]) -> None:
        """One row for the text behind the label, or one for each of its lettered limbs."""
        cuts = [m.start("limb") for m in LIMBS.finditer(block.text, label.end())]
        if len(cuts) < 2 or cuts[0] > label.end() + 40:
            self._add(kind, (Span(block.order, 0, len(block.text)),), label[0].strip())
            return
        for index, cut in enumerate(cuts):
            start = 0 if index == 0 else cut
            end = cuts[index + 1] if index + 1 < len(cuts) else len(block.text)
            end = start + len(like(r"[,;]?\s+and\s*$").sub("", block.text[start:end]).rstrip())
            self._add(kind, (Span(block.order, start, end),), label[0].strip())

    def _heads_limbs(self, block: Block) -> bool:
        """Whether the block is "The Committee:-", whose list then says what it agreed and noted."""
        if block.text.rstrip()[-1:] not in (":", "-", "–") or not COMMITTEE.match(block.text):
            return False
        self.head = (DecisionKind.AGREED, block.text.rstrip(" :-"), Span(block.order, 0, len(block.text)))
        self.limbs = self.taken = 0
        self.of_committee = True
        self.blocks_taken.add(block.order)
        return True

    def _is_label(self, block: Block, label: re.Match[str]) -> bool:
        if label["noun"]:
            return (
                not like(r"(?i)recommendation").match(label["noun"])
                or bool(label["sep"].strip(" "))
                or len(block.text) < 30
            )
        word = label["word"]
        if word.isupper() or label["sep"].strip():
            return True
        return len(block.text) < 40 or bool(like(r"(?i)that\b|\(?(?:a|i|1)[.)]\s").match(block.text[label.end() :]))

    def _resolved_below(self, block: Block) -> bool:
        """Whether what was decided stands below, and this only tells how ("moved and, on a vote of three to two,")."""
        below = self.blocks[block.order + 1 : block.order + 2]
        return bool(below) and like(r"(?:RESOLVED|Resolved|RECOMMENDED|AGREED)\b").match(below[0].text) is not None

    def _limb(self, block: Block) -> bool:
        """Whether the block is a limb of the decision whose head went before."""
        kind, words, head = self.head
        if (
            starts_item(block, self.skeleton)
            or is_business_heading(block, self.skeleton)
            and not like(r"(?i)that\b").match(block.text)
        ):
            return False
        if like(r"Noted\.?").fullmatch(block.text):
            self.head = None
            return True
        whole = Span(block.order, 0, len(_ENDS_OPEN.sub("", block.text)))
        marked = (
            bool(block.marker)
            and block.kind is not BlockKind.HEADING
            or bool(like(r"\(?(?:[a-z]|[ivx]{1,4}|\d)[.)]\s").match(block.text))
        )
        if marked:
            spans = (
                (head, whole)
                if not self.taken and self.blocks[head.block].text[head.end - 1 :] in (":", "-", "o", "t")
                else (whole,)
            )
            inner = like(r"[;,]\s+and\s+(?=\((?:b|ii|2)\)\s)").search(block.text)
            if inner:
                self._add(kind, (*spans[:-1], Span(block.order, 0, inner.start())), words)
                spans = (Span(block.order, inner.end(), whole.end),)
            self._add(kind, spans, words)
            self.limbs += 1
            self.taken += 1
            return True
        if block.text.strip(" :;").casefold() in ("and", "or"):
            return True
        if not self.taken and block.text.rstrip().endswith(",") and self._resolved_below(block):
            self.head = None
            return False
        if not self.taken and (block.text.rstrip().endswith((":", ":-")) or _THAT_BODY.fullmatch(block.text)):
            self.head = (kind, words, whole)
            return True
        if not self.taken:
            self._add(kind, (head, whole), words)
            self.taken = 1
            if not block.text.rstrip().endswith((":", ";", ":-", " and")):
                self.head = None
            return True
        if self.limbs and like(r"(?:and\s+)?(?:that\b|That\b)").match(block.text):
            self._add(kind, (whole,), words)
            return True
        return False

    def _sentence(self, block: Block, start: int, end: int) -> None:
        text = block.text
        if not _may_decide(text, start, end):
            return
        if self.moved and self._carried(block, start, end):
            return
        if self._proposed(block, start, end):
            return
        match = INLINE.search(text, start, end)
        if start and RESOLVED_SO.fullmatch(text, start, end) and not self._is_taken(block, start):
            self._add(DecisionKind.RESOLVED, (Span(block.order, _before(text, start), end),), text[start:end], 0.85)
            return
        if not match or ELSEWHERE.search(text, start, end) or VIEW.match(text, match.end() - 6, end):
            return
        if like(r"\b(?:had|have|has|if|when|once|until|whether|which|not)\s+(?:\w+\s+)?$").search(
            text[max(start, match.start() - 14) : match.start()]
        ) and not like(r"and").match(match[0]):
            return
        words = match[0].strip()
        if like(r"and\b").match(words) and not like(
            r"(?i)\b(?:proposed|proposal|seconded|moved|motion|by\s+(?:all|the)\s+|unanimously|considered|circulated)"
        ).search(text[start : match.end()]):
            return
        tail = text[match.end() : end]
        collective = like(
            r"(?:[Tt]he\s+)?(?:Committee|Sub-Committee|Panel|Board|Commission|Cabinet|Council|Members|Councillors|"
            r"Executive|Forum|Working|Group|committee|panel|board|meeting|members)"
        ).match(words)
        if collective and not like(r"\s*(?:that|to|the|:|a\b|an\b|unanimously|its|and|on|in\s+principle)").match(tail):
            return
        if collective and like(
            r"\s*(?:that)\s+(?:it|this|there|they)\s+(?:was|were|had|is|are|should|would|could|must|wanted|wished)\b"
        ).match(tail):
            return
        if text[start:end].rstrip().endswith((":", ":-", ":–")):
            self.head = (kind_of(words), words, Span(block.order, start, end))
            self.taken = self.limbs = 0
            if len(tail.split()) > 3:
                self._add(kind_of(words), (Span(block.order, start, end),), words)
                self.taken = 1
            return
        if words.startswith("RESOLVED") and match.start() == start and len(tail.split()) < 5:
            start = _before(text, start)
        self._add(kind_of(words), (Span(block.order, start, end),), words, 0.9 if words.isupper() else 0.85)

    def _moves_next(self, block: Block) -> bool:
        """Whether the words that were proposed and seconded stand in the next block."""
        return block.order + 1 < len(self.blocks) and bool(
            like(r"[\"“‘']?That\b").match(self.blocks[block.order + 1].text)
        )

    def _proposed(self, block: Block, start: int, end: int) -> bool:
        """Whether the sentence tells of a proposal that found a seconder, which in small councils is the decision."""
        text = block.text
        if not PROPOSED.search(text, start, end) or ELSEWHERE.search(text, start, end):
            return False
        if NO_PROPOSAL.search(text, start, end) or SOMEBODY_PROPOSED.match(text, start, end):
            return False
        if "seconded by" in text[start:end] and "amendment" in text[start:end]:
            return False
        if (self.moved or self.moving == "put" and self._moves_next(block)) and PUT.fullmatch(text, start, end):
            return True
        begin = _before(text, start) if BEGINS_PROPOSED.match(text, start, end) else start
        vote = next(((a, b) for a, b in sentences(text) if a >= end), None)
        if vote and LOST.search(text, *vote):
            return True
        if vote and VOTED.match(text, *vote):
            end = vote[1]
        elif self.labelled or text[start] == "(":
            return False
        self._add(DecisionKind.AGREED, (Span(block.order, begin, end),), "proposed and seconded", 0.85)
        return True

    def _add(self, kind: DecisionKind, spans: tuple[Span, ...], words: str, confidence: float = 0.95) -> None:
        text = " ".join(self.blocks[s.block].text[s.start : s.end] for s in spans)
        if kind is DecisionKind.RESOLVED and like(
            r"(?:RESOLVED|Resolved)?\W*(?:That|that)?\s*(?:the\s+[\w\s]{3,80}\s+be\s+noted)\.?$"
        ).match(text):
            kind = DecisionKind.NOTED
        self.found.append(
            FoundDecision(
                kind, text, spans, self.skeleton.item_at(spans[0].block), confidence, f"“{words}” marks a decision."
            )
        )
