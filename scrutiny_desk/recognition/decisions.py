"""What the meeting decided: resolved, agreed, recommended; each limb of a list by itself."""

import re

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundDecision
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.recognition.furniture import is_business_heading, is_residue, starts_item
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.skeleton import Skeleton

_LABEL = re.compile(
    r"(?:(?:[Ii]t\s+was\s+)?(?:[Aa]nd\s+)?(?:(?:unanimously|accordingly|duly|further)\s+)?"
    r"(?:[Tt]he\s+(?:[\w&]+\s+){0,4}?(?:Committee|Panel|Board|Council|Commission|Group|Forum|"
    r"Cabinet)\s+(?=[A-Z]{4}))?(?P<word>RESOLVED|Resolved|"
    r"AGREED|Agreed|RECOMMENDED|Recommended|NOTED|DECIDED|ORDERED)(?:\s*,?\s*(?:unanimously|UNANIMOUSLY|"
    r"nem\.?\s*con\.?|(?:by|on)\s+(?:a\s+vote\s+of\s+)?\w+\s+votes?\s+(?:to|"
    r"for)[^.:;]{1,40}?(?=\s*(?:that\b|to\b|:))|to RECOMMEND(?: to [A-Z][\w ]{2,40})?|"
    r"to recommend(?: to [A-Z][\w ]{2,40})?))?"
    r"|(?P<noun>(?i:decisions?|resolutions?|recommendations?|outcome))(?=\s*(?::|$|\d)))"
    r"(?:\s*\([^)]{2,40}\)(?=\s*(?::|that\b|to\b)))?(?:\s+as\s+follows(?=\s*:))?\s*(?P<sep>:\s*-?|-\s*:?|[–—]|"
    r"(?=T\s?H\s?A\s?T)|"
    r"(?=[Tt]hat\b)|(?=to\b)|(?=THAT\b)|$)\s*",
)
_BARE_LABEL = re.compile(
    r"(?:It\s+was\s+)?(?:UNANIMOUSLY\s+|Unanimously\s+)?(?:RESOLVED|Resolved|AGREED|Agreed|RECOMMENDED|Recommended|"
    r"DECIDED)(?:\s+UNANIMOUSLY|\s+unanimously)?",
    re.I,
)
_INLINE = re.compile(
    r"\bResolved\s*[-–—:]\s*(?=\(|[Tt]hat)|\b(?:RESOLVED|RECOMMENDED)\s*:\s*$"
    r"|(?:^|(?<=[.?]\s))Agreed\s+(?:to|that)\b"
    r"|\b(?:[Tt]he\s+)?(?:Committee|Sub-Committee|Panel|Board|Commission|Forum|Group)\s+(?:considered|discussed|"
    r"noted|received|reviewed|debated)\b[^.;]{0,160}?\band\s+agreed\s+(?=to|that)"
    r"|\b(?:Payments|Accounts|Invoices|Cheques)\b(?:[^.]|\.(?=\d)){0,60}\b(?:agreed|approved)\b"
    r"|\b(?:RESOLVED|AGREED|RECOMMENDED)\b(?:\s+(?:unanimously|UNANIMOUSLY))?\s*(?:[:–-]\s*)?(?=(?:that|to|the|That|"
    r"THAT)\b)"
    r"|\b[Ii]t\s+(?:was|is)\s+(?:also\s+|therefore\s+|then\s+|further\s+|unanimously\s+|subsequently\s+|duly\s+|"
    r"generally\s+|accordingly\s+)*(?:agreed|resolved|decided|recommended|AGREED|RESOLVED|proposed\s+and\s+(?:agreed|"
    r"seconded))\b(?!\s+by\s+(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|the\s+(?:\w+\s+)?(?:Director|Officer|Engineer|"
    r"Manager|Head|Clerk))\b)"
    r"|\b(?<!Chief\s)(?:[Tt]he\s+)?(?<!Chief )(?:Committee|Sub-Committee|Panel|Board|Commission|Cabinet|Council|"
    r"Members|Councillors|Executive|Forum|Working Group|Group|committee|panel|board|meeting|members)\s+(?:also\s+|"
    r"then\s+|therefore\s+|unanimously\s+|further\s+|duly\s+|all\s+)*(?:agreed|resolved|RESOLVED|AGREED|RECOMMENDED|"
    r"approved|APPROVED|endorsed|ENDORSED|adopted|ratified|recommended|voted\s+to|"
    r"decided\s+to|supported\s+the\s+recommendation\w*)\b"
    r"|\band\s+(?:was\s+|were\s+)?(?:unanimously\s+)?(?:agreed|approved|carried|"
    r"resolved)(?:\s+by\s+(?:all\s+)?(?:the\s+)?(?:[Mm]embers|[Cc]ommittee|those present|all))?(?=[.,;:]|\s+that|"
    r"\s+to\b|\s*$)"
    r"|\b(?:were|was|be)\s+(?:duly\s+|then\s+|unanimously\s+)?(?:agreed|approved|confirmed|accepted|adopted|signed|"
    r"received)(?:\s+and\s+signed)?(?:\s+by\s+the\s+Chair\w*)?\s+as\s+a\s+(?:true|correct|accurate)\b"
    r"|\bwas\s+(?:duly\s+|unanimously\s+)?(?:re-?)?(?:elected|"
    r"appointed)\s+(?:as\s+)?(?:the\s+)?(?:Vice[- ])?(?:Chair|Mayor|President|Convener)"
    r"|\bresolution\s+to\s+[^.;]{3,120}?\s+was\s+(?:agreed|passed|carried|approved)\b"
    r"|\b(?:motion|amendment|proposal)\s+was\s+(?:put\s+(?:to\s+the\s+vote\s+)?and\s+)?(?:was\s+)?(?:declared\s+)?"
    r"(?:carried|lost|agreed|approved|defeated|CARRIED|LOST)\b"
    r"|\b[Mm]inutes\b[^.;:]{0,160}?\b(?:were|was|be)\s+(?:(?:submitted|received|read|considered|"
    r"presented)\s+and\s+)?(?:duly\s+|then\s+|unanimously\s+|\w+ly\s+)?(?:agreed|"
    r"approved|confirmed|accepted|adopted|signed|AGREED|APPROVED)\b"
    r"|\b(?:reports?|plan|programme|recommendations?|policy|policies|budget|strategy|terms\s+of\s+reference|drafts?|"
    r"proposals?|accounts|payments?|schedule|nominations?|quotations?|quote|precept|"
    r"application)(?:\s+in\s+the\s+[\w ]{3,30})?\s+(?:was|were)\s+(?:considered\s+and\s+)?(?:duly\s+|unanimously\s+|"
    r"\w+ly\s+)?(?:agreed|approved|adopted|accepted|endorsed|supported|ratified|carried|AGREED|APPROVED)\b"
    r"|\b[Mm]inutes\s+of\s+[^.;:]{3,60}:\s+(?:agreed|approved|confirmed|accepted|signed)\b"
    r"|\bthe\s+offer\s+was\s+accepted\b|\bpayments?\s+(?:was|were)\s+(?:considered\s+and\s+)?approved\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:[Aa]t\s+(?:that|the\s+last|its\s+last|the\s+previous|a\s+previous|its)\s+meeting|"
    r"had\s+(?:been\s+)?(?:agreed|resolved|approved)|was\s+previously|previously\s+agreed|"
    r"at\s+the\s+(?:[A-Z]\w+\s+)+held\s+on)\b"
)
_MOTION = re.compile(r"(?:Proposal|Motion|Amendment|Substantive Motion|Recommendation)\s*:?", re.I)
_WILL_MOVE = re.compile(r"[^\w]?\s*(?:I|1|l|\||!)\s+(?:will|wish\s+to|beg\s+to)\s+move\b", re.I)
_CARRIED = re.compile(
    r"\b(?P<what>[Pp]roposal|[Mm]otion|[Aa]mendment|[Ss]ubstantive motion)\b(?:(?!proposal|motion|amendment|Proposal|"
    r"Motion|Amendment)[^.;]){0,90}?\b(?:carried|agreed|passed|adopted|approved|CARRIED|AGREED)\b"
)
# fmt: off
_STEMS = (
    "resolv", "agree", "recommend", "decid", "approv", "endors", "adopt", "ratif", "carried", "elect", "appoint",
    "confirm", "accept", "sign", "support", "vote", "lost", "second", "in favour",
)
# fmt: on
_COMMITTEE = re.compile(
    r"(?:Thereafter,?\s+|Following\s+[^,]{3,60},\s+|"
    r"Having\s+[^,]{3,120},\s+)?[Tt]he\s+(?:[\w&]+\s+){0,6}(?:Committee|Panel|Board|Council|Commission|Group|"
    r"Forum)\s*(?::\s*-?|[:–-])\s*$"
)
_DECIDES = re.compile(
    r"(?:\(?\w{1,3}[.)]\s+)?(?:noted|agreed|approved|endorsed|resolved|welcomed|recommended|instructed|requested|"
    r"remitted|continued|delegated|referred|supported|"
    r"considered|adopted|accepted|authorised|recognised|commended|asked|scrutinised)\b",
    re.I,
)
_LIMBS = re.compile(r"(?<!\w)(?P<limb>\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=\S))")
_LIMB = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:\.\d+)?)[.)]|[-•·–o]$", re.I)
_VIEW = re.compile(
    r"agreed\s+(?:with|that\s+(?:this|it|they|there|the\s+\w+)\s+(?:was|were|had|is|are|needed)\s+(?:a|an|not|very|"
    r"too|important|good|no|difficult|essential|vital))\b",
    re.I,
)
_KINDS = (
    ("recommend", DecisionKind.RECOMMENDED),
    ("resolved", DecisionKind.RESOLVED),
    ("resolution", DecisionKind.RESOLVED),
    ("decid", DecisionKind.RESOLVED),
    ("decision", DecisionKind.RESOLVED),
    ("note", DecisionKind.NOTED),
)


