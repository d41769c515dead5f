"""Handing decks to Anki."""

from collections.abc import Callable
from collections.abc import Collection as Some
from pathlib import Path

from studyapp.anki.package import PackagedDeck, PackagedNote, PackageReport, write_package
from studyapp.core.text import LanguageChoice
from studyapp.services.library import Library
from studyapp.store import notes
from studyapp.store.collection import Collection


def export_package(
    collection: Collection,
    library: Library,
    deck_ids: Some[str],
    choice: LanguageChoice,
    target: Path,
    progress: Callable[[int, int], None] | None = None,
) -> PackageReport:
    """Write the named decks of the library to an Anki package at `target`.

    The file is whole or untouched. `progress` is told the notes written and their number, and may raise to
    stop. OSError when the target can't be written; StoreError when the collection can't be read.
    """
    packaged = []
    for deck in library.decks:
        if deck.head.id in deck_ids:
            with collection.reading() as connection:
                found = tuple(
                    PackagedNote(note, changed) for note, changed in notes.present(connection, deck.head.id)
                )
            packaged.append(PackagedDeck(deck.head, deck.path.parent, found))
    return write_package(target, packaged, choice, progress=progress)
