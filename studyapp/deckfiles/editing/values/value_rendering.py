"""New values and fields of notes as YAML, in the style of what surrounds them."""

import json
from typing import Any

from studyapp.deckfiles.editing.values.marked_nodes import MarkedMapping
from studyapp.deckfiles.editing.values.scalar_styles import quote
from studyapp.deckfiles.writing.deck_to_yaml import block_yaml, flow_yaml

_ESCAPED_IN_JSON = {character: f"\\u{ord(character):04x}" for character in "\x7f\x85\u2028\u2029\ufeff"}

Value = Any
"""A text, a truth value, a list of values, or values by name: what `note_to_fields` returns."""


def flow_value(value: Value, *, is_json: bool = False) -> str:
    """Return a value on one line, as JSON or in the flow style of YAML."""
    if not is_json:
        return flow_yaml(value)
    return "".join(
        _ESCAPED_IN_JSON.get(character, character) for character in json.dumps(value, ensure_ascii=False)
    )


def flow_entry(mapping: MarkedMapping, name: str, value: Value) -> str:
    """Return a field of a mapping in flow style, quoted if the first key of the mapping is."""
    key_style = mapping.entries[0].key.style if mapping.entries else ""
    key = quote(name, key_style) if key_style else flow_yaml(name)
    source = flow_value(value, is_json=key_style == '"')
    return f"{key}: {source}"


def block_entry(mapping: MarkedMapping | None, name: str, value: Value, column: int, newline: str) -> str:
    """Return a field in block style whose first line starts in `column`, without a line break at the end.

    Its key is quoted if the first key of the mapping is.
    """
    source = block_yaml({name: value}, column)[column:].removesuffix("\n")
    key_style = mapping.entries[0].key.style if mapping and mapping.entries else ""
    if key_style and not source.startswith(("'", '"')):
        source = quote(name, key_style) + source[len(name) :]
    return source.replace("\n", newline)
