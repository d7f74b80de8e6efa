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
    legend = _legend(chart, small) if len(chart.series) > 1 else []
    top = MARGIN + (legend[-1][1] - MARGIN + ROW + GAP if legend else 0)
    image = Image.new("RGB", (WIDTH * SCALE, (top + sum(heights) + MARGIN) * SCALE), GROUND)
    draw = ImageDraw.Draw(image)
    for number, (left, down, name) in enumerate(legend):
        draw.rectangle(_box(left, down + 4, left + 14, down + 18), fill=SHADES[number % len(SHADES)])
        draw.text((SCALE * (left + 20), SCALE * down), name, font=small, fill=SOFT)
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


def _legend(chart: Chart, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> list[tuple[int, int, str]]:
    """Where the name of each series stands, from the left and from the top: over the bars where they have room there,
    else from the margin, and on further rows where one will not hold them."""
    long = [20 + int(font.getlength(name) / SCALE) + 24 for name in chart.series]
    first = LABEL if LABEL + sum(long) <= WIDTH else MARGIN
    places, at, down = [], first, MARGIN
    for name, width in zip(chart.series, long, strict=True):
        if at > first and at + width > WIDTH:
            at, down = first, down + ROW
        places.append((at, down, name))
        at += width
    return places


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
