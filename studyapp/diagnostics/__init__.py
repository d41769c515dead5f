"""What helps to find an error: the log, reports about unexpected errors, and reports for a bug report. They contain
nothing from cards or decks, and no user names."""
