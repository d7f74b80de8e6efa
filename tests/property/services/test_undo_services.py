"""Whatever a person does, in whatever order: undoing all of it restores the first state, redoing all of it the last."""

import importlib.util
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.standings import MAY_CLOSE, Standing
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import (
    answering,
    chasing,
    documents,
    due_days,
    exporting,
    history,
    meetings,
    notes,
    people,
    posts,
    reviewing,
    standings,
    tables,
    tagging,
)
from scrutiny_desk.store import create_library

PAPERS = Path(__file__).parents[2] / "unit" / "services" / "conftest.py"
made = importlib.util.spec_from_file_location("invented_papers", PAPERS)
papers = importlib.util.module_from_spec(made)
made.loader.exec_module(papers)


def approved():
    paper = papers.full_minutes()
    paper.name = "approved.pdf"
    return paper


def next_meeting():
    paper = papers.full_minutes(meeting=replace(papers.MEETING, date="2025-09-11"))
    paper.name = "september.txt"
    return paper


MAKERS = {"page": papers.page_of_item, "minutes": papers.full_minutes, "approved": approved, "september": next_meeting}
PICK = st.integers(0, 1000)


def exported(library):
    return json.dumps(exporting.as_data(library), sort_keys=True)


class Desk(RuleBasedStateMachine):
    """A person at work; each rule is one step, so that the log can be walked back to the start."""

    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        self.library = create_library(Path(self.folder.name) / "test.scrutiny")
        self.empty = exported(self.library)
        self.taken = set()

    def pick(self, kind, number):
        ids = list(tables.rows(self.library, kind).ids(View()))
        return ids[number % len(ids)] if ids else None

    @rule(name=st.sampled_from(sorted(MAKERS)))
    def take_in(self, name):
        if name not in self.taken:
            self.taken.add(name)
            MAKERS[name]().take_into(self.library)

    @rule(kind=st.sampled_from(reviewing.REVIEWED), number=PICK, act=st.sampled_from(["confirm", "reject"]))
    def review(self, kind, number, act):
        row = self.pick(kind, number)
        if row is not None:
            getattr(reviewing, act)(self.library, kind, [row])

    @rule(number=PICK, status=st.sampled_from(QuestionStatus), name=st.sampled_from(["D Ames", "Zebedee Quill"]))
    def correct(self, number, status, name):
        row = self.pick(Kind.QUESTIONS, number)
        if row is not None:
            reviewing.correct_question(self.library, row, status=status, asked_by=Who(name))

    @rule(number=PICK)
    def tag(self, number):
        question, issue = self.pick(Kind.QUESTIONS, number), self.pick(Kind.ISSUES, number)
        if issue is None:
            tagging.add_issue(self.library, f"Issue {number}")
        elif question is not None:
            tagging.tag_questions(self.library, [issue], [question])

    @rule(number=PICK)
    def drop_issue(self, number):
        issue = self.pick(Kind.ISSUES, number)
        if issue is not None:
            tagging.delete_issue(self.library, issue)

    @rule(one=PICK, other=PICK)
    def join_people(self, one, other):
        keep, gone = self.pick(Kind.PEOPLE, one), self.pick(Kind.PEOPLE, other)
        if keep is not None and keep != gone:
            people.merge(self.library, keep, [gone])

    @rule(one=PICK, other=PICK)
    def join_questions(self, one, other):
        keep, gone = self.pick(Kind.QUESTIONS, one), self.pick(Kind.QUESTIONS, other)
        if keep is not None and keep != gone:
            reviewing.merge_questions(self.library, keep, [gone])

    @rule(number=PICK)
    def note(self, number):
        row = self.pick(Kind.QUESTIONS, number)
        if row is not None:
            notes.add(self.library, Kind.QUESTIONS, row, "Remember this.")

    @rule(number=PICK, day=st.dates())
    def date_meeting(self, number, day):
        row = self.pick(Kind.MEETINGS, number)
        if row is not None:
            meetings.set_details(self.library, row, date=day.isoformat())

    @rule(number=PICK, held=st.sampled_from([Classification.PUBLIC, Classification.EXEMPT]))
    def classify(self, number, held):
        row = self.pick(Kind.DOCUMENTS, number)
        if row is not None:
            documents.classify(self.library, row, held, "The person's own reason.")

    @rule(number=PICK)
    def take_out(self, number):
        row = self.pick(Kind.DOCUMENTS, number)
        if row is not None:
            documents.withdraw(self.library, row)

    @rule(number=PICK)
    def answer(self, number):
        question, document = self.pick(Kind.QUESTIONS, number), self.pick(Kind.DOCUMENTS, number)
        if question is not None:
            spans = (replace(papers.Span(0, 0, 1), end=len(documents.blocks(self.library, document)[0].text)),)
            answering.attach(self.library, [question], document, spans, status=QuestionStatus.ANSWERED_LATER)

    @rule(number=PICK, standing=st.sampled_from(Standing), closed=st.booleans())
    def stand(self, number, standing, closed):
        question, document = self.pick(Kind.QUESTIONS, number), self.pick(Kind.DOCUMENTS, number)
        if question is not None:
            spans = (replace(papers.Span(0, 0, 1), end=len(documents.blocks(self.library, document)[0].text)),)
            shown = {"document_id": document, "spans": spans, "closed": closed and standing in MAY_CLOSE}
            standings.stand(self.library, [question], standing, day="2025-07-01", detail="so", **shown)

    @rule(number=PICK, to=st.sampled_from([None, "Zebedee Quill"]))
    def leave(self, number, to):
        person = self.pick(Kind.PEOPLE, number)
        if person is not None and to:
            posts.take_over(self.library, person, Who(to), "2025-08-01")
        elif person is not None:
            posts.leave(self.library, person, "2025-08-01")

    @rule(number=PICK, day=st.sampled_from([None, "2025-08-01", "2025-09-01"]))
    def set_due(self, number, day):
        question = self.pick(Kind.QUESTIONS, number)
        if question is not None:
            due_days.set_due(self.library, Kind.QUESTIONS, question, day, how="by letter")

    @rule(number=PICK)
    def chase(self, number):
        question, person = self.pick(Kind.QUESTIONS, number), self.pick(Kind.PEOPLE, number)
        if question is not None and person is not None:
            asked = [(Kind.QUESTIONS, question)]
            chasing.record(self.library, "first-chaser", asked, "2025-08-04", person_id=person, anyway=True)

    @precondition(lambda self: history.undo_label(self.library) is not None)
    @rule()
    def undo(self):
        history.undo(self.library)

    @rule()
    def redo(self):
        history.redo(self.library)

    @invariant()
    def every_statement_has_its_words(self):
        if hasattr(self, "library"):
            for question in exporting.as_data(self.library)["questions"]:
                for source in question["sources"]:
                    assert source["quote"]

    def teardown(self):
        if not hasattr(self, "library"):
            return
        while history.redo_label(self.library) is not None:
            history.redo(self.library)
        last = exported(self.library)
        steps = 0
        while history.undo_label(self.library) is not None:
            history.undo(self.library)
            steps += 1
        assert exported(self.library) == self.empty
        for _ in range(steps):
            history.redo(self.library)
        assert exported(self.library) == last
        self.library.close()
        self.folder.cleanup()


TestDesk = Desk.TestCase
EXAMPLES = int(os.environ.get("SCRUTINY_EXAMPLES", "25"))
TestDesk.settings = settings(settings.get_profile("ci"), max_examples=EXAMPLES, stateful_step_count=20, deadline=None)
