"""The words by which minutes mark what was decided, proposed or voted on."""

import re

from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.telltales import Rule, Rules

LABEL = re.compile(
    r"(?:[^\W\d_]{4,20}\s*/\s*(?=[A-Z]))?(?:(?:[Ii]t\s+was\s+)?(?:[Aa]nd\s+)?(?:(?i:unanimously|accordingly|duly|further)\s+)?"
    r"(?:[Tt]he\s+(?:[\w&]+\s+){0,4}?(?:Committee|Panel|Board|Council|Commission|Group|Forum|"
    r"Cabinet)\s+(?=[A-Z]{4}))?(?P<word>RESOLVED|Resolved|"
    r"AGREED|Agreed|RECOMMENDED|Recommended|NOTED|DECIDED|ORDERED|CONCLUDED|Concluded)(?:\s*,?\s*(?:unanimously|UNANIMOUSLY|"
    r"nem\.?\s*con\.?|(?:by|on)\s+(?:a\s+vote\s+of\s+)?\w+\s+votes?\s+(?:to|"
    r"for)[^.:;]{1,40}?(?=\s*(?:that\b|to\b|:))|to RECOMMEND(?: to [A-Z][\w ]{2,40})?|"
    r"to recommend(?: to [A-Z][\w ]{2,40})?))?"
    r"|(?P<noun>(?i:(?:agus\s+)?an\s+cinneadh|decisions?|resolutions?|recommendations?|outcome))(?=\s*(?::|$|\d)))"
    r"(?:\s*\([^)]{2,40}\)(?=\s*(?::|that\b|to\b)))?(?:\s+as\s+follows(?=\s*:))?\s*(?P<sep>:\s*-?|-\s*:?|/\s*-|[–—]|"
    r"(?=T\s?H\s?A\s?T)|(?<=RESOLVED)\s(?=as\s|on\s|by\s)|(?=\(?(?:a|i|1)[.)]\s+[A-Zt])|"
    r"(?=[Tt]hat\b)|(?=to\b)|(?=THAT\b)|$)\s*",
)
_BARE_LABEL = re.compile(
    r"(?:It\s+was\s+)?(?:UNANIMOUSLY\s+|Unanimously\s+)?(?:RESOLVED|Resolved|AGREED|Agreed|RECOMMENDED|Recommended|"
    r"DECIDED)(?:\s+UNANIMOUSLY|\s+unanimously)?",
    re.I,
)
INLINE = Rules(
    Rule(
        r"\bResolved\s*[-–—:]\s*(?=\(|[Tt]hat)|\bRESOLVED\s*[-–—:]\s*(?=[a-z]{2})",
        words=("resolved",),
    ),
    Rule(
        r"\b(?:RESOLVED|RECOMMENDED)\s*:\s*$",
        words=("resolved", "recommended"),
    ),
    Rule(
        r"(?:^|(?<=[.?]\s))Agreed\s+(?:to|that)\b|\b(?:[Tt]he\s+)?(?:Committee|Sub-Committee|Panel|Board|"
        r"Commission|Forum|Group)\s+(?:considered|discussed|noted|received|reviewed|"
        r"debated)\b[^.;]{0,160}?\band\s+agreed\s+(?=to|that)",
        words=("agreed",),
    ),
    Rule(
        r"\b(?:Payments|Accounts|Invoices|Cheques)\b(?:[^.]|\.(?=\d)){0,60}\b(?:agreed|approved)\b",
        words=("payments", "accounts", "invoices", "cheques"),
    ),
    Rule(
        r"\b(?:RESOLVED|AGREED|RECOMMENDED)\b(?:\s+(?:unanimously|UNANIMOUSLY))?\s*(?:[:–-]\s*)?(?=(?:that|to|"
        r"the|That|THAT)\b)",
        words=("resolved", "agreed", "recommended"),
    ),
    Rule(
        r"\b[Ii]t\s+(?:was|is)\s+(?:also\s+|therefore\s+|then\s+|further\s+|unanimously\s+|subsequently\s+|"
        r"duly\s+|generally\s+|accordingly\s+)*(?:agreed|resolved|decided|recommended|AGREED|RESOLVED|"
        r"proposed\s+and\s+(?:agreed|seconded))\b(?!\s+by\s+(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|"
        r"the\s+(?:\w+\s+)?(?:Director|Officer|Engineer|Manager|Head|Clerk))\b)",
        words=("agreed", "resolved", "decided", "recommended", "proposed"),
    ),
    Rule(
        r"\b(?<!Chief\s)(?:[Tt]he\s+)?(?<!Chief )(?:Committee|Sub-Committee|Panel|Board|Commission|Cabinet|"
        r"Council|Members|Councillors|Executive|Forum|Working Group|Group|committee|panel|board|meeting|"
        r"members)\s+(?:also\s+|then\s+|therefore\s+|unanimously\s+|further\s+|duly\s+|all\s+)*(?:agreed|"
        r"resolved|RESOLVED|AGREED|RECOMMENDED|approved|APPROVED|endorsed|ENDORSED|adopted|ratified|"
        r"recommended|voted\s+to|decided\s+to|supported\s+the\s+recommendation\w*)\b",
        words=(
            "agreed",
            "resolved",
            "recommended",
            "approved",
            "endorsed",
            "adopted",
            "ratified",
            "voted",
            "decided",
            "supported",
        ),
    ),
    Rule(
        r"\band\s+(?:was\s+|were\s+)?(?:unanimously\s+)?(?:agreed|approved|carried|"
        r"resolved)(?:\s+by\s+(?:all\s+)?(?:the\s+)?(?:[Mm]embers|[Cc]ommittee|those present|all))?(?=[.,;:]|"
        r"\s+that|\s+to\b|\s*$)",
        words=("agreed", "approved", "carried", "resolved"),
    ),
    Rule(
        r"\b(?:were|was|be)\s+(?:duly\s+|then\s+|unanimously\s+)?(?:agreed|approved|confirmed|accepted|"
        r"adopted|signed|received)(?:\s+and\s+signed)?(?:\s+by\s+the\s+Chair\w*)?\s+as\s+a\s+(?:true|correct|"
        r"accurate)\b",
        words=("true", "correct", "accurate"),
    ),
    Rule(
        r"\bwas\s+(?:duly\s+|unanimously\s+)?(?:re-?)?(?:elected|"
        r"appointed)\s+(?:as\s+)?(?:the\s+)?(?:Vice[- ])?(?:Chair|Mayor|President|Convener)|"
        r"\bwas\s+duly\s+(?:re-?)?(?:elected|appointed)(?=[.;,]|\s*$)",
        parts=("elected", "appointed"),
    ),
    Rule(
        r"\bresolution\s+to\s+[^.;]{3,120}?\s+was\s+(?:agreed|passed|carried|approved)\b",
        words=("resolution",),
    ),
    Rule(
        r"\b(?:motion|amendment|proposal)\s+was\s+(?:put\s+(?:to\s+the\s+(?:vote|meeting|Council|"
        r"Committee)\s+)?and\s+)?(?:was\s+)?(?:declared\s+)?(?:carried|lost|agreed|approved|defeated|CARRIED|"
        r"LOST)\b",
        words=("motion", "amendment", "proposal"),
    ),
    Rule(
        r"\b[Mm]inutes\b[^.;:]{0,160}?\b(?:were|was|be)\s+(?:(?:submitted|received|(?:taken\s+as\s+)?read|"
        r"considered|presented)(?:\s+and|,)\s+)?(?:duly\s+|then\s+|unanimously\s+|\w+ly\s+)?(?:agreed|"
        r"approved|confirmed|accepted|adopted|signed|AGREED|APPROVED)\b",
        words=("minutes",),
    ),
    Rule(
        r"\b(?:reports?|plan|programme|recommendations?|policy|policies|budget|strategy|"
        r"terms\s+of\s+reference|drafts?|proposals?|accounts|payments?|schedule|nominations?|quotations?|"
        r"quote|precept|application)(?:\s+(?:in|of|from)\s+the\s+[\w ]{3,50})?\s+(?:was|"
        r"were)\s+(?:considered\s+and\s+)?(?:duly\s+|unanimously\s+|\w+ly\s+)?(?:agreed|approved|adopted|"
        r"accepted|endorsed|supported|ratified|carried|AGREED|APPROVED)\b",
        words=("agreed", "approved", "adopted", "accepted", "endorsed", "supported", "ratified", "carried"),
    ),
    Rule(
        r"\b[Mm]inutes\s+of\s+[^.;:]{3,60}:\s+(?:agreed|approved|confirmed|accepted|signed)\b",
        words=("minutes",),
    ),
    Rule(
        r"\bon\s+the\s+propos(?:al|ition)\s+of\b[^.;]{3,60}\bseconded\s+by\b",
        words=("seconded",),
    ),
    Rule(
        r"\b(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission|[Ff]orum|[Cc]ouncil|[Cc]abinet|[Gg]overnors|"
        r"[Tt]rustees|[Mm]embers)\s+(?:considered|discussed|NOTED|noted|RECEIVED|received|reviewed|"
        r"debated)\b[^.;]{0,160}?\band\s+(?:APPROVED|approved|AGREED|ENDORSED|endorsed|ADOPTED|adopted|"
        r"RATIFIED|ratified)(?=\s+(?:the|its|an?)\b)",
        words=("approved", "agreed", "endorsed", "adopted", "ratified"),
    ),
    Rule(
        r",\s+(?:(?:it|this|which)\s+was\s+)?all\s+(?:were\s+)?agreed(?=[.;]|\s*$)",
        words=("agreed",),
    ),
    Rule(
        r"\b[Ii]t\s+was\s+concluded\s+(?=to\b|that\b)",
        words=("concluded",),
    ),
    Rule(
        r"\b(?:Committee|Panel|Board|Council|Forum|Group|Members)\s+decided\s+(?=that\b)",
        words=("decided",),
    ),
    Rule(
        r"\badopted\s+unanimously\s+on\s+the\s+proposition\s+of\b",
        words=("proposition",),
    ),
    Rule(
        r"\bthe\s+offer\s+was\s+accepted\b",
        words=("accepted",),
    ),
    Rule(
        r"\bpayments?\s+(?:was|were)\s+(?:considered\s+and\s+)?approved\b",
        words=("approved",),
    ),
)
ELSEWHERE = Rule(
    r"\b(?:[Aa]t\s+(?:that|the\s+last|its\s+last|the\s+previous|a\s+previous|its)\s+meeting|"
    r"had\s+(?:been\s+)?(?:agreed|resolved|approved)|was\s+previously|previously\s+agreed|"
    r"at\s+the\s+(?:[A-Z]\w+\s+)+held\s+on)\b",
    parts=("meeting", "agreed", "resolved", "approved", "previously", "held"),
)
STANCE = re.compile(
    r"(?=.{0,60}?\b(?:\d{2}/\d{4,5}/\w{1,5}|[A-Z]{1,4}/\d{2,4}/\d{2,5}|\d{2}/\d{5}))[^?]{12,260}?\s*(?:[-–—:.]\s*)"
    r"(?:no objections?|objections?|object(?:ed)?|supported|support|approval recommended|refusal recommended|"
    r"recommend(?:ed)? (?:for )?(?:approval|refusal))(?:\s+in principle)?(?:\s*[(.;,][^?]{0,120})?$",
    re.I,
)
"""A planning application with its number and what the meeting says of it, as parishes print it."""
MOTION = re.compile(r"(?:Proposal|Motion|Amendment|Substantive Motion|Recommendation)\s*:?", re.I)
WILL_MOVE = re.compile(r"[^\w]?\s*(?:I|1|l|\||!)\s+(?:will|wish\s+to|beg\s+to)\s+move\b", re.I)
CARRIED = Rule(
    r"\b(?P<what>[Pp]roposal|[Mm]otion|[Aa]mendment|[Ss]ubstantive motion)\b(?:(?!proposal|motion|amendment|Proposal|"
    r"Motion|Amendment)[^.;]){0,90}?\b(?:carried|agreed|passed|adopted|approved|CARRIED|AGREED)\b",
    words=("proposal", "motion", "amendment"),
)
# fmt: off
STEMS = (
    "resolv", "agree", "recommend", "decid", "approv", "endors", "adopt", "ratif", "carried", "elect", "appoint",
    "cinneadh", "proposition", "confirm", "accept", "sign", "support", "vote", "lost", "second", "conclud", "object",
)
# fmt: on
COMMITTEE = re.compile(
    r"(?:Thereafter,?\s+|Following\s+[^,]{3,60},\s+|"
    r"Having\s+[^,]{3,120},\s+)?[Tt]he\s+(?:[\w&]+\s+){0,6}(?:Committee|Panel|Board|Council|Commission|Group|"
    r"Forum)\s*(?::\s*-?|[:–-])\s*$"
)
DECIDES = re.compile(
    r"(?:\(?\w{1,3}[.)]\s+)?(?:noted|received|ratified|acknowledged|confirmed|appointed|discussed|reviewed|agreed|approved|endorsed|resolved|welcomed|recommended|instructed|requested|"
    r"remitted|continued|delegated|referred|supported|"
    r"considered|adopted|accepted|authorised|recognised|commended|asked|scrutinised)\b",
    re.I,
)
LIMBS = re.compile(r"(?<!\w)(?P<limb>\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=\S))")
_LIMB = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:\.\d+)?)[.)]|[-•·–o]$", re.I)
VIEW = re.compile(
    r"agreed\s+(?:with|that\s+(?:this|it|they|there|the\s+\w+)\s+(?:was|were|had|is|are|needed)\s+(?:a|an|not|very|"
    r"too|important|good|no|difficult|essential|vital))\b",
    re.I,
)
KINDS = (
    ("recommend", DecisionKind.RECOMMENDED),
    ("resolved", DecisionKind.RESOLVED),
    ("resolution", DecisionKind.RESOLVED),
    ("decid", DecisionKind.RESOLVED),
    ("decision", DecisionKind.RESOLVED),
    ("note", DecisionKind.NOTED),
)


