"""Functions that SQL statements of searches call."""

import re
import sqlite3
from collections.abc import Mapping
from functools import lru_cache

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note_codec import decode_note
from studyapp.core.search.index.searchable_text import source_fields
from studyapp.core.search.regular_expressions import compile_regex


@lru_cache(maxsize=64)
def _compile(expression: str) -> re.Pattern[str]:
    return compile_regex(expression)


def _contains_match(expression: str, text: str) -> bool:
    return _compile(expression).search(text) is not None


def register_search_functions(
    connection: sqlite3.Connection, custom_types: Mapping[str, CustomNoteType]
) -> None:
    """Register the functions of searches on a connection.

    `search_regexp(expression, text)` is whether the expression is found in the text, whatever the case.
    `search_source(expression, field expression, content)` is whether it is found in a field of a note as written, whose
    name matches.
    """

    def contains_match_in_source(expression: str, field_expression: str, content: str) -> bool:
        note = decode_note("", "", content, custom_types.__getitem__)
        matches_name, search = _compile(field_expression).fullmatch, _compile(expression).search
        return any(
            search(field.text) is not None for field in source_fields(note) if matches_name(field.name)
        )

    connection.create_function("search_regexp", 2, _contains_match, deterministic=True)
    connection.create_function("search_source", 3, contains_match_in_source)
