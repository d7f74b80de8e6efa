"""Which side of the table somebody sits on: those who ask, and those who answer."""

import re
from enum import Enum, auto

from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.subjects import Subject, SubjectKind


class Side(Enum):
    """Whether somebody asks for the members or the public, or answers."""

    ASKING = auto()
    ANSWERING = auto()
    UNKNOWN = auto()


_ANSWERING = re.compile(
    r"\b(?:officers?|director|manager|witness(?:es)?|cabinet member|executive member|portfolio holder|lead member|"
    r"member for|leader|"
    r"consultant|engineer|clerk|chief|head of|representatives?|trust|administrator|commissioner|minister|"
    r"superintendent|inspector|"
    r"solicitor|accountant|secretary|contributors?|officials?|staff|developer|applicant|agent|company|surveyor|lead|"
    r"treasurer)\b",
    re.I,
)
_ASKING = re.compile(
    r"\b(?:members?|councillors?|cllrs?|alderman|aldermen|committee|panel|board|commission|chair(?:man|woman|"
    r"person)?|vice-chair\w*|"
    r"residents?|parishioners?|public|questioner|attendee|co-optee|governor|convener|baillie|bailie)\b",
    re.I,
)


_CHAIR = re.compile(r"(?:the\s+)?(?:acting\s+)?(?:vice[- ]|deputy[- ]?)?chair(?:man|woman|person)?$", re.I)
_OF_OFFICERS = re.compile(
    r"^(?!.*\b(?:member|governor|carer|co-opted|non-executive|lay)\b).*\b(?:headteacher|director|nurse|officer|manager|engineer|"
    r"solicitor|consultant)\b",
    re.I,
)
_MAYOR = re.compile(r"(?:the\s+)?(?:directly\s+elected\s+|elected\s+|metro(?:politan)?\s+)?mayor\b(?!['’])", re.I)
_EXECUTIVE = re.compile(
    r"\b(?:cabinet|executive member|portfolio|leader of|lead member|member for|commissioner|minister)\b|^leader$", re.I
)


