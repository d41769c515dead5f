"""The tables of text edits and of the bin."""
