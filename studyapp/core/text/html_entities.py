"""HTML entities to letters, whatever their numbers."""

import html
import re

_ENDLESS = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,});?")
"""No letter has such a number, and Python refuses to read the longest ones."""


def without_endless(words: str) -> str:
    """HTML whose entities can all be read."""
    return _ENDLESS.sub("\ufffd", words) if "&#" in words else words


def unescape(words: str) -> str:
    """The letters that the entities stand for."""
    return html.unescape(without_endless(words))