class Parties:
    """Turns the subjects of clauses into people and sides, at a block of the document."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.listed = len(skeleton.people)
        self.spoken_of: list[tuple[int | None, int]] = []

    def asker(self, label: str, at: int) -> Who:
        """Who asks: never added to the people, for a question may be somebody's who is not there."""
        bare = _bare(label)
        if _CHAIR.match(bare):
            return self.skeleton.answerer(bare, at)
        return self.named(bare, at)

    def named(self, label: str, at: int) -> Who:
        """Who is meant by words for one person; "the Director" is the one last spoken of in the item who is one."""
        who = self.skeleton.who(label, at)
        item = self.skeleton.item_at(at)
        if who.person_id is not None:
            self.spoken_of.append((item, who.person_id))
        elif who.name is None and (short := _SHORT_POST.fullmatch(label)):
            for where, person in reversed(self.spoken_of):
                if where != item:
                    break
                if self._holds(person, short["post"]):
                    return Who(self.skeleton.people[person].name, who.label, person)
        return who

    def _holds(self, person: int, post: str) -> bool:
        """Whether somebody's post is one of this kind; any of those who attend with a post is an officer."""
        found = self.skeleton.people[person]
        if post.casefold() == "officer" and found.capacity in (Capacity.OFFICER, Capacity.WITNESS):
            return bool(found.post)
        return set(post.casefold().split()) <= set((found.post or "").casefold().replace(",", " ").split())

    def answerers(self, subject: Subject, at: int, *, speaks: bool = True) -> tuple[Who, ...]:
        """Who answers; two names joined by "and" are two people. Only who `speaks` may join the people."""
        resolve = self.skeleton.answerer if speaks and subject.kind is not SubjectKind.SINGLE else self.skeleton.who
        text = subject.text
        pattern = _JOINED_POSTS if subject.kind is SubjectKind.POST else _JOINED
        parts = [p for p in pattern.split(text) if p.strip()]
        if len(parts) > 1:
            found = tuple(resolve(_bare(p), at) for p in parts)
            if all(w.name for w in found):
                return found
        who = resolve(_bare(text), at)
        if who.name is None or who.person_id is not None:
            who = self.named(_bare(text), at)
        if who.name is None and (shorter := _POSSESSOR.sub("", _bare(text))) != _bare(text):
            found = self.skeleton.who(shorter, at)
            who = found if found.person_id is not None else who
        if who.name is None and subject.apposition:
            whole = self.skeleton.who(f"{_bare(text)}, {subject.apposition.strip(' ,()')}", at)
            if whole.person_id is not None:
                return (whole,)
            beside = resolve(_first_part(subject.apposition), at)
            if beside.name:
                return (beside,)
        return (who,)

    def witness(self, at: int) -> Who | None:
        """The one person being questioned here, if there is exactly one."""
        indexes = self.skeleton.witnesses_at(at)
        if len(indexes) != 1:
            return None
        person = self.skeleton.people[indexes[0]]
        if person.capacity is not Capacity.WITNESS:
            return None
        return Who(person.name, None, indexes[0])

    def _is_questioned(self, person: int, at: int | None) -> bool:
        """Whether somebody of the executive, or introduced with the item, sits with those who answer."""
        found = self.skeleton.people[person]
        if found.capacity is Capacity.OTHER_MEMBER and found.post and _EXECUTIVE.search(found.post):
            return True
        item = self.skeleton.item_at(at) if at is not None else None
        return (
            found.capacity is not Capacity.MEMBER
            and item is not None
            and person in self.skeleton.speakers.questioned.get(item, ())
        )

    def _is_elected_head(self, person: int, words: str) -> bool:
        """Whether these words are a mayor who leads the council: somebody else is in the chair."""
        chairs = self.skeleton.speakers.chairs
        return bool(chairs) and person not in chairs and _MAYOR.match(words) is not None

    def is_listed(self, who: Who | None) -> bool:
        """Whether the lists of those present, and not merely their speaking, say who somebody is."""
        return who is not None and who.person_id is not None and who.person_id < self.listed

    def is_lay(self, who: Who | None) -> bool:
        """Whether somebody is there without a post or a body to speak for, and so may ask as well as answer."""
        if who is None or who.person_id is None:
            return False
        person = self.skeleton.people[who.person_id]
        return person.capacity is Capacity.WITNESS and not person.post and not person.organisation

    def side(self, who: Who | None, words: str, at: int | None = None) -> Side:
        """On which side somebody sits, by the lists of those present, else by the words."""
        if who is not None and who.person_id is not None:
            if self._is_questioned(who.person_id, at) or self._is_elected_head(who.person_id, words):
                return Side.ANSWERING
            if who.person_id in self.skeleton.speakers.visitors:
                return Side.ASKING
            person = self.skeleton.people[who.person_id]
            capacity = person.capacity
            if capacity is Capacity.MEMBER and _OF_OFFICERS.search(person.post or ""):
                return Side.ANSWERING
            return (
                Side.ASKING
                if capacity in (Capacity.MEMBER, Capacity.OTHER_MEMBER, Capacity.APOLOGIES)
                else Side.ANSWERING
            )
        if like(r"(?:Cllr|Councillor|Councilor|Alderman|Ald)\b").match(words):
            return Side.ASKING
        if _ANSWERING.search(words):
            return Side.ANSWERING
        if _ASKING.search(words):
            return Side.ASKING
        if like(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\b").match(words):
            return Side.ANSWERING
        return Side.UNKNOWN


_SHORT_POST = re.compile(
    r"(?:[Tt]he\s+)?(?P<post>Director|Head|Officer|officer|Manager|Inspector|Superintendent|Engineer|Solicitor|Consultant|"
    r"Cabinet Member|Portfolio Holder|Executive Member|Lead Member)(?:\s+of\s+[Ss]ervices?)?"
)
"""A post without its field: "the Director", "the Head of Service"."""
_POSSESSOR = re.compile(
    r"^(?:[Tt]he\s+)?(?:[A-Z][\w&-]*\s+){1,4}?(?<=\w)['’]s?\s+(?=[A-Z])|"
    r"^(?:[Tt]he\s+)?[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,3}['’]s\s+(?=[A-Z])|\s+(?:of|for|from|at)\s+the\s+(?:Trust|"
    r"Council|Company|Agency|Board|Authority|Service|CCG|ICB)$"
)
_JOINED = re.compile(r"(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+|/)(?![^(]*\))")
_JOINED_POSTS = re.compile(r"\s+and\s+(?=the\s+[A-Z])")


_OF_A_PLACE = re.compile(
    r"^((?:Mr|Mrs|Ms|Miss|Dr)\.?\s+(?:[A-Z][\w'’.-]*\s+){0,2}[A-Z][\w'’-]+)\s+of\s+(?:the\s+)?[A-Z][\w'’-]*"
    r"(?:\s+[A-Z][\w'’-]*){0,2}$"
)


_BRACKET_BEHIND = re.compile(r"\s*\((?![A-Z]\))[^()]*(?:\([^()]*\)[^()]*)*\)\s*$")
_THE_INITIALS = re.compile(r"^[Tt]he\s+(?=[A-Z][a-z]?[A-Z]{1,5}$)")


def _first_part(words: str) -> str:
    return like(r",|\s\(|\s+(?:who|from|of|at)\s").split(words.strip(" ,()"))[0].strip()


def _bare(label: str) -> str:
    """The words without a bracket behind, whose post the lists know; "Oakes (K)" keeps its letter."""
    label = _OF_A_PLACE.sub(r"\1", label) if " of " in label else label
    bare = _BRACKET_BEHIND.sub("", label) if "(" in label else label
    bare = bare.strip(" ,") or label
    return _THE_INITIALS.sub("", bare) if bare[1:3] == "he" else bare
