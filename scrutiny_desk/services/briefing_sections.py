"""The sections of briefings: tables of what is owed, what was asked and answered, who was there, and the sources."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scrutiny_desk.briefing import citing, marks, wording
from scrutiny_desk.domain.briefing import Line, Section, Table, Voice
from scrutiny_desk.domain.documents import Classification, Document, DocumentKind
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.people import Appearance, Capacity, Person, post_in_words
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.services.briefing_facts import Facts, names
from scrutiny_desk.services.briefing_people import class_of
from scrutiny_desk.services.letters import is_e_mail
from scrutiny_desk.store import notes

_OWED = (
    wording.QUESTION,
    wording.ASKED_BY,
    wording.ASKED_ON,
    wording.WHAT_WAS_SAID,
    wording.DUE,
    wording.STATUS,
    wording.SOURCE,
)
_PROMISED = (wording.UNDERTAKING, wording.MADE_BY, wording.MADE_TO, wording.DUE, wording.STATUS, wording.SOURCE)


def fixed(words: str) -> Line:
    """A line of our own fixed wording."""
    return Line(words, Voice.FIXED)


def owed_table(facts: Facts, questions: Sequence[Question]) -> Table:
    """Outstanding questions, a row each."""
    rows = []
    for question in questions:
        asker = question.asked_by.words if question.asked_by else ""
        rows.append(
            (
                facts.words(question),
                Line(asker or wording.ASKER_NOT_RECORDED),
                Line(wording.day(facts.day(question))),
                _said(facts, question),
                Line(wording.due(facts.due(question), facts.today)),
                Line(wording.QUESTION_STATUSES[question.status]),
                Line(""),
            )
        )
    caption = wording.owed_caption(len(rows), oldest(facts, questions))
    return Table(_OWED, tuple(rows), caption=caption, summary=wording.OUTSTANDING)


def oldest(facts: Facts, questions: Iterable[Question]) -> str | None:
    """The day (ISO) of the oldest of these; None where any has no known day, since that may be older."""
    days = [facts.day(question) for question in questions]
    return min(filter(None, days)) if days and all(days) else None


def owed_point(facts: Facts, questions: Sequence[Question]) -> Line:
    """How many questions are outstanding and since when, with the source of the oldest and where they are told."""
    since = oldest(facts, questions)
    cited = facts.citations(next(q for q in questions if facts.day(q) == since)) if since else ()
    return Line(wording.owed_point(len(questions), since), citations=cited, see=wording.OUTSTANDING_BY_WITNESS)


def overdue(facts: Facts, row: Question | Undertaking) -> bool:
    """Whether the day set for it has passed."""
    due = facts.due(row) if isinstance(row, Question) else row.due
    return bool(due and facts.today and due[:10] < facts.today)


def _said(facts: Facts, question: Question) -> Line:
    replies = facts.replies(question)
    if not replies:
        return Line(wording.NO_REPLY_RECORDED, Voice.FIXED)
    citations = tuple(dict.fromkeys(citation for reply in replies for citation in reply.citations))
    shown = [Line(opening(reply.text, room(len(replies))), reply.voice) for reply in replies]
    if len(shown) == 1:
        return Line(shown[0].text, shown[0].voice, citations)
    return Line(" ".join(marks.spoken(reply) for reply in shown), Voice.FACT, citations)


def room(replies: int) -> int:
    """The letters each of several replies to one question has in a table."""
    return max(400 // max(replies, 1), 180)


def opening(text: str, most: int = 400) -> str:
    """A long reply cut where a sentence or a word ends, with the mark of words left out; a table is no place for
    pages of reply, and the whole of it stands where everything asked does."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    cut = plain[:most]
    stop = cut.rfind(". ")
    return f"{cut[: stop + 1] if stop > most // 2 else cut.rsplit(' ', 1)[0]} […]"


def promised_table(facts: Facts, undertakings: Sequence[Undertaking]) -> Table:
    """Undertakings, a row each."""
    rows = [
        (
            facts.words(row),
            Line(names(row.made_by) or wording.NOT_RECORDED),
            Line((row.made_to.words if row.made_to else "") or wording.NOT_RECORDED),
            Line(wording.due(row.due, facts.today)),
            Line(wording.STATES[row.state]),
            Line(""),
        )
        for row in undertakings
    ]
    caption = wording.promised_caption(len(rows), sum(overdue(facts, row) for row in undertakings))
    return Table(_PROMISED, tuple(rows), caption=caption, summary=wording.UNDERTAKINGS)


def owed(facts: Facts, questions: Sequence[Question], heading: str = wording.OUTSTANDING) -> Section:
    """The outstanding questions of one witness, or of one subject, in a table."""
    if not questions:
        return Section(heading, (fixed(wording.NONE_OUTSTANDING),))
    return Section(heading, table=owed_table(facts, questions))


