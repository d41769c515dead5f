"""The names of the fields that can be searched in notes of the built-in types."""

from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES

EXPLANATION_FIELD = "why"
"""The name of the explanation, which every note may have."""

BUILT_IN_FIELD_NAMES = tuple(
    dict.fromkeys([*(name for one in BUILT_IN_NOTE_TYPES for name in one.fields), EXPLANATION_FIELD])
)
