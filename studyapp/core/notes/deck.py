"""Where notes belong: a deck and the source it was derived from."""

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.text.localized_text import LocalizedText

if TYPE_CHECKING:
    from studyapp.core.notes.custom_note_type import CustomNoteType
    from studyapp.core.notes.note import Note


class DeckSource(NamedTuple):
    """What a deck was derived from; each part may be empty."""

    title: str = ""
    author: str = ""
    date: str = ""
    link: str = ""


class DeckMetadata(NamedTuple):
    """What a deck says of itself, apart from its notes."""

    id: str
    title: LocalizedText
    description: LocalizedText | None = None
    languages: tuple[str, ...] = ()
    source: DeckSource = DeckSource()


class Deck(NamedTuple):
    """A deck as it was read from one file: the notes in its order, and the note types of its own."""

    metadata: DeckMetadata
    notes: "tuple[Note, ...]"
    custom_note_types: "tuple[CustomNoteType, ...]" = ()
