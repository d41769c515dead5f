"""What conditions need to know about the collection: its note types and the names of fields."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.custom_note_type_codec import decode_custom_note_type
from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES, NoteType
from studyapp.core.search.index.text_folding import fold_text
from studyapp.core.search.regular_expressions import compile_regex
from studyapp.core.search.text_pattern import TextPattern

_LONGER_NAMES = {
    NoteType.REVERSED: "both directions",
    NoteType.MULTIPLE_CHOICE: "multiple choice",
    NoteType.TYPED_ANSWER: "typed answer",
}
"""The names that the window shows in English, where they are not those of deck files."""


_MANY_NOTES = 4_000
"""So many candidates are not faster to test than all 100,000 notes of a large collection in their order."""


class NumberedField(NamedTuple):
    """A field that matches a name. `custom_types` are the keys of the types in whose notes it has this name; all notes if
    it is None. `number` is None for a field that is empty in those notes."""

    number: int | None
    custom_types: frozenset[str] | None = None


class QueryFacts:
    """Reads note types and fields of a collection when a condition needs them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def custom_types(self) -> Mapping[str, CustomNoteType]:
        """The custom note types by key."""
        rows = self._connection.execute("SELECT name, content FROM custom_type")
        return {key: decode_custom_note_type(content) for key, content in rows}

    @cached_property
    def _number_by_field(self) -> dict[str, int]:
        return dict(self._connection.execute("SELECT name, number FROM search_field"))

    def has_many_notes(self, match: str) -> bool:
        """Return whether so many notes have the tokens of a full-text query that testing all notes is as fast."""
        sql = "SELECT 1 FROM search_token WHERE search_token MATCH ? LIMIT 1 OFFSET ?"
        return self._connection.execute(sql, (match, _MANY_NOTES)).fetchone() is not None

    def matching_fields(self, pattern: TextPattern) -> Iterator[NumberedField]:
        """Yield the fields with a name that matches. In notes that were converted to a built-in type, fields also have
        the names that they had."""
        matches = match_folded(pattern)
        for name, number in self._number_by_field.items():
            if matches(fold_text(name)):
                yield NumberedField(number)
        keys_by_number: dict[int | None, set[str]] = {}
        for key, note_type in self.custom_types.items():
            for name, role in zip(note_type.fields, note_type.field_roles, strict=False):
                if matches(fold_text(name)):
                    keys_by_number.setdefault(self._number_by_field.get(role), set()).add(key)
        yield from (NumberedField(number, frozenset(keys)) for number, keys in keys_by_number.items())

    def matching_types(self, pattern: TextPattern) -> tuple[list[str], list[str]]:
        """Return the built-in note types and the keys of the custom ones with a name that matches."""
        matches = match_folded(pattern)
        longer_names = {} if pattern.has_wildcards else _LONGER_NAMES
        built_in = [
            one.name.value
            for one in BUILT_IN_NOTE_TYPES
            if matches(one.name.value) or matches(longer_names.get(one.name, one.name.value))
        ]
        custom = [
            key
            for key, note_type in self.custom_types.items()
            if matches(fold_text(note_type.name)) or matches(fold_text(note_type.id))
        ]
        return built_in, custom


class _Matcher:
    def __init__(self, expression: str) -> None:
        self._regex: re.Pattern[str] = compile_regex(expression)

    def __call__(self, folded: str) -> bool:
        return self._regex.fullmatch(folded) is not None


def match_folded(pattern: TextPattern, suffix: str = "") -> _Matcher:
    """Return a function that tells whether a folded text matches a pattern as a whole. `suffix` is a regular expression
    for what may follow."""
    return _Matcher(pattern.map_texts(fold_text).to_regex() + suffix)
