"""Correcting the times of what was recorded while the clock was wrong."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, Schedule
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.journal.time_correction import TimeSpan, correct_times, find_wrong_times
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.doctor import check_collection, rebuild_schedules
from studyapp.services.study.card_loading import load_card
from studyapp.store import journal_entries, schedules
from studyapp.store.stored_options import ALL_DECKS
from tests.services.random_actions import Action, actions, perform
from tests.services.study.session_records import load_journal
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    HOUR,
    MINUTE,
    MORNING,
    StudyDriver,
    basic_notes,
    expect_finished,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)

CENTURY = 36_525 * DAY
CLOCK_CHANGES = (CENTURY, -CENTURY, 400 * DAY, -400 * DAY, -5 * DAY)
SCHEDULER = Scheduler()


def load_schedules(driver: StudyDriver) -> dict[CardId, Schedule]:
    with driver.collection.read_transaction() as connection:
        return dict(schedules.iterate_all(connection))


def correct(driver: StudyDriver) -> int:
    """Correct the times; return the number of corrected entries."""
    corrected = correct_times(driver.collection, driver.time.clock())
    return corrected.entry_count if corrected else 0


def rate_note(driver: StudyDriver, note_id: str, rating: Rating) -> None:
    card = load_card(driver.collection, CardId("deck", note_id, 1))
    assert card is not None
    session = driver.start_session()
    session.review_first([card])
    rate(session, card.id, rating)


def study_three_days(driver: StudyDriver, wrong_by: int) -> None:
    """Study on three days, on the second one with a clock that is wrong by that much."""
    save_deck(driver.collection, basic_notes(9))
    for name, rating in (("n00", GOOD), ("n01", EASY), ("n02", GOOD)):
        rate_note(driver, name, rating)
    driver.time.now += DAY + wrong_by
    for name, rating in (("n03", EASY), ("n04", AGAIN), ("n05", GOOD)):
        rate_note(driver, name, rating)
    driver.time.now += DAY - wrong_by
    rate_note(driver, "n06", EASY)


def phases_and_days(driver: StudyDriver) -> dict[CardId, Schedule]:
    """The schedules without times of day, which are not known exactly."""
    return {card: _without_time_of_day(schedule) for card, schedule in load_schedules(driver).items()}


def _without_time_of_day(schedule: Schedule) -> Schedule:
    phase = schedule.phase
    if isinstance(phase, LearningPhase | RelearningPhase):
        phase = replace(phase, due_at=0)
    return replace(schedule, last_review_at=None, phase=phase)


@pytest.mark.parametrize("wrong_by", [CENTURY, 365 * DAY, -26 * 365 * DAY])
def test_schedules_are_as_if_the_clock_had_been_right(
    driver: StudyDriver, tmp_path: Path, wrong_by: int
) -> None:
    right = StudyDriver.at(tmp_path / "right.db")
    study_three_days(right, 0)
    study_three_days(driver, wrong_by)
    assert phases_and_days(driver) != phases_and_days(right)
    assert correct(driver) == 3
    assert find_wrong_times(driver.collection, driver.time.clock()) is None
    assert correct(driver) == 0
    # The wrong day was the second one, but it can have been any until the third.
    days = {card: schedule.last_review_day for card, schedule in load_schedules(right).items()}
    moved = {
        card: schedule.last_review_day - (days[card] or 0)
        for card, schedule in load_schedules(driver).items()
        if schedule.last_review_day is not None
    }
    assert moved == {
        CardId("deck", f"n{number:02}", 1): 1 if number in (3, 4, 5) else 0 for number in range(7)
    }
    driver.time.now += 400 * DAY
    right.time.now += 400 * DAY
    for name in ("n03", "n04", "n05", "n00"):
        rate_note(driver, name, GOOD)
        rate_note(right, name, GOOD)
    stabilities = [
        [schedule.memory.stability for schedule in load_schedules(one).values() if schedule.memory]
        for one in (driver, right)
    ]
    assert stabilities[0] == pytest.approx(stabilities[1], rel=0.01)
    right.close()


def test_due_days_after_a_correction(driver: StudyDriver, tmp_path: Path) -> None:
    right = StudyDriver.at(tmp_path / "right.db")
    for one, wrong_by in ((right, 0), (driver, CENTURY)):
        save_deck(one.collection, basic_notes(3))
        set_option(one.collection, ALL_DECKS, "balance_load", "off")  # it depends on the days of other cards
        rate_cards(one.start_session(), EASY)
        one.time.now += HOUR + wrong_by
        rate_cards(one.start_session(), EASY)
        one.time.now += HOUR - wrong_by
        rate_cards(one.start_session(), EASY)
    correct(driver)
    assert phases_and_days(driver) == phases_and_days(right)
    times = [entry.at for entry in load_journal(driver)]
    assert times[:3] == [MORNING, MORNING + 2 * HOUR - 1, MORNING + 2 * HOUR]
    right.close()


def test_later_entries_have_the_time_of_the_clock_again(driver: StudyDriver) -> None:
    study_three_days(driver, CENTURY)
    assert load_journal(driver)[-1].at > driver.time.now + DAY
    correct(driver)
    journal = load_journal(driver)
    assert journal[-1].kind is EntryKind.CORRECT_TIME
    assert max(entry.at for entry in journal) == driver.time.now + 1  # the last review was at this moment
    driver.time.now += MINUTE
    rate_cards(driver.start_session(), GOOD)
    assert load_journal(driver)[-1].at == driver.time.now
    assert load_journal(driver)[-1].clock_at is None


def test_correction_is_undone_and_redone_as_one_action(driver: StudyDriver) -> None:
    study_three_days(driver, CENTURY)
    before = load_schedules(driver)
    reviews_before = [entry for entry in load_journal(driver) if entry.kind is EntryKind.REVIEW]
    assert correct(driver) > 1
    corrected = load_schedules(driver)
    reviews_corrected = [entry for entry in load_journal(driver) if entry.kind is EntryKind.REVIEW]
    driver.time.now += MINUTE
    session = driver.start_session()
    for _ in range(2):
        undone = session.undo()
        assert undone.entry is not None and undone.entry.kind is EntryKind.CORRECT_TIME
        assert load_schedules(driver) == before
        assert [entry for entry in load_journal(driver) if entry.kind is EntryKind.REVIEW] == reviews_before
        assert session.redo().is_applied
        assert load_schedules(driver) == corrected
        assert [
            entry for entry in load_journal(driver) if entry.kind is EntryKind.REVIEW
        ] == reviews_corrected
        assert max(entry.at for entry in load_journal(driver)) <= driver.time.now + 9
    session.undo()
    undone = session.undo()  # the last review, which was recorded with the right clock
    assert undone.entry is not None and undone.entry.rating is EASY
    assert check_collection(driver.collection).mismatched_cards == ()


def test_summary_of_wrong_times(driver: StudyDriver) -> None:
    study_three_days(driver, CENTURY)
    wrong = find_wrong_times(driver.collection, driver.time.clock())
    assert wrong is not None
    assert (wrong.entry_count, wrong.review_count) == (3, 3)
    shown = MORNING + DAY + CENTURY
    assert wrong.span == TimeSpan(shown, shown + 2)
    end = MORNING + 2 * DAY - 1
    assert wrong.corrected_span == TimeSpan(end - 2, end)


def test_correction_under_a_wrong_clock_can_be_corrected(driver: StudyDriver) -> None:
    study_three_days(driver, CENTURY)
    driver.time.now += CENTURY + 300 * DAY
    rate_cards(driver.start_session(), GOOD)
    correct(driver)
    driver.time.now -= CENTURY + 300 * DAY - HOUR
    assert correct(driver) > 0
    assert find_wrong_times(driver.collection, driver.time.clock()) is None
    assert max(entry.at for entry in load_journal(driver)) <= driver.time.now + DAY
    assert check_collection(driver.collection).mismatched_cards == ()


def test_imported_history_is_not_corrected(driver: StudyDriver) -> None:
    study_three_days(driver, 0)
    with driver.collection.transaction() as connection:
        old = Entry(
            EntryId("anki:deck/n00#1", 5000),
            5000,
            0,
            CardId("deck", "n00", 1),
            EntryKind.REVIEW,
            GOOD,
            due_day=3,
        )
        journal_entries.append(connection, [old])
    assert find_wrong_times(driver.collection, driver.time.clock()) is None


def test_imported_state_that_followed_an_entry_of_the_future_is_corrected(driver: StudyDriver) -> None:
    study_three_days(driver, CENTURY)
    newest = load_journal(driver)[-1]
    with driver.collection.transaction() as connection:
        at = newest.at + 1
        flag = Entry(
            EntryId("anki:deck/n00#1", at),
            at,
            newest.study_day + 36_525,
            CardId("deck", "n00", 1),
            EntryKind.FLAG,
            flag=2,
        )
        journal_entries.append(connection, [flag])
    correct(driver)
    assert max(entry.at for entry in load_journal(driver)) <= driver.time.now + DAY
    assert find_wrong_times(driver.collection, driver.time.clock()) is None


def test_changed_effective_times_are_found_and_rebuilt(driver: StudyDriver) -> None:
    study_three_days(driver, CENTURY)
    correct(driver)
    before, journal = load_schedules(driver), load_journal(driver)
    with driver.collection.transaction() as connection:
        connection.execute("UPDATE entry SET effective_at = at, effective_day = day WHERE effective_at < at")
    diagnosis = rebuild_schedules(driver.collection)
    assert diagnosis.mismatched_time_count > 0 and diagnosis.mismatched_cards
    assert (load_schedules(driver), load_journal(driver)) == (before, journal)
    diagnosis = check_collection(driver.collection)
    assert (diagnosis.mismatched_time_count, diagnosis.mismatched_cards) == (0, ())


def test_buried_card_is_buried_on_the_corrected_day(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    driver.time.now += CENTURY
    session = driver.start_session()
    session.show_next()
    expect_finished(session.bury())
    driver.time.now -= CENTURY - HOUR
    expect_prompt(driver.start_session().show_next())
    correct(driver)
    expect_finished(driver.start_session().show_next())


@settings(max_examples=40)
@given(
    st.lists(st.one_of(actions, st.sampled_from(CLOCK_CHANGES)), max_size=30),
)
def test_correction_and_undo_of_any_journal(steps: list[Action | int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        save_deck(driver.collection, basic_notes(3))
        session = driver.start_session()
        offset = 0
        for step in steps:
            if step in CLOCK_CHANGES and isinstance(step, int):
                offset += step
                driver.time.now += step
            else:
                session = perform(driver, session, step)
        driver.time.now -= offset
        before, journal = load_schedules(driver), load_journal(driver)
        if correct(driver):
            assert find_wrong_times(driver.collection, driver.time.clock()) is None
            assert check_collection(driver.collection).mismatched_cards == ()
            assert [entry.id for entry in load_journal(driver)[: len(journal)]] == [
                entry.id for entry in journal
            ]
            session.undo()
            assert load_schedules(driver) == before
            assert load_journal(driver)[: len(journal)] == journal
        diagnosis = check_collection(driver.collection)
        assert (diagnosis.mismatched_time_count, diagnosis.mismatched_cards) == (0, ())
        driver.close()
