"""Actions on the selected cards and notes, and their dialogs."""
