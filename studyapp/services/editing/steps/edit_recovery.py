"""Looking for edits that were interrupted, at each start. What completes them is only loaded if there is one."""

from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.editing import text_edits


def recover_edits(collection: Collection, clock: Clock) -> None:
    """Complete the edits during which the program ended. Call it before the library is refreshed.

    Does nothing while an edit is running. Raises StoreError if saving fails.
    """
    with collection.read_transaction() as connection:
        unfinished = text_edits.load_unfinished(connection)
    if not unfinished:
        return
    from studyapp.services.editing.steps.edit_running import edit_lock
    from studyapp.services.editing.steps.interrupted_edits import finish_interrupted_edits
    from studyapp.store.errors import StoreBusy

    try:
        with edit_lock(collection):
            finish_interrupted_edits(collection, clock)
    except StoreBusy:
        return
