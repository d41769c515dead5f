"""Adding the note types that new notes need to a deck file."""

from collections.abc import Sequence

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.edit_error import other_note_type_error
from studyapp.deckfiles.editing.values.marked_nodes import MarkedMapping
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_editing import edit_mapping
from studyapp.deckfiles.writing.deck_to_yaml import collect_custom_note_types, custom_note_type_to_fields


def find_missing_types(file: DeckFile, notes: Sequence[Note]) -> list[CustomNoteType]:
    """Return the custom note types of the notes that the deck lacks.

    Raises DeckEditError if it has another type of the same name.
    """
    known_types = file.deck.custom_note_types
    missing = [note_type for note_type in collect_custom_note_types(notes) if note_type not in known_types]
    ids = [note_type.id for note_type in (*known_types, *missing)]
    for note_type in missing:
        if ids.count(note_type.id) > 1:
            raise other_note_type_error(file.path, note_type.id)
    return missing


def add_note_types(file: DeckFile, types: Sequence[CustomNoteType]) -> list[Splice]:
    """Return the splices that add note types to `note_types`, or add this field before `notes`."""
    if not types:
        return []
    definitions = {note_type.id: custom_note_type_to_fields(note_type) for note_type in types}
    entry = file.root.entry("note_types")
    if entry is not None and isinstance(entry.value, MarkedMapping):
        existing = dict.fromkeys(one.key.text for one in entry.value.entries)
        return edit_mapping(file.text, entry.value, existing, {**existing, **definitions})
    fields_before = dict.fromkeys(one.key.text for one in file.root.entries[:-1])
    return edit_mapping(file.text, file.root, fields_before, {**fields_before, "note_types": definitions})
