"""At the meeting the power goes: what was typed until then is in the library all the same."""

import os
import subprocess
import sys

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import notes, noting, sample, tables
from scrutiny_desk.store import connection, open_library

TYPED = "she will write by the end of May"
ASKED, TO_DO = "Who holds the figures?", "Send the ro"
MEETING = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.desk.app import application, open_window
from scrutiny_desk.desk.context import Place
from scrutiny_desk.settings import Settings

app = application()
window = open_window(open_workbench(Path(sys.argv[1]), settings=Settings(None)))
window.show()
def until(true):
    while not true():
        app.processEvents()
window.go(Place("live", id=int(sys.argv[2])))
live = window.pane("live")
until(lambda: live.turns)
count = len(live.turns)
print(live.turns[0].question_id, flush=True)
QTest.keyClick(live, "3")
QTest.keyClick(live, "n")
QTest.keyClicks(live.jot, sys.argv[3])
QTest.keyClick(live.jot, Qt.Key.Key_Return)
for key, typed in (("q", sys.argv[4]), ("a", sys.argv[5])):
    QTest.keyClick(live, key)
    QTest.keyClicks(live.jot, typed)
    if key == "q":
        QTest.keyClick(live.jot, Qt.Key.Key_Return)
        until(lambda: len(live.turns) > count)
until(lambda: not window.context.jobs.waiting)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_power_cut_takes_back_no_keystroke(tmp_path):
    path = sample.make(tmp_path / "sample.scrutiny")
    with open_library(path) as library:
        rows = tables.rows(library, Kind.QUESTIONS)
        row = dict(zip(rows.columns, rows.page(rows.ids(View(outstanding=True, order="-date")))[0], strict=True))
    done = subprocess.run(
        [sys.executable, "-c", MEETING, str(path), str(row["meeting_id"]), TYPED, ASKED, TO_DO],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode < 0, done.stderr
    question = int(done.stdout.strip())
    with open_library(path) as library:
        assert tables.question(library, question).status is QuestionStatus.PROMISED
        (note,) = notes.of(library, Kind.QUESTIONS, question)
        assert note.text.endswith(f": {TYPED}")
        noted = noting.of_meeting(library, row["meeting_id"])
        assert [(one.kind, one.words) for one in noted] == [("question", ASKED), ("action", TO_DO)]
        assert tables.question(library, noted[0].row_id).text == ASKED
        assert tables.action(library, noted[1].row_id).text == TO_DO


def test_a_step_is_on_the_disk_before_it_counts_as_done(tmp_path):
    writer = connection.writer(sample.make(tmp_path / "sample.scrutiny"))
    assert writer.execute("PRAGMA synchronous").fetchone()[0] == 2
    writer.close()
