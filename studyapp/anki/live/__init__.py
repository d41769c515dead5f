"""Communication with a running Anki."""
