"""Decoding of HTML entities, including invalid numeric ones."""

import html
import re

_INVALID_ENTITY = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,});?")
"""Numeric entities too large for any character. `html.unescape` raises ValueError for the longest of them."""


def replace_invalid_entities(html: str) -> str:
    """Replace numeric entities that are too large for any character with U+FFFD."""
    return _INVALID_ENTITY.sub("\ufffd", html) if "&#" in html else html


def unescape_entities(html_text: str) -> str:
    """Replace entities with the characters that they stand for."""
    return html.unescape(replace_invalid_entities(html_text))
