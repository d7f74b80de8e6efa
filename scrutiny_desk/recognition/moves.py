"""What a sentence of minutes does: asks, answers, answers a question it names, tells in the passive, or merely says."""

import re
from dataclasses import replace

from scrutiny_desk.recognition.beside import asked_beside, label_at, passed_on, spoken_last
from scrutiny_desk.recognition.cues import cue, may_stand, phrase_in
from scrutiny_desk.recognition.direct import direct_question
from scrutiny_desk.recognition.inside import reply_inside, stated_by
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does, Move
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.nominal import Named, named_question
from scrutiny_desk.recognition.subjects import Subject, SubjectKind, subject_at, subject_of
from scrutiny_desk.recognition.telltales import held, telltale_words

_WORDS = re.compile(r"[a-z]+")
_ASKING = telltale_words(
    _WORDS.findall(
        "asked asks queried queries questioned enquired inquired wondered wanted wished sought requested "
        "raised pressed challenged ask query enquire posed put response reply know learn understand asking "
        "inviting called question questions had keen"
    )
)
_QUESTION_NOUNS = telltale_words(
    _WORDS.findall(
        "question questions query queries enquiry enquiries request requests questioning points concerns comments"
    )
)
_OF_REPLY = telltale_words(("response", "reply", "answer", "responding", "replying", "answering"))
_WHO = telltale_words(("who",))
_ANSWER_LABEL = re.compile(
    r"(?:(?:Officers?['’]?\s+)?(?:[Aa]nswer|[Rr]esponse|[Rr]eply)|ANSWER|RESPONSE|REPLY)\s*:\s+(?=\S)"
)
_DASH = re.compile(r"\s[–—-]\s")
_BESIDE = telltale_words(("asked", "who", "pressed", "challenged", "questioned"))
_WAS = telltale_words(("was", "were"))
_DEALT_WITH = telltale_words(
    _WORDS.findall(
        "views talked debated conversation "
        "responded replied answered answer answers dealt addressed responses response replies reply "
        "discussion debate discussed clarification information given provided received"
    )
)
_SPOKE = telltale_words(_WORDS.findall("said replied answered explained added responded thought according"))
_PASSING = telltale_words(("turned", "deferred", "passed", "handed", "referred"))
_TOLD_LAST = re.compile(
    r",\s+(?:he|she|they|members|the\s+(?:member|committee|panel))\s+(?:was|were)\s+(?:told|informed|advised|"
    r"assured)\.$",
    re.I,
)
_INFO_TO = re.compile(
    r"\bto\s+(?:be\s+)?(?:\w+ly\s+)?(?:explain|clarify|confirm|provide|give|outline|comment|elaborate|expand|advise|"
    r"describe|tell|say|share|"
    r"update|see|know|hear|respond|justify|set out|be told|be given|be informed|be advised|be provided|"
    r"be supplied|be sent|be shown|be broken down|be updated|receive|state|answer|have|detail|"
    r"summarise|indicate)\b",
    re.I,
)
_ASKED_TO = re.compile(
    r"\b(?:asked|requested)\s+(?P<whom>(?:(?!\b(?:if|whether|how|what|why|when|where|who|which|about|for|"
    r"that|will|would|could|can|is|are|has|have|did|does|in\s+relation|with\s+regard|relating|updates?|information|"
    r"clarification|details|figures|assurances?|confirmation|cop(?:y|ies)|sight|undertook|agreed)\b)[^,.;:?]){0,90}?)"
    r"\bto\s+(?!(?:whether|if|what|how|why|when|where|who|which|the|an?)\b)(?:be\s+|also\s+|please\s+)?[a-z]+",
    re.I,
)
_ASKED_FOR_TO = re.compile(
    r"\basked\s+for\s+(?P<whom>(?:(?!\b(?:on|what|how|why|whether|if|about|that|"
    r"as)\b)[^,.;:?]){2,80}?)\s+to\s+(?!which\b|whom\b|whose\b)(?:be\s+)?[a-z]+",
    re.I,
)
_OBJECT = re.compile(  # "for" ends the words for a person where a thing asked for follows, not a portfolio
    r"\b(?:asked|questioned|pressed|challenged)\s+(?P<whom>(?:the\s+)?(?:[A-Z][\w'’.\-]*\s*|of\s|for\s|and\s|the\s|"
    r"officers?\s|witness(?:es)?\s|officials\s|him\s|her\s|them\s)+?)"
    r"(?P<beside>,\s[^,]{3,60},)?(?=\s*(?:if|whether|how|what|why|when|where|who|which|about|for\s+[a-z]+|to|on|is|"
    r"are|could|would|the\s+following)\b|\s*:\s)"
)
_BY = re.compile(
    r"\bby\s+(?P<by>(?:a|an|the|another|one)?\s*(?:[A-Z][\w'’.\-]*|Members?|members?|of|the(?=\s+(?:[A-Z]|public|members?|committee|panel))|"
    r"Committee|resident|councillor)(?:\s+(?:[A-Z][\w'’.\-]*|of the [A-Z]\w+|of the public))*)"
)
_OF_MEMBERS = re.compile(
    r"(?:All\s+)?(?:Members|Councillors|The\s+(?:\w+\s+)?(?:Committee|Panel|Board|Commission)|Those\s+present|"
    r"Everyone)\s+(?:was|were)\s+(?:\w+\s+)?asked$"
)
_BE_GIVEN = re.compile(
    r"(?:asked|requested)\s+(?:that|for)\s+(?!an?\s+(?:written\s+)?(?:response|reply|answer)\b)[^.;?]{3,160}?\b(?:to\s+)?be\s+(?:(?:provided|supplied|given|furnished|"
    r"informed|told)\b|(?:sent|circulated|shared|made\s+available|forwarded)\s+(?:to|with)\s+(?:(?:the\s+)?[Mm]embers|"
    r"the\s+(?:\w+\s+)?(?:[Cc]ommittee|[Bb]oard|[Pp]anel|[Cc]ommission|[Gg]roup)|all|him|her|them|[Cc]ouncillors))",
    re.I,
)
_ASK_WORD = re.compile(
    r"^(?:if|whether|how|what|why|when|where|who|which|about|for|on|regarding|a\s+\w*\s*(?:supplementary|further|"
    r"follow-up)?\s*question)\b",
    re.I,
)
_ASKED_THEM = re.compile(
    r"asked\s+(?:an?\s+(?:number|range|series)\s+of\s+|(?:\w+\s+){0,2})questions(?:\s+(?:of|to)\s+(?:the\s+)?(?:\w+\s+){0,3}\w+)?"
    r"(?:,\s+(?:all\s+of\s+)?which\s+were\s+\w+(?:\s+\w+){0,3})?\.?$"
)
"""That questions were asked, and nothing of what they were about."""
_PUT_THEM = re.compile(
    r"(?:questions|queries)\s+(?:were|had\s+been)\s+(?:also\s+|then\s+)?(?:asked|raised|put|posed)(?:\s+by\s+(?:the\s+)?\w+)?"
    r"(?:,\s+(?:and\s+|with\s+)?(?:the|all)\s+(?:responses|replies|answers)\b[^?]*)?\.$",
    re.I,
)
_REPORTED = re.compile(
    r"\b(?:had|has|have|having|been|previously|when|where|was|were|as|be|being|is|are)\s+(?:\w+ly\s+|also\s+|then\s+|"
    r"further\s+|since\s+|already\s+|once\s+|earlier\s+|never\s+|not\s+)?$",
    re.I,
)


