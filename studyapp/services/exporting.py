"""Handing decks to Anki."""

from collections.abc import Callable, Mapping
from collections.abc import Collection as Some
from pathlib import Path

from studyapp.anki.package import PackagedDeck, PackagedNote, PackageReport, write_package
from studyapp.core.note import Note
from studyapp.core.text import LanguageChoice
from studyapp.services.clock import Clock
from studyapp.services.library import Library
from studyapp.store import exports, notes
from studyapp.store.collection import Collection


def export_package(
    collection: Collection,
    library: Library,
    deck_ids: Some[str],
    choice: LanguageChoice,
    target: Path,
    clock: Clock,
    progress: Callable[[int, int], None] | None = None,
) -> PackageReport:
    """Write the named decks of the library to an Anki package at `target`.

    The file is whole or untouched. A note's moment of change rises only when Anki gets something else for it
    than at the last export, for Anki updates a note only then. `progress` is told the notes written and their number, and may raise to
    stop. OSError when the target can't be written; StoreError when the collection can't be read.
    """
    with collection.reading() as connection:
        given = exports.all_given(connection)
        packaged = [
            PackagedDeck(
                deck.head,
                deck.path.parent,
                tuple(_packaged(note, at, given) for note, at in notes.present(connection, deck.head.id)),
            )
            for deck in library.decks
            if deck.head.id in deck_ids
        ]
    report = write_package(target, packaged, choice, now=clock.now() // 1000, progress=progress)
    with collection.transaction() as connection:
        exports.put(connection, ((stamp.note, stamp.digest, stamp.changed_at) for stamp in report.stamps))
    return report


def _packaged(note: Note, changed_at: int, given: Mapping[str, tuple[str, int]]) -> PackagedNote:
    digest, exported_at = given.get(note.key, ("", changed_at))
    return PackagedNote(note, exported_at, digest)
