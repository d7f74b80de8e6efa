"""Tasks the record gives: action lines, lists and columns of actions, and "Clerk to write"."""

import re

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundAction
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.dates import due_date
from scrutiny_desk.recognition.furniture import is_business_heading, is_residue, starts_item
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.parties import Parties
from scrutiny_desk.recognition.posts import has_post_head, is_organisation
from scrutiny_desk.recognition.promise import due_words
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.telltales import Rule, held, telltale, telltale_words

_LINE = Rule(
    r"[\[(*]{0,3}(?P<label>(?:[Ff]or\s+|FOR\s+)?(?:ACTIONS?|Actions?)(?:\s+(?:[Pp]oints?|[Nn]o\.?|[Aa]greed|AGREED|"
    r"[Rr]equired|BY|[Bb]y|[Oo]n|[Ff]or))*\s*\d{0,4}\s*(?:\([Ff]or\))?)\s*\**"
    r"(?P<sep>[:\-–.])\**\s*(?P<rest>.*)$",
    parts=("action",),
)
_LABEL_CELL = re.compile(r"(?:ACTIONS?|Actions?)\s*\d{0,4}\s*[:\-–.]$")
"""A cell that only says that an action stands in the cell beside it."""
_HEAD = Rule(
    r"(?:(?:Summary|List|Schedule|Log) of )?(?:ACTIONS?|Actions?)(?:\s*(?:/|and|&)\s*[\w\s/]{3,60})?"
    r"(?:\s+(?:points|arising|agreed|list|sheet|log))?\s*:?$|"
    r"Next steps\s*:?$|(?:Further information|Information) to be provided\s*:?$|.*\b(?:information requests?|"
    r"requests? for information|actions?)\b.*\b(?:as follows|following)\s*:$",
    re.I,
    parts=("action", "steps", "information"),
)
_TRAILING = Rule(
    r"[\[(]\s*(?:ACTION|Action)(?:\s+(?:by|for))?\s*[:\-–]?\s*(?P<who>[^\])]{2,80})[\])]|\b(?:ACTION|"
    r"Action)\s*:\s*(?P<who2>[A-Z][\w .,/&'’\-]{1,60})$",
    words=("action",),
)
_INLINE = re.compile(r"(?<=[\s.;–-])\**(?:ACTIONS?|Action)\**\s*[:–-]\s*(?P<rest>\S.*\bto\s.*)$")
_CODE = re.compile(r"[A-Z]{0,3}\d{1,4}[a-z]?(?:/\d{2,4})?\s*[–:.-]\s+")
"""The number of an action in a list of them: "A1/19 - "."""
_OWNER = re.compile(
    r"[\[(]\s*(?:[Oo]wner|[Aa]ction(?:ed)?(?:\s+by)?|[Ll]ead|[Rr]esponsible)\s*[:\-–]\s*(?P<who>[^\])]{2,80})[\])]"
)
_TO_DO = re.compile(
    r"(?:\b|[;.:,–-]\s+)(?P<who>(?:(?:[Tt]he\s+)?(?:(?:(?:Deputy|Assistant|Town|Parish|County)\s+)*Clerk|Handyman|Chair(?:man|woman|person)?|Vice-Chair\w*|Caretaker|"
    r"Warden|Treasurer|Secretary|Director|Leader|[Oo]fficers?|Democratic Services(?: Officer)?|Scrutiny (?:Officer|"
    r"Manager)|Monitoring Officer|"
    r"Chief Executive|Committee (?:Clerk|Manager|Officer))|(?:Cllrs?\.?|Councillors?|Mr|Mrs|Ms|Miss|"
    r"Dr)\s+(?:[A-Z]\.?\s?)*[A-Z][\w'’\-]+(?:\s+(?:and|&)\s+(?:(?:Cllr\.?|Councillor|Mr|Mrs|Ms)\s+)?[A-Z][\w'’\-]+)?|"
    r"(?!PC|EA|BC|GW|NCC|VAT|AGM|NHS|TO)[A-Z]{2,3}(?:/[A-Z]{2,3})?))"
    r"\s+(?:is\s+|are\s+|was\s+|asked\s+(?!to\s+(?:see|know|hear|have|speak)\b))?to\s+(?!(?:the|a|an|this|date|be\s+(?:a|the|in|at|held|noted|"
    r"signed))\b)(?P<verb>[a-z]{3,}|be\s+asked)\b",
)
_TO = telltale_words(("to",))
_OF_THOSE = telltale(
    *"clerk handyman chair caretaker warden treasurer secretary director leader officer democratic scrutiny".split(),
    *"monitoring chief committee cllr councillor".split(),
) | telltale_words(("mr", "mrs", "ms", "miss", "dr"))
_INITIALS_TO = re.compile(r"[A-Z]{2}\s+(?:is\s+|are\s+|was\s+|asked\s+)?to\s")
"""Who is given a task: one of the words for them, or initials."""
_ASKED = Rule(
    r"\b(?:asked|requested|instructed|tasked)\s+(?:for\s+)?(?P<who>the\s+(?:[A-Z][\w'’&-]*\s+|of\s+|for\s+|"
    r"and\s+){0,8}(?:Officer|Manager|Clerk|Director|Engineer|Leader|Member|Executive|Team|Solicitor)s?|"
    r"(?:the\s+)?(?:Clerk|Handyman|Director|Chief Executive|Democratic Services\w*|Scrutiny Officer|"
    r"Monitoring Officer|[Oo]fficers?|Leader|Cabinet Member|Portfolio Holder)(?:\s+(?:of|for|and|[A-Z][\w'’]*))*?"
    r"|(?:the\s+)?(?:Mr|Mrs|Ms|Dr|Cllr\.?|"
    r"Councillor)?\s*[A-Z][\w'’\-]+(?:\s+[A-Z][\w'’\-]+){0,2})\s+to\s+(?P<verb>[a-z]+)\b"
    r"|(?P<who2>[Oo]fficers|[Tt]he\s+(?:[A-Z][\w'’]*\s+|of\s+|for\s+|and\s+)*(?:Clerk|Director|Officer|Manager|"
    r"Engineer|Chief Executive|Leader)s?|(?:Mr|Mrs|Ms|Cllr\.?|Councillor)\s+[A-Z][\w'’\-]+|[Hh]andyman)\s+(?:was|"
    r"were|be|would be|to be)\s+(?:asked|requested|instructed|tasked)\s+to\s+(?P<verb2>[a-z]+)\b",
    parts=("asked", "request", "instruct", "tasked"),
)
_INFORMING = frozenset(
    [
        "explain",
        "clarify",
        "confirm",
        "give",
        "outline",
        "comment",
        "elaborate",
        "expand",
        "advise",
        "describe",
        "tell",
        "say",
        "share",
        "see",
        "know",
        "hear",
        "respond",
        "justify",
        "note",
        "approve",
        "agree",
        "consider",
        "endorse",
        "support",
        "accept",
        "adopt",
        "receive",
        "attend",
        "vote",
        "promote",
        "introduce",
        "present",
        "summarise",
        "identify",
        "state",
        "answer",
        "join",
        "leave",
        "withdraw",
        "speak",
        "continue",
        "stop",
        "be",
        "address",
        "take",
        "open",
        "close",
        "encourage",
        "report",
        "update",
    ]
)
_NOBODY = re.compile(
    r"(?:members?|councillors?|residents?|parishioners|public|pc|council|parish council|government|gw|ea|ncc|bc|"
    r"everyone|committee|panel|people|all|none|n/?a)\b",
    re.I,
)


