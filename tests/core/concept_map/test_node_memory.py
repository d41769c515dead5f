"""How well a concept is known."""

import pytest

from studyapp.core.concept_map.node_memory import MemoryLevel, NodeMemory, level_of


@pytest.mark.parametrize(
    ("memory", "level"),
    [
        (NodeMemory(0, 0, 0), MemoryLevel.NO_CARDS),
        (NodeMemory(1, 0, 0), MemoryLevel.NEW),
        (NodeMemory(1, 1, 1), MemoryLevel.KNOWN),
        (NodeMemory(2, 2, 1.8), MemoryLevel.KNOWN),
        (NodeMemory(2, 2, 1.79), MemoryLevel.FADING),
        (NodeMemory(2, 2, 1.4), MemoryLevel.FADING),
        (NodeMemory(2, 2, 1.39), MemoryLevel.FORGOTTEN),
        (NodeMemory(1, 1, 0), MemoryLevel.FORGOTTEN),
        (NodeMemory(5, 1, 0.9), MemoryLevel.KNOWN),  # new cards don't count
    ],
)
def test_level_is_the_share_of_reviewed_cards_that_would_be_recalled(
    memory: NodeMemory, level: MemoryLevel
) -> None:
    assert level_of(memory) is level
