"""Cards: generation from notes, cloze deletions and card templates."""
