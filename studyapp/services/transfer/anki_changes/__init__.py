"""Three-way merge of each note: the last common version, the version in Anki and the version here."""
