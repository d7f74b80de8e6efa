"""Briefings hold what circulation allows and nothing else, and every statement leads to its source."""

import itertools

import pytest

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import BriefingKind, Voice
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import MAY_HOLD, Circulation, Classification
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import answering, briefing, documents, keeping, notes, people, reviewing, tagging
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.store import questions, versions

CLASSES = [c for c in Classification if c is not Classification.PRIVATE]
CANARIES = {c: f"Canary{c}word" for c in Classification}
NEEDED = {"meeting": 1, "witness": 1, "issue": 1}


@pytest.fixture
def cage(library, papers):
    """A library with an exchange, a promise, a decision, an action, a tag and a note of every class."""
    tagging.add_issue(library, "Children")
    for number, held in enumerate(CLASSES):
        word = CANARIES[held]
        paper = papers.Paper(f"paper {number}.txt", meeting=papers.MEETING, classification=Classification.PUBLIC)
        if held is Classification.UNKNOWN:
            paper.classification = held
        paper.item(str(number), f"Business {number} {word}item")
        witness = paper.there("Tom Hargreave", Capacity.WITNESS, post="Chief Executive", organisation="Leisure Trust")
        start = len(paper.blocks)
        question = paper.ask(
            f"What of {word}question?", None, witness, f"He said {word}answer.", status=QuestionStatus.PROMISED
        )
        paper.promise(f"He would send {word}promise.", witness, question)
        paper.resolve(f"That {word}decision be agreed.")
        paper.task(f"Officers to write about {word}action.", witness)
        tagged = paper.say(f"A passage on {word}passage.")
        if held in (Classification.EXEMPT, Classification.CONFIDENTIAL):
            paper.restrict(start - 1, len(paper.blocks) - 1, held)
        kept = paper.take_into(library)
        tagging.tag_passage(library, [1], kept.document_id, tagged)
    tagging.tag_questions(library, [1], range(1, 1 + len(CLASSES)))
    for about in (Kind.MEETINGS, Kind.PEOPLE, Kind.ISSUES):
        notes.add(library, about, 1, f"Remember {CANARIES[Classification.PRIVATE]}{about}.")
    return library


QUOTING = [kind for kind in BriefingKind if kind is not BriefingKind.FIGURES]
"""The kinds that hold words of the papers; figures are counts and names."""


@pytest.mark.parametrize(("kind", "circulation"), list(itertools.product(QUOTING, Circulation)))
def test_no_circulation_holds_what_it_may_not_and_each_holds_what_it_may(cage, kind, circulation):
    text = briefing.preview(cage, Scope(kind, circulation=circulation, **scope(kind)), today="2026-01-05")
    for held, word in CANARIES.items():
        assert (word in text) == (held in MAY_HOLD[circulation]), (held, text)
    if circulation is not Circulation.RESTRICTED:
        assert wording.LEFT_OUT in text


def scope(kind):
    wanted = briefing.needs(kind)
    return {wanted: NEEDED[wanted]} if wanted else {}


@pytest.mark.parametrize("kind", list(BriefingKind))
def test_private_notes_go_out_only_where_asked_for_and_never_to_a_witness(cage, kind):
    about = {"meeting": 1, "witness": 1, "issue": 1} if not briefing.needs(kind) else scope(kind)
    made = briefing.preview(cage, Scope(kind, with_notes=True, **about), today="2026-01-05")
    assert (CANARIES[Classification.PRIVATE] in made) == (kind not in (BriefingKind.FOLLOW_UP, BriefingKind.LETTER))


def lines_of(section):
    for line in section.lines:
        yield from (line, *line.then)
    for row in section.table.rows if section.table else ():
        yield from row
    for inner in section.sections:
        yield from lines_of(inner)


