"""Who begins a clause with a verb of saying or asking: "Councillor Oakes asked", "The Director, in reply, advised"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from scrutiny_desk.recognition.cues import cues
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN


class SubjectKind(Enum):
    """How a clause names the one who acts."""

    NAMED = auto()
    POST = auto()
    GROUP = auto()
    PRONOUN = auto()
    INITIALS = auto()
    SINGLE = auto()
    IMPERSONAL = auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that name who acts, where they stand in the paragraph, and where their verb begins."""

    text: str
    start: int
    end: int
    kind: SubjectKind
    predicate: int
    apposition: str = ""


_GROUP_NOUNS = (
    "members?|councillors?|committee|sub-committee|panel|board|commission|officers?|officials?|witness(?:es)?|"
    "residents?|"
    "parishioners?|public|representatives?|guests?|attendees?|governors?|parents?|students?|staff|colleagues?|"
    "speakers?|people|person|questioners?|co-optees?|trustees?|contributors?|group|forum|cabinet|council|"
    "lady|gentleman|villagers?|neighbours?|farmers?|pupils?|motorists?|visitors?|landowners?|traders?|cyclists?|"
    "patients?|carers?|woman|man|electors?|householders?|tenants?|delegates?|contractors?|developers?"
)
_POST_NOUNS = (
    "chair(?:man|woman|person)?|vice[- ]chair(?:man|woman|person)?|leader|mayor|clerk|director|officer|manager|"
    "consultant|"
    "engineer|minister|commissioner|convener|president|treasurer|secretary|solicitor|surveyor|holder|member|executive|"
    "commander|inspector|sergeant|superintendent|constable|accountant|auditor|applicant|agent|planner|head|"
    "headteacher|lead|"
    "administrator|co-?ordinator|adviser|advisor|architect|analyst|principal|warden|representative|provost|"
    "cathaoirleach|"
    "deputy|nurse|doctor|consultant|practitioner|coroner|registrar|trust|company|council|service|team|police|"
    "specialist|technician|handyman|editor|presenter|spokesman|spokeswoman|spokesperson|landlord|operator|owner|author|"
    "supplier|provider|promoter|expert|academic|panellist|organiser|founder|ranger|caseworker|host|facilitator"
)
_DETERMINERS = (
    "the|an?|one|another|some|several|other|both|all|two|three|four|many|our|each|these|those|certain|a number of|"
    "one of the|most"
)
_SMALL = (
    "of|for|and|the|to|in|on|at|from|with|&|further|new|local|ward|independent|lay|external|young|senior|assistant|"
    "interim|acting|parish|borough|county|district|town|city|chief|elected|monitoring|planning|finance|second|first|"
    "third|same|"
    "scrutiny|vice|deputy|cabinet|portfolio|housing|legal|democratic|services|community|public|environment|health|"
    "strategic|"
    "corporate|executive|lead|another|other|present|service|head|council's|relevant|appointed|co-opted|by|operations|"
    "this|its|their"
)
_STRICT = (
    r"(?:asked|queried|questioned|enquired|inquired|wondered|sought|requested|replied|answered|responded|advised|"
    r"explained|confirmed|clarified|informed|"
    r"said|stated|noted|added|commented|agreed|outlined|acknowledged|reported|pointed|highlighted|emphasised|"
    r"stressed|indicated|accepted|gave|thought|felt|"
    r"undertook|offered|promised|suggested|introduced|referred|thanked|believed|told|observed|remarked|assured|"
    r"accepted|apologised)\b"
)
_OF_ONE_KNOWN = (
    r"(?:named|knew|gave|expected|wasn['’]t|couldn['’]t|didn['’]t|hadn['’]t|"
    r"did\s+not\s+(?:know|have|recall|think)|was\s+(?:confident|doubtful|sure|unsure|unable|hopeful))"
)
_LEADS = (
    r"(?:In|On|With|Regarding|Following|Further|However|At|As|After|Having|When|Whilst|While|Although|To|For|Referring|"
    r"Responding|Replying|Answering|Turning|Finally|Additionally|Also|Moving|Concerning|By|During|Given|Where|If|Under|"
    r"Furthermore|Separately|Subsequently|Speaking|Similarly|Then|Again|Because|Since|Before|Arising|Nevertheless|"
    r"But|And|"
    r"Lastly|Firstly|Secondly|Thirdly|Overall|Accordingly|Asked|Later|Therefore|Noting|Commenting|Addressing|Summing|"
    r"Continuing)\b"
)
_CAP = r"[A-ZÀ-Þ][\w’'&/.\-]*(?<!\.)"
_ADVERB = (
    r"(?:(?:also|then|further|again|therefore|subsequently|next|once|just|briefly|duly|[a-z]+ly|both|"
    r"in\s+(?:response|reply|turn|answer|"
    r"addition|conclusion),?|however,?|,\s+in\s+(?:response|reply|answer|turn)(?:\s+to\s+[^,]{3,80})?,|"
    r"who\s+\w+\s+\w+,)\s+)"
)
_AUXILIARY = (
    r"(?:Has|Have|Had|Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Shall|What|How|Why|Who|Which|Whose)\b"
)
_BRACKET = r"(?:\s*\((?:[^()]|\([^()]*\)){1,140}\))"


