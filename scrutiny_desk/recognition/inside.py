"""The reply that a sentence holds behind its question: "asked whether it was so and was told that it was"."""

import re

from scrutiny_desk.recognition.cues import cue, phrase_in
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does, Move
from scrutiny_desk.recognition.names import TITLE_PATTERN
from scrutiny_desk.recognition.subjects import Subject, SubjectKind, subject_at
from scrutiny_desk.recognition.telltales import Rule

_TO_WHICH = re.compile(
    r"(?:,|;|–|-|\.\.\.)?\s+(?:to which|in (?:answer|reply|response) to (?:which|this|that),?|"
    r"and in (?:reply|response|answer),?|in (?:reply|response),?|and in turn|and|"
    r"but|who)\s+(?=\S)|;\s+(?=\S)|\s+[–-]\s+(?=\S)",
    re.I,
)
_WAS_TOLD = re.compile(
    r"(?:,?\s+(?:and|but|&)(?:\s+(?:he|she|they|[Mm]embers|"
    r"the\s+(?:committee|panel|board|commission|member|councillor)))?|,\s+(?:he|she|they)|"
    r",?\s+to which (?:he|she|they))\s+(?:was|"
    r"were)\s+(?:then\s+|also\s+)?(?:told|informed|advised|assured|reassured|referred)\b",
    re.I,
)
_WAS_GIVEN = re.compile(
    r"[;,]\s+(?:a\s+number\s+of\s+|several\s+|some\s+|further\s+|the\s+)?(?:suggestions|comments|details|figures|"
    r"examples|explanations?|advice)\s+(?:was|"
    r"were)\s+(?:made|given|provided|offered)\s+by\s+(?P<by>(?:the\s+)?[A-Z][\w'’.\-]*(?:\s+(?:of\s+|"
    r"for\s+)?[A-Z][\w'’\-]*)*)"
)
_WAS_ASSURED = re.compile(
    r",?\s+(?:and|which)(?:\s+(?:this|it|that|these|they|such\s+\w+))?\s+(?:was|were)\s+(?:duly\s+|then\s+)?(?:given|"
    r"provided)\b",
    re.I,
)
"""An assurance that was sought and "was given": its words are those of the question."""
_AND_RECEIVED = re.compile(
    r"\band\s+(?:received|obtained|(?:was|were)\s+given),?\s+(?:an?\s+|the\s+|some\s+)?(?:\w+\s+)?(?:(?:re)?assurances?|"
    r"confirmation|clarification|explanation)(?:\s+from\s+(?P<by>(?:the\s+|(?-i:[A-Z])[\w'’.\-]*)(?:\s*(?:(?:of|for|and|the)\s+)*"
    r"(?-i:[A-Z])[\w'’.\-]*)*))?(?P<told>\s+that\s+)?",
    re.I,
)
"""What was "sought, and received, from Mr Pell": told where its words follow, else not minuted."""
SAYS = re.compile(
    r"(?:replied|answered|responded|advised|explained|confirmed|clarified|informed|assured|reassured|said|stated|"
    r"noted|added|agreed|outlined|acknowledged|reported|pointed|conceded|admitted|"
    r"described|listed|believed|expressed the (?:view|opinion|hope)|took the view|"
    r"undertook|indicated|accepted|told|offered|was (?:told|advised|informed|explained|confirmed|stated|noted|"
    r"reported|agreed|answered|replied|responded|said|clarified|noted|acknowledged|indicated|hopeful|confident|doubtful|unsure|unable|sure|optimistic)|"
    r"did not|was not (?:sure|aware|certain|able)|"
    r"could not|suggested|felt|thought|considered|believed|commented|"
    r"highlighted|thanked|gave|provided)\b"
)
_IT_WAS_TOLD = re.compile(
    r"it\s+was\s+(?:then\s+)?(?:agreed|explained|advised|confirmed|stated|reported|said|answered|replied|responded|clarified|felt|pointed\s+out)\b",
    re.I,
)
_ANSWERS = re.compile(
    r"(?:replied|answered|responded|advised|explained|confirmed|clarified|informed|said|stated|reported)\b"
)
_OFFICERS = re.compile(r"\b(?:officers?|officials|witness(?:es)?|representatives|staff)\b", re.I)
_PEOPLE = (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.INITIALS)
_LETTERED_REPLY = re.compile(r"[;,]?\s(?P<by>[A-Z]{2,3})\s+[–—-]\s+(?=[a-z])")
_BARE_REPLY = re.compile(r"\s[–—-]\s(?=(?:yes|no|none|not yet|nothing|agreed|this (?:is|was)|it (?:is|was))\b)", re.I)
_DASH_NAME = re.compile(rf"\s+[–—-]\s+(?={TITLE_PATTERN}\s+[A-Z]|[Tt]he\s+[A-Z])")
_STATED_BY = re.compile(
    r"\s*by\s+(?P<by>(?:the\s+)?[A-Z][\w'’.\-]*(?:\s+(?:of\s+|for\s+|the\s+)*[A-Z][\w'’.\-]*){0,6})"
)


