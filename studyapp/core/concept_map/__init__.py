"""The map of a deck: its concepts as nodes, joined by edges, and what is remembered of each."""
