"""The common version of a note in Anki and StudyApp: the base of a three-way merge."""

from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import CardLanguages


class CommonVersion(NamedTuple):
    """A note as it was here and in Anki when both last agreed.

    `note` is what the deck file had. `anki_fields` are the HTML that Anki had, byte for byte, in the order of
    `field_names`. `anki_deck_name` is the full name of the deck of its first card in Anki, or empty if it is not known.
    `languages` are those in which StudyApp rendered the fields, or None if they come from Anki. `changed_at` is the
    modification time that the note had in Anki (Unix seconds), or 0 if it is not known.
    """

    note: Note
    anki_type_id: int
    field_names: tuple[str, ...]
    anki_fields: tuple[str, ...]
    anki_tags: tuple[str, ...]
    anki_deck_name: str = ""
    languages: CardLanguages | None = None
    changed_at: int = 0
