"""An import killed at any moment: every paper is in whole or not at all, and nothing a person said is lost.

SCRUTINY_CRASHES=500 is the long mode, which imports the real minutes too where they are beside the checkout.
"""

import os
import random
import signal
import subprocess
import sys

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import exporting, importing, reviewing, safekeeping
from scrutiny_desk.store import create_library, open_library

USUAL = 40
TIMES = int(os.environ.get("SCRUTINY_CRASHES", USUAL))
LONGEST_WAIT = 0.12
"""Seconds between a line the import prints and its end: longer than it takes to take in any one of the papers."""
EDITED = {Kind.DECISIONS: "decisions", Kind.ACTIONS: "actions"}

pytestmark = pytest.mark.timeout(60 + 20 * TIMES)


@pytest.fixture(scope="module")
def papers(root):
    """The folders to import."""
    seeds = root.parent / "shared" / "seeds"
    return [root / "resources" / "sample", *([seeds] if TIMES > USUAL and seeds.is_dir() else [])]


@pytest.fixture(scope="module")
def undisturbed(papers, tmp_path_factory):
    """What the library holds after each paper of an import that nobody disturbs, nothing first."""
    with create_library(tmp_path_factory.mktemp("undisturbed") / "a.scrutiny") as library:
        states = [contents(library)]
        report = importing.import_paths(library, papers, on_row=lambda _row: states.append(contents(library)))
    assert not report.failed
    return states


def contents(library):
    """Everything in the library but when it came and what a person has said of it since."""
    data = exporting.as_data(library)
    for kind, rows in data.items():
        for row in rows if isinstance(rows, list) else ():
            row.pop("imported_at", None)
            if kind in EDITED.values():
                row.pop("review", None)
    return data


def reviews(library, kind):
    return {row["id"]: row["review"] for row in exporting.as_data(library)[EDITED[kind]]}


class Story:
    """One library, imported into, edited and interrupted again and again."""

    def __init__(self, path, papers, chance, environment):
        self.path, self.papers, self.chance, self.environment = path, papers, chance, environment
        self.confirmed = {kind: set() for kind in EDITED}

    def one_crash(self, lines):
        """Import until so many lines are printed and a moment has passed; edit meanwhile; kill everything."""
        command = [sys.executable, "-m", "scrutiny_desk", "import", *map(str, self.papers)]
        process = subprocess.Popen(
            [*command, "--library", str(self.path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment,
            start_new_session=True,
        )
        for _ in range(lines):
            process.stdout.readline()
        self.edit()
        try:
            process.wait(self.chance.uniform(0, LONGEST_WAIT))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        process.wait()

    def edit(self):
        """Confirm something beside the import; what cannot be done is told, and then it counts for nothing."""
        if not self.path.exists():
            return
        kind = self.chance.choice(list(EDITED))
        try:
            with open_library(self.path) as library:
                open_ones = [row for row, review in reviews(library, kind).items() if review == "suggested"]
                if open_ones:
                    row = self.chance.choice(open_ones)
                    reviewing.confirm(library, kind, [row])
                    self.confirmed[kind].add(row)
        except Trouble:
            return

    def check(self, undisturbed):
        """Nothing is wrong, every paper is whole or absent, every confirmation stands; how many papers there are."""
        if not self.path.exists():
            return 0
        try:
            health = safekeeping.check(self.path, full=True)
            assert health.well, health.sentences
            with open_library(self.path) as library:
                held = contents(library)
                assert held == undisturbed[len(held["documents"])]
                for kind, rows in self.confirmed.items():
                    found = reviews(library, kind)
                    assert {found[row] for row in rows} <= {"confirmed"}
        except Trouble as trouble:
            raise AssertionError(f"the library cannot be opened any more: {trouble}") from trouble
        return len(held["documents"])


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows ends a process, not a group of them")
def test_an_import_killed_at_any_moment_loses_nothing(papers, undisturbed, tmp_path, root):
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    chance = random.Random(20310402)
    whole = len(undisturbed) - 1
    counted = {"libraries": 0, "half-way": 0, "confirmed": 0}
    story, held = None, whole
    for _ in range(TIMES):
        if held == whole:
            counted["libraries"] += 1
            story = Story(tmp_path / f"{counted['libraries']}.scrutiny", papers, chance, environment)
            held = 0
        story.one_crash(chance.randint(max(0, held - 1), min(held + 3, whole)))
        held = story.check(undisturbed)
        counted["half-way"] += held < whole
        counted["confirmed"] += sum(map(len, story.confirmed.values())) if held == whole else 0
    print(counted)
    assert counted["libraries"] > 1 and counted["half-way"] > TIMES // 3 and counted["confirmed"]
