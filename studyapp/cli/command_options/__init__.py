"""The options of commands, for the parser in `cli/arguments.py`."""
