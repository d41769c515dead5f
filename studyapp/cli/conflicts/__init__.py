"""Questions about notes that were changed here and in Anki."""
