"""The 300-page pack of a council that does not exist, told apart by each kind of evidence on its own."""

import random
from dataclasses import dataclass

import pytest

from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.reading.packs import bookmarks, cut, parts

STOCK = """
the committee heard that roads in the north of the county were to be mended before winter and that officers would report
again when prices were known because tenders had come in above what was set aside for the work
"""
WORDS = STOCK.split()


@dataclass(frozen=True)
class Paper:
    title: str
    kind: DocumentKind
    pages: int
    item: str = ""
    opening: tuple[tuple[str, bool], ...] = ()


def report(item: str, title: str, pages: int) -> Paper:
    return Paper(title, DocumentKind.REPORT, pages, item, (("Report to Highways Scrutiny Panel", True),))


def appendix(letter: str, title: str, pages: int) -> Paper:
    return Paper(
        f"Appendix {letter}: {title}", DocumentKind.OTHER, pages, "", ((f"Appendix {letter}", True), (title, True))
    )


PAPERS = [
    Paper(
        "Minutes of the meeting held on 4 March 2025",
        DocumentKind.MINUTES,
        9,
        "3",
        (("HIGHWAYS SCRUTINY PANEL", True), ("Minutes of the meeting held on 4 March 2025", True)),
    ),
    report("5", "Winter maintenance of the road network", 31),
    appendix("A", "Gritting routes", 22),
    appendix("B", "Salt stocks", 6),
    report("6", "Street lighting renewal", 58),
    report("7", "Bridges: ten-year programme", 44),
    appendix("1", "Condition of each bridge", 97),
    report("8", "Work programme", 31),
]
FRONT = 2


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(11)).capitalize() + "."


def page_of(chance: random.Random, opening, labels) -> list:
    words, height = [], 770.0
    for text, bold in opening:
        words.append((70.0, height, text, 14.0, bold))
        height -= 24
    for label, value in labels:
        words += [(70.0, height, label, 11.0, True), (190.0, height, value, 11.0, False)]
        height -= 18
    while height > 110:
        words += [(70.0, height - 14 * n, sentence(chance), 11.0, False) for n in range(4)]
        height -= 14 * 4 + 12
    return words


def pack(make_pdf, *, stamped: bool, listed: bool, marked: bool, opened: bool):
    """The pack's bytes and the pages, from 1, at which its papers begin."""
    chance = random.Random(7)
    starts, pages = {}, []
    place = FRONT + 1
    for paper in PAPERS:
        starts[paper.title] = place
        place += paper.pages
    contents = [(70.0, 790.0, "AGENDA", 16.0, True)]
    for line, paper in enumerate(paper for paper in PAPERS if paper.item):
        first = starts[paper.title] - FRONT
        after = [starts[other.title] for other in PAPERS if other.item and starts[other.title] > starts[paper.title]]
        last = min(after, default=place) - 1 - FRONT
        where = f" (Pages {first} - {last})" if listed else ""
        contents.append((70.0, 700.0 - 40 * line, f"{paper.item}.   {paper.title}{where}", 11.0, False))
    pages += [contents, [(70.0, 700.0, "Membership: twelve councillors of the county.", 11.0, False)]]
    for paper in PAPERS:
        for number in range(1, paper.pages + 1):
            first = number == 1
            shown = paper.opening if first and opened else ()
            labels = (
                [("To:", "Highways Panel"), ("Subject:", paper.title)] if shown and paper.item not in ("", "3") else []
            )
            words = page_of(chance, shown, labels)
            words.append((290.0, 45.0, str(number), 9.0, False))
            words.append((480.0, 25.0, f"Page {len(pages) + 1 - FRONT}", 9.0, False))
            if first and stamped and paper.item:
                words.append((450.0, 815.0, f"Agenda Item {paper.item}", 11.0, True))
            pages.append(words)
    marks = [("Agenda frontsheet", 1)] + [
        (f"{paper.item} {paper.title}".strip(), starts[paper.title]) for paper in PAPERS
    ]
    return make_pdf(pages, bookmarks=marks if marked else None), starts


ALL = {"stamped": False, "listed": False, "marked": False, "opened": False}


@pytest.fixture(scope="module")
def read_pack():
    known = {}

    def read(make_pdf, **evidence):
        key = tuple(sorted(evidence.items()))
        if key not in known:
            data, starts = pack(make_pdf, **{**ALL, **evidence})
            document = read_bytes("pack.pdf", data)
            known[key] = document, parts(document, bookmarks("pack.pdf", data)), starts
        return known[key]

    return read


@pytest.mark.parametrize(
    "evidence",
    [
        {"stamped": True, "listed": True, "marked": True, "opened": True},
        {"marked": True},
        {"stamped": True, "listed": True, "opened": True},
        {"stamped": True, "opened": True},
        {"listed": True, "opened": True},
        {"opened": True},
    ],
    ids=lambda evidence: "+".join(evidence),
)
def test_every_boundary_is_right(make_pdf, read_pack, evidence):
    document, found, starts = read_pack(make_pdf, **evidence)
    assert document.pages == 300
    assert [part.first for part in found] == [1, *starts.values()]
    assert [part.last for part in found] == [*(first - 1 for first in starts.values()), 300]
    assert found[0].kind is DocumentKind.AGENDA
    assert [part.kind for part in found[1:]] == [paper.kind for paper in PAPERS]


def test_each_part_names_itself_and_keeps_both_page_numbers(make_pdf, read_pack):
    document, found, starts = read_pack(make_pdf, stamped=True, listed=True, marked=True, opened=True)
    for part, paper in zip(found[1:], PAPERS, strict=True):
        assert paper.title in part.title
        assert part.printed_first == str(starts[paper.title] - FRONT)
        assert part.printed_last == str(starts[paper.title] - FRONT + paper.pages - 1)
    assert [part.item for part in found[1:]] == ["3", "5", "5", "5", "6", "7", "7", "8"]
    minutes = cut(document, found[1])
    assert [block.order for block in minutes.blocks] == list(range(len(minutes.blocks)))
    assert {(block.page, block.printed_page) for block in minutes.blocks} == {(n + FRONT, str(n)) for n in range(1, 10)}
    assert minutes.pages == 9


def test_a_paper_with_bookmarks_for_its_headings_is_no_pack(make_pdf):
    chance = random.Random(1)
    pages = [page_of(chance, ((f"{n}. Heading of a section", True),), ()) for n in range(1, 13)]
    data = make_pdf(pages, bookmarks=[(f"Section on {WORDS[n]}", n) for n in range(1, 13)])
    assert parts(read_bytes("a.pdf", data), bookmarks("a.pdf", data)) == ()


def test_a_text_has_no_bookmarks_and_no_parts():
    assert bookmarks("a.txt", b"Words.") == ()
    assert parts(read_bytes("a.txt", b"Words.")) == ()
