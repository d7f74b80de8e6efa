"""The moves that ask: in reported speech, in the asker's own words, read out or sent in for somebody."""

import re

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition import replying
from scrutiny_desk.recognition.cues import cue
from scrutiny_desk.recognition.exchange import Exchange, same_who
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Move
from scrutiny_desk.recognition.names import printed_name
from scrutiny_desk.recognition.parties import Side
from scrutiny_desk.recognition.state import Speaker, State
from scrutiny_desk.recognition.subjects import Subject, SubjectKind
from scrutiny_desk.recognition.telltales import Rule, telltale

_WHO = (
    r"(?P<who>(?:an?\s+|the\s+|one\s+)?(?:(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Alderman)\s+(?:Mrs\s+|Miss\s+|"
    r"Dr\s+)?(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*"
    r"|[A-Z][\w'’\-]*|member|resident|parishioner)(?:\s+(?:of\s+the\s+public|(?!was|who|which)[A-Z][\w'’\-]*))*)"
)
_SENT = (
    r"(?:sent\s+in|submitted|received|provided|tabled|put\s+forward|given|raised|supplied|written|posed|put|asked)\s+"
    r"(?:in\s+(?:writing|advance)\s+|beforehand\s+)?(?:by|from)"
)
_READ = Rule(
    r"\b(?:read|put|asked|presented|posed|raised|tabled)\s+(?:out\s+)?(?:a|the|an|two|three|some|several)\s+(?:\w+\s+)?"
    rf"(?P<what>questions?|quer(?:y|ies)|statement|e-?mail|letter)\b[^.“”\"]*?\b(?:{_SENT}|from|"
    rf"on\s+behalf\s+of)\s+{_WHO}",
    words="read put asked presented posed raised tabled".split(),
)
_RECEIVED = Rule(
    r"\b(?P<what>e-?mail|letter|message|correspondence|questions?|quer(?:y|ies))\s+(?:had|was|were|has|"
    r"have)\s+(?:also\s+|then\s+)?(?:been\s+)?"
    rf"{_SENT}\s+{_WHO}",
    words="sent submitted received provided tabled put given raised supplied written posed asked".split(),
)
MAY_BE_PROXY = telltale("uestion", "quer", "statement", "mail", "letter", "message", "orrespondence", "behalf")
_ON_BEHALF = Rule(
    r"\b[Oo]n\s+behalf\s+of\s+" + _WHO + r"(?:,\s+(?=\S)|\s+(?=(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|the|asked|queried|"
    r"enquired)\b))",
    words=("behalf",),
)
_ASKING_TAIL = re.compile(
    r"\s*(?:on\s+[A-Z]\w+\s+[A-Z]\w+\s*)?,?\s*(?:asking|to\s+ask|querying|enquiring|requesting|seeking)\s+(?:if|"
    r"whether|what|how|why|when|where|who|about|for\s+(?:information|details|clarification|an\s+update))\b"
)
_ASKS = re.compile(r"\b(?:asked|question|queried|enquired)\b")
_NAMES = re.compile(
    r"\b(?:[Cc]an|[Cc]ould|[Dd]id|[Dd]oes|[Ww]ill|[Ww]ould|[Hh]as)\s+(?P<who>(?:Mr|Mrs|Ms|Miss|Dr|Cllr\.?|Councillor|"
    r"Professor)\.?\s+"
    r"(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*|the\s+(?:[A-Z][\w'’]*\s+|of\s+|for\s+|and\s+)*[A-Z][\w]*)"
)
_RUN_ON = re.compile(
    r"\s(?:have|has|is|are|can|could|will|would|do|does|did)\s+(?:they|he|she|it|you|we)\s+\w+(?:\s+\w+){2,}"
)
_IN_THE_CHAIR = re.compile(
    r"(?:the\s+)?(?:acting\s+)?(?:convener|(?:lord\s+)?mayor|provost|cathaoirleach|presiding member)$", re.I
)


_ONLY_ASKS = re.compile(r"(?:\S+\s+){1,4}(?:asked|enquired|queried|wondered)[.”\"’']*")


