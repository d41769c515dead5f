"""Days off ahead: what they cost, moving their reviews, and taking that back."""

import pytest

from studyapp.core.days_off.days_off_range import check_days_off
from studyapp.core.days_off.shifted_reviews import ShiftDirection, group_days
from studyapp.services.plans.days_off import (
    list_days_off,
    plan_days_off,
    preview_days_off,
    remove_days_off,
    set_day_off,
)
from tests.services.plans.plan_driver import card_of, check_replay, due_day, set_due
from tests.services.study_driver import DAY, EASY, StudyDriver, basic_notes, rate_cards, save_deck


@pytest.fixture
def studied(driver: StudyDriver) -> StudyDriver:
    """Twenty cards that were rated today; two a day are due from the 5th day on, the last two on the 14th."""
    save_deck(driver.collection, basic_notes(30))
    rate_cards(driver.start_session(), *[EASY] * 20)
    for number in range(10):
        set_due(driver, range(2 * number, 2 * number + 2), 5 + number)
    return driver


def days_ahead(driver: StudyDriver, first: int, last: int) -> range:
    today = driver.time.clock().today()
    return range(today + first, today + last + 1)


def test_days_are_grouped() -> None:
    assert group_days([]) == []
    assert group_days([3, 4, 5, 9, 11, 12]) == [range(3, 6), range(9, 10), range(11, 13)]


def test_preview_says_what_each_way_costs(studied: StudyDriver) -> None:
    preview = preview_days_off(studied.collection, days_ahead(studied, 7, 9), studied.time.clock())
    assert preview.reviews == 6
    today = studied.time.clock().today()
    before, after, unmoved = (
        preview.shifts[direction]
        for direction in (ShiftDirection.BEFORE, ShiftDirection.AFTER, ShiftDirection.NOT_MOVED)
    )
    assert set(unmoved.day_by_card.values()) == {today + 10}
    assert set(after.day_by_card.values()) <= {today + 10, today + 11, today + 12}
    assert set(before.day_by_card.values()) <= set(range(today, today + 7))
    assert before.forgotten_more < 0 < unmoved.forgotten_more < after.forgotten_more
    assert (before.days, after.days, unmoved.days) == (7, 3, 1)
    assert unmoved.minutes_a_day == pytest.approx(3 * after.minutes_a_day)


def test_reviews_are_not_moved_to_other_days_off(studied: StudyDriver) -> None:
    today = studied.time.clock().today()
    other = [3, 6, 10, 12]
    for days in other:
        set_day_off(studied.collection, today + days, is_off=True)
    shifts = preview_days_off(studied.collection, days_ahead(studied, 7, 9), studied.time.clock()).shifts
    moved_to = {direction: set(shift.day_by_card.values()) for direction, shift in shifts.items()}
    assert moved_to[ShiftDirection.NOT_MOVED] == {today + 11}
    assert moved_to[ShiftDirection.AFTER] <= {today + 11, today + 13, today + 14}
    assert moved_to[ShiftDirection.BEFORE] <= {today + days for days in (0, 1, 2, 4, 5)}
    assert (shifts[ShiftDirection.AFTER].days, shifts[ShiftDirection.BEFORE].days) == (3, 5)


def test_nothing_is_before_days_off_that_begin_today(studied: StudyDriver) -> None:
    preview = preview_days_off(studied.collection, days_ahead(studied, -3, 6), studied.time.clock())
    assert preview.days == days_ahead(studied, 0, 6)
    assert set(preview.shifts) == {ShiftDirection.NOT_MOVED, ShiftDirection.AFTER}


