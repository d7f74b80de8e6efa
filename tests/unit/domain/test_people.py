"""A person's post in words."""

import pytest

from scrutiny_desk.domain.people import post_in_words


@pytest.mark.parametrize(
    ("post", "organisation", "told"),
    [
        ("Chief Executive of the Marsh Trust", "Marsh Trust", "Chief Executive of the Marsh Trust"),
        ("Chief Executive", "Marsh Trust", "Chief Executive, Marsh Trust"),
        ("Chief Executive", None, "Chief Executive"),
        (None, "Marsh Trust", "Marsh Trust"),
        (None, None, ""),
    ],
)
def test_an_organisation_the_post_names_stands_once(post, organisation, told):
    assert post_in_words(post, organisation) == told
