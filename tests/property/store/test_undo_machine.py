"""Any sequence of imports, edits, merges, undo and redo: undoing all gives the first state, redoing all the last."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.chasing import Chaser
from scrutiny_desk.domain.documents import Classification, ReadDocument
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.people import Appearance, Capacity, Who
from scrutiny_desk.domain.questions import Answer, Given, Question, QuestionStatus
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.standings import Standing, StandingChange, status_under
from scrutiny_desk.domain.undertakings import State, Undertaking
from scrutiny_desk.store import (
    charges,
    chasers,
    create_library,
    documents,
    issues,
    links,
    meetings,
    notes,
    open_library,
    people,
    questions,
    restrictions,
    safekeeping,
    search,
    standings,
    undertakings,
    withdrawing,
)
from scrutiny_desk.store.whole import whole

PICK = st.integers(0, 10_000)
WORDS = st.sampled_from(["bus", "stop", "road", "rent", "kerb"])


def snapshot(library):
    with library.read() as db:
        kept = whole(db)
        held = [restrictions.rows_of_document(db, document.id) for document in kept.documents]
        found = sorted((hit.document_id, hit.block) for hit in search.find(db, "asked"))
        return repr((kept, notes.everything(db), held, found))


class Undoing(RuleBasedStateMachine):
    """`states` holds what the library looked like after each step that can be undone, the first before any."""

    @initialize()
    def start(self):
        self.folder = tempfile.TemporaryDirectory()
        self.library = create_library(Path(self.folder.name) / "a.scrutiny")
        self.states = [snapshot(self.library)]
        self.at = 0
        self.imported = 0

    def teardown(self):
        if not hasattr(self, "library"):
            return
        while self.library.undo_label is not None:
            self.library.undo()
        assert snapshot(self.library) == self.states[0]
        while self.library.redo_label is not None:
            self.library.redo()
        assert snapshot(self.library) == self.states[-1]
        path = self.library.path
        self.library.close()
        assert safekeeping.check(path, full=True) == []
        self.folder.cleanup()

    def step(self, label, work, origin="person"):
        _, change = self.library.write(label, work, origin)
        if change:
            del self.states[self.at + 1 :]
            self.states.append(snapshot(self.library))
            self.at += 1

    def pick(self, load, number):
        with self.library.read() as db:
            found = load(db)
        return found[number % len(found)] if found else None

    @rule(person=st.sampled_from(["Ida Vane", "Otto Finch", "Siân Pell"]), word=WORDS)
    def import_paper(self, person, word):
        self.imported += 1
        name = f"paper{self.imported}.txt"
        self.step(f"Import {name}", lambda db: bring_in(db, name, person, word), "import")

    @rule(number=PICK, status=st.sampled_from(list(QuestionStatus)))
    def mark(self, number, status):
        if question := self.pick(questions.everything, number):
            self.step("Mark", lambda db: questions.update(db, question.id, status=status, review=Review.CONFIRMED))

    @rule(number=PICK, name=st.sampled_from([None, "Ida Vane"]))
    def correct_asker(self, number, name):
        if question := self.pick(questions.everything, number):
            self.step("Correct", lambda db: questions.update(db, question.id, asked_by=Who(name, "A Member")))

    @rule(number=PICK)
    def remove_question(self, number):
        if question := self.pick(questions.everything, number):
            self.step("Remove", lambda db: questions.remove(db, question.id))

    @rule(one=PICK, other=PICK)
    def merge_questions(self, one, other):
        keep, gone = self.pick(questions.everything, one), self.pick(questions.everything, other)
        if keep and keep != gone:
            self.step("Merge questions", lambda db: questions.merge(db, keep.id, gone.id))

    @rule(one=PICK, other=PICK)
    def merge_people(self, one, other):
        keep, gone = self.pick(people.everything, one), self.pick(people.everything, other)
        if keep and keep != gone:
            self.step("Merge people", lambda db: people.merge(db, keep.id, gone.id))

    @rule(number=PICK, paper=PICK)
    def split_person(self, number, paper):
        person, document = self.pick(people.everything, number), self.pick(documents.everything, paper)
        if person and document:
            self.step("Split", lambda db: people.split(db, person.id, "Somebody Else", documents=[document.id]))

    @rule(number=PICK, state=st.sampled_from(list(State)))
    def keep_promise(self, number, state):
        if undertaking := self.pick(undertakings.everything, number):
            self.step("Mark promise", lambda db: undertakings.update(db, undertaking.id, state=state))

    @rule(number=PICK, paper=PICK, standing=st.sampled_from(list(Standing)), closed=st.booleans())
    def stand(self, number, paper, standing, closed):
        question, document = self.pick(questions.everything, number), self.pick(documents.everything, paper)
        if question and document:
            shown = (Source(document.id, None, 1, "asked", (Span(0, 0, 5),)),)
            status = status_under(standing, question.status, later=True)
            change = StandingChange(
                0, question.id, standing, "2031-05-01", "", "", closed, status, question.status, None, shown
            )
            self.step("Stand", lambda db: standings.add(db, change, review="corrected"))

    @rule(number=PICK, to=PICK, nobody=st.booleans())
    def pass_on(self, number, to, nobody):
        question, person = self.pick(questions.everything, number), self.pick(people.everything, to)
        if question and person:
            who = None if nobody else person.id
            self.step("Pass", lambda db: charges.add(db, "question", question.id, since="2031-05-01", person_id=who))

    @rule(number=PICK, to=PICK)
    def chase(self, number, to):
        question, person = self.pick(questions.everything, number), self.pick(people.everything, to)
        if question and person:
            sent = Chaser(0, person.id, "first", "First", "2031-05-01", "", "words", (("question", question.id),))
            self.step("Chase", lambda db: chasers.add(db, sent))

    @rule(one=PICK, other=PICK)
    def link(self, one, other):
        first, second = self.pick(questions.everything, one), self.pick(questions.everything, other)
        if first and first != second:
            ends = ("question", first.id), ("question", second.id)
            self.step("Link", lambda db: links.add(db, "repeats", *ends))

    @rule(name=WORDS, parent=PICK)
    def add_issue(self, name, parent):
        above = self.pick(issues.everything, parent)
        self.step("Add issue", lambda db: issues.add(db, name, parent_id=above and above.id, colour="#2b6437"))

    @rule(issue=PICK, number=PICK)
    def tag_question(self, issue, number):
        found, question = self.pick(issues.everything, issue), self.pick(questions.everything, number)
        if found and question:
            self.step("Tag", lambda db: issues.tag(db, found.id, None, question_id=question.id))

    @rule(issue=PICK, paper=PICK)
    def tag_passage(self, issue, paper):
        found, document = self.pick(issues.everything, issue), self.pick(documents.everything, paper)
        if found and document:
            source = Source(document.id, None, 1, "asked", (Span(0, 0, 5),))
            self.step("Tag", lambda db: issues.tag(db, found.id, source))

    @rule(number=PICK)
    def remove_issue(self, number):
        if issue := self.pick(issues.everything, number):
            self.step("Remove issue", lambda db: issues.remove(db, issue.id))

    @rule(number=PICK, word=WORDS)
    def note_on_person(self, number, word):
        if person := self.pick(people.everything, number):
            self.step("Note", lambda db: notes.add(db, word, at="2031-05-01", person_id=person.id))

    @rule(paper=PICK, classification=st.sampled_from(list(Classification)))
    def classify(self, paper, classification):
        if document := self.pick(documents.everything, paper):
            over = Restriction(0, 0, classification, None, "by hand")
            self.step("Classify", lambda db: restrictions.add(db, document.id, over, by_person=True, reason="looked"))

    @rule(paper=PICK)
    def take_out(self, paper):
        if document := self.pick(documents.everything, paper):
            self.step("Take out", lambda db: withdrawing.withdraw(db, document.id))

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            self.library.undo()
            self.at = max(self.at - 1, 0)

    @rule(times=st.integers(1, 4))
    def redo(self, times):
        for _ in range(times):
            self.library.redo()
            self.at = min(self.at + 1, len(self.states) - 1)

    @precondition(lambda self: self.imported)
    @rule()
    def close_and_open(self):
        path = self.library.path
        self.library.close()
        self.library = open_library(path)

    @invariant()
    def the_library_is_where_the_steps_say(self):
        if hasattr(self, "library"):
            assert snapshot(self.library) == self.states[self.at]


def bring_in(db, name, person, word):
    text = f"{person} asked about the {word} and was promised a reply."
    read = ReadDocument(name, "text", (Block(0, BlockKind.PARAGRAPH, text),))
    meeting = meetings.add(db, committee="Roads Panel", date="2031-04-02")
    document = documents.add(db, read, name.encode(), imported_at="2031-04-03", meeting_id=meeting)
    item = meetings.add_item(db, meeting_id=meeting, number="1", title=word)
    meetings.put_item_in(db, item, document, 0, 0)
    known = people.named(db, person)
    person_id = known[0].id if known else people.add(db, person)
    people.appear(db, Appearance(person_id, meeting, document, item, Capacity.WITNESS, "Officer", None))
    who = Who(person, None, person_id)
    source = Source(document, None, 1, text, (Span(0, 0, len(text)),))
    answer = Answer((who,), Given.AT_MEETING, None, "a reply", source)
    question = questions.add(
        db,
        Question(
            0, item, text, None, (who,), (who,), QuestionStatus.PROMISED, True, (source,), (answer,), None, 0.7,
            Review.SUGGESTED, Classification.PUBLIC,
        ),
    )  # fmt: skip
    promise = Undertaking(
        0, question, item, (who,), None, text, None, None, State.OPEN, (source,), 0.7, Review.SUGGESTED
    )
    undertakings.add(db, promise)


EXAMPLES = int(os.environ.get("SCRUTINY_EXAMPLES", "20"))
Undoing.TestCase.settings = settings(max_examples=EXAMPLES, stateful_step_count=25, deadline=None)
TestUndoing = Undoing.TestCase