@pytest.mark.parametrize("direction", list(ShiftDirection))
def test_reviews_are_moved_in_one_step_that_undo_takes_back(
    studied: StudyDriver, direction: ShiftDirection
) -> None:
    days = days_ahead(studied, 7, 9)
    preview = preview_days_off(studied.collection, days, studied.time.clock())
    before = [due_day(studied.collection, card_of(number)) for number in range(20)]
    plan_days_off(studied.collection, preview, studied.time.clock(), direction)
    after = [due_day(studied.collection, card_of(number)) for number in range(20)]
    assert list_days_off(studied.collection, studied.time.clock().today()) == [days]
    if direction is ShiftDirection.NOT_MOVED:
        assert after == before
    else:
        assert not set(after) & set(days)
        assert [new for new, old in zip(after, before, strict=True) if old not in days] == [
            old for old in before if old not in days
        ]
        check_replay(studied.collection)
        studied.start_session().undo()
        assert [due_day(studied.collection, card_of(number)) for number in range(20)] == before
        assert list_days_off(studied.collection, studied.time.clock().today()) == []
        studied.start_session().redo()
        assert list_days_off(studied.collection, studied.time.clock().today()) == [days]
    remove_days_off(studied.collection, days)
    assert list_days_off(studied.collection, studied.time.clock().today()) == []


def test_moved_reviews_are_spread_evenly_and_the_first_due_come_first(studied: StudyDriver) -> None:
    today = studied.time.clock().today()
    preview = preview_days_off(studied.collection, range(today + 10, today + 15), studied.time.clock())
    day_by_card = preview.shifts[ShiftDirection.BEFORE].day_by_card
    totals = {day: 2 * (day >= today + 5) for day in range(today, today + 10)}
    for day in day_by_card.values():
        totals[day] += 1
    assert max(totals.values()) - min(totals.values()) <= 1
    ordered = [day_by_card[card_of(number)] for number in range(10, 20)]
    assert ordered == sorted(ordered)


def test_more_than_sixty_days_ahead_works(studied: StudyDriver) -> None:
    set_due(studied, range(20, 24), 200)
    days = days_ahead(studied, 190, 210)
    preview = preview_days_off(studied.collection, days, studied.time.clock())
    assert preview.reviews == 4
    assert all(day >= days.start - 14 for day in preview.shifts[ShiftDirection.BEFORE].day_by_card.values())
    plan_days_off(studied.collection, preview, studied.time.clock(), ShiftDirection.AFTER)
    assert list_days_off(studied.collection, studied.time.clock().today()) == [days]


def test_additions_merge_and_parts_are_removed(studied: StudyDriver) -> None:
    clock, collection = studied.time.clock(), studied.collection
    for first, last in ((0, 2), (5, 8), (3, 4), (2, 6)):
        plan_days_off(
            collection, preview_days_off(collection, days_ahead(studied, first, last), clock), clock
        )
    assert list_days_off(collection, clock.today()) == [days_ahead(studied, 0, 8)]
    assert remove_days_off(collection, days_ahead(studied, 3, 7)) == 5
    assert remove_days_off(collection, days_ahead(studied, 3, 7)) == 0
    assert list_days_off(collection, clock.today()) == [days_ahead(studied, 0, 2), days_ahead(studied, 8, 8)]


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (9, 8, "The last day is before the first day."),
        (-5, -1, "These days are over."),
        (1, 367, "These are 367 days. Choose at most 366."),
    ],
)
def test_wrong_days_are_refused_in_words(first: int, last: int, message: str) -> None:
    assert str(check_days_off(20_000 + first, 20_000 + last, 20_000)) == message


@pytest.mark.parametrize(("first", "last"), [(0, 0), (-5, 0), (1, 366), (200, 300)])
def test_days_from_today_on_may_be_off(first: int, last: int) -> None:
    assert check_days_off(20_000 + first, 20_000 + last, 20_000) is None


def test_past_days_off_are_not_listed(studied: StudyDriver) -> None:
    today = studied.time.clock().today()
    for day in (today - 1, today, today + 1, today + 3):
        set_day_off(studied.collection, day, is_off=True)
    assert list_days_off(studied.collection, today) == [range(today, today + 2), range(today + 3, today + 4)]
    studied.time.now += 2 * DAY
    assert list_days_off(studied.collection, today + 2) == [range(today + 3, today + 4)]
