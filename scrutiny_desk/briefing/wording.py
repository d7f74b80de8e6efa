"""Every fixed word of a briefing, in one place: whatever else stands in one comes from a source or from the user.

British English, sentence case, the field's own terms; nothing that judges and nothing that guesses.
"""

from collections.abc import Iterable
from datetime import date

from scrutiny_desk.domain.briefing import Briefing, BriefingKind
from scrutiny_desk.domain.documents import Circulation, Classification, DocumentKind
from scrutiny_desk.domain.questions import OUTSTANDING as OUTSTANDING_STATUSES
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.undertakings import DecisionKind, State

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Ours and not the machine's locale's, so that a briefing reads the same wherever it is made."""

# Titles and headings.
TITLES: dict[BriefingKind, str] = {
    BriefingKind.MEETING: "Scrutiny briefing note",
    BriefingKind.WITNESS: "Witness briefing",
    BriefingKind.ISSUE: "Issue briefing",
    BriefingKind.OUTSTANDING: "Outstanding questions",
    BriefingKind.QUESTION_PLAN: "Question plan",
    BriefingKind.FOLLOW_UP: "Questions awaiting an answer",
    BriefingKind.LETTER: "Questions awaiting your answer",
    BriefingKind.MATTERS_ARISING: "Matters arising",
    BriefingKind.TRACKER: "Tracker",
    BriefingKind.FIGURES: "Figures",
}
PURPOSE = "Purpose"
KEY_POINTS = "Key points"
BACKGROUND = "Background"
HEARD_BEFORE = "What the committee heard before"
RECOMMENDATIONS = "Previous recommendations and progress"
DECISIONS = "Decisions"
ACTIONS = "Actions"
OUTSTANDING = "Outstanding questions"
OUTSTANDING_BY_WITNESS = "Outstanding questions by witness"
UNDERTAKINGS = "Undertakings"
OPEN_UNDERTAKINGS = "Undertakings not yet kept"
WITNESSES = "Witnesses and officers attending"
APPEARANCES = "Appearances"
EVERYTHING_ASKED = "Everything asked"
QUESTIONS_ANSWERED = "Questions answered"
QUESTIONS = "Questions"
ANSWERED_THERE = "Questions answered at the meeting"
BUSINESS = "Business of the meeting"
OTHER_BUSINESS = "Other business"
LINES_OF_ENQUIRY = "Suggested lines of enquiry"
GAPS = "Gaps and conflicts in the evidence"
OPTIONS = "Options"
NOTES = "Notes"
SOURCES = "Sources"
LEFT_OUT = "What has been left out"
CONTENTS = "Contents"
APPENDIX = "Appendix"
PASSAGES = "Passages"
MATTERS_ARISING = "Matters arising"
ANSWERED_SINCE = "Answered since"
KEPT = "Undertakings kept or overtaken"
ACTIONS_DONE = "Actions done or overtaken"
ACTIONS_OPEN = "Actions not yet done"
REQUEST_FOR_ANSWERS = "Request for answers"
YOUR_REPLY = "Your reply"
NO_WITNESS = "No witness recorded"

# Labels of the header paragraphs and of table columns.
COMMITTEE = "Committee"
COMMITTEE_OR_PAPER = "Committee or paper"
COMMITTEE_DATE = "Committee date"
BODY = "Council"
ITEM = "Item"
PLACE = "Place"
TIME = "Time"
WITNESS = "Witness"
POST = "Post"
POST_AND_ORGANISATION = "Post and organisation"
ORGANISATION = "Organisation"
ISSUE = "Issue"
PREPARED_ON = "Prepared on"
STATUS = "Status"
CIRCULATION = "Circulation"
QUESTION = "Question"
ASKED_BY = "Asked by"
WHAT_WAS_SAID = "What was said"
ANSWER = "Answer"
DUE = "Due"
SOURCE = "Source"
UNDERTAKING = "Undertaking"
MADE_BY = "Made by"
MADE_TO = "Made to"
OWNER = "Owner"
NAME = "Name"
DATE = "Date"
ASKED_ON = "Asked on"
ACTION = "Action"
TO = "To"

# What a note is for, and how to read it.
PURPOSE_BEFORE = (
    "This note prepares members for the meeting. It sets out what is still owed to the committee and what it has "
    "heard before."
)
PURPOSE_AFTER = "This note sets out what was asked and decided at the meeting, and what is still owed to the committee."
HOW_TO_READ = "Words in quotation marks are those of the record, and each statement names its source."

TOLD_ABOVE = "Undertakings given in reply to the questions above are told there."

# The letter that chases a witness, and the list that is sent to one.
FOLLOW_UP_ASKS = (
    "Our record shows no full answer to what is listed here. Please let us have your answers, or tell us where they "
    "have been given already."
)
DEAR = "Dear"
SIR_OR_MADAM = "Sir or Madam"
LETTER_ASKS = (
    "At the meetings named below members put questions to you, or you undertook to come back to them. "
    "Our record shows no full answer to what follows."
)
LETTER_ENDS = (
    "Please let us have your answers, or tell us where they have been given already. "
    "If you need more time, please say by when we may expect them."
)
WROTE_BEFORE = "We wrote about this on {days}."
YOURS = "Yours sincerely"

# What a cell says where the register knows nothing.
NOT_RECORDED = "not recorded"
NAME_HELD_BACK = "Name held back"
POST_HELD_BACK = "Post held back"
ASKER_NOT_RECORDED = "asker not recorded"
NO_DATE_SET = "no date set"
NO_REPLY_RECORDED = "no reply is recorded"
DATE_NOT_KNOWN = "date not known"
LATE = "late"
NONE_OUTSTANDING = "No question is outstanding."
NONE_OPEN = "No undertaking is open."
NOTHING_RECORDED = "The library holds nothing on this."

DRAFT = "Draft"
FINAL = "Final"
CIRCULATIONS: dict[Circulation, str] = {
    Circulation.PUBLIC: "Public",
    Circulation.MEMBERS: "For members",
    Circulation.RESTRICTED: "Restricted: not for publication",
}
QUESTION_STATUSES: dict[QuestionStatus, str] = {
    QuestionStatus.ANSWERED: "Answered",
    QuestionStatus.PARTLY_ANSWERED: "Part answered",
    QuestionStatus.PROMISED: "Answer promised",
    QuestionStatus.ANSWERED_LATER: "Answered later",
    QuestionStatus.ANSWER_NOT_MINUTED: "Answer not minuted",
    QuestionStatus.NOT_ANSWERED: "Not answered",
}
STATES: dict[State, str] = {State.OPEN: "Open", State.DONE: "Done", State.OVERTAKEN: "Overtaken"}
DECISION_KINDS: dict[DecisionKind, str] = {
    DecisionKind.RESOLVED: "Resolved",
    DecisionKind.RECOMMENDED: "Recommended",
    DecisionKind.AGREED: "Agreed",
    DecisionKind.NOTED: "Noted",
}
CLASSIFICATIONS: dict[Classification, str] = {
    Classification.PUBLIC: "Public",
    Classification.UNKNOWN: "Not yet classified",
    Classification.EXEMPT: "Exempt",
    Classification.CONFIDENTIAL: "Confidential",
    Classification.PRIVATE: "Private note",
}
_CLOSED = frozenset(
    {STATES[State.DONE], STATES[State.OVERTAKEN]}
    | {QUESTION_STATUSES[s] for s in QuestionStatus if s not in OUTSTANDING_STATUSES}
)
"""States in which nothing is waited for any more."""
OFFICER_COMMENT = "Officer comment"
CITED_PAPERS: dict[str, str] = {
    DocumentKind.REPORT: "report",
    DocumentKind.AGENDA: "agenda",
    DocumentKind.QUESTIONS: "questions",
    DocumentKind.TRANSCRIPT: "transcript",
    DocumentKind.CORRESPONDENCE: "letter or e-mail",
}

PAPERS: dict[DocumentKind, str] = {
    DocumentKind.MINUTES: "Minutes",
    DocumentKind.REPORT: "Report",
    DocumentKind.AGENDA: "Agenda",
    DocumentKind.QUESTIONS: "Questions",
    DocumentKind.TRANSCRIPT: "Transcript",
    DocumentKind.CORRESPONDENCE: "Letter or e-mail",
    DocumentKind.OTHER: "Paper",
}
LETTER, E_MAIL, OF_DAY = "Letter", "E-mail", "{paper} of {day}"

# How a source is named.
MINUTE = "minute"
AGENDA_ITEM = "item"
PAGE_SHORT = "p."
PAGES_SHORT = "pp."
PRINTED_PAGE = "printed page"
PARAGRAPH = "paragraph"
PARAGRAPHS = "paragraphs"
FROM_A_SCAN = "read from a scan"
LIVE_MEETING, NOTED_AT = "live meeting of", "noted at"
ALSO = "also"
ANOTHER_COPY = "of another copy"

AS_NAMED = "As the papers name them"

# Numbered captions, and what points at them.
SEE_TABLE = "see table"
SEE_TABLES = "see tables"
SEE_APPENDIX = "see the appendix"
AND = "and"
RANGE = "to"

# Running header and footer, and the sheet to write on.
PAGE = "page"
PACK = "Committee pack"
PACK_PAGE = "Pack page"
OF = "of"
SPACE_TO_WRITE = "Answer given:"
LEAD_MEMBER, MINUTES = "Lead member:", "Minutes:"
TABLE = "Table"
END = "End of the briefing."


def day(iso: str | None) -> str:
    """An ISO date as British papers write it, "12 June 2025"; the words "date not known" for None.

    What is no ISO date ("June 2025") is given back as it is.
    """
    if not iso:
        return DATE_NOT_KNOWN
    try:
        known = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{known.day} {MONTHS[known.month - 1]} {known.year}"


def listed(words: list[str]) -> str:
    """Several names as one phrase: "Maria Okafor, Siân Prydderch and Imran Sayeed"."""
    return f" {AND} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def count(number: int, one: str, many: str) -> str:
    """A number with what it counts: "1 question", "3 questions"."""
    return f"{number:,} {one if number == 1 else many}"


def due(iso: str | None, today: str) -> str:
    """The day something is due, and that it is late where that day has passed: "27 February 2026, late"."""
    if not iso:
        return NO_DATE_SET
    return f"{day(iso)}, {LATE}" if today and iso[:10] < today else day(iso)


def waits(iso: str | None, today: str) -> str:
    """By when something is due, after the state it stands in: "due 27 February 2026, late", "no date set"."""
    said = due(iso, today)
    return said if said == NO_DATE_SET else f"{DUE.lower()} {said}"


def sentence(words: str) -> str:
    """Words that end a sentence, with its full stop."""
    return f"{words.rstrip('.')}."


def status(state: str, due: str) -> str:
    """A state with the day it waits for: "Answer promised; due 31 October 2025"; a closed one waits for none."""
    if not due or state in _CLOSED:
        return state
    return f"{state}; {due}" if due == NO_DATE_SET else f"{state}; {DUE.lower()} {due}"


def owed_caption(number: int, oldest: str | None) -> str:
    """What a table of outstanding questions holds: "3 questions, the oldest asked on 12 June 2025"."""
    if not oldest:
        return count(number, "question", "questions")
    return f"{count(number, 'question', 'questions')}, {'the oldest ' if number > 1 else ''}asked on {day(oldest)}"


def promised_caption(number: int, overdue: int) -> str:
    """What a table of undertakings holds: "5 undertakings, 2 of them past their date"."""
    return f"{count(number, 'undertaking', 'undertakings')}{_past(number, overdue)}"


def _past(number: int, overdue: int) -> str:
    """How many of so many are past their date; nothing where none is."""
    if not overdue or number == 1:
        return ", past its date" if overdue else ""
    return f", {overdue} of them past {'its' if overdue == 1 else 'their'} date"


def owed_point(number: int, oldest: str | None) -> str:
    """The key point on what is owed: "3 questions are outstanding. The oldest was asked on 12 June 2025."."""
    if not number:
        return NONE_OUTSTANDING
    said = f"{count(number, 'question is', 'questions are')} outstanding"
    if not oldest:
        return f"{said}."
    return f"{said}, asked on {day(oldest)}." if number == 1 else f"{said}, the oldest asked on {day(oldest)}."


def late_point(number: int) -> str:
    """The key point on answers that are late."""
    which = "it" if number == 1 else "them"
    return f"{count(number, 'answer is', 'answers are')} late: the day set for {which} has passed."


def promised_point(number: int, overdue: int) -> str:
    """The key point on undertakings: "5 undertakings are not yet kept, 2 of them past their date."."""
    if not number:
        return NONE_OPEN
    return f"{count(number, 'undertaking is', 'undertakings are')} not yet kept{_past(number, overdue)}."


def owing_point(names: Iterable[str]) -> str:
    """The key point on who of those attending owes an answer."""
    return f"Attending and still owing an answer: {listed(list(names))}."


def asked_point(number: int, owed: int) -> str:
    """The key point on a meeting's own questions: "13 questions were put at the meeting; 6 are outstanding."."""
    said = f"{count(number, 'question was', 'questions were')} put at the meeting"
    if number == owed == 1:
        return f"{said}, and is outstanding."
    return f"{said}; {_so_many_are(owed)} outstanding."


