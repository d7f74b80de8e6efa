"""Headings without numbers: alone on a line, with a colon, usual ones among numbered ones."""

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.skeleton import skeleton

PROSE = "The Council received the report and thanked the Clerk for the work that had gone into it over the year."
HEAD = (
    "Minutes of Little Sorn Parish Council held in the Village Hall at 7.30pm on Tuesday 4 March 2014\n\n"
    "Those Attending: Cllr R Gather (Chair), Cllr Mrs P Hemp, Cllr D Bot, Mrs L Finch (Clerk)\n\n"
)


def found(text, head=HEAD):
    return [(i.number, i.title) for i in skeleton(read_bytes("minutes.txt", (head + text).encode())).items]


def test_titles_with_a_colon_alone_on_a_line():
    text = (
        f"Apologies: Cllr T Nudd\n\nMinutes:\n\n{PROSE}\n\nMatters Arising:\n\n{PROSE}\n\n"
        f"In discussion the following points were made:\n\n{PROSE}\n\nMill Lane/Pond Banks:\n\n{PROSE}"
    )
    assert found(text) == [(None, "Minutes"), (None, "Matters Arising"), (None, "Mill Lane/Pond Banks")]


def test_titles_that_merely_stand_alone():
    text = (
        f"Welcome and introductions\n\n{PROSE}\n\nUpdate on the year's work\n\nWatermills review\n\n{PROSE}\n\n"
        f"Action: Clerk to write.\n\nDue: March\n\nAOB\n\n{PROSE}"
    )
    assert [t for _, t in found(text)] == [
        "Welcome and introductions",
        "Update on the year's work",
        "Watermills review",
        "AOB",
    ]


def test_prose_without_any_usual_title_has_no_headings():
    assert found(f"{PROSE}\n\nRather short\n\n{PROSE}\n\n{PROSE}") == []


def test_open_forum_among_numbered_items():
    text = f"1. Wells\n\n{PROSE}\n\nOPEN FORUM\n\n{PROSE}\n\n2. Paths\n\n{PROSE}\n\nPolice matters:\n\n{PROSE}"
    assert found(text) == [("1", "Wells"), (None, "OPEN FORUM"), ("2", "Paths"), (None, "Police matters")]


def test_a_list_at_the_close_is_not_the_head():
    text = (
        f"Declarations of interest\n\n{PROSE} {PROSE}\n\nOpen contracts\n\n{PROSE} {PROSE}\n\nAny other business\n\n{PROSE}\n\n"
        "Members attending\n\n- Rosa Gather, Sorn Trust\n\n- Peter Hemp, Sorn Mill\n\nApologies\n\n- Tim Nudd\n"
    )
    assert found(text, "Minutes of the Sorn Panel, 4 March 2014\n\n") == [
        (None, "Declarations of interest"),
        (None, "Open contracts"),
        (None, "Any other business"),
    ]


def test_titles_between_texts_need_no_usual_one():
    titles = ("Party with the choir", "Plans for the summer", "Shirts for the runners", "Prizes for the best")
    text = "\n\n".join(f"{title}\n\n{PROSE}" for title in titles)
    assert [t for _, t in found(f"{PROSE}\n\n{text}\n\n{PROSE}")] == list(titles)
