"""Writing to the journal: actions on cards, undo and redo, moved notes, and corrected times."""