_RESOLVED_SO = re.compile(
    r"(?:Resolved|RESOLVED|Agreed|AGREED|Approved|APPROVED|Carried|CARRIED)\.?"
    r"|(?:This|These|It|That)\s+(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|approved|carried|accepted|ratified)"
    r"(?:\s+(?:unanimously|by\s+(?:all|members|councillors|the\s+\w+)(?:\s+present)?))?\.?"
    r"|(?:All|Everyone|Members|Councillors)\s+(?:were\s+)?(?:in\s+agreement|agreed)(?:\s+(?:to|with)\s+this)?\.?"
    r"|(?:Unanimously\s+)?(?:[Aa]greed|[Aa]pproved|[Cc]arried)\s+(?:unanimously|by\s+(?:all|members|councillors|"
    r"the\s+\w+)(?:\s+present)?)\.?"
    r"|Unanimously\s+(?:agreed|approved|carried)\.?|All\s+in\s+favour\.?",
    re.I,
)
_PROPOSED = re.compile(
    r"\bpropos(?:ed|al)\b(?!\s+(?:development|changes?|closure|site|scheme|works?|budget)\b)[^.]{0,320}?\bsecond(?:ed|er)\b|"
    r"\bmoved\b[^.]{3,320}?\bseconded\b",
    re.I,
)
_NO_PROPOSAL = re.compile(
    r"\bnominat|\bnot\s+seconded\b|\bno\s+seconder\b|\bpropos(?:ed|ing)\s+(?:that\s+)?(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|"
    r"Dr)\b[^.;,]{2,40}(?:,|;|\bas\b|\bseconded\b|\bfor\b|\bshould\b|\bbe\b)|\b(?:lost|defeated|fell|not\s+carried)\b",
    re.I,
)
_BEGINS_PROPOSED = re.compile(r"[\W\d]*(?:Proposed|Proposer|Moved)\b", re.I)
_PUT = re.compile(r"[\W\d]*(?:Proposed|Moved)\b.{3,60}\bSeconded\b.{3,60}$", re.I)
_VOTED = re.compile(
    r"(?:all\s+in\s+favour|in\s+favour|unanimous|carried|agreed|approved|\d+\s+votes?\s+(?:for|to)|votes?\s*:|for\s*[:–-])",
    re.I,
)