def ask(walk: State, block: Block, move: Move) -> None:
    """A question in reported speech, or one that its reply names."""
    at = block.order
    span = Span(at, move.start, move.end)
    asker, words, witness = _asker(walk, move, at)
    last = walk.pending[-1] if walk.pending else None
    only = _ONLY_ASKS.fullmatch(block.text, move.start, move.end)
    if only and last and last.direct and last.open and last.asked[-1].end + 2 >= move.start:
        last.asker = asker or last.asker  # "And after that? Keith asked."
        last.anonymous = last.asker is None
        return
    put_to = _put_to(walk, move, at, asker)
    if witness and move.speaker and move.speaker.kind is SubjectKind.PRONOUN and not move.put_to:
        replying.plain(walk, block, move)
        return
    if move.named and not move.recorded and last and last.open and same_who(last.asker, asker):
        return  # "with regard to Cllr Fenn's query": the one that is open
    if _goes_on_asking(last, move, asker):
        last.ask_more(span)
        last.put_to = last.put_to or put_to
        return
    exchange = Exchange(asker, put_to, [span], move.cue, walk.item, recorded=move.recorded)
    exchange.from_witness = witness
    exchange.addressed = bool(move.put_to and put_to)
    _add_lead_up(walk, exchange, block, move, asker)
    if move.recorded or asker is not None or not move.many:
        walk.add(exchange)
    told_of = move.named and walk.speaker and walk.speaker.block == at and walk.speaker.side is Side.ANSWERING
    if asker is not None and not witness and not told_of:
        side = walk.parties.side(asker, words, at) if walk.parties.is_listed(asker) else Side.ASKING
        side = side if move.speaker and side is not Side.UNKNOWN else Side.ASKING
        walk.speaks(Speaker(asker, words, side, at, move.start))


def _goes_on_asking(last: Exchange | None, move: Move, asker: Who | None) -> bool:
    """Whether the same person asks on, in the same breath, before anybody has replied."""
    if not last or not last.open or last.block or last.asides or move.named or last.listed:
        return False
    if last.plain and all(span.end - span.start < 40 for span in last.plain) and last.put_to:
        return False
    if asker is None:
        return last.asker is None and last.asked[-1].end >= move.start - 2
    return same_who(last.asker, asker)


def _add_lead_up(walk: State, exchange: Exchange, block: Block, move: Move, asker: Who | None) -> None:
    speaker = walk.speaker
    if speaker and speaker.block == block.order and speaker.start < move.start and same_who(speaker.who, asker):
        exchange.lead_up.append(Span(block.order, speaker.start, move.start))


_PRONOUNS = ("him", "her", "them")
_THE_SAME = re.compile(r"the\s+same\s+(?:[Mm]ember|[Cc]ouncillor|questioner|resident|person)", re.I)


def _asker(walk: State, move: Move, at: int) -> tuple[Who | None, str, bool]:
    """Who asks by this move, in which words, and whether it is one of those who answer; a pronoun is who spoke last."""
    if move.asker in _PRONOUNS or _THE_SAME.fullmatch(move.asker or ""):
        last = walk.pending[-1] if walk.pending else walk.history[-1] if walk.history else None
        return (last.asker, "", False) if last and last.item == walk.item else (None, "", False)
    if move.asker:
        return walk.parties.asker(move.asker, at), move.asker, False
    subject = move.speaker
    if subject is None:
        led = walk.questioner if not cue("asking.passive").fullmatch(move.cue) else None
        return led, (led.label or "") if led else "", False
    if subject.kind in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL):
        alone = subject.text.casefold() in ("he", "she") and walk.person is not None and walk.person.block == at
        speaker = walk.person if alone else walk.speaker
        last = walk.pending[-1] if walk.pending else None
        if last and last.block == 0 and last.asker and (_others(walk, subject, last, speaker)):
            return last.asker, "", False
        if (
            speaker
            and (speaker.side is not Side.ANSWERING or walk.parties.is_lay(speaker.who))
            and (subject.kind is SubjectKind.PRONOUN or speaker.block == at)
        ):
            return speaker.who, speaker.words, False
        if subject.kind is SubjectKind.IMPERSONAL:
            return None, "", False
        if speaker and speaker.block == at:
            return speaker.who, speaker.words, walk.parties.is_listed(speaker.who)
        last = walk.history[-1] if walk.history else None
        return (last.asker, "", False) if last and last.item == walk.item else (None, "", False)
    who = walk.parties.asker(subject.text, at)
    if who.name is None and subject.apposition and (beside := _beside(walk, subject, at)):
        who = beside
    if _IN_THE_CHAIR.match(subject.text) and who.label:
        who = Who(None, who.label)
    if subject.kind is SubjectKind.SINGLE and who.person_id is None:
        return None, "", False
    answers = walk.parties.side(who, subject.text, at) is Side.ANSWERING and not walk.parties.is_lay(who)
    witness = walk.parties.is_listed(who) and answers
    return who, subject.text, witness


