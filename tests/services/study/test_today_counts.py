"""The numbers of today's cards are those of the queue, and the stored numbers are those of the cards."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import Card, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Basic, Cloze, Note, Reversed
from studyapp.core.rescheduling.due_range import DueRange
from studyapp.core.study.journal import effective_reviews
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, ReviewPhase
from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.journal.card_actions import set_due_dates
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.daily_overview import FORECAST_DAYS
from studyapp.services.study.card_loading import load_card
from studyapp.services.study.daily_queue import EXTRA_NEW_COUNT, build_daily_queue
from studyapp.services.study.today_counts import TodayCounter
from studyapp.store import journal_entries, schedules, session_card_queries
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts
from studyapp.store.stored_options import ALL_DECKS
from tests.services.random_actions import Action, actions, perform
from tests.services.study_driver import DAY, EASY, GOOD, HOUR, StudyDriver, basic_note, rate_cards, save_deck

DECKS = ("deck", "other")
NEVER = -1
"""A day on which no card is buried."""

LANGUAGES = CardLanguages.ENGLISH_AND_TRADITIONAL

ENGLISH_ONLY = LocalizedText((("en", "x"),))

NOTES = [
    *(basic_note(f"n{number}") for number in range(3)),
    Note("deck", "pair", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}} {{c3::z}}"))),
    Note("deck", "both", Reversed(LocalizedText.language_neutral("x"), LocalizedText.language_neutral("y"))),
    basic_note("late", prerequisites=("deck/pair", "other/m0")),
    Note("deck", "english", Basic(ENGLISH_ONLY, ENGLISH_ONLY)),
]
OTHER_NOTES = [
    *(basic_note(f"m{number}", "other") for number in range(2)),
    Note("other", "pair", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}}"))),
]

options = st.fixed_dictionaries(
    {},
    optional={
        "new_a_day": st.sampled_from(("0", "1", "2", "9")),
        "reviews_a_day": st.sampled_from(("0", "1", "3", "99")),
        "new_over_all": st.sampled_from(("0", "1", "3", "20")),
        "reviews_over_all": st.sampled_from(("0", "2", "4", "200")),
        "new_order": st.sampled_from(("deck", "requirements", "random", "varied")),
        "due_order": st.sampled_from(("due", "random", "retrievability")),
        "learning_steps": st.sampled_from(("1 10", "1 1d", "2d 3d", "20h")),
        "relearning_steps": st.sampled_from(("10", "1d", "30h")),
    },
)


def load_numbers_of_cards(collection: Collection) -> dict[tuple[object, ...], int]:
    """Count the cards one by one."""
    rows = collection.connection.execute(
        "SELECT card.deck, asked_in, coalesce(phase, 0), coalesce(suspended, 0), coalesce(due_day, 0) FROM card "
        "LEFT JOIN schedule USING (deck, note, ordinal) WHERE present = 1"
    ).fetchall()
    return {row: rows.count(row) for row in rows}


def count_one_by_one(
    collection: Collection, deck: str, languages: CardLanguages, day: StudyDay
) -> tuple[int, int, Counter[int]]:
    """Return the numbers of cards and of learned ones, and the forecast."""
    learned, due_by_day = 0, Counter[int]()
    cards = list(session_card_queries.available_cards(collection.connection, deck, NEVER, languages))
    suspended = [
        card
        for card, _ in session_card_queries.suspended_and_buried_cards(collection.connection, deck, NEVER)
        if is_available_in(expect_card(collection, card), languages)
    ]
    for card in (*cards, *suspended):
        phase = schedules.load(collection.connection, card).phase
        learned += isinstance(phase, ReviewPhase | RelearningPhase)
        if card in suspended:
            continue
        if isinstance(phase, ReviewPhase) and phase.due_day < day.number + FORECAST_DAYS:
            due_by_day[max(phase.due_day, day.number - 1)] += 1
        if isinstance(phase, LearningPhase | RelearningPhase):
            due_day = day.day_of(phase.due_at)
            due_by_day[due_day] += day.number < due_day < day.number + FORECAST_DAYS
    return len(cards) + len(suspended), learned, +due_by_day


def expect_card(collection: Collection, card: CardId) -> Card:
    found = load_card(collection, card)
    assert found is not None
    return found


def check_numbers(driver: StudyDriver) -> None:
    collection, day = driver.collection, driver.time.clock().study_day()
    for languages in (LANGUAGES, CardLanguages.TRADITIONAL_CHINESE):
        counter = TodayCounter(collection, DECKS, day, languages, FORECAST_DAYS - 1)
        for deck, numbers in counter.numbers_by_deck.items():
            counted = count_one_by_one(collection, deck, languages, day)
            assert (numbers.cards, numbers.learned, +numbers.due_by_day) == counted
    for decks in (DECKS, *((deck,) for deck in DECKS)):
        for languages in (LANGUAGES, CardLanguages.TRADITIONAL_CHINESE):
            queue = build_daily_queue(collection, decks, day, languages, varies_new_cards=False)
            counter = TodayCounter(collection, DECKS, day, languages)
            assert counter.count(decks) == queue.counts
            if not queue.counts.total:
                for extra in (1, EXTRA_NEW_COUNT):
                    queue = build_daily_queue(collection, decks, day, languages, extra_new=extra)
                    assert counter.count_extra_new(decks, extra) == queue.counts.new
    rows = collection.connection.execute("SELECT * FROM card_count")
    assert {row[:5]: row[5] for row in rows} == load_numbers_of_cards(collection)
    reviews = effective_reviews(journal_entries.load_for_day(collection.connection, day.number))
    duration_ms = sum(entry.duration_ms for entry in reviews)
    assert review_counts.load_totals_of_day(collection.connection, day.number) == (len(reviews), duration_ms)
    journals = journal_entries.iterate_by_card(collection.connection)
    expected = sum(len(effective_reviews(journal)) for _, journal in journals)
    assert review_counts.count_reviews(collection.connection) == expected


def stop_new_cards(driver: StudyDriver) -> None:
    """Set the limits so that the numbers tell all counts, and the queue is not built for them."""
    for deck in (ALL_DECKS, *DECKS):
        set_option(driver.collection, deck, "new_a_day", "0")


@settings(max_examples=150, deadline=None)
@given(options, options, st.lists(actions, max_size=25), st.lists(actions, max_size=10))
def test_numbers_equal_those_of_the_queue(
    texts: dict[str, str], texts_of_deck: dict[str, str], first: list[Action], second: list[Action]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        for name, text in texts.items():
            set_option(driver.collection, ALL_DECKS, name, text)
        for name, text in texts_of_deck.items():
            set_option(driver.collection, "deck", name, text)
        save_deck(driver.collection, NOTES)
        save_deck(driver.collection, OTHER_NOTES, "other")
        session = driver.start_session(LANGUAGES, None, *DECKS)
        for step in first:
            session = perform(driver, session, step)
        check_numbers(driver)
        save_deck(driver.collection, [*NOTES[1:4], *NOTES[5:]])
        for step in second:
            session = perform(driver, session, step)
        check_numbers(driver)
        save_deck(driver.collection, NOTES[::-1])
        check_numbers(driver)
        stop_new_cards(driver)
        check_numbers(driver)
        driver.close()


def test_due_card_waits_for_a_sibling_in_its_steps_or_rated_today(driver: StudyDriver) -> None:
    save_deck(driver.collection, [NOTES[3]])
    save_deck(driver.collection, OTHER_NOTES, "other")
    rate_cards(driver.start_session(), EASY)
    driver.time.now += DAY
    session = driver.start_session()
    for rating in (GOOD, EASY):
        rate_cards(session, rating)
        first = CardId("deck", "pair", 1)
        stop_new_cards(driver)
        set_due_dates(driver.collection, [first], DueRange(0, 0), driver.time.clock(), lambda _: 0)
        day = driver.time.clock().study_day()
        assert TodayCounter(driver.collection, DECKS, day, LANGUAGES).count(["deck"]).review == 0
        check_numbers(driver)
        set_option(driver.collection, "deck", "new_a_day", "9")
        driver.time.now += HOUR
    driver.time.now += DAY
    day = driver.time.clock().study_day()
    assert TodayCounter(driver.collection, DECKS, day, LANGUAGES).count(["deck"]).review == 1
    check_numbers(driver)


def test_new_cards_beyond_the_limits_of_several_decks(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic_note(f"n{number}") for number in range(2)])
    save_deck(driver.collection, [basic_note(f"m{number}", "other") for number in range(3)], "other")
    stop_new_cards(driver)
    counter = TodayCounter(driver.collection, DECKS, driver.time.clock().study_day(), LANGUAGES)
    assert [counter.count_extra_new(DECKS, at_most) for at_most in (1, 3, 5, 9)] == [1, 3, 5, 5]
