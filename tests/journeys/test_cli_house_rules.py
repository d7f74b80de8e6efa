"""A correction made into a rule from the command line, handed to a colleague, and switched off."""

import pytest

from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import reviewing
from scrutiny_desk.store import open_library

HEAD = """FERNHOLLOW TOWN COUNCIL

Minutes of the Amenities Committee held on Tuesday {day} 2025 at 7.00 pm

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle

In attendance: Dana Pell (Town Clerk)

5. Play areas

"""
BARK = "Cllr Nettle asked when the bark would come.\n\nDesk note: It came on Friday.\n"
SHED = "Cllr Vane asked who owned the shed.\n\nDesk note: The club does.\n"


@pytest.fixture
def papers(tmp_path):
    """A file of each of two meetings."""
    files = []
    for number, (day, text) in enumerate((("4 March", BARK), ("6 May", SHED))):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(HEAD.format(day=day) + text, encoding="utf-8")
    return files


def test_a_rule_is_shown_kept_handed_on_and_switched_off(program, papers, tmp_path):
    program.run("import", *papers)
    bark, shed = (q["id"] for q in program.export()["questions"])
    refused = program.run("house-style", "learn", "question", bark, status=1).stderr
    assert "as the program left it" in refused
    with open_library(program.library) as library:
        reviewing.correct_question(library, bark, status=QuestionStatus.ANSWERED)
    assert [(r["council"], r["corrected"]) for r in program.rows("house-style", "rate")] == [
        ("Fernhollow Town Council", 1)
    ]
    shown = program.run("house-style", "learn", "question", bark).stdout
    assert "Would be suggested otherwise (1):" in shown and "status: not answered → answered" in shown
    assert program.rows("house-style", "rules") == [], "shown, and nothing kept"
    assert "Kept as rule 1" in program.run("house-style", "learn", "question", bark, "--keep").stdout
    [row] = program.rows("house-style", "rules")
    assert row["rule"].endswith("a paragraph that begins “Desk note:” answers the question before it.") and row["on"]
    assert "1 rule written" in program.run("house-style", "export", tmp_path / "handed.toml").stdout
    assert 'words = "Desk note:"' in (tmp_path / "handed.toml").read_text(encoding="utf-8")
    assert "Nothing new" in program.run("house-style", "import", tmp_path / "handed.toml").stdout
    status = {q["id"]: q["status"] for q in program.export()["questions"]}
    assert status[shed] == "answered"
    assert "1 suggestion followed" in program.run("house-style", "rules", "--off", row["id"]).stderr
    assert {q["id"]: q["status"] for q in program.export()["questions"]}[shed] == "not_answered"
    program.run("house-style", "rules", "--remove", row["id"])
    assert program.rows("house-style", "rules") == []
    assert "no rule with the number" in program.run("house-style", "rules", "--on", row["id"], status=1).stderr
