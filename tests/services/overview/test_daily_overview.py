from pathlib import Path

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note, Term
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.services.overview.statistics import load_statistics
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_prompt,
    rate_cards,
    save_deck,
)

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL
LIBRARY = Library(
    (LibraryDeck(DeckMetadata("deck", LocalizedText.language_neutral("Deck")), Path("deck.yaml")),)
)


def test_first_day_has_no_history(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(30))
    overview = load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH)
    assert (overview.has_history, overview.average_rating_ms) == (False, None)
    assert (overview.reviews_today, overview.time_today_ms) == (0, 0)
    assert overview.counts == CardCounts(new=20)
    assert (overview.decks[0].learned_count, overview.decks[0].card_count) == (0, 30)
    assert overview.week_forecast == (20, 0, 0, 0, 0, 0, 0)


def test_total_respects_global_limit_and_decks_show_their_own(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(30))
    save_deck(driver.collection, [basic_note(f"m{number}", "other") for number in range(15)], "other")
    library_decks = (
        LibraryDeck(DeckMetadata(name, LocalizedText.language_neutral(name)), Path(f"{name}.yaml"))
        for name in ("deck", "other")
    )
    overview = load_daily_overview(
        driver.collection, Library(tuple(library_decks)), driver.time.clock(), BOTH
    )
    assert [row.counts.new for row in overview.decks] == [20, 15]
    assert overview.counts == CardCounts(new=20)
    assert overview.week_forecast[0] == 20


def test_todays_counts_exclude_undone_ratings(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(30))
    session = driver.start_session()
    rate_cards(session, EASY, AGAIN, EASY)
    session.undo()
    overview = load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH)
    assert (overview.reviews_today, overview.has_history, overview.average_rating_ms) == (
        2,
        True,
        overview.time_today_ms / 2,
    )
    assert overview.counts == CardCounts(new=18, learning=1)
    assert overview.decks[0].learned_count == 1


def test_forecast_matches_previewed_due_day(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    session = driver.start_session()
    days = expect_prompt(session.show_next()).due_by_rating[EASY].delay
    rate_cards(session, EASY)
    driver.time.now += (days - 3) * DAY
    overview = load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH)
    assert overview.week_forecast == (0, 0, 0, 1, 0, 0, 0)
    driver.time.now += 5 * DAY
    assert load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH).week_forecast[0] == 1


def test_statistics_match_actions(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(4))
    session = driver.start_session()
    rate_cards(session, EASY, AGAIN)
    session.suspend()
    overview = load_statistics(driver.collection, ["deck"], driver.time.clock(), BOTH)
    assert overview == {
        "notes": 4,
        "cards": 4,
        "new": 1,
        "learning": 1,
        "due": 0,
        "suspended": 1,
        "reviews": 2,
    }


def test_finished_deck_shows_days_until_next(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    assert (
        load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH).decks[0].days_until_next
        is None
    )
    session = driver.start_session()
    days = expect_prompt(session.show_next()).due_by_rating[EASY].delay
    rate_cards(session, EASY)
    assert (
        load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH).decks[0].days_until_next
        == days
    )


def test_reviews_beyond_daily_limit_are_forecast_for_tomorrow(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    rate_cards(driver.start_session(), EASY, EASY, EASY)
    set_option(driver.collection, "deck", "reviews_a_day", "2")
    driver.time.now += 100 * DAY
    assert load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH).week_forecast[:2] == (
        2,
        1,
    )


def test_card_count_uses_deck_languages(driver: StudyDriver) -> None:
    term = Term(
        LocalizedText.language_neutral("a"),
        LocalizedText.language_neutral("b"),
        LocalizedText((("zh-Hant", "詞"),)),
    )
    save_deck(driver.collection, [Note("deck", "term", term)])
    assert load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH).decks[0].card_count == 3
    set_option(driver.collection, "deck", "languages", "en")
    assert load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH).decks[0].card_count == 2
    set_option(driver.collection, "deck", "languages", "en:zh-Hant")
    assert (
        load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), CardLanguages.ENGLISH)
        .decks[0]
        .card_count
        == 3
    )
