"""One briefing of each kind, of an invented council, as the library would gather it."""

from dataclasses import replace

from scrutiny_desk.briefing import wording as w
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table, Voice
from scrutiny_desk.domain.charts import Bar, Chart
from scrutiny_desk.domain.documents import Circulation, Classification

COMMITTEE = "Children & Families Select Committee"
BODY = "Wexcombe County Council"


def cited(date="2025-06-12", number="38", page=4, printed=None, kind="minutes", name="Minutes.pdf"):
    """A source at one page of one meeting's papers."""
    return Citation(1, name, COMMITTEE, BODY, date, number, page, printed, None, kind)


JUNE, FEBRUARY = cited(printed="61"), cited("2026-02-10", "5", 2)
LETTER = Citation(3, "Letter of 2 December.txt", date="2025-12-02", paragraph=4, kind="correspondence")


def owed(*rows):
    """The table of outstanding questions."""
    columns = (w.QUESTION, w.ASKED_BY, w.ASKED_ON, w.WHAT_WAS_SAID, w.DUE, w.STATUS, w.SOURCE)
    return Table(columns, tuple(rows), caption=w.owed_caption(len(rows), "2025-06-12"), summary=w.OUTSTANDING)


def row(question, asker, day, said, due, status, source):
    """One outstanding question."""
    reply = Line(said, Voice.QUOTATION, (source,)) if said else Line(w.NO_REPLY_RECORDED, Voice.FIXED)
    asked = Line(question, Voice.QUOTATION, (source,))
    return (asked, Line(asker), Line(day), reply, Line(due), Line(status), Line(""))


MOVED = row(
    "Was it known how many families had moved, and what had become of the rest?",
    "Councillor O'Connor",
    "12 June 2025",
    "Ms Okafor had no numbers to hand and would write to the member.",
    "26 June 2025",
    "Answer promised",
    JUNE,
)
SAVING = row(
    "if the savings target of £310,000 would be met", "A Member", "10 February 2026", "", "", "Not answered", FEBRUARY
)
SOURCES = Section(w.SOURCES, (Line("Minutes.pdf"), Line("Letter of 2 December.txt")))


def exchange(question, asker, answer, witness, source, status):
    """A question, its state and its answer in one paragraph, as the minutes have them."""
    reply = Line(answer, Voice.QUOTATION, (source,), label=f"{w.ANSWER} ({witness})")
    asked = f"{w.QUESTION} ({asker}), {status.lower()}"
    return (Line(question, Voice.QUOTATION, (source,), label=asked, then=(reply,)),)


def told(cells):
    """The same question as a paragraph, as a note that is read through has it."""
    question, asker, _, reply, due, status, _ = cells
    said = replace(reply, label=w.WHAT_WAS_SAID, citations=question.citations)
    stands = Line(w.sentence(f"{w.DUE.lower()} {due.text}" if due.text else w.NO_DATE_SET), label=status.text)
    put = replace(question, label=f"{w.QUESTION} ({asker.text})")
    return replace(put, then=(said, replace(stands, citations=question.citations)))