_BODY = re.compile(r"[A-Z]{1,2}(?:CC|BC|DC|TC|PC)|NHS|DfE|DfT|HMG")
"""Letters that stand for a council or another body, and for nobody there."""


def task_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words that give somebody a task ("The Clerk to write"), where the sentence or a clause begins with them."""
    tells = held(text, start, end)
    may = tells & _TO and (tells & _OF_THOSE or _INITIALS_TO.search(text, start, end))
    to_do = _TO_DO.search(text, start, end) if may and " to " in text[start:end] else None
    if to_do and _BODY.fullmatch(to_do["who"]):
        return None
    if to_do and (to_do.start("who") == start or text[to_do.start() : to_do.start() + 1] in ";.:,–-"):
        return to_do
    return None


class _Actions:
    def __init__(self, document: ReadDocument, skeleton: Skeleton) -> None:
        self.blocks = document.blocks
        self.skeleton = skeleton
        self.parties = Parties(skeleton)
        self.found: list[FoundAction] = []
        self.listing = False
        self.columns: dict[str, int] = {}

    def run(self) -> tuple[FoundAction, ...]:
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

    def _block(self, block: Block) -> None:
        text = block.text
        cells = block.cells if block.kind is BlockKind.TABLE_ROW else _piped(text)
        labelled = _LINE.match(text.replace("\t", " ")) if 1 < len(cells) < 4 and _LABEL_CELL.match(cells[0]) else None
        if labelled and labelled["rest"].strip():
            self._line(block, labelled)
            return
        if cells:
            self._row(block, cells)
            return
        self.columns = {}
        if len(text) < 120 and _HEAD.match(text):
            self.listing = True
            return
        owned = self.listing and bool(_OWNER.search(text))
        if starts_item(block, self.skeleton) and not owned:
            self.listing = False
        if not owned and is_business_heading(block, self.skeleton):
            self.listing = False
            return
        line = _LINE.match(text)
        if line:
            self._line(block, line)
            return
        if self.listing:
            if block.kind is BlockKind.LIST_ITEM or block.marker or like(r"\d+[.)]\s|[-•]\s").match(text):
                owner = _OWNER.search(text) or _TRAILING.search(text)
                self._add(
                    block,
                    0,
                    len(text),
                    (owner.groupdict().get("who") or owner.groupdict().get("who2")) if owner else _led_by(text),
                    "It stands in a list of actions.",
                    0.93,
                )
                return
            code = _CODE.match(text)
            if led := _led_by(text[code.end() :] if code else text):
                self._add(block, 0, len(text), led, "It stands in a list of actions.", 0.93)
                return
            self.listing = False
        if is_business_heading(block, self.skeleton):
            return
        for start, end in sentences(text):
            self._sentence(block, start, end)

    def _line(self, block: Block, line: re.Match[str]) -> None:
        rest = line["rest"].strip(" ])")
        self.listing = not rest
        if not rest:
            return
        led = _led_by(rest)
        only_name = led is None and len(rest) < 70 and not like(r"\b(?:to|will|be)\b").search(rest)
        if only_name and block.order > 0:
            before = self.blocks[block.order - 1]
            if before.kind is not BlockKind.HEADING and before.text:
                start, end = sentences(before.text)[-1]
                spans = (Span(before.order, start, end), Span(block.order, 0, len(block.text)))
                self._found(spans, self._owners(rest, block.order), "An action line names who is to act.", 0.93)
                return
        self._add(
            block, 0, len(block.text), led or (rest if only_name else None), "The record marks it as an action.", 0.95
        )

    def _sentence(self, block: Block, start: int, end: int) -> None:
        text = block.text
        words = text[start:end]
        trailing = _TRAILING.search(text, start, end)
        if trailing:
            self._add(
                block,
                start,
                end,
                trailing["who"] or trailing["who2"],
                "The record marks it as an action.",
                0.93,
            )
            return
        if " to " not in words:
            return
        if inline := _INLINE.search(text, start, end):
            self._add(
                block, inline.start("rest"), end, _led_by(inline["rest"]), "The record marks it as an action.", 0.93
            )
            return
        to_do = task_in(text, start, end)
        if to_do:
            self._add(block, to_do.start("who"), end, to_do["who"], "Somebody is given a task.", 0.85)
            return
        if given := self._given_to(block, start, end):
            self._add(block, start, end, given, "Somebody is given a task.", 0.8)
            return
        asked = _ASKED.search(text, start, end)
        if asked and not like(r"\b(?:had|has|have)\s+(?:also\s+|been\s+)?$").search(
            text[max(start, asked.start() - 12) : asked.start()]
        ):
            verb = asked["verb"] or asked["verb2"]
            who = asked["who"] or asked["who2"]
            if (
                verb not in _INFORMING
                and not _NOBODY.match(like(r"(?i)^the\s+").sub("", who))
                and not like(r"\b(?:it was|was)\s+(?:\w+\s+)?(?:agreed|resolved)\b").search(words)
            ):
                self._add(block, start, end, who, f"“{asked[0]}” gives somebody a task.", 0.85)

    def _given_to(self, block: Block, start: int, end: int) -> str | None:
        """Who is to act in a sentence that begins "Jo Fox to" or "Audit Manager to": a known person, or a post."""
        led = _GIVEN.match(block.text, start, end)
        if led is None or led["verb"] in _AT_MEETINGS or not block.text[start:end].endswith((".", ";")):
            return None
        known = self.skeleton.who(led["who"], block.order).person_id is not None
        return led["who"] if known or has_post_head(led["who"]) and not is_organisation(led["who"]) else None

    def _row(self, block: Block, row: tuple[str, ...]) -> None:
        """A row of a table of actions: by its header, or a column of initials beside the text."""
        columns = _columns(row)
        beside = any(re.fullmatch(_BESIDE_TASKS, cell.strip(" :."), re.I) for cell in row)
        if "task" in columns and (len(columns) >= 2 or beside):
            self.columns = columns
            return
        task, owner, due = (self.columns.get(name) for name in ("task", "owner", "due"))
        if task is None or task >= len(row) or not like(r"[A-Za-z]{3}").search(row[task]):
            return
        words = row[due].strip() or None if due is not None and due < len(row) else None
        named = row[owner] if owner is not None and owner < len(row) else _led_by(row[task])
        owners = self._owners(named, block.order)
        self._found((Span(block.order, 0, len(block.text)),), owners, "It stands in a table of actions.", 0.93, words)

    def _owners(self, words: str | None, at: int) -> tuple[Who, ...]:
        """Those named; a post with a comma or "and" in it ("Director of Homes and Place") stays whole where it is
        somebody's."""
        if not words or not words.strip(" -–."):
            return ()
        whole = self.skeleton.who(words.strip(" .:"), at)
        if whole.person_id is not None:
            return (whole,)
        return tuple(
            self.skeleton.who(part.strip(" ."), at)
            for part in like(r"\s*(?:/|,|&|\band\b)\s*").split(words.strip(" .:"))
            if part.strip(" .")
        )

    def _add(self, block: Block, start: int, end: int, who: str | None, reason: str, confidence: float) -> None:
        self._found((Span(block.order, start, end),), self._owners(who, block.order), reason, confidence)

    def _found(
        self, spans: tuple[Span, ...], owners: tuple[Who, ...], reason: str, confidence: float, due: str | None = None
    ) -> None:
        text = " ".join(self.blocks[s.block].text[s.start : s.end] for s in spans)
        words = due or due_words(text)
        day = due_date(words, self.skeleton.meeting.date) if words else None
        item = self.skeleton.item_at(spans[0].block)
        self.found.append(FoundAction(owners, text, spans, item, day, words, confidence, reason))


