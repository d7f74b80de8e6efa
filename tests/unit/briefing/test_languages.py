"""Welsh passages are known as Welsh, and English ones with Welsh names in them are not."""

import pytest

from scrutiny_desk.briefing import languages
from scrutiny_desk.domain.briefing import Line, Voice

WELSH = (
    "Gofynnodd y Cynghorydd Siân Yorath pryd y byddai'r ganolfan yn ailagor. "
    "Dywedodd y Pennaeth ei bod yn aros am y gwaith.",
    "Mae'r Cyngor wedi cytuno i ysgrifennu at yr aelodau.",
)
ENGLISH = (
    "Councillor Siân Yorath asked when the centre at Y Felinheli would reopen.",
    "Mr ap Rhys said that he would write to the members of the Committee.",
    "It cost £4.2 million.",
)


@pytest.mark.parametrize("words", WELSH)
def test_welsh_is_marked(words):
    assert languages.of(Line(words, Voice.QUOTATION)) == "cy-GB"


@pytest.mark.parametrize("words", ENGLISH)
def test_english_is_not(words):
    assert languages.of(Line(words, Voice.QUOTATION)) == "en-GB"


def test_what_a_line_says_of_itself_goes_first():
    assert languages.of(Line(ENGLISH[0], Voice.QUOTATION, language="cy-GB")) == "cy-GB"


def test_our_own_words_are_english():
    assert languages.of(Line(WELSH[0], Voice.FACT)) == "en-GB"
