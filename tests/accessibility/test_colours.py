"""Contrast of every pair of colours that meet, in every palette, by the formula of WCAG 2.2."""

import pytest

from scrutiny_desk.desk.palettes import GRAPHIC_PAIRS, PALETTES, TEXT_PAIRS, contrast, roles

TEXT, GRAPHIC, HIGH = 4.5, 3.0, 7.0


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_stands_out(name, pair):
    palette = PALETTES[name]
    least = HIGH if name == "contrast" else TEXT
    assert contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) >= least


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("pair", GRAPHIC_PAIRS, ids="-on-".join)
def test_graphics_stand_out(name, pair):
    palette = PALETTES[name]
    assert contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) >= GRAPHIC


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_every_role_is_a_colour_in_every_palette():
    for palette in PALETTES.values():
        for role in roles():
            value = getattr(palette, role)
            assert len(value) == 7 and value[0] == "#" and int(value[1:], 16) >= 0
