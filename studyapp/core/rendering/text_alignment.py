"""Whether the text of a card is centered or left-aligned.

Both sides of a card are aligned in the same way, so that nothing moves when the answer is shown. The decision does not
depend on the size of the window: it estimates the number of lines in a card of the usual width.
"""

import re

from studyapp.core.rendering.face_html import Face
from studyapp.core.rendering.text_layout.line_count import MAX_SHORT_LINES, estimate_line_count
from studyapp.core.rendering.text_layout.plain_text import html_to_text

_IMAGE = re.compile(r"<img[^<>]*>")
_STRUCTURE = re.compile(r'<(?:li|pre|table|blockquote|dd)\b|<p align="left"')
_STRUCTURE_IN_CENTERED_TEXT = re.compile(r"<(?:li|pre|blockquote)\b")


def is_left_aligned(face: Face) -> bool:
    """Return whether a card holds a list, code, a table, a quote or options, or a text that is not short.

    Left-aligned, the start of each line is easier to find. If the deck asks for centered text, a table or many short
    lines stay centered.
    """
    if face.alignment == "left":
        return True
    sides = (face.question, face.answer, face.explanation)
    if face.alignment == "center":
        return any(map(_needs_left_alignment, sides))
    return any(_STRUCTURE.search(side) is not None or _count_lines(side) > MAX_SHORT_LINES for side in sides)


def _count_lines(html: str) -> int:
    return estimate_line_count(html_to_text(_IMAGE.sub("", html)))


def _needs_left_alignment(html: str) -> bool:
    """Return whether a text holds a list, code, a quote, or a paragraph that is not short."""
    paragraphs = html_to_text(_IMAGE.sub("", html)).splitlines()
    return _STRUCTURE_IN_CENTERED_TEXT.search(html) is not None or any(
        estimate_line_count(paragraph) > MAX_SHORT_LINES for paragraph in paragraphs
    )
