"""The content of a Markdown page: notes, and text that belongs to no note."""

from typing import NamedTuple

from studyapp.core.notes.note_type import NoteType
from studyapp.core.transfer.import_losses import LossKind


class PageNote(NamedTuple):
    """A note on a page. `note_type` is basic, reversed or cloze; a cloze has its text in `question`. `line` counts from 1."""

    line: int
    question: str
    answer: str
    note_type: NoteType = NoteType.BASIC
    tags: tuple[str, ...] = ()


class SkippedText(NamedTuple):
    """A text that does not become a note, with its first line, counted from 1, and the reason."""

    line: int
    text: str
    kind: LossKind = LossKind.TEXT_OUTSIDE_NOTES


class FoundOnPage(NamedTuple):
    """What is found in a part of a page, in order. `tags` hold for the parts below."""

    notes: tuple[PageNote, ...] = ()
    skipped: tuple[SkippedText, ...] = ()
    tags: tuple[str, ...] = ()
