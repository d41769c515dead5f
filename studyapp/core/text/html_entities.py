"""HTML entities to letters, whatever their numbers."""

import html
import re

_INVALID_ENTITY = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,});?")
"""No letter has such a number, and Python refuses to read the longest ones."""


def replace_invalid_entities(html: str) -> str:
    """HTML whose entities can all be read."""
    return _INVALID_ENTITY.sub("\ufffd", html) if "&#" in html else html


def unescape_entities(html_text: str) -> str:
    """The letters that the entities stand for."""
    return html.unescape(replace_invalid_entities(html_text))
