"""What a reply does to a question: answers it, leaves part of it open, promises, or only says that it was answered."""

import re
from functools import reduce
from operator import or_

from scrutiny_desk.domain.blocks import Block, quote_of
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.recognition.beside import spoken_last
from scrutiny_desk.recognition.cues import phrase_in, phrase_told, told_of
from scrutiny_desk.recognition.exchange import Exchange
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.sentences import holds, lowered, sentences
from scrutiny_desk.recognition.telltales import ANY, held
from scrutiny_desk.recognition.undertakings import promise_in
from scrutiny_desk.recognition.wants import goes_round

_PART = re.compile(
    r"\b(second|third|fourth|fifth|last|next|previous|annual|quarterly|monthly|average|total|maximum|"
    r"minimum)\s+([a-z]{4,})",
    re.I,
)
_OPEN_PROMISE = re.compile(
    r"\b(?:get back|come back|find out|look into|look at|check|investigat\w*|follow|respond|report back|later|"
    r"in writing|written|revert|chase|"
    r"take (?:it|this|that|them|the|away|back)|enquir\w*|obtain|seek|sought|clarif\w*|confirm|ask|advice|pass|"
    r"bring proposals|"
    r"(?:given|reported|brought|provided|supplied)\s+(?:to|at)\s+(?:the|a|its)\s+(?:next|following|future)|"
    r"write|sent a (?:reply|response|answer)|report the (?:findings|outcome|results?)|(?:have|receive|"
    r"get) a (?:written )?(?:reply|response|answer)|"
    r"findings|outcome|verify|be reported|report what|let\b.{2,40}\bknow)\b",
    re.I,
)
_OF_REPLYING = ("respon", "repl", "expl", "clarif", "answer", "outlin", "addres", "provid", "gave", "discuss", "dealt")
_BARE_REPLY = re.compile(
    r"\b(?:responded|replied|explained|clarified|answered|outlined|addressed|provided|gave)\s+(?:to\s+)?(?:this|that|"
    r"them|these|the\s+(?:position|matter|situation|reasons?|process|background|questions?|query|"
    r"queries|points?)|accordingly|appropriately|in\s+detail|fully|(?:an?\s+|the\s+|some\s+)?(?:further\s+|"
    r"detailed\s+|full\s+|verbal\s+|brief\s+)?(?:answers?|responses?|reply|replies|explanations?|clarification|"
    r"overview))"
    r"(?:\s+(?:to|for)\s+(?:this|the|members?|committee|panel|his|her|their|these|all)\b[\w ’']{0,40})?\.?$"
    r"|^(?:(?!\bthat\b|\bnot\b)[^.;]){0,90}\b(?:responded|replied|answered)\.$"
    r"|\b(?:this|the\s+(?:matter|position|reason|point|query|question))\s+(?:was|were)\s+(?:\w+\s+)?(?:explained|"
    r"clarified|answered|addressed|discussed|dealt with)\b[^,;]{0,40}\.?$",
    re.I,
)
_ONLY_NOTED = re.compile(
    r"\b(?:noted|took|acknowledged|thanked\s+\w+(?:\s+\w+)?\s+for)\s+(?:this|that|the\s+(?:comments?|points?|"
    r"concerns?|request|question|suggestion)|(?:his|her|their)\s+(?:comments?|points?|question|suggestion))\.?$",
    re.I,
)
_OFFERS = re.compile(r"\b(?:I|we)(?:['’]ll| will| can| am happy to| are happy to|['’]d be happy to)\b", re.I)
_REST = re.compile(
    r"\bthe\s+(?:rest|others?|remainder|remaining\s+\w+)\b[^.;]{0,30}?\b(?:would|will|could|be)\b|"
    r"\b(?:would|will)\b[^.;]{0,40}\b(?:the\s+(?:rest|others|remainder))\b",
    re.I,
)
_WHY_TOO = re.compile(r"\bwhy\b[^.?!]{3,160}\band\s+when\b|\bwhen\b[^.?!]{3,160}\band\s+why\b", re.I)
_COMING = re.compile(r"\b(?:will|would|starts?|opens?)\b")
_REASON = re.compile(r"\b(?:because|since|as|due|owing|reasons?|so\s+that|had)\b", re.I)
_SHORT = re.compile(
    r"(?:Yes|No|There|It|They|He|She|We)\b(?:\s+(?:was|were|had|did|is|are|has|have|does|do|would))?\W*$"
)
_TWO_PARTS = re.compile(
    r"\b(?:how|what|when|why|who|whether|if|for|of)\b[^.?!]{3,160}?\b(?:and|or)\s+(?:also\s+)?(?:how|what|when|why|who|"
    r"whether|if|where|on what|for (?:how|what|the)|"
    r"(?:could|would|can|will|did|had|has)\s+(?:he|she|they|we|it))\s+\w+|\bto\s+\w+\s+and\s+to\s+\w+",
    re.I,
)
_ONLY_WHO = re.compile(r"(?:[Tt]he\s+)?(?:(?:[A-Z][\w'’&.-]*|of|for|and|the|&|also|then|\([^)]*\)),?\s*)+")
"""Nothing but the one who speaks, whose post may have "and" in it."""
_OF_PART = ("fully", "satisf", "content", "happy", "assured", "convinced", "quite")
"""The words of a comeback that own to a reply, if a poor one."""
_WORD = re.compile(r"[A-Za-z]{3,}")


