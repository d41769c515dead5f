"""Differences between two texts as rich text."""

from studyapp.core.text.text_difference import compare_texts
from studyapp.ui.bulk_edit.difference_html import Side, format_difference, format_excerpt


def test_indentation_and_repeated_spaces_are_shown() -> None:
    parts = compare_texts("if x:\n    a  b\n\tc", "if x:\n    a  b\n\td")
    shown = format_difference(parts, Side.BEFORE)
    assert shown.startswith("if x:<br>&nbsp;&nbsp;&nbsp; a&nbsp; b<br>&nbsp;&nbsp;&nbsp;&nbsp;<s ")
    assert "⏎ &nbsp;&nbsp;&nbsp; a&nbsp; b" in format_excerpt(parts).replace("⏎&nbsp;", "⏎ ")
