"""The words that head, label and close the parts of a question sheet."""

import re

_PERSON = (
    r"(?:(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Alderman|Ald\.?|Sir|Dame|Professor)\s+)?(?:[A-Z][\w'’.\-]*\s*){1,4}"
)
_TITLED = (
    r"(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Alderman|Ald\.?)\.?\s+(?:Mrs\s+|Ms\s+|Miss\s+|Dr\s+)?"
    r"(?:[A-Z]\.?\s*)*[A-Z][\w'’\-]*(?:\s+[A-Z][\w'’\-]*)?"
)
TITLES = ("Councillor", "Cllr", "Mr", "Ms", "Miss", "Dr", "Ald")
"""How `_TITLED` begins."""
HEAD = re.compile(
    rf"(?i:(?:public\s+|member['’]?s?\s+|written\s+|oral\s+)?(?:questions?|statement and question))\s*(?:(?i:no\.?|"
    rf"number)?\s*\(?\d{{1,3}}[a-z]?\)?)?\s*(?:[:.–-]\s*)?(?i:(?:(?:was\s+)?(?:submitted|asked|put|received|raised|"
    rf"tabled)\s+)?(?:by|from))\s*:?\s+"
    rf"(?P<who>(?:(?:a|the)\s+(?:member of the public|resident)\b|{_PERSON}))(?P<rest>.*)$",
    re.S,
)
NUMBERED = re.compile(
    r"(?i:question)\s*(?i:no\.?\s*)?\(?\d{1,3}\)?\s*[:.–-]?\s+(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|"
    r"Councillor)\.?\s+)?[A-Z][\w'’.\-]*(?:\s+[A-Z][\w'’\-]*){1,3})"
    r"(?P<rest>\s*(?:\([^)]{2,60}\))?\s*):?\s*$"
)
Q = re.compile(
    r"(?:(?:Q|Question)\s?\d{0,3}\s*[.:)]|P?Q\s?\d{1,3}\s*[–—-](?=[^?]*\?)|PQ\d{0,3}\s*[.:)])\s+(?:[Tt]o\s+(?P<to>[A-Z][^:]{2,60}):\s*)?"
)
ANSWER_INSIDE = re.compile(
    r"(?<=[?.”\"])\s+(?:A|Answer|Reply|Response)\s?\d{0,3}\s*[.:)]\s+"
    r"(?:(?P<who>[A-Z]{2,3})\s+[–—-]\s+)?(?=\S)"
)
"""Where the reply begins in the paragraph of its question: "Q. Will it be lit? A. Yes"."""
Q_FROM = re.compile(
    rf"(?:\((?P<in>[A-Z]{{2,3}})\)|(?:Online,?\s+|By e-?mail,?\s+)?[Ff]rom\s+(?P<from>{_PERSON}?)\s*:)\s+(?=\S)"
)
"""Whose a question is, told in brackets or with "from" behind its label."""
Q_BY = re.compile(rf"(?P<who>{_TITLED}|[A-Z][\w'’.\-]*(?:\s+[A-Z][\w'’\-]*){{1,2}})\s*[–—:-]\s+(?=\S)")
"""Whose a question is, between its label and its words: "Question: Jo Fox – When will it open?"."""
A = re.compile(r"A\s?\d{0,3}\s*[.:)]\s+(?:\((?P<in>[^)]{2,60})\)\s*|(?P<who>[A-Z]{2,3})\s+[–—-]\s+)?")
COMMENT = re.compile(r"(?:Member(?:s['’]|['’]s)?\s+)?(?:Comments?|Statement|Observation|Suggestion)\s*:\s+(?=\S)")
NONE_GIVEN = re.compile(r"\b(?:no|not)\s+(?:answer|reply|response)\b", re.I)
PAIR = re.compile(rf"(?P<who>{_TITLED})(?P<rest>\s+to\s+(?:{_TITLED}|[Tt]he\s+[A-Z])[^:]{{0,80}}):\s*$")
NUMBERED_PAIR = re.compile(
    rf"(?:[(\[]?\w{{1,3}}[.)\]]+|\d{{1,2}}\.\d{{1,2}})\s+(?P<who>{_TITLED})"
    rf"(?P<rest>\s+to\s+(?:{_TITLED}|[Tt]he\s+[A-Z])[^:?.]{{0,80}})$"
)
TO_ASK = re.compile(rf"(?P<who>{_TITLED})\s+to\s+ask(?P<rest>[^:]{{0,60}}):\s*$")
WHOLE = re.compile(
    rf"(?P<who>{_TITLED})\s*[-–:]\s+(?P<asked>[^?]{{8,400}}\?)\s*(?:[Rr]eply|[Aa]nswer|[Rr]esponse|REPLY|"
    rf"ANSWER)\s*:\s*(?P<reply>.+)$",
    re.S,
)
LABELLED = re.compile(rf"(?P<who>{_TITLED})\s*:\s+(?=\S)")
POST = re.compile(
    r"\b(?:Cabinet|Leader|Director|Chair|Chairman|Executive|Portfolio|Commissioner|Member for|Head of|Convener|"
    r"Officer)\b"
)
_WITHDRAWN = re.compile(r"\b(?:withdrawn|not (?:put|asked|reached)|fell)\b", re.I)
FROM_TO = re.compile(rf"From\s+(?P<who>{_PERSON})(?P<rest>.*)$", re.S)
MANY = re.compile(r"(?:the\s+)?(?:members|councillors|public|residents|chair\w*)\b", re.I)
FOLLOWING = re.compile(
    rf"(?:the\s+)?following\s+(?:written\s+)?question\s+(?:had\s+been|was|has\s+been)\s+(?:submitted|received|tabled|"
    rf"asked|put)\s+(?:in\s+(?:writing|advance)\s+|on\s+notice\s+)?(?:by|"
    rf"from)\s+(?P<who>{_PERSON})\s*(?P<rest>[^:]*):\s*$",
    re.I,
)
GAVE_NOTICE = re.compile(
    rf"(?P<who>{_PERSON})\s*(?:(?:had|has)\s+)?(?:given\s+notice\s+of|gave\s+notice\s+of|submitted|tabled|put|asked)\s+"
    r"(?P<rest>(?:[^:]{0,120}\s)?(?:following|this)\s+(?:\w+\s+)?question\b[^:]*):\s*$"
)
NUMBER = re.compile(r"(?i:question)\s*(?:(?i:no\.?|number)\s*)?\d{1,3}[a-z]?\s*:?\.?$|Q\s?\d{1,3}\s*[:.]?$")
TO = re.compile(
    r"(?:\bto|^\s*(?:of|for)(?=\s+(?:the|Councillor|Cllr|Mr|Mrs|Ms|Cabinet|Leader)\b))\s+(?:the\s+)?(?P<to>[A-Z].*)$"
)
"""To whom; "of" and "for" only at once behind the asker, for "Chair of the Community Council" says who asks."""
ANSWER = re.compile(
    r"(?P<label>(?i:(?:written\s+|verbal\s+|oral\s+)?(?:reply|answer|response)))(?:\s+(?i:from|by|of|given by|"
    r"provided by)\s+(?P<who>[^:]{3,140}?))?\s*(?P<colon>:|\s[\-–]\s|$)\s*"
)
LABELLED_ALONE = re.compile(rf"(?P<who>{_TITLED})\s*(?:\([^)]{{2,80}}\)\s*)?:$")
"""Who speaks in what stands below, on a line of its own."""
SUPPLEMENTARY = re.compile(
    r"(?i:(?:a\s+|the\s+)?(?:first\s+|second\s+)?supplementary(?:\s+question)?)(?:\s+(?i:from|by|"
    r"asked by)\s+(?P<who>[^:]{3,80}?))?\s*(?P<colon>:|\s[\-–]\s|$)\s*"
)
SUPPLEMENTARY_ANSWER = re.compile(
    r"(?i:(?:reply|answer|response)\s+to\s+(?:the\s+)?supplementary(?:\s+question)?|supplementary\s+(?:reply|answer|"
    r"response))(?:\s+(?i:from|by)\s+(?P<who>[^:]{3,100}?))?\s*(?:[:\-–]|$)\s*"
)
I_WILL_ASK = re.compile(r"[^\w]?\s*(?:I|1|l|\||!)\s+(?:will|wish\s+to|beg\s+to|would\s+like\s+to)\s+ask\b", re.I)
MOTION = re.compile(
    r"\bnotice\s+of\s+motion\b|\bmotion\s+(?:submitted|proposed|from|by)\b|\b(?:will|wish to)\s+move\b", re.I
)
ASKED_BY = re.compile(r"(?i:asked\s+by|from|by|name)\s*:\s*(?P<who>[A-Z][^:]{2,80})$")
ASKED_OF = re.compile(r"(?i:to|asked\s+of|for)\s*:\s*(?P<who>[A-Z][^:]{2,120})$")
WRITTEN = re.compile(
    r"\b(?:a\s+)?written\s+(?:answer|response|reply)\s+(?:will|would|to)\s+be\b|"
    r"\bwill\s+be\s+answered\s+in\s+writing\b|\b(?:be\s+)?answered\s+in\s+writing\s+within\b|"
    r"\b(?:reply|answer|response)\b[^.]{0,80}\b(?:would|will)\s+be\s+(?:issued|provided|sent|circulated|given|supplied)\b",
    re.I,
)


