"""What is said about a map and its nodes: in sentences, tooltips and the table, and to screen readers."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import assert_never

from PySide6.QtCore import QLocale

from studyapp.core.concept_map.map_memory import MapMemory
from studyapp.core.concept_map.node_memory import (
    FADING_SHARE,
    KNOWN_SHARE,
    MemoryLevel,
    NodeMemory,
    level_of,
)
from studyapp.services.concept_map.map_loading import MapKind
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated

_MAX_NAMED = 3
"""More concepts than this are counted, not named."""


class MapTexts(Translated):
    """The context of the texts in this module."""


def name_level(level: MemoryLevel) -> str:
    """Return the name of a level of memory."""
    match level:
        case MemoryLevel.KNOWN:
            return MapTexts.tr("Known")
        case MemoryLevel.FADING:
            return MapTexts.tr("Fading")
        case MemoryLevel.FORGOTTEN:
            return MapTexts.tr("Forgotten")
        case MemoryLevel.NEW:
            return MapTexts.tr("New")
        case MemoryLevel.NO_CARDS:
            return MapTexts.tr("No cards")
        case _:
            assert_never(level)


def explain_level(level: MemoryLevel, count: int) -> str:
    """Return the name of a level, what it means (the expected share of the studied cards that would be recalled), and how many
    nodes are at it."""
    return MapTexts.tr("{level} · {count}", "a level of memory and a number of concepts").format(
        level=_define_level(level), count=QLocale().toString(count)
    )


def _define_level(level: MemoryLevel) -> str:
    known, fading = formatting.format_share(KNOWN_SHARE), formatting.format_share(FADING_SHARE)
    match level:
        case MemoryLevel.KNOWN:
            return MapTexts.tr("Known: {share} or more").format(share=known)
        case MemoryLevel.FADING:
            return MapTexts.tr("Fading: {low} to {high}").format(low=fading, high=known)
        case MemoryLevel.FORGOTTEN:
            return MapTexts.tr("Forgotten: below {share}").format(share=fading)
        case MemoryLevel.NEW | MemoryLevel.NO_CARDS:
            return name_level(level)
        case _:
            assert_never(level)


def explain_arrow(kind: MapKind) -> str:
    """Return what an arrow of a map means."""
    match kind:
        case MapKind.PREREQUISITES:
            return MapTexts.tr("Arrow: from a prerequisite to what builds on it")
        case MapKind.DIAGRAM:
            return MapTexts.tr("Arrow: from a box to what follows from it")
        case _:
            assert_never(kind)


def explain_dashed_arrow() -> str:
    """Return what a dashed arrow of a drawing means."""
    return MapTexts.tr("Dashed: not certain")


def describe_recall(probability: float) -> str:
    """Return the probability of recall of a card, or its mean over the studied cards of a node."""
    return MapTexts.tr("expected recall {share}").format(share=formatting.format_share(probability))


def describe_memory(memory: NodeMemory) -> list[str]:
    """Return what is remembered of a node: the level, the number of cards, and the expected share."""
    parts = [name_level(level_of(memory))]
    if memory.cards:
        parts.append(MapTexts.tr("%n card(s)", None, memory.cards))
    if 0 < memory.reviewed < memory.cards:
        parts.append(MapTexts.tr("%n studied", None, memory.reviewed))
    if memory.reviewed:
        parts.append(describe_recall(memory.expected / memory.reviewed))
    return parts


def describe_unknown(label_of: Callable[[int], str], levels: Sequence[MemoryLevel]) -> str:
    """Return which of the nodes with cards are not known, or how many at each level if they are more than a few. Empty if all
    are known."""
    unknown = [
        (level, node)
        for node, level in enumerate(levels)
        if level not in (MemoryLevel.KNOWN, MemoryLevel.NO_CARDS)
    ]
    if not unknown:
        return ""
    if len(unknown) <= _MAX_NAMED:
        template = MapTexts.tr("{label} ({level})", "a concept and its level of memory")
        parts = [
            template.format(label=label_of(node), level=name_level(level).lower()) for level, node in unknown
        ]
    else:
        template = MapTexts.tr("{count} {level}", "a number of concepts and their level of memory")
        counts = Counter(level for level, _ in unknown)
        parts = [
            template.format(level=name_level(level).lower(), count=QLocale().toString(counts[level]))
            for level in (MemoryLevel.FADING, MemoryLevel.FORGOTTEN, MemoryLevel.NEW)
            if counts[level]
        ]
    return MapTexts.tr("Not known: {concepts}.").format(concepts=MapTexts.tr("; ").join(parts))


def describe_day(memory: MapMemory, day: int, levels: Sequence[MemoryLevel]) -> str:
    """Return how many of the nodes with cards are known on a study day, at these levels."""
    with_cards = sum(level is not MemoryLevel.NO_CARDS for level in levels)
    known = QLocale().toString(sum(level is MemoryLevel.KNOWN for level in levels))
    if not memory.histories:
        return MapTexts.tr("Not studied yet: %n concept(s).", None, with_cards)
    if day == memory.today:
        return MapTexts.tr("You know about {known} of %n concept(s) now.", None, with_cards).format(
            known=known
        )
    sentence = (
        MapTexts.tr("On {date} you knew about {known} of %n concept(s).", None, with_cards)
        if day < memory.today
        else MapTexts.tr(
            "Without study until {date}, you will know about {known} of %n concept(s).", None, with_cards
        )
    )
    return sentence.format(date=formatting.format_date(day), known=known)
