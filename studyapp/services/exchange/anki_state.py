"""A snapshot of the notes and decks in a running Anki."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from studyapp.anki.live.changed_notes import IsKnown
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.core.transfer.package_model import LocatedNote, SourceNote, notes_by_guid


class AnkiState(NamedTuple):
    """The notes by guid, without those that were left out because they are in sync, and the ids of the decks by full name.

    `digest_by_guid` has the digests of all notes, or is empty if Anki runs on another computer. `created_at` is when the collection was created (Unix seconds), which identifies it; 0 if it is not known, because
    Anki runs on another computer and has none of the notes.
    """

    created_at: int
    note_by_guid: Mapping[str, LocatedNote]
    deck_id_by_name: Mapping[str, int]
    digest_by_guid: Mapping[str, bytes]

    @property
    def deck_name_by_id(self) -> dict[int, str]:
        """The full names of the decks."""
        return {deck_id: name for name, deck_id in self.deck_id_by_name.items()}


def read_anki_state(anki: LiveAnki, note_type_ids: Sequence[int], is_known: IsKnown) -> AnkiState:
    """Read what Anki has now, at least all notes of these types, except known ones.

    Raises AnkiConnectError, and UnreadableFileError if Anki's data can't be read.
    """
    media_names = anki.media_names()

    def read_media(name: str) -> Iterator[bytes]:
        yield anki.read_media(name) or b""

    parts = anki.read_changed_notes(note_type_ids, is_known)
    packages = [part.package._replace(media_names=media_names, read_media=read_media) for part in parts]
    created_at = packages[0].created_at if packages else 0
    digest_by_guid = {guid: digest for part in parts for guid, digest in part.digest_by_guid.items()}
    return AnkiState(created_at, notes_by_guid(packages), anki.deck_id_by_name(), digest_by_guid)


def home_deck_id(note: SourceNote) -> int:
    """Return the id of the deck of a note's first card outside of filtered decks; 0 without cards."""
    return note.cards[0].deck_id if note.cards else 0
