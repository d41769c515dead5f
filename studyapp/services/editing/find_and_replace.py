"""Find and replace in many notes: every change is shown before it is made."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple

from studyapp.core.note_editing.find_and_replace import FieldChange, Replacer
from studyapp.core.note_editing.note_texts import NoteText, change_note_texts, list_note_texts
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_key import split_note_key
from studyapp.store import notes
from studyapp.store.collection import Collection

_MAX_NOTES_FOR_FIELDS = 2000
"""The fields of so many notes are offered, so that the dialog opens at once."""


class ReplaceRequest(NamedTuple):
    """What to find and what to replace it with. `field` is empty for all fields."""

    find: str
    replacement: str
    is_regex: bool = False
    is_case_sensitive: bool = False
    field: str = ""


class ProposedChange(NamedTuple):
    """A change of one text of a note, which has not been made yet."""

    note: Note
    change: FieldChange


class EmptiedField(NamedTuple):
    """A field that would become empty and therefore stays as it is."""

    note: Note
    field: str


class ReplacementPreview(NamedTuple):
    """What a replacement would change, and what it leaves out."""

    changes: tuple[ProposedChange, ...]
    emptied_fields: tuple[EmptiedField, ...]


class EditedNote(NamedTuple):
    """A note before and after an edit."""

    base: Note
    edited: Note


def preview_replacement(
    collection: Collection,
    note_keys: Sequence[str],
    request: ReplaceRequest,
    progress: Callable[[int, int], None],
) -> ReplacementPreview:
    """Return what the replacement would change in these notes (`deck/id`), in their order.

    `progress` is called with the number of notes done and the number of all; it may raise to stop. Raises
    InvalidReplacement, and StoreError if the collection can't be read.
    """
    replacer = Replacer(
        request.find,
        request.replacement,
        is_regex=request.is_regex,
        is_case_sensitive=request.is_case_sensitive,
        field=request.field,
    )
    changes: list[ProposedChange] = []
    emptied_fields: list[EmptiedField] = []
    with collection.read_transaction() as connection:
        for index, key in enumerate(note_keys):
            if index % 100 == 0:
                progress(index, len(note_keys))
            deck_id, note_id = split_note_key(key)
            note = notes.load(connection, deck_id, note_id)
            replaced = replacer.replace_in(note) if note is not None else None
            if note is not None and replaced is not None:
                changes += (ProposedChange(note, change) for change in replaced.changes)
                emptied_fields += (EmptiedField(note, field) for field in replaced.emptied_fields)
    return ReplacementPreview(tuple(changes), tuple(emptied_fields))


def list_field_names(collection: Collection, note_keys: Sequence[str]) -> list[str]:
    """Return the names of the fields of these notes, each once, in the order in which they occur."""
    names: dict[str, None] = {}
    with collection.read_transaction() as connection:
        for key in note_keys[:_MAX_NOTES_FOR_FIELDS]:
            deck_id, note_id = split_note_key(key)
            note = notes.load(connection, deck_id, note_id)
            if note is not None:
                names.update(dict.fromkeys(text.field for text in list_note_texts(note)))
    return list(names)


def make_changes(changes: Sequence[ProposedChange]) -> list[EditedNote]:
    """Return each note of these changes with all its changes made."""
    changes_by_note: dict[str, list[ProposedChange]] = {}
    for proposed in changes:
        changes_by_note.setdefault(proposed.note.key, []).append(proposed)
    return [_edit_note(note_changes) for note_changes in changes_by_note.values()]


def _edit_note(changes: Sequence[ProposedChange]) -> EditedNote:
    after_by_position = {change.position: change.after for _, change in changes}
    positions = count()

    def change(text: NoteText) -> str:
        return after_by_position.get(next(positions), text.text)

    note = changes[0].note
    return EditedNote(note, change_note_texts(note, change))
