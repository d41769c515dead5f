"""Facts, totals and what is kept of them are those of the whole journal, however and whenever it changed."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.calibration import Calibration
from studyapp.core.statistics.periods import Period, first_day_of
from studyapp.core.statistics.report import ReviewFigures
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.journal.journal_writing import CardAction, append_actions, append_in_transaction
from studyapp.services.journal.note_moves import KeyChange, update_moved_notes
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.services.journal.time_correction import correct_times
from studyapp.services.overview.doctor import check_collection, rebuild_schedules
from studyapp.services.statistics import fact_updating
from studyapp.services.statistics.fact_updating import are_facts_up_to_date, update_facts
from studyapp.services.statistics.statistics_loading import (
    Scope,
    load_card_figures,
    load_memory_figures,
    load_review_figures,
)
from studyapp.store import journal_entries, notes
from studyapp.store.counts import card_counts
from studyapp.store.errors import StoreBusy
from studyapp.store.statistics import past_totals, totals
from studyapp.store.statistics.past_totals import are_past_totals_consistent
from studyapp.store.statistics.review_facts import load_facts
from tests.services.random_actions import Action, actions, perform
from tests.services.statistics.obvious_figures import (
    find_facts,
    obvious_card_figures,
    obvious_remembered,
    obvious_review_figures,
)
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    MINUTE,
    StudyDriver,
    basic_note,
    basic_notes,
    rate_cards,
    save_deck,
)

SCHEDULER = Scheduler()
NOTES = basic_notes(4)
DECKS = ("deck", "other")
CLOCK_CHANGES = (400 * DAY, -400 * DAY, 36_525 * DAY)


@pytest.fixture(autouse=True, scope="module")
def keep_totals_of_short_pasts() -> Iterator[None]:
    """Keep totals of all days but the last three, even if they are few."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(past_totals, "_NEWEST_DAYS", 2)
        patch.setattr(past_totals, "_MAX_ROWS", 0)
        yield


more_actions: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from(Rating),
    st.sampled_from((MINUTE, DAY, 3 * DAY, 40 * DAY)),
    st.sampled_from(("update", "load", "load")),
    st.sampled_from(("undo", "redo", "forget", "suspend", "set due 9", "restore")),
    st.sampled_from(("import", "move", "move", "correct", "rebuild", "remove")),
    actions,
    st.sampled_from(CLOCK_CHANGES),
)


def apply(driver: StudyDriver, action: Action, number: int) -> bool:
    """Do what isn't an action of a session; return whether it was one of these."""
    match action:
        case "update" | "load":
            update_facts(driver.collection, SCHEDULER, driver.time.clock())
            if action == "load":  # keeps expected numbers
                load_memory_figures(driver.collection, scope(AllCards()), driver.time.clock(), SCHEDULER)
        case "import":
            import_reviews(driver, number)
        case "move":
            move_note(driver, number)
        case "correct":
            correct_times(driver.collection, driver.time.clock(), SCHEDULER)
        case "rebuild":
            rebuild_schedules(driver.collection, SCHEDULER)
        case "remove":
            save_deck(driver.collection, NOTES[: number % 4])
        case "restore":
            restore_all(driver)
        case _:
            return False
    return True


def restore_all(driver: StudyDriver) -> None:
    """Restore all suspended cards."""
    with driver.collection.read_transaction() as connection:
        cards = [
            CardId(*row)
            for row in connection.execute("SELECT deck, note, ordinal FROM schedule WHERE suspended")
        ]
    restored = [CardAction(card, EntryKind.RESTORE) for card in cards]
    append_actions(driver.collection, restored, driver.time.now, driver.time.clock().today(), SCHEDULER)


