"""Placeholders in a house template: filled with the briefing's own words, and nothing else within reach."""

from dataclasses import replace

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from scrutiny_desk.briefing import word
from scrutiny_desk.domain.troubles import Trouble


@pytest.fixture
def house(tmp_path):
    """Makes a template of these paragraphs, each a style and words."""

    def make(*paragraphs):
        document = Document()
        for style, words in paragraphs:
            document.add_paragraph(words, style=style)
        document.save(str(tmp_path / "house.docx"))
        return tmp_path / "house.docx"

    return make


def shown(briefing, template, tmp_path, **options):
    word.write(briefing, tmp_path / "out.docx", template=template, **options)
    return [p.text for p in Document(str(tmp_path / "out.docx")).paragraphs]


def test_the_briefing_stands_where_the_template_wants_it(briefing, house, tmp_path):
    template = house(("Normal", "Agenda item 6"), ("Normal", "{{ briefing }}"), ("Normal", "Rosa Penhale, County Hall"))
    words = shown(briefing, template, tmp_path)
    assert words[:2] == ["Agenda item 6", briefing.title]
    assert words[-1] == "Rosa Penhale, County Hall"
    assert OpenXmlValidator().validate(tmp_path / "out.docx").errors == []


def test_what_the_template_shows_itself_is_not_shown_twice(briefing, house, tmp_path):
    template = house(
        ("Heading 1", "{{ title }}"),
        ("Normal", "For the {{ committee }} on {{committee_date}}"),
        ("Normal", "{{ briefing }}"),
    )
    words = shown(briefing, template, tmp_path)
    assert words[:3] == [
        briefing.title,
        "For the Children & Families Select Committee on 14 April 2026",
        "Outstanding questions",
    ]
    assert words.count(briefing.title) == 1
    assert not any(line.startswith("Committee:") for line in words)


def test_ampersands_and_angles_stay_words(briefing, house, tmp_path):
    odd = replace(briefing, title="Fish & chips <fried> {{ secret }} O'Connor £4")
    assert shown(odd, house(("Heading 1", "{{ title }}"), ("Normal", "{{ briefing }}")), tmp_path)[0] == odd.title


def test_what_a_briefing_lacks_is_empty(briefing, house, tmp_path):
    assert (
        shown(briefing, house(("Normal", "Item: {{ item }}."), ("Normal", "{{ briefing }}")), tmp_path)[0] == "Item: ."
    )


@pytest.mark.parametrize(
    "words", ["{{ councillor_name }}", "{{ title", "{% for x in title %}", "{{ title.__class__.__mro__ }}"]
)
def test_a_wrong_placeholder_is_a_plain_trouble(words, briefing, house, tmp_path):
    with pytest.raises(Trouble, match="committee_date"):
        shown(briefing, house(("Normal", words), ("Normal", "{{ briefing }}")), tmp_path)
    assert not (tmp_path / "out.docx").exists()


def test_without_a_place_the_briefing_comes_last(briefing, house, tmp_path):
    words = shown(briefing, house(("Normal", "Prepared on {{ prepared_on }}")), tmp_path)
    assert words[0] == "Prepared on 2 April 2026"
    assert briefing.title in words


def test_footnotes_go_with_placeholders(briefing, house, tmp_path):
    shown(briefing, house(("Normal", "{{ briefing }}")), tmp_path, footnotes=True)
    assert OpenXmlValidator().validate(tmp_path / "out.docx").errors == []
