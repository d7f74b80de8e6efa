"""A chart as a picture for a document: plain bars with their figures in words, told apart by shade and by name."""

import io

from PIL import Image, ImageDraw, ImageFont

from scrutiny_desk.domain.charts import Bar, Chart

WIDTH, SCALE = 900, 2
SIZE, ROW, GAP, MARGIN = 22, 30, 14, 16
SHADES = ("#1f5866", "#8fb3bc", "#c9c2a5")
INK, SOFT, GROUND = "#1b2429", "#44525a", "#ffffff"
LABEL = 380
FONTS = ("arial.ttf", "Arial.ttf", "LiberationSans-Regular.ttf", "DejaVuSans.ttf")


def png(chart: Chart) -> bytes:
    """The chart as PNG; on one computer the same chart gives the same bytes."""
    font, small = _font(SIZE), _font(SIZE - 3)
    lines = [_fitted(bar.label, font, LABEL - MARGIN) for bar in chart.bars]
    heights = [ROW * max(len(chart.series), len(words)) + GAP for words in lines]
    top = MARGIN + (ROW + GAP if len(chart.series) > 1 else 0)
    image = Image.new("RGB", (WIDTH * SCALE, (top + sum(heights) + MARGIN) * SCALE), GROUND)
    draw = ImageDraw.Draw(image)
    if len(chart.series) > 1:
        _legend(draw, chart, small)
    for bar, words, height in zip(chart.bars, lines, heights, strict=True):
        _bar(draw, chart, bar, words, top, font)
        top += height
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _font(points: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The first of the fonts that this computer has; the drawing library brings one without Welsh letters."""
    for name in FONTS:
        try:
            return ImageFont.truetype(name, points * SCALE)
        except OSError:
            continue
    return ImageFont.load_default(points * SCALE)


def _legend(draw: ImageDraw.ImageDraw, chart: Chart, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> None:
    at = LABEL
    for number, name in enumerate(chart.series):
        draw.rectangle(_box(at, MARGIN + 4, at + 14, MARGIN + 18), fill=SHADES[number % len(SHADES)])
        draw.text((SCALE * (at + 20), SCALE * MARGIN), name, font=font, fill=SOFT)
        at += 20 + int(draw.textlength(name, font=font) / SCALE) + 24


def _bar(
    draw: ImageDraw.ImageDraw,
    chart: Chart,
    bar: Bar,
    words: list[str],
    top: int,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
) -> None:
    for number, line in enumerate(words):
        draw.text((SCALE * MARGIN, SCALE * (top + number * ROW)), line, font=font, fill=INK)
    room = WIDTH - LABEL - MARGIN - 60
    for number, value in enumerate(bar.values):
        y = top + number * ROW
        length = round(room * value / chart.largest)
        if value:
            shade = SHADES[number % len(SHADES)]
            draw.rectangle(_box(LABEL, y + 3, LABEL + max(length, 2), y + ROW - 4), fill=shade, outline=INK)
        draw.text((SCALE * (LABEL + length + 8), SCALE * y), f"{value:,}", font=font, fill=INK)


def _box(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    return (left * SCALE, top * SCALE, right * SCALE, bottom * SCALE)


def _fitted(words: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, room: int, most: int = 2) -> list[str]:
    """The words in as many lines as they need, two at most; what has no room is marked as left out."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or font.getlength(longer) <= room * SCALE:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " […]"]
    return lines
