"""Functions that SQL statements of searches call."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from functools import lru_cache

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note_codec import decode_note
from studyapp.core.search.index.searchable_text import source_fields
from studyapp.core.search.regular_expressions import compile_regex

_DEPENDS_ON_ENDS = re.compile(r"[$^]|\\[AZbB]|\(\?")
"""Signs in an expression that may depend on what is before or after a text."""


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
        search, is_independent_of_ends = _find_search(expression)
        if is_independent_of_ends and _is_certainly_missing(search, content):
            return False
        note = decode_note("", "", content, custom_types.__getitem__)
        matches_name = _compile(field_expression).fullmatch
        return any(
            search(field.text) is not None for field in source_fields(note) if matches_name(field.name)
        )

    connection.create_function("search_regexp", 2, _contains_match, deterministic=True)
    connection.create_function("search_source", 3, contains_match_in_source)


@lru_cache(maxsize=64)
def _find_search(expression: str) -> tuple[Callable[[str], object], bool]:
    """Return how to search, and whether the result doesn't depend on where a text begins and ends."""
    return _compile(expression).search, not _DEPENDS_ON_ENDS.search(expression)


def _is_certainly_missing(search: Callable[[str], object], content: str) -> bool:
    """Return True for most notes that don't match, without decoding them: if the JSON contains the texts as they are."""
    texts = content.replace("\\n", "\n").replace('\\"', '"') if "\\" in content else content
    return "\\" not in texts and search(texts) is None
