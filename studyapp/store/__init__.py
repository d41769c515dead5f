"""The SQLite store: the journal, the schedules, and the decks as last read. It contains all SQL on the collection."""
