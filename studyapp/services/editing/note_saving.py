"""Saving an edited note in its deck file."""

from dataclasses import dataclass

from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.note_edits import Replace
from studyapp.garbage_collection import garbage_collection_paused
from studyapp.services.editing.file_merging import merge_with_file
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_running import edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.open_deck import open_deck
from studyapp.services.editing.steps.schedule_change import ScheduleChange, list_schedule_actions
from studyapp.services.editing.steps.text_edit import EditKind


@dataclass(frozen=True, slots=True)
class Saved:
    """The note was saved as edited; or nothing was to be saved, because the file has it like this."""

    note: Note


@dataclass(frozen=True, slots=True)
class Merged:
    """The note was saved together with changes of the file since it was loaded, in the fields named."""

    note: Note
    changed_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Nothing was saved: the fields named were also changed in the file since the note was loaded."""

    base: Note
    mine: Note
    theirs: Note
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteGone:
    """Nothing was saved: the file has no note with this id any more, or it can't be read there."""

    note: Note


SaveResult = Saved | Merged | Conflict | NoteGone


@garbage_collection_paused()  # the deck file is read twice
def save_note(
    environment: EditEnvironment,
    base: Note,
    edited: Note,
    schedule_change: ScheduleChange = ScheduleChange.KEEP,
) -> SaveResult:
    """Save an edited note. `base` is the note as it was when editing began.

    What was changed in the file since then is kept if it concerns other fields. To resolve a conflict, save again with the
    `theirs` of the conflict as `base`. The text and the schedule are changed as one step that can be undone. Raises
    EditError, DeckEditError or StoreError if that fails; then nothing was changed.
    """
    if base.key != edited.key:
        raise ValueError(f"{base.key} was to be saved as {edited.key}")
    with edit_lock(environment.collection):
        opened = open_deck(environment, base.deck_id)
        theirs = opened.note_by_id.get(base.id)
        if theirs is None:
            return NoteGone(edited)
        merge = merge_with_file(opened, base, edited, theirs)
        if merge.conflicts:
            return Conflict(base, edited, theirs, merge.conflicts)
        actions = list_schedule_actions(environment, merge.note, schedule_change)
        if merge.note != theirs:
            edits = [edit_open_deck(environment, opened, [Replace(merge.note)])]
            run_edit(environment, EditKind.SAVE, edits, [base.key], actions)
        elif actions:
            run_edit(environment, EditKind.SAVE, [], [base.key], actions)
    return Merged(merge.note, merge.changed) if merge.changed else Saved(merge.note)
