"""How papers word a restriction, and how they say that there is none: one block's words at a time."""

import re
from enum import Enum, auto

from scrutiny_desk.domain.markings import closed_up, is_marking, is_second_part
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.sentences import holds
from scrutiny_desk.recognition.telltales import Rule, Rules, held, telltale, telltale_words

HINTS = (
    "exempt",
    "confiden",
    "public",
    "press",
    "private",
    "closed",
    "restrict",
    "part ",
    "12a",
    "7a",
    "camera",
    "pink",
    "sensitive",
    "o committee",
    "f committee",
    "open ",
    "n committee",
    "section b",
    "section 2",
    "section ii",
    "section two",
    "eithriedig",
    "cyfrinachol",
    "gyhoeddi",
)
"""A block with none of these letters says nothing of any of this."""
_HINTED = telltale(*(hint for hint in HINTS if hint not in ("12a", "7a")))
_LETTERS_APART = telltale_words("bcdefghjklmnopqrstuvwxyz")
"""Where words may be printed with their letters apart, a letter other than "a" and "I" stands by itself."""

_ACT = r"schedule\s+(?:12\s?a|7\s?a|6\b(?=[^.]{0,40}northern))"
_PARAGRAPHS = r"paragraph(?:s|\(s\))?\s+[\d, and&/to-]+(?:\([\w]\)\s*)?"
_FORMULA = Rule(
    rf"\bnot for publication\b|\bcontains? (?:exempt|confidential) information|"
    rf"\b(?:disclosure|discussion|consideration) of (?:exempt|confidential) information|"
    rf"\bexempt information (?:as|within|under|by virtue|relating)|\bexempt from publication\b|"
    rf"\bexempt\b[^.]{{0,60}}\b(?:paragraph(?:s|\(s\))?\s*\d|{_ACT}|"
    rf"section 100|s\.?\s?100|local government act|access to information)|"
    rf"\bby virtue of (?:the\s+)?paragraph(?:s|\(s\))?\s*\d|"
    rf"\b{_PARAGRAPHS},?\s*(?:of|in|to)?\s*(?:part\s+\w+\s*,?\s*(?:of|to)?\s*)?(?:the\s+)?{_ACT}",
    re.I,
    parts="publication contain disclosure discussion consideration exempt virtue paragraph".split(),
)
_EXCLUDE = Rules(
    Rule(
        r"\b(?:press\s+(?:and|&|/)\s+(?:the\s+)?public|public\s+(?:and|&|/)\s+(?:the\s+)?press|"
        r"public|media)\b[^.;]{0,60}\b(?:be|were|was|been|are|being)\s+(?:\w+\s+)?(?:excluded|"
        r"asked to (?:leave|withdraw)|required to leave)",
        re.I,
        words=("excluded", "leave", "withdraw"),
    ),
    Rule(
        r"\bexclu(?:de|ded|ding)\s+(?:the\s+)?(?:members of the\s+)?(?:press\s+(?:and|"
        r"&)\s+(?:the\s+)?public|public|press)\b",
        re.I,
        words=("exclude", "excluded", "excluding"),
    ),
    Rule(
        r"\b(?:moved?|went|go|goes|going|proceed(?:ed)?|met|sat|resolved to (?:move|go)|continued?) "
        r"(?:on )?in(?:to)? "
        r"(?:closed|private|confidential|part (?:2|ii|two)|camera)\b",
        re.I,
        words=("closed", "private", "confidential", "part", "camera"),
    ),
    Rule(
        r"\b(?:moved?|went|go|goes|going|resolve[sd]? itself) into [‘'\"“]?(?:in )?committee\b|"
        r"\bgo(?:es)? [‘'\"“]in committee\b",
        re.I,
        words=("move", "moved", "went", "go", "goes", "going", "itself"),
    ),
    Rule(
        r"\b(?:press and (?:the )?public|public and (?:the )?press)\b[^.;]{0,30}\b(?:left|withdrew|retired)\b",
        re.I,
        words=("left", "withdrew", "retired"),
    ),
)
_PERHAPS = re.compile(
    r"\bmembers? of the public\b[^.;]{0,40}\b(?:left|withdrew|retired)\b[^.;]{0,20}\b(?:meeting|room|chamber)\b", re.I
)
EXCLUSION_TITLE = re.compile(
    r"\bexclu(?:sion|de|ding)\b.*\b(?:public|press)\b|\bexempt (?:information|business|items?)\b.*\bexclu", re.I
)
_NONE = re.compile(
    r"\b(?:taken|considered|dealt with|heard|discussed) in (?:public|open session)\b|"
    r"\bnot (?:be )?(?:now )?excluded\b|\bwhether the (?:press|public)\b|"
    r"\b(?:there (?:was|were|is|are|being) no|no)\b[^.]{0,60}\b(?:exempt|confidential|restricted|private|closed|"
    r"part 2|part ii|items|business|need|reason)\b|\bnot (?:necessary|required|"
    r"needed|applicable)\b|^\W*(?:none|nil|not applicable|n/a)\W*$|"
    r"\bremain(?:ed)? in (?:open|public) session\b|\bwas not (?:moved|put|excluded)\b|"
    r"\bif (?:the|any) (?:committee|members?|panel)\b|\bshould (?:the|any) (?:committee|"
    r"members)\b|\b(?:may|might|can|could) (?:\w+ )?(?:be|have to be|need to be) (?:\w+ )?excluded\b|"
    r"\bdo not include\b",
    re.I,
)
_RETURN = Rule(
    r"\b(?:public|press)\b[^.]{0,60}\b(?:re-?admitted|readmitted|re-?joined|returned|"
    r"re-?entered|invited back)|\b(?:returned|moved back|reverted|resumed|reconvened)\b[^.]{0,30}\b"
    r"(?:in(?:to)? )?(?:open|"
    r"public|part (?:1|i|one))\b(?: (?:session|meeting))?|"
    r"\b(?:came|come|moved?|went) out of [‘'\"“]?(?:in )?committee\b|"
    r"^\W*(?:unrestricted items?|open session|(?:items?|business) open to the public|public items?|"
    r"(?:part|section)\s+(?:1|i|one|a)\b)",
    re.I,
    parts="admitted joined returned entered invited move reverted resumed reconvened unrestricted item section".split(),
    words=("came", "come", "went", "open", "part"),
)
_NOT_MARK = Rule(
    r"\b(?:non-?confidential|non-?exempt|unrestricted|not exempt|not confidential|no (?:part|element|information)\b|"
    r"no confidential|no exempt|"
    r"(?:not|neither) (?:\w+ )?(?:contain|include|involve|disclose|exempt|confidential|restricted)|"
    r"contains? no|open minutes?|(?:open|public) (?:minutes?|summary|version) (?:of|-|–)|public minutes?|"
    r"exempt from call.?in|for publication \[)",
    re.I,
    parts=(
        *(
            "confidential",
            "exempt",
            "restricted",
            "element",
            "information",
            "contain",
            "include",
            "involve",
            "disclose",
        ),
        *("minute", "summary", "version", "publication"),
    ),
    words=("part",),
)
_LABEL = re.compile(
    r"""^\W*(?:\d[\d.]*\s+)?(?P<label>
        (?:is|does|are)\s+(?:this|the|any)\s+[^?]{0,40}\b(?:exempt|confidential|restricted|private|public|open)\b[^?]{0,80}(?=\?)
      | (?:report\s+|paper\s+|document\s+)?
        (?:classification|status|marking|not\s+for\s+publication|publication|access|
           security|protective|confidentiality|publicity|open|public|
           exempt|confidential|restricted|private|part\s+(?:1|2|i|ii|a|b))
        (?:(?:\s*/\s*|\s+(?:or|and|&)\s+|\s+)(?:exempt|confidential|restricted|private|public|open|information|status|marking|
           classification|publication|items?|report|appendi(?:x|ces)|annex(?:es)?|business|minutes?|not|paragraphs?|
           to|from|part|access|1|2|i{1,2}|a|b|level|category|reasons?|grounds?)\b)*
    )\s*(?P<mark>[:\t?]|\s[-–—]|$)[\s:?–—-]*(?P<value>.*)$""",
    re.I | re.VERBOSE,
)
_NO = re.compile(
    r"^\W*(?:no|none|nil|n/?a|not applicable|not exempt|not confidential|not restricted|public|open|"
    r"unrestricted|unclassified|non|for publication|available|part (?:1|i|a)|official(?!.{0,4}sensitive))(?![\w])",
    re.I,
)
_YES = re.compile(
    r"^\W*(?:yes|exempt|private|confidential|restricted|part (?:2|ii|b)|not for publication|not open|closed|"
    r"official.{0,4}sensitive|(?:paragraph|para\.?|category|reason)s?\s*\d|wholly|fully|by virtue)(?![\w])",
    re.I,
)
_OPEN_LABEL = re.compile(r"^(?:public|open)\W*$|\b(?:this|the) (?:\w+ )?(?:public|open)\b|\bopen to the public\b", re.I)
APPENDIX = re.compile(
    r"\b(?:appendi(?:x|ces)|annex(?:e|es)?|enclosures?|schedules?(?!\s+(?:12|7|6)))\b\s*"
    r"(?P<which>(?:no\.?\s*)?(?:[a-z]|\d{1,2})(?:\s*(?:,|and|&|to|-)\s*(?:appendix\s+|annex\s+)?(?:[a-z]|\d{1,2})(?![\w]))*(?![\w]))?",
    re.I,
)
_WHOLE_REPORT = re.compile(
    r"\b(?:report|paper|document|item|minutes?)s?\b\s*(?:,|(?:and|&|is|are|contains?|with its|together)\b)"
    r"(?!\s+(?:\w+\s+)?(?:public|open|unrestricted|available|for publication))",
    re.I,
)
_SELF = Rule(
    r"\b(?:this|the)\s+(?:\w+\s+)?(?:report|paper|document|briefing|decision|record)\b"
    r"(?:(?!\b(?:appendi|annex|but\b|public\b|open\b))[^.]){0,40}\b"
    r"(?:is|are|contains?|includes?|must be|should be|be)\s+(?:\w+\s+){0,2}"
    r"(?:exempt|confidential|not for publication|restricted|private)\b(?!\s+(?:sector|"
    r"from call|hire|rented|finance|landlord))",
    re.I,
    parts=("exempt", "confidential", "publication", "restricted", "private"),
)
_ATTACHED = Rule(
    r"\b(?:appendi|annex|enclosure)[^.]{0,60}\b(?:is|are|being)\s+(?:\w+\s+)?"
    r"(?:exempt|confidential|not for publication|restricted|private)\b",
    re.I,
    parts=("appendi", "annex", "enclosure"),
)
_PARAGRAPH = re.compile(
    r"\b(?:paragraph(?:s|\(s\))?|reasons?|para\.?|category)\s+((?:\d+[a-z]?(?:\([a-z]\))?(?:\s*(?:,|and|&|to|-)\s*)?)+)",
    re.I,
)


