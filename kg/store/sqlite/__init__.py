"""The default store: one SQLite file, nothing to install."""

from kg.store.sqlite.store import SqliteStore, open_file

__all__ = ["SqliteStore", "open_file"]
