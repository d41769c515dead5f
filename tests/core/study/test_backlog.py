from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.backlog import allocate_to_days, spread_over_days


@given(st.integers(0, 2000), st.lists(st.integers(0, 300), min_size=1, max_size=60))
def test_every_card_gets_a_day_and_the_days_are_even(cards: int, coming: list[int]) -> None:
    more = allocate_to_days(cards, coming)
    assert sum(more) == cards
    totals = [due + added for due, added in zip(coming, more, strict=True)]
    filled = [total for total, added in zip(totals, more, strict=True) if added]
    if filled:
        assert max(filled) - min(filled) <= 1
        assert all(total >= max(filled) - 1 for total in totals)


def test_earlier_days_take_what_cannot_be_shared_evenly() -> None:
    assert allocate_to_days(7, [0, 0, 5]) == [4, 3, 0]
    assert allocate_to_days(0, [1, 2]) == [0, 0]


def test_the_first_cards_come_first() -> None:
    cards = [CardId("d", f"n{number}", 1) for number in range(5)]
    assert spread_over_days(cards, [1, 0, 0]) == [cards[:1], cards[1:3], cards[3:]]