def import_reviews(driver: StudyDriver, number: int) -> None:
    """Add reviews that were done elsewhere, in the past."""
    card = CardId("deck", f"n{number % 5:02}", 1)
    clock, at = driver.time.clock(), driver.time.now - number * DAY
    day = clock.study_day().day_of(at)
    entries = [
        Entry(EntryId(f"anki:{number}", 1), at, day, card, EntryKind.REVIEW, Rating.HARD, due_day=day + 2),
        Entry(EntryId(f"anki:{number}", 2), at + 1, day, card, EntryKind.REVIEW, Rating.AGAIN, due_at=at + 9),
    ]
    with driver.collection.transaction() as connection:
        if journal_entries.append_missing(connection, entries):
            rebuild_cards(driver.collection, [card], SCHEDULER)


def move_note(driver: StudyDriver, number: int) -> None:
    """Move a note from one deck to the other, or back."""
    source, target = DECKS if number % 2 else DECKS[::-1]
    name = f"n{number % 3:02}"
    action = CardAction(CardId(source, name, WHOLE_NOTE), EntryKind.MOVE_NOTE, moved_to=f"{target}/{name}")
    with driver.collection.transaction():
        append_in_transaction(
            driver.collection, [action], driver.time.now, driver.time.clock().today(), SCHEDULER
        )
        update_moved_notes(driver.collection, [KeyChange(f"{source}/{name}", f"{target}/{name}")], SCHEDULER)


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
    for selection in (
        AllCards(),
        CardsOfDecks(("deck",)),
        CardsOfDecks(DECKS),
        FoundCards(tuple(sorted(found)[::2])),
    ):
        chosen = {card: facts for card, facts in sorted(found.items()) if is_chosen(card, selection)}
        for period in (Period.ALL, Period.MONTH):
            figures = load_review_figures(driver.collection, scope(selection, period), clock)
            expected = obvious_review_figures(chosen, today, first_day_of(period, today), present)
            assert_same(figures, expected)
        chosen_cards = frozenset(card for card in present if is_chosen(card, selection))
        expected_cards = obvious_card_figures(driver.collection, chosen_cards, clock, SCHEDULER)
        assert load_card_figures(driver.collection, scope(selection), clock, SCHEDULER) == expected_cards
        memory = load_memory_figures(driver.collection, scope(selection), clock, SCHEDULER)
        assert memory.remembered_by_day == pytest.approx(obvious_remembered(chosen, today, SCHEDULER))


def is_chosen(card: CardId, selection: Selection) -> bool:
    match selection:
        case AllCards():
            return True
        case CardsOfDecks(decks):
            return card.deck_id in decks
        case FoundCards(cards):
            return card in cards


def assert_same(figures: ReviewFigures, expected: ReviewFigures) -> None:
    nothing = Calibration((), 0, None, None)
    assert figures._replace(model=nothing) == expected._replace(model=nothing)
    assert figures.model.reviews == expected.model.reviews
    assert figures.model.log_loss == pytest.approx(expected.model.log_loss, abs=1e-6)
    assert figures.model.rmse == pytest.approx(expected.model.rmse, abs=1e-6)
    for bin_found, bin_expected in zip(figures.model.bins, expected.model.bins, strict=True):
        assert bin_found == pytest.approx(bin_expected, abs=1e-6)


REVIEWED = [GOOD, GOOD, DAY, GOOD, AGAIN, 3 * DAY, GOOD, EASY, "load"]


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
        save_deck(driver.collection, NOTES)
        save_deck(driver.collection, [basic_note("n00", "other"), basic_note("n01", "other")], "other")
        session = driver.start_session()
        for number, action in enumerate(random_actions):
            if apply(driver, action, number):
                session = driver.start_session()
            else:
                session = perform(driver, session, action)
        update_facts(driver.collection, SCHEDULER, driver.time.clock())
        assert_figures_are_right(driver)
        driver.close()


