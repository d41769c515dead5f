"""A note as it is written to a table or a Markdown page: its texts in Markdown and its other values as plain text."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.notes.note_type import NoteType


class TextFormat(StrEnum):
    """How the texts of a record are written. The values are written to tables."""

    MARKDOWN = "markdown"
    PLAIN = "text"
    """The plain text of a card. The note can't be restored from it."""


class NoteRecord(NamedTuple):
    """A note in the languages of an export, or a card of a note that can't be written.

    A record has all options of a choice in `answer`, as a task list, and the text of a cloze or a claim in `question`.
    `requires` are keys of notes. `guid` is Anki's, or empty.
    """

    deck: str
    note: str
    type: NoteType
    question: str
    answer: str = ""
    why: str = ""
    section: str = ""
    evidence: str = ""
    tags: tuple[str, ...] = ()
    translation: str = ""
    requires: tuple[str, ...] = ()
    guid: str = ""
    format: TextFormat = TextFormat.MARKDOWN


class RecordLine(NamedTuple):
    """A record that was read from a file, with its first line there, counted from 1."""

    line: int
    record: NoteRecord
