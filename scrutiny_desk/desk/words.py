"""Words the window uses: translation, the states and kinds in plain words, dates as the field writes them."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation, Classification, DocumentKind
from scrutiny_desk.domain.people import Appearance, Capacity, Who, post_in_words
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.services.people import WitnessPage

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def tr(text: str) -> str:
    """The text in the user's language; British English is the source."""
    return QCoreApplication.translate("Desk", text)


STATUS_WORDS = {
    QuestionStatus.ANSWERED: "Answered",
    QuestionStatus.PARTLY_ANSWERED: "Part answered",
    QuestionStatus.PROMISED: "Promised",
    QuestionStatus.ANSWERED_LATER: "Answered later",
    QuestionStatus.ANSWER_NOT_MINUTED: "Answer not minuted",
    QuestionStatus.NOT_ANSWERED: "Not answered",
}
STATUS_TONES = {
    QuestionStatus.ANSWERED: "good",
    QuestionStatus.PARTLY_ANSWERED: "late",
    QuestionStatus.PROMISED: "due",
    QuestionStatus.ANSWERED_LATER: "good",
    QuestionStatus.ANSWER_NOT_MINUTED: "quiet",
    QuestionStatus.NOT_ANSWERED: "late",
}
REVIEW_WORDS = {
    Review.SUGGESTED: "To review",
    Review.CONFIRMED: "Confirmed",
    Review.CORRECTED: "Corrected",
    Review.REJECTED: "Rejected",
    Review.ADDED: "Added by you",
}
STATE_WORDS = {State.OPEN: "Open", State.DONE: "Kept", State.OVERTAKEN: "Overtaken"}
STATE_TONES = {State.OPEN: "due", State.DONE: "good", State.OVERTAKEN: "quiet"}
DECISION_WORDS = {
    DecisionKind.RESOLVED: "Resolved",
    DecisionKind.RECOMMENDED: "Recommended",
    DecisionKind.AGREED: "Agreed",
    DecisionKind.NOTED: "Noted",
}
DOCUMENT_WORDS = {
    DocumentKind.MINUTES: "Minutes",
    DocumentKind.REPORT: "Report",
    DocumentKind.AGENDA: "Agenda",
    DocumentKind.QUESTIONS: "Question paper",
    DocumentKind.TRANSCRIPT: "Transcript",
    DocumentKind.CORRESPONDENCE: "Correspondence",
    DocumentKind.OTHER: "Other paper",
}
CLASS_WORDS = {
    Classification.PUBLIC: "Public",
    Classification.UNKNOWN: "Not classified",
    Classification.EXEMPT: "Exempt",
    Classification.CONFIDENTIAL: "Confidential",
    Classification.PRIVATE: "Private",
}
CLASS_TONES = {
    Classification.PUBLIC: "quiet",
    Classification.UNKNOWN: "due",
    Classification.EXEMPT: "late",
    Classification.CONFIDENTIAL: "late",
    Classification.PRIVATE: "late",
}
CAPACITY_WORDS = {
    Capacity.MEMBER: "Committee member",
    Capacity.OTHER_MEMBER: "Other councillor",
    Capacity.OFFICER: "Officer",
    Capacity.WITNESS: "Witness",
    Capacity.APOLOGIES: "Apologies",
    Capacity.AUTHOR: "Report author",
    Capacity.CABINET_SIGN_OFF: "Cabinet sign-off",
}
HELD_WORDS = {
    "person": "Names and posts",
    "note": "Your note",
    "passage": "Words of a paper",
    "asked_by": "Asked",
    "put_to": "Was asked",
    "answered_by": "Answered",
    "by": "Answered",
    "made_by": "Promised",
    "made_to": "Was promised",
    "owner": "Has the action",
    "passed_to": "Was given it",
    "held": "Held a post",
    "sent": "Was written to",
    **{str(capacity): name for capacity, name in CAPACITY_WORDS.items()},
}
"""What is held about a person, by the sort of thing."""
CIRCULATION_WORDS = {
    Circulation.PUBLIC: "the public",
    Circulation.MEMBERS: "members",
    Circulation.RESTRICTED: "restricted",
}
BRIEFING_WORDS = {
    BriefingKind.MEETING: "For a meeting",
    BriefingKind.WITNESS: "On a witness",
    BriefingKind.ISSUE: "On an issue",
    BriefingKind.OUTSTANDING: "Everything outstanding",
    BriefingKind.QUESTION_PLAN: "Question plan",
    BriefingKind.FOLLOW_UP: "Follow-up list for a witness",
    BriefingKind.LETTER: "Letter to chase a witness",
    BriefingKind.MATTERS_ARISING: "Matters arising at a meeting",
    BriefingKind.TRACKER: "Tracker",
    BriefingKind.FIGURES: "Figures and pictures",
}
FINDING_WORDS = {
    Kind.QUESTIONS: "Question",
    Kind.UNDERTAKINGS: "Undertaking",
    Kind.DECISIONS: "Decision",
    Kind.ACTIONS: "Action",
}
FINDING_ROLES = {
    Kind.QUESTIONS: "question",
    Kind.UNDERTAKINGS: "undertaking",
    Kind.DECISIONS: "decision",
    Kind.ACTIONS: "decision",
}


