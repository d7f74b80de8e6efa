"""What was noted at a live meeting, and whether the minutes hold it too; rules that suggest tags. Frozen."""

TABLES = """
CREATE TABLE noting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    day TEXT NOT NULL,
    time TEXT NOT NULL,
    words TEXT NOT NULL,
    seems_question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    seems_action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
    settled TEXT NOT NULL DEFAULT '' CHECK (settled IN ('', 'offered', 'joined', 'apart')),
    CHECK ((question_id IS NOT NULL) + (action_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX noting_question ON noting (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX noting_action ON noting (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX noting_meeting ON noting (meeting_id);
CREATE INDEX noting_seems_question ON noting (seems_question_id) WHERE seems_question_id IS NOT NULL;
CREATE INDEX noting_seems_action ON noting (seems_action_id) WHERE seems_action_id IS NOT NULL;
CREATE INDEX noting_offered ON noting (settled) WHERE settled = 'offered';

CREATE TABLE tag_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    words TEXT NOT NULL DEFAULT '',
    CHECK ((words <> '') + (question_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX tag_rule_issue ON tag_rule (issue_id);
CREATE INDEX tag_rule_question ON tag_rule (question_id);

CREATE TABLE tag_offer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    question_id INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    rule_id INTEGER REFERENCES tag_rule (id) ON DELETE SET NULL,
    why TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'refused')),
    UNIQUE (issue_id, question_id)
) STRICT;
CREATE INDEX tag_offer_question ON tag_offer (question_id);
CREATE INDEX tag_offer_rule ON tag_offer (rule_id);
"""
