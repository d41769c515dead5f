"""The tables that a sync with Anki uses: which notes were in sync, and reading some notes of a deck."""