class Said(Enum):
    """What a block says of who may see the paper."""

    NOTHING = auto()
    OPEN = auto()
    """That nothing is withheld."""
    MARK = auto()
    """A marking that stands for itself, and covers what it stands over."""
    FORMULA = auto()
    """A sentence that something is exempt or confidential."""
    WHOLE = auto()
    """A sentence or a field of a form that says so of the paper itself."""
    APPENDIX = auto()
    """That an appendix is withheld, and no more than that."""
    EXCLUDES = auto()
    PERHAPS = auto()
    """The public left; the words do not say whether they were sent."""
    READMITS = auto()


def said(text: str, following: str = "") -> Said:
    """What one block says; `following` is the next block's text, since the value of a label may stand there."""
    tells = held(text)
    if tells & _LETTERS_APART:
        text = closed_up(text)
        tells = held(text)
    if not tells & _HINTED and "2a" not in text and "2A" not in text and "7a" not in text and "7A" not in text:
        return Said.NOTHING
    if not holds(text.casefold(), HINTS):
        return Said.NOTHING
    field = _field(text, following)
    if field is not None:
        return field
    if _EXCLUDE.search(text) and not _NONE.search(text):
        return Said.EXCLUDES
    if _RETURN.search(text) and len(text) < 300:
        return Said.READMITS
    if _PERHAPS.search(text) and len(text) < 300:
        return Said.PERHAPS
    if _NOT_MARK.search(text):
        return Said.OPEN
    return _withheld(text)


