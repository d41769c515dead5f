"""The steps of an edit: reading and writing deck files, and recording what is undone together."""