def test_rating_makes_facts_outdated_until_the_update(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    assert are_facts_up_to_date(driver.collection, SCHEDULER)
    rate_cards(driver.start_session(), GOOD)
    assert not are_facts_up_to_date(driver.collection, SCHEDULER)
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    assert are_facts_up_to_date(driver.collection, SCHEDULER)
    assert_figures_are_right(driver)


def test_other_parameters_make_facts_outdated(driver: StudyDriver) -> None:
    parameters = list(SCHEDULER.parameters)
    parameters[0] += 0.1
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    assert not are_facts_up_to_date(driver.collection, Scheduler(parameters=tuple(parameters)))


def test_rebuild_forgets_the_facts(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD)
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    driver.collection.connection.execute("UPDATE review_fact SET hour = 1 - hour")
    assert not check_collection(driver.collection, SCHEDULER).are_totals_consistent
    assert not rebuild_schedules(driver.collection, SCHEDULER).are_totals_consistent
    assert not are_facts_up_to_date(driver.collection, SCHEDULER)
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    assert check_collection(driver.collection, SCHEDULER).are_totals_consistent
    assert_figures_are_right(driver)


def test_interrupted_first_update_starts_over(driver: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_updating, "_CARDS_PER_TRANSACTION", 1)
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD, GOOD)

    def stop(done: int, _: int) -> None:
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        update_facts(driver.collection, SCHEDULER, driver.time.clock(), stop)
    assert not are_facts_up_to_date(driver.collection, SCHEDULER)
    assert check_collection(driver.collection, SCHEDULER).are_totals_consistent  # there are none yet
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    assert_figures_are_right(driver)


def test_many_changed_cards_are_stored_anew(driver: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_updating, "_FEW_CARDS", 1)
    save_deck(driver.collection, NOTES)
    for _ in range(2):
        rate_cards(driver.start_session(), GOOD, GOOD)
        update_facts(driver.collection, SCHEDULER, driver.time.clock())
        assert_figures_are_right(driver)


def test_update_ends_if_another_one_began(driver: StudyDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_updating, "_CARDS_PER_TRANSACTION", 1)
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), GOOD, GOOD)
    driver.start_other_session()

    def update_elsewhere(done: int, _: int) -> None:
        if done == 1:
            update_facts(driver.other_collections[0], SCHEDULER, driver.time.clock())

    with pytest.raises(StoreBusy):
        update_facts(driver.collection, SCHEDULER, driver.time.clock(), update_elsewhere)
    assert are_facts_up_to_date(driver.collection, SCHEDULER)
    assert_figures_are_right(driver)


def test_reset_card_is_no_longer_remembered(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    rate_cards(driver.start_session(), EASY)
    clock = driver.time.clock()
    for actions_since in ((), [CardAction(CardId("deck", "n00", 1), EntryKind.RESET)]):
        append_actions(driver.collection, actions_since, driver.time.now, clock.today(), SCHEDULER)
        update_facts(driver.collection, SCHEDULER, clock)
        assert_figures_are_right(driver)


def test_wrong_totals_of_the_past_are_found_and_computed_anew(driver: StudyDriver) -> None:
    save_deck(driver.collection, NOTES)
    for _ in range(3):
        rate_cards(driver.start_session(), GOOD)
        driver.time.now += 2 * DAY
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    damage = "UPDATE past_total SET columns = zeroblob(length(columns))"
    assert driver.collection.connection.execute(damage).rowcount
    assert not check_collection(driver.collection, SCHEDULER).are_totals_consistent
    rebuild_schedules(driver.collection, SCHEDULER)
    update_facts(driver.collection, SCHEDULER, driver.time.clock())
    assert_figures_are_right(driver)


def test_cards_count_on_the_study_day_on_which_their_note_was_added(driver: StudyDriver) -> None:
    clock = driver.time.clock()
    starts_at = clock.day_start(clock.today()).timestamp()
    for number, at in enumerate((starts_at - 1, starts_at, starts_at + 899, starts_at + 900)):
        with driver.collection.transaction() as connection:
            added = [basic_note(f"n{name:02}") for name in range(number + 1)]
            notes.replace_all(connection, "deck", added, int(at))
    added_by_day = load_card_figures(driver.collection, scope(AllCards()), clock, SCHEDULER).added_by_day
    assert added_by_day == {clock.today() - 1: 1, clock.today(): 3}
