"""The three palettes, a colour for each role, and the pairs of colours that must be told apart."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as hex values. A role ending in `_ground` lies under the role of the same name."""

    name: str
    ground: str
    panel: str
    page_ground: str
    ink: str
    soft: str
    line: str
    edge: str
    accent: str
    accent_ground: str
    on_accent: str
    accent_hover: str
    rail: str
    rail_ink: str
    rail_soft: str
    rail_chosen: str
    rail_mark: str
    rail_button: str
    on_rail_button: str
    late: str
    late_ground: str
    due: str
    due_ground: str
    good: str
    good_ground: str
    quiet: str
    quiet_ground: str
    mark: str
    mark_reply: str
    mark_ink: str
    block_ground: str
    focus: str
    question: str
    answer: str
    undertaking: str
    decision: str
    bar: str


LIGHT = Palette(
    name="light",
    ground="#f6f5f2",
    panel="#ffffff",
    page_ground="#e5e3dd",
    ink="#1b2429",
    soft="#55636b",
    line="#dcdad4",
    edge="#7d888d",
    accent="#0b6170",
    accent_ground="#e0eff1",
    on_accent="#ffffff",
    accent_hover="#094f5c",
    rail="#20303a",
    rail_ink="#d7e0e4",
    rail_soft="#b4c2c8",
    rail_chosen="#33495a",
    rail_mark="#7fd3e6",
    rail_button="#0b6170",
    on_rail_button="#ffffff",
    late="#9c2f1f",
    late_ground="#fbe9e5",
    due="#7a5200",
    due_ground="#fbf1da",
    good="#2b6437",
    good_ground="#e4f1e6",
    quiet="#4a565c",
    quiet_ground="#ebeae5",
    mark="#fff1b8",
    mark_reply="#fbe0b8",
    mark_ink="#1b2429",
    block_ground="#f0f8fb",
    focus="#0b6170",
    question="#0b6170",
    answer="#2b6437",
    undertaking="#7a5200",
    decision="#5b4a99",
    bar="#6fa3ab",
)

DARK = Palette(
    name="dark",
    ground="#13191d",
    panel="#1b2328",
    page_ground="#0d1114",
    ink="#e8edef",
    soft="#adb9bf",
    line="#354149",
    edge="#7f8d95",
    accent="#86d2de",
    accent_ground="#17404a",
    on_accent="#06252b",
    accent_hover="#a5dfe8",
    rail="#0d1317",
    rail_ink="#d7e0e4",
    rail_soft="#aab8bf",
    rail_chosen="#25353f",
    rail_mark="#86d2de",
    rail_button="#86d2de",
    on_rail_button="#06252b",
    late="#ffab9b",
    late_ground="#46211a",
    due="#f2cc78",
    due_ground="#3d3012",
    good="#96d6a3",
    good_ground="#1b3a24",
    quiet="#c3cdd2",
    quiet_ground="#2e3940",
    mark="#6a5710",
    mark_reply="#6b4414",
    mark_ink="#ffffff",
    block_ground="#1e2f37",
    focus="#86d2de",
    question="#86d2de",
    answer="#96d6a3",
    undertaking="#f2cc78",
    decision="#c3b5f5",
    bar="#5f9aa5",
)

CONTRAST = Palette(
    name="contrast",
    ground="#000000",
    panel="#000000",
    page_ground="#000000",
    ink="#ffffff",
    soft="#f2f2f2",
    line="#8c8c8c",
    edge="#ffffff",
    accent="#5ff2ff",
    accent_ground="#00363d",
    on_accent="#000000",
    accent_hover="#c4faff",
    rail="#000000",
    rail_ink="#ffffff",
    rail_soft="#f2f2f2",
    rail_chosen="#00363d",
    rail_mark="#5ff2ff",
    rail_button="#5ff2ff",
    on_rail_button="#000000",
    late="#ffb4a8",
    late_ground="#3b0a02",
    due="#ffe14d",
    due_ground="#332900",
    good="#8cff9e",
    good_ground="#002e09",
    quiet="#ffffff",
    quiet_ground="#262626",
    mark="#ffe14d",
    mark_reply="#ffb84d",
    mark_ink="#000000",
    block_ground="#14181a",
    focus="#ffe14d",
    question="#5ff2ff",
    answer="#8cff9e",
    undertaking="#ffe14d",
    decision="#d9c7ff",
    bar="#5ff2ff",
)

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}

TEXT_PAIRS = (
    ("ink", "ground"),
    ("ink", "panel"),
    ("ink", "accent_ground"),
    ("ink", "block_ground"),
    ("soft", "ground"),
    ("soft", "panel"),
    ("soft", "accent_ground"),
    ("soft", "block_ground"),
    ("accent", "ground"),
    ("accent", "panel"),
    ("accent", "accent_ground"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("rail_ink", "rail"),
    ("rail_soft", "rail"),
    ("rail_ink", "rail_chosen"),
    ("rail_soft", "rail_chosen"),
    ("on_rail_button", "rail_button"),
    ("late", "late_ground"),
    ("late", "panel"),
    ("late", "ground"),
    ("due", "due_ground"),
    ("due", "panel"),
    ("good", "good_ground"),
    ("good", "panel"),
    ("quiet", "quiet_ground"),
    ("ink", "late_ground"),
    ("ink", "due_ground"),
    ("ink", "good_ground"),
    ("mark_ink", "mark"),
    ("mark_ink", "mark_reply"),
    ("question", "panel"),
    ("answer", "panel"),
    ("undertaking", "panel"),
    ("decision", "panel"),
    ("question", "block_ground"),
)
"""(text, ground) pairs; each must reach 4.5 to 1 (WCAG 2.2, 1.4.3)."""

GRAPHIC_PAIRS = (
    ("edge", "panel"),
    ("edge", "ground"),
    ("focus", "panel"),
    ("focus", "ground"),
    ("rail_mark", "rail"),
    ("question", "block_ground"),
    ("undertaking", "block_ground"),
)
"""(graphic, ground) pairs; each must reach 3 to 1 (WCAG 2.2, 1.4.11)."""


def luminance(colour: str) -> float:
    """Relative luminance of a hex colour, 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two hex colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def roles() -> tuple[str, ...]:
    """The names of all colour roles."""
    return tuple(f.name for f in fields(Palette) if f.name != "name")