def status_of(exchange: Exchange, blocks: tuple[Block, ...]) -> tuple[QuestionStatus, str]:
    """Where the record leaves the question, and the words that tell, as part of a sentence for a person."""
    if exchange.late:
        part = _missing_part(exchange, blocks)
        if part:
            return QuestionStatus.PARTLY_ANSWERED, f"the later reply does not come to “{part}”"
        return QuestionStatus.ANSWERED_LATER, "a reply that came after the meeting follows in the record"
    if not exchange.replies:
        if exchange.unminuted:
            return (
                QuestionStatus.ANSWER_NOT_MINUTED,
                f"“{exchange.unminuted.strip()}” says that it was dealt with, not how",
            )
        return QuestionStatus.NOT_ANSWERED, "no reply follows"
    said = " ".join(quote_of(blocks, r.spans) for r in exchange.replies)
    if not said.strip():
        return QuestionStatus.ANSWER_NOT_MINUTED, f"“{exchange.cue.strip()}” says that it was answered, not how"
    if (
        len(said) < 130
        and holds(lowered(said), _OF_REPLYING)
        and (bare := _BARE_REPLY.search(said))
        and not spoken_last(said, 0, len(said))
    ):
        return QuestionStatus.ANSWER_NOT_MINUTED, f"“{bare[0].strip()}” says that it was dealt with, not how"
    if len(said) < 110 and (noted := _ONLY_NOTED.search(said)):
        return QuestionStatus.NOT_ANSWERED, f"“{noted[0].strip()}” does not deal with it"
    tells = reduce(or_, (held(blocks[s.block].text, s.start, s.end) for r in exchange.replies for s in r.spans), ANY)
    none = phrase_told("open.no_reply", said, tells) if len(said) < 300 else None
    if none and not like(r"\b(?:if|unless|until|where)\s+$").search(said[: none.start()]):
        return QuestionStatus.NOT_ANSWERED, f"“{none[0]}”"
    promise = next((r.promise for r in exchange.replies if r.promise), "")
    if exchange.reopened:
        part = bool(promise) or holds(exchange.reopened.casefold(), _OF_PART)
        status = QuestionStatus.PARTLY_ANSWERED if part else QuestionStatus.NOT_ANSWERED
        return status, f"a reply follows, and then “{exchange.reopened}”"
    unknown = _unknown(_heads(exchange, blocks, promise)) if told_of("open.unknown", tells) else None
    lacking = None if unknown else phrase_told("open.lacking", said, tells)
    if promise:
        return _put_off(exchange, blocks, promise, bool(unknown), lacking)
    if like(r"(?:This|It|That) was agreed\.?$").match(said) and _THING.search(quote_of(blocks, tuple(exchange.asked))):
        return QuestionStatus.PROMISED, f"“{said.strip()}” says that it is to come"
    if unknown or lacking:
        return QuestionStatus.PARTLY_ANSWERED, f"“{(unknown or lacking)[0]}” leaves it open"
    asked = quote_of(blocks, tuple(exchange.asked))
    if _WHY_TOO.search(asked) and len(sentences(said)) == 1 and _COMING.search(said) and not _REASON.search(said):
        return QuestionStatus.PARTLY_ANSWERED, "it says when, and not why"
    if wanted := goes_round(asked, said):
        return QuestionStatus.PARTLY_ANSWERED, f"the question is “{wanted}”, and the reply does not say"
    return QuestionStatus.ANSWERED, "a reply follows"


