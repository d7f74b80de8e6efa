"""Printed names: which words are a name, and what of it is title, forename, surname and honour."""

import re
from dataclasses import dataclass
from functools import lru_cache

from scrutiny_desk.domain.people import HONOURS, TITLES
from scrutiny_desk.recognition.forenames import FORENAMES
from scrutiny_desk.recognition.post_words import NOT_NAMES, POST_HEADS

COUNCILLOR_TITLES = frozenset(
    "cllr cllrs clr clrs councillor councillors councilor councilors councillr counciller alderman aldermen ald cmhlr "
    "cynghorydd connetable connétable senator bailie bailies councilmember councilwoman councilman comhairleoir".split()
)
_ALSO_FORENAMES = frozenset(("dean", "earl"))
_RANKS = frozenset("superintendent inspector constable sergeant officer commander".split())
_RANK_LEADS = frozenset("chief deputy assistant detective temporary area group station".split())
_MORE_TITLES = frozenset(
    "mx mayor provost bailie father fr pcso cso sister matron nurse pastor imam rabbi rabbi pc "
    "dc dci di dcc acc acfo dcfo sgt insp supt ch cdr col brig gen "
    "viscount viscountess earl countess baroness judge justice archdeacon dean "
    "bishop hon rt honourable alderwoman mlle "
    "mme m/s clrs clr counciller cllr. mssrs messrs".split()
)
ALL_TITLES = TITLES | COUNCILLOR_TITLES | _MORE_TITLES
_POST_TITLES = frozenset("pcso cso pc sgt sergeant insp inspector superintendent supt".split())
_PARISH_TITLES = frozenset("deputy connetable connétable senator".split())
_FIRST_TITLES = _RANK_LEADS | frozenset("metro county borough district parish town city lord right".split())
_SECOND_TITLES = ALL_TITLES | _RANKS | _RANK_LEADS | frozenset(("borough",))
_ALL_HONOURS = HONOURS | frozenset(
    "am ms kcb kcmg cmg gcb dcb cb cvo kcvo kt td tds mhk mlc cc bem obe dl jp "
    "frsa cipfa psm mbchb llb cstj rn rm obm".split()
)
_PARTICLES = frozenset(
    "de la le van von der den du da das dos di del della ap ab ferch verch al "
    "el bin ibn y ten ter zu mac nic ní ó uí st "
    "of san d'".split()
)
_INITIAL = re.compile(r"[A-Z](?:\.?-?[A-Z]){0,3}\.?")
_WORD = re.compile(r"(?:[dDlL]['’])?[^\W\d_](?:[^\W\d_]|['’\-‐](?=[^\W\d_]))*\.?")
_NAMESAKE = re.compile(r"\s*\(([A-Z])\)$")

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽ"
TITLE_PATTERN = (
    r"(?:(?:County Borough |County |Borough |District |Parish |Town |City )?"
    r"(?:Cllrs?|Clrs?|Councill?ors?|Councillr|Aldermen|Alderman|"
    r"Ald|Cmhlr|Cynghorydd|Conn[eé]table|Deputy|Senator|Bailie|Councilmember|Councilwoman|Councilman)\b\.?"
    r"|(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Baron|Prof|Professor|Rev|Revd|Reverend|Canon|Father|"
    r"Sgt|Sergeant|PCSO|CSO|PC|Inspector|Insp|Superintendent|Supt|Chief Inspector|Chief Superintendent)\b\.?)"
)
NAME_WORD = rf"(?:O['’]\s?|[DdLl]['’]|Ma?c\s)?[{UPPER}][^\W\d_]*(?:['’\-‐][^\W\d_]+)*"
INITIALS_PATTERN = r"(?:[A-Z]\.?[ \-]?){1,4}(?=\s?[A-Z][^\W\d_]|\s?O['’])"
PARTICLE_PATTERN = r"(?:(?:de la|de|van der|van|von|du|da|di|ap|ab|ferch|al|bin|of|le|la|St\.?)\s)"
TITLED_NAME = (
    rf"(?:{TITLE_PATTERN}\s+)+(?:(?:{INITIALS_PATTERN})\s*)?(?:{NAME_WORD}\s+){{0,2}}{PARTICLE_PATTERN}?{NAME_WORD}"
)
PLAIN_NAME = rf"(?:{NAME_WORD}|{INITIALS_PATTERN})\s+(?:[A-Z]\.?\s)?(?:{NAME_WORD}\s+)?{PARTICLE_PATTERN}?{NAME_WORD}"
_PREFIX_APART = re.compile(rf"(?<!\w)(O['’]|Ma?c)\s+(?=[{UPPER}][^\W\d_])")
"""The "O’" or "Mc" of a surname, parted from it: "O’ Brien"."""

