"""What the index stores of a note."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from studyapp.core.notes.custom_note_type_codec import custom_note_type_key
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.search.index.searchable_text import folded_fields, join_fields, source_fields
from studyapp.core.search.index.text_folding import fold_text

LIST_SEPARATOR = "\x1f"


class IndexRow(NamedTuple):
    """The row of a note. Lists have a separator before and after each value, and are empty if there is none."""

    note_type: str
    custom_type: str
    section: str
    evidence: str
    tags: str
    languages: str
    prerequisites: str
    first_field: str
    text: str


def make_index_row(note: Note, field_number: Callable[[str], int]) -> IndexRow:
    """Return the row of a note. `field_number` returns the number of the name of a field."""
    written = list(source_fields(note))
    fields = list(folded_fields(note, written))
    custom_type = note.custom_note_type
    languages = dict.fromkeys(field.language for field in written if field.language)
    return IndexRow(
        note_type_of(note.content).value,
        custom_note_type_key(custom_type) if custom_type is not None else "",
        fold_text(note.section),
        note.evidence.value if note.evidence is not None else "",
        join_list(map(fold_text, note.tags)),
        join_list(map(fold_text, languages)),
        join_list(map(fold_text, note.prerequisites)),
        fields[0].text,
        join_fields((field_number(name), text) for name, text in fields),
    )


def join_list(values: Iterable[str]) -> str:
    """Return a list as stored."""
    joined = LIST_SEPARATOR.join(values)
    return f"{LIST_SEPARATOR}{joined}{LIST_SEPARATOR}" if joined else ""
