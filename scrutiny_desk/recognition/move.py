"""The move that a clause makes in an exchange, and the kinds there are."""

from dataclasses import dataclass
from enum import Enum, auto

from scrutiny_desk.recognition.subjects import Subject


class Does(Enum):
    """What a clause does in an exchange."""

    ASK = auto()
    DIRECT = auto()
    REPLY = auto()
    SAY = auto()
    TOLD = auto()
    UNMINUTED = auto()
    PLAIN = auto()
    REQUEST = auto()


@dataclass(frozen=True, slots=True)
class Move:
    """A clause and what it does. `start` and `end` are offsets in the paragraph; `cue` the words that tell.

    `recorded` is False where only the answer is worded. `named` marks a question known from the reply that names it.
    """

    does: Does
    start: int
    end: int
    speaker: Subject | None = None
    put_to: str | None = None
    asker: str | None = None
    recorded: bool = True
    named: bool = False
    cue: str = ""
    many: bool = False