RESOLVED_SO = re.compile(
    r"(?:Resolved|RESOLVED|Agreed|AGREED|Approved|APPROVED|Carried|CARRIED)\.?"
    r"|(?:This|These|It|That)\s+(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|approved|carried|accepted|ratified)"
    r"(?:\s+(?:unanimously|by\s+(?:all|members|councillors|the\s+\w+)(?:\s+present)?))?\.?"
    r"|(?:All|Everyone|Members|Councillors)\s+(?:were\s+)?(?:in\s+agreement|agreed)(?:\s+(?:to|with)\s+this)?\.?"
    r"|(?:Unanimously\s+)?(?:[Aa]greed|[Aa]pproved|[Cc]arried)\s+(?:unanimously|by\s+(?:all|members|councillors|"
    r"the\s+\w+)(?:\s+present)?)\.?"
    r"|Unanimously\s+(?:agreed|approved|carried)\.?|All\s+in\s+favour\.?",
    re.I,
)
PROPOSED = Rule(
    r"\bpropos(?:ed|al)\b(?!\s+(?:development|changes?|closure|site|scheme|works?|budget)\b)[^.]{0,320}?\bsecond(?:ed|er)\b|"
    r"\bmoved\b[^.]{3,320}?\bseconded\b",
    re.I,
    parts=("seconded", "seconder"),
)
NO_PROPOSAL = Rule(
    r"\bnominat|\bnot\s+seconded\b|\bno\s+seconder\b|\bpropos(?:ed|ing)\s+(?:that\s+)?(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|"
    r"Dr)\b[^.;,]{2,40}(?:,|;|\bas\b|\bseconded\b|\bfor\b|\bshould\b|\bbe\b)|\b(?:lost|defeated|fell|not\s+carried)\b",
    re.I,
    parts=("nominat", "second", "propos", "lost", "defeated", "fell", "carried"),
)
SOMEBODY_PROPOSED = re.compile(
    rf"(?:{TITLE_PATTERN}\s+)?(?:[A-Z]\.?\s*)*{NAME_WORD}(?:\s+{NAME_WORD})?\s+was\s+proposed\b"
)
LOST = re.compile(r"\b(?:lost|defeated|fell|not\s+carried|not\s+supported|withdrawn)\b", re.I)
BEGINS_PROPOSED = re.compile(r"[\W\d]*(?:Proposed|Proposer|Moved)\b", re.I)
PUT = re.compile(r"[\W\d]*(?:Proposed|Moved)\b.{3,60}\bSeconded\b.{3,60}$", re.I)
VOTED = re.compile(
    r"(?:all\s+in\s+favour|in\s+favour|unanimous|carried|agreed|approved|\d+\s+votes?\s+(?:for|to)|votes?\s*:|for\s*[:–-])",
    re.I,
)
