"""How the corpus is scored: what recognition found in a document, set against what a careful officer would note down.

A gold row is found when the words it names stand in the quote of a found row; a found row serves one gold row. Gold
rows marked optional count neither way, nor do answers whose question is not recorded. Shares of asker, answerer,
status and maker are of the rows found. The form of a gold file is told in README.md beside this file.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scrutiny_desk.domain.blocks import Block, quote_of
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import Findings, FoundPerson
from scrutiny_desk.domain.people import Who, may_be_same, name_parts
from scrutiny_desk.reading import read
from scrutiny_desk.recognition import recognise

HERE = Path(__file__).parent
HALVES = ("seen", "aside")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
LONGEST_QUESTION = 2000
LONGEST_UNDERTAKING = 800
LISTS = ("questions", "undertakings", "decisions")
SHARES = (
    *("asker", "answerer", "status", "falsely answered", "maker", "people", "posts", "items", "false items"),
    *("meeting", "made up", "kind"),
)
FEWER_IS_BETTER = frozenset({"falsely answered", "false items", "made up"})
CLOSED = frozenset({"answered", "answered_later"})
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Confidence from each of these up to the next."""


@dataclass(frozen=True)
class Case:
    """One document of the corpus, its house style by number, and its gold."""

    half: str
    style: int
    path: Path
    gold: dict

    @property
    def name(self) -> str:
        return self.path.stem


