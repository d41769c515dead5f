"""The fields of the note editor."""
