"""Detecting whether the cells of a table are HTML."""

import re
from collections.abc import Iterable

_ELEMENTS = (
    "a|abbr|audio|b|bdi|bdo|big|blockquote|br|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font"
    "|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|pre|q|rp|rt|ruby|s|samp|small|source|span|strike|strong|sub|summary|sup"
    "|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video|wbr"
)
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:\s+[a-z][\w:-]*\s*=[^<>]*)?\s*/?>", re.IGNORECASE)
"""A tag of an element that formats text. Anki reads everything in angle brackets as a tag, and doesn't show `List<String>`."""


def contains_html(cells: Iterable[str]) -> bool:
    """Return whether one of the cells has an HTML tag."""
    return any("<" in cell and _TAG.search(cell) for cell in cells)