def _withheld(text: str) -> Said:
    marked, formula = is_marking(text), len(text) <= 2000 and _FORMULA.search(text) and not _NONE.search(text)
    attached = _ATTACHED.search(text) and not _NONE.search(text)
    own = _SELF.search(text) and not _NONE.search(text)
    if not (marked or formula or own or attached):
        return Said.NOTHING
    if APPENDIX.search(text) and not _WHOLE_REPORT.search(text) and not own:
        return Said.APPENDIX
    if attached and not own:
        return Said.WHOLE  # "This report and its appendices are exempt"
    if own and len(text) < 400:
        return Said.WHOLE
    return Said.MARK if marked else Said.FORMULA


def _field(text: str, following: str) -> Said | None:
    """What a field of a form says ("Exempt: No", "Public or private: Private"); None where the block is none."""
    match = _LABEL.match(text) if len(text) < 400 else None
    if match is None:
        return None
    value = match["value"] or (following if len(following) < 120 else "")
    yes, no = bool(_YES.match(value)), bool(_NO.match(value))
    if not (yes or no):
        return None
    if _OPEN_LABEL.search(match["label"]) and like(r"(?i)\W*(?:yes|no)\b").match(value):
        yes, no = no, yes
    if no:
        return Said.OPEN
    if APPENDIX.search(value) and not _WHOLE_REPORT.search(value):
        return Said.APPENDIX
    return Said.MARK if is_second_part(text) else Said.WHOLE


