"""From names of cards to the cards themselves, as their decks have them now."""

from collections.abc import Iterator

from studyapp.core.cards.card import Card, cards_of, is_asked_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.store import notes, schedules
from studyapp.store.collection import Collection


def card_of(collection: Collection, card: CardId) -> Card | None:
    """The card of this name; None when its note was taken out of the file, or asks no such card any more."""
    with collection.reading() as connection:
        note = notes.of_key(connection, card.deck, card.note)
    return next((each for each in cards_of(note) if each.id == card), None) if note else None


def required_cards(collection: Collection, note: Note, choice: LanguageChoice) -> tuple[Card, ...]:
    """Of each note that this one requires the first card that may be asked."""
    return tuple(_required(collection, note, choice))


def _required(collection: Collection, note: Note, choice: LanguageChoice) -> Iterator[Card]:
    with collection.reading() as connection:
        for key in note.requires:
            deck, _, name = key.partition("/")
            required = notes.of_key(connection, deck, name)
            for card in cards_of(required) if required else ():
                if is_asked_in(card, choice) and not schedules.of_card(connection, card.id).suspended:
                    yield card
                    break
