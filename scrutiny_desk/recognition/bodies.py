"""Whose meeting it was: the council and the committee, as the head names them."""

import re

from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.recognition.dates import MONTHS, dates_in
from scrutiny_desk.recognition.headings import all_caps
from scrutiny_desk.recognition.heads import LISTS_BEGIN, SMALL_WORDS, cased
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import UPPER, folded_spaces
from scrutiny_desk.recognition.places import VENUE

_COUNCIL = re.compile(
    rf"\b((?:States|Assembly|Senate|Parliament) of (?:St\.? )?[{UPPER}]\w+|(?:(?:London|"
    rf"Royal|Metropolitan)\s+)?(?:(?:Royal\s+)?Borough|City(?: and County)?|County|"
    rf"Town)\s+(?:Council\s+)?of\s+(?:[{UPPER}][\w'’\-]+(?:\s+(?:and|upon|on|the|"
    rf"of|&)\s+|\s+)?){{1,5}}(?:Council)?"
    rf"|(?:[{UPPER}][\w'’.\-]*(?:,)?\s+(?:(?:and|upon|on|the|of|in|le|&|with|by)\s+){{0,2}}){{1,8}}"
    rf"(?:(?:County|District|Borough|City|Parish|Town|Metropolitan|Community|Regional|"
    rf"Islands|Unitary|Shire|Village|Combined|Fire|Police|National Park|Port Health)\s+)*"
    rf"(?:(?:and|&)\s+(?:County|District|Borough|City|Town|Parish|Rescue|Crime)\s+)*(?:Council|"
    rf"Authority|Corporation|Assembly|Senedd|Comhairle))\b"
)


COMMITTEE_WORD = (
    r"(?:Committee|Sub-Committee|Subcommittee|Panel|Commission|Board|Cabinet|Executive|"
    r"Council|Forum|Group|Working Group|Task Force|"
    r"Task and Finish Group|Task Group|Municipal District|Area Assembly|Meeting|Partnership)"
)
_NAMED_COMMITTEE = re.compile(rf"\b{COMMITTEE_WORD}\b", re.I)
_CAPITALS = re.compile(rf"[{UPPER}0-9&'’\-.,\s]{{20,}}(?=\s|$)")
_IN_CAPITALS = re.compile(rf"\b[{UPPER}]{{2,}}(?:[\s&'’-]+[{UPPER}]{{2,}})*")


MINUTES_OF = re.compile(
    r"(?:\b(?:minutes?|notes?|record|proceedings)\b(?:\s+(?:and decisions|of proceedings|"
    r"of the proceedings))?\s+(?:of|from|at)\s+(?:(?:a|an|the|this)\s+)?|\bat a\s+)"
    r"(?:(?:virtual|remote|online|hybrid|special|extraordinary|ordinary(?! council)|"
    r"annual(?! council)|additional|public|proceedings at|proceedings of)\s+)*(?:(?:a|"
    r"an|the)\s+)?"
    r"(?:(?:open section of |online |virtual |remote |special |extraordinary |ordinary "
    r"(?!council))*(?:meeting|proceedings|session)s?\s+(?:of|for)\s+(?:the\s+)?)?(?P<name>[^.;]{3,160}?)"
    r"(?=\s*,?\s+(?:meeting\s+)?(?:which was\s+|was\s+)?(?:held|convened|which "
    r"met|meeting|at\s+\d|on\s+(?:mon|tue|wed|thu|fri|sat|sun|\d))|\s*,?\s*[-–—]?\s*(?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)day\b|\s*$|[.;])",
    re.I,
)


_PAPER = re.compile(r":\s*(?:draft |action )?(?:minutes|notes)$|^(?:draft |action )?(?:minutes|notes):\s*", re.I)


_NO_NAME = re.compile(
    r"(?:special|public|special public|extraordinary|annual|ordinary|virtual|remote)$|between|\d+[.:]", re.I
)
_MONTH = "|".join(m for m in MONTHS if len(m) > 3 or m == "may")
_MONTHLY = re.compile(
    rf"^(?:{_MONTH})\s+(?:\d{{4}}\s+)?(?:meeting\s+)?(?:of\s+)?(?:the\s+)?(?=\S)|^(?:{_MONTH})(?: meeting)?$", re.I
)
_NO_BODY = re.compile(r"\bheld\b|^(?:above|said|same|aforesaid|(?:in|at) the)\b|^(?:\w+\s+)?meetings?$", re.I)
_SMALL_LETTERS = re.compile(
    r"\b([A-Z][\w'’-]+\s+)((?i:parish|town|community|district|borough|county|city)\s+(?i:council))\b"
)
_SITTING = re.compile(
    r"\s+(?:Annual General|Annual|Ordinary|Extraordinary|Special)(?=\s+(?:Parish|Town|Community|Village)\s)"
)
_LOCAL = re.compile(
    r"(?:.* )?(?:Parish|Town|Community|Village) (?:Council|Meeting)(?: and (?:Parish )?(?:Council|Meeting))?", re.I
)


