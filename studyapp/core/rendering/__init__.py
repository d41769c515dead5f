"""Rendering of the two sides of a card as HTML."""
