"""A card on screen."""
