"""Private-use characters that mark cloze deletions in a formula."""

FILLED_START, FILLED_END = "\ue000", "\ue001"
"""Enclose a cloze deletion that is filled in and marked."""

BLANK_START, BLANK_END = "\ue002", "\ue003"
"""Enclose the hint of a hidden cloze deletion."""
