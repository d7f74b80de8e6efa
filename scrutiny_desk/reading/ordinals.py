"""Numbers as lists show them: 1, a, A, i, I."""

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def ordinal(number: int, style: str) -> str:
    """The number in the style of HTML's `type`: "1", "a", "A", "i" or "I"; numbers below 1 stay digits."""
    if number < 1 or style not in "aAiI":
        return str(number)
    text = letters(number) if style in "aA" else roman(number)
    return text.upper() if style in "AI" else text


def whole(text: str | None, usual: int) -> int:
    """The whole number that an attribute of a file gives; the usual one where it gives none, or nonsense."""
    bare = (text or "").removeprefix("-")
    return int(text or "") if bare.isascii() and bare.isdigit() and len(bare) < 9 else usual


def letters(number: int) -> str:
    """a to z, then aa, bb, as Word counts."""
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns % 20 + 1)


def roman(number: int) -> str:
    """Roman numerals in lower case, to 3999; beyond that digits."""
    if number > 3999:
        return str(number)
    text = ""
    for value, sign in _ROMANS:
        times, number = divmod(number, value)
        text += sign * times
    return text
