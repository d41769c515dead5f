"""Edits of many notes as one step."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.note_edits import Replace
from studyapp.services.editing.file_merging import merge_with_file
from studyapp.services.editing.note_saving import Conflict
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_running import edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.note_groups import group_by_deck
from studyapp.services.editing.steps.open_deck import open_deck
from studyapp.services.editing.steps.text_edit import EditKind


class SavedTexts(NamedTuple):
    """The notes that were saved, and those that were not: their file has other changes in the same fields, or no such
    note any more."""

    saved: tuple[Note, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[Note, ...]


def save_texts(environment: EditEnvironment, pairs: Sequence[tuple[Note, Note]]) -> SavedTexts:
    """Save several edited notes, each given as it was and as it is now, as one step that can be undone.

    Notes with conflicts are left out. Raises EditError, DeckEditError or StoreError if that fails; then nothing was
    changed.
    """
    with edit_lock(environment.collection):
        return _save(environment, EditKind.TEXTS, pairs)


def change_tags(
    environment: EditEnvironment, note_keys: Sequence[str], add: Sequence[str], remove: Sequence[str]
) -> SavedTexts:
    """Add tags to notes and remove others, as one step that can be undone. Upper and lower case differ.

    Notes that are not in their files any more are left out. Raises EditError, DeckEditError or StoreError if that fails;
    then nothing was changed.
    """
    with edit_lock(environment.collection):
        pairs = []
        for deck_id, note_ids in group_by_deck(note_keys).items():
            note_by_id = open_deck(environment, deck_id).note_by_id
            for note in (note_by_id[note_id] for note_id in note_ids if note_id in note_by_id):
                kept = tuple(tag for tag in note.tags if tag not in remove)
                pairs.append((note, replace(note, tags=tuple(dict.fromkeys((*kept, *add))))))
        return _save(environment, EditKind.TAGS, pairs)


def _save(environment: EditEnvironment, kind: EditKind, pairs: Sequence[tuple[Note, Note]]) -> SavedTexts:
    pair_by_key = {base.key: (base, edited) for base, edited in pairs}
    saved: list[Note] = []
    conflicts: list[Conflict] = []
    missing: list[Note] = []
    deck_edits = []
    for deck_id, note_ids in group_by_deck(pair_by_key).items():
        opened = open_deck(environment, deck_id)
        changed = []
        for note_id in note_ids:
            base, edited = pair_by_key[f"{deck_id}/{note_id}"]
            theirs = opened.note_by_id.get(note_id)
            if theirs is None:
                missing.append(edited)
                continue
            merge = merge_with_file(opened, base, edited, theirs)
            if merge.conflicts:
                conflicts.append(Conflict(base, edited, theirs, merge.conflicts))
                continue
            saved.append(merge.note)
            if merge.note != theirs:
                changed.append(Replace(merge.note))
        if changed:
            deck_edits.append(edit_open_deck(environment, opened, changed))
    if deck_edits:
        keys = [note.key for edit in deck_edits for note in edit.changed_notes()]
        run_edit(environment, kind, deck_edits, keys)
    return SavedTexts(tuple(saved), tuple(conflicts), tuple(missing))
