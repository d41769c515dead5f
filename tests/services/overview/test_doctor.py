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
from studyapp.store import journal_entries, schedules, session_card_queries
from tests.services.random_actions import Action, actions, perform
from tests.services.study_driver import EASY, GOOD, StudyDriver, basic_notes, rate_cards, save_deck

SCHEDULER = Scheduler()
CARD = CardId("deck", "n00", 1)


@settings(max_examples=60)
@given(st.lists(actions, max_size=40))
def test_incremental_schedules_match_rebuilt_schedules(steps: list[Action]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        save_deck(
            driver.collection,
            [
                *basic_notes(3),
                Note("deck", "x", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}}"))),
            ],
        )
        session = driver.start_session()
        for step in steps:
            session = perform(driver, session, step)
        connection = driver.collection.connection
        before = list(schedules.iterate_all(connection))
        new = list(
            session_card_queries.new_cards(
                connection, "deck", driver.time.clock().today(), session._default_languages
            )
        )
        report = rebuild_schedules(driver.collection)
        assert (report.mismatched_cards, report.file_errors) == ((), ())
        assert report.are_counts_consistent
        assert report.entry_count == journal_entries.count(connection)
        assert list(schedules.iterate_all(connection)) == before
        assert (
            list(
                session_card_queries.new_cards(
                    connection, "deck", driver.time.clock().today(), session._default_languages
                )
            )
            == new
        )
        driver.close()


@pytest.mark.parametrize("change", ["changed", "removed", "added"])
def test_schedule_not_matching_journal_is_found_and_repaired(driver: StudyDriver, change: str) -> None:
    save_deck(driver.collection, basic_notes(2))
    rate_cards(driver.start_session(), EASY)
    connection = driver.collection.connection
    before = list(schedules.iterate_all(connection))
    mismatched = CARD
    if change == "changed":
        wrong = replace(before[0][1], phase=ReviewPhase(Memory(1.0, 1.0), 9))
        schedules.save(connection, CARD, wrong)
    elif change == "removed":
        schedules.delete_all(connection)
    else:
        mismatched = CardId("deck", "n01", 1)
        schedules.save(connection, mismatched, before[0][1])
    assert check_collection(driver.collection).mismatched_cards == (mismatched,)
    assert rebuild_schedules(driver.collection).mismatched_cards == (mismatched,)
    assert list(schedules.iterate_all(connection)) == before
    assert check_collection(driver.collection).mismatched_cards == ()
    assert [
        card.note_id
        for card in session_card_queries.new_cards(
            connection, "deck", 1, driver.start_session()._default_languages
        )
    ] == ["n01"]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE card_count SET cards = cards + 1",
        "DELETE FROM card_count",
        "INSERT INTO card_count VALUES ('lost', ' en ', 2, 0, 9, 1)",
        "UPDATE card SET counted_phase = 3 WHERE note = 'n01'",
        "UPDATE card SET started = 0 WHERE note = 'n00'",
        "UPDATE card SET counted_interval = 999 WHERE note = 'n00'",
        "UPDATE interval_count SET cards = cards + 1",
        "INSERT INTO added_count VALUES ('lost', 9, 1)",
    ],
)
def test_wrong_numbers_of_cards_are_found_and_repaired(driver: StudyDriver, damage: str) -> None:
    save_deck(driver.collection, basic_notes(3))
    rate_cards(driver.start_session(), EASY)
    connection = driver.collection.connection
    tables = ("card_count", "interval_count", "added_count", "card")
    queries = [f"SELECT * FROM {table}" for table in tables]
    before = [connection.execute(query).fetchall() for query in queries]
    assert check_collection(driver.collection).are_counts_consistent
    connection.execute(damage)
    assert not check_collection(driver.collection).are_counts_consistent
    assert not rebuild_schedules(driver.collection).are_counts_consistent
    assert [connection.execute(query).fetchall() for query in queries] == before
    assert check_collection(driver.collection).are_counts_consistent


def test_check_collection_changes_nothing(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    rate_cards(driver.start_session(), EASY, GOOD)
    before = driver.collection.connection.total_changes
    report = check_collection(driver.collection)
    assert (report.entry_count, report.card_count) == (2, 2)
    assert driver.collection.connection.total_changes == before
