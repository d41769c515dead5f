"""The dependencies of the main window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.ui.kit.app_settings import AppSettings

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import ExportPreview
    from studyapp.anki.writing.package import ExportReport
    from studyapp.core.textfiles.table_layout import LayoutChoices
    from studyapp.services.backups.restoring import RestoreReport, RestoreRequest
    from studyapp.services.editing.steps.edit_environment import EditEnvironment
    from studyapp.services.exchange.sync_decisions import SyncDecisions, SyncPreview, SyncSettings
    from studyapp.services.exchange.sync_report import SyncReport
    from studyapp.services.optimization.parameter_optimization import Optimization
    from studyapp.services.transfer.export_request import ExportRequest, ExportScope
    from studyapp.services.transfer.file_import import ImportReport
    from studyapp.services.transfer.text_files.table_preview import TablePreview
    from studyapp.store.backups.creation import BackupResult

CurrentLibrary = Callable[[], tuple[Library, CardLanguages]]
"""Returns the current decks and the languages of the cards."""


class AppContext(NamedTuple):
    """The dependencies of the main window, provided by `desktop.py`.

    `read_library`, `back_up`, `restore_backup`, `export_decks`, `preview_export`, `import_file`, `import_table`,
    `preview_table`, `compare_with_anki`, `sync_with_anki`, `optimize_parameters`, `use_previous_parameters` and `run_edit` run in the background and open the collection themselves. `run_edit` runs an operation that changes deck
    files, and returns its result.
    `preview_export` takes the Anki collection to compare with, or None. `use_collection` runs an operation of a page in the background, with a collection of its own; its progress
    callback is also called while a query runs, and cancels the query by raising an exception. `open_collection` opens
    the collection again for several threads, which use it one after the other; the caller closes it.

    `apply_settings` applies the stored theme, text size, font and shortcuts to the application. `rebuild_window`
    recreates the window; its argument says whether to reopen the settings. `reopen_collection` does so with the
    collection that was restored.
    """

    collection: Collection
    clock: Clock
    library: Library
    read_library: Callable[[ProgressCallback], Library]
    back_up: "Callable[[ProgressCallback], BackupResult]"
    restore_backup: "Callable[[RestoreRequest, ProgressCallback], RestoreReport]"
    reopen_collection: "Callable[[RestoreReport], None]"
    export_decks: "Callable[[ExportRequest, ProgressCallback], ExportReport]"
    preview_export: "Callable[[ExportScope, Path | None, ProgressCallback], ExportPreview]"
    run_edit: "Callable[[Callable[[EditEnvironment], Any], ProgressCallback], Any]"
    import_file: "Callable[[Path, ProgressCallback], ImportReport]"
    import_table: "Callable[[Path, LayoutChoices, ProgressCallback], ImportReport]"
    preview_table: "Callable[[Path, LayoutChoices, ProgressCallback], TablePreview]"
    compare_with_anki: "Callable[[ExportScope, SyncSettings, ProgressCallback], SyncPreview]"
    sync_with_anki: "Callable[[ExportScope, SyncSettings, SyncDecisions, ProgressCallback], SyncReport]"
    optimize_parameters: "Callable[[ProgressCallback], Optimization]"
    use_previous_parameters: Callable[[ProgressCallback], object]
    use_collection: Callable[[Callable[[Collection, ProgressCallback], Any], ProgressCallback], Any]
    open_collection: Callable[[], Collection]
    resources_folder: Path
    user_decks_folder: Path
    bundled_decks_folder: Path
    list_deck_folders: Callable[[], Sequence[Path]]
    app_settings: AppSettings
    apply_appearance: Callable[[], None]
    rebuild_window: Callable[[bool], None]

    def edit_environment(self, library: Library) -> "EditEnvironment":
        """Return what an edit in the window's thread needs, as `run_edit` provides it in the background."""
        from studyapp.services.editing.steps.edit_environment import EditEnvironment

        folders = self.user_decks_folder, self.bundled_decks_folder
        return EditEnvironment(self.collection, library, self.clock, *folders)
