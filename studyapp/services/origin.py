"""Notes that came from Anki are known to be there as they came: an export is told from then on."""

from collections.abc import Sequence

from studyapp.anki.contents import PackagedDeck, PackagedNote, contents_of
from studyapp.anki.found import FoundNote
from studyapp.core.note import Note
from studyapp.core.text import LanguageChoice
from studyapp.services.library import Library
from studyapp.store import exports
from studyapp.store.collection import Collection


def remember_origin(
    collection: Collection, library: Library, pairs: Sequence[tuple[FoundNote, Note]]
) -> None:
    """Keep for each note of a type of Anki's what an export would give, with the moment at which it last changed there. OSError when
    a picture can't be read."""
    with collection.reading() as connection:
        known = exports.all_given(connection)
    came = [
        (found, note) for found, note in pairs if note.guid and found.changed_at and note.key not in known
    ]
    decks = [
        PackagedDeck(
            deck.head,
            deck.path.parent,
            [PackagedNote(note, found.changed_at) for found, note in came if note.deck == deck.head.id],
        )
        for deck in library.decks
    ]
    contents = contents_of(decks, LanguageChoice.BOTH, 0, _silent)
    with collection.transaction() as connection:
        exports.put(connection, ((stamp.note, stamp.digest, stamp.changed_at) for stamp in contents.stamps))


def _silent(done: int, total: int) -> None:
    """Tells nobody."""