def reply_inside(text: str, at: int, end: int, first: bool, addressed: bool = False) -> tuple[int, tuple[Move, ...]]:
    """Where the question ends in its sentence, and the moves of the reply that the same sentence holds."""
    lettered = _LETTERED_REPLY.search(text, at, end)
    if lettered:
        by = Subject(lettered["by"], lettered.start("by"), lettered.end("by"), SubjectKind.INITIALS, lettered.end())
        return lettered.start(), (Move(Does.REPLY, lettered.start("by"), end, by, cue=lettered["by"]),)
    bare = _BARE_REPLY.search(text, at, end)
    if bare:
        return bare.start(), (Move(Does.REPLY, bare.end(), end, cue=text[bare.end() : end].split()[0]),)
    if behind := _behind_dash(text, at, end):
        return behind
    if passive := _told_of(text, at, end):
        return passive
    if after := _after_comma(text, at, end, spliced=not first):
        return after
    for link in _TO_WHICH.finditer(text, at, end):
        speaker = subject_at(text, link.end(), end)
        if speaker is None or speaker.start != link.end():
            continue
        verb = text[speaker.predicate : min(end, speaker.predicate + 40)]
        kinds = _PEOPLE if not addressed else (*_PEOPLE, SubjectKind.PRONOUN)
        apart = link[0][:1] == ";" and speaker.kind in kinds
        if not SAYS.match(verb) and not apart:
            continue
        officers = speaker.kind is SubjectKind.GROUP and _OFFICERS.search(speaker.text) is not None
        strong = (
            apart
            or officers
            or speaker.kind is SubjectKind.IMPERSONAL
            or cue("answering.reply").match(verb)
            or "which" in link[0]
            or "repl" in link[0]
            or "respon" in link[0]
        )
        if strong or (
            speaker.kind in _PEOPLE
            and cue("answering.saying").match(verb)
            and link[0].strip(" ,;")[:3] in ("and", "to ", "in ", "", "-", "–")
        ):
            if speaker.kind is SubjectKind.IMPERSONAL and not cue("answering.told").match(text, speaker.start, end):
                continue
            does = Does.TOLD if speaker.kind is SubjectKind.IMPERSONAL else Does.REPLY
            by = None if does is Does.TOLD else speaker
            return link.start(), (Move(does, link.end(), end, by, cue=verb.split()[0]),)
    return end, ()


def _behind_dash(text: str, at: int, end: int) -> tuple[int, tuple[Move, ...]] | None:
    """The reply of somebody named behind a dash: "asked why it was shut. - Cllr Fenn, the Leader, said that"."""
    for dash in _DASH_NAME.finditer(text, at, end):
        speaker = subject_at(text, dash.end(), end)
        if speaker and speaker.start == dash.end() and SAYS.match(text, speaker.predicate):
            return dash.start(), (Move(Does.REPLY, dash.end(), end, speaker, cue=text[speaker.predicate :].split()[0]),)
    return None


