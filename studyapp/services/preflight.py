"""What Anki would do with an export, before it is written."""

from pathlib import Path

from studyapp.anki.contents import contents_of
from studyapp.anki.preflight import Preflight, look_into, preflight
from studyapp.core.progress import Progress, silent
from studyapp.services.clock import Clock
from studyapp.services.export_request import ExportScope
from studyapp.services.exporting import packaged_decks
from studyapp.services.library import Library
from studyapp.store import exports
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
        given = exports.all_given(connection)
    decks = packaged_decks(collection, library, scope, clock, given)
    contents = contents_of(decks, scope.languages, clock.now() // 1000, progress or silent)
    keys = [stamp.note for stamp in contents.stamps]
    return preflight(list(zip(keys, contents.notes, strict=True)), given, there)
