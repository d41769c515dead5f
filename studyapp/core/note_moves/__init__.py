"""Under which note the history of moved notes counts."""