ASKED = exchange(
    "asked what “A & B” had cost", "Siân Yorath", "it had cost £4.2 million", "Maria Okafor", JUNE, "Answered"
)
MEETING = Briefing(
    BriefingKind.MEETING,
    f"Scrutiny briefing note: {COMMITTEE}, 14 April 2026",
    Circulation.MEMBERS,
    ((w.BODY, BODY), (w.COMMITTEE, COMMITTEE), (w.COMMITTEE_DATE, "14 April 2026")),
    (
        Section(w.PURPOSE, (Line(w.PURPOSE_BEFORE, Voice.FIXED), Line(w.HOW_TO_READ, Voice.FIXED))),
        Section(w.KEY_POINTS, (Line(w.owed_point(2, "2025-06-12"), citations=(JUNE,), see=w.OUTSTANDING_BY_WITNESS),)),
        Section(
            w.OUTSTANDING_BY_WITNESS,
            sections=(
                Section("Maria Okafor, Director of Early Help", (told(MOVED),)),
                Section("", (Line("1 further question is outstanding.", Voice.FIXED, see=w.APPENDIX),)),
            ),
        ),
        Section(
            w.WITNESSES,
            table=Table(
                (w.NAME, w.POST_AND_ORGANISATION),
                ((Line("Maria Okafor"), Line("Director of Early Help")),),
                caption=w.AS_NAMED,
            ),
        ),
        Section(w.QUESTIONS, sections=(Section("5 Early help", ASKED),)),
        Section(w.DECISIONS, (Line("That the report be noted.", Voice.QUOTATION, (FEBRUARY,), label="Resolved"),)),
        Section(
            w.NOTES, (Line("Ask about rent.", Voice.OFFICER, classification=Classification.PRIVATE),), numbered=False
        ),
        SOURCES,
        Section(
            w.APPENDIX,
            sections=(Section(w.OUTSTANDING_BY_WITNESS, sections=(Section("Maria Okafor", (told(SAVING),)),)),),
            new_page=True,
        ),
    ),
    {"exempt": 2},
    "2026-04-02",
)
WITNESS = Briefing(
    BriefingKind.WITNESS,
    "Witness briefing: Maria Okafor",
    Circulation.PUBLIC,
    ((w.WITNESS, "Maria Okafor"), (w.POST, "Director of Early Help")),
    (
        Section(w.OUTSTANDING, sections=(Section("Item 38: Early help", (told(MOVED),)),)),
        Section(w.QUESTIONS_ANSWERED, ASKED, key=w.EVERYTHING_ASKED),
        SOURCES,
    ),
    made_on="2026-04-02",
    draft=False,
)
ISSUE = Briefing(
    BriefingKind.ISSUE,
    "Issue briefing: Swimming lessons",
    Circulation.RESTRICTED,
    ((w.ISSUE, "Swimming lessons"),),
    (
        Section(w.HEARD_BEFORE, (Line("There were 486 children waiting.", Voice.QUOTATION, (LETTER,)),)),
        Section(
            w.PASSAGES,
            (
                Line("The Trust had offered £640,000 a year.", Voice.QUOTATION, (JUNE,), Classification.EXEMPT),
                Line("Mae'r ganolfan ar gau.", Voice.QUOTATION, (FEBRUARY,), language="cy-GB"),
                Line("The two figures differ.", Voice.OFFICER),
            ),
        ),
    ),
    made_on="2026-04-02",
)
OUTSTANDING = Briefing(
    BriefingKind.OUTSTANDING,
    "Outstanding questions",
    Circulation.PUBLIC,
    (),
    (Section(w.OUTSTANDING_BY_WITNESS, sections=(Section("Maria Okafor", table=owed(MOVED, SAVING)),)),),
    made_on="2026-04-02",
)
PLAN = Briefing(
    BriefingKind.QUESTION_PLAN,
    "Question plan",
    Circulation.MEMBERS,
    ((w.COMMITTEE, COMMITTEE),),
    (
        Section(
            w.LINES_OF_ENQUIRY,
            sections=(
                Section(
                    "Maria Okafor",
                    (
                        Line(w.LEAD_MEMBER, Voice.FIXED, then=(Line(w.MINUTES, Voice.FIXED),)),
                        Line(MOVED[0].text, Voice.QUOTATION, (JUNE,), label=w.QUESTION),
                        Line(MOVED[3].text, Voice.QUOTATION, (JUNE,), label=w.WHAT_WAS_SAID),
                        Line("Answer promised", label=w.STATUS),
                        Line(w.SPACE_TO_WRITE, Voice.FIXED),
                    ),
                ),
            ),
        ),
        SOURCES,
    ),
    made_on="2026-04-02",
)
FOLLOW_UP = Briefing(
    BriefingKind.FOLLOW_UP,
    "Questions awaiting an answer: Maria Okafor",
    Circulation.MEMBERS,
    ((w.WITNESS, "Maria Okafor"),),
    (
        Section("", (Line(w.FOLLOW_UP_ASKS, Voice.FIXED),), numbered=False, key=w.REQUEST_FOR_ANSWERS),
        Section(w.OUTSTANDING, (told(MOVED), told(SAVING))),
    ),
    made_on="2026-04-02",
)
LETTER_TO = Briefing(
    BriefingKind.LETTER,
    w.TITLES[BriefingKind.LETTER],
    Circulation.MEMBERS,
    ((w.TO, "Maria Okafor"), (w.POST, "Director of Early Help")),
    (
        Section(
            "",
            (Line(f"{w.DEAR} Maria Okafor", Voice.FIXED), Line(w.LETTER_ASKS, Voice.FIXED)),
            numbered=False,
            key=w.REQUEST_FOR_ANSWERS,
        ),
        Section(w.QUESTIONS, (told(MOVED),), key=w.OUTSTANDING),
        Section(
            "",
            (Line(w.LETTER_ENDS, Voice.FIXED), Line(w.YOURS, Voice.FIXED)),
            numbered=False,
            key=w.YOUR_REPLY,
        ),
    ),
    made_on="2026-04-02",
)


def followed(request, owner, due, status, source):
    """A row of what is followed up."""
    return (
        Line(request, Voice.QUOTATION, (source,)),
        Line(w.day(source.date)),
        Line(owner),
        Line(due),
        Line(status),
        Line(""),
    )


FOLLOWED = Table(
    (w.ACTION, w.DATE, w.OWNER, w.DUE, w.STATUS, w.SOURCE),
    (
        followed("Officers to invite the Police & the Trust.", "Rosa Penhale", w.NO_DATE_SET, "Done", JUNE),
        followed("would send the result to members", "Maria Okafor", "31 March 2026", "Open", FEBRUARY),
    ),
    caption=w.count(2, "action", "actions"),
    summary=w.ACTIONS,
)
MATTERS = Briefing(
    BriefingKind.MATTERS_ARISING,
    f"Matters arising: {COMMITTEE}, 10 February 2026",
    Circulation.PUBLIC,
    ((w.COMMITTEE, COMMITTEE),),
    (Section(w.ACTIONS_DONE, table=FOLLOWED),),
    made_on="2026-04-02",
)
TRACKER = Briefing(
    BriefingKind.TRACKER,
    "Tracker",
    Circulation.PUBLIC,
    (),
    (Section(w.UNDERTAKINGS, table=FOLLOWED),),
    made_on="2026-04-02",
)
FIGURES = Briefing(
    BriefingKind.FIGURES,
    "Figures",
    Circulation.PUBLIC,
    (),
    (
        Section(
            "Questions outstanding by witness",
            (Line("What nobody is named for is not counted."),),
            numbered=False,
            chart=Chart(
                "owed",
                "Questions outstanding by witness",
                ("Questions",),
                (Bar("Maria Okafor", (3,)), Bar("A & B", (1,))),
            ),
        ),
    ),
    made_on="2026-04-02",
)
ALL = (MEETING, WITNESS, ISSUE, OUTSTANDING, PLAN, FOLLOW_UP, LETTER_TO, MATTERS, TRACKER, FIGURES)
