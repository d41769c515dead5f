"""The command that lists and changes plans."""
