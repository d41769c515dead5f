"""The check that a value reads as intended once it is written."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from studyapp.deckfiles.editing.values.lines import line_end
from studyapp.deckfiles.editing.values.marked_nodes import (
    MarkedMapping,
    MarkedNode,
    MarkedScalar,
    MarkedSequence,
    parse_marked_node,
)
from studyapp.deckfiles.editing.values.splices import Splice

_BLANK_LINES_AND_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*")


@dataclass(frozen=True, slots=True)
class ValuePlace:
    """Where a value stands: in a field of a mapping or in an item of a list, which starts at `start` in `column`.

    The column of a value in flow style has no meaning.
    """

    text: str
    start: int
    column: int
    is_flow: bool
    is_item: bool = False


def reads_as(place: ValuePlace, splice: Splice, value: Any) -> bool:
    """Return whether the field or item reads as `value` if the splice, which replaces its value, is applied.

    The blank lines and comments below are taken into account, because they can become part of a text.
    """
    before = place.text[place.start : splice.start]
    if place.is_flow:
        opening, closing = ("[", "]") if place.is_item else ("{", "}")
        source, column = f"{opening}{before}{splice.text}{closing}", 0
    else:
        following = _BLANK_LINES_AND_COMMENTS.match(place.text, line_end(place.text, splice.end))
        assert following is not None
        source, column = before + splice.text + place.text[splice.end : following.end()], place.column
    try:
        node = parse_marked_node(source, column, 0)
    except yaml.YAMLError:
        return False
    values = _to_value(node)
    only_value = list(values.values()) if isinstance(values, dict) else values
    return only_value == [_to_written(value)]


def is_same_value(one: Any, other: Any) -> bool:
    """Return whether two values are equal, including the order of languages."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(is_same_value(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same_value, one, other))
    return bool(one == other)


def _to_value(node: MarkedNode) -> Any:
    match node:
        case MarkedScalar(text=text):
            return text
        case MarkedSequence(items=items):
            return [_to_value(item) for item in items]
        case MarkedMapping(entries=entries):
            return {entry.key.text: _to_value(entry.value) for entry in entries}


def _to_written(value: Any) -> Any:
    """Return the value with texts in place of truth values."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return {name: _to_written(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_to_written(item) for item in value]
    return value
