"""What all editing operations need."""

from pathlib import Path
from typing import NamedTuple

from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection


class EditEnvironment(NamedTuple):
    """The collection and the decks that are edited.

    Decks in `bundled_decks_folder` are copied to `user_decks_folder` before their first edit. `library` may be older than
    the edits made since; it says in which file a deck was last read.
    """

    collection: Collection
    library: Library
    clock: Clock
    user_decks_folder: Path
    bundled_decks_folder: Path
