"""A reply that has nothing of what was asked for is not called an answer."""

import pytest

from scrutiny_desk.recognition.wants import goes_round


@pytest.mark.parametrize(
    ("asked", "said", "wanted"),
    [
        ("Cllr Vane asked when the lift would work again.", "The Manager said that it was a good lift.", "when"),
        ("Cllr Vane asked when the lift would work again.", "The Manager said by the weekend.", ""),
        ("Cllr Vane asked when the lift would work again.", "It had been mended that morning.", ""),
        ("Mr Oakes queried how many bins were missing.", "Ms Pell said that bins mattered to her.", "how many"),
        ("Mr Oakes queried how many bins were missing.", "Ms Pell said nineteen.", ""),
        ("Mr Oakes queried how many bins were missing.", "Ms Pell thought most of them.", ""),
        ("Mr Oakes asked how many were missing and why.", "Ms Pell said that bins mattered to her.", ""),
    ],
)
def test_a_day_or_a_number_is_there_or_is_not(asked, said, wanted):
    assert goes_round(asked, said) == wanted
