"""Reading the changes of a note in Anki since its common version."""
