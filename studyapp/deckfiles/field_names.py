"""The names that may stand in a deck file, as the schema for editors lists them too."""

from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES

FORMAT_VERSION = "1"
"""The deck format that is read."""

DECK_FIELDS = (
    "format",
    "deck",
    "title",
    "description",
    "language",
    "languages",
    "source",
    "defaults",
    "note_types",
    "notes",
)
CUSTOM_NOTE_TYPE_FIELDS = ("name", "anki", "cloze", "fields", "written_as", "parts", "style", "cards")
CARD_TEMPLATE_FIELDS = ("name", "front", "back")
"""The fields of a note type of the deck's own, and of its cards."""

SOURCE_FIELDS = ("title", "author", "date", "link")
DEFAULT_FIELDS = ("type", "tags", "section", "evidence", "requires", "why")
"""What every note may have, and what a deck may set for all its notes."""

COMMON_NOTE_FIELDS = ("id", "guid", *DEFAULT_FIELDS)
FIELDS_BY_TYPE = {str(each.name): each.fields for each in BUILT_IN_NOTE_TYPES}
"""The fields of each built-in note type by its name."""

CUSTOM_NOTE_FIELDS = ("fields",)
"""What a note of a type of the deck's own has, and the others have not."""

WRITTEN_AS_TYPES = ("basic", "reversed", "typed", "cloze")
"""The types as which notes of a type from Anki may be written."""

DRAWINGS_FOLDER = "diagrams"
"""The folder of drawings, beside the deck."""

TREE_FIELDS = ("title", "nodes", "edges")
BOX_FIELDS = ("id", "label", "date", "kind", "place", "asks")
EDGE_FIELDS = ("from", "to", "label", "unsure", "asks")
TABLE_FIELDS = ("title", "columns", "rows")
CELL_FIELDS = ("text", "asks")
"""The fields of a drawing's file."""

CHOICE_OPTION_FIELDS = ("text", "right", "why")

TYPE_BY_FIELD = {each.detected_by: str(each.name) for each in BUILT_IN_NOTE_TYPES if each.detected_by}
"""Fields that determine the type of a note that names none; without any of them it is basic."""
