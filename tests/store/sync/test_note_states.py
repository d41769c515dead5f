"""Every change of what is stored of a note changes one of its digests."""

import pytest

from studyapp.store.collection import Collection
from studyapp.store.sync.note_states import digest_known_of_anki, digest_notes
from tests.store.samples import append_entries, note, review_entry, save_notes
from tests.store.save_schema import ALPHA

CHANGES_OF_NOTE = (
    "UPDATE note SET content = replace(content, 'front', 'back') WHERE id = 'alpha'",
    "UPDATE note SET changed_at = changed_at + 1 WHERE id = 'alpha'",
    "UPDATE schedule SET stability = stability + 1 WHERE note = 'alpha'",
    "UPDATE entry SET effective_at = effective_at + 1 WHERE note = 'alpha'",
    "UPDATE entry SET effective_day = effective_day + 1 WHERE note = 'alpha'",
    "UPDATE entry SET effective_due_day = 7 WHERE note = 'alpha'",
    "UPDATE entry SET effective_due_at = 7 WHERE note = 'alpha'",
    "UPDATE entry SET current_deck = 'deck', current_note = 'other' WHERE note = 'alpha'",
    "UPDATE entry SET current_deck = 'deck', current_note = 'alpha' WHERE note = 'beta'",
    "INSERT INTO entry SELECT device, 99, at, day, deck, note, ordinal, kind, rating, due_day, due_at, took, flag, "
    "undoes_device, undoes_seq, confidence, clock_at, corrects_device, corrects_seq, corrected_at, corrected_day, "
    "effective_at, effective_day, effective_due_day, effective_due_at, moved_to, current_deck, current_note FROM entry "
    "WHERE note = 'alpha'",
)
CHANGES_OF_WHAT_IS_KNOWN_OF_ANKI = (
    "UPDATE exported SET digest = 'other' WHERE note = 'deck/alpha'",
    "UPDATE exported SET changed_at = 2 WHERE note = 'deck/alpha'",
    "UPDATE exported SET content_in_anki = 'other' WHERE note = 'deck/alpha'",
    "DELETE FROM exported WHERE note = 'deck/alpha'",
    "INSERT INTO anki_deck VALUES (1, 'deck', 5, 'Deck')",
    "INSERT INTO common_version VALUES ('deck/alpha', 1, 1, 1, 1, '', x'00')",
)


def save_two_notes(collection: Collection) -> None:
    save_notes(collection, [note("alpha"), note("beta")])
    append_entries(collection, review_entry(1, ALPHA))
    append_entries(collection, review_entry(2, ALPHA._replace(note_id="beta")))
    with collection.transaction() as connection:
        connection.execute("INSERT INTO anki_name VALUES (1, '[]')")
        connection.executemany(
            "INSERT INTO exported VALUES (?, 'digest', 1, '')", [("deck/alpha",), ("deck/beta",)]
        )


@pytest.mark.parametrize("change", CHANGES_OF_NOTE)
def test_change_of_a_note_or_its_progress(collection: Collection, change: str) -> None:
    save_two_notes(collection)
    with collection.transaction() as connection:
        before, known_before = digest_notes(connection, ["deck"]), digest_known_of_anki(connection, ["deck"])
        assert digest_notes(connection, ["deck"]) == before
        connection.execute(change)
        assert digest_notes(connection, ["deck"])["deck/alpha"] != before["deck/alpha"]
        assert digest_known_of_anki(connection, ["deck"]) == known_before


@pytest.mark.parametrize("change", CHANGES_OF_WHAT_IS_KNOWN_OF_ANKI)
def test_change_of_what_is_known_of_anki(collection: Collection, change: str) -> None:
    save_two_notes(collection)
    with collection.transaction() as connection:
        before, known_before = digest_notes(connection, ["deck"]), digest_known_of_anki(connection, ["deck"])
        connection.execute(change)
        now = digest_known_of_anki(connection, ["deck"])
        assert now.get("deck/alpha") != known_before["deck/alpha"]
        assert digest_notes(connection, ["deck"]) == before


def test_other_notes_keep_their_digests(collection: Collection) -> None:
    save_two_notes(collection)
    with collection.transaction() as connection:
        before, known_before = digest_notes(connection, ["deck"]), digest_known_of_anki(connection, ["deck"])
        connection.execute(CHANGES_OF_NOTE[0])
        connection.execute(CHANGES_OF_WHAT_IS_KNOWN_OF_ANKI[0])
        assert digest_notes(connection, ["deck"])["deck/beta"] == before["deck/beta"]
        assert digest_known_of_anki(connection, ["deck"])["deck/beta"] == known_before["deck/beta"]
        assert digest_notes(connection, ["other"]) == {}
