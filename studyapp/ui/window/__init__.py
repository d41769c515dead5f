"""The main window, its sidebar, shortcuts and settings."""
