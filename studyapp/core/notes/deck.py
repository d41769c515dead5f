"""Where notes belong: a deck and the source it was derived from."""

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.text.localized_text import Text

if TYPE_CHECKING:
    from studyapp.core.notes.custom_note_type import CustomType
    from studyapp.core.notes.note import Note


class Source(NamedTuple):
    """What a deck was derived from; each part may be empty."""

    title: str = ""
    author: str = ""
    date: str = ""
    link: str = ""


class DeckHead(NamedTuple):
    """What a deck says of itself, apart from its notes."""

    id: str
    title: Text
    description: Text | None = None
    languages: tuple[str, ...] = ()
    source: Source = Source()


class Deck(NamedTuple):
    """A deck as it was read from one file: the notes in its order, and the note types of its own."""

    head: DeckHead
    notes: "tuple[Note, ...]"
    note_types: "tuple[CustomType, ...]" = ()
