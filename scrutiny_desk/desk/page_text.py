"""Finding a passage of a document again in the text of its PDF page, whatever became of spaces and hyphens."""

LEAST = 16
LOOSE = frozenset("-\u00ad\u2010\u2011\ufffe\u2013\u2014")


def _bare(text: str) -> tuple[str, list[int]]:
    """The text without spaces, hyphens and case, and where each of its characters stood."""
    letters, places = [], []
    for place, character in enumerate(text):
        if not character.isspace() and character not in LOOSE:
            low = character.casefold()
            letters.append(low if len(low) == 1 else character)
            places.append(place)
    return "".join(letters), places


def find(page: str, passage: str) -> tuple[int, int] | None:
    """Where a passage, or its longest part that begins or ends there, stands in a page: (start, length) or None.

    A passage that runs over the end of a page is found in part on each of the two.
    """
    text, places = _bare(page)
    wanted, _ = _bare(passage)
    if not wanted:
        return None
    at = text.find(wanted)
    if at >= 0:
        return _stretch(places, at, len(wanted))
    for part in _parts(wanted):
        at = text.find(part)
        if at >= 0:
            return _stretch(places, at, len(part))
    return None


def _parts(wanted: str) -> list[str]:
    """Beginnings and ends of a passage, the longest first."""
    lengths = range(len(wanted) - 1, LEAST - 1, -max(1, len(wanted) // 60))
    return [part for length in lengths for part in (wanted[:length], wanted[-length:])]


def _stretch(places: list[int], at: int, length: int) -> tuple[int, int]:
    return places[at], places[at + length - 1] - places[at] + 1
