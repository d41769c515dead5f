"""The tasks that the window runs in the background."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from studyapp import paths
from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.library.deck_folders import find_missing_folders, list_deck_folders
from studyapp.services.library.deck_library import Library, load_cached_library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import ExportPreview
    from studyapp.anki.writing.package import ExportReport
    from studyapp.core.textfiles.table_layout import LayoutChoices
    from studyapp.services.backups.restoring import RestoreReport, RestoreRequest
    from studyapp.services.editing.steps.edit_environment import EditEnvironment
    from studyapp.services.exchange.anki_sync import SyncRequest
    from studyapp.services.exchange.sync_decisions import SyncDecisions, SyncPreview, SyncSettings
    from studyapp.services.exchange.sync_report import SyncReport
    from studyapp.services.optimization.parameter_optimization import Optimization
    from studyapp.services.transfer.export_request import ExportRequest, ExportScope
    from studyapp.services.transfer.file_import import ImportReport
    from studyapp.services.transfer.text_files.table_preview import TablePreview
    from studyapp.store.backups.creation import BackupResult

Result = TypeVar("Result")


class DesktopTasks:
    """Each task opens the collection itself. The modules of a task are imported when it runs, because most starts need
    few of them."""

    def __init__(self, data_folder: Path, base_deck_folders: Sequence[Path], clock: Clock) -> None:
        self._data_folder = data_folder
        self._collection_path = collection_path(data_folder)
        self.base_deck_folders = tuple(base_deck_folders)
        self._system_clock = clock

    def all_deck_folders(self, collection: Collection) -> tuple[Path, ...]:
        """Return all deck folders, including those that the user added."""
        return list_deck_folders(collection, self.base_deck_folders)

    def _open_collection(self) -> Collection:
        """Open the collection again, for a background task."""
        return Collection(self._collection_path, new_device_id, must_exist=True)

    def open_collection_for_threads(self) -> Collection:
        """Open the collection again, for several threads that use it one after the other."""
        return Collection(self._collection_path, new_device_id, must_exist=True, changes_threads=True)

    def use_collection(
        self, operation: Callable[[Collection, ProgressCallback], Result], progress: ProgressCallback
    ) -> Result:
        """Run an operation of a page. `progress` may cancel it, also while a query runs."""
        from studyapp.services.search.interruption import interruptible

        with self._open_collection() as collection, interruptible(collection, progress):
            return operation(collection, progress)

    def read_library(self, progress: ProgressCallback) -> Library:
        """Read the changed deck files and return the library. Raises StoreError."""
        from studyapp.services.editing.steps.edit_recovery import recover_edits
        from studyapp.services.library.library_refresh import refresh_library

        with self._open_collection() as collection:
            recover_edits(collection, self._system_clock)
            library = refresh_library(
                collection,
                self.all_deck_folders(collection),
                self._system_clock,
                lambda notes: progress(notes, 0),
                paths.bundled_decks_folder(),
            ).library
            folder_problems = find_missing_folders(collection)
            return library._replace(problems=(*folder_problems, *library.problems))

    def back_up(self, progress: ProgressCallback) -> "BackupResult":
        """Make a backup if anything changed. Raises StoreError and OSError as `back_up` does."""
        from studyapp.services.backups.backing_up import back_up
        from studyapp.store.backups.manifest import BackupReason

        with self._open_collection() as collection:
            return back_up(collection, self._system_clock, BackupReason.AUTOMATIC, lambda: progress(0, 0))

    def restore_backup(self, request: "RestoreRequest", progress: ProgressCallback) -> "RestoreReport":
        """Restore a backup. Raises StoreError and OSError as `restore` does."""
        from studyapp.services.backups.restoring import restore

        progress(0, 0)
        return restore(self._collection_path, request, self._system_clock, new_device_id)

    def preview(
        self, scope: "ExportScope", anki_collection: Path | None, progress: ProgressCallback
    ) -> "ExportPreview":
        """Compare an export with an Anki collection, if one is given, without writing a file."""
        from studyapp.services.transfer.export_preview import preview_export

        with self._open_collection() as collection:
            library = load_cached_library(collection, self.all_deck_folders(collection))
            clock = make_study_clock(collection, self._system_clock)
            return preview_export(collection, library, scope, clock, anki_collection, progress)

    def import_file(self, path: Path, progress: ProgressCallback) -> "ImportReport":
        """Import a file into the folder of the user's decks and the collection."""
        from studyapp.core.textfiles.table_layout import NO_CHOICES

        return self.import_table(path, NO_CHOICES, progress)

    def import_table(
        self, path: Path, choices: "LayoutChoices", progress: ProgressCallback
    ) -> "ImportReport":
        """Import a table as the user chose."""
        from studyapp.services.transfer.file_import import import_file

        with self._open_collection() as collection:
            return import_file(
                collection,
                self.all_deck_folders(collection),
                self._data_folder / "decks",
                path,
                make_study_clock(collection, self._system_clock),
                progress,
                paths.bundled_decks_folder(),
                table_choices=choices,
            )

    def preview_table(
        self, path: Path, choices: "LayoutChoices", progress: ProgressCallback
    ) -> "TablePreview":
        """Return what the import of a table would add."""
        from studyapp.services.transfer.text_files.table_preview import preview_table

        progress(0, 0)
        with self._open_collection() as collection:
            library = load_cached_library(collection, self.all_deck_folders(collection))
            return preview_table(collection, library, path, choices)

    def optimize_parameters(self, progress: ProgressCallback) -> "Optimization":
        """Optimize the parameters of FSRS, in a process of its own. Raises OptimizationError."""
        from studyapp.services.optimization.optimization_json import decode_optimization
        from studyapp.services.optimization.optimization_process import run_optimize_command

        return decode_optimization(run_optimize_command(self._data_folder, (), progress))

    def use_previous_parameters(self, progress: ProgressCallback) -> None:
        """Use the previous parameters of FSRS again. Raises OptimizationError."""
        from studyapp.services.optimization.optimization_process import run_optimize_command

        run_optimize_command(self._data_folder, ("--undo",), progress)

    def run_edit(self, operation: "Callable[[EditEnvironment], Any]", progress: ProgressCallback) -> Any:
        """Run an operation that changes deck files, and return its result."""
        progress(0, 0)
        with self._open_collection() as collection:
            return operation(self._edit_environment(collection))

    def export(self, request: "ExportRequest", progress: ProgressCallback) -> "ExportReport":
        """Export decks to a file."""
        from studyapp.services.transfer.deck_export import export_decks

        with self._open_collection() as collection:
            library = load_cached_library(collection, self.all_deck_folders(collection))
            return export_decks(
                collection, library, request, make_study_clock(collection, self._system_clock), progress
            )

    def compare_with_anki(
        self, scope: "ExportScope", settings: "SyncSettings", progress: ProgressCallback
    ) -> "SyncPreview":
        """Return what a sync of decks with a running Anki on this computer would change."""
        from studyapp.services.exchange.anki_sync import compare_with_anki

        with self._open_collection() as collection:
            return compare_with_anki(self._sync_request(collection, scope, settings), progress)

    def sync_with_anki(
        self,
        scope: "ExportScope",
        settings: "SyncSettings",
        decisions: "SyncDecisions",
        progress: ProgressCallback,
    ) -> "SyncReport":
        """Sync decks with a running Anki on this computer."""
        from studyapp.services.exchange.anki_sync import sync_with_anki

        with self._open_collection() as collection:
            return sync_with_anki(self._sync_request(collection, scope, settings), decisions, progress)

    def _sync_request(
        self, collection: Collection, scope: "ExportScope", settings: "SyncSettings"
    ) -> "SyncRequest":
        from studyapp.anki.live.ankiconnect import DEFAULT_ADDRESS, Address, AnkiConnectClient
        from studyapp.anki.live.live_anki import LiveAnki
        from studyapp.services.exchange.anki_sync import SyncRequest

        def connect(tick: Callable[[], None]) -> LiveAnki:
            return LiveAnki(AnkiConnectClient(Address.parse(DEFAULT_ADDRESS), settings.api_key, tick))

        folders = self.all_deck_folders(collection)
        environment = self._edit_environment(collection)
        return SyncRequest(environment, folders, scope, connect, settings.with_ankiweb)

    def _edit_environment(self, collection: Collection) -> "EditEnvironment":
        from studyapp.services.editing.steps.edit_environment import EditEnvironment

        return EditEnvironment(
            collection,
            load_cached_library(collection, self.all_deck_folders(collection)),
            make_study_clock(collection, self._system_clock),
            self._data_folder / "decks",
            paths.bundled_decks_folder(),
        )
