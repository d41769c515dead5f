"""Cards: which cards a note has, cloze deletions and card templates."""
