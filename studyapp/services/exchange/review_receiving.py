"""Bringing reviews made in Anki into the journal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.transfer.package_model import LocatedNote, PackageData, SourceNote
from studyapp.services.exchange.anki_state import AnkiState
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.progress_import import (
    MergeResult,
    NewProgress,
    find_new_progress,
    merge_progress,
)
from studyapp.store.collection import Collection
from studyapp.store.sync.selected_notes import iterate_selected

NOTHING_RECEIVED = MergeResult(0, 0, ())


class _NotesInPackage(NamedTuple):
    package: PackageData
    pairs: list[tuple[SourceNote, Note]]
    last_synced_at: int | None


def receive_reviews(
    collection: Collection,
    state: AnkiState,
    last_synced_by_deck: Mapping[str, int | None],
    clock: Clock,
    progress: ProgressCallback,
    includes: Callable[[str], bool],
) -> MergeResult:
    """Add the reviews made in Anki on cards of these decks to the journal. `includes` says which notes take part, by key."""
    return combine_results(
        [
            merge_progress(collection, part.package, part.pairs, clock, progress, part.last_synced_at)
            for part in _notes_by_package(collection, state, last_synced_by_deck, includes)
        ]
    )


def combine_results(results: Sequence[MergeResult]) -> MergeResult:
    """Return the sum of several results."""
    return MergeResult(
        sum(result.entry_count for result in results),
        sum(result.review_count for result in results),
        tuple(loss for result in results for loss in result.losses),
        frozenset().union(*(result.guids for result in results)),
    )


def find_progress_to_receive(
    collection: Collection,
    state: AnkiState,
    last_synced_by_deck: Mapping[str, int | None],
    clock: Clock,
    progress: ProgressCallback,
    includes: Callable[[str], bool],
) -> NewProgress:
    """Return what `receive_reviews` would add."""
    parts = [
        find_new_progress(collection, part.package, part.pairs, clock, progress, part.last_synced_at)
        for part in _notes_by_package(collection, state, last_synced_by_deck, includes)
    ]
    return NewProgress(
        sum(part.review_count for part in parts), frozenset().union(*(part.card_ids for part in parts))
    )


def _notes_by_package(
    collection: Collection,
    state: AnkiState,
    last_synced_by_deck: Mapping[str, int | None],
    includes: Callable[[str], bool],
) -> Iterator[_NotesInPackage]:
    """Yield the notes of these decks that Anki has, by deck and package."""
    for deck, last_synced_at in last_synced_by_deck.items():
        with collection.read_transaction() as connection:
            notes_in_deck = [note for note, _ in iterate_selected(connection, deck, includes)]
        parts: dict[int, _NotesInPackage] = {}
        for note in notes_in_deck:
            located: LocatedNote | None = state.note_by_guid.get(note_guid(note))
            if located is not None:
                part = parts.setdefault(
                    id(located.package), _NotesInPackage(located.package, [], last_synced_at)
                )
                part.pairs.append((located.note, note))
        yield from parts.values()
