"""Import, export and sync with Anki."""
