"""From names of cards to the cards themselves, as their decks have them now."""

from collections.abc import Iterator

from studyapp.core.cards.card import Card, cards_of, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import notes, schedules
from studyapp.store.collection import Collection


def load_card(collection: Collection, card: CardId) -> Card | None:
    """The card of this name; None when its note was taken out of the file, or asks no such card any more."""
    with collection.read_transaction() as connection:
        note = notes.load(connection, card.deck_id, card.note_id)
    return next((each for each in cards_of(note) if each.id == card), None) if note else None


def load_prerequisite_cards(collection: Collection, note: Note, languages: CardLanguages) -> tuple[Card, ...]:
    """Of each note that this one requires the first card that may be asked."""
    return tuple(_iter_prerequisite_cards(collection, note, languages))


def _iter_prerequisite_cards(collection: Collection, note: Note, languages: CardLanguages) -> Iterator[Card]:
    with collection.read_transaction() as connection:
        for key in note.prerequisites:
            deck, _, name = key.partition("/")
            required = notes.load(connection, deck, name)
            for card in cards_of(required) if required else ():
                if is_available_in(card, languages) and not schedules.load(connection, card.id).is_suspended:
                    yield card
                    break
