import sqlite3
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note, Term
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.store import card_queries, notes, schedules
from studyapp.store.collection import Collection
from studyapp.store.notes import NoteChanges
from tests.store.samples import add, any_notes, fill, note, opened, review

A, B, C = note("a"), note("b"), note("c")
ENGLISH = CardLanguages.ENGLISH


def cards_present(connection: sqlite3.Connection) -> list[CardId]:
    rows = connection.execute(
        "SELECT deck, note, ordinal FROM card WHERE present = 1 ORDER BY position, ordinal"
    )
    return [CardId(*row) for row in rows]


def present(collection: Collection) -> list[tuple[str, int]]:
    with collection.read_transaction() as connection:
        return [(found.id, changed) for found, changed in notes.iterate_present(connection, "deck")]


def test_changes_are_told_apart(collection: Collection) -> None:
    assert fill(collection, [A, B]) == NoteChanges(added=2)
    assert fill(collection, [A, B]) == NoteChanges()
    assert fill(collection, [note("a", "other words"), C]) == NoteChanges(added=1, changed=1, removed=1)
    assert fill(collection, [note("a", "other words"), B, C]) == NoteChanges(restored=1)


def test_a_note_is_dated_by_its_last_change_alone(collection: Collection) -> None:
    fill(collection, [A, B], now=1000)
    fill(collection, [B, note("a", "new words")], now=2000)
    assert present(collection) == [("b", 1000), ("a", 2000)]
    fill(collection, [B], now=3000)
    fill(collection, [B, note("a", "new words")], now=4000)
    assert present(collection) == [("b", 1000), ("a", 2000)]


def test_a_change_is_never_dated_before_the_one_before(collection: Collection) -> None:
    fill(collection, [A], now=5000)
    fill(collection, [note("a", "the clock was set back")], now=10)
    fill(collection, [note("a", "twice")], now=10)
    assert present(collection) == [("a", 5002)]


def test_history_outlives_hiding_and_returning(collection: Collection) -> None:
    fill(collection, [A, B])
    schedule = add(collection, review(1, CardId("deck", "a", 1)))
    fill(collection, [B])
    with collection.read_transaction() as connection:
        assert [card.note_id for card in cards_present(connection)] == ["b"]
        assert list(card_queries.due_reviews(connection, "deck", 500, ENGLISH)) == []
        assert notes.load(connection, "deck", "a") is None
    fill(collection, [B, A])
    with collection.read_transaction() as connection:
        assert schedules.load(connection, CardId("deck", "a", 1)) == schedule
        assert [card.note_id for _, card in card_queries.due_reviews(connection, "deck", 500, ENGLISH)] == [
            "a"
        ]
        assert [card.note_id for card in card_queries.new_cards(connection, "deck", 100, ENGLISH)] == ["b"]


def test_new_cards_follow_the_order_of_the_file(collection: Collection) -> None:
    fill(collection, [A, B, C])
    fill(collection, [C, note("a", "rewritten"), B])
    with collection.read_transaction() as connection:
        assert [card.note_id for card in card_queries.new_cards(connection, "deck", 100, ENGLISH)] == [
            "c",
            "a",
            "b",
        ]


def test_a_blank_taken_out_takes_its_card_and_a_blank_put_back_its_history(collection: Collection) -> None:
    def cloze(words: str) -> Note:
        return Note("deck", "a", Cloze(LocalizedText.language_neutral(words)))

    fill(collection, [cloze("{{c1::x}} {{c2::y}}")])
    add(collection, review(1, CardId("deck", "a", 2)))
    fill(collection, [cloze("{{c1::x}} y")])
    with collection.read_transaction() as connection:
        assert [card.ordinal for card in cards_present(connection)] == [1]
    fill(collection, [cloze("{{c1::x}} {{c2::y}}")])
    with collection.read_transaction() as connection:
        assert [card.ordinal for card in card_queries.new_cards(connection, "deck", 100, ENGLISH)] == [1]


def test_totals_count_every_card_once(collection: Collection) -> None:
    fill(
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
    add(collection, review(1, CardId("deck", "a", 1), due_day=103))
    with collection.read_transaction() as connection:
        assert notes.count_totals(connection, ["deck"], 103, ENGLISH) == notes.CollectionTotals(
            4, 5, 4, 0, 1, 0
        )
        assert notes.count_totals(
            connection, ["deck"], 102, CardLanguages.ENGLISH_AND_TRADITIONAL
        ) == notes.CollectionTotals(4, 6, 5, 0, 0, 0)
        assert notes.count_totals(connection, [], 103, ENGLISH).cards == 0
        for choice in CardLanguages:
            both = notes.count_totals(connection, ["deck"], 103, choice.combined)
            assert notes.count_totals(connection, ["deck"], 103, choice) == both
        assert notes.count(connection, "deck") == 4


@settings(max_examples=25)
@given(st.lists(st.lists(any_notes, max_size=5), min_size=1, max_size=4))
def test_the_store_holds_exactly_what_the_file_holds(versions: list[list[Note]]) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "collection.db") as collection:
        for moment, version in enumerate(versions):
            deck = [replace(one, id=f"n{place}") for place, one in enumerate(version)]
            before = dict(present(collection))
            changes = fill(collection, deck, now=1000 + moment)
            with collection.read_transaction() as connection:
                assert [one for one, _ in notes.iterate_present(connection, "deck")] == deck
            assert changes.removed == max(0, len(before) - len(deck))
            assert changes.added + changes.restored == max(0, len(deck) - len(before))