_SINGULAR = {
    "councillors": "Councillor",
    "councilors": "Councillor",
    "cllrs": "Cllr",
    "clrs": "Cllr",
    "aldermen": "Alderman",
    "bailies": "Bailie",
    "messrs": "Mr",
}


def folded_spaces(text: str) -> str:
    """The text with each run of white space, non-breaking too, made one space and none at the ends."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as printed and taken apart. `strong` when title, initials or a known forename speak for a person."""

    printed: str
    titles: tuple[str, ...]
    words: tuple[str, ...]
    honours: tuple[str, ...] = ()
    strong: bool = False

    @property
    def name(self) -> str:
        """Forenames or initials and surname; a lone surname keeps its title, for it says too little without."""
        if "of" in self.words and self.titles:
            return " ".join((self.titles[-1], *self.words))
        if len(self.words) == 1 and self.titles and _bare(self.titles[-1]) in TITLES:
            return f"{self.titles[-1]} {self.words[0]}"
        return " ".join(self.words)

    @property
    def post(self) -> str | None:
        """The post a title tells of ("Borough Councillor", "Deputy Chief Constable"), else None."""
        titles = " ".join(self.titles)
        first = _bare(titles.split(" ")[0]) if titles else ""
        if first in _POST_TITLES and len(self.titles) == 1:
            return titles
        return titles if first in _FIRST_TITLES and first not in ("lord", "right") and " " in titles else None

    @property
    def councillor(self) -> bool:
        lettered = any(_bare(h) in ("cc", "am", "ms", "mla", "mhk") for h in self.honours)
        return lettered or any(_bare(t.split(" ")[-1]) in COUNCILLOR_TITLES for t in self.titles)

    @property
    def surname_only(self) -> bool:
        return len(self.words) == 1

    @property
    def initials(self) -> str:
        """Initials as minutes use them ("Joan MacAdder" is JM); hyphened parts count as one word."""
        out = ""
        for word in self.words:
            out += "".join(c for c in word if c.isupper()) if _INITIAL.fullmatch(word) else word[:1]
        return out.upper()


def _bare(word: str) -> str:
    return word.strip(".,;:()").casefold()


def _pop_titles(words: list[str]) -> list[str]:
    titles: list[str] = []
    while words:
        bare = _bare(words[0])
        if bare in ("the", "and", "&") and len(words) > 1 and not titles:
            words.pop(0)
        elif (
            (bare in ALL_TITLES and words[0][:1].isupper() and not _given(words))
            or (
                bare in _FIRST_TITLES
                and len(words) > 1
                and _bare(words[1]) in _SECOND_TITLES
                and words[0][:1].isupper()
            )
            or titles
            and bare in _RANKS
            and _bare(titles[-1]) in _RANK_LEADS
            and len(words) > 1
        ):
            titles.append(words.pop(0))
        else:
            break
    return titles


def _given(words: list[str]) -> bool:
    """Whether a title is here the forename that it also is: "Cllr Dean Ackerby", not "the Dean of Ely"."""
    return _bare(words[0]) in _ALSO_FORENAMES and len(words) > 1 and _bare(words[1]) != "of"


def _is_initial(word: str) -> bool:
    bare = word.casefold().strip(".")
    return bool(_INITIAL.fullmatch(word)) and bare not in _ALL_HONOURS and (len(bare) == 1 or bare not in NOT_NAMES)


def _name_words(words: list[str], titled: bool) -> bool:
    """Whether these words, titles and honours off, can be a name."""
    if not 1 <= len(words) <= 6:
        return False
    if not (len(words[-1].strip(".")) > 1 and words[-1][:1].isalpha()):
        return False
    if _INITIAL.fullmatch(words[-1]) and len(words) > 1 and len(words[-1].strip(".")) < 3:
        return False
    for index, word in enumerate(words):
        last = index == len(words) - 1
        if _INITIAL.fullmatch(word) and not last:
            continue
        if not _WORD.fullmatch(word):
            return False
        if not word[0].isupper() and (last or word.casefold() not in _PARTICLES) and word[:2].casefold() != "d'":
            return False
    if words[0].casefold() in _PARTICLES and not titled and not words[0][0].isupper():
        return False
    return _no_post_words(words, titled)


