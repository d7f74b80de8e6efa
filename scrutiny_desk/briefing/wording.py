"""Every fixed word of a briefing, in one place: whatever else stands in one comes from a source or from the user.

British English, sentence case, the field's own terms; nothing that judges and nothing that guesses.
"""

from collections.abc import Iterable
from datetime import date

from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Voice
from scrutiny_desk.domain.documents import Circulation, Classification, Document, DocumentKind
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
    BriefingKind.LETTER: "Letter",
    BriefingKind.MATTERS_ARISING: "Matters arising",
    BriefingKind.TRACKER: "Tracker",
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
QUESTIONS = "Questions"
LINES_OF_ENQUIRY = "Suggested lines of enquiry"
GAPS = "Gaps and conflicts in the evidence"
OPTIONS = "Options"
NOTES = "Notes"
SOURCES = "Sources"
LEFT_OUT = "What has been left out"
CONTENTS = "Contents"
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
COMMITTEE_DATE = "Committee date"
BODY = "Council"
ITEM = "Item"
PLACE = "Place"
TIME = "Time"
WITNESS = "Witness"
POST = "Post"
ORGANISATION = "Organisation"
ISSUE = "Issue"
AUTHOR = "Author"
PREPARED_ON = "Prepared on"
STATUS = "Status"
CIRCULATION = "Circulation"
QUESTION = "Question"
ASKED_BY = "Asked by"
PUT_TO = "Put to"
ANSWERED_BY = "Answered by"
WHAT_WAS_SAID = "What was said"
ANSWER = "Answer"
DUE = "Due"
SOURCE = "Source"
UNDERTAKING = "Undertaking"
MADE_BY = "Made by"
MADE_TO = "Made to"
OWNER = "Owner"
NAME = "Name"
CAPACITY = "Capacity"
DATE = "Date"
LEAD = "Lead"
NOTE = "Note"
ASKED_ON = "Asked on"
REQUEST = "Request"
TO = "To"

# The letter that chases a witness.
DEAR = "Dear"
LETTER_ASKS = (
    "At the meetings named below members put questions to you, or you undertook to come back to them. "
    "Our record shows no full answer to what follows."
)
LETTER_ENDS = (
    "Please let us have your answers, or tell us where they have been given already. "
    "If you need more time, please say by when we may expect them."
)
YOURS = "Yours sincerely"

# What a cell says where the register knows nothing.
NOT_RECORDED = "not recorded"
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
OFFICER_COMMENT = "Officer comment"
_PAPERS: dict[str, str] = {
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

# Running header and footer, and the sheet to write on.
PAGE = "page"
PACK_PAGE = "Pack page"
OF = "of"
SPACE_TO_WRITE = "Answer given:"
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


def source(citation: Citation) -> str:
    """A source as a person cites it: "Overview and Scrutiny Committee, 12 June 2025, minute 38, p. 4".

    Only what is known is named; the file's name stands in where the committee is not known. The printed page
    follows where it is not the page of the file. Where there are no pages, the paragraph is cited.
    """
    return ", ".join(filter(None, (_occasion(citation), place(citation))))


def _occasion(citation: Citation) -> str:
    """The meeting and the minute, without the place in the paper."""
    parts = [citation.committee or citation.file_name]
    paper = _PAPERS.get(citation.kind or "")
    if paper:
        parts.append(paper)
    if citation.date:
        parts.append(day(citation.date))
    if citation.item_number:
        parts.append(f"{'item' if paper else 'minute'} {citation.item_number}")
    return ", ".join(filter(None, parts))


def place(citation: Citation) -> str:
    """The place in the paper: its page, else its paragraph; and that it was read from a scan, where it was."""
    parts = []
    if citation.page is not None:
        parts.append(f"p. {citation.page}{_printed(citation)}")
    elif citation.paragraph is not None:
        parts.append(f"paragraph {citation.paragraph}")
    if citation.read_by_ocr:
        parts.append("read from a scan")
    return ", ".join(parts)


def _printed(citation: Citation) -> str:
    if not citation.printed_page or citation.printed_page == str(citation.page):
        return ""
    return f" (printed page {citation.printed_page})"


def sources(citations: Iterable[Citation]) -> str:
    """Several sources in one, each named once, parted by semicolons.

    Where two papers hold one minute, it is named once: "..., minute 38, p. 4 (also paragraph 6 of another copy)".
    The copy with page numbers goes first, since a reader can look it up on paper.
    """
    occasions: dict[str, list[Citation]] = {}
    for citation in citations:
        occasions.setdefault(_occasion(citation), []).append(citation)
    return "; ".join(_one_occasion(held) for held in occasions.values())


def _one_occasion(citations: list[Citation]) -> str:
    held = sorted(dict.fromkeys(citations), key=lambda citation: citation.page is None)
    others = [place(other) for other in held if other.document_id != held[0].document_id]
    own = [place(same) for same in held if same.document_id == held[0].document_id]
    places = " and ".join(dict.fromkeys(filter(None, own)))
    named = ", ".join(filter(None, (_occasion(held[0]), places)))
    copies = " and ".join(dict.fromkeys(filter(None, others)))
    return f"{named} (also {copies} of another copy)" if copies else named


def paper(document: Document) -> str:
    """What a document is called where papers are listed: "Minutes, Health Panel, 12 June 2025", else its file's name.

    A report is called by its own title, which says more.
    """
    if document.kind is DocumentKind.REPORT and document.title:
        return document.title
    if not document.committee and not document.date:
        return document.file_name
    parts = [PAPERS[document.kind], document.committee, day(document.date) if document.date else None]
    return ", ".join(filter(None, parts))


def bracketed(citations: Iterable[Citation]) -> str:
    """The sources in square brackets, or nothing where there is none."""
    named = sources(citations)
    return f"[{named}]" if named else ""


def spoken(line: Line) -> str:
    """The line's words, marked for whose they are: a quotation in quotation marks, all else as it stands."""
    text = line.text.strip()
    marked = text.startswith("“") and text.endswith("”") and text.count("“") == 1
    return text if line.voice is not Voice.QUOTATION or not text or marked else f"“{text}”"


def lead_in(line: Line) -> str:
    """What stands in bold before the line: its marking where it is not open to all, whose comment it is, its label."""
    marks = []
    if line.classification in (Classification.EXEMPT, Classification.CONFIDENTIAL):
        marks.append(CLASSIFICATIONS[line.classification])
    if line.classification is Classification.PRIVATE:
        marks.append(CLASSIFICATIONS[Classification.PRIVATE])
    elif line.voice is Voice.OFFICER:
        marks.append(OFFICER_COMMENT)
    if line.label:
        marks.append(line.label.rstrip(":"))
    return ", ".join(marks)


def is_comment(line: Line) -> bool:
    """Whether a line is somebody's own comment, which stands apart from what is sourced."""
    return line.voice is Voice.OFFICER or line.classification is Classification.PRIVATE


def marking(briefing: Briefing) -> str:
    """What the head of every page says: Draft or Final, and for whom."""
    return f"{DRAFT if briefing.draft else FINAL}. {CIRCULATIONS[briefing.circulation]}"


def left_out(briefing: Briefing) -> list[str]:
    """How many passages circulation kept out and under what heading, one sentence a heading; never what they say."""
    return [
        f"{count} {'passage has' if count == 1 else 'passages have'} been left out: {reason}."
        for reason, count in sorted(briefing.left_out.items())
        if count
    ]