@dataclass
class Marks:
    """Counts that add up: `right` of `out_of`, by measure, and what went wrong in words."""

    right: dict[str, int] = field(default_factory=dict)
    out_of: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, measure: str, right: int | bool, out_of: int = 1) -> None:
        self.right[measure] = self.right.get(measure, 0) + int(right)
        self.out_of[measure] = self.out_of.get(measure, 0) + out_of

    def merge(self, other: "Marks") -> None:
        for measure, out_of in other.out_of.items():
            self.add(measure, other.right[measure], out_of)

    def share(self, measure: str) -> float | None:
        """The share that is right, or None where there was nothing to get right."""
        return self.right[measure] / self.out_of[measure] if self.out_of.get(measure) else None

    def f1(self, kind: str) -> tuple[float, float, float] | None:
        """Precision, recall and F1 of a list, or None where neither gold nor findings hold any of it."""
        gold, found = self.out_of.get(f"{kind} wanted", 0), self.out_of.get(f"{kind} found", 0)
        if not gold and not found:
            return None
        recall = self.right[f"{kind} wanted"] / gold if gold else 1.0
        precision = self.right[f"{kind} found"] / found if found else float(not gold)
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def cases(half: str) -> list[Case]:
    """The documents of one half that have gold, in the order of their style numbers."""
    found = []
    for path in sorted((HERE / half).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found.append(Case(half, int(path.name[:2]), path.with_name(gold["document"]), gold))
    return found


def folded(text: str | None) -> str:
    """White space and quotation marks made alike, lower case."""
    return re.sub(r"[\s\u00a0]+", " ", (text or "").translate(STRAIGHT)).strip().casefold()


def paired(gold: Iterable[dict], quotes: Sequence[str], longest: int) -> tuple[list[tuple[dict, int]], list[int]]:
    """(gold row, index of the quote that holds it) one to one, firm rows and short quotes first; and what is left."""
    left = [i for i, quote in enumerate(quotes)]
    pairs = []
    for row in sorted(gold, key=lambda row: bool(row.get("optional"))):
        fits = [i for i in left if len(quotes[i]) <= longest and folded(row["find"]) in folded(quotes[i])]
        if fits:
            best = min(fits, key=lambda i: len(quotes[i]))
            pairs.append((row, best))
            left.remove(best)
    return pairs, left


def mark_list(marks: Marks, kind: str, gold: Sequence[dict], quotes: Sequence[str], longest: int = LONGEST_QUESTION):
    """Count one list; gives the firm pairs, for whoever has more to ask of them."""
    pairs, left = paired(gold, quotes, longest)
    firm = [row for row in gold if not row.get("optional")]
    hits = [(row, i) for row, i in pairs if not row.get("optional")]
    marks.add(f"{kind} wanted", len(hits), len(firm))
    marks.add(f"{kind} found", len(hits), len(hits) + len(left))
    marks.faults += [f"missed in {kind}: {row['find']}" for row in firm if not any(row is hit for hit, _ in hits)]
    marks.faults += [f"false in {kind}: {folded(quotes[i])[:140]}" for i in left]
    return hits


def called(who: Who | None) -> str:
    return who.words if who else ""


def same(gold: str, who: Who | None) -> bool:
    """Whether the name found may be the person the gold names, who may be named by surname alone."""
    name = called(who)
    if f" {folded(name)}".endswith(f" {folded(gold)}"):
        return True
    if name_parts(gold).forenames:
        return may_be_same(gold, name)
    return bool(name) and name_parts(gold).surname == name_parts(name).surname


UNNAMED = re.compile(
    r"\b(members?|councillors?|committee|panel|chair\w*|convener|public|resident|representative|lady)\b", re.I
)


def asker_right(gold: str | None, who: Who | None) -> bool:
    """Nobody may be guessed; a collective or unnamed asker keeps the record's word for it."""
    if gold is None:
        return not (who and who.name)
    word = UNNAMED.search(gold)
    if not word:
        return same(gold, who)
    key = folded(word.group())
    key = "chair" if key.startswith("chair") else key.rstrip("s")
    return key in folded((who.label if who else None) or called(who))


def answerers_right(gold: dict, found: Sequence[Who]) -> bool:
    """All who replied and not more than one besides, none named where none is known; `answered_by_any` is lenient."""
    wanted, lenient = gold["answered_by"], gold.get("answered_by_any")
    if wanted == ["witnesses"]:
        return bool(found)
    if not wanted:
        return bool(lenient) or not any(who.name for who in found)
    hits = [name for name in wanted if any(same(name, who) for who in found)]
    if lenient:
        return bool(hits)
    return len(hits) == len(wanted) and len(found) <= len(wanted) + 1


def mark_questions(marks: Marks, gold: dict, found: Findings, blocks: Sequence[Block]) -> None:
    rows = [row for row in found.questions if row.question_recorded]
    quotes = [quote_of(tuple(blocks), row.spans) for row in rows]
    for wanted, i in mark_list(marks, "questions", gold["questions"], quotes):
        row, start = rows[i], wanted["find"][:70]
        for measure, right, got in (
            ("asker", asker_right(wanted["asked_by"], row.asked_by), called(row.asked_by)),
            ("answerer", answerers_right(wanted, row.answered_by), [called(who) for who in row.answered_by]),
            ("status", row.status in wanted["status"], str(row.status)),
        ):
            marks.add(measure, right)
            if measure == "status" and row.status in CLOSED:
                marks.add("falsely answered", not right)
            if not right:
                key = {"asker": "asked_by", "answerer": "answered_by", "status": "status"}[measure]
                marks.faults.append(f"wrong {measure}: {start} | {wanted[key]} | found {got}")


def mark_undertakings(marks: Marks, gold: dict, found: Findings, blocks: Sequence[Block]) -> None:
    quotes = [quote_of(tuple(blocks), row.spans) for row in found.undertakings]
    for wanted, i in mark_list(marks, "undertakings", gold["undertakings"], quotes, LONGEST_UNDERTAKING):
        makers = found.undertakings[i].made_by
        right = not wanted["made_by"] or any(same(name, who) for name in wanted["made_by"] for who in makers)
        marks.add("maker", right)
        if not right:
            marks.faults.append(
                f"wrong maker: {wanted['find'][:70]} | {wanted['made_by']} | {[called(w) for w in makers]}"
            )


def mark_people(marks: Marks, gold: dict, found: Findings) -> None:
    def who_is(person: dict) -> list[FoundPerson]:
        names = [name for name in (person["name"], person.get("also")) if name]
        return [
            one for one in found.people
            if any(same(name, Who(as_printed)) for name in names for as_printed in (one.name, *one.aliases))
        ]  # fmt: skip

    for person in gold["people"]:
        if person.get("optional"):
            continue
        allowed = {person["capacity"], *person.get("capacity_any", [])}
        allowed |= {"officer", "witness"} if allowed & {"officer", "witness"} else set()
        mine = who_is(person)
        right = any(one.capacity in allowed for one in mine)
        marks.add("people", right)
        if not right:
            marks.faults.append(f"person: {person['name']} ({person['capacity']}) | {[str(o.capacity) for o in mine]}")
        if person.get("post"):
            right = any(folded(one.post) == folded(person["post"]) for one in mine)
            marks.add("posts", right)
            if not right:
                marks.faults.append(f"post: {person['name']}, {person['post']} | {[one.post for one in mine]}")
    for name in gold.get("absent_people", []):
        there = [one for one in who_is({"name": name}) if one.capacity in ("member", "officer", "witness")]
        marks.add("people", not there)
        if there:
            marks.faults.append(f"person who was not there: {name}")


def mark_items(marks: Marks, gold: dict, found: Findings) -> None:
    """Items found with number and title; and, of the items found, those that are items of business."""
    if gold["kind"] == "report":
        return
    left = list(found.items)
    used = 0
    for wanted in gold["items"]:
        title = folded(wanted["title"])
        fits = [
            item for item in left
            if (wanted["number"] is None or (item.number or "").rstrip(".") == wanted["number"])
            and (title in folded(item.title) if wanted.get("title_any") else title == folded(item.title))
        ]  # fmt: skip
        if fits:
            left.remove(fits[0])
            used += 1
        if not wanted.get("optional"):
            marks.add("items", bool(fits))
            if not fits:
                marks.faults.append(f"missed item: {wanted['number']} {wanted['title']}")
    marks.add("false items", len(left), len(left) + used)
    marks.faults += [f"false item: {item.number} {item.title}" for item in left]


def mark_meeting(marks: Marks, gold: dict, found: Findings) -> None:
    for name, wanted in gold["meeting"].items():
        if name == "body_inferred":
            continue
        got = getattr(found.meeting, name)
        if name == "body" and not got and gold["meeting"].get("body_inferred"):
            continue
        if wanted is None:
            right = not got
            marks.add("made up", not right)
        else:
            right = folded(wanted) == folded(got) or (name in ("place", "committee") and folded(wanted) in folded(got))
        marks.add("meeting", right)
        if not right:
            marks.faults.append(f"meeting {name}: {wanted!r} | {got!r}")
    marks.add("kind", found.kind == gold["kind"])
    if found.kind != gold["kind"]:
        marks.faults.append(f"kind: {gold['kind']} | {found.kind}")


def mark(gold: dict, found: Findings, blocks: Sequence[Block]) -> Marks:
    """Everything recognised in one document, marked."""
    marks = Marks()
    mark_questions(marks, gold, found, blocks)
    mark_undertakings(marks, gold, found, blocks)
    rows = [*found.decisions, *found.actions]
    mark_list(marks, "decisions", gold["decisions"] + gold["actions"], [quote_of(tuple(blocks), r.spans) for r in rows])
    mark_people(marks, gold, found)
    mark_items(marks, gold, found)
    mark_meeting(marks, gold, found)
    return marks


def confidences(gold: dict, found: Findings, blocks: Sequence[Block]) -> list[tuple[float, bool]]:
    """(confidence, whether it is one) of every question and undertaking that gold does not leave to taste."""
    told = []
    for rows, wanted, longest in (
        ([row for row in found.questions if row.question_recorded], gold["questions"], LONGEST_QUESTION),
        (found.undertakings, gold["undertakings"], LONGEST_UNDERTAKING),
    ):
        pairs, left = paired(wanted, [quote_of(tuple(blocks), row.spans) for row in rows], longest)
        told += [(rows[i].confidence, True) for row, i in pairs if not row.get("optional")]
        told += [(rows[i].confidence, False) for i in left]
    return told


def calibration(half: str) -> list[tuple[float, int, float]]:
    """(lower end of the band, findings in it, share that are right), for every band that holds any."""
    told = []
    for case in cases(half):
        document = read(case.path)
        told += confidences(case.gold, recognise(document), document.blocks)
    bands = []
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        here = [right for confidence, right in told if low <= confidence < high]
        if here:
            bands.append((low, len(here), sum(here) / len(here)))
    return bands


ASKED = re.compile(r"\?|\basked\b", re.I)


def plain_questions(document: ReadDocument) -> list[str]:
    """The baseline: every sentence with a question mark or the word "asked" is a question."""
    sentences = (s for block in document.blocks for s in re.split(r"(?<=[.?!])\s+", block.text))
    return [sentence for sentence in sentences if ASKED.search(sentence)]


def score(case: Case, recogniser: Callable[[ReadDocument], Findings] = recognise) -> tuple[Marks, Marks]:
    """The marks of recognition and of the baseline for one document."""
    document = read(case.path)
    baseline = Marks()
    mark_list(baseline, "questions", case.gold["questions"], plain_questions(document))
    return mark(case.gold, recogniser(document), document.blocks), baseline


def whole(half: str) -> dict[int, tuple[Marks, Marks]]:
    """Marks and baseline of each style of one half, by style number; 0 holds the total."""
    by_style: dict[int, tuple[Marks, Marks]] = {0: (Marks(), Marks())}
    for case in cases(half):
        got, baseline = score(case)
        for key in (0, case.style):
            marks, plain = by_style.setdefault(key, (Marks(), Marks()))
            marks.merge(got)
            plain.merge(baseline)
    return by_style


def figures(half: str) -> dict[str, float]:
    """The totals of one half as plain figures, for a record or a threshold."""
    marks, baseline = whole(half)[0]
    told = {}
    for kind in LISTS:
        for label, value in zip(("precision", "recall", "F1"), marks.f1(kind) or (), strict=False):
            told[f"{kind} {label}"] = round(value, 4)
    told |= {name: round(value, 4) for name in SHARES if (value := marks.share(name)) is not None}
    told["baseline questions F1"] = round((baseline.f1("questions") or (0, 0, 0))[2], 4)
    return told
