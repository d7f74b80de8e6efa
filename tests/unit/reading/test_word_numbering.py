import pytest
from lxml import etree

from scrutiny_desk.reading.ordinals import letters, ordinal, roman
from scrutiny_desk.reading.word_numbering import Numbering

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def level(depth, form, pattern, start=1, more=""):
    pattern = f'{more}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{pattern}</w:lvl>'


def numbering(levels, lists):
    text = (
        f'<w:numbering xmlns:w="{NS}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}</w:numbering>'
    )
    return Numbering(etree.fromstring(text))


def plain(key, more=""):
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/>{more}</w:num>'


LEVELS = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")


def test_numbers_run_on_and_deeper_ones_begin_again():
    lists = numbering(LEVELS, plain(1))
    shown = [lists.marker("1", depth) for depth in (0, 1, 1, 2, 2, 0, 1, 2)]
    assert shown == ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1", "(a)"]


def test_a_list_may_go_on_from_another_or_begin_again():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    lists = numbering(LEVELS, plain(1) + plain(2) + plain(3, again))
    assert [lists.marker(key, 0) for key in ("1", "1", "2", "3", "3")] == ["1.", "2.", "3.", "7.", "8."]


def test_legal_numbers_and_bullets():
    levels = (
        level(0, "upperRoman", "Part %1")
        + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
        + level(2, "bullet", "\uf0b7")
    )
    lists = numbering(levels, plain(1))
    assert [lists.marker("1", depth) for depth in (0, 1, 2)] == ["Part I", "1.1", "•"]


def test_an_unknown_list_shows_nothing():
    assert numbering(LEVELS, plain(1)).marker("9", 0) == ""
    assert Numbering(None).marker("1", 0) == ""


@pytest.mark.parametrize(
    ("number", "style", "shown"), [(4, "1", "4"), (28, "a", "bb"), (2, "A", "B"), (9, "i", "ix"), (0, "a", "0")]
)
def test_ordinals(number, style, shown):
    assert ordinal(number, style) == shown


def test_letters_and_romans():
    assert [letters(n) for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert [roman(n) for n in (4, 14, 1999, 4000)] == ["iv", "xiv", "mcmxcix", "4000"]
