"""The rest of the library's first form: issues, notes, sources, versions and the search index. Frozen likewise."""

TABLES = """
CREATE TABLE issue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    parent_id INTEGER REFERENCES issue (id) ON DELETE SET NULL,
    colour TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX issue_parent ON issue (parent_id);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX tag_issue ON tag (issue_id, question_id);
CREATE INDEX tag_question ON tag (question_id, issue_id);

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    document_id INTEGER REFERENCES document (id) ON DELETE SET NULL,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE SET NULL,
    issue_id INTEGER REFERENCES issue (id) ON DELETE SET NULL,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_document ON note (document_id);
CREATE INDEX note_meeting ON note (meeting_id);
CREATE INDEX note_person ON note (person_id);
CREATE INDEX note_question ON note (question_id);
CREATE INDEX note_undertaking ON note (undertaking_id);
CREATE INDEX note_issue ON note (issue_id);

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    answer_id INTEGER REFERENCES answer (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    tag_id INTEGER REFERENCES tag (id) ON DELETE CASCADE,
    note_id INTEGER REFERENCES note (id) ON DELETE CASCADE,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    page INTEGER,
    printed_page TEXT,
    paragraph INTEGER,
    quote TEXT NOT NULL,
    spans TEXT NOT NULL DEFAULT '[]',
    CHECK ((question_id IS NOT NULL) + (answer_id IS NOT NULL) + (undertaking_id IS NOT NULL)
        + (decision_id IS NOT NULL) + (action_id IS NOT NULL) + (tag_id IS NOT NULL) + (note_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX source_question ON source (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX source_answer ON source (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX source_undertaking ON source (undertaking_id) WHERE undertaking_id IS NOT NULL;
CREATE INDEX source_decision ON source (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX source_action ON source (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX source_tag ON source (tag_id) WHERE tag_id IS NOT NULL;
CREATE INDEX source_note ON source (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX source_document ON source (document_id);

CREATE TABLE difference (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    one_document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    one_text TEXT NOT NULL,
    other_document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    other_text TEXT NOT NULL,
    settled TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX difference_question ON difference (question_id);
CREATE INDEX difference_undertaking ON difference (undertaking_id);
CREATE INDEX difference_decision ON difference (decision_id);
CREATE INDEX difference_one ON difference (one_document_id);
CREATE INDEX difference_other ON difference (other_document_id);

CREATE TABLE likeness (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('people', 'questions', 'meetings', 'documents', 'items')),
    one_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'same', 'different')),
    UNIQUE (kind, one_id, other_id)
) STRICT;
CREATE INDEX likeness_other ON likeness (kind, other_id);

CREATE TABLE proposal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('questions', 'undertakings', 'decisions', 'actions', 'meetings', 'people')),
    row_id INTEGER,
    finding TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL,
    verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'taken', 'refused'))
) STRICT;
CREATE INDEX proposal_document ON proposal (document_id, verdict);

CREATE TABLE import_report (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE import_row (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES import_report (id) ON DELETE CASCADE,
    file TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'known', 'joined', 'failed')),
    reason TEXT NOT NULL DEFAULT '',
    document_id INTEGER REFERENCES document (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX import_row_report ON import_row (report_id);
CREATE INDEX import_row_document ON import_row (document_id);

CREATE VIRTUAL TABLE block_words USING fts5 (
    text, content='block', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER block_stays BEFORE UPDATE ON block BEGIN
    SELECT raise(ABORT, 'the text of an imported document never changes');
END;
"""
