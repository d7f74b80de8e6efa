"""The clock, in one place, so that tests can set it."""

from datetime import UTC, datetime


def now() -> str:
    """This moment as ISO text in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
