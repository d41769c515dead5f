"""What Anki would do with an export, before it is written."""

from pathlib import Path

from studyapp.anki.live.import_outcomes import Preflight, look_into, preflight
from studyapp.anki.writing.package_contents import contents_of
from studyapp.core.progress_callback import Progress, silent
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.deck_export import packaged_decks
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store import export_stamps
from studyapp.store.collection import Collection


def preview(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    anki: Path | None,
    progress: Progress | None = None,
) -> Preflight:
    """What importing an export of this scope would do to each note in the collection of Anki at `anki`; without one, as
    far as the last export tells. Nothing is written. UnreadablePackage when the file is no collection, OSError when it
    can't be read; `progress` as of an export."""
    there = look_into(anki) if anki is not None else None
    with collection.reading() as connection:
        given = export_stamps.all_given(connection)
    decks = packaged_decks(collection, library, scope, clock, given)
    contents = contents_of(decks, scope.languages, clock.now() // 1000, progress or silent)
    keys = [stamp.note for stamp in contents.stamps]
    return preflight(list(zip(keys, contents.notes, strict=True)), given, there)
