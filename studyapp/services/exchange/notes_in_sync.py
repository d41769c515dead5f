"""Notes that a sync skips, because neither side has changed since an earlier sync found nothing to do for them.

Such notes are neither read nor compared. They are recognized by a digest of what the comparison depends on: the rows of the
note on both sides, with its cards and reviews, and what is common to many notes, such as study options. So every change,
on whichever side and by whatever program, leads to a comparison.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import NamedTuple

import studyapp
from studyapp.anki.card_progress import STEP_STATES, AnkiCard, CardQueue, CardState
from studyapp.anki.live.stored_content import is_stored_as_sent
from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.transfer.markdown_images import find_media_paths, finds_all_media
from studyapp.core.transfer.package_model import SourceCard, SourceNote
from studyapp.core.value_digest import digest_values
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.exchange.anki_state import AnkiState
from studyapp.services.exchange.exchange_plan import ExchangePlan, NoteState, PlannedNote
from studyapp.services.library.deck_library import LibraryDeck
from studyapp.services.options.option_storage import load_options_by_deck
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store import anki_sync_state, notes
from studyapp.store.sync import note_states

_COMPARISON_VERSION = 1
"""Increase this number when notes are rendered or compared in another way. All notes are then compared once."""

_BURIED_QUEUES = (CardQueue.BURIED_BY_USER, CardQueue.BURIED_BY_SCHEDULER)
"""The queues of cards that come back as time passes."""


class NotesInSync(NamedTuple):
    """What identifies the notes in sync of a scope: the keys of its notes by GUID, digests of their state here and of what
    is known of them in Anki, and the keys and digests recorded by earlier syncs. Notes that are always compared have no key:
    those whose GUID is not unique, and those of whose media files it is not certain which they are."""

    key_by_guid: Mapping[str, str]
    own_digest_by_key: Mapping[str, bytes]
    known_digest_by_key: Mapping[str, bytes]
    in_sync: AbstractSet[tuple[str, bytes]]

    def is_known(self, guid: str, digest_in_anki: bytes) -> bool:
        """Return whether the note in Anki with this guid and digest is in sync."""
        key = self.key_by_guid.get(guid)
        return key is not None and (key, self.digest(key, digest_in_anki)) in self.in_sync

    def left_out_keys(self, state: AnkiState) -> frozenset[str]:
        """Return the keys of the notes that were not read from Anki, because they are in sync."""
        left_out_guids = state.digest_by_guid.keys() - state.note_by_guid.keys()
        return frozenset(self.key_by_guid[guid] for guid in left_out_guids)

    def digest(self, key: str, digest_in_anki: bytes) -> bytes:
        """Return the digest of both sides of a note."""
        own = (self.own_digest_by_key.get(key, b""), self.known_digest_by_key.get(key, b""))
        return digest_values((digest_in_anki, *own))


NOTHING_KNOWN = NotesInSync({}, {}, {}, frozenset())


def load_notes_in_sync(environment: EditEnvironment, scope: ExportScope) -> NotesInSync:
    """Return what is known of the notes of these decks. Raises StoreError if the collection can't be read."""
    decks = [deck for deck in environment.library.decks if deck.metadata.id in scope.decks]
    deck_ids = [deck.metadata.id for deck in decks]
    shared_by_deck = _digest_shared_values(environment, scope, decks)
    with environment.collection.read_transaction() as connection:
        own_by_key = note_states.digest_notes(connection, deck_ids)
        stamps_by_key: dict[str, list[object]] = defaultdict(list)
        uncertain_keys: set[str] = set()
        for deck in decks:
            for note_id, content in notes.iterate_with_media(connection, deck.metadata.id):
                key = f"{deck.metadata.id}/{note_id}"
                stamps_by_key[key] += ((path, _media_stamp(deck, path)) for path in find_media_paths(content))
                if not finds_all_media(content):
                    uncertain_keys.add(key)
        guids = [
            (guid or derive_guid(f"{deck.metadata.id}/{note_id}"), f"{deck.metadata.id}/{note_id}")
            for deck in decks
            for note_id, guid in notes.anki_guid_by_id(connection, deck.metadata.id).items()
        ]
        is_repeated = Counter(guid for guid, _ in guids)
        return NotesInSync(
            {guid: key for guid, key in guids if is_repeated[guid] == 1 and key not in uncertain_keys},
            {
                key: digest_values((shared_by_deck[key.partition("/")[0]], own, stamps_by_key[key]))
                for key, own in own_by_key.items()
            },
            note_states.digest_known_of_anki(connection, deck_ids),
            anki_sync_state.digests_in_sync(connection),
        )


