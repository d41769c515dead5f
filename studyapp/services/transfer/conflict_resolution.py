"""Deciding the conflicts of an import: which text to keep of notes that were changed here and in Anki."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.anki.reading.package_reading import open_package
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.transfer.anki_changes.change_writing import apply_anki_changes
from studyapp.services.transfer.anki_changes.note_merging import Agreed, AnkiConflict, UpdateHere
from studyapp.services.transfer.import_baseline import record_common_versions
from studyapp.services.transfer.note_writing.imported_note_writing import write_media


class ConflictDecision(NamedTuple):
    """The decision of a conflict: `fields_of_anki` get Anki's text, and the other fields keep theirs."""

    conflict: AnkiConflict
    fields_of_anki: frozenset[str]


def conflict_loss(conflict: AnkiConflict) -> Loss:
    """Return the loss that reports an undecided conflict."""
    return Loss(LossKind.CONFLICT_WITH_ANKI, note_excerpt(conflict.source), ", ".join(conflict.fields))


class ResolvedConflicts(NamedTuple):
    """The number of notes that were updated, those that were changed again meanwhile, and what could not be written."""

    updated_count: int
    conflicts: tuple[AnkiConflict, ...]
    losses: tuple[Loss, ...]


def resolve_conflicts(
    environment: EditEnvironment,
    package_file: Path,
    decisions: Sequence[ConflictDecision],
    progress: ProgressCallback = ignore_progress,
) -> ResolvedConflicts:
    """Write the chosen texts to the deck files, as one step that can be undone.

    `package_file` is the package that was imported; it is read again if it has media that the notes need. `progress` is
    called often and may raise to stop; then nothing is written but media. Raises UnreadableFileError if the package can't
    be read, OSError if a file can't be, and EditError or StoreError if writing fails.
    """

    agreed: list[Agreed] = []
    updates: list[UpdateHere] = []
    for conflict, fields_of_anki in decisions:
        resolved = conflict.resolve(fields_of_anki)
        if isinstance(resolved, UpdateHere):
            updates.append(resolved)
        else:
            agreed.append(resolved)
    losses = _write_media(environment, package_file, updates, progress)
    written = apply_anki_changes(environment, updates)
    agreed += (Agreed(update.source, update.common) for update in written.written)
    # The deck files are written: nothing may stop what belongs to it.
    record_common_versions(environment.collection, environment.library, agreed, (), lambda: None)
    losses += (
        Loss(LossKind.NOT_WRITTEN, note_excerpt(update.source), str(error))
        for update, error in written.not_written
    )
    return ResolvedConflicts(len(written.written), written.conflicts, tuple(losses))


def _write_media(
    environment: EditEnvironment,
    package_file: Path,
    updates: Sequence[UpdateHere],
    progress: ProgressCallback,
) -> list[Loss]:
    with_media = [update for update in updates if update.media_name_by_path]
    if not with_media:
        return []
    folder_by_deck = {
        deck.metadata.id: environment.user_decks_folder
        if deck.path.parent == environment.bundled_decks_folder
        else deck.path.parent
        for deck in environment.library.decks
    }
    losses: list[Loss] = []
    with open_package(package_file, progress) as package:
        for update in with_media:
            media = [(update.source, update.media_name_by_path)]
            folder = folder_by_deck.get(update.mine.deck_id, environment.user_decks_folder)
            losses += write_media(folder, media, package, lambda: progress(0, 0))
    return losses
