"""Committee packs in agenda order, and the header paragraphs a person has written for a briefing. Frozen."""

TABLES = """
ALTER TABLE draft ADD COLUMN details TEXT NOT NULL DEFAULT '[]';

CREATE TABLE pack (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    circulation TEXT NOT NULL CHECK (circulation IN ('public', 'members', 'restricted'))
) STRICT;

CREATE TABLE pack_paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pack_id INTEGER NOT NULL REFERENCES pack (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
    briefing TEXT NOT NULL DEFAULT '',
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    issue_id INTEGER REFERENCES issue (id) ON DELETE CASCADE,
    committee TEXT,
    CHECK ((document_id IS NOT NULL) + (briefing <> '') = 1)
) STRICT;
CREATE INDEX pack_paper_pack ON pack_paper (pack_id, position);
CREATE INDEX pack_paper_document ON pack_paper (document_id);
CREATE INDEX pack_paper_meeting ON pack_paper (meeting_id);
CREATE INDEX pack_paper_person ON pack_paper (person_id);
CREATE INDEX pack_paper_issue ON pack_paper (issue_id);
"""
