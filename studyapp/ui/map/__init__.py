"""The map page: the concepts of a deck, how they build on each other, and what is remembered of each on any day."""
