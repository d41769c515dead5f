"""Reading Anki packages."""
