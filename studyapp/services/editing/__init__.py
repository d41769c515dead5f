"""Editing notes: drafts and their checks, and changing the deck files."""
