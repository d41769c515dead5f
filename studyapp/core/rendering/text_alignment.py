"""Whether the text of a card is centered or left-aligned.

Both sides of a card are aligned in the same way, so that nothing moves when the answer is shown. The decision does not
depend on the size of the window: it estimates the number of lines in a card of the usual width.
"""

import re

from studyapp.core.rendering.face_html import Face
from studyapp.core.rendering.markdown_rendering import html_to_text
from studyapp.core.rendering.text_layout.line_count import MAX_SHORT_LINES, estimate_line_count

_IMAGE = re.compile(r"<img[^<>]*>")
_STRUCTURE = re.compile(r'<(?:li|pre|table|blockquote|dd)\b|<p align="left"')


def is_left_aligned(face: Face) -> bool:
    """Return whether a card holds a list, code, a table, a quote or options, or a text that is not short.

    Left-aligned, the start of each line is easier to find."""
    sides = (face.question, face.answer, face.explanation)
    return any(
        _STRUCTURE.search(side) is not None
        or estimate_line_count(html_to_text(_IMAGE.sub("", side))) > MAX_SHORT_LINES
        for side in sides
    )
