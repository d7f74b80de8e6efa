"""The facts a briefing is made of, each with its sources, and the rule of who may see them.

Circulation is an allow-list: what is not of a class that it may hold is counted and left out, whatever else it is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Citation, Line, Voice
from scrutiny_desk.domain.documents import MAY_HOLD, Circulation, Classification, Document, strictest
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.domain.notings import Noting
from scrutiny_desk.domain.people import Person, Who, name_parts
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.registers import Owner
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.undertakings import Action, Decision, State, Undertaking
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import keeping
from scrutiny_desk.services.briefing_people import as_known_to, post_as_known_to, renamed
from scrutiny_desk.services.briefing_places import item_as_known_to, meeting_as_known_to
from scrutiny_desk.store import (
    Database,
    charges,
    documents,
    meetings,
    notings,
    people,
    questions,
    responses,
    restrictions,
    sources,
    undertakings,
)
from scrutiny_desk.store.queries import ROWS

Statement = Question | Undertaking | Decision | Action


class Facts:
    """What the library holds, as one circulation may see it; `left_out` counts what it may not, by its class."""

    def __init__(self, db: Database, circulation: Circulation, today: str = "") -> None:
        self.db = db
        self.circulation = circulation
        self.today = today
        self._may_hold = MAY_HOLD[circulation]
        self._out: dict[tuple[str, int], str] = {}
        self._documents: dict[int, Document] = {}
        self._meetings: dict[int, Meeting] = {}
        self._items: dict[int, Item] = {}
        self._people: dict[int, Person] = {}
        self._closed = restrictions.holds_any_but(db, self._may_hold)
        self._cited: dict[int, Citation] = {}
        self._named: dict[int, Citation] = {}
        self._scanned: dict[int, frozenset[int]] = {}

    @property
    def left_out(self) -> dict[str, int]:
        """How many things were left out, by the words for why: their class, and the paragraph of the law."""
        return dict(sorted(Counter(self._out.values()).items()))

    @property
    def cited(self) -> list[Citation]:
        """Every document cited so far, once, as a whole; the oldest first.

        Of those only named, such as are of a meeting of which another is cited are left out: one leads to the meeting.
        """
        met = {self.document(document_id).meeting_id for document_id in self._cited} - {None}
        named = {key: one for key, one in self._named.items() if self.document(key).meeting_id not in met}
        every = {**named, **self._cited}.values()
        return sorted(every, key=lambda c: (c.date is None, c.date or "", c.document_id))

    def name(self, document: Document) -> None:
        """Have a document among the sources that is named as a whole, with no passage of it."""
        self._named.setdefault(document.id, self._whole(document))

    def admits(self, kind: str, row_id: int, classification: Classification, passages: Iterable[Source] = ()) -> bool:
        """Whether this circulation may hold a thing of this class; one that it may not is counted once, with the
        paragraph its passages are held back under."""
        if classification in self._may_hold:
            return True
        under = {
            paragraph
            for source in passages
            for paragraph in restrictions.paragraphs_of(self.db, source.document_id, _blocks(source))
        }
        self._out[kind, row_id] = wording.held_back(classification, under)
        return False

    def standing(self, rows: Iterable[Statement]) -> list[Statement]:
        """Those of the statements that nobody has rejected and that may be seen."""
        found = [
            row
            for row in rows
            if row.review is not Review.REJECTED
            and (row.sources or self.noted(row))
            and self.admits(type(row).__name__, row.id, self.classification(row), self._passages(row))
        ]
        return [renamed(row, self.name_of) for row in found] if self._closed else found

    def classification(self, row: Statement) -> Classification:
        """The strictest class of the row itself, of every passage it rests on, and of every answer or reply."""
        if isinstance(row, Question):
            own = row.classification
        else:
            own = undertakings.extras(self.db, type(row).__name__.lower(), row.id)["classification"]
        return strictest(own, *(self.of_passage(source) for source in self._passages(row)))

    def _passages(self, row: Statement) -> list[Source]:
        """Every passage a statement rests on, those of its answers and of the executive's reply too."""
        if isinstance(row, Decision):
            return [*row.sources, *responses.get(self.db, row.id).sources]
        answers = row.answers if isinstance(row, Question) else ()
        return [*row.sources, *(answer.source for answer in answers if answer.source.document_id)]

    def of_passage(self, source: Source) -> Classification:
        """The class of the blocks a passage stands in."""
        return restrictions.classification_of(self.db, source.document_id, _blocks(source))

    def passage(self, kind: str, row_id: int, source: Source) -> Line | None:
        """A passage as a line of its own words; None where it may not be seen."""
        held = self.of_passage(source)
        if not self.admits(kind, row_id, held, (source,)):
            return None
        return Line(source.quote, Voice.QUOTATION, (self.citation(source, None),), held)

    def document(self, document_id: int) -> Document:
        """A document of the library, looked up once."""
        if document_id not in self._documents:
            self._documents[document_id] = documents.get(self.db, document_id)
        return self._documents[document_id]

    def person(self, person_id: int) -> Person:
        """A person as this circulation may know them, looked up once."""
        if person_id not in self._people:
            all_open = not self._closed
            found = people.get(self.db, person_id) if all_open else as_known_to(self.db, person_id, self._may_hold)
            self._people[person_id] = found if found.name else replace(found, name=wording.NAME_HELD_BACK)
        return self._people[person_id]

    def name_of(self, person_id: int) -> str | None:
        """The name of a person; None where this circulation may not know it."""
        name = self.person(person_id).name
        return None if name == wording.NAME_HELD_BACK else name

    def theme(self, words: str) -> str:
        """The heading of a part of a plan: a person's name there is one that this circulation may know."""
        held = people.with_surname(self.db, name_parts(words.split(",")[0]).surname) if self._closed else ()
        named = [person for person in held if words.split(",")[0] in (person.name, *person.aliases)]
        return ", ".join(dict.fromkeys(self.person(each.id).name for each in named)) or words

    def passed_to(self, kind: str, row_id: int) -> Person | str | None:
        """To whom a "question", "undertaking" or "action" was passed on: a person, or a post nobody is known to hold;
        None where it was not."""
        passed = charges.latest(self.db, kind, [row_id]).get(row_id)
        if passed is None or passed.person_id is not None:
            return None if passed is None or passed.person_id is None else self.person(passed.person_id)
        if not self._closed:
            return passed.words
        told = (post_as_known_to(self.db, words, self._may_hold) for words in (passed.post, passed.organisation))
        return ", ".join(filter(None, told)) or wording.POST_HELD_BACK

    def owner(self, owner: Owner) -> Owner:
        """Whoever owes something, as this circulation may know them."""
        if not self._closed:
            return owner
        if owner.person_id is None:
            held = (post_as_known_to(self.db, words, self._may_hold) for words in (owner.post, owner.organisation))
            post, organisation = (words or "" for words in held)
            return replace(owner, post=post, organisation=organisation)
        person = self.person(owner.person_id)
        return replace(owner, name=person.name, post=person.post or "", organisation=person.organisation or "")

    def meeting(self, meeting_id: int | None) -> Meeting | None:
        """A meeting as this circulation may know it, looked up once."""
        if meeting_id is None:
            return None
        if meeting_id not in self._meetings:
            db, may_hold = self.db, self._may_hold
            found = meeting_as_known_to(db, meeting_id, may_hold) if self._closed else meetings.get(db, meeting_id)
            self._meetings[meeting_id] = found
        return self._meetings[meeting_id]

    def item(self, item_id: int | None) -> Item | None:
        """An item of business as this circulation may know it, looked up once."""
        if item_id is None:
            return None
        if item_id not in self._items:
            db, may_hold = self.db, self._may_hold
            found = item_as_known_to(db, item_id, may_hold) if self._closed else meetings.item(db, item_id)
            self._items[item_id] = found
        return self._items[item_id]

    def meeting_of(self, row: Statement) -> Meeting | None:
        """The meeting a statement was made at: that of its item or paper, else the one it was entered under."""
        first = row.sources[0].document_id if row.sources else None
        found = questions.meeting_of(self.db, row.item_id, first)
        if found is None:
            found = undertakings.extras(self.db, type(row).__name__.lower(), row.id).get("meeting_id")
        return self.meeting(found)

    def day(self, row: Statement) -> str | None:
        """The day (ISO) of that meeting."""
        meeting = self.meeting_of(row)
        return meeting.date if meeting else None

    def oldest_first(self, rows: Iterable[Statement]) -> list[Statement]:
        """The statements by the day of their meeting; those of no known day last."""
        return sorted(rows, key=lambda row: (self.day(row) is None, self.day(row) or "", row.id))

    def citation(self, source: Source, item_id: int | None) -> Citation:
        """A source as it is cited."""
        document = self.document(source.document_id)
        item = self.item(item_id)
        whole = self._whole(document)
        self._cited.setdefault(document.id, whole)
        return Citation(
            document_id=whole.document_id,
            file_name=whole.file_name,
            committee=whole.committee,
            body=whole.body,
            date=whole.date,
            item_number=item.number if item and document.id in item.document_ids else None,
            page=source.page,
            printed_page=source.printed_page,
            paragraph=source.paragraph,
            kind=whole.kind,
            read_by_ocr=source.page in self._pages_read(document),
        )

    def _pages_read(self, document: Document) -> frozenset[int]:
        """The pages of a document whose words were read from a picture; those of a paper are its pack's."""
        if document.id not in self._scanned:
            pack = documents.extras(self.db, document.id)["arrived_in"]
            files = (document, documents.get(self.db, pack)) if pack is not None else (document,)
            read = (keeping.scanned_pages(self.db, file.sha256) for file in files)
            self._scanned[document.id] = frozenset().union(*read)
        return self._scanned[document.id]

    def citations(self, row: Statement) -> tuple[Citation, ...]:
        """The sources of a statement, cited; of several copies of one meeting's paper, the one that is best cited. What
        rests on no passage but was noted at a meeting is cited by that meeting and the time."""
        if not row.sources:
            return tuple(self._cited_live(noting) for noting in self.noted(row))
        return self._best_cited(row.text, row.sources, row.item_id)

    def noted(self, row: Statement) -> list[Noting]:
        """What was noted live of a statement."""
        kind = type(row).__name__.lower()
        return notings.of(self.db, kind, row.id) if kind in notings.KINDS else []

    def _cited_live(self, noting: Noting) -> Citation:
        meeting = self.meeting(noting.meeting_id)
        committee, body = (meeting.committee, meeting.body) if meeting else (None, None)
        return Citation(0, "", committee=committee, body=body, date=noting.day, noted_at=noting.time)

    def _whole(self, document: Document) -> Citation:
        meeting = self.meeting(document.meeting_id)
        return Citation(
            document_id=document.id,
            file_name=document.file_name,
            committee=(meeting.committee if meeting else None) or document.committee,
            body=(meeting.body if meeting else None) or document.body,
            date=(meeting.date if meeting else None) or document.date,
            kind=str(document.kind),
        )

    def _best_cited(self, text: str, passages: Sequence[Source], item_id: int | None) -> tuple[Citation, ...]:
        """Of each meeting one paper: that has the very words, then that has pages, then that came first."""
        by_meeting: dict[tuple[str, int], list[Source]] = {}
        for source in passages:
            meeting_id = self.document(source.document_id).meeting_id
            key = ("document", source.document_id) if meeting_id is None else ("meeting", meeting_id)
            by_meeting.setdefault(key, []).append(source)
        cited = []
        for held in by_meeting.values():
            best = min(held, key=lambda s: (_voice(text, (s,)) is not Voice.QUOTATION, s.page is None, s.document_id))
            cited += [self.citation(s, item_id) for s in held if s.document_id == best.document_id]
        return tuple(dict.fromkeys(cited))

    def words(self, row: Statement) -> Line:
        """A statement in its own words: a quotation where a source has them exactly, else the register's."""
        return Line(row.text, _voice(row.text, row.sources), self.citations(row), self.classification(row))

    def replies(self, question: Question) -> list[Line]:
        """What was said in answer, each reply with its source."""
        ids = questions.answer_ids(self.db, question.id)
        passages = sources.load(self.db, "answer", ids)
        return [
            Line(
                answer.text,
                _voice(answer.text, passages.get(answer_id, ())),
                self._best_cited(answer.text, passages.get(answer_id, ()), question.item_id),
                label=names(answer.by),
            )
            for answer_id, answer in zip(ids, question.answers, strict=True)
        ]

    def owed(self, committee: str | None = None) -> list[Question]:
        """Every question still outstanding, of one committee or of all, oldest first."""
        view = View(outstanding=True, committee=committee, order="date")
        ids = ROWS["questions"](lambda: nullcontext(self.db)).ids(view)
        held = {question.id: question for question in questions.load(self.db, ids)}
        return self.standing(held[each] for each in ids)  # type: ignore[return-value]

    def promised(self, committee: str | None = None) -> list[Undertaking]:
        """Every undertaking still open, of one committee or of all, oldest first."""
        held = self.standing(u for u in undertakings.everything(self.db) if u.state is State.OPEN)
        return self.oldest_first(u for u in held if self._of_committee(u, committee))

    def due(self, question: Question) -> str | None:
        """The day a reply is due: the one a person set, else the nearest its open undertakings name."""
        if question.follow_up_by:
            return question.follow_up_by
        held = undertakings.of_question(self.db, question.id)
        open_ones = [u for u in held if u.state is State.OPEN and self.classification(u) in self._may_hold]
        return min((u.due for u in open_ones if u.due and u.review is not Review.REJECTED), default=None)

    def witness(self, row: Question | Undertaking) -> Person | str:
        """Who owes the reply: whom it was passed to, else a person, else the record's own words, else that none is
        recorded."""
        passed = self.passed_to(type(row).__name__.lower(), row.id)
        if passed is not None:
            return passed
        whos = (row.put_to or row.answered_by) if isinstance(row, Question) else row.made_by
        for who in whos:
            if who.person_id is not None and (self.name_of(who.person_id) or not who.label):
                return self.person(who.person_id)
        return next((who.words for who in whos if who.words), wording.NO_WITNESS)

    def _of_committee(self, row: Statement, committee: str | None) -> bool:
        if committee is None:
            return True
        meeting = self.meeting_of(row)
        return meeting is not None and (meeting.committee or "").casefold() == committee.casefold()


def _blocks(source: Source) -> set[int]:
    """The blocks a passage stands in; by its paragraph where the library does not know more."""
    blocks = {span.block for span in source.spans}
    return {source.paragraph - 1} if not blocks and source.paragraph is not None else blocks


def names(whos: Sequence[Who]) -> str:
    """The people of a statement as a list of names, or of the record's words for them."""
    return ", ".join(filter(None, (who.words for who in whos)))


def _voice(text: str, sources: Sequence[Source]) -> Voice:
    plain = " ".join(text.split())
    return Voice.QUOTATION if any(plain in " ".join(source.quote.split()) for source in sources) else Voice.FACT
