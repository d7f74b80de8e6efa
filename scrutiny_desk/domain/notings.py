"""What a person noted at a live meeting: their own word, with the meeting and the time as its source."""

from dataclasses import dataclass
from enum import StrEnum


class Settled(StrEnum):
    """What has become of a noting once the meeting's minutes are in the library."""

    OPEN = ""
    OFFERED = "offered"
    JOINED = "joined"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Noting:
    """An entry of a register ("question" or "action" and its number) that was noted at a meeting.

    `day` (ISO) is the meeting's and `time` (10:41) when it was noted; `words` are as they were typed. `seems` is the
    number of the entry recognised in the minutes that seems to be the same: as long as that is only offered, the noted
    one is held aside, so that neither list nor count has it twice.
    """

    id: int
    kind: str
    row_id: int
    meeting_id: int | None
    day: str
    time: str
    words: str
    seems: int | None = None
    settled: Settled = Settled.OPEN
