"""Completing edits during which the program ended: after the first file was written, before the edit was recorded."""

from contextlib import suppress

from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.edit_running import record_edit, write_logged
from studyapp.services.editing.steps.step_files import plan_files
from studyapp.services.editing.steps.step_storing import store_files
from studyapp.services.editing.steps.text_edit import decode_text_edit
from studyapp.services.editing.steps.undoable_steps import append_step, find_step
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.editing import text_edits
from studyapp.store.editing.text_edits import Direction, UnfinishedEdit


def finish_interrupted_edits(collection: Collection, clock: Clock) -> None:
    """Complete the edits that were interrupted: write the files that are missing and record the edit, so that it can be
    undone. An edit of which nothing was written is forgotten.

    Call it with `edit_lock`, before the deck files are read. If a file was changed otherwise since, it is left as it is,
    and the edit can't be undone. If a file can't be written, the edit stays unfinished. Raises StoreError if saving fails.
    """
    with collection.read_transaction() as connection:
        unfinished = text_edits.load_unfinished(connection)
    for edit in unfinished:
        _finish(collection, clock, edit)


def _finish(collection: Collection, clock: Clock, unfinished: UnfinishedEdit) -> None:
    edit = decode_text_edit(unfinished.content)
    try:
        files = plan_files(edit, unfinished.direction)
    except EditError:
        files = []
    if all(file.write is not None for file in files):
        with collection.transaction() as connection:
            text_edits.cancel(connection, unfinished.edit_id)
        return

    def record(edit_id: int) -> None:
        if unfinished.direction is Direction.DO:
            record_edit(collection, clock, edit_id, edit)
        else:
            step = find_step(collection, unfinished.direction)
            if step is not None and step.logged is not None and step.logged.edit_id == edit_id:
                append_step(collection, clock, step, unfinished.direction)
            text_edits.finish(collection.connection, edit_id)
        store_files(collection, clock, edit.kind, files)

    with suppress(EditError):  # a file can't be written now: it is tried again at the next start
        write_logged(collection, unfinished.edit_id, files, record, is_resumed=True)
