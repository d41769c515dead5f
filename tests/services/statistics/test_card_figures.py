"""Figures of cards as they are now are those of the whole journal, however and whenever it changed."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.card_states import Distribution
from studyapp.core.statistics.leeches import MIN_LAPSES, estimate_lapses
from studyapp.core.statistics.report import CardFigures, ForgottenCard, GroupRecall
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards
from studyapp.services.statistics.statistics_loading import (
    Scope,
    load_card_figures,
    load_memory_figures,
)
from studyapp.store.collection import Collection
from tests.services.random_actions import Action
from tests.services.statistics.journal_actions import (
    DECKS,
    NOTES,
    OTHER_NOTES,
    REVIEWED,
    SCHEDULER,
    more_actions,
    perform_all,
)
from tests.services.statistics.obvious_card_figures import (
    find_schedules,
    obvious_card_figures,
    obvious_groups,
)
from tests.services.statistics.obvious_figures import find_facts
from tests.services.study_driver import AGAIN, DAY, GOOD, StudyDriver

ADDED_AT = 1000 * 1000
LAPSES: list[Action] = [40 * DAY, AGAIN, GOOD, DAY, GOOD, GOOD] * 4


def find_present(collection: Collection) -> list[CardId]:
    """The cards that their notes have now."""
    with collection.read_transaction() as connection:
        rows = connection.execute("SELECT deck, note, ordinal FROM card WHERE present = 1")
        return sorted(map(CardId._make, rows))


@settings(max_examples=40)
@given(st.lists(more_actions, min_size=20, max_size=60))
@example([*REVIEWED, 400 * DAY, GOOD, GOOD, -400 * DAY, DAY, "correct", "undo"])
@example([*REVIEWED, "import", "rebuild", GOOD, "set due 9", "set due 0", "bury", "suspend", "move"])
@example([*REVIEWED, *LAPSES])
def test_figures_are_those_of_the_journal(random_actions: list[Action]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        perform_all(driver, random_actions)
        clock, today = driver.time.clock(), driver.time.clock().today()
        schedules = find_schedules(driver.collection, SCHEDULER, find_present(driver.collection))
        some = sorted(schedules)[::2]
        for selection, cards in (
            (AllCards(), list(schedules)),
            (CardsOfDecks(("deck",)), [card for card in schedules if card.deck_id == "deck"]),
            (FoundCards(tuple(some)), some),
        ):
            chosen = {card: schedules[card] for card in cards}
            scope = Scope(selection, DECKS)
            figures = load_card_figures(driver.collection, scope, clock)
            expected = obvious_card_figures(list(chosen.values()), ADDED_AT, clock, SCHEDULER)
            for name in ("stability", "difficulty", "retrievability"):
                assert_same_distribution(getattr(figures, name), getattr(expected, name))
            assert without_memory(figures) == without_memory(expected)
            assert figures.learned_by_day.keys() == expected.learned_by_day.keys()
            for day, studied in figures.learned_by_day.items():
                assert tuple(studied) == pytest.approx(tuple(expected.learned_by_day[day]))
            memory = load_memory_figures(driver.collection, scope, clock)
            notes = [*NOTES, *OTHER_NOTES]
            sections = obvious_groups(chosen, notes, lambda note: note.section, today, SCHEDULER)
            evidence = obvious_groups(chosen, notes, lambda note: note.evidence or "", today, SCHEDULER)
            assert_same_groups(memory.sections, sections)
            assert_same_groups(memory.evidence, evidence)
            facts = find_facts(driver.collection, SCHEDULER, clock)
            assert sorted(memory.forgotten) == sorted(
                ForgottenCard(card, schedule.lapse_count, estimate_lapses(facts.get(card, ())))
                for card, schedule in chosen.items()
                if schedule.lapse_count >= MIN_LAPSES
            )
        driver.close()


def without_memory(figures: CardFigures) -> CardFigures:
    nothing = Distribution({}, None, None)
    return figures._replace(stability=nothing, difficulty=nothing, retrievability=nothing, learned_by_day={})


def assert_same_distribution(found: Distribution, expected: Distribution) -> None:
    assert found.counts == expected.counts
    assert found.quantiles == (expected.quantiles and pytest.approx(expected.quantiles))
    assert found.mean == (expected.mean and pytest.approx(expected.mean))


def assert_same_groups(found: tuple[GroupRecall, ...], expected: list[GroupRecall]) -> None:
    assert [group[:3] for group in found] == [group[:3] for group in expected]
    assert [group.expected for group in found] == pytest.approx([group.expected for group in expected])
