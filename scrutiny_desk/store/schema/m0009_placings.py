"""Whose list of exempt information a restriction names; what a person did that a new version has no sure place for.
Frozen."""

TABLES = """
ALTER TABLE restriction ADD COLUMN nation TEXT NOT NULL DEFAULT '' CHECK (nation IN
    ('', 'england', 'wales', 'scotland', 'northern_ireland'));

CREATE TABLE placing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    tag_id INTEGER REFERENCES tag (id) ON DELETE CASCADE,
    note_id INTEGER REFERENCES note (id) ON DELETE CASCADE,
    old_document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    quote TEXT NOT NULL,
    places TEXT NOT NULL DEFAULT '[]',
    settled TEXT NOT NULL DEFAULT '' CHECK (settled IN ('', 'placed', 'left')),
    CHECK ((question_id IS NOT NULL) + (undertaking_id IS NOT NULL) + (decision_id IS NOT NULL)
        + (action_id IS NOT NULL) + (tag_id IS NOT NULL) + (note_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX placing_question ON placing (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX placing_undertaking ON placing (undertaking_id) WHERE undertaking_id IS NOT NULL;
CREATE INDEX placing_decision ON placing (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX placing_action ON placing (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX placing_tag ON placing (tag_id) WHERE tag_id IS NOT NULL;
CREATE INDEX placing_note ON placing (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX placing_old ON placing (old_document_id);
CREATE INDEX placing_document ON placing (document_id, settled);
"""
