"""Facts, totals and what is kept of them are those of the whole journal, however and whenever it changed."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.calibration import Calibration
from studyapp.core.statistics.periods import Period, first_day_of
from studyapp.core.statistics.report import ReviewFigures
from studyapp.core.statistics.review_facts import ReviewFact, StudiedEntry, facts_of_history
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.overview.doctor import check_collection, rebuild_schedules
from studyapp.services.statistics import fact_updating
from studyapp.services.statistics.fact_updating import are_facts_up_to_date, update_facts
from studyapp.services.statistics.statistics_loading import (
    Scope,
    load_card_figures,
    load_memory_figures,
    load_review_figures,
)
from studyapp.store import notes
from studyapp.store.counts import card_counts
from studyapp.store.errors import StoreBusy
from studyapp.store.parameter_fits import use_imported
from studyapp.store.statistics import past_totals, totals
from studyapp.store.statistics.past_totals import are_past_totals_consistent
from studyapp.store.statistics.review_facts import load_facts
from tests.services.random_actions import Action
from tests.services.statistics.journal_actions import (
    DECKS,
    NOTES,
    REVIEWED,
    SCHEDULER,
    more_actions,
    perform_all,
)
from tests.services.statistics.obvious_figures import (
    find_facts,
    obvious_remembered,
    obvious_review_figures,
)
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    StudyDriver,
    basic_note,
    rate_cards,
    save_deck,
)


@pytest.fixture(autouse=True, scope="module")
def keep_totals_of_short_pasts() -> Iterator[None]:
    """Keep totals of all days but the last three, even if they are few."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(past_totals, "_NEWEST_DAYS", 2)
        patch.setattr(past_totals, "_MAX_ROWS", 0)
        yield


def scope(selection: Selection, period: Period = Period.ALL) -> Scope:
    return Scope(selection, DECKS, period)


def assert_figures_are_right(driver: StudyDriver) -> None:
    clock, today = driver.time.clock(), driver.time.clock().today()
    found = find_facts(driver.collection, SCHEDULER, clock)
    with driver.collection.read_transaction() as connection:
        assert {card: load_facts(connection, card) for card in found} == found
        assert totals.are_consistent(connection)
        assert are_past_totals_consistent(connection)
        assert card_counts.are_consistent(connection)
        present = frozenset(
            map(CardId._make, connection.execute("SELECT deck, note, ordinal FROM card WHERE present = 1"))
        )
    some = sorted(found)[::2]
    for selection, cards in (
        (AllCards(), set(found)),
        (CardsOfDecks(("deck",)), {card for card in found if card.deck_id == "deck"}),
        (CardsOfDecks(DECKS), set(found)),
        (FoundCards(tuple(some)), set(some)),
    ):
        chosen = {card: found[card] for card in sorted(cards)}
        for period in (Period.ALL, Period.MONTH):
            figures = load_review_figures(driver.collection, scope(selection, period), clock)
            expected = obvious_review_figures(chosen, today, first_day_of(period, today), present)
            assert_same(figures, expected)
        memory = load_memory_figures(driver.collection, scope(selection), clock)
        assert memory.remembered_by_day == pytest.approx(obvious_remembered(chosen, today, SCHEDULER))


def assert_same(figures: ReviewFigures, expected: ReviewFigures) -> None:
    nothing = Calibration((), 0, None, None)
    assert figures._replace(model=nothing) == expected._replace(model=nothing)
    assert figures.model.reviews == expected.model.reviews
    assert figures.model.log_loss == pytest.approx(expected.model.log_loss, abs=1e-6)
    assert figures.model.rmse == pytest.approx(expected.model.rmse, abs=1e-6)
    for bin_found, bin_expected in zip(figures.model.bins, expected.model.bins, strict=True):
        assert bin_found == pytest.approx(bin_expected, abs=1e-6)


