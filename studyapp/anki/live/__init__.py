"""A running Anki and its collection."""
