"""The field names of deck files. The JSON schema for editors lists the same names."""

from studyapp.core.notes.anki_settings import NOTE_TYPE_SETTINGS
from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES

FORMAT_VERSION = "1"
"""The deck format that this version reads."""

DECK_FIELDS = (
    "format",
    "deck",
    "title",
    "description",
    "language",
    "languages",
    "source",
    "defaults",
    "retired",
    "note_types",
    "terms",
    "notes",
)
CUSTOM_NOTE_TYPE_FIELDS = (
    "name",
    "anki",
    "cloze",
    "fields",
    "written_as",
    "parts",
    "style",
    "cards",
    "anki_settings",
)
CARD_TEMPLATE_FIELDS = ("name", "front", "back")
"""The fields of a card template in a custom note type."""

ANKI_SETTINGS_FIELDS = ("sort_field", *(setting.name for setting in NOTE_TYPE_SETTINGS), "fields", "cards")
"""The settings of a custom note type that only Anki uses."""

PREFERRED_TERM_FIELDS = ("use", "avoid")
"""The fields of an entry of `terms`."""

SOURCE_FIELDS = ("title", "author", "date", "link")
DEFAULT_FIELDS = ("type", "tags", "section", "evidence", "requires", "why")
"""Fields that every note may have, and for which a deck may set defaults."""

COMMON_NOTE_FIELDS = ("id", "guid", *DEFAULT_FIELDS)
FIELDS_BY_TYPE = {str(note_type.name): note_type.fields for note_type in BUILT_IN_NOTE_TYPES}
"""The fields of each built-in note type, by the name of the type."""

CUSTOM_NOTE_FIELDS = ("fields",)
"""The fields that only a note of a custom note type has."""

WRITTEN_AS_TYPES = ("basic", "reversed", "typed", "cloze")
"""The built-in note types that notes of a custom note type can be written as."""

TREE_FIELDS = ("title", "nodes", "edges")
BOX_FIELDS = ("id", "label", "date", "kind", "place", "asks")
EDGE_FIELDS = ("from", "to", "label", "unsure", "asks")
TABLE_FIELDS = ("title", "columns", "rows")
CELL_FIELDS = ("text", "asks")
"""The fields of a table cell in a drawing file."""

CHOICE_OPTION_FIELDS = ("text", "right", "why")

TYPE_BY_FIELD = {
    note_type.detected_by: str(note_type.name) for note_type in BUILT_IN_NOTE_TYPES if note_type.detected_by
}
"""The note type by the field that identifies it, for notes without `type`. A note with none of these is basic."""
