"""The library: one SQLite file. The only home of SQL.

`from scrutiny_desk.store import open_library, create_library`; the nouns are modules of plain functions that take the
database a `Library.read()` or `Library.write()` hands out.
"""

from sqlite_utils import Database

from scrutiny_desk.store.library import Library, create_library, open_library

__all__ = ["Database", "Library", "create_library", "open_library"]