def says_none(text: str) -> bool:
    """Whether these words say that nothing was withheld, or that the public stayed."""
    return bool(_NONE.search(text))


def is_open_minute(text: str) -> bool:
    """Whether a heading says that this is the part of closed business that may be read by all."""
    return bool(_NOT_MARK.search(text))


_WORD_OF_MARK = (
    r"(?:strictly\s+)?(?:private\s+(?:and|&)\s+)?(?:exempt|confidential|restricted|pink|not for publication|"
    r"part 2|part ii|private)\b(?!\s+(?:sector|hire|rented|finance|landlord|parking|accommodation))"
)
_ENDS_IN_MARK = re.compile(rf"(?:[(\[–—]|\s-)\s*{_WORD_OF_MARK}", re.I)
_BEGINS_WITH_MARK = re.compile(rf"^\W*(?:\d{{1,3}}[.)]?\s+\W*)?{_WORD_OF_MARK}\s*[:–—-]", re.I)


def bears_mark(heading: str) -> bool:
    """Whether the heading of an item, or the title of a paper, bears a marking before or behind it."""
    marked = _ENDS_IN_MARK.search(heading) or _BEGINS_WITH_MARK.match(heading)
    return bool(marked) and not is_open_minute(heading)


def paragraphs(text: str) -> str | None:
    """The paragraphs of the schedule that are named, as printed ("1, 2 and 3"); None where none is."""
    match = _PARAGRAPH.search(text)
    return like(r"\s*(?:,|and|&|-|to)\s*$").sub("", match[1]).strip() if match else None
