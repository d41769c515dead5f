"""Importing a file: its notes into deck files, its reviews into the journal."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.textfiles.table_layout import NO_CHOICES, LayoutChoices
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.garbage_collection import garbage_collection_paused
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.library.deck_library import Library
from studyapp.services.library.interrupted_imports import (
    import_lock,
    load_unfinished_decks,
    record_import,
)
from studyapp.services.library.known_readings import KnownReading
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.anki_changes.base_finding import first_deck_name
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.anki_changes.imported_changes import ImportedChanges, take_anki_changes
from studyapp.services.transfer.anki_changes.missing_notes import find_missing_notes
from studyapp.services.transfer.anki_changes.note_merging import (
    Agreed,
    AnkiConflict,
    make_common_version,
)
from studyapp.services.transfer.export_request import COLLECTION_SUFFIX
from studyapp.services.transfer.import_baseline import record_common_versions
from studyapp.services.transfer.import_opening import open_import_file
from studyapp.services.transfer.note_import import ImportedNotes, import_notes
from studyapp.services.transfer.note_writing.imported_note_writing import DeckFilePaths
from studyapp.services.transfer.parameter_import import import_parameters
from studyapp.services.transfer.preset_import import import_presets
from studyapp.services.transfer.progress_import import MergeResult, merge_progress
from studyapp.services.transfer.text_files.different_texts import find_different_texts
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.notes import NoteDecoder
from studyapp.textfiles.csv_reading import ReadTable


class ImportReport(NamedTuple):
    """The result of an import.

    `existing_count` are the notes that were already present. Of these, `updated_count` were changed only in Anki,
    `merged_count` in different fields here and in Anki, `kept_count` only here, and `unchanged_count` nowhere.
    `conflicts` were changed in the same field here and in Anki, and are undecided. `entry_count` are the new journal entries, `review_count` the reviews among them, and `losses` what could not be carried over. `table`
    is how the file was read, if it is a table. `parameters_from` is the name of the preset whose FSRS parameters are in use from
    now on, or empty.
    """

    added_count: int
    existing_count: int
    entry_count: int
    review_count: int
    written_files: tuple[Path, ...]
    losses: tuple[Loss, ...]
    updated_count: int = 0
    merged_count: int = 0
    kept_count: int = 0
    unchanged_count: int = 0
    conflicts: tuple[AnkiConflict, ...] = ()
    table: ReadTable | None = None
    parameters_from: str = ""


@garbage_collection_paused()
def import_file(
    collection: Collection,
    folders: Sequence[Path],
    own_decks_folder: Path,
    path: Path,
    clock: Clock,
    progress: ProgressCallback | None = None,
    bundled_folder: Path | None = None,
    conflict_choice: ConflictChoice = ConflictChoice.LEAVE,
    table_choices: LayoutChoices = NO_CHOICES,
) -> ImportReport:
    """Import an Anki package, or a table or Markdown file according to its suffix. `table_choices` is what a person chose
    about a table.

    New notes go to the file of their deck, or to a new file in `own_decks_folder` (one of `folders`) if the deck is
    new or in `bundled_folder`. Notes that were changed in Anki since the last import or export are updated in their
    files, as one step that can be undone; for those that were changed here as well, `conflict_choice` says what to do.
    Importing a file again adds nothing. `progress` counts each note twice and may raise
    to stop; notes written before stay. Importing a file again also completes an import that was interrupted. Raises
    UnreadableFileError if the file can't be imported, OSError or EditError if reading it or writing a deck fails, StoreBusy
    if another import is running, and StoreError if saving reviews fails."""
    with import_lock(collection):
        report = progress or ignore_progress
        return _Import(
            collection,
            folders,
            own_decks_folder,
            path,
            clock,
            report,
            bundled_folder,
            conflict_choice,
            table_choices,
        ).run()


class _Import(NamedTuple):
    """An import that is running."""

    collection: Collection
    folders: Sequence[Path]
    own_decks_folder: Path
    path: Path
    clock: Clock
    report: ProgressCallback
    bundled_folder: Path | None
    conflict_choice: ConflictChoice
    table_choices: LayoutChoices

    def run(self) -> ImportReport:
        """Run the import."""
        collection, path = self.collection, self.path
        # The same note is decoded as it is here and as the common version, which are mostly equal.
        decode = cache(notes.note_decoder(collection.connection))
        old_library = self._refresh()
        old_decks = frozenset(old_library.deck_ids) - load_unfinished_decks(collection, path)
        with open_import_file(path, old_library, collection, self.report, self.table_choices) as opened:
            package = opened.package
            imported = import_notes(
                collection,
                old_library,
                self._deck_paths(old_library),
                package,
                lambda done, total: self.report(done, 2 * total),
                lambda written: record_import(
                    collection, path, [deck for deck in written if deck not in old_decks]
                ),
                decode,
            )
            library = self._refresh(imported.known_readings)
            imported = imported._replace(known_readings=())  # so that the notes in them are freed
            changes = self._take_anki_changes(library, imported, package, decode)
            text_file_notes = ((one.source, one.note) for one in imported.existing if opened.is_text_file)
            text_losses = tuple(find_different_texts(text_file_notes, package))

        check_cancelled = partial(self.report, len(package.notes), 2 * len(package.notes))
        pairs = _load_notes(collection, imported.source_key_pairs, check_cancelled, decode)
        agreed = (*_list_added(imported, pairs, package, check_cancelled), *changes.agreed)
        record_common_versions(collection, library, agreed, changes.seen, check_cancelled)
        preset_losses = import_presets(collection, package, _map_new_decks(pairs, old_decks))
        parameters = import_parameters(collection, package, self.clock.now())
        merged = merge_progress(
            collection,
            package,
            pairs,
            self.clock,
            lambda done, total: self.report(total + done, 2 * total),
            completed_file=path,
        )
        missing = self._find_missing_notes(imported, package)
        losses = (*text_losses, *missing, *preset_losses, *parameters.losses)
        report = _build_report(imported, changes, losses, merged)
        return report._replace(table=opened.table, parameters_from=parameters.preset_name)

    def _find_missing_notes(self, imported: ImportedNotes, package: PackageData) -> tuple[Loss, ...]:
        """Return losses for the notes that are here and no longer in Anki. Only a whole collection shows that."""
        if self.path.suffix.lower() != COLLECTION_SUFFIX:
            return ()
        deck_ids = dict.fromkeys(one.note.deck_id for one in imported.existing)
        guids = frozenset(source.guid for source in package.notes)
        return tuple(find_missing_notes(self.collection, deck_ids, guids))

    def _refresh(self, known_readings: Sequence[KnownReading] = ()) -> Library:
        return refresh_library(
            self.collection,
            self.folders,
            self.clock,
            lambda _count: self.report(0, 0),
            self.bundled_folder,
            known_readings,
        ).library

    def _deck_paths(self, library: Library) -> DeckFilePaths:
        decks = [deck for deck in library.decks if deck.path.parent != self.bundled_folder]
        return DeckFilePaths(self.own_decks_folder, {deck.metadata.id: deck.path for deck in decks})

    def _take_anki_changes(
        self, library: Library, imported: ImportedNotes, package: PackageData, decode: NoteDecoder
    ) -> ImportedChanges:
        note_count = len(package.notes)
        return take_anki_changes(
            make_edit_environment(
                self.collection, library, self.clock, self.own_decks_folder, self.bundled_folder
            ),
            [one for one in imported.existing if not one.source.line],
            package,
            self.conflict_choice,
            lambda: self.report(note_count, 2 * note_count),
            decode,
        )


def make_edit_environment(
    collection: Collection,
    library: Library,
    clock: Clock,
    own_decks_folder: Path,
    bundled_folder: Path | None,
) -> EditEnvironment:
    """Return the environment of edits made by an import."""
    return EditEnvironment(collection, library, clock, own_decks_folder, bundled_folder or Path(os.devnull))


def _list_added(
    imported: ImportedNotes,
    pairs: Sequence[tuple[SourceNote, Note]],
    package: PackageData,
    check_cancelled: Callable[[], None],
) -> Iterator[Agreed]:
    """Yield the new notes from Anki with their common versions."""
    note_by_key = {note.key: note for _, note in pairs}
    for one in imported.added:
        check_cancelled()
        if not one.source.line and one.key in note_by_key:
            common = make_common_version(
                note_by_key[one.key], one.source, first_deck_name(one.source, package), one.languages
            )
            yield Agreed(one.source, common)


def _build_report(
    imported: ImportedNotes, changes: ImportedChanges, losses: Sequence[Loss], merged: MergeResult
) -> ImportReport:
    merged_count = sum(update.is_merge for update in changes.updates)
    return ImportReport(
        len(imported.added),
        len(imported.existing),
        merged.entry_count,
        merged.review_count,
        imported.written_files,
        (*imported.losses, *changes.losses, *losses, *merged.losses),
        len(changes.updates) - merged_count,
        merged_count,
        changes.kept_count,
        changes.unchanged_count,
        changes.conflicts,
    )


def _map_new_decks(pairs: Sequence[tuple[SourceNote, Note]], old_decks: frozenset[str]) -> dict[str, int]:
    """Return the id in Anki of each new deck, by its id here: that of the deck's first note."""
    return {
        note.deck_id: source.cards[0].deck_id
        for source, note in reversed(pairs)
        if source.cards and note.deck_id not in old_decks
    }


def _load_notes(
    collection: Collection,
    source_key_pairs: Sequence[tuple[SourceNote, str]],
    check_cancelled: Callable[[], None],
    decode: NoteDecoder,
) -> list[tuple[SourceNote, Note]]:
    note_by_key: dict[str, Note] = {}
    with collection.read_transaction() as connection:
        for deck in dict.fromkeys(split_note_key(key)[0] for _, key in source_key_pairs):
            for note, _ in notes.iterate_present(connection, deck, decode):
                check_cancelled()
                note_by_key[note.key] = note
    return [(source, note_by_key[key]) for source, key in source_key_pairs if key in note_by_key]
