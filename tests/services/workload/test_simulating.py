"""Simulations begin with the cards, options and reviews of the collection."""

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.review_facts import ReviewKind
from studyapp.core.study.rating import Rating
from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.habits import DEFAULT_HABITS
from studyapp.services.options.option_storage import set_option
from studyapp.services.plans.days_off import set_day_off
from studyapp.services.workload import study_loading
from studyapp.services.workload.simulating import compare_retentions, simulate_days
from studyapp.services.workload.study_loading import LoadedStudy, load_study
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.statistics import workload
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study.session_records import BOTH
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    MINUTE,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_prompt,
    rate,
    save_deck,
)

SECOND = 1000


def load(driver: StudyDriver, *decks: str) -> LoadedStudy:
    return load_study(driver.collection, decks or ("deck",), driver.time.clock(), BOTH)


def study_cards(driver: StudyDriver, *ratings: Rating, milliseconds: int = 4 * SECOND) -> None:
    """Rate the cards that are shown, each after this time."""
    session = driver.start_session()
    for rating in ratings:
        card = expect_prompt(session.show_next()).card.id
        driver.time.now += milliseconds
        rate(session, card, rating)


def test_cards_and_options_are_loaded(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(9))
    save_deck(driver.collection, [basic_note(f"m{number}", "other") for number in range(40)], "other")
    study_cards(driver, EASY, AGAIN)
    today = driver.time.clock().today()
    for day in (today - 1, today + 3):
        set_day_off(driver.collection, day, is_off=True)
    for name, value in (("learning_steps", "5"), ("reviews_over_all", "70"), ("minutes_a_day", "15")):
        set_option(driver.collection, ALL_DECKS, name, value)
    set_option(driver.collection, "deck", "new_a_day", "3")
    with driver.collection.read_transaction() as connection:
        easy, again = (schedules.load(connection, card) for card in _studied(driver.collection))
    loaded = load(driver)
    assert easy.memory is not None and again.memory is not None
    assert sorted(loaded.study.cards, key=lambda card: -card.due_day)[0][:2] == (easy.memory, today)
    assert sorted(card.due_day for card in loaded.study.cards)[0] == today, "the step ends today"
    assert loaded.study.new_cards == 7
    assert loaded.study.steps.learning == (5,)
    assert loaded.study.days_off == {today + 3}
    assert (loaded.minutes, loaded.today, loaded.rating_count, loaded.share) == (15, today, 2, 1)
    assert loaded.limits == DayLimits(3, 200)
    assert load(driver, "deck", "other").limits == DayLimits(20, 70)
    assert load(driver, "other").limits == DayLimits(20, 200)


def test_habits_are_those_of_the_learner(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(60))
    set_option(driver.collection, ALL_DECKS, "new_a_day", "999")
    study_cards(driver, *[GOOD, EASY] * 30)
    habits = load(driver).study.habits
    learning = habits.seconds[ReviewKind.LEARNING]
    assert learning[Rating.GOOD - 1] < 0.7 * DEFAULT_HABITS.seconds[ReviewKind.LEARNING][Rating.GOOD - 1]
    assert habits.first_ratings[Rating.EASY - 1] > 0.25
    assert habits.first_ratings[Rating.AGAIN - 1] < 0.12
    driver.time.now += 400 * DAY
    assert load(driver).study.habits.first_ratings == pytest.approx(DEFAULT_HABITS.first_ratings, abs=0.01)


def test_ratings_follow_those_of_the_same_day_only(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    study_cards(driver, AGAIN)
    driver.time.now += 2 * MINUTE
    study_cards(driver, EASY)
    driver.time.now += 60 * DAY
    study_cards(driver, GOOD, milliseconds=6 * SECOND)
    loaded = load(driver)
    with driver.collection.read_transaction() as connection:
        totals = workload.load_rating_totals(connection, loaded.today - 90)
        assert len(workload.load_rating_totals(connection, loaded.today)) == 1
    assert sorted(totals, key=lambda total: (total.kind, total.rating)) == [
        (ReviewKind.LEARNING, None, AGAIN, 1, 4 * SECOND),
        (ReviewKind.LEARNING, AGAIN, EASY, 1, 4 * SECOND),
        (ReviewKind.REVIEW, None, GOOD, 1, 6 * SECOND),
    ]


def test_days_are_simulated_within_the_minutes(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(99))
    set_option(driver.collection, ALL_DECKS, "minutes_a_day", "2")
    days = list(simulate_days(load(driver), 20))
    assert [day.day for day in days] == [driver.time.clock().today() + later for later in range(20)]
    assert all(day.minutes < 4 for day in days)
    assert all(1 <= day.new_cards <= 4 for day in days[:3])
    set_option(driver.collection, ALL_DECKS, "new_a_day", "1")
    assert [day.new_cards for day in simulate_days(load(driver), 5)] == [1] * 5
    set_option(driver.collection, ALL_DECKS, "minutes_a_day", "0")
    assert [day.new_cards for day in simulate_days(load(driver), 5)] == [1] * 5


def test_many_cards_are_sampled(driver: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    save_deck(driver.collection, basic_notes(90))
    set_option(driver.collection, ALL_DECKS, "new_a_day", "60")
    set_option(driver.collection, ALL_DECKS, "minutes_a_day", "60")
    study_cards(driver, *[EASY] * 60)
    exact = list(simulate_days(load(driver), 60))
    monkeypatch.setattr(study_loading, "_MAX_CARDS", 40)
    loaded = load(driver)
    assert (len(loaded.study.cards), loaded.study.new_cards, loaded.share) == (20, 10, 3)
    sampled = list(simulate_days(loaded, 60))
    assert sum(day.new_cards for day in sampled) == sum(day.new_cards for day in exact) == 30
    assert sampled[-1].remembered == pytest.approx(exact[-1].remembered, rel=0.1)
    assert sum(day.minutes for day in sampled) == pytest.approx(sum(day.minutes for day in exact), rel=0.4)


def test_retentions_are_compared(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(99))
    set_option(driver.collection, ALL_DECKS, "minutes_a_day", "2")
    reports: list[tuple[int, int]] = []
    comparison = compare_retentions(load(driver), lambda *numbers: reports.append(numbers), days=20)
    percents = [outcome.percent for outcome in comparison.outcomes]
    assert percents == sorted({*range(70, 98, 3), 90})
    assert comparison.current.percent == 90
    assert (comparison.minutes, comparison.rating_count) == (2, 0)
    assert list(dict.fromkeys(reports)) == [(done, len(percents)) for done in range(len(percents))]
    assert compare_retentions(load(driver), lambda *_: None, days=20) == comparison


def _studied(collection: Collection) -> list[CardId]:
    with collection.read_transaction() as connection:
        rows = connection.execute("SELECT deck, note, ordinal FROM schedule ORDER BY phase DESC")
        return [CardId(*row) for row in rows]
