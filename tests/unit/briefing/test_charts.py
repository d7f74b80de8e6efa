"""A chart as a picture: its legend is whole, however many names and however long."""

import io

import pytest
from PIL import Image, ImageDraw

from scrutiny_desk.briefing import charts
from scrutiny_desk.domain.charts import Bar, Chart

NAMES = ("Answered in time", "Answered after the day", "Past the day, not answered")


def chart(*names):
    return Chart("due", "Answers", names, (Bar("Westvale NHS Trust", (3,) * len(names)),))


@pytest.mark.parametrize("names", [NAMES[:2], NAMES, (*NAMES, "Withdrawn by whoever asked", "Passed to another body")])
def test_every_name_of_the_legend_stands_within_the_picture(names, monkeypatch):
    written = {}
    drawn = ImageDraw.ImageDraw.text

    def text(self, at, words, **more):
        written[words] = (at[0] + self.textlength(words, font=more["font"]), at)
        return drawn(self, at, words, **more)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", text)
    image = Image.open(io.BytesIO(charts.png(chart(*names))))
    for name in names:
        assert written[name][0] <= image.width
    assert len({written[name][1] for name in names}) == len(names)
    lowest = max(written[name][1][1] for name in names)
    assert written["Westvale NHS Trust"][1][1] > lowest


def test_a_legend_that_has_room_stands_over_the_bars():
    font = charts._font(charts.SIZE - 3)
    assert charts._legend(chart("Asked", "Still outstanding"), font)[0][0] == charts.LABEL
    assert charts._legend(chart(*NAMES), font)[0][0] == charts.MARGIN