_OF_ITS_OWN = re.compile(
    r"(?:[A-Z][\w'’&.,-]*\s+|(?:and|of|the|for|with|in|on|upon|&)\s+){1,7}"
    r"(?:Schools?[’']? Forum|Integration Joint Board|Pension Fund|Health Board|Integrated Care Board|"
    r"NHS (?:Foundation )?Trust|Local Access Forum|Valuation Joint Board|Housing Association)",
)
"""A body that is no council's committee, or has committees itself."""


def _own_name(lines: list[str]) -> str | None:
    """The name of such a body, where a line at the top is nothing else."""
    for line in lines[:3]:
        text = cased(line) if all_caps(line) else line
        text = like(r"\bNhs\b").sub("NHS", text.strip(" -–:"))
        if _OF_ITS_OWN.fullmatch(text) and not like(r"(?:Minutes?|Notes?|Meeting|Agenda|The)\b").match(text):
            return text
    return None


def names_of(labels: dict[str, str], lines: list[str], kind: DocumentKind) -> tuple[str | None, str | None]:
    lists = next((i for i, line in enumerate(lines) if LISTS_BEGIN.match(line)), len(lines))
    lines = lines[: max(lists, 1)]
    body = body_name(lines, labels) or _own_name(lines)
    committee = None
    for label in ("committee", "name of committee", "meeting of", "meeting", "body"):
        value = labels.get(label, "")
        if value and not dates_in(value) and len(value) < 120:
            committee = _tidy_committee(value, body)
            break
    committee = committee or _committee(lines, body, kind)
    if committee and body and committee.casefold() == body.casefold():
        committee = None
    if committee in ("Board", "Trust", "Authority") and body and body.endswith(f" {committee}"):
        committee = None
    if committee and _LOCAL.fullmatch(committee) and (body or len(committee.split()) < 3):
        committee = None
    if committee and like(r"(?i)\bparish meeting\b").search(committee):
        committee = None
    if (
        committee
        and body is None
        and _LOCAL.search(committee)
        and _COUNCIL.fullmatch(committee)
        and len(committee.split()) > 2
    ):
        return committee, None
    return body, committee


def body_name(lines: list[str], labels: dict[str, str]) -> str | None:
    """The council whose paper it is, where a line of the head is or begins with its name."""
    for line in (labels.get("council", ""), *lines[:14]):
        if (
            like(r"[(:]").search(like("(?i)council").split(line)[0])
            or like(r"(?i)council\s*:").search(line)
            or like(r"(?i)(?:present|in attendance|apologies)\b").match(line)
        ):
            continue
        caps = _CAPITALS.match(line)
        text = cased(line) if all_caps(line) else cased(caps[0]) if caps else line
        text = _SMALL_LETTERS.sub(lambda m: m[1] + m[2].title(), text)
        match = _COUNCIL.search(text)
        owner = like(r"\bof (?:the )?((?:[A-Z][\w'’-]+ ){1,5}Council) held\b").search(_capitalised(line))
        if owner and match is None or owner and match and match.start() > 40:
            return owner[1]
        hosted = match and dates_in(text[: match.start()]) and len(text) > match.end() + 3
        if match and not hosted and (match.start() <= 40 or len(text) < 90):
            name = folded_spaces(match[1]).strip(" ,")
            name = like(
                r"(?i)^(?:(?:Draft\s+)?(?:Minutes|Notes)\s+(?:of|from)\s+(?:a|an|the)\s+|"
                r"(?:Draft\s+)?Minutes\s+|Meeting\s+of\s+|The\s+|Of\s+)+"
            ).sub("", name)
            name = (
                like(r"^.*\b(?:of|the|between|with)\s+the\s+(?=\w+\s)").sub("", name)
                if like(r"(?i).*\b(?:meeting|minutes|notes)\b").match(name)
                else name
            )
            name = like(r"^.*\b(?:Meeting|Minutes|Notes)\b.*?\b(?:of|between)\s+").sub("", name)
            name = like(r"(?<=Council)\s+(?:in|at|on)\s+the\s+Council$").sub("", _SITTING.sub("", name))
            words = name.split()
            if (
                len(words) >= 2
                and words[0].casefold() not in SMALL_WORDS
                and words[0].casefold() not in ("members", "councillors", "questions")
                and name.casefold()
                not in (
                    "county council",
                    "city council",
                    "full council",
                    "district council",
                    "borough council",
                    "parish council",
                    "town council",
                )
            ):
                return name
    return None


def _capitalised(line: str) -> str:
    """The line with each run of capitals cased as a name, for heads that set names alone in capitals."""
    return _IN_CAPITALS.sub(lambda m: cased(m[0]), line)


_SAYS_MORE = re.compile(
    r"\b(?:(?:was|were|will|had|has|members of|resolved|considered|received|noted|discussed|heard|asked|thanked|"
    r"welcomed)\b|present|attend)",
    re.I,
)
"""A line that tells what a committee did, or who was there, and does not merely name it."""
_PART_OF = re.compile(rf"^(?:(?!{COMMITTEE_WORD}\b).)*?\b(?:on|from|to|with|by)\s+the\s+.*\b{COMMITTEE_WORD}$")
"""What is of a committee and not its name: "Seat on the Safety Group"."""