@cache
def _verb() -> str:
    phrases = {
        p.split("...")[0].strip()
        for name in ("asking.verbs", "answering.saying", "answering.reply")
        for p in cues()[name].phrases
    }
    heads = set()
    for phrase in phrases:
        head = phrase.split()[0]
        heads.update(head.strip("()").split("|") if head.startswith("(") else [head])
    heads = {h.strip("()|") for h in heads} - {"in", "not", "what", "inviting", ""}
    return (
        "(?:"
        + "|".join(sorted(map(re.escape, heads), key=len, reverse=True))
        + r"|[a-z]+(?:-[a-z]+)?ed|(?:was|could|did|had)n['’]t|knew|gave)\b"
    )


_NO_NAME = (
    r"(?:The|A|An|This|That|These|Those|All|Some|One|Another|Members?|Officers?|Councillors|In|On|At|It|He|She|They|"
    r"We|There|No|Any|Each|Both|Following|"
    r"Further|However|For|To|By|With|If|When|As|Chief|Cabinet|Executive|Head|Assistant|Director|Senior|Deputy|"
    r"Portfolio|Interim|Acting|Service|Committee)\b"
)
_NAMED_ONE = (
    rf"(?:(?!Deputy\s+(?:Chief|Leader|Mayor|Chair|Director|Head|Clerk|Minister|Commissioner|Convener|Cabinet|First|"
    rf"Lord))(?:{TITLE_PATTERN}\s*(?:the\s+)?)+(?:(?:[A-Z]\.?\s?){{1,4}})?(?:(?:de|van|von|der|la|le|ap|ab|Mac|Mc|"
    rf"St\.?)\s+)*{NAME_WORD}(?:\s+{NAME_WORD}){{0,3}}"
    rf"(?:\s+of\s+(?:the\s+)?[A-Z][a-z]\w*(?:\s+[A-Z][a-z]\w*){{0,2}})?(?:\s+(?:MBE|OBE|CBE|JP|AM|MS|MP|MSP|MLA|"
    rf"TD))?|(?!{_NO_NAME}){NAME_WORD}\s+(?:[A-Z]\.?\s+)*(?:(?:de|van|von|"
    rf"der|la|le|ap|ab)\s+)?{NAME_WORD}(?:\s+{NAME_WORD})?|[A-Z]\.\s?(?:[A-Z]\.\s?)*{NAME_WORD})"
)


@cache
def _pattern() -> re.Pattern[str]:
    """The subject of a clause, a bracket or apposition behind it, and its verb ahead."""
    another = rf"(?:(?={TITLE_PATTERN})|(?!(?:[A-Z][\w&'’\-]*\s+){{0,4}}(?i:{_POST_NOUNS})\b))"
    named = rf"{_NAMED_ONE}{_BRACKET}?(?:(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+){another}{_NAMED_ONE}{_BRACKET}?){{0,4}}"
    noun = rf"(?:{_GROUP_NOUNS}|{_POST_NOUNS})"
    phrase = (
        rf"(?:(?:{_DETERMINERS})\s+)?(?:(?:{_CAP}|\d{{1,3}}|(?:{_SMALL})|{noun})(?:,(?=\s[A-Za-z]))?\s+){{0,14}}?"
        rf"(?:{_CAP}|{noun})(?:(?<=[a-z])\s+(?:at|near|in|from|towards)\s+the\s+(?:(?:public\s+)?(?:back|front|hall|audience|"
        r"floor|middle|gallery|room|side)))?"
    )
    apposition = (
        r"(?:,\s+(?:who|whose)\s+[^.;:?!,]{3,90},|"
        rf",\s+(?:[^.;:?!,]|\.(?=\d)|,(?!\s+{_verb()}))"
        r"{3,160}?(?:,|(?=\s+"
        + _verb()
        + r"))(?<!\sand)|\s+[–-]\s+(?!Members|Councillors|Officers|A\s|An\s|The\s|It\s)[A-Z][^.;:?!,]{3,80}?(?=\s+"
        + _verb()
        + r"))"
    )
    return re.compile(
        rf"(?!{_AUXILIARY})(?:(?P<single>[A-ZÀ-Þ][a-zà-ÿ'’\-]+)(?=\s+(?:also\s+|then\s+|further\s+)?(?:{_STRICT}|{_OF_ONE_KNOWN}\b))|"
        rf"(?P<pronoun>(?:[Hh]e|"
        rf"[Ss]he|[Tt]hey|I|[Ww]e|[Yy]ou))|(?P<it>[Ii]t)|(?P<named>{named})|"
        rf"(?P<initials>(?:[Tt]he\s+)?(?:[A-Z]{{2,6}}|[A-Z][a-z]?[A-Z]{{1,3}}|[A-Z]{{2,3}}[a-z])\b(?:(?:/|\s+and\s+)[A-Z]{{2,4}})?)"
        rf"|(?!{_LEADS})(?P<phrase>(?i:{_DETERMINERS})\s+{phrase}|(?i:{noun})|{phrase}))"
        rf"(?P<bracket>{_BRACKET})?(?P<apposition>{apposition})?,?\s+{_ADVERB}{{0,2}}(?P<verb>{_verb()})"
    )


