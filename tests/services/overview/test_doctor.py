import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.study.schedule import Review
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.text.localized_text import Text
from studyapp.services.overview.doctor import examine, rebuild
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
        shelve(desk.collection, [*basics(3), Note("deck", "x", Cloze(Text.plain("{{c1::x}} {{c2::y}}")))])
        study = desk.study()
        for step in steps:
            study = move(desk, study, step)
        connection = desk.collection.connection
        before = list(schedules.everything(connection))
        new = list(card_queries.new_cards(connection, "deck", desk.time.clock().day(), study._choice))
        found = rebuild(desk.collection, SCHEDULER)
        assert (found.astray, found.damage) == ((), ())
        assert found.entries == journal_entries.count(connection)
        assert list(schedules.everything(connection)) == before
        assert list(card_queries.new_cards(connection, "deck", desk.time.clock().day(), study._choice)) == new
        desk.close()


@pytest.mark.parametrize("tampering", ["changed", "removed", "added"])
def test_a_schedule_that_does_not_follow_from_the_journal_is_found_and_mended(
    desk: Desk, tampering: str
) -> None:
    shelve(desk.collection, basics(2))
    go_through(desk.study(), EASY)
    connection = desk.collection.connection
    before = list(schedules.everything(connection))
    odd = CARD
    if tampering == "changed":
        wrong = replace(before[0][1], phase=Review(Memory(1.0, 1.0), 9))
        schedules.put(connection, CARD, wrong)
    elif tampering == "removed":
        schedules.clear(connection)
    else:
        odd = CardId("deck", "n01", 1)
        schedules.put(connection, odd, before[0][1])
    assert examine(desk.collection, SCHEDULER).astray == (odd,)
    assert rebuild(desk.collection, SCHEDULER).astray == (odd,)
    assert list(schedules.everything(connection)) == before
    assert examine(desk.collection, SCHEDULER).astray == ()
    assert [card.note for card in card_queries.new_cards(connection, "deck", 1, desk.study()._choice)] == [
        "n01"
    ]


def test_examining_changes_nothing(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    go_through(desk.study(), EASY, GOOD)
    before = desk.collection.connection.total_changes
    found = examine(desk.collection, SCHEDULER)
    assert (found.entries, found.cards) == (2, 2)
    assert desk.collection.connection.total_changes == before
