"""Notes that came from Anki are known to be there as they came: an export is told from then on."""

from collections.abc import Iterable, Sequence

from studyapp.anki.live.card_updates import is_stored_as_sent
from studyapp.anki.writing.package_contents import (
    ExportDeck,
    ExportNote,
    PackageContents,
    build_package_contents,
)
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import ignore_progress
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.library.deck_library import Library
from studyapp.store import export_stamps
from studyapp.store.collection import Collection


def record_export_baseline(
    collection: Collection, library: Library, pairs: Sequence[tuple[SourceNote, Note]]
) -> None:
    """Record the export digest and Anki's modification time of each imported note, so that only later edits count as
    changes. A known note with the same content gets the newer modification time: Anki also raises it without a change of
    content, for example when a field is added to the note type. OSError if a picture can't be read."""
    with collection.read_transaction() as connection:
        known = export_stamps.load_all(connection)
    came = {note.key: (found, note) for found, note in pairs if note.anki_guid and found.changed_at}
    plain = _build_contents(library, came.values(), ())
    in_anki = _build_contents(library, came.values(), {found.note_type for found, _ in came.values()})
    stamps = []
    for stamp, note in zip(plain.stamps, in_anki.notes, strict=True):
        found, _ = came[stamp.note_key]
        if stamp.note_key not in known:
            stamps.append((stamp.note_key, stamp.digest, stamp.changed_at))
        elif known[stamp.note_key][1] < found.changed_at and is_stored_as_sent(note, found):
            stamps.append((stamp.note_key, known[stamp.note_key][0], found.changed_at))
    with collection.transaction() as connection:
        export_stamps.save(connection, stamps)


def _build_contents(
    library: Library, imported: Iterable[tuple[SourceNote, Note]], known_types: Iterable[CustomNoteType]
) -> PackageContents:
    """The package contents for these notes; `known_types` are the note types that Anki has, if known."""
    notes = list(imported)
    decks = [
        ExportDeck(
            deck.head,
            deck.path.parent,
            [ExportNote(note, found.changed_at) for found, note in notes if note.deck_id == deck.head.id],
        )
        for deck in library.decks
    ]
    return build_package_contents(
        decks, CardLanguages.ENGLISH_AND_TRADITIONAL, 0, ignore_progress, known_types
    )
