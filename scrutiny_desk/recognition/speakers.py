"""Who is meant by the printed words "Mr Speke", "the Director", "JM" at a place of a document."""

import re
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.findings import FoundPerson
from scrutiny_desk.domain.people import Capacity, Who, folded, may_be_same, name_parts
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import COUNCILLOR_TITLES, PrintedName, folded_spaces, printed_name
from scrutiny_desk.recognition.post_fits import FITS, letters_of, told_posts, words_of

_COLLECTIVE = re.compile(
    r"^(?:(?:the|a|an|one|another|some|several|all|other|both|two|three|many|any|"
    r"elected|local|ward|co-opted|independent|"
    r"lay|committee|panel|board|individual|various|further|a number of|a few)\s+)*"
    r"(?:members?|councillors?|committee|sub-committee|panel|commission|board|council|"
    r"cabinet|executive|chair(?:man|woman|person)?|"
    r"vice[- ]chair(?:man|woman|person)?|meeting|public|residents?|parishioners?|group|forum|witness(?:es)?|officers?|"
    r"representatives?|speakers?|attendees|everyone|people|convener|cathaoirleach|presiding member|"
    r"members? of (?:the )?(?:public|committee|panel|board|council|audience|sub-committee|"
    r"commission|forum|senedd)(?: \w+)?)$",
    re.I,
)
_CHAIR = re.compile(
    r"^(?:the\s+)?(?:acting\s+)?(?:chair(?:man|woman|person)?|convener|cathaoirleach|presiding member|mayor|provost)"
    r"(?:\s+of\s+the\s+(?:committee|panel|commission|board|meeting|sub-committee|council))?$",
    re.I,
)
_CIVIC = re.compile(r"^(?:the\s+)?(?:lord\s+)?(?:mayor|provost)$", re.I)
_OF_TOWN = re.compile(r"^((?:the\s+)?(?:lord\s+)?(?:mayor|provost))\s+of\s+[^,()]{2,40}$", re.I)
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_PORTFOLIO = re.compile(
    r"^(?:the\s+)?(?:portfolio\s+holder|cabinet\s+member|executive\s+member|lead\s+member)\s+(?:for|of)\s+", re.I
)
_VICE = re.compile(r"^(?:the\s+)?(?:vice|deputy)[- ]?chair(?:man|woman|person)?$", re.I)
_GENERIC_SERVICE = re.compile(r"\s+of\s+services?$", re.I)
_REPRESENTATIVE = re.compile(
    r"^(?:the\s+)?(?:representative|officer|spokes\w+|delegate)s?\s+(?:of|from|for)\s+(?:the\s+)?(.+)$", re.I
)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Speakers:
    """The people of a document and the ways it speaks of them.

    `questioned` holds, for an item's index, the people introduced or presenting in it; `visitors` are those whom
    nothing but their own asking shows to be there, such as residents in public question time. `chairs` and `vices` are
    indexes of those whom the lists show in the chair and beside it; `initials` gives the initials a list defines.
    """

    people: list[FoundPerson] = field(default_factory=list)
    list_blocks: set[int] = field(default_factory=set)
    questioned: dict[int, list[int]] = field(default_factory=dict)
    chairs: list[int] = field(default_factory=list)
    vices: list[int] = field(default_factory=list)
    initials: dict[str, list[int]] = field(default_factory=dict)
    visitors: set[int] = field(default_factory=set)
    titles: dict[int, frozenset[str]] = field(default_factory=dict)
    chair_changed: bool = False
    _cache: dict[tuple[str, int | None], Who] = field(default_factory=dict)
    _by_surname: dict[str, list[int]] = field(default_factory=dict)
    _posts: list[list[tuple[str, ...]]] = field(default_factory=list)
    _with_post_word: dict[str, list[int]] = field(default_factory=dict)
    _by_post_letters: dict[str, list[int]] = field(default_factory=dict)
    _of_body: dict[str, list[int]] = field(default_factory=dict)
    _by_first_name: dict[str, list[int]] = field(default_factory=dict)

    def add(
        self,
        name: PrintedName,
        capacity: Capacity,
        *,
        post: str | None = None,
        organisation: str | None = None,
        item: int | None = None,
        spans: tuple[Span, ...] = (),
    ) -> int:
        """Add somebody, or join what is said here to the one person it can be; the person's index.

        The first list that names somebody settles the capacity, save that a list of those there outweighs apologies.
        """
        self._cache.clear()
        index = self._known(name, capacity, post)
        if index is None:
            self.people.append(FoundPerson(name.name, capacity, post, organisation, self._aliases(name), item, spans))
            index = len(self.people) - 1
            self._posts.append([])
            self._by_surname.setdefault(name_parts(name.name).surname, []).append(index)
        else:
            self._join(index, name, capacity, post, organisation, spans)
        self._note_posts(index, name, post)
        self._index(index)
        if name.titles:
            words = {t.strip(".").casefold() for t in name.titles}
            self.titles[index] = self.titles.get(index, frozenset()) | words
        return index

    def _note_posts(self, index: int, name: PrintedName, post: str | None) -> None:
        """Let the person be found by post: the whole of it, its letters, each of two joined, and a rank as title."""
        more = told_posts(post, name.titles)
        self._posts[index] += [words for words in more if words not in self._posts[index]]
        for words in more:
            _note(self._by_post_letters, letters_of(words), index)
        for word in {word for words in more for word in words}:
            _note(self._with_post_word, word, index)

    def _index(self, index: int) -> None:
        """Let the person be found by forename and body without a look at everybody."""
        person = self.people[index]
        for forename in name_parts(person.name).forenames[:1]:
            _note(self._by_first_name, forename, index)
        for word in words_of(person.organisation or "")[:1]:
            _note(self._of_body, word, index)

    @staticmethod
    def _aliases(name: PrintedName) -> tuple[str, ...]:
        return (name.printed,) if name.printed != name.name else ()

    def _known(self, name: PrintedName, capacity: Capacity, post: str | None) -> int | None:
        """The one person this can be: by name, else by the same post under a surname that differs by a slip."""
        fits = [i for i in self._fitting(name) if self._may_join(i, name, capacity)]
        if not fits and post:
            surname = name_parts(" ".join(name.words)).surname
            words = words_of(post)
            fits = [
                i
                for i, posts in enumerate(self._posts)
                if words in posts and fuzz.ratio(name_parts(self.people[i].name).surname, surname) >= 80
            ]
        return fits[0] if len(fits) == 1 else None

    def _may_join(self, index: int, name: PrintedName, capacity: Capacity) -> bool:
        """A councillor and an officer of one surname are joined only where a forename or initial says so."""
        person = self.people[index]
        titles = self.titles.get(index, frozenset())
        if capacity is Capacity.OFFICER and titles & COUNCILLOR_TITLES and name.titles and not name.councillor:
            return False
        both = bool(name_parts(person.name).forenames) and len(name.words) > 1
        if name.councillor and person.capacity is Capacity.OTHER_MEMBER:
            return True
        members = {Capacity.MEMBER, Capacity.OTHER_MEMBER, Capacity.APOLOGIES}
        return both or (person.capacity in members) == (capacity in members)

    def _join(
        self,
        index: int,
        name: PrintedName,
        capacity: Capacity,
        post: str | None,
        organisation: str | None,
        spans: tuple[Span, ...],
    ) -> None:
        person = self.people[index]
        aliases = dict.fromkeys((*person.aliases, *self._aliases(name)))
        best = person.name
        if _fuller(name.name, person.name):
            aliases[person.name] = None
            best = name.name
        elif name.name != person.name:
            aliases[name.name] = None
        aliases.pop(best, None)
        settled = (
            capacity
            if person.capacity is Capacity.APOLOGIES and capacity is not Capacity.APOLOGIES
            else person.capacity
        )
        self.people[index] = replace(
            person,
            name=best,
            capacity=settled,
            post=person.post or post,
            organisation=person.organisation or organisation,
            aliases=tuple(aliases),
            spans=person.spans or spans,
        )

    def define_initials(self, initials: str, index: int) -> None:
        """Note initials that stand for a person, as a list defines them or as the name gives them."""
        at = self.initials.setdefault(initials.replace(".", "").upper(), [])
        if index not in at:
            at.append(index)
        self._cache.clear()

    def default_initials(self, index: int, name: str) -> None:
        """Let the initials of a name stand for the person where no list defines any."""
        if any(index in at for at in self.initials.values()):
            return
        words = [w for w in like(r"[\s.]+").split(name) if w and w[0].isupper()]
        if len(words) > 1:
            self.define_initials("".join(w[0] for w in words), index)

    def question(self, item: int, index: int) -> None:
        """Note that a person is presenting or being questioned in an item."""
        at = self.questioned.setdefault(item, [])
        if index not in at:
            at.append(index)

    def _fitting(self, name: PrintedName) -> list[int]:
        words = " ".join(name.words)
        known = self._by_surname.get(name_parts(words).surname, ())
        return [i for i in known if may_be_same(self.people[i].name, words)]

    def who(self, label: str, item: int | None) -> Who:
        """The person the words mean, where exactly one fits; else the words alone.

        Collective words keep no name. "The Chairman" is named where the lists show exactly one person in the chair and
        the chair did not change hands; the label keeps the words. A personal name that no list holds is its own.
        """
        label = folded_spaces(label)
        key = (label, item)
        if key not in self._cache:
            self._cache[key] = self._resolve(label, item)
        return self._cache[key]

    def _resolve(self, label: str, item: int | None) -> Who:
        bare = _POSSESSIVE.sub("", label.strip(" ,.;:"))
        bare = _OF_TOWN.sub(r"\1", bare) if " of " in bare else bare
        chairing = bool(_CHAIR.match(bare) or _VICE.match(bare))
        if not bare or _COLLECTIVE.match(bare) and not chairing:
            index = self._by_whole_post(bare)
            return Who(self.people[index].name, label, index) if index is not None else Who(None, label or None)
        named = self._named(bare, item)
        if named is not None:
            return named if named.label else replace(named, label=label)
        index = self._in_office(bare, item) if chairing else self._by_initials(bare)
        if chairing:
            return Who(self.people[index].name, label, index) if index is not None else Who(None, label)
        if index is None:
            index = self._by_post(bare, item)
        if index is None:
            index = self._by_forename(bare)
        if index is None:
            index = self._by_letters(bare)
        return Who(self.people[index].name, label, index) if index is not None else Who(None, label)

    def _named(self, bare: str, item: int | None) -> Who | None:
        """By a personal name in the words, with or without a post before or behind it."""
        name = printed_name(bare)
        if name is None and "," in bare:
            parts = [printed_name(part) for part in bare.split(",")]
            found = [p for p in parts if p is not None and p.strong]
            name = found[0] if len(found) == 1 else None
        if name is None and "(" in bare:
            name = printed_name(bare.split("(")[0])
        if name is None:
            return None
        fits = self._fitting(name)
        if len(fits) > 1:
            fits = self._narrowed(fits, name, item)
        if len(fits) == 1:
            return Who(self.people[fits[0]].name, bare, fits[0])
        if fits:
            return Who(None, bare)
        near = self._by_whole_post(bare)
        near = near if near is not None else self._nearly(name)
        if near is not None:
            return Who(self.people[near].name, bare, near)
        if name.strong or len(name.words) > 1 and self._by_post(bare, None) is None:
            return Who(name.name, bare)
        return None

    def _nearly(self, name: PrintedName) -> int | None:
        """The one bearer of a surname whose forename differs as slips of the pen do ("Jon" and "John")."""
        if len(name.words) < 2:
            return None
        words = " ".join(name.words)
        first = name_parts(words).forenames[0]
        bearers = self._by_surname.get(name_parts(words).surname, ())
        close = [
            i
            for i in bearers
            if (other := name_parts(self.people[i].name).forenames)
            and other[0][0] == first[0]
            and fuzz.ratio(other[0], first) >= 75
        ]
        return close[0] if len(close) == 1 else None

    def _narrowed(self, fits: list[int], name: PrintedName, item: int | None) -> list[int]:
        """Of several who fit: by councillor or not, then by printed title, then by who is questioned in the item."""
        members = {Capacity.MEMBER, Capacity.OTHER_MEMBER, Capacity.APOLOGIES}
        if name.titles:
            if name.councillor:
                kept = [i for i in fits if self.people[i].capacity in members]
            else:
                kept = [i for i in fits if self.people[i].capacity not in members]
            if len(kept) == 1:
                return kept
            wanted = {t.strip(".").casefold() for t in name.titles} & {"mr", "mrs", "ms", "miss", "dr", "sir"}
            same = [i for i in fits if wanted and wanted & self.titles.get(i, frozenset())]
            if len(same) == 1:
                return same
        here = [i for i in fits if item is not None and i in self.questioned.get(item, ())]
        return here if len(here) == 1 else fits

    def _by_whole_post(self, bare: str, least: int = 2) -> int | None:
        """The one person whose whole post these words are, for a "Panel Officer" is no group of officers."""
        wanted = words_of(bare)
        able = self._with_post_word.get(wanted[0], ()) if wanted and len(wanted) >= least else ()
        found = [i for i in able if wanted in self._posts[i]]
        return found[0] if len(found) == 1 else None

    def _in_office(self, bare: str, item: int | None) -> int | None:
        """Who is in the chair; a mayor or provost who has that post needs not be the one in the chair."""
        holder = self._by_post(bare, item) if _CIVIC.match(bare) else None
        if holder is None and _CIVIC.match(bare):
            so_called = [i for i, titles in self.titles.items() if titles & {"mayor", "provost"}]
            holder = so_called[0] if len(so_called) == 1 else None
        return holder if holder is not None else self._in_the_chair(bare)

    def _in_the_chair(self, bare: str) -> int | None:
        """The one person whom the lists show in the chair or beside it; nobody where the chair changed hands."""
        pool = self.chairs if _CHAIR.match(bare) else self.vices if _VICE.match(bare) else []
        if _CIVIC.match(bare) and any(like(r"(?i)(?:the\s+)?chair").match(self.people[i].post or "") for i in pool):
            return None
        return pool[0] if len(pool) == 1 and not self.chair_changed else None

    def _by_initials(self, bare: str) -> int | None:
        letters = bare.replace(".", "").replace(" ", "")
        if not like(r"[A-Z]{2,4}").fullmatch(letters):
            return None
        fits = self.initials.get(letters)
        return fits[0] if fits and len(fits) == 1 else None

    def _by_letters(self, bare: str) -> int | None:
        """By the first letters of a post: "the PCC" is the one Police and Crime Commissioner."""
        if not _ACRONYM.fullmatch(bare):
            return None
        fits = self._by_post_letters.get(bare.upper(), ())
        return fits[0] if len(fits) == 1 else None

    def _by_forename(self, bare: str) -> int | None:
        if not like(r"[^\W\d_][^\W\d_'’-]+").fullmatch(bare) or not bare[0].isupper():
            return None
        first = folded(bare)
        known = self._by_first_name.get(first, ())
        fits = [i for i in known if name_parts(self.people[i].name).forenames[:1] == (first,)]
        return fits[0] if len(fits) == 1 else None

    def _by_post(self, bare: str, item: int | None) -> int | None:
        """By a post: the whole post first, then its opening words, then its words anywhere, one person only."""
        wanted = words_of(_GENERIC_SERVICE.sub("", bare))
        if not wanted:
            return None
        able = sorted(self._with_post_word.get(wanted[0], ()))
        here = self.questioned.get(item, []) if item is not None else []
        pools = [[i for i in here if i in able], able]
        for pool in pools:
            for fits in FITS:
                found = [i for i in pool if any(fits(wanted, post) for post in self._posts[i])]
                if len(found) == 1:
                    return found[0]
                if len(found) > 1:
                    break
        if (portfolio := _PORTFOLIO.sub("", bare)) != bare and (
            holder := self._by_whole_post(portfolio, 1)
        ) is not None:
            return holder
        representative = _REPRESENTATIVE.match(bare)
        body = words_of(representative[1]) if representative else wanted
        known = sorted(self._of_body.get(body[0], ())) if body else ()
        found = [i for i in known if words_of(self.people[i].organisation or "")[: len(body)] == body]
        return found[0] if len(found) == 1 else None

    def answerer(self, label: str, item: int | None, span: Span | None = None) -> Who:
        """As `who`, for somebody who answers: a personal name that no list holds joins the people as a witness."""
        who = self.who(label, item)
        if who.name and who.person_id is None:
            name = printed_name(who.name if printed_name(who.label or "") is None else who.label or "")
            if name is not None and name.strong:
                index = self.add(name, Capacity.WITNESS, item=None, spans=(span,) if span else ())
                return Who(self.people[index].name, who.label, index)
        return who

    def witnesses_in(self, item: int | None) -> tuple[int, ...]:
        """Indexes of the people being questioned in this item.

        Those introduced or presenting in its item; where no item introduces anybody, all listed witnesses.
        """
        if item is not None and self.questioned.get(item):
            return tuple(self.questioned[item])
        if self.questioned and item is not None:
            return ()
        return tuple(i for i, p in enumerate(self.people) if p.capacity is Capacity.WITNESS and i not in self.visitors)


def _note(index: dict[str, list[int]], key: str, person: int) -> None:
    known = index.setdefault(key, [])
    if person not in known:
        known.append(person)


def _fuller(one: str, other: str) -> bool:
    """Whether one printed name says more than the other: a forename beats an initial, an initial none."""
    a, b = name_parts(one).forenames, name_parts(other).forenames
    return (sum(map(len, a)), len(a)) > (sum(map(len, b)), len(b))