def _no_post_words(words: list[str], titled: bool) -> bool:
    hits = sum(
        _bare(word) in NOT_NAMES
        for word in words
        if (len(word) > 2 or not _INITIAL.fullmatch(word)) and _bare(word) not in _PARTICLES
    )
    if not hits:
        return True
    if words[0].casefold() in FORENAMES and _bare(words[0]) in NOT_NAMES:
        hits -= 1
        if not hits:
            return len(words) <= 3
    led = titled or _is_initial(words[0]) or words[0].casefold() in FORENAMES
    before = all(_is_initial(w) or w.casefold() in FORENAMES for w in words[:-1])
    return led and before and hits == 1 and _bare(words[-1]) in NOT_NAMES and len(words) <= (2 if not titled else 3)


@lru_cache(maxsize=16_384)
def printed_name(text: str, titled: str = "") -> PrintedName | None:
    """The name these words are, or None where they are none.

    `titled` is the title a whole list shares ("Councillors R Morgan, G Chambers": "Councillor"); it is this name's too
    where it has none of its own.
    """
    if len(text) > 160:
        return None
    text = folded_spaces(text).strip(",;:–- ").rstrip("*")
    if "c " in text or "O" in text:
        text = _PREFIX_APART.sub(r"\1", text)
    namesake = _NAMESAKE.search(text)
    if namesake:
        text = text[: namesake.start()]
    if not text or len(text) > 70:
        return None
    words = text.replace(". .", ".").split(" ")
    titles = _pop_titles(words)
    honours: list[str] = []
    while len(words) > 1 and _bare(words[-1]) in _ALL_HONOURS and words[-1].strip(".,").isupper():
        honours.insert(0, words.pop())
    words = [w.strip(",") for w in words if w.strip(",.")]
    if not words:
        return None
    words[-1] = words[-1].rstrip(".") if len(words[-1]) > 3 else words[-1]
    words = _parted(words)
    if titles and _bare(titles[0]) in _PARISH_TITLES and "of" in words[1:]:
        words = words[: words.index("of", 1)]
    if not _name_words(words, bool(titles or titled)) or len(words) == 1 and _is_rank(words[0], titles):
        return None
    if namesake and len(words) == 1:
        words = [namesake[1], *words]
    strong = (
        bool(titles)
        or _is_initial(words[0])
        and len(words) > 1
        or (len(words) > 1 and words[0].casefold().split("-")[0] in FORENAMES)
    )
    strong = strong or bool(honours) and len(words) > 1
    if titled and (
        not titles or _bare(titles[0]) in ("mrs", "ms", "miss", "dr", "mr", "sir", "prof", "dame", "lord", "lady")
    ):
        titles.insert(0, titled)
    titles = [_SINGULAR.get(_bare(t), t) for t in titles]
    return PrintedName(_unstopped(folded_spaces(text)), tuple(titles), tuple(words), tuple(honours), strong)


def _unstopped(text: str) -> str:
    """A printed name without the full stop that ends its sentence."""
    return text[:-1].rstrip() if text.endswith(".") and (len(text.split()[-1]) > 3 or text.endswith(" .")) else text


def _is_rank(word: str, titles: list[str]) -> bool:
    """Whether title and word are a post and no name: "Deputy Director", "Area Commander"."""
    led = bool(titles) and _bare(titles[-1]) in _RANK_LEADS
    letters = word.isupper() and 2 <= len(word) <= 5  # "Deputy PCC"
    return _bare(word) in _RANKS or led and (letters or _bare(word) in POST_HEADS)


def is_honour(text: str) -> bool:
    """Whether these words are an honour or letters of office ("OBE", "MP") and nothing else."""
    return all(_bare(w) in _ALL_HONOURS and w.strip(".").isupper() for w in text.split()) and bool(text.strip())


def _parted(words: list[str]) -> list[str]:
    """ "J.Smith" is "J." and "Smith"."""
    if len(words[0]) > 3 and "." in words[0][:-1]:
        head, _, tail = words[0].rpartition(".")
        if _INITIAL.fullmatch(head + ".") and tail[:1].isupper():
            return [head + ".", tail, *words[1:]]
    return words