_ONE_NOUN = re.compile(rf"(?:{_GROUP_NOUNS}|{_POST_NOUNS})", re.I)
_OF_MEMBERS = re.compile(rf"(?:(?:{_DETERMINERS})\s+)?members?(?: of .*)?", re.I)
_GROUPS = re.compile(rf"\b(?:{_GROUP_NOUNS})\b", re.I)
_POSTS = re.compile(rf"\b(?:{_POST_NOUNS})\b", re.I)
_OFFICE = re.compile(r"[Tt]he\s+[A-Z][\w'’&-]*(?:\s+(?:of|for|and|the)|\s+[A-Z][\w'’&-]*)+")
_PAPERS = re.compile(
    r"\b(?:Report|Plan|Strategy|Policy|Review|Act|Survey|Framework|Budget|Programme|Paper|Guidance|Study|Document|"
    r"Inspection|Consultation|Agenda|Minutes|"
    r"Scheme|Project|Fund|Bill|Assessment|Audit|Government|Service|Department|Directorate|Appendix|Code|Constitution|"
    r"Charter|Order|Regulations)s?$"
)
_LETTERED = re.compile(r"\s*\(([A-Z]{2,3})\)\s*")
"""Who "He (PA)" is."""
_LEAD_IN = re.compile(_LEADS)
_BARE_LEAD = re.compile(
    r"(?:In (?:addition|response|reply|turn|answer|conclusion|replying|responding|answering)|Also|However|Then|"
    r"Finally|Again|Later|Therefore|And|But)\s+(?!to\s)"
    r"|(?:Replying|Responding|In (?:reply|response|answer)) to (?:the )?"
    r"(?:[Mm]embers|[Cc]ouncillors|questions|queries|points)(?:['’] \w+)?\s+(?=[A-Z])"
)
_TOPIC = re.compile(r"[A-Z0-9][^.:;?!–—]{1,70}?(?:\s[–—-]|:)\s+(?=[A-Z])")
_COMMA = re.compile(r",\s+")
_ANYWHERE = re.compile(
    r"(?:[,;:–—•(]\s*|\b(?:and|but|that|whilst|while|as|when|which|because|though|or|–|to)\s+|[.?!][”\"’']?\s+)(?=\S)"
)


def _subject(match: re.Match[str]) -> Subject | None:
    verb = match.start("verb")
    if match["single"]:
        if _ONE_NOUN.fullmatch(match["single"]):
            kind = SubjectKind.GROUP if _GROUPS.fullmatch(match["single"]) else SubjectKind.POST
        elif match["single"] in ("He", "She", "They", "We", "You"):
            kind = SubjectKind.PRONOUN
        elif match["single"] == "It":
            kind = SubjectKind.IMPERSONAL
        else:
            kind = SubjectKind.SINGLE
        return Subject(match["single"], match.start("single"), match.end("single"), kind, verb)
    if match["pronoun"] and match["bracket"] and (letters := _LETTERED.fullmatch(match["bracket"])):
        at = match.start("bracket") + letters.start(1)
        return Subject(letters[1], at, at + len(letters[1]), SubjectKind.INITIALS, verb)
    if match["pronoun"]:
        return Subject(match["pronoun"], match.start("pronoun"), match.end("pronoun"), SubjectKind.PRONOUN, verb)
    if match["it"]:
        return Subject(match["it"], match.start("it"), match.end("it"), SubjectKind.IMPERSONAL, verb)
    if match["initials"]:
        return Subject(match["initials"], match.start("initials"), match.end("initials"), SubjectKind.INITIALS, verb)
    if match["named"]:
        end = match.end("bracket") if match["bracket"] else match.end("named")
        named = match.string[match.start("named") : end]
        return Subject(named, match.start("named"), end, SubjectKind.NAMED, verb, match["apposition"] or "")
    words = match["phrase"]
    if _POSTS.search(words) and not _OF_MEMBERS.fullmatch(words):
        kind = (
            SubjectKind.POST
            if not like(r"(?i)(?:some|several|both|all|many|two|three)\b").match(words)
            else SubjectKind.GROUP
        )
    elif _GROUPS.search(words):
        kind = SubjectKind.GROUP
    elif _OFFICE.fullmatch(words) and not _PAPERS.search(words) and like(_STRICT).fullmatch(match["verb"]):
        kind = SubjectKind.POST
    else:
        return None
    beside = (match["bracket"] or "") + (match["apposition"] or "")
    return Subject(words, match.start("phrase"), match.end("phrase"), kind, verb, beside)


