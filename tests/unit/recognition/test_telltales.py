"""Telltales: which rules may fit a text."""

from scrutiny_desk.recognition.telltales import ANY, Rule, held, telltale, telltale_words


def test_a_text_holds_the_telltales_that_stand_in_it():
    part, word = telltale("gooseb", "zzquirk"), telltale_words(["medlar"])
    assert held("Gooseberries were asked for.") & part
    assert not held("Plums were asked for.") & part
    assert held("A MEDLAR was eaten.") & word
    assert not held("Medlars were eaten.") & word
    assert held("") & ANY


def test_only_the_words_between_two_places_count():
    mark = telltale("gooseb")
    text = "Plums first. Gooseberries then."
    assert held(text, 13, len(text)) & mark
    assert not held(text, 0, 12) & mark


def test_a_number_made_before_a_rule_was_known_never_hides_it():
    before = held("Quinces were asked for.")
    assert before & telltale("quinc", "a part that no other test states")
    assert held("Quinces were asked for.") & telltale("quinc", "a part that no other test states")


def test_a_rule_is_tried_only_where_it_may_fit():
    rule = Rule(r"sloes?", words=("sloe",))
    assert rule.search("one sloe") is not None
    assert rule.search("two sloes") is None