@settings(max_examples=60)
@given(st.lists(more_actions, min_size=20, max_size=60))
@example([*REVIEWED, "move", "update", "undo", "update", "redo"])
@example([*REVIEWED, 400 * DAY, GOOD, GOOD, "load", -400 * DAY, DAY, "correct", "load", "undo"])
@example([*REVIEWED, 40 * DAY, "load", AGAIN, GOOD, "load", 40 * DAY, "load", "undo"])
@example([*REVIEWED, "import", "load", "rebuild", GOOD, 40 * DAY, "import"])
@example([*REVIEWED, 40 * DAY, "load", "suspend", 40 * DAY, "restore", "load", "forget", GOOD])
def test_figures_are_those_of_the_journal(random_actions: list[Action]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        perform_all(driver, random_actions)
        assert_figures_are_right(driver)
        driver.close()


def test_rating_makes_facts_outdated_until_the_update(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    update_facts(driver.collection, driver.time.clock())
    assert are_facts_up_to_date(driver.collection)
    rate_cards(driver.start_session(), GOOD)
    assert not are_facts_up_to_date(driver.collection)
    update_facts(driver.collection, driver.time.clock())
    assert are_facts_up_to_date(driver.collection)
    assert_figures_are_right(driver)


def test_other_parameters_make_facts_outdated(driver: StudyDriver) -> None:
    update_facts(driver.collection, driver.time.clock())
    assert are_facts_up_to_date(driver.collection)
    with driver.collection.transaction() as connection:
        use_imported(connection, (*Scheduler().parameters[:20], 0.2), driver.time.now)
    assert not are_facts_up_to_date(driver.collection)


def test_rebuild_forgets_the_facts(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD)
    update_facts(driver.collection, driver.time.clock())
    driver.collection.connection.execute("UPDATE review_fact SET hour = 1 - hour")
    assert not check_collection(driver.collection).are_totals_consistent
    assert not rebuild_schedules(driver.collection).are_totals_consistent
    assert not are_facts_up_to_date(driver.collection)
    update_facts(driver.collection, driver.time.clock())
    assert check_collection(driver.collection).are_totals_consistent
    assert_figures_are_right(driver)


def store_each_card_in_a_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_updating, "_CARDS_PER_STEP", 1)
    monkeypatch.setattr(fact_updating, "_FACTS_PER_TRANSACTION", 0)


def test_others_can_write_while_all_facts_are_computed(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD, GOOD)
    driver.start_other_session()
    other = driver.other_collections[0]
    other.set_busy_timeout(0)
    computed: list[int] = []

    def write_elsewhere(history: Iterable[Entry | StudiedEntry], **options: Any) -> list[ReviewFact]:
        with other.transaction():
            computed.append(len(facts := facts_of_history(history, **options)))
        return facts

    monkeypatch.setattr(fact_updating, "facts_of_history", write_elsewhere)
    update_facts(driver.collection, driver.time.clock())
    assert sum(computed) == 2
    assert_figures_are_right(driver)


def test_others_can_write_while_all_totals_are_computed(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD, GOOD)
    driver.start_other_session()
    other = driver.other_collections[0]
    other.set_busy_timeout(0)
    can_write_by_statement: dict[str, bool] = {}

    def write_elsewhere(statement: str) -> None:
        try:
            with other.transaction():
                can_write_by_statement[statement] = True
        except StoreBusy:
            can_write_by_statement[statement] = False

    driver.collection.connection.set_trace_callback(write_elsewhere)
    update_facts(driver.collection, driver.time.clock())
    driver.collection.connection.set_trace_callback(None)
    from_facts = {
        statement: can_write
        for statement, can_write in can_write_by_statement.items()
        if "JOIN reviewed_card" in statement
    }
    assert len(from_facts) == len(totals.TABLES)
    assert all(from_facts.values())
    assert not all(can_write_by_statement.values())  # such as while the totals are stored


def test_facts_are_stored_in_several_transactions(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fact_updating, "_CARDS_PER_STEP", 1)
    monkeypatch.setattr(fact_updating, "_FACTS_PER_TRANSACTION", 2)
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD, GOOD, GOOD)
    driver.start_other_session()
    stored_counts: list[int] = []

    def count_stored(_done: int, _all: int) -> None:
        rows = driver.other_collections[0].connection.execute("SELECT count(*) FROM review_fact")
        stored_counts.append(rows.fetchone()[0])

    update_facts(driver.collection, driver.time.clock(), count_stored)
    assert stored_counts == [0, 2, 3]


def test_interrupted_first_update_starts_over(driver: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    store_each_card_in_a_transaction(monkeypatch)
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD, GOOD)

    def stop(done: int, _: int) -> None:
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        update_facts(driver.collection, driver.time.clock(), stop)
    assert not are_facts_up_to_date(driver.collection)
    assert check_collection(driver.collection).are_totals_consistent  # there are none yet
    update_facts(driver.collection, driver.time.clock())
    assert_figures_are_right(driver)


def test_many_changed_cards_are_stored_anew(driver: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_updating, "_FEW_CARDS", 1)
    save_deck(driver.collection, NOTES)
    for _ in range(2):
        rate_cards(driver.start_session(), GOOD, GOOD)
        update_facts(driver.collection, driver.time.clock())
        assert_figures_are_right(driver)


def test_update_ends_if_another_one_began(driver: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    store_each_card_in_a_transaction(monkeypatch)
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD, GOOD)
    driver.start_other_session()

    def update_elsewhere(done: int, _: int) -> None:
        if done == 1:
            update_facts(driver.other_collections[0], driver.time.clock())

    with pytest.raises(StoreBusy):
        update_facts(driver.collection, driver.time.clock(), update_elsewhere)
    assert are_facts_up_to_date(driver.collection)
    assert_figures_are_right(driver)


def test_reset_card_is_no_longer_remembered(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), EASY)
    clock = driver.time.clock()
    for actions_since in ((), [CardAction(CardId("deck", "n00", 1), EntryKind.RESET)]):
        append_actions(driver.collection, actions_since, driver.time.now, clock.today())
        update_facts(driver.collection, clock)
        assert_figures_are_right(driver)


def test_wrong_totals_of_the_past_are_found_and_computed_anew(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    for _ in range(3):
        rate_cards(driver.start_session(), GOOD)
        driver.time.now += 2 * DAY
    update_facts(driver.collection, driver.time.clock())
    damage = "UPDATE past_total SET columns = zeroblob(length(columns))"
    assert driver.collection.connection.execute(damage).rowcount
    assert not check_collection(driver.collection).are_totals_consistent
    rebuild_schedules(driver.collection)
    update_facts(driver.collection, driver.time.clock())
    assert_figures_are_right(driver)


def test_cards_count_on_the_study_day_on_which_their_note_was_added(driver: StudyDriver) -> None:
    clock = driver.time.clock()
    starts_at = clock.day_start(clock.today()).timestamp()
    for number, at in enumerate((starts_at - 1, starts_at, starts_at + 899, starts_at + 900)):
        with driver.collection.transaction() as connection:
            added = [basic_note(f"n{name:02}") for name in range(number + 1)]
            notes.replace_all(connection, "deck", added, int(at))
    added_by_day = load_card_figures(driver.collection, scope(AllCards()), clock).added_by_day
    assert added_by_day == {clock.today() - 1: 1, clock.today(): 3}
