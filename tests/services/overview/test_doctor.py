import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.study.schedule import ReviewPhase
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.overview.doctor import check_collection, rebuild_schedules
from studyapp.store import card_queries, journal_entries, schedules
from tests.services.moves import Move, move, moves
from tests.services.samples import EASY, GOOD, Desk, basics, go_through, shelve

SCHEDULER = Scheduler()
CARD = CardId("deck", "n00", 1)


@settings(max_examples=60)
@given(st.lists(moves, max_size=40))
def test_the_schedule_kept_step_by_step_is_the_one_made_anew(steps: list[Move]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.at(Path(folder) / "collection.db")
        shelve(
            desk.collection,
            [*basics(3), Note("deck", "x", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}}")))],
        )
        study = desk.study()
        for step in steps:
            study = move(desk, study, step)
        connection = desk.collection.connection
        before = list(schedules.iterate_all(connection))
        new = list(
            card_queries.new_cards(connection, "deck", desk.time.clock().today(), study._default_languages)
        )
        found = rebuild_schedules(desk.collection, SCHEDULER)
        assert (found.mismatched_cards, found.file_errors) == ((), ())
        assert found.entry_count == journal_entries.count(connection)
        assert list(schedules.iterate_all(connection)) == before
        assert (
            list(
                card_queries.new_cards(
                    connection, "deck", desk.time.clock().today(), study._default_languages
                )
            )
            == new
        )
        desk.close()


@pytest.mark.parametrize("tampering", ["changed", "removed", "added"])
def test_a_schedule_that_does_not_follow_from_the_journal_is_found_and_mended(
    desk: Desk, tampering: str
) -> None:
    shelve(desk.collection, basics(2))
    go_through(desk.study(), EASY)
    connection = desk.collection.connection
    before = list(schedules.iterate_all(connection))
    odd = CARD
    if tampering == "changed":
        wrong = replace(before[0][1], phase=ReviewPhase(Memory(1.0, 1.0), 9))
        schedules.save(connection, CARD, wrong)
    elif tampering == "removed":
        schedules.delete_all(connection)
    else:
        odd = CardId("deck", "n01", 1)
        schedules.save(connection, odd, before[0][1])
    assert check_collection(desk.collection, SCHEDULER).mismatched_cards == (odd,)
    assert rebuild_schedules(desk.collection, SCHEDULER).mismatched_cards == (odd,)
    assert list(schedules.iterate_all(connection)) == before
    assert check_collection(desk.collection, SCHEDULER).mismatched_cards == ()
    assert [
        card.note_id
        for card in card_queries.new_cards(connection, "deck", 1, desk.study()._default_languages)
    ] == ["n01"]


def test_examining_changes_nothing(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    go_through(desk.study(), EASY, GOOD)
    before = desk.collection.connection.total_changes
    found = check_collection(desk.collection, SCHEDULER)
    assert (found.entry_count, found.card_count) == (2, 2)
    assert desk.collection.connection.total_changes == before
