"""Pictures of scanned pages made ready to be read: set straight, and the rules of tables taken out."""

from PIL import Image, ImageChops, ImageFilter, ImageStat

TRIES = ((8, 0.5, 10), (3, 0.1, 4), (3, 0.05, 1))
"""How the slant is looked for: how many times smaller, degrees between two tries, and how many on either side."""

LEAST_INK = 60
"""How much darker than the paper ink is, of 255."""

RULE_LENGTH = 0.6
"""Inches over which a rule is inked nearly throughout, as no line of letters is."""

NEARLY_ALL = 215
"""How much of that length is inked, of 255: specks and dots break a rule."""

_ALONG = 4
"""A rule is looked for in a picture made so many times smaller along it."""


def slant_of(picture: Image.Image) -> float:
    """By how many degrees the page is to be turned, five at most, for its lines to lie straight.

    It is the slant at which the edges of lines are sharpest.
    """
    best, ink = 0.0, _ink(picture)
    for times, step, most in TRIES:
        small = ink.filter(ImageFilter.BoxBlur(times // 2)).resize(
            (max(ink.width // times, 1), max(ink.height // times, 1)), Image.Resampling.BOX
        )

        def spread(slant: float, small: Image.Image = small) -> float:
            turned = small.rotate(slant, resample=Image.Resampling.BILINEAR, fillcolor=0)
            rows = turned.resize((1, turned.height), Image.Resampling.BOX)
            return ImageStat.Stat(ImageChops.difference(rows, ImageChops.offset(rows, 0, 1))).rms[0]

        best = max((best + number * step for number in range(-most, most + 1)), key=spread)
    return best


def unruled(picture: Image.Image, fineness: float) -> tuple[Image.Image, tuple[int, int, int, int] | None]:
    """The page, which lies straight, without the rules of its tables, and the edges of what upright rules span; the
    same page and None where it has no upright rule.

    Tesseract takes a ruled table whose rules specks have broken for a drawing, and reads nothing of it.
    """
    ink = _ink(picture)
    radius = max(int(fineness * RULE_LENGTH / 2 / _ALONG), 2)
    upright = _rules(ink, (1, _ALONG), (0, radius))
    if upright is None:
        return picture, None
    clean = picture.copy()
    for rules in (upright, _rules(ink, (_ALONG, 1), (radius, 0))):
        if rules is not None:
            clean.paste(ImageStat.Stat(picture).median[0], mask=rules)
    return clean, upright.getbbox()


def _ink(picture: Image.Image) -> Image.Image:
    """White where the picture is clearly darker than the paper, which most of it is; else black."""
    paper = ImageStat.Stat(picture).median[0]
    return picture.point([255 if shade < paper - LEAST_INK else 0 for shade in range(256)])


def _rules(ink: Image.Image, smaller: tuple[int, int], radius: tuple[int, int]) -> Image.Image | None:
    """Where the rules of one direction are; None where there is none."""
    across, down = smaller
    small = ink.resize((max(ink.width // across, 1), max(ink.height // down, 1)), Image.Resampling.BOX)
    core = small.filter(ImageFilter.BoxBlur(radius)).point([255 if share > NEARLY_ALL else 0 for share in range(256)])
    if core.getbbox() is None:
        return None
    whole = core.filter(ImageFilter.BoxBlur(radius)).point([255 if share else 0 for share in range(256)])
    return whole.filter(ImageFilter.MaxFilter(3)).resize(ink.size, Image.Resampling.NEAREST)
