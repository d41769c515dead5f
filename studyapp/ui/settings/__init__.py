"""The settings of the application."""
