"""Searching for cards."""
