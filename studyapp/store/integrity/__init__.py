"""Protection of the collection file against replacement, foreign files beside it, and damage."""
