"""Rules that are tried only where one of some words stands: whatever the rule fits holds one of them."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_desk import recognition
from scrutiny_desk.recognition import (
    answers,
    dates,
    furniture,
    grouped,
    house_style,
    introductions,
    kinds,
    meetings,
    numbering,
)
from scrutiny_desk.recognition.cues import _choice, compiled, cue, cues, may_stand, phrase_in, words
from scrutiny_desk.recognition.kept import forget, kept
from scrutiny_desk.recognition.sentences import holds, lowered, words_in
from scrutiny_desk.recognition.telltales import ANY, Rule, Rules, held, telltale, telltale_words

MODULES = [import_module(f"{recognition.__name__}.{found.name}") for found in iter_modules(recognition.__path__)]
RULES = {
    f"{module.__name__.rpartition('.')[2]}.{name} {number}": rule
    for module in MODULES
    for name, known in vars(module).items()
    for number, rule in enumerate(known.rules if isinstance(known, Rules) else [known])
    if isinstance(rule, Rule)
}
PARTS = {
    "presented": (introductions._PRESENTED, introductions._OF_PRESENTING),
    "brought": (introductions._BROUGHT, introductions._MAY_BRING),
    "speaking": (introductions._SPEAKER, introductions._OF_APPOSED),
    "to all": (grouped._TO_ALL, grouped._OF_REPLYING),
    "bare reply": (answers._BARE_REPLY, answers._OF_REPLYING),
    "month and day": (dates._MONTH_DAY, dates._MONTH_STEMS),
    "day and month": (dates._DAY_MONTH, dates._MONTH_STEMS),
    **{
        f"{kind}, sign {number}": (sign[0], sign[2])
        for kind, signs in {"minutes": kinds._MINUTES_BODY, **kinds._SCORES}.items()
        for number, sign in enumerate(signs)
        if len(sign) > 2
    },
    **{
        f"{style.name}, sign {number}": (sign.pattern, sign.words)
        for style in house_style.styles()
        for number, sign in enumerate(style.signs)
        if sign.words
    },
}
few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", RULES)
@few
@given(data=st.data())
def test_what_a_rule_fits_holds_one_of_its_telltales(name, data):
    rule = RULES[name]
    text = data.draw(st.from_regex(rule.pattern))
    assert held(rule.pattern.search(text)[0]) & rule.mark


@pytest.mark.parametrize("name", PARTS)
@settings(few, max_examples=2)
@given(data=st.data())
def test_what_a_rule_fits_holds_one_of_its_parts_of_words(name, data):
    pattern, parts = PARTS[name]
    text = data.draw(st.from_regex(pattern))
    assert holds(lowered(pattern.search(text)[0]), parts)


def _plain(one):
    """The pattern of a list with one phrase behind the other, not put together by their letters."""
    return re.compile(rf"(?<!\w)(?:{_choice(one.phrases, words())})(?!\w)", re.I)


@pytest.mark.parametrize("name", sorted(cues()))
def test_a_phrase_is_found_however_it_is_put_together_with_others(name):
    one = cues()[name]
    plain = _plain(one)
    shown = [*one.examples, *one.not_examples, *(re.sub(r"[\[\](){}*]|\|[^\])]*", "", p) for p in one.phrases)]
    for text in (*shown, *map(str.upper, shown)):
        assert [m.span() for m in one.pattern.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_phrases_that_begin_alike_are_tried_in_their_order():
    pattern = compiled(["was [not] told", "was not", "[also] was asked", "will", "İs it", "it so"], {})
    text = "It was not told; also was asked, WAS NOT, ıt so, will"
    assert pattern.findall(text) == ["was not told", "also was asked", "WAS NOT", "ıt so", "will"]


@settings(few, max_examples=20)
@given(text=st.from_regex(furniture._RESIDUE, fullmatch=True))
def test_a_residue_is_short_or_holds_one_of_its_parts_of_words(text):
    assert len(text) <= 3 or holds(lowered(text), furniture._OF_RESIDUE)


@given(text=st.text(alphabet="3. /-(5)thMay2026\n"))
@settings(few, max_examples=60)
def test_dates_in_figures_stand_only_where_figures_are_joined(text):
    if dates._NUMERIC.search(text) or dates._ISO.search(text):
        assert dates._IN_FIGURES.search(text)


@pytest.mark.parametrize("name", sorted(cues()))
@few
@given(data=st.data())
def test_a_phrase_stands_only_where_it_may(name, data):
    text = data.draw(st.from_regex(_plain(cues()[name])))
    assert may_stand(name, text)
    assert phrase_in(name, text).span() == cue(name).search(text).span()


@pytest.mark.parametrize("name", sorted(cues()))
def test_every_list_of_phrases_has_telling_words(name):
    assert cues()[name].telling


def test_phrases_are_not_looked_for_where_they_cannot_stand():
    assert not may_stand("open.no_reply", "The road was mended in May.")
    assert phrase_in("open.no_reply", "The road was mended in May.") is None
    text = "It was raised. No answer was given, and no answer came."
    assert phrase_in("open.no_reply", text).start() == text.index("No answer")
    assert phrase_in("open.no_reply", text, 20).start() == text.index("no answer")
    assert phrase_in("open.no_reply", text, 0, 14) is None


def test_words_of_a_sentence_are_cut_at_whatever_is_no_plain_letter():
    assert words_in("I'll ASK, he’d re-open it.") == {"i", "ll", "ask", "he", "d", "re", "open", "it"}
    assert words_in("İf it ıs") == {"if", "it", "is"}
    assert compiled(["if it is"], {}).search("İf it ıs")


@pytest.mark.parametrize(
    "line", ["Minutes", "", "x", "Report to the Board", "THE REPORT", "Question 4:", "RESOLVED that"]
)
def test_a_sign_at_the_head_is_told_as_if_it_were_looked_for_everywhere(line):
    signs = [pattern for rows in (kinds._MINUTES_BODY, *kinds._SCORES.values()) for pattern, *_ in rows]
    for text in (line, f"They met. {line}", f"{line}\n{line}"):
        assert [bool(kinds._stands(sign)(text)) for sign in signs] == [bool(sign.search(text)) for sign in signs]


@pytest.mark.parametrize("kind", kinds._SCORES)
@settings(few, max_examples=2)
@given(data=st.data())
def test_a_line_with_a_sign_at_its_head_is_never_passed_over(kind, data):
    signs = [sign for sign, *_ in kinds._SCORES[kind] if kinds._stands(sign) == sign.match]
    text = data.draw(st.one_of(*map(st.from_regex, signs)))
    assert any(sign.match(text) for sign in signs) == bool(kinds._openings(kind).match(text))


def test_a_sign_is_looked_for_everywhere_unless_each_of_its_ways_begins_at_the_head():
    for expression, name in ((r"^a|^b", "match"), (r"^(?:a|b)", "match"), (r"^[|(]x", "match"), (r"^a|b", "search")):
        assert kinds._stands(re.compile(expression)).__name__ == name


@pytest.mark.parametrize(
    "text, found",
    [
        ("1234. Minutes", ["1234"]),
        ("Item: 1234) Minutes", []),
        ("Item -1234. “Minutes”", ["1234"]),
        ("x1234. Minutes", []),
        ("12345. Minutes", []),
        ("1234. minutes", []),
    ],
)
def test_long_numbers_stand_at_the_head_or_close_behind_a_mark(text, found):
    assert [match[1] for match in numbering._LONG_NUMBER.finditer(text)] == found


@pytest.mark.parametrize(
    "text", ["The meeting closed at 9.15", "The meeting ended at noon", "Business ended by Midday"]
)
def test_a_close_that_is_told_gives_an_hour(text):
    assert meetings._CLOSED.search(text) and meetings._HOUR.search(text)


def test_the_marks_of_a_text_tell_which_telltales_stand_in_it():
    part, whole = telltale("circulat", "view the"), telltale_words(("note", "ll"))
    assert held("Circulated") & part and held("In review") & part and not held("It was noted") & whole
    assert held("A NOTE.") & whole and held("I'll go") & whole and not held("All go") & whole
    text = "He will note it. She views it."
    assert held(text, 0, 16) & whole and not held(text, 0, 16) & part
    assert held(text, 17) & part and not held(text, 17) & whole


def test_a_telltale_that_comes_later_is_heard_in_texts_read_before():
    assert held("Xylographs were shown")
    mark = telltale("xylograph")
    assert held("Xylographs were shown") & mark


def test_a_rule_is_tried_only_where_its_telltales_stand():
    rule = Rule(r"\bwill\s+(\w+)", re.I, words=("will",))
    text = "They WILL send it. He may."
    assert rule.search(text)[1] == "send" and rule.match(text, 5)[1] == "send"
    assert [m[1] for m in rule.finditer(text)] == ["send"]
    assert rule.search(text, 19) is rule.match(text, 19) is None and not list(rule.finditer(text, 19))


def test_of_several_rules_the_first_place_counts_and_there_the_earlier_rule():
    rules = Rules(Rule(r"\bwas agreed\b", words=("agreed",)), Rule(r"\bwas\b(?: agreed unanimously)?"), Rule("It was"))
    assert rules.search("He was agreed unanimously, so it was")[0] == "was agreed"
    assert rules.search("He was late, It was agreed")[0] == "was"
    assert rules.search("It was agreed")[0] == "It was"
    assert rules.search("It was agreed", 3)[0] == "was agreed" and rules.search("It was agreed", 3, 9)[0] == "was"
    assert Rules(Rule("sent", words=("sent",)), Rule("told", parts=("told",))).search("They were asked.") is None


def test_a_telltale_without_letters_tells_nothing():
    assert telltale("12/a", "£5") == ANY and held("") & ANY


def test_what_is_kept_for_a_paper_is_forgotten_with_it():
    asked = []

    @kept
    def length(text):
        asked.append(text)
        return len(text)

    assert [length("ab"), length("ab")] == [2, 2] and asked == ["ab"]
    forget()
    assert length("ab") == 2 and asked == ["ab", "ab"]