def owed_by_witness(facts: Facts, questions: Sequence[Question]) -> Section:
    """The outstanding questions under the name of whoever owes the reply; whoever has owed longest comes first."""
    if not questions:
        return Section(wording.OUTSTANDING_BY_WITNESS, (fixed(wording.NONE_OUTSTANDING),))
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(person_words(facts.witness(question)), []).append(question)
    inner = tuple(Section(name, table=owed_table(facts, held)) for name, held in groups.items())
    return Section(wording.OUTSTANDING_BY_WITNESS, sections=inner)


def promised(facts: Facts, undertakings: Sequence[Undertaking], told: Sequence[Question] = ()) -> Section | None:
    """Undertakings not yet kept, without those that the replies to the questions already told have word for word;
    None where these are all there are."""
    others = untold(undertakings, told)
    if not undertakings:
        return Section(wording.OPEN_UNDERTAKINGS, (fixed(wording.NONE_OPEN),))
    if not others:
        return None
    lines = (fixed(wording.TOLD_ABOVE),) if len(others) < len(undertakings) else ()
    return Section(wording.OPEN_UNDERTAKINGS, lines, promised_table(facts, others))


def untold(undertakings: Sequence[Undertaking], told: Sequence[Question]) -> list[Undertaking]:
    """Those that no reply to these questions has word for word, as far as replies are told in a note."""
    replies = {q.id: " ".join(opening(answer.text, room(len(q.answers))) for answer in q.answers) for q in told}
    return [u for u in undertakings if " ".join(u.text.split()) not in replies.get(u.question_id or 0, "")]


def person_words(person: Person | str) -> str:
    """A person with post and organisation, as far as these are known."""
    if isinstance(person, str):
        return person
    organisation = "" if person.organisation and person.organisation in (person.post or "") else person.organisation
    return ", ".join(filter(None, (person.name, person.post, organisation)))


TOGETHER = 700
"""Letters up to which a question and its answers make one paragraph where replies are told whole."""


def exchanges(facts: Facts, questions: Iterable[Question], *, whole: bool = True) -> tuple[Line, ...]:
    """Each question, where it stands, and each reply in turn, in the record's words; long replies cut unless
    `whole`. Short ones, and those that are cut, make one paragraph with their question."""
    lines: list[Line] = []
    for question in questions:
        asked = facts.words(question)
        asker = (question.asked_by.words if question.asked_by else "") or wording.ASKER_NOT_RECORDED
        label = f"{wording.QUESTION} ({asker}), {wording.QUESTION_STATUSES[question.status].lower()}"
        put = replace(asked, label=label)
        replies = [
            Line(
                reply.text if whole else opening(reply.text, room(len(question.answers))),
                reply.voice,
                reply.citations,
                asked.classification,
                f"{wording.ANSWER} ({reply.label})" if reply.label else wording.ANSWER,
            )
            for reply in facts.replies(question)
        ]
        if not whole or sum(len(each.text) for each in (put, *replies)) <= TOGETHER:
            lines.append(replace(put, then=tuple(replies)))
        else:
            lines += [put, *replies]
    return tuple(lines)


def asked(
    facts: Facts, questions: Sequence[Question], heading: str, *, whole: bool = True, at: Meeting | None = None
) -> Section | None:
    """Everything asked, under the heading of each item; None where nothing was. Items of the meeting it is `at` are
    named without committee and day, those of the same committee without the committee."""
    if not questions:
        return None
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(item_words(facts, question, at), []).append(question)
    if len(groups) == 1 and "" in groups:
        return Section(heading, exchanges(facts, questions, whole=whole))
    inner = tuple(
        Section(title or wording.OTHER_BUSINESS, exchanges(facts, held, whole=whole)) for title, held in groups.items()
    )
    return Section(heading, sections=inner)


def item_words(facts: Facts, question: Question, at: Meeting | None = None) -> str:
    """The item a question was asked under, with committee and day as far as these are not those of the meeting it is
    `at`."""
    item = facts.item(question.item_id)
    meeting = facts.meeting_of(question)
    named = wording.numbered_item(item.number, item.title) if item else ""
    if meeting is None or (at is not None and meeting.id == at.id):
        return named
    same = at is not None and (meeting.committee or "").casefold() == (at.committee or "").casefold()
    parts = [named, meeting.committee if not same else "", wording.day(meeting.date) if meeting.date else ""]
    return ", ".join(filter(None, parts))


def decisions(facts: Facts, rows: Sequence[Decision], heading: str) -> Section | None:
    """Decisions in the record's words; None where there is none."""
    lines = []
    for row in rows:
        line = facts.words(row)
        lines.append(Line(line.text, line.voice, line.citations, line.classification, wording.DECISION_KINDS[row.kind]))
    return Section(heading, tuple(lines)) if lines else None


def actions(facts: Facts, rows: Sequence[Action]) -> Section | None:
    """Actions with their owners; None where there is none."""
    lines = []
    for row in rows:
        line = facts.words(row)
        lines.append(Line(line.text, line.voice, line.citations, line.classification, names(row.owners)))
    return Section(wording.ACTIONS, tuple(lines)) if lines else None


