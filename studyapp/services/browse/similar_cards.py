"""Finding the cards that a learner may confuse with a card."""

from collections.abc import Iterator, Sequence

from studyapp.core.cards.card import cards_of, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note_key import NoteKeyParts
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.similar_notes.compared_texts import ComparedTexts, compared_texts
from studyapp.core.similar_notes.similarity_ranking import rank_similar_notes
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.option_storage import load_languages_by_deck
from studyapp.services.search.card_search import update_search_index
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.search.indexed_texts import (
    explanation_field_number,
    iterate_indexed_texts,
    load_indexed_text,
)


def find_similar_cards(
    collection: Collection,
    card: CardId,
    library: Library,
    default_languages: CardLanguages,
    progress: ProgressCallback,
) -> list[CardId]:
    """Return one card of each note in these decks that is similar to the note of a card, the most similar note first. It
    is the card with the same ordinal if there is one.

    Diagrams are not compared. `progress` is called with how many notes or texts are done and may raise to stop. Raises
    StoreError if the collection can't be read or written.
    """
    update_search_index(collection, progress)
    decks = frozenset(library.deck_ids)
    others: list[NoteKeyParts] = []
    with collection.read_transaction() as connection:
        own = load_indexed_text(connection, card.deck_id, card.note_id)
        if own is None:
            return []
        explanation = explanation_field_number(connection)

        def compare_others() -> Iterator[ComparedTexts]:
            for deck_id, note_id, joined_text in iterate_indexed_texts(connection):
                if deck_id in decks and (deck_id, note_id) != card[:2]:
                    others.append(NoteKeyParts(deck_id, note_id))
                    yield compared_texts(joined_text, explanation)

        ranked = rank_similar_notes(compared_texts(own.joined_text, explanation), compare_others(), progress)
    found = [others[note.place] for note in ranked]
    return list(_choose_cards(collection, card, found, default_languages))


def _choose_cards(
    collection: Collection, own: CardId, found: Sequence[NoteKeyParts], default_languages: CardLanguages
) -> Iterator[CardId]:
    """Yield, for each similar note, the card to show for comparison."""
    languages = load_languages_by_deck(collection, {key.deck_id for key in found}, default_languages)
    with collection.read_transaction() as connection:
        for deck_id, note_id in found:
            note = notes.load(connection, deck_id, note_id)
            cards = cards_of(note) if note is not None else ()
            available = [one.id for one in cards if is_available_in(one, languages[deck_id])]
            same_ordinal = [one for one in available if one.ordinal == own.ordinal]
            yield from (same_ordinal or available)[:1]
