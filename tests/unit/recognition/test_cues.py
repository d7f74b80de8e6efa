"""Every list of cue phrases finds its own worked examples and leaves its counter-examples alone."""

import pytest

from scrutiny_desk.recognition.cues import compiled, cue, cues, phrase_pattern, words


@pytest.mark.parametrize("name", sorted(cues()))
def test_worked_examples(name):
    entry = cues()[name]
    for example in entry.examples:
        assert entry.pattern.search(example), f"{name} does not find: {example}"
    for example in entry.not_examples:
        assert not entry.pattern.search(example), f"{name} finds: {example}"


def test_lists_are_there_for_every_purpose():
    for name in ("asking.verbs", "answering.reply", "promising.deeds", "later.note", "open.unknown", "asking.never"):
        assert cues()[name].phrases


@pytest.mark.parametrize(
    "phrase, yes, no",
    [
        ("get back", "He would get back.", "He would get backing."),
        ("(asked|sought) help", "She SOUGHT help", "She wanted help"),
        ("asked [again] if", "asked again if", "asked twice if"),
        ("asked ... members", "asked that all the members", "asked. The members"),
        ("take * back", "take that back", "take back"),
        ("chair's ruling", "the chair’s ruling", "the chairs ruling"),
    ],
)
def test_the_language_of_phrases(phrase, yes, no):
    pattern = compiled([phrase], {})
    assert pattern.search(yes)
    assert not pattern.search(no)


def test_a_phrase_may_name_a_list_of_words():
    assert compiled(["sent to {members}"], words()).search("it was sent to the committee")
    with pytest.raises(KeyError):
        phrase_pattern("sent to {nobody}", {})


def test_an_unknown_list_is_an_error():
    with pytest.raises(KeyError):
        cue("asking.nothing")
