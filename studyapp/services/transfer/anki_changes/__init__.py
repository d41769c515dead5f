"""What was changed in Anki and here since the common version of each note."""
