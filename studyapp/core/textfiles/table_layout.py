"""How a table is read: its delimiter, its column names, and what each column is used for."""

from enum import StrEnum
from typing import NamedTuple


class ColumnUse(StrEnum):
    """What a column is used for. The values are the names on the command line."""

    QUESTION = "question"
    ANSWER = "answer"
    FIELD = "field"
    """An additional field, which is shown below the answer."""

    TAGS = "tags"
    DECK = "deck"
    NOTE_TYPE = "note-type"
    """The name of the note type in Anki."""

    GUID = "guid"
    """The unique identifier of the note in Anki."""

    ID = "id"
    """Any other identifier of the note, unique within its deck."""

    NOTE = "note"
    """The id of the note in StudyApp, in tables that StudyApp exported."""

    IGNORED = "ignored"


FIELD_USES = (ColumnUse.QUESTION, ColumnUse.ANSWER, ColumnUse.FIELD)
"""The uses that make a column a field of the note."""


class TableNoteType(StrEnum):
    """The note type of the rows. The values are the names on the command line."""

    AUTOMATIC = "auto"
    """Cloze if the question has a blank, else basic."""

    BASIC = "basic"
    REVERSED = "reversed"
    OPTIONAL_REVERSED = "optional-reversed"
    """Reversed if the first additional field is not empty."""

    TYPED = "typed"
    CLOZE = "cloze"


class TableColumn(NamedTuple):
    """A column. `name` is its name in the file, or a default name if it has none."""

    name: str
    use: ColumnUse


class TableLayout(NamedTuple):
    """How a table is read.

    `has_header` is whether the first row names the columns. `type_name` is the name of a note type that is not a standard one of Anki,
    which replaces `note_type`. `is_html` is whether cells are HTML rather than text. `deck` is the deck of rows without one, and
    `tags` are added to all notes.
    """

    delimiter: str
    has_header: bool
    columns: tuple[TableColumn, ...]
    note_type: TableNoteType = TableNoteType.AUTOMATIC
    type_name: str = ""
    is_html: bool = False
    deck: str = ""
    tags: tuple[str, ...] = ()


class LayoutChoices(NamedTuple):
    """What a person chose about a table; None leaves it to the detection.

    `columns` may have fewer columns than the table; the others are ignored.
    """

    delimiter: str | None = None
    has_header: bool | None = None
    columns: tuple[TableColumn, ...] | None = None
    note_type: TableNoteType | None = None
    is_html: bool | None = None


NO_CHOICES = LayoutChoices()
