"""Widgets and images that show a card."""