def _beside(walk: State, subject: Subject, at: int) -> Who | None:
    """Who asks by the name behind unnamed words: "A governor, Mrs Fox, asked"; none for one who sits with officers."""
    words = like(r",|\s\(").split(subject.apposition.strip(" ,()"))[0].strip()
    name = printed_name(words)
    return walk.parties.asker(words, at) if name is not None and name.strong else None


def _others(walk: State, subject: Subject, last: Exchange, speaker: Speaker | None) -> bool:
    """Whether the pronoun is said of somebody else than who spoke last."""
    return _has_answered(last, speaker) or _is_another(walk, subject, speaker)


def _is_another(walk: State, subject: Subject, speaker: Speaker | None) -> bool:
    """Whether the pronoun cannot be who spoke last, who was called by the other, or bears a title that tells."""
    if speaker is None or speaker.who is None or subject.text.casefold() not in ("he", "she"):
        return False
    title = like(r"(Mr|Mrs|Ms|Miss)\b").match(speaker.words)
    called = walk.called.get(speaker.who.words) or (("he" if title[1] == "Mr" else "she") if title else None)
    return called is not None and called != subject.text.casefold()


def _has_answered(last: Exchange, speaker: Speaker | None) -> bool:
    """Whether who spoke last is the one who answered: then "he asked" is said of who had asked before."""
    return speaker is not None and any(same_who(w, speaker.who) for r in last.replies[-1:] for w in r.by)


def _put_to(walk: State, move: Move, at: int, asker: Who | None = None) -> tuple[Who, ...]:
    if move.put_to and like(r"(?i)(?:him|her|them)\s*").fullmatch(move.put_to):
        speaker = walk.speaker
        if speaker and speaker.who and speaker.who.name and not same_who(speaker.who, asker):
            return (speaker.who,)
    elif move.put_to and not like(r"(?i)(?:him|her|them|it|this|that|the)\s*").fullmatch(move.put_to):
        return (walk.parties.named(move.put_to, at),)
    return walk.witness(at)


def direct(walk: State, block: Block, move: Move) -> None:
    """A question in its own words: whose it is depends on who is speaking."""
    at = block.order
    if (
        move.speaker
        and move.speaker.kind is not SubjectKind.IMPERSONAL
        and move.speaker.text.casefold() not in ("we", "you", "i")
    ):
        if move.speaker.kind is not SubjectKind.PRONOUN or not walk.speaker:
            who = walk.parties.asker(move.speaker.text, at)
            answering = walk.parties.side(who, move.speaker.text, at) is Side.ANSWERING
            if answering and walk.pending and not walk.pending[-1].came_back:
                replying.statement(walk, block, move)
                return
            walk.set_speaker(who, move.speaker.text, at, move.start)
        _asks_on(walk, block, move, walk.speaker.who if walk.speaker else None)
        return
    speaker = walk.speaker if walk.speaker and walk.speaker.block == at else None
    if speaker and speaker.side is Side.ANSWERING and not walk.parties.is_lay(speaker.who):
        replying.plain(walk, block, move)
        return
    _asks_on(walk, block, move, speaker.who if speaker else None)


