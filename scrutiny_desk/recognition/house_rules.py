"""Rules that a person made from corrections: their words as patterns, which hold for a paper, whom they name.

What they do to questions and replies is in `by_rules`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.domain.house_rules import HouseRule, RuleKind, same_body
from scrutiny_desk.domain.people import Capacity, may_be_same
from scrutiny_desk.recognition.house_style import HouseStyle, joined
from scrutiny_desk.recognition.names import NAME_WORD, printed_name
from scrutiny_desk.recognition.speakers import Speakers

_OF_COUNCIL = (
    r"(?:(?:County|Borough|District|Parish|Town|City)\s)?(?:Cllr|Clr|Councill?or|Alderman|Ald|Cmhlr|Cynghorydd|Bailie)"
    r"\b\.?"
)
_MR = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Revd|Canon|Sgt|PCSO|PC|Inspector|Insp)\b\.?"
_LETTERS = r"(?:[A-Z]\.?\s?){1,3}(?=[A-Z])"
_NAME = rf"(?:{_LETTERS})?{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}(?:\s*\([^()]{{2,60}}\))?"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NO_NAME = (
    r"(?:The|A|An|One|Another|Some|All|Any|In|On|At|By|To|For|It|This|That|These|There|Members?|Councillors?|Officers?|"
    r"Residents?|Committee|Panel|Council|Head|Director|Town|Parish|Clerk|Chair(?:man|woman|person)?|Mayor)\b"
)
_SLOTS = {
    "councillor": rf"{_OF_COUNCIL}\s+(?:{_MR}\s+)?{_NAME}",
    "person": rf"(?!{_NO_NAME})(?:{_MR}\s+{_NAME}|{NAME_WORD}\s+(?:[A-Z]\.?\s+)?{NAME_WORD}(?:\s*\([^()]{{2,60}}\))?)",
    "initials": r"[A-Z]{2,4}",
    "number": r"\d+(?:[.,/]\d+)*",
    "date": rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+\d{{4}})?",
}
_WHO = ("councillor", "person", "initials")
_THEN = r"(?:(?:also|then|further|again|next|subsequently)\s+)?"
_PIECE = re.compile(r"\{(\w+)\}|\s+|[^\s{]+|\{")


@lru_cache(maxsize=256)
def opening(words: str) -> re.Pattern[str]:
    """The words of a rule as a pattern for the head of a sentence; the group `who` is whom its first slot names."""
    out, named = "", "who"
    for piece in _PIECE.finditer(words.strip()):
        slot = piece[1]
        if slot in _SLOTS:
            group = f"(?P<{named}>{_SLOTS[slot]})" if slot in _WHO and named else f"(?:{_SLOTS[slot]})"
            named = "" if slot in _WHO else named
            out += rf"{group}(?:\s+{_THEN})?" if slot in _WHO and words[piece.end() :].startswith(" ") else group
        elif piece[0].isspace():
            out += "" if out.endswith(f"{_THEN})?") else r"\s+"
        else:
            out += f"(?i:{re.escape(piece[0])})".replace("'", "['’]")
    return re.compile(out + (r"(?!\w)" if words.strip()[-1:].isalnum() else ""))


def ending(words: str) -> re.Pattern[str]:
    """The words of a rule as a pattern for the end of a reply."""
    return re.compile(r"\b" + r"\s+".join(map(re.escape, words.split())).replace("'", "['’]") + r"[\W]*$", re.I)


def openings(sentence: str, most: int = 5) -> tuple[str, ...]:
    """The openings by which a sentence like this one may be known, short ones first: names, numbers and days made
    slots, the label or the verb kept. Empty where it has none that says enough."""
    text = " ".join(sentence.split())
    head, at = _slot_at(text, 0, _WHO)
    label = re.match(r"[^:.?!“”\"]{0,50}:", text[at:])
    if label and (head or any(letter.isalpha() for letter in label[0])):
        words = _slotted(label[0])
        return (f"{head}{words}",) if words else ()
    if not head:
        head, at = _office_at(text)
    found, tokens = [], [head] if head else []
    rest = re.sub(rf"^\s*{_THEN}", "", text[at:])
    for number, word in enumerate(rest.split()[:most]):
        bare = word.rstrip(",;.?!)")
        if not bare or bare[0] in "(“\"‘'£" or bare[0].isupper() and (head or number):
            break
        tokens.append("{number}" if re.fullmatch(_SLOTS["number"], bare) else bare)
        if len(tokens) >= 2:
            found.append(" ".join(tokens))
        if bare != word:
            break
    return tuple(found)


def _slot_at(text: str, at: int, slots: Sequence[str]) -> tuple[str, int]:
    for slot in slots:
        match = re.compile(rf"{_SLOTS[slot]}(?!\w)").match(text, at)
        if match:
            return f"{{{slot}}}", match.end()
    return "", at


def _office_at(text: str) -> tuple[str, int]:
    """The office or group with which a sentence begins ("The Head of Place", "A Member"), as printed; nothing where
    somebody is named in it."""
    match = re.match(r"(?:The|A|An|One|Another)(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w'’-]*){1,5}(?=\s+[a-z])", text)
    if match is None or re.search(rf"(?<!\w)(?:{_OF_COUNCIL}|{_MR})\s", f"{match[0]} "):
        return "", 0
    return match[0], match.end()


def _slotted(label: str) -> str:
    """A label with the names, days and numbers in it made slots; empty where nothing of its own is left."""
    for slot in ("date", "councillor", "person", "number"):
        label = re.sub(rf"(?<![\w{{]){_SLOTS[slot]}(?![\w}}])", f"{{{slot}}}", label, count=1)
    return label if re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", label)) or label.startswith("{") else ""


def applying(rules: Iterable[HouseRule], meeting: FoundMeeting) -> tuple[HouseRule, ...]:
    """The rules that hold for a paper, by the council and committee it names."""
    return tuple(
        rule
        for rule in dict.fromkeys(rules)
        if (rule.body is None or same_body(rule.body, meeting.body))
        and (rule.committee is None or same_body(rule.committee, meeting.committee))
    )


def with_lists(style: HouseStyle, rules: Sequence[HouseRule]) -> HouseStyle:
    """The style with the heads of lists that the rules add."""
    labels: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        if rule.kind is RuleKind.HEADS_LIST and rule.capacity is not None:
            labels[str(rule.capacity)] = (*labels.get(str(rule.capacity), ()), rule.words.casefold())
    if not labels:
        return style
    added = HouseStyle(f"{style.name}+{sorted(labels.items())}", style.title, labels, {}, style.signs)
    bare = {
        kind: tuple(word for word in words if word not in {w for own in labels.values() for w in own})
        for kind, words in style.labels.items()
    }
    return joined(HouseStyle(style.name, labels=bare, phrases=style.phrases, settings=style.settings), added)


def name_people(speakers: Speakers, rules: Sequence[HouseRule], blocks: Sequence[Block]) -> None:
    """Let words stand for those for whom the rules say they do, where they stand in the paper and it does not say
    otherwise itself."""
    for rule in rules:
        name = printed_name(rule.name) if rule.kind is RuleKind.STANDS_FOR else None
        where = _first(rule.words, blocks) if name else None
        if name is None or where is None or any(f"({rule.words})" in block.text for block in blocks):
            continue
        fits = [i for i, person in enumerate(speakers.people) if may_be_same(person.name, rule.name)]
        initials = re.fullmatch(r"[A-Z]{2,4}", rule.words)
        if len(fits) > 1:
            continue
        post = rule.post or (None if initials else rule.words)
        index = (
            speakers.add(name, rule.capacity or Capacity.WITNESS, post=post, spans=(where,))
            if not fits or not initials
            else fits[0]
        )
        if initials:
            speakers.initials[rule.words] = []
            speakers.define_initials(rule.words, index)


def _first(words: str, blocks: Sequence[Block]) -> Span | None:
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for block in blocks:
        match = pattern.search(block.text)
        if match:
            return Span(block.order, match.start(), match.end())
    return None
