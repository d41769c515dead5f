import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import Cloze, CustomContent, Note
from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES, CardLanguages, LocalizedText
from studyapp.store import notes, schedules, session_card_queries
from studyapp.store.collection import Collection
from studyapp.store.notes import NoteChanges
from tests.store.samples import any_notes, append_entries, note, open_collection, review_entry, save_notes

A, B, C = note("a"), note("b"), note("c")
ENGLISH = CardLanguages.ENGLISH


def cards_present(connection: sqlite3.Connection) -> list[CardId]:
    rows = connection.execute(
        "SELECT deck, note, ordinal FROM card WHERE present = 1 ORDER BY position, ordinal"
    )
    return [CardId(*row) for row in rows]


def present_notes(collection: Collection) -> list[tuple[str, int]]:
    with collection.read_transaction() as connection:
        return [(found.id, changed) for found, changed in notes.iterate_present(connection, "deck")]


def test_replace_all_counts_kinds_of_changes(collection: Collection) -> None:
    assert save_notes(collection, [A, B]) == NoteChanges(added=2)
    assert save_notes(collection, [A, B]) == NoteChanges()
    assert save_notes(collection, [note("a", "other words"), C]) == NoteChanges(added=1, changed=1, removed=1)
    assert save_notes(collection, [note("a", "other words"), B, C]) == NoteChanges(restored=1)


def test_change_date_moves_only_when_the_note_changes(collection: Collection) -> None:
    save_notes(collection, [A, B], now=1000)
    save_notes(collection, [B, note("a", "new words")], now=2000)
    assert present_notes(collection) == [("b", 1000), ("a", 2000)]
    save_notes(collection, [B], now=3000)
    save_notes(collection, [B, note("a", "new words")], now=4000)
    assert present_notes(collection) == [("b", 1000), ("a", 2000)]


def test_change_dates_increase_when_the_clock_goes_back(collection: Collection) -> None:
    save_notes(collection, [A], now=5000)
    save_notes(collection, [note("a", "the clock was set back")], now=10)
    save_notes(collection, [note("a", "twice")], now=10)
    assert present_notes(collection) == [("a", 5002)]


def test_removed_and_restored_note_keeps_history(collection: Collection) -> None:
    save_notes(collection, [A, B])
    schedule = append_entries(collection, review_entry(1, CardId("deck", "a", 1)))
    save_notes(collection, [B])
    with collection.read_transaction() as connection:
        assert [card.note_id for card in cards_present(connection)] == ["b"]
        assert list(session_card_queries.due_reviews(connection, "deck", 500, ENGLISH)) == []
        assert notes.load(connection, "deck", "a") is None
    save_notes(collection, [B, A])
    with collection.read_transaction() as connection:
        assert schedules.load(connection, CardId("deck", "a", 1)) == schedule
        assert [
            card.note_id for _, card in session_card_queries.due_reviews(connection, "deck", 500, ENGLISH)
        ] == ["a"]
        assert [
            card.note_id for card in session_card_queries.new_cards(connection, "deck", 100, ENGLISH)
        ] == ["b"]


def test_new_cards_follow_deck_file_order(collection: Collection) -> None:
    save_notes(collection, [A, B, C])
    save_notes(collection, [C, note("a", "rewritten"), B])
    with collection.read_transaction() as connection:
        assert [
            card.note_id for card in session_card_queries.new_cards(connection, "deck", 100, ENGLISH)
        ] == [
            "c",
            "a",
            "b",
        ]


def test_removed_and_restored_cloze_keeps_history(collection: Collection) -> None:
    def cloze(words: str) -> Note:
        return Note("deck", "a", Cloze(LocalizedText.language_neutral(words)))

    save_notes(collection, [cloze("{{c1::x}} {{c2::y}}")])
    append_entries(collection, review_entry(1, CardId("deck", "a", 2)))
    save_notes(collection, [cloze("{{c1::x}} y")])
    with collection.read_transaction() as connection:
        assert [card.ordinal for card in cards_present(connection)] == [1]
    save_notes(collection, [cloze("{{c1::x}} {{c2::y}}")])
    with collection.read_transaction() as connection:
        assert [
            card.ordinal for card in session_card_queries.new_cards(connection, "deck", 100, ENGLISH)
        ] == [1]


@settings(max_examples=25)
@given(any_notes)
def test_cards_are_stored_with_the_languages_in_which_they_are_available(any_note: Note) -> None:
    with TemporaryDirectory() as folder, open_collection(Path(folder) / "collection.db") as collection:
        save_notes(collection, [any_note])
        with collection.read_transaction() as connection:
            stored = connection.execute("SELECT ordinal, asked_in FROM card").fetchall()
    assert {ordinal: asked_in.split() for ordinal, asked_in in stored} == {
        card.ordinal: [choice for choice in SAME_LANGUAGES_ON_BOTH_SIDES if is_available_in(card, choice)]
        for card in cards_of(any_note)
    }
    assert all(asked_in == f" {asked_in.strip()} " for _, asked_in in stored)


@given(st.lists(st.lists(any_notes, max_size=5), min_size=1, max_size=4))
def test_store_matches_saved_notes(versions: list[list[Note]]) -> None:
    with (
        TemporaryDirectory() as folder,
        open_collection(Path(folder) / "collection.db") as collection,
    ):
        for version_number, version in enumerate(versions):
            deck = [replace(one, id=f"n{index}") for index, one in enumerate(version)]
            before = dict(present_notes(collection))
            changes = save_notes(collection, deck, now=1000 + version_number)
            with collection.read_transaction() as connection:
                assert [one for one, _ in notes.iterate_present(connection, "deck")] == deck
            assert changes.removed == max(0, len(before) - len(deck))
            assert changes.added + changes.restored == max(0, len(deck) - len(before))


def test_cards_that_an_earlier_version_did_not_make_are_added(collection: Collection) -> None:
    templates = (CardTemplate("c", "{{cloze:One}}", "{{cloze:One}}"),)
    note_type = CustomNoteType(0, "t", ("One", "Two"), templates, is_cloze=True)
    notes_of_deck = [
        A,
        Note("deck", "cloze", CustomContent(note_type, ("{{c1::a}}", "{{c2::b}}"))),
        Note("deck", "other", CustomContent(note_type, ("{{c1::a}}", ""))),
    ]
    save_notes(collection, notes_of_deck)
    with collection.transaction() as connection:
        expected = cards_present(connection)
        assert CardId("deck", "cloze", 2) in expected
        connection.execute("DELETE FROM card WHERE ordinal = 2")
    assert save_notes(collection, notes_of_deck) == NoteChanges()
    with collection.read_transaction() as connection:
        assert cards_present(connection) == expected


@given(st.lists(any_notes, max_size=5), st.lists(st.sampled_from(["", 'a"b', "q~{1"]), max_size=5))
def test_anki_guids_are_those_of_the_notes(any_notes_of_deck: list[Note], guids: list[str]) -> None:
    deck = [
        replace(one, id=f"n{number}", anki_guid=guid)
        for number, (one, guid) in enumerate(zip(any_notes_of_deck, guids, strict=False))
    ]
    with TemporaryDirectory() as folder, open_collection(Path(folder) / "collection.db") as collection:
        save_notes(collection, [*deck, note("removed")])
        save_notes(collection, deck)
        with collection.read_transaction() as connection:
            found = notes.anki_guid_by_id(connection, "deck")
    assert list(found.items()) == [(one.id, one.anki_guid) for one in deck]
