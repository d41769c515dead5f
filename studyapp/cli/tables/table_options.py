"""The options of `studyapp import` for tables.

Every command builds the parsers of all commands, so what reads tables is loaded only if one of these options is used.
"""

import argparse
from types import SimpleNamespace

from studyapp.core.textfiles.table_layout import (
    FIELD_USES,
    ColumnUse,
    LayoutChoices,
    TableColumn,
    TableNoteType,
)

_IGNORED_NAMES = frozenset({"", "-", "ignored"})
_USE_NAMES = frozenset(ColumnUse) - {ColumnUse.NOTE}


def add_table_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to the parser of the command."""
    group = parser.add_argument_group("tables", "How to read a table (default: detected from its content)")
    group.add_argument(
        "--separator",
        type=_parse_separator,
        metavar="NAME",
        help="Field separator: a character, or tab, comma, semicolon, pipe, colon or space",
    )
    group.add_argument(
        "--header",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="Whether the first row contains column names",
    )
    group.add_argument(
        "--columns",
        type=_parse_columns,
        metavar="LIST",
        help="Use of each column, separated by commas: question, answer, tags, deck, guid, id, note-type, - to skip a column, "
        "or any other name for an additional field. Example: front,back,example,tags",
    )
    group.add_argument(
        "--note-type",
        type=_parse_note_type,
        metavar="TYPE",
        help=f"Note type of all rows: {', '.join(TableNoteType)}, or its name in Anki",
    )
    group.add_argument(
        "--html",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="Whether cells contain HTML instead of plain text",
    )
    group.add_argument(
        "--preview", action="store_true", help="Print the first notes without importing anything"
    )


def chosen_layout(options: SimpleNamespace) -> LayoutChoices:
    """Return what the options say about the table."""
    return LayoutChoices(options.separator, options.header, options.columns, options.note_type, options.html)


def _parse_separator(value: str) -> str:
    from studyapp.core.textfiles.table_source import delimiter_of_value

    separator = delimiter_of_value(value)
    if not separator:
        raise argparse.ArgumentTypeError(
            f"“{value}” is not a separator; use a character such as ';', or tab, comma, semicolon, pipe, colon or space"
        )
    return separator


def _parse_columns(value: str) -> tuple[TableColumn, ...]:
    from studyapp.core.textfiles.column_uses import resolve_uses

    names = [name.strip() for name in value.split(",")]
    columns = resolve_uses(list(map(_parse_use, names)))
    if not any(use in FIELD_USES for use in columns):
        raise argparse.ArgumentTypeError("no column is a field of the note; name one “question” or “front”")
    named = zip(names, columns, strict=True)
    return tuple(TableColumn("" if name.lower() in _USE_NAMES else name, use) for name, use in named)


def _parse_use(name: str) -> ColumnUse | None:
    """Return the use that a name stands for, or None for the name of a field."""
    if name.lower() in _IGNORED_NAMES:
        return ColumnUse.IGNORED
    if name.lower() in _USE_NAMES:
        return ColumnUse(name.lower())
    from studyapp.core.textfiles.column_headings import use_of_heading

    use = use_of_heading(name)
    return None if use is ColumnUse.FIELD else use


def _parse_note_type(value: str) -> TableNoteType:
    if value.lower() in set(TableNoteType):
        return TableNoteType(value.lower())
    from studyapp.core.textfiles.table_note_types import find_note_type

    note_type = find_note_type(value)
    if note_type is None:
        raise argparse.ArgumentTypeError(
            f"unknown note type “{value}”; use {', '.join(TableNoteType)}, or the name of a standard note type of Anki such as “Cloze”"
        )
    return note_type
