"""The actions with keyboard shortcuts."""
