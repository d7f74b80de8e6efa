"""The first form of the library. Frozen: a change of tables is a new migration, never an edit here."""

TABLES = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('person', 'import', 'program')),
    kind TEXT NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo')),
    undoes INTEGER,
    merge_key TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT;

CREATE TABLE change_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL,
    tbl TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')),
    kind TEXT NOT NULL,
    owner_id INTEGER,
    owner_before INTEGER,
    old TEXT,
    new TEXT
) STRICT;
CREATE INDEX change_log_step ON change_log (step_id);
CREATE INDEX change_log_row ON change_log (tbl, row_id);
CREATE INDEX change_log_owner ON change_log (kind, owner_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT,
    committee TEXT,
    date TEXT,
    starts TEXT,
    ends TEXT,
    place TEXT,
    keep_until TEXT,
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_committee ON meeting (committee, date);

CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    path TEXT,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL DEFAULT '',
    format TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN
        ('minutes', 'report', 'agenda', 'questions', 'transcript', 'correspondence', 'other')),
    title TEXT,
    body TEXT,
    committee TEXT,
    date TEXT,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    pages INTEGER,
    searchable_pages INTEGER,
    classification TEXT NOT NULL CHECK (classification IN
        ('public', 'unknown', 'exempt', 'confidential', 'private')),
    classification_reason TEXT NOT NULL DEFAULT '',
    joined_to INTEGER REFERENCES document (id) ON DELETE SET NULL,
    joined_as TEXT NOT NULL DEFAULT '' CHECK (joined_as IN ('', 'copy', 'part', 'version')),
    arrived_in INTEGER REFERENCES document (id) ON DELETE SET NULL,
    imported_at TEXT NOT NULL,
    notices TEXT NOT NULL DEFAULT '[]',
    house_style TEXT NOT NULL DEFAULT '',
    sender TEXT,
    sent TEXT,
    subject TEXT,
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX document_meeting ON document (meeting_id);
CREATE INDEX document_joined ON document (joined_to);
CREATE INDEX document_arrived ON document (arrived_in);
CREATE INDEX document_sha ON document (sha256);

CREATE TABLE original (
    document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    ord INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'list_item', 'table_row', 'footnote')),
    text TEXT NOT NULL,
    page INTEGER,
    end_page INTEGER,
    printed_page TEXT,
    marker TEXT NOT NULL DEFAULT '',
    level INTEGER NOT NULL DEFAULT 0,
    strong INTEGER NOT NULL DEFAULT 0,
    cells TEXT NOT NULL DEFAULT '[]',
    UNIQUE (document_id, ord)
) STRICT;

CREATE TABLE restriction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    first_block INTEGER NOT NULL,
    last_block INTEGER NOT NULL,
    classification TEXT NOT NULL CHECK (classification IN
        ('public', 'unknown', 'exempt', 'confidential', 'private')),
    paragraph TEXT,
    words TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    by_person INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX restriction_document ON restriction (document_id);

CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
    number TEXT,
    title TEXT,
    position INTEGER NOT NULL DEFAULT 0,
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX item_meeting ON item (meeting_id, position);

CREATE TABLE item_document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    first_block INTEGER,
    last_block INTEGER,
    UNIQUE (item_id, document_id)
) STRICT;
CREATE INDEX item_document_document ON item_document (document_id, first_block);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    surname TEXT NOT NULL DEFAULT '',
    post TEXT,
    organisation TEXT,
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_surname ON person (surname);

CREATE TABLE alias (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    surname TEXT NOT NULL DEFAULT '',
    UNIQUE (person_id, name)
) STRICT;
CREATE INDEX alias_surname ON alias (surname);

CREATE TABLE appearance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
    capacity TEXT NOT NULL CHECK (capacity IN
        ('member', 'other_member', 'officer', 'witness', 'apologies', 'author', 'cabinet_sign_off')),
    post TEXT,
    organisation TEXT
) STRICT;
CREATE INDEX appearance_person ON appearance (person_id, capacity);
CREATE INDEX appearance_meeting ON appearance (meeting_id);
CREATE INDEX appearance_document ON appearance (document_id);
CREATE INDEX appearance_item ON appearance (item_id);

CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN
        ('answered', 'partly_answered', 'promised', 'answered_later', 'answer_not_minuted', 'not_answered')),
    question_recorded INTEGER NOT NULL DEFAULT 1 CHECK (question_recorded IN (0, 1)),
    follow_up_by TEXT,
    confidence REAL NOT NULL,
    review TEXT NOT NULL CHECK (review IN ('suggested', 'confirmed', 'corrected', 'rejected', 'added')),
    classification TEXT NOT NULL CHECK (classification IN
        ('public', 'unknown', 'exempt', 'confidential', 'private')),
    reason TEXT NOT NULL DEFAULT '',
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX question_item ON question (item_id);
CREATE INDEX question_meeting ON question (meeting_id);
CREATE INDEX question_status ON question (status, review);
CREATE INDEX question_review ON question (review);

CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    given TEXT NOT NULL CHECK (given IN ('at_meeting', 'later')),
    date TEXT,
    text TEXT NOT NULL,
    by_person INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX answer_question ON answer (question_id, position);

CREATE TABLE undertaking (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    due TEXT,
    due_words TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'overtaken')),
    confidence REAL NOT NULL,
    review TEXT NOT NULL CHECK (review IN ('suggested', 'confirmed', 'corrected', 'rejected', 'added')),
    classification TEXT NOT NULL DEFAULT 'unknown' CHECK (classification IN
        ('public', 'unknown', 'exempt', 'confidential', 'private')),
    reason TEXT NOT NULL DEFAULT '',
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX undertaking_question ON undertaking (question_id);
CREATE INDEX undertaking_item ON undertaking (item_id);
CREATE INDEX undertaking_meeting ON undertaking (meeting_id);
CREATE INDEX undertaking_state ON undertaking (state, due);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('resolved', 'recommended', 'agreed', 'noted')),
    text TEXT NOT NULL,
    confidence REAL NOT NULL,
    review TEXT NOT NULL CHECK (review IN ('suggested', 'confirmed', 'corrected', 'rejected', 'added')),
    classification TEXT NOT NULL DEFAULT 'unknown' CHECK (classification IN
        ('public', 'unknown', 'exempt', 'confidential', 'private')),
    reason TEXT NOT NULL DEFAULT '',
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX decision_item ON decision (item_id);
CREATE INDEX decision_meeting ON decision (meeting_id);

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    due TEXT,
    due_words TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'overtaken')),
    confidence REAL NOT NULL,
    review TEXT NOT NULL CHECK (review IN ('suggested', 'confirmed', 'corrected', 'rejected', 'added')),
    classification TEXT NOT NULL DEFAULT 'unknown' CHECK (classification IN
        ('public', 'unknown', 'exempt', 'confidential', 'private')),
    reason TEXT NOT NULL DEFAULT '',
    edited TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX action_item ON action (item_id);
CREATE INDEX action_meeting ON action (meeting_id);
CREATE INDEX action_state ON action (state, due);

CREATE TABLE who (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
    answer_id INTEGER REFERENCES answer (id) ON DELETE CASCADE,
    undertaking_id INTEGER REFERENCES undertaking (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN
        ('asked_by', 'put_to', 'answered_by', 'by', 'made_by', 'made_to', 'owner')),
    position INTEGER NOT NULL DEFAULT 0,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    name TEXT,
    label TEXT,
    CHECK ((question_id IS NOT NULL) + (answer_id IS NOT NULL)
        + (undertaking_id IS NOT NULL) + (action_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX who_question ON who (question_id, role, position) WHERE question_id IS NOT NULL;
CREATE INDEX who_answer ON who (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX who_undertaking ON who (undertaking_id, role, position) WHERE undertaking_id IS NOT NULL;
CREATE INDEX who_action ON who (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX who_person ON who (person_id, role, question_id, undertaking_id, action_id) WHERE person_id IS NOT NULL;
CREATE INDEX who_nameless ON who (question_id, undertaking_id, action_id, name, label) WHERE person_id IS NULL;
"""