def attending(facts: Facts, appearances: Sequence[Appearance]) -> Section | None:
    """Those who are or were there to answer, with post and organisation as the paper has them."""
    rows = []
    for appearance in there(facts, appearances):
        person = facts.person(appearance.person_id)
        rows.append((Line(person.name), Line(_post(appearance))))
    if not rows:
        return None
    columns = (wording.NAME, wording.POST_AND_ORGANISATION)
    table = Table(columns, tuple(rows), caption=wording.AS_NAMED, summary=wording.WITNESSES)
    return Section(wording.WITNESSES, table=table)


def there(facts: Facts, appearances: Sequence[Appearance]) -> list[Appearance]:
    """Of these appearances the first of each witness and officer that may be seen."""
    found: dict[int, Appearance] = {}
    for appearance in appearances:
        if appearance.capacity not in (Capacity.WITNESS, Capacity.OFFICER) or appearance.person_id in found:
            continue
        if facts.admits("appearance", appearance.person_id, class_of(facts.db, appearance)):
            found[appearance.person_id] = appearance
    return list(found.values())


def _post(appearance: Appearance) -> str:
    return post_in_words(appearance.post, appearance.organisation) or wording.NOT_RECORDED


def _paper(facts: Facts, document: Document) -> str:
    """What a paper is called that is of no committee: "Letter of 3 May 2026"; its file's name where that says more."""
    if document.kind is DocumentKind.OTHER:
        return document.file_name
    letter = wording.E_MAIL if is_e_mail(facts.db, document) else wording.LETTER
    name = letter if document.kind is DocumentKind.CORRESPONDENCE else wording.PAPERS[document.kind]
    return wording.OF_DAY.format(paper=name, day=wording.day(document.date)) if document.date else name


def appearances(facts: Facts, held: Sequence[Appearance]) -> Section | None:
    """Where a person has appeared, oldest first; the papers are among the sources."""
    rows = []
    apart = False
    seen: set[tuple[object, ...]] = set()
    for appearance in held:
        document = facts.document(appearance.document_id)
        if not facts.admits("document", document.id, class_of(facts.db, appearance)):
            continue
        meeting = facts.meeting(appearance.meeting_id)
        committee = (meeting.committee if meeting else None) or document.committee
        apart = apart or not committee
        key = (appearance.meeting_id, _post(appearance))
        if appearance.meeting_id is not None and key in seen:
            continue
        seen.add(key)
        day = (meeting.date if meeting else None) or document.date
        where = Line(committee or _paper(facts, document))
        rows.append((day, (Line(wording.day(day)), where, Line(_post(appearance)))))
        facts.name(document)
    if not rows:
        return None
    before = wording.COMMITTEE_OR_PAPER if apart else wording.COMMITTEE
    columns = (wording.DATE, before, wording.POST_AND_ORGANISATION)
    ordered = tuple(cells for _, cells in sorted(rows, key=lambda row: (row[0] is None, row[0] or "")))
    table = Table(columns, ordered, caption=wording.AS_NAMED, summary=wording.APPEARANCES)
    return Section(wording.APPEARANCES, table=table)


def private_notes(facts: Facts, about: Iterable[tuple[str, int]]) -> Section | None:
    """The user's own notes on these things (column of the note and id); None where there are none."""
    found = {note.id: note for column, row_id in about for note in notes.about(facts.db, **{column: row_id})}
    lines = tuple(
        Line(" ".join(note.text.split()), Voice.OFFICER, classification=Classification.PRIVATE)
        for note in sorted(found.values(), key=lambda note: (note.made_at, note.id))
    )
    return Section(wording.NOTES, lines, numbered=False) if lines else None


def sources(facts: Facts) -> Section | None:
    """Every document cited, once; None where none is."""
    lines = tuple(Line(citing.entry(cited)) for cited in facts.cited)
    return Section(wording.SOURCES, lines) if lines else None


def to_lead() -> Line:
    """Where the sheet has room to write who leads a theme and for how long; the program names nobody."""
    return replace(fixed(wording.LEAD_MEMBER), then=(fixed(wording.MINUTES),))


def lines_of_enquiry(facts: Facts, questions: Sequence[Question]) -> Section:
    """What to ask again: each question still owed, what was said of it, and room to write; nobody is assigned it."""
    if not questions:
        return Section(wording.LINES_OF_ENQUIRY, (fixed(wording.NONE_OUTSTANDING),))
    inner = []
    for question in questions:
        words = facts.words(question)
        lines = [Line(words.text, words.voice, words.citations, words.classification, wording.QUESTION)]
        lines += [
            Line(reply.text, reply.voice, reply.citations, words.classification, wording.WHAT_WAS_SAID)
            for reply in facts.replies(question)
        ]
        lines.append(Line(wording.QUESTION_STATUSES[question.status], label=wording.STATUS))
        lines.append(fixed(wording.SPACE_TO_WRITE))
        inner.append((person_words(facts.witness(question)), tuple(lines)))
    grouped: dict[str, list[Line]] = {}
    for name, lines in inner:
        grouped.setdefault(name, []).extend(lines)
    sections = tuple(Section(name, (to_lead(), *lines)) for name, lines in grouped.items())
    return Section(wording.LINES_OF_ENQUIRY, sections=sections)
