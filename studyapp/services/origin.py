"""Notes that came from Anki are known to be there as they came: an export is told from then on."""

from collections.abc import Iterable, Sequence

from studyapp.anki.contents import Contents, PackagedDeck, PackagedNote, contents_of
from studyapp.anki.found import FoundNote
from studyapp.anki.giving import is_as_written
from studyapp.core.custom_type import CustomType
from studyapp.core.note import Note
from studyapp.core.progress import silent
from studyapp.core.text import LanguageChoice
from studyapp.services.library import Library
from studyapp.store import exports
from studyapp.store.collection import Collection


def remember_origin(
    collection: Collection, library: Library, pairs: Sequence[tuple[FoundNote, Note]]
) -> None:
    """Keep for each note of a type of Anki's what an export would give, with the moment at which it last changed there.
    A note that was known keeps a later moment where it says the same in both: then Anki touched it without changing it, as
    when its type got a field. OSError when a picture can't be read."""
    with collection.reading() as connection:
        known = exports.all_given(connection)
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
        exports.put(connection, stamps)


def _contents(
    library: Library, came: Iterable[tuple[FoundNote, Note]], known_types: Iterable[CustomType]
) -> Contents:
    """The notes as an export would give them, to an Anki that has these types where that is known."""
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
