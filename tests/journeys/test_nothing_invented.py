"""Every word of a briefing is a source's, the user's, or stands in the one file of fixed wording; and no other."""

import ast
import re
from pathlib import Path

import pytest

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.briefing import plain, wording
from scrutiny_desk.domain import charts as chart_data
from scrutiny_desk.domain.briefing import BriefingKind, Line, Voice
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.drafts import Chosen
from scrutiny_desk.services import briefing, charts, drafts, sample, tagging
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.store import documents, issues, meetings, people

TODAY = "2026-04-02"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d")
COUNTED = 120
"""The program counts, and numbers sections, paragraphs and pages; a larger figure is a source's or nobody's."""
OWN = "Zebrafinch members bring knapsacks"


def tokens(text):
    return {word.casefold().rstrip(".,") for word in WORD.findall(text)}


def fixed_words(module=wording):
    """Every word of every text in the file of fixed wording, but for what its functions say of themselves."""
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    documented = (ast.Module, ast.FunctionDef)
    told = [ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)]
    return set().union(*(tokens(text) for text in texts if text not in told))


def words_of_sources(db):
    found = set()
    for document in documents.everything(db):
        found |= tokens(f"{document.file_name} {document.title or ''} {document.committee or ''} {document.body or ''}")
        for block in documents.blocks(db, document.id):
            found |= tokens(f"{block.marker} {block.text} {' '.join(block.cells)}")
    for person in people.everything(db):
        found |= tokens(" ".join(filter(None, (person.name, *person.aliases, person.post, person.organisation))))
    for meeting in meetings.everything(db):
        found |= tokens(
            " ".join(filter(None, (meeting.committee, meeting.body, meeting.place, meeting.start, meeting.end)))
        )
        for item in meetings.items_of_meeting(db, meeting.id):
            found |= tokens(f"{item.number or ''} {item.title or ''}")
    return found | {word for issue in issues.everything(db) for word in tokens(issue.name)}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    bench = open_workbench(sample.make(tmp_path_factory.mktemp("sample") / "Sample library.scrutiny"))
    yield bench.library
    bench.close()


@pytest.fixture(scope="module")
def known(library):
    with library.read() as db:
        return words_of_sources(db) | fixed_words() | tokens(OWN)


def invented(text, known):
    dates = {word for word in tokens(text) if re.fullmatch(r"20[12]\d", word)}
    counted = {str(number) for number in range(COUNTED)}
    numbered = {word for word in tokens(text) if re.fullmatch(r"\d{1,2}\.\d{1,3}", word)}
    return tokens(text) - known - counted - numbered - dates


@pytest.mark.parametrize("circulation", Circulation)
@pytest.mark.parametrize("kind", BriefingKind)
def test_no_word_is_the_programs_own(library, known, kind, circulation):
    with library.read() as db:
        held = [meeting.id for meeting in meetings.everything(db)]
        witnesses = [person.id for person in people.everything(db) if "Okafor" in person.name][:1]
    if kind is BriefingKind.FIGURES:  # charts bring their own words, which the window shows as well
        known = known | fixed_words(charts) | fixed_words(chart_data)
    subjects = {"meeting": held, "witness": witnesses, "issue": [one.id for one in tagging.issues(library)]}
    needed = briefing.needs(kind)
    for about in subjects[needed] if needed else [None]:
        scope = Scope(kind, circulation=circulation, **({needed: about} if needed else {}))
        drafts.arrange(library, scope, [Chosen("", OWN, own=(OWN,))])
        made, _ = drafts.gather(library, scope, today=TODAY)
        assert invented(plain.text(made), known) == set(), (kind, about)
        assert OWN in plain.text(made)


def test_a_word_from_nowhere_is_found(library, known):
    made = briefing.gather(library, Scope(BriefingKind.OUTSTANDING), today=TODAY)
    lines = (Line("The Council was shamefully late with £987,123.", Voice.FACT),)
    section = type(made.sections[0])("Outstanding questions", lines)
    assert invented(plain.text(type(made)(made.kind, made.title, made.circulation, sections=(section,))), known) == {
        "shamefully",
        "987,123",
    }