@pytest.mark.parametrize("kind", QUOTING)
def test_every_quotation_is_verbatim_and_has_its_source(cage, kind):
    made = briefing.gather(cage, Scope(kind, circulation=Circulation.RESTRICTED, **scope(kind)), today="2026-01-05")
    texts = {d: " ".join(b.text for b in documents.blocks(cage, d)) for d in range(1, 1 + len(CLASSES))}
    quoted = [line for section in made.sections for line in lines_of(section) if line.voice is Voice.QUOTATION]
    assert quoted
    for line in quoted:
        assert line.citations
        assert any(line.text in texts[citation.document_id] for citation in line.citations)


def test_words_a_person_put_in_are_no_quotation(cage):
    reviewing.correct_question(cage, 1, text="What of the price?")
    made = briefing.gather(cage, Scope(BriefingKind.OUTSTANDING), today="2026-01-05")
    (line,) = [line for section in made.sections for line in lines_of(section) if line.text == "What of the price?"]
    assert line.voice is Voice.FACT


def test_a_long_reply_is_whole_for_who_questions_the_witness_and_cut_in_what_is_sent_to_them(library, papers):
    paper = papers.full_minutes()
    witness = paper.there("Tom Hargreave", Capacity.WITNESS)
    reply = " ".join(papers.REPLIES)
    paper.ask("Councillor Ames asked for everything.", None, witness, reply, status=QuestionStatus.PARTLY_ANSWERED)
    paper.take_into(library)
    (found,) = people.find(library, "Tom Hargreave")

    def told(kind):
        made = briefing.gather(library, Scope(kind, witness=found.id), today="2026-01-05")
        owed = next(section for section in made.sections if section.known_as == wording.OUTSTANDING)
        return [each.text for line in lines_of(owed) for each in (line, *line.then)]

    assert reply in told(BriefingKind.WITNESS)
    for kind in (BriefingKind.LETTER, BriefingKind.FOLLOW_UP):
        assert reply not in told(kind)
        assert any(text.endswith(". […]") for text in told(kind))


def test_rejected_rows_and_closed_questions_are_not_owed(cage):
    reviewing.reject(cage, Kind.QUESTIONS, [1])
    answering.set_status(cage, [2], QuestionStatus.ANSWERED_LATER)
    text = briefing.preview(cage, Scope(BriefingKind.FOLLOW_UP, witness=1), today="2026-01-05")
    assert f"{CANARIES[Classification.PUBLIC]}question" not in text
    assert f"{CANARIES[Classification.UNKNOWN]}question" not in text


@pytest.mark.parametrize("kind", [k for k in BriefingKind if briefing.needs(k)])
def test_what_a_kind_needs_is_asked_for(cage, kind):
    with pytest.raises(Trouble, match=briefing.needs(kind)):
        briefing.gather(cage, Scope(kind), today="2026-01-05")


def test_where_nothing_is_owed_it_says_so(library, papers):
    papers.Paper("minutes.txt", meeting=papers.MEETING).take_into(library)
    text = briefing.preview(library, Scope(BriefingKind.OUTSTANDING), today="2026-01-05")
    assert wording.NONE_OUTSTANDING in text
    assert wording.NONE_OPEN in text


def test_lowering_a_class_needs_a_reason_and_reaches_all_that_was_found(cage):
    first = documents.get(cage, 1)
    documents.classify(cage, 1, Classification.EXEMPT)
    text = briefing.preview(cage, Scope(BriefingKind.OUTSTANDING, circulation=Circulation.PUBLIC), today="2026-01-05")
    assert CANARIES[Classification.PUBLIC] not in text
    with pytest.raises(Trouble, match="reason"):
        documents.classify(cage, 1, Classification.PUBLIC)
    documents.classify(cage, 1, Classification.PUBLIC, "The contract has been let.")
    assert documents.get(cage, 1).classification is first.classification
    text = briefing.preview(cage, Scope(BriefingKind.OUTSTANDING, circulation=Circulation.PUBLIC), today="2026-01-05")
    assert f"{CANARIES[Classification.PUBLIC]}question" in text