_BESIDE_TASKS = r"items?|discussion|minutes?|notes?|agenda items?|subject|topic|key points"
"""Columns of minutes printed as a table, one column of which holds the actions."""
_COLUMNS = {
    "task": r"what|actions?(?: (?:required|agreed|point|to be taken))?|tasks?|request|recommendation/action|"
    "description|"
    "agreed action",
    "owner": r"owners?|lead(?: officer)?|by whom|who|responsible(?: officer)?|officer|assigned to|responsibility|"
    "action by",
    "due": r"due(?: date)?|deadline|by when|target(?: date)?|timescale|when",
    "status": r"status|progress|update|rag|response|outcome|complete\w*",
}


def _columns(row: tuple[str, ...]) -> dict[str, int]:
    """Which column of a header row holds what."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(row):
        for name, pattern in _COLUMNS.items():
            if name not in columns and like(pattern).fullmatch(cell.casefold().strip(" :.")):
                columns[name] = index
    return columns


def _piped(text: str) -> tuple[str, ...]:
    """The cells of a row of a table that was flattened to text with upright strokes between them."""
    if text.count(" |") < 2 and not (text.startswith("|") and text.count("|") > 2):
        return ()
    return tuple(cell.strip() for cell in text.strip("| ").split("|"))


def _led_by(text: str) -> str | None:
    """Who is to act in "Clerk to write to the county", or None."""
    led = like(
        r"(?P<who>(?:[Tt]he\s+)?[A-Z][\w'’.\-]*(?:(?:,?\s+|/)(?:[A-Z][\w'’.\-]*|and|of|for|&))*)\s+(?:is\s+|are\s+|"
        r"was\s+)?(?:to|will)\s+[a-z]+"
    ).match(text)
    return led["who"] if led else None


_GIVEN = re.compile(
    r"(?:[Tt]he\s+)?(?P<who>[A-Z][\w'’\-]*(?:\s+(?:(?:of|for|and|&)\s+)?[A-Z][\w'’\-]*){0,5})\s+to\s+(?P<verb>[a-z]{3,})\b"
)
_AT_MEETINGS = frozenset(
    ("present", "introduce", "attend", "join", "chair", "speak", "leave", "open", "close", "the", "this", "that")
)
"""What an agenda says of people."""


def actions_in(document: ReadDocument, skeleton: Skeleton) -> tuple[FoundAction, ...]:
    """The tasks that the record marks as actions or gives to a person, in the order of the document."""
    return _Actions(document, skeleton).run()