def _committee(lines: list[str], body: str | None, kind: DocumentKind) -> str | None:
    for line in lines:
        match = MINUTES_OF.search(line)
        if match and re.search(COMMITTEE_WORD, match["name"], re.I):
            found = _tidy_committee(match["name"], body)
            if found and not like(r"(?i)between\b").match(found):
                return _longer(found, lines, body)
    report = kind in (DocumentKind.REPORT, DocumentKind.AGENDA)
    for line in lines[:16]:
        text = folded_spaces(line)
        if report and (to := like(r"(?i)(?:report\s+)?to:?\s+(?:the\s+)?(.+)$").match(text)):
            found = _tidy_committee(like(r"\s+[-–—]\s+|\s*,\s*(?=\d)").split(to[1])[0], None)
            if found and re.search(COMMITTEE_WORD, found):
                return found
        rest = _PAPER.sub("", _without_body(text, body))
        dated = dates_in(rest)
        if dated and like(r"\s[-–]\s|,").search(rest[: dated[0].start]):
            rest = like(r"(?i)[\s,–-]*(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$").sub(
                "", rest[: dated[0].start]
            )
        if (
            _NAMED_COMMITTEE.search(rest)
            and len(rest) < 90
            and not _SAYS_MORE.search(rest)
            and not _PART_OF.search(rest)
            and ":" not in rest
            and not VENUE.search(rest)
            and not like(
                r"\b(?:Officer|Councillors?|Cllr|Director|Manager|Procedure|Rules?|Standing Orders?|Questions?|"
                r"Motions?)\b|^between\b"
            ).search(rest)
        ):
            found = _tidy_committee(rest, body)
            if found and len(found.split()) <= 14 and _NAMED_COMMITTEE.search(found):
                return found
    return None


def _longer(found: str, lines: list[str], body: str | None) -> str:
    """The fuller form of a committee's name where a line of the head gives it ("Panel" for "Panel for Living in X")."""
    for line in lines[:12]:
        rest = _without_body(cased(line) if all_caps(line) else line, body)
        whole = rest.casefold().startswith(found.casefold()) or rest.casefold().endswith(found.casefold())
        if (
            whole
            and len(found) < len(rest) < 90
            and not dates_in(rest)
            and not like(r"(?i)\b(?:minutes|meeting|agenda|held)\b|:").search(rest)
        ):
            return _tidy_committee(like(r"\s+Municipal Year\b").split(rest)[0], body) or found
    return found


def _without_body(text: str, body: str | None) -> str:
    if body and text.casefold().startswith(body.casefold()):
        return text[len(body) :].strip(" -–—,:")
    return text


def _tidy_committee(text: str, body: str | None) -> str | None:
    """The committee's name out of printed words: no council, no "minutes", no date."""
    text = folded_spaces(text)
    first = dates_in(text)
    if first:
        text = like(r"(?i)[,\s]+(?:on|-|–)?\s*(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day)?,?\s*$").sub(
            "", text[: first[0].start]
        )
    text = cased(text) if all_caps(text) else text
    text = (
        like(r"(?i)\s+of\s+(?:the\s+)?[\w\s'’&-]{3,60}\b(?:council|authority)$").sub("", text)
        if like(r"(?i)committee|panel|commission|board").search(text)
        else text
    )
    text = like(r"(?i)^(?:the )?(?:open|closed|public) (?:section|session|part) of (?:the )?").sub("", text)
    text = like(
        r"(?i)^(?:(?:draft|unconfirmed|confirmed|public|approved|the|minutes?|notes?|"
        r"agenda(?: and minutes)?|decisions?|record|proceedings|of|a|an|special|"
        r"extraordinary|previous|meeting|for|at)\s*[:\-–]?\s+)+(?=\S)"
    ).sub("", text)
    text = like(
        r"(?i)(?:\s*[-–—,:(]?\s*\b(?:draft|minutes|meeting|agenda|notes|decisions?|"
        r"action notes|record|held|public session)\b\)?)+$"
    ).sub("", text)
    text = like(r"(?i)\s*[-–—,]?\s*\bmeeting\s+(?:no\.?\s*)?\d+\b.*$").sub("", text)
    halves = like(r"\s+/\s+").split(text)
    if len(halves) == 2 and re.search(COMMITTEE_WORD, halves[1]) and not re.search(COMMITTEE_WORD, halves[0]):
        text = halves[1]
    if body:
        if text[: len(body)].lower() == body.lower():
            text = text[like(r"['’]?s?\s*[-–—,:]?\s*").match(text, len(body)).end() :]
        if text[-len(body) :].lower() == body.lower():
            text = like(r"\s*[-–—,]?\s*(?:of\s+)?$").sub("", text[: -len(body)], count=1)
    text = like(r"\s+(?:on|at|in|held)$").sub("", text.strip(" ,.:-–—()"))
    text = f"{text})" if text.count("(") > text.count(")") else text
    text = _MONTHLY.sub("", text)
    named = len(text) > 3 and any(c.isalpha() for c in text)
    return None if not named or _NO_NAME.match(text) or _NO_BODY.search(text) else text
