"""Rules of a house style for undertakings, decisions and actions that were missed: three more kinds. Frozen."""

TABLES = """
CREATE TABLE house_rule_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('asks', 'asks_nothing', 'answers', 'puts_off', 'promises_nothing', 'stands_for',
        'holds_no_question', 'heads_list', 'promises', 'decides', 'tasks')),
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
INSERT INTO house_rule_new SELECT id, kind, words, body, committee, name, post, capacity, person_id, document_id, block,
    active, made_at FROM house_rule;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'house_rule')
    WHERE name = 'house_rule_new' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'house_rule');
DROP TABLE house_rule;
ALTER TABLE house_rule_new RENAME TO house_rule;
CREATE INDEX house_rule_person ON house_rule (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX house_rule_document ON house_rule (document_id) WHERE document_id IS NOT NULL;
"""
