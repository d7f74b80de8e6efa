"""Speed of recognition on one core, in one run: python tests/speed/recognition/bench_recognition.py [--rounds 3]

Prints megabytes of text a second over the seen half of the corpus, each paper by itself, and over one long paper of
about a megabyte made of its minutes; then which share of the time each pass takes. Of several rounds the best counts,
for each paper apart, since other work on the machine only ever adds time.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from scrutiny_desk.domain.documents import ReadDocument  # noqa: E402
from scrutiny_desk.reading import read  # noqa: E402
from scrutiny_desk.recognition import house_style, kinds, meetings, recognise, restrictions  # noqa: E402

exchanges = import_module("scrutiny_desk.recognition.exchanges")
skeletons = import_module("scrutiny_desk.recognition.skeleton")

LONG = 1_000_000
PASSES = (
    ("kind of paper", kinds, "kind_of"),
    ("house style", house_style, "found"),
    ("items of business", skeletons, "_business"),
    ("meeting", meetings, "meeting"),
    ("restrictions", restrictions, "restrictions"),
    ("people", skeletons, "_people"),
    ("decisions", exchanges.Decisions, "run"),
    ("questions, answers, undertakings", exchanges.Walk, "run"),
    ("hearings", exchanges, "transcript_exchanges"),
    ("actions", exchanges, "actions_in"),
)


def papers() -> list[ReadDocument]:
    """The papers of the seen half, read."""
    folder = ROOT / "tests" / "corpus" / "seen"
    return [read(path) for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html")]


def size(document: ReadDocument) -> int:
    return sum(len(block.text.encode()) for block in document.blocks)


def one_long(documents: Sequence[ReadDocument]) -> ReadDocument:
    """One paper of the minutes among these, one behind the other and over again, until it is long enough."""
    minutes = [d for d in documents if kinds.kind_of(d) == "minutes"]
    blocks, length = [], 0
    while length < LONG:
        for document in minutes:
            blocks += [replace(block, order=len(blocks) + n) for n, block in enumerate(document.blocks)]
            length += size(document)
    return replace(minutes[0], blocks=tuple(blocks))


def best(documents: Sequence[ReadDocument], rounds: int) -> float:
    """Seconds of work on all of them, the best of several rounds for each."""
    least = [float("inf")] * len(documents)
    for _ in range(rounds):
        for index, document in enumerate(documents):
            start = time.process_time()
            recognise(document)
            least[index] = min(least[index], time.process_time() - start)
    return sum(least)


def shares(documents: Sequence[ReadDocument]) -> dict[str, float]:
    """The share of the whole time that each pass takes."""
    spent = dict.fromkeys((name for name, _, _ in PASSES), 0.0)

    def timed(name: str, run: Callable) -> Callable:
        def wrapped(*given: object, **named: object) -> object:
            start = time.process_time()
            try:
                return run(*given, **named)
            finally:
                spent[name] += time.process_time() - start

        return wrapped

    kept = [(place, attribute, getattr(place, attribute)) for _, place, attribute in PASSES]
    for name, place, attribute in PASSES:
        setattr(place, attribute, timed(name, getattr(place, attribute)))
    start = time.process_time()
    for document in documents:
        recognise(document)
    whole = time.process_time() - start
    for place, attribute, run in kept:
        setattr(place, attribute, run)
    return {name: seconds / whole for name, seconds in spent.items()}


def main() -> None:
    choice = argparse.ArgumentParser(description=__doc__)
    choice.add_argument("--rounds", type=int, default=3)
    rounds = choice.parse_args().rounds
    documents = papers()
    best(documents, 1)
    print(f"{'corpus, paper by paper':34} {sum(map(size, documents)) / 1e6 / best(documents, rounds):6.2f} MB/s")
    long = one_long(documents)
    print(
        f"{'one paper of ' + format(size(long) / 1e6, '.1f') + ' MB':34} {size(long) / 1e6 / best([long], rounds):6.2f} MB/s"
    )
    for name, share in sorted(shares(documents).items(), key=lambda row: -row[1]):
        print(f"{name:34} {share:6.0%}")


if __name__ == "__main__":
    main()