def _asks_on(walk: State, block: Block, move: Move, asker: Who | None) -> None:
    span = Span(block.order, move.start, move.end)
    last = walk.pending[-1] if walk.pending else None
    alone = last is not None and last.open and last.block == 0 and not last.listed and not last.asides
    if alone and (same_who(last.asker, asker) or asker is None and not last.plain):
        last.ask_more(span)
        return
    put_to = _addressed(walk, block, move) or _put_to(walk, move, block.order)
    exchange = Exchange(asker, put_to, [span], move.cue, walk.item, direct=True)
    exchange.anonymous = asker is None
    exchange.ends_block = move.end >= len(block.text) - 1
    exchange.heads_point = asker is None and move.start <= 2 and _is_point(walk, block, move)
    exchange.addressed = bool(_addressed(walk, block, move))
    exchange.from_witness = (
        asker is not None
        and asker.person_id is not None
        and walk.parties.side(asker, "", block.order) is Side.ANSWERING
    )
    speaker = walk.speaker
    if asker is None and (speaker is None or speaker.block != block.order):
        exchange.lead_up.append(Span(block.order, 0, move.start))
    else:
        _add_lead_up(walk, exchange, block, move, asker)
    walk.add(exchange)


def _is_point(walk: State, block: Block, move: Move) -> bool:
    """Whether the block is one point of the minutes, bulleted, numbered or answered behind a dash."""
    marked = (
        block.kind is BlockKind.LIST_ITEM or bool(block.marker) or block.text[move.end : move.end + 2] in ("- ", "– ")
    )
    return marked and walk.skeleton.kind is DocumentKind.MINUTES


def _addressed(walk: State, block: Block, move: Move) -> tuple[Who, ...]:
    """Whom a question in its own words names: "Could Ms Pell tell us"."""
    named = _NAMES.search(block.text, move.start, move.end)
    if not named:
        return ()
    who = walk.skeleton.who(named["who"], block.order)
    return (who,) if who.name else ()


def run_on(walk: State, block: Block) -> None:
    """A question of question time that runs on from its statement without a stop."""
    match = _RUN_ON.search(block.text)
    if match:
        exchange = Exchange(
            None, walk.witness(block.order), [Span(block.order, 0, len(block.text))], match[0].strip(), walk.item
        )
        exchange.direct = exchange.anonymous = exchange.ends_block = True
        walk.add(exchange)


_TABLE = re.compile(r"[Tt]he\s+(?:[Cc]ommittee|[Pp]anel|[Cc]ouncil|[Bb]oard)|(?:[Mm]embers|[Cc]ouncillors)\b")


def proxy(walk: State, block: Block, start: int, end: int) -> bool:
    """A question read out or sent in for somebody: the question is theirs, not the reader's."""
    text = block.text
    match = _READ.search(text, start, end) or _RECEIVED.search(text, start, end)
    behalf = None if match else _ON_BEHALF.search(text, start, end)
    found = match or behalf
    if not found or _TABLE.match(found["who"]):
        return False
    if behalf and not _ASKS.search(text, start, end):
        return False
    who = walk.parties.asker(found["who"], block.order)
    asks = (
        bool(behalf)
        or found["what"].startswith(("quer", "question"))
        or bool(_ASKING_TAIL.match(text, found.end(), end))
    )
    walk.speaks(Speaker(who, found["who"], Side.ASKING, block.order, start))
    if not asks or (_RECEIVED.match(text, found.start()) and _says_no_more(text, found.end(), end)):
        return True
    exchange = Exchange(
        who, walk.witness(block.order), [Span(block.order, start, end)], found[0][:60], walk.item, proxy=True
    )
    walk.add(exchange)
    return True


def _says_no_more(text: str, at: int, end: int) -> bool:
    """Whether a sentence only says that a question came, without its words or a colon before them."""
    rest = text[at:end]
    return not like(r"[:“\"?]|\b(?:about|regarding|concerning|on|asking|ask|whether|relating)\b").search(rest)