_AND_WAS_SURE = Rule(
    r",?\s+and\s+(?:(?:was|is)\s+(?:quite\s+|very\s+)?(?:confident|sure|certain|satisfied|optimistic|hopeful|doubtful)|replied|answered|"
    r"responded|advised|said|stated|explained|confirmed)\s+that\b"
    r"|;\s+(?:it|they|there|these|this|he|she)\s+(?:had|was|were|did|would|could|has|have|is|are|does|do)(?:\s+not|n['’]t)?(?=[,.;])",
    words=(
        "confident sure certain satisfied optimistic hopeful doubtful replied answered responded advised said stated "
        "explained confirmed it they there these this he she"
    ).split(),
)
"""The reply of whoever was asked: "was asked if it would be ready, and was confident that it would"."""


def _told_of(text: str, at: int, end: int) -> tuple[int, tuple[Move, ...]] | None:
    """The reply in the passive: "and was told that", "and received an assurance from Mr Pell that"."""
    told = _WAS_TOLD.search(text, at, end)
    if told:
        by = stated_by(text, told, end)
        return told.start(), (Move(Does.TOLD, told.start(), end, by, cue=told[0].strip(" ,")),)
    given = _WAS_GIVEN.search(text, at, end)
    if given:
        by = Subject(given["by"], given.start("by"), given.end("by"), SubjectKind.NAMED, given.end())
        return given.start(), (Move(Does.TOLD, given.start(), end, by, cue=given[0].strip(" ,;")),)
    assured = _WAS_ASSURED.search(text, at, end)
    if assured and "ssuranc" in text[max(0, at - 40) : assured.start()]:
        by = stated_by(text, assured, end)
        return assured.start(), (Move(Does.TOLD, assured.start(), end, by, cue=assured[0].strip(" ,")),)
    if (received := _AND_RECEIVED.search(text, max(0, at - 40), end)) and received.end() >= at:
        who = received["by"]
        by = who and Subject(who.rstrip("."), *received.span("by"), SubjectKind.NAMED, received.end("by"))
        if received["told"]:
            return end, (Move(Does.TOLD, received.end("told"), end, by or None, cue=received[0]),)
        return end, (Move(Does.UNMINUTED, end, end, by or None, cue=received[0]),)
    if sure := _AND_WAS_SURE.search(text, at, end):
        return sure.start(), (Move(Does.TOLD, sure.start(), end, cue=sure[0].strip(" ,")),)
    unminuted = phrase_in("answering.unminuted", text, max(0, at - 40), end)
    if unminuted and unminuted.end() >= at:
        return end, (Move(Does.UNMINUTED, end, end, cue=unminuted[0]),)
    return None


def _after_comma(text: str, at: int, end: int, spliced: bool) -> tuple[int, tuple[Move, ...]] | None:
    """The reply in "Asked whether it was so, Ms Pell said that it was", and in sentences `spliced` by a mere comma."""
    for comma in like(r",\s+").finditer(text[at:end]):
        if spliced and (told := _IT_WAS_TOLD.match(text, at + comma.end(), end)):
            return at + comma.start(), (Move(Does.TOLD, at + comma.end(), end, cue=told[0]),)
        speaker = subject_at(text, at + comma.end(), end)
        if speaker is None or speaker.start != at + comma.end():
            continue
        if speaker.kind is SubjectKind.INITIALS and text.startswith("will ", speaker.predicate):
            return at + comma.start(), (Move(Does.REPLY, at + comma.end(), end, speaker, cue="will"),)
        if spliced and not (speaker.kind in _PEOPLE and _ANSWERS.match(text, speaker.predicate)):
            continue
        if SAYS.match(text, speaker.predicate):
            return at + comma.start(), (Move(Does.REPLY, at + comma.end(), end, speaker, cue="asked"),)
    return None


def stated_by(text: str, told: re.Match[str], end: int) -> Subject | None:
    """Who told it, where the passive says so: "it was explained by Mr Oakes"."""
    by = _STATED_BY.match(text, told.end(), end)
    return Subject(by["by"].rstrip("."), by.start("by"), by.end("by"), SubjectKind.NAMED, told.end()) if by else None