def _put_off(
    exchange: Exchange, blocks: tuple[Block, ...], promise: str, unknown: bool, lacking: re.Match[str] | None
) -> tuple[QuestionStatus, str]:
    """Where a reply that promises something leaves the question."""
    status, why = _promised(exchange, blocks, promise, unknown)
    if status is QuestionStatus.ANSWERED:
        if _is_owed(quote_of(blocks, tuple(exchange.asked)), promise):
            return QuestionStatus.PROMISED, f"it asks for a thing, and “{promise}” puts it off"
        if lacking:
            return QuestionStatus.PARTLY_ANSWERED, f"“{lacking[0]}” leaves part of it open"
    elif status is QuestionStatus.PROMISED:
        said = " ".join(quote_of(blocks, r.spans) for r in exchange.replies)
        if _GAVE_IT.match(promise):
            return QuestionStatus.ANSWERED, f"“{promise}” is what was asked for"
        if half := like(r"but not the (?:former|latter)").search(said):
            return QuestionStatus.PARTLY_ANSWERED, f"“{half[0]}” leaves part of it open"
    return status, why


_THING = re.compile(
    r"\b(?:asked|requested|asks|wished|wanted|sought)\s+(?:to\s+(?:see|have|be\s+(?:sent|given|shown))|for|if\s+\w+\s+could\s+"
    r"(?:see|have)|sight\s+of)\s+(?:(?!\bwhether\b|\bif\b)[^.,;?]){0,40}?\b(?:list|figures?|number|percentage|proportion|breakdown|"
    r"cop(?:y|ies)|reports?|letter|research|data|information|details|timeline|timetable|note|link|statistics|costs?|names?|"
    r"minutes|map|plan|paper|table|assessment|runs|themes|evidence)\b",
    re.I,
)
_GAVE_IT = re.compile(r"gave\s+(?:that|the|his|her)\b|(?:was|were)\s+happy\s+to\s+give\b", re.I)
"""Where an undertaking is asked for, giving it is the answer."""
_HANDS_OVER = re.compile(
    r"\b(?:send|sent|circulate|circulated|provide|provided|share|shared|supply|supplied|forward|forwarded|e-?mail|let|give|given|"
    r"have\s+it|bring|brought|obtain|see\s+what|agreed|get)\b",
    re.I,
)


def _is_owed(asked: str, promise: str) -> bool:
    """Whether the question asks for a thing and the reply only promises to hand it over: then it is still owed."""
    return bool(_THING.search(asked) and _HANDS_OVER.search(promise))


def _unknown(heads: list[str]) -> re.Match[str] | None:
    """The words by which a reply says that it does not know, unless its sentence tells something before them."""
    for head in heads:
        match = phrase_in("open.unknown", head)
        if match and not _tells(head[: match.start()]):
            return match
    return None


