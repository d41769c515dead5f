"""Notes that came from Anki are known to be there as they came: an export is told from then on."""

from collections.abc import Iterable, Sequence

from studyapp.anki.live.card_updates import is_as_written
from studyapp.anki.writing.package_contents import Contents, PackagedDeck, PackagedNote, contents_of
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import silent
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.core.transfer.package_model import FoundNote
from studyapp.services.library.deck_library import Library
from studyapp.store import export_stamps
from studyapp.store.collection import Collection


def remember_origin(
    collection: Collection, library: Library, pairs: Sequence[tuple[FoundNote, Note]]
) -> None:
    """Record the export digest and Anki's modification time of each imported note, so that only later edits count as
    changes. A known note with the same content gets the newer modification time: Anki also raises it without a change of
    content, for example when a field is added to the note type. OSError if a picture can't be read."""
    with collection.reading() as connection:
        known = export_stamps.all_given(connection)
    came = {note.key: (found, note) for found, note in pairs if note.guid and found.changed_at}
    plain = _contents(library, came.values(), ())
    in_anki = _contents(library, came.values(), {found.note_type for found, _ in came.values()})
    stamps = []
    for stamp, note in zip(plain.stamps, in_anki.notes, strict=True):
        found, _ = came[stamp.note]
        if stamp.note not in known:
            stamps.append((stamp.note, stamp.digest, stamp.changed_at))
        elif known[stamp.note][1] < found.changed_at and is_as_written(note, found):
            stamps.append((stamp.note, known[stamp.note][0], found.changed_at))
    with collection.transaction() as connection:
        export_stamps.put(connection, stamps)


def _contents(
    library: Library, came: Iterable[tuple[FoundNote, Note]], known_types: Iterable[CustomType]
) -> Contents:
    """The package contents for these notes; `known_types` are the note types that Anki has, if known."""
    notes = list(came)
    decks = [
        PackagedDeck(
            deck.head,
            deck.path.parent,
            [PackagedNote(note, found.changed_at) for found, note in notes if note.deck == deck.head.id],
        )
        for deck in library.decks
    ]
    return contents_of(decks, LanguageChoice.BOTH, 0, silent, known_types)