_BEFORE = re.compile(
    r"(?:At|In)\s+(?:the|its|their|our)\s+(?:last|previous|earlier)\s+(?:\w+\s+)?meeting|(?:In|"
    r"At)\s+(?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December)\b(?!\s+\d{1,2})",
)


_LEADING_DASH = re.compile(r"[-–—]\s+(?=\S)")


def past_dash(text: str, start: int, end: int) -> int:
    """Where a sentence begins that a dash leads within its paragraph: "- Cllr Fenn replied"."""
    dash = _LEADING_DASH.match(text, start, end) if start else None
    return dash.end() if dash else start


def moves(text: str, start: int, end: int) -> tuple[Move, ...]:
    """The moves of one sentence, in order; at least one."""
    start = past_dash(text, start, end)
    sentence = text[start:end]
    head = sentence[:40]
    dashed = " " in sentence[2:24] and ("-" in head or "–" in head or "—" in head)
    labelled = ":" in head or dashed and _DASH.search(head)
    if labelled and (label := label_at(text, start, end)):
        return _labelled(text, label, start, end)
    if _ANSWER_LABEL.match(sentence):
        return (Move(Does.TOLD, start, end, cue="answer"),)
    tells = held(text, start, end)
    if tells & _BESIDE and (beside := asked_beside(text, start, end)):
        return beside
    if not tells & _ASKING:
        return _without_asking(text, start, end)
    may_name = tells & _QUESTION_NOUNS or tells & _WHO and tells & _OF_REPLY
    named = named_question(text, start, end) if may_name else None
    if named:
        return _from_named(text, named, start, end)
    asked = _asking_verb(text, start, end)
    if asked:
        return _from_asking(text, start, end, asked)
    return _without_asking(text, start, end)