def _tells(clause: str) -> bool:
    """Whether the words before, past the verb of saying, tell something of their own."""
    if not like(r"[,;]|\b(?:and|but|that)\b").search(clause) or _ONLY_WHO.fullmatch(clause.strip()):
        return False
    told = like(r"^.*?\b(?:that|said|replied|confirmed|advised|explained|stated)\b").sub("", clause, count=1)
    return len(_WORD.findall(told)) >= 5 or bool(like(r"\d").search(told))


def _heads(exchange: Exchange, blocks: tuple[Block, ...], promise: str) -> list[str]:
    """The first two sentences of each reply, and the one that promises: where a reply says that it does not know."""
    heads = []
    for reply in exchange.replies:
        said = quote_of(blocks, reply.spans)
        found = sentences(said)
        heads += [said[a:b] for i, (a, b) in enumerate(found) if i < 1 or promise and promise in said[a:b]]
    return heads


def _promised(exchange: Exchange, blocks: tuple[Block, ...], promise: str, unknown: bool) -> tuple[QuestionStatus, str]:
    substance = 0
    said = " ".join(quote_of(blocks, r.spans) for r in exchange.replies)
    for reply in exchange.replies:
        for span in reply.spans:
            text = blocks[span.block].text
            for start, end in sentences(text[span.start : span.end]):
                sentence = text[span.start + start : span.start + end]
                if promise not in sentence and _is_substance(sentence):
                    substance += 1
    inside = _substance_beside(said, promise)
    if not substance and not unknown and phrase_in("open.unknown", said):
        substance = 1
    if not substance and inside and not unknown and not _OPEN_PROMISE.search(promise):
        return QuestionStatus.ANSWERED, "a reply follows, and more was promised"
    if inside == ";" and not phrase_in("open.unknown", said.split(";")[0]):
        opens = unknown or bool(_OPEN_PROMISE.search(promise) or _REST.search(said))
        why = (
            f"part is answered, and “{promise}” puts the rest off"
            if opens
            else "a reply follows, and more was promised"
        )
        return (QuestionStatus.PARTLY_ANSWERED if opens else QuestionStatus.ANSWERED), why
    two = _REST.search(said) or substance < 2 and _TWO_PARTS.search(quote_of(blocks, tuple(exchange.asked)))
    if not substance or unknown and substance < 3 and not two:
        return QuestionStatus.PROMISED, f"“{promise}” puts the reply off"
    if not _OPEN_PROMISE.search(promise) and not two:
        return QuestionStatus.ANSWERED, "a reply follows, and more was promised"
    return QuestionStatus.PARTLY_ANSWERED, f"part is answered, and “{promise}” puts the rest off"


def _is_substance(sentence: str) -> bool:
    """Whether a sentence of a reply tells something, rather than promising it or saying that it is not known."""
    if _SHORT.match(sentence):
        return True
    if _unknown([sentence]) or len(_WORD.findall(sentence)) <= 3 and not like(r"\d").search(sentence):
        return False
    return not _OFFERS.search(sentence) and promise_in(sentence, 0, len(sentence)) is None


def _substance_beside(said: str, promise: str) -> str:
    """Whether the sentence that promises says something of its own before: ";" for a clause apart, "," for one "
    "joined."""
    at = said.find(promise)
    if at < 0:
        return ""
    sentence = like(r"[.?!]\s").split(said[:at])[-1]
    if ";" in sentence and len(_WORD.findall(sentence.split(";")[0])) > 4:
        return ";"
    return "," if _tells(sentence) else ""


def _missing_part(exchange: Exchange, blocks: tuple[Block, ...]) -> str:
    """A named part of the question ("second consultation") that no reply uses again, or nothing."""
    asked = quote_of(blocks, tuple(exchange.asked))
    said = " ".join(quote_of(blocks, r.spans) for r in exchange.late).casefold()
    first = " ".join(quote_of(blocks, r.spans) for r in exchange.replies)
    if exchange.sheet or first and not phrase_in("open.unknown", first):
        return ""
    for match in _PART.finditer(asked):
        if match[0].casefold() not in said:
            return match[0]
    return ""
