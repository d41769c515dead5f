"""The command line and the study session in a terminal."""
