"""The first sessions over the bundled decks, and the decks that wait for others."""