def subject_at(text: str, start: int, end: int) -> Subject | None:
    """The subject with which the clause at `start` begins, past a lead-in such as "In reply,"; None if there is "
    "none."""
    found = _match(text, start, end)
    if found:
        return found
    topic = _TOPIC.match(text, start, end)
    if topic:
        return _match(text, topic.end(), end)
    if not _LEAD_IN.match(text, start):
        return None
    bare = _BARE_LEAD.match(text, start, end)
    if bare:
        found = _match(text, bare.end(), end)
        if found:
            return found
    for comma in _COMMA.finditer(text, start, min(end, start + 400)):
        found = _match(text, comma.end(), end)
        if found:
            return found
    return None


def _match(text: str, start: int, end: int) -> Subject | None:
    match = _pattern().match(text, start, end)
    return _subject(match) if match else None


def subjects_in(text: str, start: int, end: int) -> Iterator[Subject]:
    """Every subject with its verb between `start` and `end`, in order, at the heads of clauses."""
    head = subject_at(text, start, end)
    at = start
    if head:
        at = head.end
        yield head
    for edge in _ANYWHERE.finditer(text, start, end):
        if edge.end() < at:
            continue
        found = _match(text, edge.end(), end)
        if found:
            at = found.end
            yield found


_UNNAMED = (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL)


_PEOPLE = (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.PRONOUN)
_ABOUT = re.compile(
    rf"(?P<named>(?:{TITLE_PATTERN}\s+)+(?:[A-Z]\.?\s*)*{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}),?\s+(?:(?:in|with)\s+"
    r"(?:relation|regards?|respect|reference)\s+(?:to|of)|regarding|concerning)\s+[^.;:]{2,70}?\s+$"
)
"""Who acts, where the matter stands between the name and the verb: "Cllr Oakes with regard to the FOIA asked"."""


def subject_of(text: str, start: int, verb: int, end: int) -> Subject | None:
    """Who acts with the verb at `verb`: the subject right before it, else the one with which the sentence begins.

    A pronoun right before the verb gives way to somebody whom the sentence names before.
    """
    first = None
    about = _ABOUT.match(text, start, verb)
    if about:
        named = Subject(about["named"], about.start("named"), about.end("named"), SubjectKind.NAMED, verb)
        if not any(f.start > about.end("named") and f.kind in _PEOPLE for f in subjects_in(text, start, verb)):
            return named
    for found in subjects_in(text, start, end):
        if found.predicate > verb:
            break
        if found.predicate == verb:
            named_before = first is not None and first.kind not in _UNNAMED
            return first if found.kind is SubjectKind.PRONOUN and named_before else found
        first = first or found
    return subject_before(text, start, verb) or first


@cache
def _behind() -> re.Pattern[str]:
    noun = rf"(?:{_GROUP_NOUNS}|{_POST_NOUNS})"
    return re.compile(
        rf"(?<!\w)(?:(?P<named>{_NAMED_ONE})|(?P<group>(?i:(?:{_DETERMINERS})\s+(?:(?:{_SMALL}|"
        rf"[A-Z]\w+)\s+){{0,3}}{noun}(?:\s+of\s+the\s+\w+)?)|Members|Councillors|Officers))\s+{_ADVERB}{{0,2}}$"
    )


def subject_before(text: str, start: int, verb: int) -> Subject | None:
    """The person or group whose name stands right before the verb, wherever in the sentence that is."""
    at = max(start, verb - 90)
    match = _behind().search(text, at, verb)
    if not match:
        return None
    if match["named"]:
        return Subject(match["named"], match.start("named"), match.end("named"), SubjectKind.NAMED, verb)
    kind = SubjectKind.POST if _POSTS.search(match["group"]) and "ember" not in match["group"] else SubjectKind.GROUP
    return Subject(match["group"], match.start("group"), match.end("group"), kind, verb)
