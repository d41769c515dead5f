"""Backups: verified copies of the collection with the deck files, media and settings that belong to it."""
