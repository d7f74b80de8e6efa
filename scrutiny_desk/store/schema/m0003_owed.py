"""Indexes that hold all that the list of witnesses asks: what is owed, by whom, since when. Frozen."""

TABLES = """
DROP INDEX who_question;
CREATE INDEX who_question ON who (question_id, role, position, person_id) WHERE question_id IS NOT NULL;
DROP INDEX question_status;
CREATE INDEX question_owed ON question (status, review, meeting_id);
"""
