"""Readers for Anki packages and collections."""
