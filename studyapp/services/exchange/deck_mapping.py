"""Which deck in Anki each deck belongs to.

Decks in Anki are the learner's: they may be renamed, moved, and given other options there. A deck here belongs to the deck
that got its notes, by id. If that is not known or was deleted, it belongs to the deck in which most of its notes are.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.notes.note_key import split_note_key
from studyapp.services.exchange.anki_state import AnkiState, home_deck_id
from studyapp.store.anki_sync_state import StoredAnkiDeck


class DeckRename(NamedTuple):
    """Cards in Anki that move to another deck, because the title of their deck changed here."""

    old_name: str
    new_name: str
    card_ids: tuple[int, ...]


class DeckMapping(NamedTuple):
    """The full name in Anki of the deck that new notes of each deck go to, and the decks that are renamed in Anki, both by
    deck id."""

    name_by_deck: Mapping[str, str]
    rename_by_deck: Mapping[str, DeckRename]

    def anki_decks(self, state: AnkiState, own_name_by_deck: Mapping[str, str]) -> dict[str, StoredAnkiDeck]:
        """Return what to store of the decks that Anki has."""
        return {
            deck: StoredAnkiDeck(state.deck_id_by_name[name], own_name_by_deck[deck])
            for deck, name in self.name_by_deck.items()
            if name in state.deck_id_by_name and deck in own_name_by_deck
        }


def map_decks(
    own_name_by_deck: Mapping[str, str],
    stored_by_deck: Mapping[str, StoredAnkiDeck],
    note_by_key: Mapping[str, AnkiNote],
    state: AnkiState,
) -> DeckMapping:
    """Return which decks in Anki these decks belong to.

    `own_name_by_deck` are the names that StudyApp has for them, `stored_by_deck` is what was stored at the last sync, and
    `note_by_key` are their notes.
    """
    common_deck_by_deck = _find_common_decks(note_by_key, state)
    name_by_id = state.deck_name_by_id
    existing_by_folded_name = {name.casefold(): name for name in state.deck_id_by_name}
    name_by_deck: dict[str, str] = {}
    rename_by_deck: dict[str, DeckRename] = {}
    for deck, own_name in own_name_by_deck.items():
        own_name = existing_by_folded_name.get(own_name.casefold(), own_name)
        stored = stored_by_deck.get(deck)
        anki_deck_id = stored.anki_deck_id if stored else 0
        if anki_deck_id not in name_by_id:
            anki_deck_id = common_deck_by_deck.get(deck, 0)
        current_name = name_by_id.get(anki_deck_id, own_name)
        name_by_deck[deck] = current_name
        was_renamed_here = stored is not None and stored.name.casefold() != own_name.casefold()
        if stored and was_renamed_here and current_name.casefold() == stored.name.casefold():
            name_by_deck[deck] = own_name
            card_ids = _cards_in_deck(deck, anki_deck_id, note_by_key, state)
            rename_by_deck[deck] = DeckRename(current_name, own_name, card_ids)
    return DeckMapping(name_by_deck, rename_by_deck)


def _find_common_decks(note_by_key: Mapping[str, AnkiNote], state: AnkiState) -> dict[str, int]:
    """Return the id of the deck in Anki in which most notes of each deck are."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for key, note in note_by_key.items():
        located = state.note_by_guid.get(note.guid)
        if located is not None and located.note.cards:
            counts[split_note_key(key)[0]][home_deck_id(located.note)] += 1
    return {deck: count.most_common(1)[0][0] for deck, count in counts.items()}


def _cards_in_deck(
    deck: str, anki_deck_id: int, note_by_key: Mapping[str, AnkiNote], state: AnkiState
) -> tuple[int, ...]:
    """Return the ids of a deck's cards that are in this deck in Anki, without those in a filtered deck."""
    return tuple(
        card.card_id
        for key, note in note_by_key.items()
        if split_note_key(key)[0] == deck and note.guid in state.note_by_guid
        for card in state.note_by_guid[note.guid].note.cards
        if card.deck_id == anki_deck_id and not card.is_filtered
    )