def day(iso: str | None, unknown: str = "date not known") -> str:
    """An ISO date as "12 June 2025"; other texts come back as they are, nothing as `unknown`."""
    if not iso:
        return tr(unknown)
    try:
        when = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{when.day} {tr(MONTHS[when.month - 1])} {when.year}"


def short_day(iso: str | None) -> str:
    """An ISO date as "12 Jun 2025", or nothing."""
    if not iso:
        return ""
    words = day(iso).split()
    return f"{words[0]} {words[1][:3]} {words[2]}" if len(words) == 3 else day(iso)


def document_name(
    kind: DocumentKind, committee: str | None, date: str | None, title: str | None, file_name: str
) -> str:
    """What a person would call a paper: "Overview Committee, 12 June 2025" for minutes, a report by its title."""
    of_meeting = kind in (DocumentKind.MINUTES, DocumentKind.AGENDA, DocumentKind.QUESTIONS, DocumentKind.TRANSCRIPT)
    if of_meeting and committee and date:
        return f"{committee}, {day(date)}"
    return title or file_name


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 question", "12 questions"."""
    return f"{number:,} {tr(one if number == 1 else many)}"


def names(people: tuple[Who, ...], unknown: str = "not named") -> str:
    """Several people in words: "Ann Lee and Bob Day"."""
    known = [who.words for who in people if who.words]
    if not known:
        return tr(unknown)
    return known[0] if len(known) == 1 else ", ".join(known[:-1]) + tr(" and ") + known[-1]


def who(person: Who | None, unknown: str = "not named") -> str:
    """One person in words."""
    return person.words if person and person.words else tr(unknown)


def page_words(page: int | None, printed: str | None, paragraph: int | None) -> str:
    """A place in a document: "page 4 (printed 61), paragraph 31"; parts not known are left out."""
    parts = []
    if page is not None:
        parts.append(
            f"{tr('page')} {page}" + (f" ({tr('printed')} {printed})" if printed and printed != str(page) else "")
        )
    if paragraph is not None:
        parts.append(f"{tr('paragraph')} {paragraph}")
    return ", ".join(parts)


def sureness(confidence: float) -> str:
    """How sure the program is, in a word and a figure."""
    word = "Sure" if confidence >= 0.85 else "Fairly sure" if confidence >= 0.6 else "Not sure"
    return f"{tr(word)} ({confidence:.2f})"


def appearance(seen: Appearance, page: WitnessPage) -> tuple[str, str]:
    """When and before which committee somebody appeared, or in which letter, and as what."""
    paper = page.papers.get(seen.document_id)
    wrote = paper and paper.kind is DocumentKind.CORRESPONDENCE and seen.capacity is Capacity.AUTHOR
    role = tr("Wrote it") if wrote else tr(CAPACITY_WORDS[seen.capacity])
    post = post_in_words(seen.post, seen.organisation)
    return _where(seen, page), f"{role} · {post}" if post else role


def _where(seen: Appearance, page: WitnessPage) -> str:
    meeting, paper = page.meetings.get(seen.meeting_id or 0), page.papers.get(seen.document_id)
    if meeting is not None or paper is None or paper.committee:
        committee = meeting.committee if meeting else paper.committee if paper else None
        when = meeting.date if meeting else paper.date if paper else None
        return f"{day(when)}, {committee or tr('committee not known')}"
    if paper.kind is DocumentKind.OTHER:
        return f"{day(paper.date)}, {paper.file_name}"
    letter = tr("E-mail") if paper.id in page.e_mails else tr("Letter")
    name = letter if paper.kind is DocumentKind.CORRESPONDENCE else tr(DOCUMENT_WORDS[paper.kind])
    return f"{name} {tr('of')} {day(paper.date)}" if paper.date else f"{name}, {day(None)}"
