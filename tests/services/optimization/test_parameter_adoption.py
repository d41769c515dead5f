"""Using other parameters, going back, and what follows from them."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.fit import Comparison, Fit, Scores
from studyapp.core.optimization.review_history import ReviewHistory
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.optimization import parameter_adoption
from studyapp.services.optimization.history_loading import load_review_histories
from studyapp.services.optimization.parameter_adoption import (
    adopt_fit,
    adopt_imported,
    finish_adoption,
    is_adoption_unfinished,
    use_previous_parameters,
)
from studyapp.services.overview.doctor import check_collection
from studyapp.services.statistics.fact_updating import are_facts_up_to_date, update_facts
from studyapp.services.study.session_outcome import Prompt
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import (
    begin_memory_update,
    end_memory_update,
    load_fit_in_use,
    load_scheduler,
)
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


Steps = list[list[Action]]


def call_while_computing(monkeypatch: pytest.MonkeyPatch, call: Callable[[int], object]) -> None:
    """While other parameters are adopted, one card in each transaction, call `call(step)` between reading the reviews of a card
    and storing its memory state. The steps are numbered from 0."""
    steps = count()

    def read_then_call(collection: Collection, cards: Sequence[CardId]) -> Mapping[CardId, ReviewHistory]:
        histories = load_review_histories(collection, cards)
        call(next(steps))
        return histories

    monkeypatch.setattr(parameter_adoption, "_CARDS_PER_TRANSACTION", 1)
    monkeypatch.setattr(parameter_adoption, "load_review_histories", read_then_call)


def adopt_elsewhere(driver: StudyDriver) -> None:
    with Collection(driver.path, lambda: "other") as other:
        adopt_fit(other, FIT, driver.time.now)


@settings(max_examples=40, deadline=None)
@given(st.lists(actions, max_size=15), st.lists(st.lists(actions, max_size=5), max_size=4))
@example([GOOD, GOOD, GOOD, GOOD, DAY], [[GOOD], [AGAIN, "undo"], ["forget"], ["undo", "redo", GOOD]])
def test_cards_studied_meanwhile_are_computed_again(
    tmp_path_factory: pytest.TempPathFactory, before: list[Action], meanwhile: Steps
) -> None:
    driver = StudyDriver.at(tmp_path_factory.mktemp("study") / "collection.db")
    save_deck(driver.collection, basic_notes(4))
    study(driver, *before)

    def study_step(step: int) -> None:
        study(driver, *(meanwhile[step] if step < len(meanwhile) else ()))

    with pytest.MonkeyPatch.context() as monkeypatch:
        call_while_computing(monkeypatch, study_step)
        adopt_elsewhere(driver)
    assert check_collection(driver.collection).mismatched_cards == ()
    assert not is_adoption_unfinished(driver.collection)
    driver.close()


def test_others_can_write_while_memory_states_are_computed(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(driver, GOOD, GOOD, GOOD, GOOD)
    driver.collection.set_busy_timeout(0)
    written: list[int] = []

    def write(step: int) -> None:
        with driver.collection.transaction():
            written.append(step)

    call_while_computing(monkeypatch, write)
    adopt_elsewhere(driver)
    assert written == [0, 1, 2, 3]


class Killed(Exception):
    """Stands for the end of the process."""


def kill(monkeypatch: pytest.MonkeyPatch, last_step: int) -> None:
    def call(step: int) -> None:
        if step == last_step:
            raise Killed

    call_while_computing(monkeypatch, call)


@pytest.mark.parametrize("step", range(4))
def test_interrupted_adoption_is_finished(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    study(driver, GOOD, GOOD, GOOD, GOOD, DAY, GOOD)
    with monkeypatch.context() as context:
        kill(context, step)
        with pytest.raises(Killed):
            adopt_elsewhere(driver)
    assert is_adoption_unfinished(driver.collection)
    assert check_collection(driver.collection).mismatched_cards != ()
    study(driver, GOOD, AGAIN)
    finish_adoption(driver.collection)
    assert not is_adoption_unfinished(driver.collection)
    assert check_collection(driver.collection).mismatched_cards == ()
    with driver.collection.read_transaction() as connection:
        assert load_scheduler(connection) == Scheduler(OTHERS)


def test_finishing_can_be_stopped_and_starts_over(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(driver, GOOD, GOOD)
    with monkeypatch.context() as context:
        kill(context, 0)
        with pytest.raises(Killed):
            adopt_elsewhere(driver)

    def stop(_done: int, _all: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        finish_adoption(driver.collection, stop)
    assert is_adoption_unfinished(driver.collection)
    reports: list[tuple[int, int]] = []
    finish_adoption(driver.collection, lambda done, all_cards: reports.append((done, all_cards)))
    assert reports == [(0, 2)]
    assert check_collection(driver.collection).mismatched_cards == ()
    finish_adoption(driver.collection, stop)  # nothing is left


@pytest.mark.parametrize("step", range(4))
def test_adoption_ends_if_others_adopt_meanwhile(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    study(driver, GOOD, GOOD, GOOD, GOOD)

    def use_others(current: int) -> None:
        if current == step:
            adopt_imported(driver.collection, (*Scheduler().parameters[:20], 0.3), driver.time.now)

    call_while_computing(monkeypatch, use_others)
    adopt_elsewhere(driver)
    assert check_collection(driver.collection).mismatched_cards == ()
    assert not is_adoption_unfinished(driver.collection)
    with driver.collection.read_transaction() as connection:
        assert load_scheduler(connection).parameters[20] == 0.3


def test_only_the_newest_update_ends(driver: StudyDriver) -> None:
    with driver.collection.transaction() as connection:
        first, second = begin_memory_update(connection), begin_memory_update(connection)
        end_memory_update(connection, first)
    assert is_adoption_unfinished(driver.collection)
    with driver.collection.transaction() as connection:
        end_memory_update(connection, second)
    assert not is_adoption_unfinished(driver.collection)


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