def _before(text: str, at: int) -> int:
    """Where the sentence before `at` begins: "Rents: to stay the same. Resolved." decides what goes before."""
    earlier = [start for start, end in sentences(text) if end <= at]
    return earlier[-1] if earlier else at


def _may_decide(text: str) -> bool:
    """A quick look before the costly one: whether any stem of a word of decision stands in the text."""
    folded = text.casefold()
    return any(stem in folded for stem in _STEMS)


def kind_of(words: str) -> DecisionKind:
    """The kind of decision these words tell of."""
    folded = words.casefold()
    return next((kind for stem, kind in _KINDS if stem in folded), DecisionKind.AGREED)


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

    def run(self) -> tuple[FoundDecision, ...]:
        first, last = self.skeleton.minutes_range
        for block in self.blocks[first : last + 1]:
            if (
                block.order in self.skeleton.speakers.list_blocks
                or block.kind is BlockKind.FOOTNOTE
                or is_residue(block)
            ):
                continue
            self._block(block)
        return tuple(self.found)

    def _motion(self, block: Block) -> None:
        """Note the words of a motion or amendment, which a later sentence may carry."""
        named = _MOTION.fullmatch(block.text)
        if _PUT.match(block.text) and len(block.text) < 120:
            self.moving = "put"
        elif self.moving == "put" and re.match(r"[\"“‘']?That\b", block.text):
            self._add(DecisionKind.AGREED, (Span(block.order, 0, len(block.text)),), "proposed and seconded", 0.85)
            self.moving = ""
        elif named:
            self.moving = "amendment" if named[0].casefold().startswith("amend") else "motion"
        elif self.moving and re.match(r"[\"“‘']?That\b", block.text):
            self.moved[self.moving] = Span(block.order, 0, len(block.text))
            self.moving = ""
        elif _WILL_MOVE.match(block.text):
            self.moved["motion"] = Span(block.order, 0, len(block.text))

    def _carried(self, block: Block, start: int, end: int) -> bool:
        """Whether the sentence carries the motion whose words went before; then they are the decision."""
        match = _CARRIED.search(block.text, start, end)
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
        self._motion(block)
        label = _LABEL.match(block.text)
        if label and self._is_label(block, label):
            self.blocks_taken.add(block.order)
            self.head, self.limbs, self.taken = None, 0, 0
            self.of_committee = False
            words = (label["word"] or label["noun"]) + (" recommend" if "recommend" in label[0].casefold() else "")
            rest = block.text[label.end() :]
            head_span = Span(block.order, 0, len(block.text))
            if (
                not rest.strip(" :-–.")
                or rest.rstrip().endswith((":", ":-", ":–"))
                or re.fullmatch(
                    r"(?:T\s*H\s*A\s*T|that|to|(?:that\s+)?the\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}(?:\s+(?:agree|"
                    r"resolve|recommend)s?(?:\s+(?:that|to))?)?)\s*:?",
                    rest.strip(),
                    re.I,
                )
            ):
                self.head = (kind_of(words), label[0].strip(), head_span)
            else:
                self._add_limbs(kind_of(words), block, label)
                self.head = (
                    (kind_of(words), label[0].strip(), head_span)
                    if re.search(r"\b(?:and|;)\s*$|;$", block.text) or re.match(r"\(?(?:a|i|1)[.)]\s", rest)
                    else None
                )
                self.taken = 1
            return
        if self._heads_limbs(block):
            return
        if self.head and self.of_committee and not _DECIDES.match(block.text):
            self.head = None
        if self.head and self._limb(block):
            self.blocks_taken.add(block.order)
            return
        self.head = None
        if not _may_decide(block.text) or is_business_heading(block, self.skeleton):
            return
        for start, end in sentences(block.text):
            self._sentence(block, start, end)

    def _is_taken(self, block: Block, at: int) -> bool:
        """Whether a decision already holds the words at this place."""
        spans = (s for found in self.found[-2:] for s in found.spans)
        return any(s.block == block.order and s.start <= at < s.end for s in spans)

    def _add_limbs(self, kind: DecisionKind, block: Block, label: re.Match[str]) -> None:
        """One row for the text behind the label, or one for each of its lettered limbs."""
        cuts = [m.start("limb") for m in _LIMBS.finditer(block.text, label.end())]
        if len(cuts) < 2 or cuts[0] > label.end() + 40:
            self._add(kind, (Span(block.order, 0, len(block.text)),), label[0].strip())
            return
        for index, cut in enumerate(cuts):
            start = 0 if index == 0 else cut
            end = cuts[index + 1] if index + 1 < len(cuts) else len(block.text)
            end = start + len(re.sub(r"[,;]?\s+and\s*$", "", block.text[start:end]).rstrip())
            self._add(kind, (Span(block.order, start, end),), label[0].strip())

    def _heads_limbs(self, block: Block) -> bool:
        """Whether the block is "The Committee:-", whose list then says what it agreed and noted."""
        if not _COMMITTEE.match(block.text):
            return False
        self.head = (DecisionKind.AGREED, block.text.rstrip(" :-"), Span(block.order, 0, len(block.text)))
        self.limbs = self.taken = 0
        self.of_committee = True
        self.blocks_taken.add(block.order)
        return True

    def _is_label(self, block: Block, label: re.Match[str]) -> bool:
        if label["noun"]:
            return (
                not re.match(r"recommendation", label["noun"], re.I)
                or bool(label["sep"].strip(" "))
                or len(block.text) < 30
            )
        word = label["word"]
        if word.isupper() or label["sep"].strip():
            return True
        return len(block.text) < 40 or bool(re.match(r"that\b", block.text[label.end() :], re.I))

    def _limb(self, block: Block) -> bool:
        """Whether the block is a limb of the decision whose head went before."""
        kind, words, head = self.head
        if (
            starts_item(block, self.skeleton)
            or is_business_heading(block, self.skeleton)
            and not re.match(r"that\b", block.text, re.I)
        ):
            return False
        if re.fullmatch(r"Noted\.?", block.text):
            self.head = None
            return True
        marked = (
            bool(block.marker)
            and block.kind is not BlockKind.HEADING
            or bool(re.match(r"\(?(?:[a-z]|[ivx]{1,4}|\d)[.)]\s", block.text))
        )
        if marked:
            spans = (
                (head, Span(block.order, 0, len(block.text)))
                if not self.taken and self.blocks[head.block].text[head.end - 1 :] in (":", "-", "o", "t")
                else (Span(block.order, 0, len(block.text)),)
            )
            self._add(kind, spans, words)
            self.limbs += 1
            self.taken += 1
            return True
        if not self.taken and block.text.rstrip().endswith((":", ":-")):
            self.head = (kind, words, Span(block.order, 0, len(block.text)))
            return True
        if not self.taken:
            self._add(kind, (head, Span(block.order, 0, len(block.text))), words)
            self.taken = 1
            if not block.text.rstrip().endswith((":", ";", ":-", " and")):
                self.head = None
            return True
        if self.limbs and re.match(r"(?:and\s+)?(?:that\b|That\b)", block.text):
            self._add(kind, (Span(block.order, 0, len(block.text)),), words)
            return True
        return False

    def _sentence(self, block: Block, start: int, end: int) -> None:
        text = block.text
        if not _may_decide(text[start:end]):
            return
        if self.moved and self._carried(block, start, end):
            return
        if self._proposed(block, start, end):
            return
        match = _INLINE.search(text, start, end)
        if start and _RESOLVED_SO.fullmatch(text, start, end) and not self._is_taken(block, start):
            self._add(DecisionKind.RESOLVED, (Span(block.order, _before(text, start), end),), text[start:end], 0.85)
            return
        if not match or _ELSEWHERE.search(text, start, end) or _VIEW.match(text, match.end() - 6, end):
            return
        if re.search(
            r"\b(?:had|have|has|if|when|once|until|whether|which|not)\s+(?:\w+\s+)?$",
            text[max(start, match.start() - 14) : match.start()],
        ) and not re.match(r"and", match[0]):
            return
        words = match[0].strip()
        if re.match(r"and\b", words) and not re.search(
            r"\b(?:proposed|proposal|seconded|moved|motion|by\s+(?:all|the)\s+|unanimously|considered|circulated)",
            text[start : match.end()],
            re.I,
        ):
            return
        tail = text[match.end() : end]
        collective = re.match(
            r"(?:[Tt]he\s+)?(?:Committee|Sub-Committee|Panel|Board|Commission|Cabinet|Council|Members|Councillors|"
            r"Executive|Forum|Working|Group|committee|panel|board|meeting|members)",
            words,
        )
        if collective and not re.match(r"\s*(?:that|to|the|:|a\b|an\b|unanimously|its|and|on|in\s+principle)", tail):
            return
        if collective and re.match(
            r"\s*(?:that)\s+(?:it|this|there|they)\s+(?:was|were|had|is|are|should|would|could|must|wanted|wished)\b",
            tail,
        ):
            return
        if text[start:end].rstrip().endswith((":", ":-", ":–")):
            self.head = (kind_of(words), words, Span(block.order, start, end))
            self.taken = self.limbs = 0
            if len(tail.split()) > 3:
                self._add(kind_of(words), (Span(block.order, start, end),), words)
                self.taken = 1
            return
        self._add(kind_of(words), (Span(block.order, start, end),), words, 0.9 if words.isupper() else 0.85)

    def _proposed(self, block: Block, start: int, end: int) -> bool:
        """Whether the sentence tells of a proposal that found a seconder, which in small councils is the decision."""
        text = block.text
        if not _PROPOSED.search(text, start, end) or _ELSEWHERE.search(text, start, end):
            return False
        if _NO_PROPOSAL.search(text, start, end) or "seconded by" in text[start:end] and "amendment" in text[start:end]:
            return False
        begin = _before(text, start) if _BEGINS_PROPOSED.match(text, start, end) else start
        vote = next(((a, b) for a, b in sentences(text) if a >= end), None)
        if vote and _VOTED.match(text, *vote):
            if _NO_PROPOSAL.search(text, *vote):
                return True
            end = vote[1]
        self._add(DecisionKind.AGREED, (Span(block.order, begin, end),), "proposed and seconded", 0.85)
        return True

    def _add(self, kind: DecisionKind, spans: tuple[Span, ...], words: str, confidence: float = 0.95) -> None:
        text = " ".join(self.blocks[s.block].text[s.start : s.end] for s in spans)
        if kind is DecisionKind.RESOLVED and re.match(
            r"(?:RESOLVED|Resolved)?\W*(?:That|that)?\s*(?:the\s+[\w\s]{3,80}\s+be\s+noted)\.?$", text
        ):
            kind = DecisionKind.NOTED
        self.found.append(
            FoundDecision(
                kind, text, spans, self.skeleton.item_at(spans[0].block), confidence, f"“{words}” marks a decision."
            )
        )
