"""Which side of the table somebody sits on: those who ask, and those who answer."""

import re
from enum import Enum, auto

from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.subjects import Subject, SubjectKind


class Side(Enum):
    """Whether somebody asks for the members or the public, or answers."""

    ASKING = auto()
    ANSWERING = auto()
    UNKNOWN = auto()


_ANSWERING = re.compile(
    r"\b(?:officers?|director|manager|witness(?:es)?|cabinet member|executive member|portfolio holder|lead member|member for|leader|"
    r"consultant|engineer|clerk|chief|head of|representatives?|trust|administrator|commissioner|minister|superintendent|inspector|"
    r"solicitor|accountant|secretary|contributors?|officials?|staff|developer|applicant|agent|company|surveyor|lead|treasurer)\b",
    re.I,
)
_ASKING = re.compile(
    r"\b(?:members?|councillors?|cllrs?|alderman|aldermen|committee|panel|board|commission|chair(?:man|woman|person)?|vice-chair\w*|"
    r"residents?|parishioners?|public|questioner|attendee|co-optee|governor|convener|baillie|bailie)\b",
    re.I,
)


class Parties:
    """Turns the subjects of clauses into people and sides, at a block of the document."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton

    def asker(self, label: str, at: int) -> Who:
        """Who asks: never added to the people, for a question may be somebody's who is not there."""
        return self.skeleton.who(_bare(label), at)

    def answerers(self, subject: Subject | str, at: int) -> tuple[Who, ...]:
        """Who answers; two names joined by "and" are two people."""
        text = subject if isinstance(subject, str) else subject.text
        if not isinstance(subject, str) and subject.kind in (SubjectKind.NAMED, SubjectKind.INITIALS):
            parts = re.split(r"(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+|/)(?![^(]*\))", text)
            if len(parts) > 1:
                found = tuple(self.skeleton.answerer(_bare(p), at) for p in parts if p.strip())
                if all(w.name for w in found):
                    return found
        return (self.skeleton.answerer(_bare(text), at),)

    def witness(self, at: int) -> Who | None:
        """The one person being questioned here, if there is exactly one."""
        indexes = self.skeleton.witnesses_at(at)
        if len(indexes) != 1:
            return None
        person = self.skeleton.people[indexes[0]]
        return Who(person.name, None, indexes[0])

    def side(self, who: Who | None, words: str) -> Side:
        """On which side somebody sits, by the lists of those present, else by the words."""
        if who is not None and who.person_id is not None:
            capacity = self.skeleton.people[who.person_id].capacity
            return (
                Side.ASKING
                if capacity in (Capacity.MEMBER, Capacity.OTHER_MEMBER, Capacity.APOLOGIES)
                else Side.ANSWERING
            )
        if re.match(r"(?:Cllr|Councillor|Councilor|Alderman|Ald)\b", words):
            return Side.ASKING
        if _ANSWERING.search(words):
            return Side.ANSWERING
        if _ASKING.search(words):
            return Side.ASKING
        if re.match(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\b", words):
            return Side.ANSWERING
        return Side.UNKNOWN


def _bare(label: str) -> str:
    """The words without a bracket behind them; the post in it is for the lists to know."""
    return re.sub(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$", "", label).strip(" ,") or label