def find_notes_in_sync(
    plan: ExchangePlan,
    before: AnkiState,
    after: AnkiState,
    known: NotesInSync,
    changed_card_ids: AbstractSet[int],
    changed_guids: AbstractSet[str],
) -> dict[str, bytes]:
    """Return the notes that turned out to be in sync, by key, with their digests in Anki.

    `before` and `after` are what Anki had before and after notes were sent. `changed_card_ids` are cards that got progress in
    Anki, and `changed_guids` notes that got some here or of which something could not be carried over.
    """
    keys_with_losses = {loss.note_excerpt for loss in plan.contents.losses}
    found: dict[str, bytes] = {}
    for key, planned in plan.planned_by_key.items():
        guid = planned.to_send.guid
        digest, located = before.digest_by_guid.get(guid), after.note_by_guid.get(guid)
        if (
            digest is not None
            and located is not None
            and after.digest_by_guid.get(guid) == digest
            and planned.state is NoteState.SAME
            and guid not in changed_guids
            and key not in keys_with_losses
            and guid in known.key_by_guid
            and not known.is_known(guid, digest)
            and changed_card_ids.isdisjoint(card.card_id for card in located.note.cards)
            and _is_in_sync(planned, located.note)
        ):
            found[key] = digest
    return found


def record_notes_in_sync(
    environment: EditEnvironment,
    scope: ExportScope,
    known: NotesInSync,
    anki_created_at: int,
    digest_in_anki_by_key: Mapping[str, bytes],
) -> None:
    """Record notes that are in sync, unless they changed here since `known` was loaded, before they were compared."""
    if not digest_in_anki_by_key:
        return
    with environment.collection.transaction() as connection:
        now = load_notes_in_sync(environment, scope)
        digests = {
            key: now.digest(key, digest_in_anki)
            for key, digest_in_anki in digest_in_anki_by_key.items()
            if now.own_digest_by_key.get(key) == known.own_digest_by_key.get(key)
        }
        anki_sync_state.save_digests_in_sync(connection, anki_created_at, digests)


def _is_in_sync(planned: PlannedNote, stored: SourceNote) -> bool:
    """Return whether Anki has a note as it is here, with the same cards, none of which changes as time passes."""
    own_cards = sorted(planned.to_send.cards, key=attrgetter("ordinal"))
    stored_cards = sorted(stored.cards, key=attrgetter("ordinal"))
    return (
        len(own_cards) == len(stored_cards)
        and all(map(_is_lasting, own_cards, stored_cards))
        and is_stored_as_sent(planned.to_send, stored, planned.own_fields)
    )


def _is_lasting(own: AnkiCard, stored: SourceCard) -> bool:
    """Return whether two cards are the same, both new, both in their steps or both in review, and neither is buried."""
    return (
        own.ordinal == stored.ordinal
        and (own.state in STEP_STATES) == (stored.state in STEP_STATES)
        and (own.state is CardState.NEW) == (stored.state == CardState.NEW)
        and own.queue not in _BURIED_QUEUES
        and stored.queue not in _BURIED_QUEUES
        and not stored.is_filtered
    )


def _digest_shared_values(
    environment: EditEnvironment, scope: ExportScope, decks: Iterable[LibraryDeck]
) -> dict[str, bytes]:
    """Return a digest for each deck of what the comparison of its notes depends on besides the notes."""
    clock = environment.clock
    shared = (
        _COMPARISON_VERSION,
        studyapp.__version__,
        scope.languages,
        scope.with_progress,
        clock.zone,
        clock.day_start_hour(),
        [deck.metadata.title for deck in decks],
    )
    options_by_deck = load_options_by_deck(environment.collection, scope.decks)
    return {
        deck.metadata.id: digest_values(
            repr((shared, deck.metadata, deck.path, options_by_deck[deck.metadata.id]))
        )
        for deck in decks
    }


def _media_stamp(deck: LibraryDeck, media_path: str) -> tuple[int, int, int] | None:
    """Return a stamp that changes whenever a file is written; None if there is none."""
    try:
        status = (deck.path.parent / media_path).stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
