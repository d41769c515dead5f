import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.due_range import DueRange
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.services.journal import card_actions
from studyapp.services.journal.journal_undo import redo_last_action, undo_last_action
from studyapp.services.overview.doctor import check_collection
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from tests.services.study_driver import DAY, EASY, StudyDriver, basic_notes, rate_cards, save_deck

CARDS = [CardId("deck", f"n{number:02}", 1) for number in range(4)]


@pytest.fixture
def studied(driver: StudyDriver) -> StudyDriver:
    """Four cards; the first two were rated."""
    save_deck(driver.collection, basic_notes(4))
    rate_cards(driver.start_session(), EASY, EASY)
    return driver


def load(driver: StudyDriver) -> list[Schedule]:
    with driver.collection.read_transaction() as connection:
        return list(schedules.load_many(connection, CARDS).values())


def undo(driver: StudyDriver) -> int:
    clock = driver.time.clock()
    return len(undo_last_action(driver.collection, clock.now(), clock.today()))


Act = Callable[[StudyDriver], int]

ACTIONS: dict[str, tuple[Act, int]] = {
    "suspend": (lambda one: card_actions.suspend_cards(one.collection, CARDS, one.time.clock()), 4),
    "bury": (lambda one: card_actions.bury_cards(one.collection, CARDS, one.time.clock()), 4),
    "flag": (lambda one: card_actions.flag_cards(one.collection, CARDS, 3, one.time.clock()), 4),
    "reset": (lambda one: card_actions.reset_cards(one.collection, CARDS, one.time.clock()), 2),
    "set due": (
        lambda one: card_actions.set_due_dates(
            one.collection, CARDS, DueRange(3, 7), one.time.clock(), random.Random(1).randrange
        ),
        4,
    ),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_action_is_one_step_of_undo_and_redo(studied: StudyDriver, name: str) -> None:
    act, count = ACTIONS[name]
    before = load(studied)
    assert act(studied) == count
    after = load(studied)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == count
    assert undo(studied) == count
    assert load(studied) == before
    clock = studied.time.clock()
    assert len(redo_last_action(studied.collection, clock.now(), clock.today())) == count
    assert load(studied) == after
    assert check_collection(studied.collection).mismatched_cards == ()


def test_repeated_action_writes_nothing(studied: StudyDriver) -> None:
    clock, collection = studied.time.clock(), studied.collection
    for act in (card_actions.suspend_cards, card_actions.bury_cards):
        assert act(collection, CARDS * 2, clock) == 4
        count = journal_entries.count(collection.connection)
        assert act(collection, CARDS, clock) == 0
        assert journal_entries.count(collection.connection) == count


def test_unburying_keeps_suspended_cards_suspended(studied: StudyDriver) -> None:
    clock, collection = studied.time.clock(), studied.collection
    card_actions.bury_cards(collection, CARDS, clock)
    card_actions.suspend_cards(collection, CARDS[:1], clock)
    assert card_actions.unbury_cards(collection, CARDS, clock) == 3
    assert [one.is_suspended for one in load(studied)] == [True, False, False, False]
    assert card_actions.unsuspend_cards(collection, CARDS, clock) == 1
    assert [(one.is_suspended, one.buried_on_day) for one in load(studied)] == [(False, None)] * 4


def test_due_dates_are_in_the_range_and_the_rest_stays(studied: StudyDriver) -> None:
    studied.time.now += DAY
    before, today = load(studied), studied.time.clock().today()
    card_actions.set_due_dates(
        studied.collection, CARDS, DueRange(3, 7), studied.time.clock(), random.Random(2).randrange
    )
    after = load(studied)
    due = [one.phase.due_day - today for one in after if isinstance(one.phase, ReviewPhase)]
    assert len(due) == 4 and all(3 <= days <= 7 for days in due) and len(set(due)) > 1
    assert replace(after[0], phase=before[0].phase) == before[0]


def test_failed_step_changes_nothing(studied: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load(studied)

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Collection, "_raise_if_moved", fail)
    with pytest.raises(OSError):
        card_actions.suspend_cards(studied.collection, CARDS, studied.time.clock())
    monkeypatch.undo()
    assert load(studied) == before
