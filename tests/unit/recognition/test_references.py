"""What numbers an item of business, in every form that councils print."""

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.references import leading_number, level_of, number_of
from scrutiny_desk.recognition.skeleton import skeleton

PROSE = "The Committee received the report and thanked the officers for the work that had gone into it over the year."
TITLES = ("Apologies for absence", "Bus services in the west", "Library opening hours", "Work programme")
FORMS = (
    *("{n}/24", "2024/{n}", "2023/24-{n}", "23/24/{n}", "{n}/23-24", "OSC/24/{n}", "OSC.24.{n}", "OSC-24-{n}", "OS{n}"),
    *(
        "P&F/24/{n}",
        "P&F {n}/24",
        "SC/2024-25/{n}",
        "24.{n}",
        "{n}.24",
        "Min {n}",
        "Minute No {n}/24",
        "({n}/24)",
        "[{n}]",
    ),
    *("No. {n}", "24/{n}/OSC", "{n}/OSC/24", "Scr.{n}", "#{n}", "Agenda Item {n}"),
)
SHAPES = (
    "{number} {title}",
    "{number}. {title}",
    "{number}\t{title}",
    "{number}\n\n{title}",
    "{number}: {title}",
    "{number} - {title}",
)


def found(form, shape):
    items = [shape.format(number=form.format(n=41 + i), title=title) for i, title in enumerate(TITLES)]
    text = "Minutes of the Overview Committee held on 3 May 2024\n\n" + "\n\n".join(
        f"{item}\n\n{PROSE}" for item in items
    )
    return [(i.number, i.title) for i in skeleton(read_bytes("m.txt", text.encode())).items]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_form_of_number_heads_an_item(form, shape):
    items = found(form, shape)
    assert [title for _, title in items] == list(TITLES)
    assert all(str(41 + i) in number for i, (number, _) in enumerate(items))


@pytest.mark.parametrize("marker", ["•", "a)", "(iv)", "Minutes", "Mr 5", "page 4", ""])
def test_what_is_no_number(marker):
    assert number_of(marker) is None


def test_a_sum_and_a_year_lead_no_item():
    assert leading_number("2016 was a good year") is None
    assert leading_number("3.5 million were spent") is None


def test_levels():
    assert [level_of(n) for n in ("5", "5.1", "5.1.2", "5.0", "22/23")] == [1, 2, 3, 1, 1]
