"""Messages of several commands as text."""
