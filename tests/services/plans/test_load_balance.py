"""Sessions choose due days with few cards."""

from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import ReviewPhase
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.options.option_storage import load_study_options, set_option
from studyapp.services.plans.days_off import set_day_off
from studyapp.services.plans.load_balance import DueLoad
from studyapp.store import schedules
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study_driver import (
    EASY,
    GOOD,
    StudyDriver,
    basic_notes,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)


def set_due(driver: StudyDriver, count: int, due_day: int) -> None:
    """Make the last `count` of 100 cards due on a day."""
    actions = [
        CardAction(CardId("deck", f"n{99 - number:02}", 1), EntryKind.SET_DUE, due_day=due_day)
        for number in range(count)
    ]
    clock = driver.time.clock()
    append_actions(driver.collection, actions, clock.now(), clock.today())


def due_days(driver: StudyDriver, notes: list[str]) -> list[int]:
    with driver.collection.read_transaction() as connection:
        phases = [schedules.load(connection, CardId("deck", note, 1)).phase for note in notes]
    assert all(isinstance(phase, ReviewPhase) for phase in phases)
    return [phase.due_day for phase in phases if isinstance(phase, ReviewPhase)]


def test_cards_avoid_days_off_and_busy_days(tmp_path: Path) -> None:
    for name, is_balanced in (("off", False), ("on", True)):
        driver = StudyDriver.at(tmp_path / f"{name}.db")
        save_deck(driver.collection, basic_notes(100))
        days = range(driver.time.clock().today() + 6, driver.time.clock().today() + 11)
        set_due(driver, 40, days[1])
        set_day_off(driver.collection, days[2], is_off=True)
        set_option(driver.collection, ALL_DECKS, "balance_load", name)
        chosen = due_days(driver, rate_cards(driver.start_session(), *[EASY] * 20))
        assert set(chosen) <= set(days)
        assert (days[2] not in chosen) is is_balanced
        assert (days[1] not in chosen) is is_balanced
        driver.close()


def test_button_shows_the_day_that_is_applied(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(30))
    session = driver.start_session()
    outcome = session.show_next()
    for _ in range(15):
        prompt = expect_prompt(outcome)
        outcome = rate(session, prompt.card.id, EASY)
        assert due_days(driver, [prompt.card.note.id]) == [prompt.due_by_rating[EASY].due_day]


def test_cards_of_a_note_are_due_on_different_days(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(100))
    clock = driver.time.clock()
    load = DueLoad(driver.collection)
    card, sibling = CardId("deck", "n00", 1), CardId("deck", "n00", 2)
    append_actions(
        driver.collection,
        [CardAction(sibling, EntryKind.SET_DUE, due_day=clock.today() + 9)],
        clock.now(),
        clock.today(),
    )
    weigh = load.load_due_plan(load_study_options(driver.collection), card, clock.today()).weigh_days
    assert weigh is not None
    with_sibling = weigh(range(clock.today() + 8, clock.today() + 11))
    assert with_sibling[1] < 0.1 * min(with_sibling[0], with_sibling[2])


def weights(driver: StudyDriver, load: DueLoad) -> list[float]:
    today = driver.time.clock().today()
    weigh = load.load_due_plan(
        load_study_options(driver.collection), CardId("deck", "n00", 1), today
    ).weigh_days
    assert weigh is not None
    return list(weigh(range(today + 1, today + 150)))


def test_kept_numbers_are_those_of_the_collection_after_any_change(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(100))
    today = driver.time.clock().today()
    kept = DueLoad(driver.collection)

    def check() -> None:
        assert weights(driver, kept) == weights(driver, DueLoad(driver.collection))

    check()
    empty = weights(driver, kept)
    set_due(driver, 30, today + 70)
    check()
    assert weights(driver, kept) != empty
    set_day_off(driver.collection, today + 5, is_off=True)
    check()
    set_option(driver.collection, ALL_DECKS, "easy_days", "minimum " * 3 + "normal " * 4)
    check()
    rate_cards(driver.start_other_session(), EASY)  # written by another process
    check()


def test_kept_numbers_follow_ratings_without_being_read_again(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(40))
    session = driver.start_session()
    outcome = session.show_next()
    statements: list[str] = []
    for number in range(12):
        driver.collection.connection.set_trace_callback(statements.append if number else None)
        outcome = rate(session, expect_prompt(outcome).card.id, EASY)
    driver.collection.connection.set_trace_callback(None)
    assert not any("card_count_due" in statement for statement in statements)
    prompt = expect_prompt(outcome)
    assert prompt.due_by_rating == expect_prompt(driver.start_session().show_next()).due_by_rating


def test_rating_a_card_does_not_depend_on_the_order_of_reading(driver: StudyDriver) -> None:
    """Two sessions over the same state show the same intervals."""
    save_deck(driver.collection, basic_notes(20))
    rate_cards(driver.start_session(), *[GOOD, EASY] * 4)
    first, second = driver.start_session(), driver.start_other_session()
    assert expect_prompt(first.show_next()).due_by_rating == expect_prompt(second.show_next()).due_by_rating