def _labelled(text: str, label: Subject, start: int, end: int) -> tuple[Move, ...]:
    """The moves of a sentence led by its speaker's name and a colon: "Clerk: it is a condition"."""
    asked = _asking_verb(text, label.predicate, end)
    if asked and asked[0].start() <= label.predicate + 12:
        stop, tail = reply_inside(text, asked[0].end(), end, False)
        return Move(Does.ASK, start, stop, label, cue=asked[0][0]), *tail
    asks = direct_question(text, label.predicate, end) is not None
    return (Move(Does.DIRECT if asks else Does.REPLY, start, end, label, cue=text[start : label.predicate].strip()),)


def _from_named(text: str, named: Named, start: int, end: int) -> tuple[Move, ...]:
    """Moves of a sentence that answers a question and names it."""
    many = named.many and not named.topic
    ask = Move(
        Does.ASK,
        start,
        named.end,
        None,
        None,
        named.by,
        named.recorded and not many,
        True,
        text[named.start : named.cue_end],
        many,
    )
    heard = _HEARD_FROM.search(text, start, named.start)
    if heard and (that := _THAT.search(text, named.cue_end, end)):
        by = Subject(heard["by"], *heard.span("by"), SubjectKind.NAMED, named.start)
        return replace(ask, end=that.start()), Move(Does.REPLY, that.end(), end, by, cue="heard from")
    if named.reply_at is not None:
        rest = _without_asking(text, named.reply_at, end, replying=True)
        return (ask, *rest)
    speaker = subject_at(text, start, end)
    return (ask, Move(Does.REPLY, named.end, named.end, speaker, cue=ask.cue))


def _asking_verb(text: str, start: int, end: int) -> tuple[re.Match[str], bool] | None:
    """The first words of asking that ask something, and whether they are passive."""
    passive = phrase_in("asking.passive", text, start, end)
    for match in cue("asking.verbs").finditer(text, start, end):
        if passive and passive.start() <= match.start():
            break
        if _asks(text, match, start, end):
            return match, False
    if passive and _PUT_THEM.match(text, passive.start(), end):
        return None
    if passive and text[start : passive.start()].rstrip().endswith(('"', "”", "’", "'")):
        return None
    if passive and _OF_MEMBERS.match(text, start, passive.end()):
        return None
    if passive and not _never(text, passive, start, end) and not _to_be_done(text, passive, end):
        return passive, True
    return None


def _to_be_done(text: str, match: re.Match[str], end: int) -> bool:
    """Whether somebody "was asked to" do a thing, which asks nothing; a question "put to" somebody does."""
    if match[0].casefold().startswith(("quer", "question was", "question were", "questions", "request for")):
        return False
    return bool(like(r"\s+(?:to|not\s+to)\s+").match(text[match.end() : match.end() + 8])) and not _INFO_TO.match(
        text, match.end() + 1, end
    )


