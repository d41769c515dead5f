"""Differences between two texts as rich text."""

import html
import re
from collections.abc import Sequence
from enum import Enum, auto

from studyapp.core.text.text_difference import PartKind, TextPart
from studyapp.ui.kit import theme

_SPACES = re.compile(r"\t|^ | (?= )", re.MULTILINE)
"""Spaces that HTML would not show."""

_TAB_WIDTH = 4
_CONTEXT_CHARACTERS = 24
"""How much of the text before the first difference an excerpt shows."""


class Side(Enum):
    """Which of the two texts is shown."""

    BEFORE = auto()
    AFTER = auto()
    BOTH = auto()


def format_difference(parts: Sequence[TextPart], side: Side = Side.BOTH) -> str:
    """Return the text of one side, or of both merged, with the parts marked that only one text has.

    Removed parts are struck through and added ones underlined, so that they differ not only by color.
    """
    hidden = {Side.BEFORE: PartKind.ADDED, Side.AFTER: PartKind.REMOVED, Side.BOTH: None}[side]
    return "".join(_format_part(part) for part in parts if part.kind is not hidden)


def format_excerpt(parts: Sequence[TextPart]) -> str:
    """Return both texts merged in one line, from shortly before the first difference."""
    if len(parts) > 1 and parts[0].kind is PartKind.SAME and len(parts[0].text) > _CONTEXT_CHARACTERS:
        parts = (TextPart(PartKind.SAME, f"…{parts[0].text[-_CONTEXT_CHARACTERS:]}"), *parts[1:])
    return format_difference([TextPart(part.kind, part.text.replace("\n", " ⏎ ")) for part in parts])


def _keep_spaces(spaces: re.Match[str]) -> str:
    return "&nbsp;" * (_TAB_WIDTH if spaces[0] == "\t" else 1)


def _format_part(part: TextPart) -> str:
    text = _SPACES.sub(_keep_spaces, html.escape(part.text)).replace("\n", "<br>")
    colours = theme.current_colours()
    match part.kind:
        case PartKind.SAME:
            return text
        case PartKind.REMOVED:
            return f'<s style="color: {colours.again}">{text}</s>'
        case PartKind.ADDED:
            return f'<u style="color: {colours.good}"><b>{text}</b></u>'
