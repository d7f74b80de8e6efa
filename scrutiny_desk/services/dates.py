"""Days and times as a person types them, checked before they are kept."""

import re
from datetime import date, time

from scrutiny_desk.domain.troubles import Trouble

_BRITISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def day(text: str) -> str:
    """A day as ISO text, from ISO or from day/month/year. `Trouble` where it is none."""
    typed = text.strip()
    british = _BRITISH.fullmatch(typed)
    try:
        if british:
            number, month, year = map(int, british.groups())
            return date(year, month, number).isoformat()
        return date.fromisoformat(typed).isoformat()
    except ValueError as fault:
        raise Trouble(f"“{text}” is not a day.", "Write it as 2014-11-10 or 10/11/2014.") from fault


def clock(text: str) -> str:
    """A time of day as 19:30. `Trouble` where it is none."""
    try:
        return time.fromisoformat(text.strip().replace(".", ":")).strftime("%H:%M")
    except ValueError as fault:
        raise Trouble(f"“{text}” is not a time of day.", "Write it as 19:30.") from fault


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spoken(iso: str) -> str:
    """A day as British papers write it, "12 June 2025"; what is no ISO day is given back as it is."""
    try:
        known = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{known.day} {_MONTHS[known.month - 1]} {known.year}"
