from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.catching_up import ComingDays, OverdueCard, expected_returns, spread_cards
from studyapp.core.study.scheduler import Memory, Scheduler

NO_RETURNS = [0.0] * 60
KNOWN = ComingDays([0] * 60, [1.0] * 60, 0.9, NO_RETURNS)


def cards_with(recalls: Sequence[float], last_days: Sequence[int | None] | None = None) -> list[OverdueCard]:
    return [
        OverdueCard(CardId("d", f"n{number:03}", 1), recall, last_days[number] if last_days else None)
        for number, recall in enumerate(recalls)
    ]


def days_of(cards: Sequence[OverdueCard], reviews: float, days: ComingDays) -> list[list[CardId]]:
    plan = spread_cards(cards, reviews, days)
    assert plan is not None
    return plan


recalls = st.lists(st.floats(0.2, 0.9), max_size=150)
last_days = st.one_of(st.none(), st.integers(0, 12))
days = st.builds(
    lambda due, shares, returns: ComingDays(due, [1.0, *shares], 0.9, returns),
    st.lists(st.integers(0, 20), min_size=60, max_size=60),
    st.lists(st.sampled_from((0.0, 0.5, 1.0)), min_size=59, max_size=59),
    st.lists(st.floats(0, 0.5), min_size=60, max_size=60),
)


@given(recalls, st.floats(1, 60), days)
def test_each_card_is_on_one_day_in_order_and_no_day_is_too_long(
    chosen: list[float], reviews: float, coming: ComingDays
) -> None:
    cards = cards_with(chosen)
    plan = spread_cards(cards, reviews, coming)
    if plan is None:
        return
    assert [card for day in plan for card in day] == [one.card for one in cards]
    for day, added in enumerate(plan):
        assert not added or coming.due_counts[day] + len(added) <= reviews * coming.shares[day] + 1e-6
    assert not plan[:-1] or plan[-1], "it ends with the last card"


@given(recalls, st.floats(1, 60), days)
def test_more_reviews_a_day_never_take_longer(
    chosen: list[float], reviews: float, coming: ComingDays
) -> None:
    coming = coming._replace(returns=NO_RETURNS)
    slow, fast = (spread_cards(cards_with(chosen), number, coming) for number in (reviews, 2 * reviews))
    if slow is not None:
        assert fast is not None
        assert len(fast) <= len(slow)


@given(st.lists(st.tuples(st.floats(0.2, 0.9), last_days), min_size=1, max_size=120), days)
def test_last_days_are_kept(chosen: list[tuple[float, int | None]], coming: ComingDays) -> None:
    cards = cards_with(*zip(*chosen, strict=True))
    plan = spread_cards(cards, 12, coming)
    if plan is None:
        return
    day_by_card = {card: day for day, added in enumerate(plan) for card in added}
    assert sum(map(len, plan)) == len(day_by_card) == len(cards)
    for one in cards:
        assert one.last_day is None or day_by_card[one.card] <= one.last_day


def test_cards_keep_their_order_if_no_last_day_is_missed() -> None:
    cards = cards_with([0.9] * 20, [19] + [None] * 18 + [4])
    assert days_of(cards, 5, KNOWN) == days_of(cards_with([0.9] * 20), 5, KNOWN)
    moved = days_of(cards_with([0.9] * 20, [None] * 19 + [2]), 5, KNOWN)
    assert moved[0][0] == cards[19].card


def test_too_many_cards_before_their_last_day_make_the_days_before_longer() -> None:
    plan = days_of(cards_with([0.9] * 30, [1] * 20 + [None] * 10), 5, KNOWN)
    assert [len(day) for day in plan] == [10, 10, 0, 0, 5, 5]
    only_late = days_of(cards_with([0.9] * 20, [1] * 20), 5, KNOWN)
    assert [len(day) for day in only_late] == [10, 10]


def test_forgotten_cards_take_longer_and_leave_room_for_their_return() -> None:
    well, badly = cards_with([0.9] * 40), cards_with([0.3] * 40)
    assert [len(day) for day in days_of(well, 10, KNOWN)] == [10] * 4
    assert len(days_of(badly, 10, KNOWN)[0]) == 5
    returning = KNOWN._replace(returns=[0.1] * 60)
    counts = [len(day) for day in days_of(badly, 10, returning)]
    assert counts[0] == 5 > counts[3]


def test_there_may_not_be_enough_days() -> None:
    assert spread_cards(cards_with([0.9] * 61), 1, KNOWN) is None
    assert spread_cards([], 1, KNOWN) == [[]]


def test_forgotten_cards_return_soon_and_more_often_with_a_higher_retention() -> None:
    memory = Memory(40, 7)
    returns = expected_returns(Scheduler(), memory, 80, 60)
    assert len(returns) == 60
    assert returns[0] + returns[1] + returns[2] >= 0.9
    assert 3 < sum(returns) < 12
    assert sum(expected_returns(Scheduler(desired_retention=0.8), memory, 80, 60)) < sum(returns)
