"""What the window is given to work with."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.ui.kit.window_settings import WindowSettings

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import ExportPreview
    from studyapp.anki.writing.package import PackageReport
    from studyapp.services.transfer.export_request import ExportRequest, ExportScope
    from studyapp.services.transfer.file_import import ImportReport
    from studyapp.services.transfer.sync_report import SyncReport


class AppContext(NamedTuple):
    """What the window works with. `dress` gives the application what is remembered of theme, size, font and keys;
    `remake` makes the window anew, with the settings open where that is wanted. `read_library`, `export`, `preview` (of an export, in a collection of Anki) `take_in` (a package of Anki) and `exchange` (with a running Anki, by the key that it asks for) run in the background, where they open a
    collection of their own; `read_library` also makes the day's backup, and gives back why it could not."""

    collection: Collection
    clock: Clock
    library: Library
    read_library: Callable[[ProgressCallback], tuple[Library, OSError | None]]
    export_decks: "Callable[[ExportRequest, ProgressCallback], PackageReport]"
    preview_export: "Callable[[ExportScope, Path | None, ProgressCallback], ExportPreview]"
    import_file: "Callable[[Path, ProgressCallback], ImportReport]"
    sync_with_anki: "Callable[[ExportScope, str, ProgressCallback], SyncReport]"
    resources_folder: Path
    user_decks_folder: Path
    list_deck_folders: Callable[[], Sequence[Path]]
    window_settings: WindowSettings
    default_backup_folder: Path
    apply_settings: Callable[[], None]
    rebuild_window: Callable[[bool], None]
