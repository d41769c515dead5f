"""Using other parameters, going back, and what follows from them."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.fit import Comparison, Fit, Scores
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.optimization import parameter_adoption
from studyapp.services.optimization.history_loading import iterate_review_histories
from studyapp.services.optimization.parameter_adoption import (
    adopt_fit,
    adopt_imported,
    use_previous_parameters,
)
from studyapp.services.overview.doctor import check_collection
from studyapp.services.statistics.fact_updating import are_facts_up_to_date, update_facts
from studyapp.services.study.session_outcome import Prompt
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_fit_in_use, load_scheduler
from tests.core.optimization.simulated_learner import draw_parameters
from tests.services.random_actions import Action, actions, perform
from tests.services.study_driver import AGAIN, DAY, EASY, GOOD, StudyDriver, basic_notes, save_deck

OTHERS = draw_parameters(random.Random(3))
FIT = Fit(
    "FSRS-6",
    OTHERS,
    1_234,
    Comparison(Scores(0.4, 0.04), Scores(0.38, 0.03)),
    Comparison(Scores(0.41, 0.05), Scores(0.39, 0.02)),
)


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[StudyDriver]:
    driver = StudyDriver.at(tmp_path / "collection.db")
    save_deck(driver.collection, basic_notes(4))
    yield driver
    driver.close()


def study(driver: StudyDriver, *steps: Action) -> None:
    session = driver.start_session()
    for step in steps:
        session = perform(driver, session, step)


def load_schedules(collection: Collection) -> dict[CardId, Schedule]:
    with collection.read_transaction() as connection:
        return dict(schedules.iterate_all(connection))


def without_memory(schedule: Schedule) -> tuple[object, ...]:
    due = getattr(schedule.phase, "due_day", None), getattr(schedule.phase, "due_at", None)
    return (type(schedule.phase), *due, schedule.review_count, schedule.lapse_count, schedule.last_review_day)


@settings(max_examples=40, deadline=None)
@given(st.lists(actions, max_size=25))
def test_memory_follows_the_parameters_and_due_dates_stay(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Action]
) -> None:
    driver = StudyDriver.at(tmp_path_factory.mktemp("study") / "collection.db")
    save_deck(driver.collection, basic_notes(3))
    study(driver, *steps)
    before = load_schedules(driver.collection)
    adopt_fit(driver.collection, FIT, driver.time.now)
    after = load_schedules(driver.collection)
    assert check_collection(driver.collection).mismatched_cards == ()
    assert {card: without_memory(one) for card, one in before.items()} == {
        card: without_memory(one) for card, one in after.items()
    }
    assert all(before[card].memory != after[card].memory for card in before if before[card].memory)
    assert use_previous_parameters(driver.collection)
    assert load_schedules(driver.collection) == before
    driver.close()


def test_what_is_kept_of_a_fit(driver: StudyDriver) -> None:
    adopt_fit(driver.collection, FIT, 77)
    adopt_imported(driver.collection, OTHERS[::1], 88)
    with driver.collection.read_transaction() as connection:
        imported = load_fit_in_use(connection)
    assert imported is not None and imported.replaced == 1
    assert (imported.parameters, imported.added_at, imported.review_count) == (OTHERS, 88, None)
    assert use_previous_parameters(driver.collection)
    with driver.collection.read_transaction() as connection:
        fitted = load_fit_in_use(connection)
        assert load_scheduler(connection) == Scheduler(OTHERS)
    assert fitted is not None
    assert (fitted.parameters, fitted.added_at, fitted.review_count) == (OTHERS, 77, 1_234)
    assert (fitted.held_back, fitted.all_reviews) == (FIT.held_back, FIT.all_reviews)
    assert use_previous_parameters(driver.collection)
    assert not use_previous_parameters(driver.collection)
    with driver.collection.read_transaction() as connection:
        assert load_fit_in_use(connection) is None and load_scheduler(connection) == Scheduler()


def test_cards_studied_meanwhile_are_computed_again(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(driver, GOOD, GOOD, DAY, GOOD)
    other = driver.start_other_session()

    def read_then_rate(collection: Collection) -> Iterator[tuple[CardId, object]]:
        yield from iterate_review_histories(collection)
        step = other.show_next().next_step
        other.reveal()
        assert isinstance(step, Prompt)
        other.rate(step.card.id, AGAIN)

    monkeypatch.setattr(parameter_adoption, "iterate_review_histories", read_then_rate)
    adopt_fit(driver.collection, FIT, driver.time.now)
    assert check_collection(driver.collection).mismatched_cards == ()


def test_rating_a_card_on_screen_uses_parameters_adopted_meanwhile(driver: StudyDriver) -> None:
    study(driver, EASY, EASY, EASY, EASY, 40 * DAY)
    session = driver.start_session()
    step = session.show_next().next_step
    session.reveal()
    assert isinstance(step, Prompt) and load_schedules(driver.collection)[step.card.id].memory is not None
    with Collection(driver.path, lambda: "other") as other:
        adopt_fit(other, FIT, driver.time.now)
    assert session.rate(step.card.id, GOOD).is_applied
    assert check_collection(driver.collection).mismatched_cards == ()


def test_setting_a_due_date_uses_parameters_adopted_meanwhile(driver: StudyDriver) -> None:
    with Collection(driver.path, lambda: "other") as other:
        adopt_fit(other, FIT, driver.time.now)
    card = CardId("deck", "n00", 1)
    append_actions(driver.collection, [CardAction(card, EntryKind.SET_DUE, due_day=99)], driver.time.now, 98)
    with driver.collection.read_transaction() as connection:
        phase = schedules.load(connection, card).phase
    assert isinstance(getattr(phase, "memory", None), Memory)
    assert phase.memory == Scheduler(OTHERS).memory_after(None, 0, GOOD)  # type: ignore[union-attr]
    assert check_collection(driver.collection).mismatched_cards == ()


def test_statistics_are_computed_again(driver: StudyDriver) -> None:
    study(driver, GOOD, GOOD, DAY, GOOD, GOOD, 3 * DAY, GOOD, AGAIN)
    update_facts(driver.collection, driver.time.clock())
    adopt_fit(driver.collection, FIT, driver.time.now)
    assert not are_facts_up_to_date(driver.collection)
    update_facts(driver.collection, driver.time.clock())
    diagnosis = check_collection(driver.collection)
    assert diagnosis.are_totals_consistent and diagnosis.are_counts_consistent
