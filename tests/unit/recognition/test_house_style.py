"""Each house style is found by itself and reads its own worked examples as it says."""

import pytest

from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import house_style, recognise

EXAMPLES = [(s, n, e) for s in house_style.styles() for n, e in enumerate(s.examples)]


def shown(person):
    return f"{person.name}, {person.capacity.value}" + (f": {person.post}" if person.post else "")


def words(who):
    return (who.name or who.label or "") if who else ""


@pytest.mark.parametrize(("style", "number", "example"), EXAMPLES, ids=[f"{s.name}-{n}" for s, n, _ in EXAMPLES])
def test_worked_examples(style, number, example):
    document = read_bytes("example.txt", example["text"].encode())
    found = recognise(document)
    if example["found"]:
        assert found.house_style == style.name
    found = recognise(document, style.name)
    assert [f"{i.number or ''} {i.title}".strip() for i in found.items] == example.get("items", [])
    printed = {shown(p) for p in found.people} | {f"{p.name}, {p.capacity.value}" for p in found.people}
    assert set(example.get("people", [])) <= printed
    for field, value in example.get("meeting", {}).items():
        assert (field, getattr(found.meeting, field)) == (field, value)
    if "questions" in example:
        asked = [
            f"{words(q.asked_by)} -> {', '.join(map(words, q.answered_by))}: {q.status.value}" for q in found.questions
        ]
        assert asked == example["questions"]


def test_every_style_but_the_common_one_has_an_example_and_a_sign():
    for style in house_style.styles()[1:]:
        assert style.examples and style.signs, style.name


def test_a_paper_without_signs_is_read_by_what_all_share():
    assert house_style.found(["MINUTES", "The Committee noted the report."]).name == house_style.COMMON


def test_a_style_of_the_users_own(tmp_path):
    (tmp_path / "ours.toml").write_text(
        'name = "ours"\n[labels]\nwitness = ["helpers of the day"]\n[[signs]]\npattern = "^Helpers of the Day:"\nweight = 2\n'
    )
    text = "MINUTES of the Panel held on 3 May 2016\n\nHelpers of the Day:\n\nDana Pell, Network Manager\n\n1. RIVERS\n\nAll was noted."
    document = read_bytes("m.txt", text.encode())
    found = recognise(document, own_styles=tmp_path)
    assert found.house_style == "ours"
    assert [shown(p) for p in found.people] == ["Dana Pell, witness: Network Manager"]
    assert all(p.capacity.value != "witness" for p in recognise(document).people)


@pytest.mark.parametrize(
    "text",
    ["name = [", 'name = "x"\n[[signs]]\npattern = "("\n', 'name = "x"\n[[signs]]\nweight = 1\n', 'labels = "x"'],
)
def test_a_style_that_cannot_be_used_is_a_trouble_in_words(tmp_path, text):
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(Trouble) as trouble:
        house_style.load(path)
    assert "bad.toml" in trouble.value.sentence and trouble.value.remedy


def test_an_unknown_style_names_those_that_are_there():
    with pytest.raises(Trouble) as trouble:
        house_style.named("martian")
    assert "parish" in trouble.value.remedy