def asked_of_point(number: int, owed: int) -> str:
    """The key point on a witness: "13 questions are on record, of which 6 are outstanding."."""
    if not number:
        return "No question to this witness is on record."
    said = count(number, "question is", "questions are") + " on record"
    if number == owed:
        return f"{said}, outstanding." if number == 1 else f"{said}, all outstanding."
    return f"{said}, of which {_so_many_are(owed)} outstanding."


def _so_many_are(number: int) -> str:
    return "none is" if not number else "1 is" if number == 1 else f"{number} are"


def silent_point(number: int) -> str:
    """The gap that questions without any reply on record leave."""
    return f"No reply is recorded to {count(number, 'question', 'questions')}."


def differ(one: str, other: str) -> str:
    """A conflict between two papers: each one's words; one that has none there says so."""
    has, lacks = one or other, not (one and other)
    theirs = "no such words" if lacks else f"“{other.rstrip('.')}”"
    return f"One paper has “{has.rstrip('.')}” where the other has {theirs}."


def more_to_ask(number: int) -> str:
    """That further questions would not go on the sheet."""
    return f"{count(number, 'further question is', 'further questions are')} outstanding and did not fit on this side."


MORE: dict[str, tuple[str, str]] = {
    OUTSTANDING_BY_WITNESS: ("further question is outstanding.", "further questions are outstanding."),
    OPEN_UNDERTAKINGS: ("further undertaking is not yet kept.", "further undertakings are not yet kept."),
    ANSWERED_THERE: ("further question was answered.", "further questions were answered."),
    HEARD_BEFORE: ("further question was answered.", "further questions were answered."),
    DECISIONS: ("further decision is on record.", "further decisions are on record."),
    ACTIONS: ("further action is on record.", "further actions are on record."),
    RECOMMENDATIONS: ("further recommendation is on record.", "further recommendations are on record."),
    GAPS: ("further difference was found.", "further differences were found."),
}
"""What a section of a note says of those that went to its appendix."""


def numbered_item(number: str | None, title: str | None) -> str:
    """An item of business as a heading: "Item 5: Early help"; what is not known is left out."""
    return ": ".join(filter(None, (f"{ITEM} {number}" if number else "", title)))


def held_back(classification: Classification, paragraphs: Iterable[str]) -> str:
    """Why something is left out: its class, and the paragraph of the law where the paper names one."""
    under = sorted(set(paragraphs))
    said = CLASSIFICATIONS[classification].lower()
    if not under:
        return said
    return f"{said} under {'paragraph' if len(under) == 1 else 'paragraphs'} {' and '.join(under)}"


def left_out(briefing: Briefing) -> list[str]:
    """How many passages circulation kept out and under what heading, one sentence a heading; never what they say."""
    return [
        f"{count} {'passage has' if count == 1 else 'passages have'} been left out: {reason}."
        for reason, count in sorted(briefing.left_out.items())
        if count
    ]
