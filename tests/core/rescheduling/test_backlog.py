from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.backlog import allocate_to_days, spread_over_days


@given(st.integers(0, 2000), st.lists(st.integers(0, 300), min_size=1, max_size=60))
def test_all_cards_are_allocated_evenly(cards: int, due_per_day: list[int]) -> None:
    added_per_day = allocate_to_days(cards, due_per_day)
    assert sum(added_per_day) == cards
    totals = [due + added for due, added in zip(due_per_day, added_per_day, strict=True)]
    filled = [total for total, added in zip(totals, added_per_day, strict=True) if added]
    if filled:
        assert max(filled) - min(filled) <= 1
        assert all(total >= max(filled) - 1 for total in totals)


def test_earlier_days_take_the_remainder() -> None:
    assert allocate_to_days(7, [0, 0, 5]) == [4, 3, 0]
    assert allocate_to_days(0, [1, 2]) == [0, 0]


def test_cards_are_spread_in_order() -> None:
    cards = [CardId("d", f"n{number}", 1) for number in range(5)]
    assert spread_over_days(cards, [1, 0, 0]) == [cards[:1], cards[1:3], cards[3:]]
