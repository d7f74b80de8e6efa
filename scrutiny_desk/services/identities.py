"""Which person of the library a printed name is; where that is not sure, it is somebody new.

A wrong merge puts one person's promises in another's mouth, so a surname alone is never enough across meetings of
different bodies; a missed one costs the user a "merge", which is remembered.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from scrutiny_desk.domain.findings import FoundPerson
from scrutiny_desk.domain.people import Person, folded, may_be_same, name_parts
from scrutiny_desk.services.alike import bare


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the library as evidence sees them: every printed name, and where they have appeared.

    `text` is the bare text of their papers where none of these says which body it is of.
    """

    person: Person
    meetings: frozenset[int] = frozenset()
    bodies: frozenset[str] = frozenset()
    committees: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    text: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.person.name, *self.person.aliases)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the printed name stands: the meeting it is joined to, if any, what is known of it, and its bare text.

    `company` are meetings of the library at which several others of the same paper appear too (`company_of`).
    """

    meeting_id: int | None = None
    body: str | None = None
    committee: str | None = None
    text: str = ""
    company: frozenset[int] = field(default_factory=frozenset)
    taken: frozenset[int] = field(default_factory=frozenset)


def identify(found: FoundPerson, known: Sequence[Known], setting: Setting) -> int | None:
    """The id of the one person this can only be; None where nobody fits, or several do.

    `known` are those of the same surname; `setting.taken` are people that others of the same document are already.
    """
    fitting = [k for k in known if k.person.id not in setting.taken and names_agree(found, k.person)]
    for test in (_same_meeting, _same_full_name_and_place, _same_place, _same_work, _same_mention, _same_company):
        passed = [k for k in fitting if test(found, k, setting)]
        exact = [k for k in passed if _full_name_equal(found, k)]
        if len(exact) == 1:
            return exact[0].person.id
        if len(passed) == 1:
            return passed[0].person.id
        if passed:
            return None
    return None


def names_of(found: FoundPerson) -> tuple[str, ...]:
    """Every printed form of a found person's name."""
    return (found.name, *(alias for alias in found.aliases if alias != found.name))


def names_agree(found: FoundPerson, person: Person) -> bool:
    """Whether the names may be one person's: a name known of old is enough, else no full name may clash."""
    printed = (person.name, *person.aliases)
    if any(bare(a) == bare(b) for a in names_of(found) for b in printed if name_parts(b).forenames):
        return True
    theirs = [n for n in printed if name_parts(n).forenames] or list(printed)
    ours = [n for n in names_of(found) if name_parts(n).forenames] or [found.name]
    return any(may_be_same(a, b) for a in ours for b in theirs) and may_be_same(found.name, person.name)


def _full_name_equal(found: FoundPerson, known: Known) -> bool:
    ours = {_whole(name) for name in names_of(found)} - {None}
    return bool(ours & ({_whole(name) for name in known.names} - {None}))


def _whole(name: str) -> tuple[str, str] | None:
    """First forename and surname, where the forename is more than an initial."""
    parts = name_parts(name)
    return (parts.forenames[0], parts.surname) if parts.forenames and len(parts.forenames[0]) > 1 else None


def _same_meeting(_found: FoundPerson, known: Known, setting: Setting) -> bool:
    return setting.meeting_id is not None and setting.meeting_id in known.meetings


def _same_place(found: FoundPerson, known: Known, setting: Setting) -> bool:
    """One body, and both hold a forename or initial: "Cllr J Smith" of one council is its "Cllr Jane Smith"."""
    if not setting.body or bare(setting.body) not in known.bodies:
        return False
    if any(name_parts(name).forenames for name in names_of(found)):
        return any(name_parts(name).forenames for name in known.names)
    return bool(setting.committee) and bare(setting.committee) in known.committees


def _same_full_name_and_place(found: FoundPerson, known: Known, setting: Setting) -> bool:
    """The same forename and surname, and nothing known of the bodies and organisations that tells them apart."""
    if not _full_name_equal(found, known):
        return False
    if found.organisation and bare(found.organisation) in known.organisations:
        return True
    if found.organisation and known.organisations:
        return False
    if setting.body and known.bodies:
        return bare(setting.body) in known.bodies
    if setting.body or known.bodies or not setting.committee:
        return _same_work(found, known, setting)
    return bare(setting.committee) in known.committees


def _same_work(found: FoundPerson, known: Known, _setting: Setting) -> bool:
    """The same full name with the same organisation, or with the same post where no organisation contradicts."""
    if not _full_name_equal(found, known):
        return False
    if found.organisation and bare(found.organisation) in known.organisations:
        return True
    contradicted = bool(found.organisation and known.organisations)
    return bool(found.post) and not contradicted and bare(found.post or "") in known.posts


_COMPANY = 4
"""So many people of one paper who all appear at one meeting show that both papers are of one body."""


def company_of(found: Sequence[FoundPerson], known: Sequence[Sequence[Known]]) -> frozenset[int]:
    """The meetings at which at least four of the found people appear by the very names printed here."""
    met: Counter[int] = Counter()
    for person, candidates in zip(found, known, strict=True):
        met.update({meeting for k in candidates if _printed_equal(person, k) for meeting in k.meetings})
    return frozenset(meeting for meeting, people in met.items() if people >= _COMPANY)


def _printed_equal(found: FoundPerson, known: Known) -> bool:
    parts = name_parts(found.name)
    return bool(parts.forenames) and any(name_parts(name) == parts for name in known.names)


def _same_company(found: FoundPerson, known: Known, setting: Setting) -> bool:
    """The very name, at a meeting where others of the same paper were too, and no organisation to part them."""
    if not known.meetings & setting.company:
        return False
    if not _printed_equal(found, known) and bare(found.name) not in map(bare, known.names):
        return False
    ours = bare(found.organisation or "")
    return not ours or not known.organisations or ours in known.organisations


_TELLING = 10
"""Letters from which on the name of a post, body or organisation tells one from another."""


def _same_mention(found: FoundPerson, known: Known, setting: Setting) -> bool:
    """The same full name, and the one paper names the post or organisation that the other gives the person.

    For letters and saved pages, which say little of themselves. Contradiction parts them as ever.
    """
    if not _full_name_equal(found, known) or (found.organisation and known.organisations):
        return False
    theirs = known.organisations | known.posts | known.bodies
    if any(len(words) >= _TELLING and words in setting.text for words in theirs):
        return True
    ours = (bare(words) for words in (found.organisation, found.post, setting.body) if words)
    return any(len(words) >= _TELLING and words in known.text for words in ours)


def better_name(kept: str, printed: str) -> str:
    """Which of two printed forms of one name says more: forenames over initials, initials over none."""

    def worth(name: str) -> tuple[int, int]:
        parts = name_parts(name)
        return (sum(2 if len(part) > 1 else 1 for part in parts.forenames), len(folded(name)))

    return printed if worth(printed)[0] > worth(kept)[0] else kept
