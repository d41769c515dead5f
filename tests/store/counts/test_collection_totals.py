"""Numbers of notes, of cards, and of cards by state."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note, Term
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.counts.collection_totals import CollectionTotals, count_totals
from tests.store.samples import append_entries, note, review_entry, save_notes

A, B, C = note("a"), note("b"), note("c")
ENGLISH = CardLanguages.ENGLISH


def test_totals_count_every_card_once(collection: Collection) -> None:
    save_notes(
        collection,
        [
            A,
            B,
            C,
            Note(
                "deck",
                "t",
                Term(
                    LocalizedText.language_neutral("x"),
                    LocalizedText.language_neutral("y"),
                    LocalizedText((("zh-Hant", "字"),)),
                ),
            ),
        ],
    )
    append_entries(collection, review_entry(1, CardId("deck", "a", 1), due_day=103))
    with collection.read_transaction() as connection:
        assert count_totals(connection, ["deck"], 103, ENGLISH) == CollectionTotals(4, 5, 4, 0, 1, 0)
        assert count_totals(
            connection, ["deck"], 102, CardLanguages.ENGLISH_AND_TRADITIONAL
        ) == CollectionTotals(4, 6, 5, 0, 0, 0)
        assert count_totals(connection, [], 103, ENGLISH).cards == 0
        for choice in CardLanguages:
            both = count_totals(connection, ["deck"], 103, choice.combined)
            assert count_totals(connection, ["deck"], 103, choice) == both
        assert notes.count(connection, "deck") == 4
