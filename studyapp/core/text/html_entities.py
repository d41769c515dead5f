"""Decoding of HTML entities, including invalid numeric ones."""

import html
import re

_INVALID_ENTITY = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,});?")
"""Numeric entities too large for any character. `html.unescape` raises ValueError for the longest of them."""


def replace_invalid_entities(html_text: str) -> str:
    """Replace numeric entities that are too large for any character with U+FFFD."""
    return _INVALID_ENTITY.sub("\ufffd", html_text) if "&#" in html_text else html_text


def unescape_entities(html_text: str) -> str:
    """Replace entities with the characters that they stand for."""
    return html.unescape(replace_invalid_entities(html_text))
