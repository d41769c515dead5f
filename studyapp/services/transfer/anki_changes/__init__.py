"""Merging the changes made in Anki with those made here since the common version of each note."""