def test_of_several_copies_one_is_cited_and_it_has_the_very_words(library, papers):
    papers.page_of_item().take_into(library)
    papers.full_minutes().take_into(library)
    copy = papers.full_minutes()
    copy.name = "another.docx"
    copy.take_into(library)
    made = briefing.gather(library, Scope(BriefingKind.OUTSTANDING), today="2026-01-05")
    texts = {d: " ".join(b.text for b in documents.blocks(library, d)) for d in (1, 2, 3)}
    quoted = [line for section in made.sections for line in lines_of(section) if line.voice is Voice.QUOTATION]
    assert len(quoted) == 3
    for line in quoted:
        (citation,) = line.citations
        assert line.text in texts[citation.document_id]


def test_a_passage_is_held_back_or_opened_by_a_person(cage):
    spans = next(mark.spans for mark in documents.marks(cage, 1) if mark.kind is Kind.QUESTIONS)
    documents.classify_passage(cage, 1, spans, Classification.CONFIDENTIAL)
    public = Scope(BriefingKind.OUTSTANDING, circulation=Circulation.PUBLIC)
    assert f"{CANARIES[Classification.PUBLIC]}question" not in briefing.preview(cage, public, today="2026-01-05")
    with pytest.raises(Trouble, match="reason"):
        documents.classify_passage(cage, 1, spans, Classification.PUBLIC)
    documents.classify_passage(cage, 1, spans, Classification.PUBLIC, "It was said in public.")
    assert f"{CANARIES[Classification.PUBLIC]}question" in briefing.preview(cage, public, today="2026-01-05")
    exempt = next(mark.spans for mark in documents.marks(cage, 3) if mark.kind is Kind.UNDERTAKINGS)
    documents.classify_passage(cage, 3, exempt, Classification.PUBLIC, "Published since.")
    assert f"{CANARIES[Classification.EXEMPT]}promise" in briefing.preview(cage, public, today="2026-01-05")


def test_papers_that_word_one_thing_differently_are_a_gap_and_readings_are_none(library, papers):
    papers.page_of_item().take_into(library)
    papers.full_minutes().take_into(library)
    scope = Scope(BriefingKind.MEETING, meeting=1)

    def gaps():
        made = briefing.gather(library, scope, today="2026-01-05", offered=True)
        (section,) = [each for each in made.sections if each.heading == wording.GAPS]
        return [line for line in section.lines if line.text.startswith("One paper has")]

    with library.read() as db:
        question = next(q for q in questions.everything(db) if len({s.document_id for s in q.sources}) == 2)
    one, other = sorted({source.document_id for source in question.sources})

    def differs(what, first, second):
        library.write(
            "Differ",
            lambda db: versions.add_difference(db, what, (one, first), (other, second), question_id=question.id),
        )

    before = len(gaps())
    differs("asked_by", "14", "Councillor Ames")
    assert len(gaps()) == before
    differs("answer", "she would find out", "he would find out")
    told = {line.text: line for line in gaps()}[wording.differ("she would find out.", "he would find out.")]
    assert {citation.document_id for citation in told.citations} == {one, other}


def test_a_passage_read_from_a_picture_says_so_and_one_on_another_page_does_not(cage):
    first = documents.get(cage, 1)
    scope = Scope(BriefingKind.OUTSTANDING)
    assert wording.FROM_A_SCAN not in briefing.preview(cage, scope, today="2026-01-05")
    cage.write("Read", lambda db: keeping.mark_scans_read(db, first.sha256, (2, 3)))
    assert wording.FROM_A_SCAN not in briefing.preview(cage, scope, today="2026-01-05")
    cage.write("Read", lambda db: keeping.mark_scans_read(db, first.sha256, (1,)))
    told = briefing.preview(cage, scope, today="2026-01-05")
    assert f"p. 1, {wording.FROM_A_SCAN}" in told
