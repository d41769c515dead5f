"""Decoding of HTML entities, including invalid numeric ones."""

import html
import re
from html.entities import name2codepoint

_INVALID_ENTITY = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,});?")
"""Numeric entities too large for any character. `html.unescape` raises ValueError for the longest of them."""

_AMPERSAND = re.compile(r"&(?:(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)?")


def replace_invalid_entities(html_text: str) -> str:
    """Replace numeric entities that are too large for any character with U+FFFD."""
    return _INVALID_ENTITY.sub("\ufffd", html_text) if "&#" in html_text else html_text


def has_lone_ampersand(html_text: str) -> bool:
    """Return whether an ampersand stands for itself: it begins no numeric entity and none of HTML 4."""
    return any(
        not (match[1] or "").startswith("#") and match[1] not in name2codepoint
        for match in _AMPERSAND.finditer(html_text)
    )


def unescape_entities(html_text: str) -> str:
    """Replace entities with the characters that they stand for."""
    return html.unescape(replace_invalid_entities(html_text))
