"""Preview of an export: what Anki would do with each note."""

from pathlib import Path

from studyapp.anki.live.import_outcomes import (
    ExportPreview,
    ImportOutcome,
    predict_import_outcomes,
    read_snapshot,
)
from studyapp.anki.writing.package_contents import build_package_contents
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.deck_export import load_export_decks
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.removed_notes import find_removed_notes
from studyapp.store import export_stamps
from studyapp.store.collection import Collection


def preview_export(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    anki_collection: Path | None,
    progress: ProgressCallback | None = None,
) -> ExportPreview:
    """Return what importing an export of this scope would do to each note in Anki's collection.

    `anki_collection` is the path of the collection file; if None, only the last export is considered. Nothing
    is written. `progress` is as in `export_decks`. Raises UnreadableFileError if the file is not a
    collection, and OSError if it can't be read.
    """
    report = progress or ignore_progress
    snapshot = read_snapshot(anki_collection, lambda: report(0, 0)) if anki_collection is not None else None
    with collection.read_transaction() as connection:
        last_exports = export_stamps.load_all(connection)
    decks = load_export_decks(collection, library, scope, clock, last_exports)
    contents = build_package_contents(decks, scope.languages, clock.now() // 1000, report)
    keys = [stamp.note_key for stamp in contents.stamps]
    exported_at_by_key = {key: last.changed_at for key, last in last_exports.items()}
    notes = list(zip(keys, contents.notes, strict=True))
    preview = predict_import_outcomes(notes, exported_at_by_key, snapshot)
    removed_keys = tuple(
        note.key
        for note in find_removed_notes(collection, library, scope, last_exports)
        if (note.guid in snapshot.notes if snapshot is not None else not note.is_reported)
    )
    if not removed_keys:
        return preview
    outcomes = {**preview.keys_by_outcome, ImportOutcome.REMOVED_HERE: removed_keys}
    return preview._replace(keys_by_outcome=outcomes)
