"""Editing deck files: single notes change, and every other byte of the file stays the same."""
