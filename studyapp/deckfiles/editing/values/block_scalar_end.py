"""The last block scalar of a note. What follows it can change its text: a line break, or blank lines."""

import re
from collections.abc import Iterable

from studyapp.deckfiles.editing.values.marked_nodes import (
    BLOCK_STYLES,
    MarkedMapping,
    MarkedNode,
    MarkedScalar,
    MarkedSequence,
)
from studyapp.deckfiles.editing.values.splices import Splice

KEEPING_HEADER = re.compile(r"[|>][0-9]?\+")
"""What may be the header of a block scalar to which the blank lines below belong."""

_HEADER = re.compile(r"([|>][0-9]*)([+-]?)([0-9]*)")


def end_without_line_break(text: str, node: MarkedNode, splices: Iterable[Splice]) -> list[Splice]:
    """Return the splice with which the last text of a file keeps its missing line break if lines are added below.

    It is empty if the text is not a block scalar or is changed by one of the splices anyway.
    """
    scalar = _last_scalar(node)
    if scalar is None or scalar.style not in BLOCK_STYLES or text[scalar.end :].strip("\r\n"):
        return []
    if any(splice.start < scalar.end and splice.end > scalar.start for splice in splices):
        return []
    header = _HEADER.match(text, scalar.start)
    assert header is not None
    return [Splice(scalar.start, header.end(), f"{header[1]}{header[3]}-")]


def _last_scalar(node: MarkedNode) -> MarkedScalar | None:
    while not isinstance(node, MarkedScalar):
        if node.is_flow:
            return None
        if isinstance(node, MarkedMapping) and node.entries:
            node = node.entries[-1].value
        elif isinstance(node, MarkedSequence) and node.items:
            node = node.items[-1]
        else:
            return None
    return node
