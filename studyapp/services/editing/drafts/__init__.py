"""Drafts of notes: what an editor holds, and checks of it."""
