"""Passages in their paragraph: verbatim, each stretch in its colour, what stands around shortened."""

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.desk.passages import AROUND, pieces_of
from scrutiny_desk.domain.blocks import Block, BlockKind, Span


def block(text, order=0):
    return Block(order, BlockKind.PARAGRAPH, text)


def test_question_and_reply_in_one_paragraph():
    text = "Cllr Ames asked why. Ms Okafor would write."
    marked = [(Span(0, 0, 20), "mark"), (Span(0, 21, len(text)), "mark_reply")]
    assert pieces_of([block(text)], marked) == (
        ("Cllr Ames asked why.", "mark"),
        (" ", ""),
        ("Ms Okafor would write.", "mark_reply"),
        (" ", ""),
    )


def test_long_surroundings_are_shortened_and_the_passage_never():
    text = "a" * 1000 + "the passage" + "b" * 1000
    pieces = pieces_of([block(text)], [(Span(0, 1000, 1011), "mark")])
    assert pieces[0] == ("… " + "a" * AROUND, "")
    assert pieces[1] == ("the passage", "mark")
    assert pieces[2] == ("b" * AROUND + " …", "")


@given(
    st.lists(st.text("ab ", min_size=1, max_size=40), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40), st.integers(1, 40)), min_size=1, max_size=6),
)
def test_the_words_of_a_paragraph_come_once_and_in_order(texts, cuts):
    blocks = [block(text, order) for order, text in enumerate(texts)]
    marked = [
        (Span(o, s, min(s + n, len(texts[o]))), "mark") for o, s, n in cuts if o < len(texts) and s < len(texts[o])
    ]
    told = "".join(text for text, _role in pieces_of(blocks, marked))
    orders = sorted({span.block for span, _role in marked})
    assert told == "".join(texts[order] + " " for order in orders)
