"""The names that may stand in a deck file, as the schema for editors lists them too."""

FORMAT = "1"
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
    "notes",
)
SOURCE_FIELDS = ("title", "author", "date", "link")
DEFAULT_FIELDS = ("type", "tags", "section", "evidence", "requires", "why")
"""What every note may have, and what a deck may set for all its notes."""

NOTE_FIELDS = ("id", *DEFAULT_FIELDS)
TYPE_FIELDS = {
    "basic": ("front", "back"),
    "reversed": ("front", "back"),
    "term": ("term", "translation", "definition"),
    "cloze": ("text",),
    "choice": ("front", "options"),
    "typed": ("front", "answer"),
}
"""The note types and the fields of their own."""

OPTION_FIELDS = ("text", "right", "why")

TELLING_FIELDS = {"text": "cloze", "options": "choice", "term": "term", "answer": "typed"}
"""Fields that tell the type of a note that does not name it; without any of them it is basic."""
