"""What the window is given to work with."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.progress_callback import Progress
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.ui.kit.window_settings import Remembered

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import Preflight
    from studyapp.anki.writing.package import PackageReport
    from studyapp.services.transfer.anki_sync import ExchangeReport
    from studyapp.services.transfer.export_request import ExportRequest, ExportScope
    from studyapp.services.transfer.file_import import ImportReport


class Workplace(NamedTuple):
    """What the window works with. `dress` gives the application what is remembered of theme, size, font and keys;
    `remake` makes the window anew, with the settings open where that is wanted. `read_library`, `export`, `preview` (of an export, in a collection of Anki) `take_in` (a package of Anki) and `exchange` (with a running Anki, by the key that it asks for) run in the background, where they open a
    collection of their own; `read_library` also makes the day's backup, and gives back why it could not."""

    collection: Collection
    clock: Clock
    library: Library
    read_library: Callable[[Progress], tuple[Library, OSError | None]]
    export: "Callable[[ExportRequest, Progress], PackageReport]"
    preview: "Callable[[ExportScope, Path | None, Progress], Preflight]"
    take_in: "Callable[[Path, Progress], ImportReport]"
    exchange: "Callable[[ExportScope, str, Progress], ExchangeReport]"
    resources: Path
    own_decks: Path
    deck_folders: Callable[[], Sequence[Path]]
    remembered: Remembered
    usual_backups: Path
    dress: Callable[[], None]
    remake: Callable[[bool], None]
