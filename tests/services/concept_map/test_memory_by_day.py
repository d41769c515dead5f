"""What is remembered on each day is what the journal says, whatever was undone."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap
from studyapp.core.concept_map.map_memory import MapMemory
from studyapp.core.concept_map.node_memory import NodeMemory
from studyapp.core.notes.note import Reversed
from studyapp.core.study.journal import EntryKind, effective_entries
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.concept_map.map_loading import MapChoice, MapKind, load_map, load_map_memory
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.store import journal_entries
from tests.services.random_actions import Action, actions, perform
from tests.services.study_driver import DAY, EASY, GOOD, StudyDriver, basic_note, rate_cards, save_deck

SCHEDULER = Scheduler()
TEXT = LocalizedText.language_neutral("text")
NOTES = [
    basic_note("n0"),
    basic_note("n1", prerequisites=("deck/n0",)),
    basic_note("n2", prerequisites=("deck/n0",)),
    basic_note("n3"),
]
CHOICE = MapChoice("deck:deck", TEXT, MapKind.PREREQUISITES, ("deck",))


def load(driver: StudyDriver) -> tuple[ConceptMap, MapMemory]:
    clock = driver.time.clock()
    update_facts(driver.collection, clock)
    concept_map = load_map(driver.collection, CHOICE)
    return concept_map, load_map_memory(driver.collection, concept_map, clock)


def memory_states(driver: StudyDriver, card: CardId) -> list[tuple[int, Memory | None]]:
    """The study days on which the memory of a card changed, in journal order, and what it was then."""
    with driver.collection.read_transaction() as connection:
        entries = effective_entries(journal_entries.load_for_card(connection, card))
    states: list[tuple[int, Memory | None]] = []
    memory, last_day = None, 0
    for entry in entries:
        if entry.kind is EntryKind.RESET:
            memory = None
            states.append((entry.study_day, None))
        elif entry.kind is EntryKind.REVIEW and entry.rating is not None:
            elapsed = 0 if memory is None else max(0, entry.study_day - last_day)
            last_day = entry.study_day if memory is None else max(last_day, entry.study_day)
            memory = SCHEDULER.memory_after(memory, elapsed, entry.rating)
            states.append((entry.study_day, memory))
    return states


def obvious_memory(driver: StudyDriver, cards: tuple[CardId, ...], day: int) -> NodeMemory:
    """What is remembered of these cards at the end of a day, by the last review or reset up to it."""
    recalls = []
    for card in cards:
        states = [(at, memory) for at, memory in memory_states(driver, card) if at <= day]
        if states and states[-1][1] is not None:
            recalls.append(SCHEDULER.retrievability(states[-1][1], day - states[-1][0]))
    return NodeMemory(len(cards), len(recalls), sum(recalls))


def assert_memory_is_right(driver: StudyDriver) -> None:
    concept_map, memory = load(driver)
    today = driver.time.clock().today()
    assert (memory.today, memory.last_day) == (today, today + 30)
    found = [at for node in concept_map.nodes for card in node.cards for at, _ in memory_states(driver, card)]
    assert memory.first_day <= today
    assert all(not one.reviewed for one in memory.on_day(memory.first_day - 1))
    for day in {*found, *(at - 1 for at in found), *(at + 3 for at in found), today, today + 30}:
        expected = [obvious_memory(driver, node.cards, day) for node in concept_map.nodes]
        found_memory = memory.on_day(day)
        assert [one[:2] for one in found_memory] == [one[:2] for one in expected]
        assert [one.expected for one in found_memory] == pytest.approx([one.expected for one in expected])


@settings(max_examples=60)
@given(st.lists(actions | st.sampled_from(("update", "remove", "restore")), max_size=40))
def test_memory_is_that_of_the_journal(chosen: list[Action]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        try:
            save_deck(driver.collection, NOTES)
            session = driver.start_session()
            for action in chosen:
                match action:
                    case "update":
                        assert_memory_is_right(driver)
                    case "remove" | "restore":
                        save_deck(driver.collection, NOTES[1:] if action == "remove" else NOTES)
                        session = driver.start_session()
                    case _:
                        session = perform(driver, session, action)
            assert_memory_is_right(driver)
        finally:
            driver.close()


def test_suspended_cards_count_like_others(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    session = driver.start_session()
    rate_cards(session, GOOD)
    driver.time.now += 3 * DAY
    before = load(driver)[1].on_day(driver.time.clock().today())
    assert [one.reviewed for one in before] == [1, 0, 0, 0]
    session = driver.start_session()
    session.show_next()
    session.suspend()
    assert load(driver)[1].on_day(driver.time.clock().today()) == before


def test_deleted_notes_are_not_on_the_map(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), EASY)
    save_deck(driver.collection, NOTES[1:])
    concept_map, memory = load(driver)
    assert [node.key for node in concept_map.nodes] == ["deck/n1", "deck/n2", "deck/n3"]
    assert memory.on_day(memory.today) == (NodeMemory(1, 0, 0),) * 3
    assert memory.first_day == memory.today


def test_undone_review_was_never_made(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    session = driver.start_session()
    rate_cards(session, EASY)
    assert load(driver)[1].on_day(driver.time.clock().today())[0] == NodeMemory(1, 1, 1)
    session.undo()
    assert load(driver)[1].on_day(driver.time.clock().today())[0] == NodeMemory(1, 0, 0)


def test_cards_of_other_decks_are_not_counted(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic_note("n0", "other")], "other")
    save_deck(driver.collection, [basic_note("n0"), NOTES[1]])
    rate_cards(driver.start_session(), EASY)
    driver.time.now += DAY
    save_deck(driver.collection, [NOTES[1]])
    memory = load(driver)[1]
    assert memory.on_day(memory.today) == (NodeMemory(1, 0, 0),)


def test_all_cards_of_a_note_are_on_its_node(driver: StudyDriver) -> None:
    front = LocalizedText.language_neutral("front")
    note = basic_note("n0", prerequisites=())
    both = type(note)("deck", "n0", Reversed(front, TEXT))
    save_deck(driver.collection, [both, NOTES[1]])
    rate_cards(driver.start_session(), EASY)
    assert load(driver)[1].on_day(driver.time.clock().today())[0] == NodeMemory(2, 1, 1)