def _asks(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether these words of asking put a question, rather than reporting one or asking for a thing to be done."""
    if _REPORTED.search(text, max(start, match.start() - 24), match.start()) or _BEFORE.match(
        text, start, match.start()
    ):
        return False
    if _never(text, match, start, end) or _ASKED_THEM.match(text, match.start(), end):
        return False
    if match[0].casefold().split()[-1] in ("asked", "asks") or match[0].casefold().startswith("request"):
        if _BE_GIVEN.match(text, match.start(), end):
            return True
        for pattern in (_ASKED_TO, _ASKED_FOR_TO):
            to_do = pattern.match(text, match.start(), end) or pattern.match(text, match.end() - 5, end)
            if to_do and not _INFO_TO.search(text, match.start(), min(end, to_do.end() + 12)):
                return False
    return True


def _never(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a phrase that asks nothing stands at these very words."""
    if _BE_GIVEN.match(text, match.start(), end):
        return False
    if not may_stand("asking.never", text, start, end):
        return False
    near = cue("asking.never").search(text, max(start, match.start() - 16), min(end, match.end() + 90))
    return bool(near and near.start() <= match.end() and near.end() >= match.start())


def _from_asking(text: str, start: int, end: int, asked: tuple[re.Match[str], bool]) -> tuple[Move, ...]:
    """Moves of a sentence in which a verb of asking stands."""
    match, passive = asked
    speaker = subject_of(text, start, match.start(), end)
    put_to = None
    asker = None
    if passive:
        by = _BY.search(text, match.start(), min(end, match.end() + 60))
        asker = by["by"].strip() if by and by["by"].strip()[:1] else None
        if (
            speaker
            and speaker.kind is not SubjectKind.IMPERSONAL
            and like(r"(?i)(?:was|were|been)\s+(?:also\s+|then\s+|further\s+)?asked").search(match[0])
        ):
            put_to = speaker.text
        if speaker and speaker.kind is SubjectKind.PRONOUN and "been" in match[0]:
            return _without_asking(text, start, end)
        speaker = None
    elif speaker is None and match.start() == start and (by := _BY.match(text, match.end() + 1, end)):
        asker = by["by"].strip()  # "Asked by Cllr Fenn for clarification, Mr Pell explained"
    else:
        whom = _OBJECT.match(text, match.start(), end)
        put_to = (whom["whom"].strip() + (whom["beside"] or "").rstrip(",")) if whom else None
    if speaker is None and not passive and not _asks_first(text, match, start):
        return _without_asking(text, start, end)
    first = text[start : match.start()].strip() in ("", "When", "On being") or bool(_IN_ANSWER.match(text, start))
    stop, tail = reply_inside(text, match.end(), end, first, bool(put_to))
    ask = Move(Does.ASK, start, stop, speaker, put_to, asker, cue=match[0])
    return (ask, *tail)


def _asks_first(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a verb of asking without a subject stands where one may be left out: "Asked whether...", "they asked"."""
    before = text[start : match.start()].strip()
    return (
        not before
        or before in ("When", "On being", "Also", "If")
        or bool(like(r"(?:\b(?:what|question|and|but|also)\b|[,;])\s*(?:\w+\s+){0,2}$").search(before))
    )


_OF_RESPONSE = telltale_words(("response", "reply"))


def _without_asking(text: str, start: int, end: int, replying: bool = False) -> tuple[Move, ...]:
    """Moves of a sentence that asks nothing in reported speech."""
    tells = held(text, start, end)
    if tells & _OF_RESPONSE:
        answers = _ANSWERS_HIM.match(text, start, end)
        if answers:
            by = Subject(answers["by"], answers.start("by"), answers.end("by"), SubjectKind.NAMED, answers.end("by"))
            return (Move(Does.REPLY, start, end, by, cue="in response"),)
    passive = bool(tells & _WAS)
    if passive and not replying and (told_last := _TOLD_LAST.search(text, max(start, end - 60), end)):
        return (Move(Does.TOLD, start, end, cue=told_last[0].strip(" ,.")),)
    unminuted = cue("answering.unminuted").search(text, start, end) if tells & _DEALT_WITH else None
    speaker = subject_at(text, start, end)
    question = None if replying else direct_question(text, start, end)
    if question is not None:
        ask = Move(Does.DIRECT, start, end, speaker, cue=text[question : question + 40])
        dash = _ANSWERED_BEHIND.match(text, question, end) if question <= start + 2 else None
        if dash and dash.end() < end and not text[start:end].rstrip().endswith("?"):
            behind = _without_asking(text, dash.end(), end, replying=True)
            return (replace(ask, end=dash.end("asked") + 1, speaker=None), *behind)
        return (ask,)
    if not replying and (dash := _HOW_MUCH_BEHIND.match(text, start, end)):
        ask = Move(Does.DIRECT, start, dash.end("asked") + 1, cue=text[start : start + 40])
        return (ask, *_without_asking(text, dash.end(), end, replying=True))
    if unminuted and not replying and not _AND_SAID.match(text, unminuted.end(), end):
        given = speaker if speaker and speaker.kind is not SubjectKind.IMPERSONAL else None
        return (Move(Does.UNMINUTED, start, end, given or stated_by(text, unminuted, end), cue=unminuted[0]),)
    told = cue("answering.told").search(text, start, min(end, start + 160)) if passive else None
    if (
        told
        and speaker is not None
        and speaker.kind is not SubjectKind.IMPERSONAL
        and told.start() - 2 <= speaker.predicate <= told.end()
    ):
        return (Move(Does.TOLD, start, end, stated_by(text, told, end), put_to=speaker.text, cue=told[0]),)
    if speaker is not None and speaker.kind is SubjectKind.GROUP and _HEARD.match(text, speaker.start, end):
        return (Move(Does.TOLD, start, end, put_to=speaker.text, cue="heard"),)
    if speaker is not None and tells & _SPOKE and _HE_SAID.search(text, max(start, end - 24), end):
        return (Move(Does.REPLY, start, end, Subject("he", start, start, SubjectKind.PRONOUN, start), cue="said"),)
    unnamed = speaker is None or speaker.start > start or speaker.kind in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL)
    if unnamed and tells & _SPOKE and (last := spoken_last(text, start, end)):
        return (Move(Does.REPLY, start, end, last, cue="said"),)
    if speaker is None or speaker.kind is SubjectKind.IMPERSONAL:
        if told:
            return (Move(Does.TOLD, start, end, stated_by(text, told, end), cue=told[0]),)
        return (Move(Does.REPLY if replying else Does.PLAIN, start, end),)
    if tells & _PASSING and (other := passed_on(text, start, end)):
        return (Move(Does.REPLY, start, end, other, cue="who"),)
    strong = (
        replying
        or _replies_at(text, speaker.predicate, end)
        or like(r"[Ii]n (?:reply|response|replying|answer|responding)|[Rr]esponding|[Rr]eplying").match(
            text[start : start + 20]
        )
    )
    verb = text[speaker.predicate : speaker.predicate + 30].split()
    return (Move(Does.REPLY if strong else Does.SAY, start, end, speaker, cue=verb[0] if verb else ""),)


_ANSWERS_HIM = re.compile(
    rf"(?P<by>(?:{TITLE_PATTERN}\s+)+(?:[A-Z]\.?\s*)*{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}),?\s+in\s+(?:response|reply)\s+to\s+"
    rf"(?:{TITLE_PATTERN}\s|[Mm]embers|the\s|\(?\d)"
)
"""A reply with no verb: "Mr Pell in response to Cllr Oakes (1) the fund is spent"."""
_AND_SAID = re.compile(
    r"[^.;]{0,60}?\b(?:and|,)\s+(?:stated|advised|explained|confirmed|said|noted|reported|clarified|outlined|informed\s+\w+)\s+that\b"
)
"""What was said, told behind the words that it was: "replied to the queries raised and stated that"."""
_HEARD_FROM = re.compile(
    rf"\bhear(?:d|ing)\s+from\s+(?P<by>(?:the\s+)?(?:{TITLE_PATTERN}\s+)?[A-Z][^,;:]{{2,60}}?),?\s+$"
)
_THAT = re.compile(r"\s+that\s+(?=(?:it|he|she|they|the|this|these|there|an?|no|all)\s)")
_HOW_MUCH_BEHIND = re.compile(
    r"(?P<asked>How\s+(?:many|much|long|often|far|soon)\b[^–—?]{6,120}?)\s+[-–—]\s+(?=[A-Z\d£])"
)
_ANSWERED_BEHIND = re.compile(r"(?P<asked>[^–—?]{12,180}?\??)\s+[-–—]\s+(?=[A-Za-z£\d])")
_HEARD = re.compile(
    r"(?:the\s+)?(?:\w+\s+){0,3}?(?:members|councillors|committee|sub-committee|panel|board|commission|forum|group)\s+"
    r"(?:then\s+|also\s+|further\s+)?(?:heard|learned|learnt|noted|understood)\s+(?:\w+\s+){0,8}?(?:that|how|why)\b",
    re.I,
)
_HE_SAID = re.compile(r",[”’\"']?\s+(?:he|she|they)\s+(?:said|replied|answered)\s*\.?$")
_IN_ANSWER = re.compile(r"(?:In (?:answer|reply|response) to|Replying to|Answering|Responding to)\b")


def _replies_at(text: str, at: int, end: int) -> bool:
    """Whether the verb there says by itself that a question is answered: "replied", "had replied"."""
    had = like(r"(?:had|has|have)\s+").match(text[at : at + 6])
    return bool(cue("answering.reply").match(text, at + had.end() if had else at, end))
