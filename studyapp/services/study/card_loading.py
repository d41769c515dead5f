"""Loading cards by id, as their notes generate them now."""

from collections.abc import Iterator
from dataclasses import replace

from studyapp.core.cards.card import Card, cards_of, is_available_in, shows_deck_or_flag
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import decks, notes, schedules
from studyapp.store.collection import Collection


def load_card(collection: Collection, card: CardId) -> Card | None:
    """Return the card with this id; None if its note is gone or no longer generates it."""
    with collection.read_transaction() as connection:
        note = notes.load(connection, card.deck_id, card.note_id)
        if note is None:
            return None
        found = next((candidate for candidate in cards_of(note) if candidate.id == card), None)
        if found is None or not shows_deck_or_flag(note):
            return found
        metadata = decks.load_metadata(connection, card.deck_id)
        flag = schedules.load(connection, card).flag
    return replace(found, deck_title=metadata.title if metadata else None, flag=flag)


def load_prerequisite_cards(collection: Collection, note: Note, languages: CardLanguages) -> tuple[Card, ...]:
    """Return the first available, unsuspended card of each note that this note requires."""
    return tuple(_iter_prerequisite_cards(collection, note, languages))


def _iter_prerequisite_cards(collection: Collection, note: Note, languages: CardLanguages) -> Iterator[Card]:
    with collection.read_transaction() as connection:
        for key in note.prerequisites:
            deck_id, note_id = split_note_key(key)
            required = notes.load(connection, deck_id, note_id)
            for card in cards_of(required) if required else ():
                if is_available_in(card, languages) and not schedules.load(connection, card.id).is_suspended:
                    yield card
                    break
