"""The tracker's exchange with spreadsheets, and the question plan of a meeting or a witness. Frozen."""

TABLES = """
CREATE TABLE tracked (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER UNIQUE REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER UNIQUE REFERENCES undertaking (id) ON DELETE CASCADE,
    action_id INTEGER UNIQUE REFERENCES action (id) ON DELETE CASCADE,
    decision_id INTEGER UNIQUE REFERENCES decision (id) ON DELETE CASCADE,
    ref TEXT NOT NULL DEFAULT '',
    progress TEXT NOT NULL DEFAULT '',
    CHECK ((question_id IS NOT NULL) + (undertaking_id IS NOT NULL) + (action_id IS NOT NULL)
        + (decision_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX tracked_ref ON tracked (ref);

CREATE TABLE agreed (
    id INTEGER PRIMARY KEY,
    question_id INTEGER UNIQUE REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER UNIQUE REFERENCES undertaking (id) ON DELETE CASCADE,
    action_id INTEGER UNIQUE REFERENCES action (id) ON DELETE CASCADE,
    decision_id INTEGER UNIQUE REFERENCES decision (id) ON DELETE CASCADE,
    marks TEXT NOT NULL DEFAULT '{}',
    CHECK ((question_id IS NOT NULL) + (undertaking_id IS NOT NULL) + (action_id IS NOT NULL)
        + (decision_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE matching (
    id INTEGER PRIMARY KEY,
    headings TEXT NOT NULL UNIQUE,
    columns TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER UNIQUE REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER UNIQUE REFERENCES person (id) ON DELETE CASCADE,
    issue_id INTEGER UNIQUE REFERENCES issue (id) ON DELETE CASCADE,
    big_question TEXT NOT NULL DEFAULT '',
    minutes INTEGER,
    CHECK ((meeting_id IS NOT NULL) + (person_id IS NOT NULL) + (issue_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE plan_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE SET NULL,
    position INTEGER NOT NULL,
    theme TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    asker TEXT NOT NULL DEFAULT '',
    minutes INTEGER,
    why TEXT NOT NULL DEFAULT '',
    if_yes TEXT NOT NULL DEFAULT '',
    if_no TEXT NOT NULL DEFAULT '',
    if_evaded TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_line_plan ON plan_line (plan_id, position);
CREATE INDEX plan_line_question ON plan_line (question_id);
CREATE INDEX plan_line_undertaking ON plan_line (undertaking_id);
"""
