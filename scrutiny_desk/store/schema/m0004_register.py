"""The register: how each question stands and by what, whose it is, when it is due, what it was chased by. Frozen."""

TABLES = """
ALTER TABLE question ADD COLUMN standing TEXT NOT NULL DEFAULT '' CHECK (standing IN
    ('', 'open', 'answered_in_full', 'part_answered', 'holding_reply', 'refused', 'transferred', 'corrected',
    'answered_elsewhere', 'see_webcast', 'disputed', 'overtaken', 'withdrawn'));
ALTER TABLE question ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));
ALTER TABLE undertaking ADD COLUMN settled_on TEXT;
ALTER TABLE action ADD COLUMN settled_on TEXT;
DROP INDEX question_owed;
CREATE INDEX question_owed ON question (status, review, meeting_id, closed);

CREATE TABLE standing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    answer_id INTEGER REFERENCES answer (id) ON DELETE SET NULL,
    state TEXT NOT NULL CHECK (state IN
        ('open', 'answered_in_full', 'part_answered', 'holding_reply', 'refused', 'transferred', 'corrected',
        'answered_elsewhere', 'see_webcast', 'disputed', 'overtaken', 'withdrawn')),
    day TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    shown_by TEXT NOT NULL DEFAULT '',
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    status TEXT NOT NULL CHECK (status IN
        ('answered', 'partly_answered', 'promised', 'answered_later', 'answer_not_minuted', 'not_answered')),
    status_before TEXT NOT NULL CHECK (status_before IN
        ('answered', 'partly_answered', 'promised', 'answered_later', 'answer_not_minuted', 'not_answered'))
) STRICT;
CREATE INDEX standing_question ON standing (question_id);
CREATE INDEX standing_answer ON standing (answer_id);
CREATE INDEX standing_day ON standing (day, closed, status);

CREATE TABLE response (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    decision_id INTEGER NOT NULL UNIQUE REFERENCES decision (id) ON DELETE CASCADE,
    put_to TEXT NOT NULL DEFAULT '',
    received_on TEXT,
    due TEXT,
    how TEXT NOT NULL DEFAULT '',
    reply TEXT NOT NULL DEFAULT 'awaited' CHECK (reply IN
        ('awaited', 'received', 'accepted', 'partly_accepted', 'rejected')),
    replied_on TEXT,
    reasons TEXT NOT NULL DEFAULT '',
    progress TEXT NOT NULL DEFAULT 'not_started' CHECK (progress IN
        ('not_started', 'under_way', 'paused', 'complete')),
    progress_on TEXT,
    progress_words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE due_day (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE,
    due TEXT,
    how TEXT NOT NULL DEFAULT '',
    said_on TEXT,
    CHECK ((question_id IS NOT NULL) + (undertaking_id IS NOT NULL) + (action_id IS NOT NULL)
        + (decision_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX due_day_question ON due_day (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX due_day_undertaking ON due_day (undertaking_id) WHERE undertaking_id IS NOT NULL;
CREATE INDEX due_day_action ON due_day (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX due_day_decision ON due_day (decision_id) WHERE decision_id IS NOT NULL;

CREATE TABLE tenure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    post TEXT,
    organisation TEXT,
    since TEXT,
    until TEXT,
    shown_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX tenure_person ON tenure (person_id);

CREATE TABLE charge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    post TEXT,
    organisation TEXT,
    since TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    latest INTEGER NOT NULL DEFAULT 1 CHECK (latest IN (0, 1)),
    CHECK ((question_id IS NOT NULL) + (undertaking_id IS NOT NULL) + (action_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX charge_question ON charge (question_id, latest) WHERE question_id IS NOT NULL;
CREATE INDEX charge_undertaking ON charge (undertaking_id, latest) WHERE undertaking_id IS NOT NULL;
CREATE INDEX charge_action ON charge (action_id, latest) WHERE action_id IS NOT NULL;
CREATE INDEX charge_person ON charge (person_id, latest);

CREATE TABLE chaser (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    step TEXT NOT NULL,
    title TEXT NOT NULL,
    day TEXT NOT NULL,
    sent_to TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX chaser_person ON chaser (person_id, day);

CREATE TABLE chased (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chaser_id INTEGER NOT NULL REFERENCES chaser (id) ON DELETE CASCADE,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE,
    CHECK ((question_id IS NOT NULL) + (undertaking_id IS NOT NULL) + (action_id IS NOT NULL)
        + (decision_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX chased_chaser ON chased (chaser_id);
CREATE INDEX chased_question ON chased (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX chased_undertaking ON chased (undertaking_id) WHERE undertaking_id IS NOT NULL;
CREATE INDEX chased_action ON chased (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX chased_decision ON chased (decision_id) WHERE decision_id IS NOT NULL;

CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    relation TEXT NOT NULL CHECK (relation IN ('repeats', 'concerns')),
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    other_question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    CHECK ((question_id IS NOT NULL) + (other_question_id IS NOT NULL) + (undertaking_id IS NOT NULL)
        + (decision_id IS NOT NULL) + (action_id IS NOT NULL) = 2)
) STRICT;
CREATE INDEX link_question ON link (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX link_other ON link (other_question_id) WHERE other_question_id IS NOT NULL;
CREATE INDEX link_undertaking ON link (undertaking_id) WHERE undertaking_id IS NOT NULL;
CREATE INDEX link_decision ON link (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX link_action ON link (action_id) WHERE action_id IS NOT NULL;

CREATE TABLE source_now (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    answer_id INTEGER REFERENCES answer (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    tag_id INTEGER REFERENCES tag (id) ON DELETE CASCADE,
    note_id INTEGER REFERENCES note (id) ON DELETE CASCADE,
    standing_id INTEGER REFERENCES standing (id) ON DELETE CASCADE,
    response_id INTEGER REFERENCES response (id) ON DELETE CASCADE,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    page INTEGER,
    printed_page TEXT,
    paragraph INTEGER,
    quote TEXT NOT NULL,
    spans TEXT NOT NULL DEFAULT '[]',
    CHECK ((question_id IS NOT NULL) + (answer_id IS NOT NULL) + (undertaking_id IS NOT NULL)
        + (decision_id IS NOT NULL) + (action_id IS NOT NULL) + (tag_id IS NOT NULL) + (note_id IS NOT NULL)
        + (standing_id IS NOT NULL) + (response_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO source_now (id, question_id, answer_id, undertaking_id, decision_id, action_id, tag_id, note_id,
    document_id, page, printed_page, paragraph, quote, spans)
    SELECT id, question_id, answer_id, undertaking_id, decision_id, action_id, tag_id, note_id,
    document_id, page, printed_page, paragraph, quote, spans FROM source;
DROP TABLE source;
ALTER TABLE source_now RENAME TO source;
CREATE INDEX source_question ON source (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX source_answer ON source (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX source_undertaking ON source (undertaking_id) WHERE undertaking_id IS NOT NULL;
CREATE INDEX source_decision ON source (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX source_action ON source (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX source_tag ON source (tag_id) WHERE tag_id IS NOT NULL;
CREATE INDEX source_note ON source (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX source_standing ON source (standing_id) WHERE standing_id IS NOT NULL;
CREATE INDEX source_response ON source (response_id) WHERE response_id IS NOT NULL;
CREATE INDEX source_document ON source (document_id);
"""
