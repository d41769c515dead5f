"""Running an edit: writing its files, storing their decks, and recording it as one step that can be undone.

The edit is stored before its first file is written. If the program ends before it is recorded, the next start finds it and
completes it (`interrupted_edits.py`): the files are what counts, and nothing is lost.
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.note_editing.text_changes import TextChange, find_changes
from studyapp.core.notes.note import Note
from studyapp.core.study.journal import WHOLE_NOTE, EntryKind
from studyapp.deckfiles.editing.deck_editing import edit_deck
from studyapp.deckfiles.editing.note_edits import NoteEdit
from studyapp.process_lock import acquire_process_lock
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.file_writing import FileWrite, take_back, write_file
from studyapp.services.editing.steps.open_deck import OpenDeck, copy_bundled_media
from studyapp.services.editing.steps.step_files import FileStep
from studyapp.services.editing.steps.step_storing import store_files
from studyapp.services.editing.steps.text_edit import EditKind, FileEdit, TextEdit, encode_text_edit
from studyapp.services.journal.journal_writing import CardAction, append_in_transaction
from studyapp.services.journal.note_moves import KeyChange, update_moved_notes
from studyapp.services.options.clock import Clock
from studyapp.store import errors
from studyapp.store.collection import Collection
from studyapp.store.editing import text_edits
from studyapp.store.editing.text_edits import Direction

_LOCK_FILE = "edit.lock"


@contextmanager
def edit_lock(collection: Collection) -> Iterator[None]:
    """Keep other edits from running meanwhile. Raises StoreBusy if one is running."""
    lock = acquire_process_lock(collection.path.with_name(_LOCK_FILE))
    if lock is None:
        raise errors.StoreBusy(errors.BUSY, collection.path)
    try:
        yield
    finally:
        lock.release()


class DeckEdit(NamedTuple):
    """A deck file before and after an edit."""

    before: OpenDeck
    after: OpenDeck

    def changed_notes(self) -> list[Note]:
        """Return the notes of the file after the edit that are other than before."""
        return [note for note in self.after.deck.notes if self.before.note_by_id.get(note.id) != note]


def edit_open_deck(environment: EditEnvironment, opened: OpenDeck, edits: Sequence[NoteEdit]) -> DeckEdit:
    """Return what becomes of a deck file by these edits. Only the media of a bundled deck are copied already.

    Raises DeckEditError if an edit is not possible, and EditError if the media can't be copied.
    """
    copy_bundled_media(environment, opened)
    edited = edit_deck(opened.data, opened.path, edits, opened.reading)
    return DeckEdit(opened, OpenDeck(opened.path, edited.data, edited.reading, edited.deck))


def run_edit(
    environment: EditEnvironment,
    kind: EditKind,
    deck_edits: Sequence[DeckEdit],
    note_keys: Sequence[str],
    actions: Sequence[CardAction] = (),
) -> None:
    """Write these decks, as one step that can be undone. `actions` on cards are part of the step.

    Call it with `edit_lock`. Raises EditError or StoreError if that fails; then nothing was changed.
    """
    files = [_plan_write(edit) for edit in deck_edits]
    step = TextEdit(kind, tuple(map(_to_file_edit, deck_edits)), tuple(note_keys), tuple(actions))

    def record(edit_id: int) -> None:
        record_edit(environment.collection, environment.clock, edit_id, step)
        store_files(environment.collection, environment.clock, kind, files)

    write_new_edit(environment.collection, step, files, record)


def _plan_write(edit: DeckEdit) -> FileStep:
    before, after = edit
    old_data = None if before.bundled_path else before.data
    write = FileWrite(after.path, old_data, after.data) if after.data != old_data else None
    return FileStep(after.path, write, before, after, before.bundled_path)


def _to_file_edit(edit: DeckEdit) -> FileEdit:
    """Return the changes of a file. Undoing the first edit of a bundled deck removes the user's copy."""
    before, after = edit
    changes = find_changes(before.parts, after.parts)
    if before.bundled_path is not None:
        changes = (TextChange("", None, after.data.decode(), ""),)
    return FileEdit(after.path, after.deck.metadata.id, changes, copy_of=before.bundled_path)


def write_new_edit(
    collection: Collection, step: TextEdit, files: Sequence[FileStep], record: Callable[[int], None]
) -> None:
    """Write the files of a new edit, then call `record` with its id in the log, in a transaction.

    If that fails, the files get their old content again.
    """
    with collection.transaction() as connection:
        edit_id = text_edits.add(connection, encode_text_edit(step))
        text_edits.begin(connection, edit_id, Direction.DO)
    write_logged(collection, edit_id, files, record)


def write_logged(
    collection: Collection,
    edit_id: int,
    files: Sequence[FileStep],
    record: Callable[[int], None],
    *,
    is_resumed: bool = False,
) -> None:
    """Write the files of an edit that was begun in the log, as `write_new_edit` does.

    An edit that is resumed, of which some files were written before, stays unfinished if that fails.
    """
    written: list[FileWrite] = []
    try:
        for file in files:
            if file.write is not None:
                write_file(file.write)
                written.append(file.write)
        with collection.transaction():
            record(edit_id)
    except BaseException:
        if take_back(written) and not is_resumed:
            with contextlib.suppress(errors.StoreError), collection.transaction() as connection:
                text_edits.cancel(connection, edit_id)
        raise


def record_edit(collection: Collection, clock: Clock, edit_id: int, step: TextEdit) -> None:
    """Record an edit whose files are written in the journal. Call it in a transaction."""
    deck, _, note = (step.note_keys[0] if step.note_keys else step.deck_ids[0]).partition("/")
    edit = CardAction(CardId(deck, note, WHOLE_NOTE), EntryKind.EDIT_TEXT)
    entry = append_in_transaction(collection, (edit, *step.actions), clock.now(), clock.today())
    changes = [
        KeyChange(action.card.note_key, action.moved_to)
        for action in step.actions
        if action.kind is EntryKind.MOVE_NOTE
    ]
    update_moved_notes(collection, changes)
    text_edits.finish(collection.connection, edit_id, entry)
