"""New cards and reviews of the days before an exam, within the limits of the learner."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.exam_plan.card_reviews import CardReviews, ExamCard
from studyapp.core.exam_plan.expected_days import (
    ExpectedDay,
    NewCardsOfDeck,
    OtherCards,
    StudyLimits,
    expect_days,
)
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.workload.day_plan import DEFAULT_TIMES

SCHEDULER = Scheduler()
EXAM = ExamDays(115, 100, 0.9)
STABLE = ExamCard(Memory(5000.0, 5.0), 90, 100)


def expect(
    studied: list[ExamCard], new_by_deck: list[NewCardsOfDeck], limits: StudyLimits, others: int = 0
) -> list[ExpectedDay]:
    reviews = CardReviews(EXAM, SCHEDULER, Random(1).random, limits.days_off)
    return expect_days(EXAM, 100, studied, new_by_deck, OtherCards([STABLE] * others), limits, reviews)


@given(
    st.lists(st.integers(90, 120), max_size=20),
    st.lists(st.builds(NewCardsOfDeck, st.integers(0, 30), st.integers(0, 9), st.integers(0, 5)), max_size=3),
    st.builds(
        StudyLimits,
        st.integers(0, 20),
        st.integers(0, 9),
        st.integers(0, 5),
        times=st.just(DEFAULT_TIMES),
        days_off=st.frozensets(st.integers(100, 114)),
        paused_until=st.none() | st.integers(101, 120),
    ),
)
def test_limits_are_kept(due_days: list[int], decks: list[NewCardsOfDeck], limits: StudyLimits) -> None:
    days = expect([ExamCard(Memory(20.0, 5.0), 80, day) for day in due_days], decks, limits)
    assert len(days) == 15
    assert sum(day.new_cards for day in days) <= sum(deck.cards for deck in decks)
    for number, day in enumerate(days, start=100):
        assert number <= day.studied_on <= EXAM.day
        assert day.studied_on not in limits.days_off
        assert day.new_cards <= min(limits.new_cards, sum(deck.limit for deck in decks))
        assert not day.new_cards or number not in limits.days_off
        assert not day.new_cards or number >= (limits.paused_until or 100)


@pytest.mark.parametrize(("reviews", "studied_on"), [(99, 100), (6, 100), (2, 102), (1, 105), (0, 115)])
def test_cards_wait_behind_others_of_the_same_day(reviews: int, studied_on: int) -> None:
    """The middle one of the ten cards that are due first is studied when the limit has let six through."""
    days = expect([STABLE] * 5, [], StudyLimits(0, reviews), others=5)
    assert days[0].studied_on == studied_on


def test_new_cards_keep_to_the_limits_of_decks_and_those_of_today() -> None:
    decks = [NewCardsOfDeck(90, 3, introduced_today=2), NewCardsOfDeck(90, 4)]
    numbers = [day.new_cards for day in expect([], decks, StudyLimits(20, 200))]
    assert numbers[:3] == [5, 7, 7]
    numbers = [day.new_cards for day in expect([], decks, StudyLimits(6, 200))]
    assert numbers[:3] == [4, 6, 6]


def test_new_cards_wait_until_their_pause_ends() -> None:
    days = expect([], [NewCardsOfDeck(30, 20)], StudyLimits(20, 99, paused_until=104))
    assert [day.new_cards for day in days[:4]] == [0, 0, 0, 0]
    assert sum(day.new_cards for day in days) == 30