SPEAKS = re.compile(
    r"(?:replied|responded|answered|advised|stated|said|confirmed|explained|reported|clarified|agreed|commented|noted|thanked|"
    r"acknowledged|indicated|outlined|added|did not have)\b"
)
ANOTHER_QUESTION = re.compile(
    r"(?:A|An|No|One|Two|The|Three)\s+(?:further\s+|written\s+|following\s+)?questions?\b|In\s+the\s+absence\s+of\b"
)
"""What takes up another question, or none, behind an answer."""
TOLD = re.compile(
    r"(?:then\s+|also\s+)?(?:replied|responded|answered|advised|stated|said|confirmed|explained|thanked|reported|informed|"
    r"outlined|indicated|clarified|told|undertook|acknowledged|gave|provided)\b"
)
"""How the one who replies begins, where no label says that the reply does."""
NOTED = re.compile(
    r"(?:The|A|This)\s+(?:written\s+)?(?:reply|response|answer)\b[^.]{0,60}\b(?:was|were|had been|has been)\s+"
    r"(?:then\s+)?(?:noted|circulated|read|given|provided|issued|accepted)\b[^.]{0,40}\.?$"
)
READ_OUT = re.compile(
    r"(?:The|A)\s+(?:written\s+)?(?:reply|response|answer)\s+(?:by|from|of)\s+(?P<who>(?:the\s+)?[A-Z][^.:–“\"]{3,80}?)\s+"
    r"(?:had\s+been|was|read|reads)\b[^.“\"]{0,60}(?:as\s+follows)?\s*[:–-]\s*(?=[“\"])"
)
"""Where a reply that lay before the meeting is given, and whose it is."""
NOT_THERE = re.compile(
    r"[^.]{3,80}\b(?:was|were|is)\s+not\s+(?:present|in\s+attendance|at\s+the\s+meeting)\b|[^.]{3,60}\bdid\s+not\s+attend\b"
)
SETTLED = re.compile(r"(?:RESOLVED|AGREED|ACTION|Resolved)\b|It\s+was\s+(?:\w+ly\s+)?(?:agreed|resolved)\b")
"""What the meeting settled: no part of a question, and the end of an answer."""
NOTED_THAT = re.compile(
    r"It\s+was\s+(?:noted|confirmed|advised|explained|reported|stated|outlined|clarified|indicated)\s+(?:by\s+[^.]{3,60}\s+)?that\b|"
    r"(?:A\s+)?[Dd]iscussion\s+(?:took\s+place|followed|ensued)\b[^.]{0,80}\bit\s+was\s+\w+\s+that\b"
)
"""A reply to a question on notice that names nobody."""
SENT_LATER = re.compile(
    r"\b(?:following|this)\s+(?:written\s+)?(?:reply|response|answer)\s+(?:was|has\s+been|"
    r"had\s+been)\s+(?:subsequently\s+|since\s+|later\s+)?"
    r"(?:sent|received|circulated|issued|provided|given)\s+(?:on|after|since|following|to|by)\b",
    re.I,
)
