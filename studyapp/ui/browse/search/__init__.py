"""The query: its field, its completion, and the search in the background."""
