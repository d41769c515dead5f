"""Decks, their metadata and the sources on which they are based."""

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.text.localized_text import LocalizedText

if TYPE_CHECKING:
    from studyapp.core.notes.custom_note_type import CustomNoteType
    from studyapp.core.notes.note import Note


class DeckSource(NamedTuple):
    """The source on which a deck is based. Each part may be empty."""

    title: str = ""
    author: str = ""
    date: str = ""
    link: str = ""


class DeckMetadata(NamedTuple):
    """The part of a deck that describes it, without its notes.

    `retired_ids` are those of notes that the deck no longer has. No other note may have them.
    """

    id: str
    title: LocalizedText
    description: LocalizedText | None = None
    languages: tuple[str, ...] = ()
    source: DeckSource = DeckSource()
    retired_ids: tuple[str, ...] = ()


class PreferredTerm(NamedTuple):
    """The text that the notes use for a concept, and the texts that they don't."""

    use: str
    avoid: tuple[str, ...]


class Deck(NamedTuple):
    """A deck as read from one file: the notes in file order, the custom note types, and the terms that the style check
    looks for, which are not stored."""

    metadata: DeckMetadata
    notes: "tuple[Note, ...]"
    custom_note_types: "tuple[CustomNoteType, ...]" = ()
    preferred_terms: tuple[PreferredTerm, ...] = ()
