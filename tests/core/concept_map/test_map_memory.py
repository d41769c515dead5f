"""What is remembered of nodes, day by day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.map_memory import CardHistory, MapMemory, build_map_memory
from studyapp.core.concept_map.node_memory import NodeMemory
from studyapp.core.statistics.remembered import MemoryPeriod, expected_recalled

TODAY = 100
A, B, C = (CardId("d", name, 1) for name in "abc")


def recall_after(stabilities: float) -> float:
    return 1 / (1 + stabilities)


def memory_of(*cards_by_node: tuple[CardId, ...], **periods_by_name: list[MemoryPeriod]) -> MapMemory:
    periods = {CardId("d", name, 1): found for name, found in periods_by_name.items()}
    return build_map_memory(cards_by_node, periods, TODAY, recall_after)


def test_memory_is_that_after_the_last_review_until_the_day() -> None:
    memory = memory_of((A,), a=[MemoryPeriod(90, 95, 5.0), MemoryPeriod(95, None, 10.0)])
    assert [memory.on_day(day)[0] for day in (89, 90, 94, 95, 100, 125)] == [
        NodeMemory(1, 0, 0),
        NodeMemory(1, 1, 1),
        NodeMemory(1, 1, 1 / (1 + 4 / 5)),
        NodeMemory(1, 1, 1),
        NodeMemory(1, 1, 1 / (1 + 5 / 10)),
        NodeMemory(1, 1, 1 / (1 + 30 / 10)),
    ]
    assert (memory.first_day, memory.today, memory.last_day) == (90, 100, 130)


def test_cards_of_a_node_are_summed_and_new_ones_are_not_reviewed() -> None:
    memory = memory_of(
        (A, B, C), (B,), (), (A, B), a=[MemoryPeriod(99, None, 1)], b=[MemoryPeriod(98, None, 2)]
    )
    assert memory.on_day(100) == (
        NodeMemory(3, 2, 1.0),
        NodeMemory(1, 1, 0.5),
        NodeMemory(0, 0, 0),
        NodeMemory(2, 2, 1.0),
    )
    assert memory.first_day == 98


def test_card_is_new_from_a_reset_to_the_next_review() -> None:
    memory = memory_of((A,), a=[MemoryPeriod(90, 93, 5), MemoryPeriod(96, None, 3)])
    assert [memory.on_day(day)[0].reviewed for day in (92, 93, 95, 96)] == [1, 0, 0, 1]
    memory = memory_of((A,), a=[MemoryPeriod(90, 93, 5)])
    assert [memory.on_day(day)[0].reviewed for day in (92, 93, 130)] == [1, 0, 0]


def test_last_of_several_reviews_on_a_day_counts() -> None:
    periods = [MemoryPeriod(90, 90, 1), MemoryPeriod(90, 90, 2), MemoryPeriod(90, None, 4)]
    memory = memory_of((A,), a=periods)
    assert memory.histories == (CardHistory((90,), (4,)),)
    assert memory.on_day(94) == (NodeMemory(1, 1, 0.5),)


def test_card_that_was_reset_on_the_day_of_its_review_is_new() -> None:
    memory = memory_of((A,), a=[MemoryPeriod(90, 90, 1)])
    assert memory.histories == (CardHistory((90,), (None,)),)
    assert memory.on_day(90) == (NodeMemory(1, 0, 0),)


def test_later_review_on_an_earlier_day_counts_from_that_day_on() -> None:
    memory = memory_of((A,), a=[MemoryPeriod(90, 95, 1), MemoryPeriod(95, 93, 2), MemoryPeriod(93, None, 4)])
    assert memory.histories == (CardHistory((90, 93), (1, 4)),)


def test_days_without_reviews_begin_today() -> None:
    memory = memory_of((A,), a=[])
    assert (memory.first_day, memory.today, memory.last_day) == (100, 100, 130)
    assert memory.on_day(100) == (NodeMemory(1, 0, 0),)
    after_a_journey = memory_of((A,), a=[MemoryPeriod(102, None, 1)])
    assert after_a_journey.first_day == 100
    assert [after_a_journey.on_day(day)[0].reviewed for day in (100, 101, 102)] == [0, 0, 1]


@st.composite
def histories(draw: st.DrawFn) -> list[MemoryPeriod]:
    """Memory states of a card in journal order. Some end by a reset."""
    days = draw(st.lists(st.integers(70, 100), max_size=6).map(sorted))
    periods = []
    for number, day in enumerate(days):
        following = days[number + 1] if number + 1 < len(days) else None
        reset = draw(st.none() | st.integers(day, 100 if following is None else following))
        periods.append(MemoryPeriod(day, following if reset is None else reset, draw(st.floats(0.1, 50))))
    return periods


@given(st.lists(histories(), min_size=1, max_size=4))
def test_memory_of_all_cards_is_what_statistics_count(found: list[list[MemoryPeriod]]) -> None:
    cards = [CardId("d", f"n{number}", 1) for number in range(len(found))]
    memory = build_map_memory([cards], dict(zip(cards, found, strict=True)), TODAY, recall_after)
    days = list(range(65, 131))
    expected = expected_recalled([one for of_card in found for one in of_card], days, recall_after)
    assert [memory.on_day(day)[0].expected for day in days] == pytest.approx(expected)
