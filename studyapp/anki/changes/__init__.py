"""What was changed of a note in Anki since its common version."""
