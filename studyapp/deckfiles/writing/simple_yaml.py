"""Writing most fields of a note without PyYAML, which takes a multiple of the time.

The text is the same as PyYAML's, character by character. Whatever is not certain to be written as it is, such as a text
with a colon or an emoji, is left to PyYAML.
"""

import re
from collections.abc import Callable, Mapping, Sequence

LINE_WIDTH = 110
"""Characters after which PyYAML breaks lines, without the indentation of the whole."""

_MAX_NAME_LENGTH = 42
"""Characters of at most 3 bytes in UTF-8. PyYAML writes a name of more than 128 bytes on a line of its own."""

_PRINTABLE = "\u00a1-\u02af\u0370-\u1fff\u2010-\u2027\u3001-\ud7ff\uff01-\uffdc"
_LETTER = "A-Za-z\u00c0-\u02af\u0370-\u1fff\u3041-\ud7ff"
_PLAIN_TEXT = re.compile(rf'[{_LETTER}](?:[ !"$-9;-~{_PRINTABLE}]*[!"$-9;-~{_PRINTABLE}])?')
"""A text on one line, without colons and number signs, that starts with a letter: so it is no number or date."""

_LITERAL_TEXT = re.compile(rf"[!-~{_PRINTABLE}](?:[ -~{_PRINTABLE}\n]*[!-~{_PRINTABLE}])?")
_SPACE_AT_BREAK = re.compile(r" \n|\n ")
_PLAIN_ITEM = re.compile(rf"[{_LETTER}][A-Za-z0-9_{_LETTER}-]*")
_QUOTED_ITEM = re.compile(rf"[{_LETTER}][A-Za-z0-9_:{_LETTER}-]*")
"""A text with a colon, such as the tag of a hierarchy. PyYAML writes it in single quotes."""
_OTHER_VALUES = frozenset(("yes", "no", "true", "false", "on", "off", "null"))
"""Words that YAML takes for something other than a text."""


def write_list_item(fields: Mapping[str, object], dump: Callable[[object], str]) -> str:
    """Return a list item with these fields as `dump`, PyYAML, writes it."""
    text = _write_fields(fields, 2, dump)
    return dump([fields]) if text is None else f"- {text[2:]}"


def _write_fields(fields: Mapping[str, object], column: int, dump: Callable[[object], str]) -> str | None:
    """Return fields in block style, each line indented to `column`. None if PyYAML must see them all at once."""
    parts: list[str] = []
    for name, value in fields.items():
        text = _write_field(name, value, column, dump)
        if text is None:
            return None
        parts.append(text)
    return "".join(parts)


def _write_field(name: str, value: object, column: int, dump: Callable[[object], str]) -> str | None:
    indent = " " * column
    if not _is_plain(name, _MAX_NAME_LENGTH):
        return None
    if isinstance(value, str):
        if _is_plain(value, LINE_WIDTH - column - len(name) - 2):
            return f"{indent}{name}: {value}\n"
        if "\n" in value and _LITERAL_TEXT.fullmatch(value) and not _SPACE_AT_BREAK.search(value):
            lines = "".join(f"{indent}  {line}\n" if line else "\n" for line in value.split("\n"))
            return f"{indent}{name}: |-\n{lines}"
    elif isinstance(value, Mapping):
        inner = _write_fields(value, column + 2, dump) if value else None
        return None if inner is None else f"{indent}{name}:\n{inner}"
    elif isinstance(value, Sequence) and value:
        items = [_write_item(item) for item in value]
        line = f"{indent}{name}: [{', '.join(filter(None, items))}]\n"
        return line if None not in items and len(line) <= LINE_WIDTH else None
    else:
        return None
    # Only where it breaks lines does PyYAML need to know the column.
    line = dump({name: value})
    is_one_line = len(line.splitlines()) == 1 and len(line) + column <= LINE_WIDTH
    return f"{indent}{line}" if is_one_line else None


def _is_plain(text: str, max_length: int) -> bool:
    return (
        len(text) <= max_length
        and _PLAIN_TEXT.fullmatch(text) is not None
        and text.lower() not in _OTHER_VALUES
    )


def _write_item(item: object) -> str | None:
    """Return an item of a list in flow style. None if it is not certain how PyYAML writes it."""
    if not isinstance(item, str) or item.lower() in _OTHER_VALUES:
        return None
    if _PLAIN_ITEM.fullmatch(item):
        return item
    return f"'{item}'" if _QUOTED_ITEM.fullmatch(item) else None
