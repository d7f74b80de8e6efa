"""People: who they are, in what capacity they were there, and when two printed names may be one person."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

HONOURS = frozenset(
    "mbe obe cbe kbe dbe gbe bem jp qc kc dl mp mep ms mla am msp phd bsc ba ma frics cpfa qpm gm esq".split()
)
TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady baroness baron prof professor rev reverend revd canon cllr cllrs "
    "councillor councillors councilor councillr alderman aldermen ald hon rt deputy connetable senator cmhlr "
    "cynghorydd major captain colonel lieutenant superintendent inspector sergeant".split()
)


class Capacity(StrEnum):
    """How a person appears in a document."""

    MEMBER = "member"
    OTHER_MEMBER = "other_member"
    OFFICER = "officer"
    WITNESS = "witness"
    APOLOGIES = "apologies"
    AUTHOR = "author"
    CABINET_SIGN_OFF = "cabinet_sign_off"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody a statement speaks of: `name` says who it is, `label` keeps the document's own words.

    Either may be None, never both made up: an unnamed "A Member" has a label and no name. `person_id` is the
    library's person; within `Findings` it is the index into `Findings.people`.
    """

    name: str | None
    label: str | None = None
    person_id: int | None = None

    @property
    def words(self) -> str:
        """The name, else the document's own words, else nothing."""
        return self.name or self.label or ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the library. Post and organisation are the latest known; each appearance has its own."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    post: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person in one document, in one capacity."""

    person_id: int
    meeting_id: int | None
    document_id: int
    item_id: int | None
    capacity: Capacity
    post: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class NameParts:
    """A printed name taken apart: titles and honours off; forenames or initials; the surname, folded."""

    forenames: tuple[str, ...]
    surname: str

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.forenames)


def post_in_words(post: str | None, organisation: str | None) -> str:
    """A post with its organisation, which is left out where the post names it already; empty where neither is known."""
    named = bool(post and organisation and organisation in post)
    return ", ".join(filter(None, (post, "" if named else organisation)))


def folded(text: str) -> str:
    """Lower case, accents off, curly quotes straight: for comparing, never for showing."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=16_384)
def name_parts(name: str) -> NameParts:
    """Take a printed name apart; an empty surname means that nothing but titles stood there."""
    words = [w.strip(".,;:()") for w in re.split(r"[\s\u00a0]+|(?<=[A-Za-z])\.(?=[A-Za-z])", folded(name))]
    words = [w for w in words if w]
    while words and words[-1] in HONOURS and len(words) > 1:
        words.pop()
    while words and words[0] in TITLES:
        words.pop(0)
    if not words:
        return NameParts((), "")
    return NameParts(tuple(w for w in words[:-1] if w not in TITLES), words[-1])


def may_be_same(one: str, other: str) -> bool:
    """Whether two printed names may be one person.

    Surnames must agree; forenames or initials, where both have them, must not contradict each other. "Mr Speke"
    may be "Jon Speke", "J H Quince" may be "Janet Quince", "T Collier" is not "P Collier". A title is
    no evidence either way, since records get them wrong.
    """
    a, b = name_parts(one), name_parts(other)
    if not a.surname or a.surname != b.surname:
        return False
    for left, right in zip(a.forenames, b.forenames, strict=False):
        short, long = sorted((left, right), key=len)
        if not (long.startswith(short) if len(short) == 1 else left == right):
            return False
    return True
