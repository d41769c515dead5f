"""A card as a screen reader says it."""
