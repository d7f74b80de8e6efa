"""Rules of a council's house style that a person made from corrections, and the passage that taught each. Frozen."""

TABLES = """
CREATE TABLE house_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('asks', 'asks_nothing', 'answers', 'puts_off', 'promises_nothing', 'stands_for',
        'holds_no_question', 'heads_list')),
    words TEXT NOT NULL CHECK (words <> ''),
    body TEXT NOT NULL CHECK (body <> ''),
    committee TEXT,
    name TEXT NOT NULL DEFAULT '',
    post TEXT NOT NULL DEFAULT '',
    capacity TEXT,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    document_id INTEGER REFERENCES document (id) ON DELETE SET NULL,
    block INTEGER,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX house_rule_person ON house_rule (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX house_rule_document ON house_rule (document_id) WHERE document_id IS NOT NULL;
"""
