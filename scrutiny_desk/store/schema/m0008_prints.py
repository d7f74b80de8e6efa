"""A print of every long sentence of a document, by which other copies and versions of it are found at once. Frozen.

The search index finds a phrase too, but must look through every place where its words stand, which a library of
thousands of papers has tens of thousands of.
"""

TABLES = """
CREATE TABLE sentence_print (
    print INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    PRIMARY KEY (print, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sentence_print_document ON sentence_print (document_id);
"""
