from pathlib import Path

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note, Term
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.services.options.study_options import set_option
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.services.overview.statistics import load_statistics
from tests.services.samples import AGAIN, DAY, EASY, Desk, basic, basics, go_through, prompt, shelve

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL
LIBRARY = Library(
    (LibraryDeck(DeckMetadata("deck", LocalizedText.language_neutral("Deck")), Path("deck.yaml")),)
)


def test_a_first_day_has_no_history(desk: Desk) -> None:
    shelve(desk.collection, basics(30))
    found = load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH)
    assert (found.has_history, found.average_rating_ms) == (False, None)
    assert (found.reviews_today, found.time_today_ms) == (0, 0)
    assert found.counts == CardCounts(new=20)
    assert (found.decks[0].learned_count, found.decks[0].card_count) == (0, 30)
    assert found.week_forecast == (20, 0, 0, 0, 0, 0, 0)


def test_all_decks_together_ask_for_a_day_and_each_for_itself(desk: Desk) -> None:
    shelve(desk.collection, basics(30))
    shelve(desk.collection, [basic(f"m{number}", "other") for number in range(15)], "other")
    heads = (
        LibraryDeck(DeckMetadata(name, LocalizedText.language_neutral(name)), Path(f"{name}.yaml"))
        for name in ("deck", "other")
    )
    found = load_daily_overview(desk.collection, Library(tuple(heads)), desk.time.clock(), BOTH)
    assert [row.counts.new for row in found.decks] == [20, 15]
    assert found.counts == CardCounts(new=20)
    assert found.week_forecast[0] == 20


def test_the_day_is_counted_as_it_goes_without_what_was_undone(desk: Desk) -> None:
    shelve(desk.collection, basics(30))
    study = desk.study()
    go_through(study, EASY, AGAIN, EASY)
    study.undo()
    found = load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH)
    assert (found.reviews_today, found.has_history, found.average_rating_ms) == (
        2,
        True,
        found.time_today_ms / 2,
    )
    assert found.counts == CardCounts(new=18, learning=1)
    assert found.decks[0].learned_count == 1


def test_the_forecast_shows_what_the_button_promised(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    study = desk.study()
    days = prompt(study.show_next()).due_by_rating[EASY].delay
    go_through(study, EASY)
    desk.time.now += (days - 3) * DAY
    found = load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH)
    assert found.week_forecast == (0, 0, 0, 1, 0, 0, 0)
    desk.time.now += 5 * DAY
    assert load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).week_forecast[0] == 1


def test_the_totals_agree_with_what_was_done(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    study = desk.study()
    go_through(study, EASY, AGAIN)
    study.suspend()
    found = load_statistics(desk.collection, ["deck"], desk.time.clock(), BOTH)
    assert found == {"notes": 4, "cards": 4, "new": 1, "learning": 1, "due": 0, "suspended": 1, "reviews": 2}


def test_where_nothing_is_left_the_next_day_is_named(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    assert (
        load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].days_until_next
        is None
    )
    study = desk.study()
    days = prompt(study.show_next()).due_by_rating[EASY].delay
    go_through(study, EASY)
    assert (
        load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].days_until_next
        == days
    )


def test_what_goes_beyond_todays_limits_comes_tomorrow(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    go_through(desk.study(), EASY, EASY, EASY)
    set_option(desk.collection, "deck", "reviews_a_day", "2")
    desk.time.now += 100 * DAY
    assert load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).week_forecast[:2] == (2, 1)


def test_a_deck_is_counted_in_its_own_languages(desk: Desk) -> None:
    term = Term(
        LocalizedText.language_neutral("a"),
        LocalizedText.language_neutral("b"),
        LocalizedText((("zh-Hant", "詞"),)),
    )
    shelve(desk.collection, [Note("deck", "term", term)])
    assert load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].card_count == 3
    set_option(desk.collection, "deck", "languages", "en")
    assert load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].card_count == 2
    set_option(desk.collection, "deck", "languages", "en:zh-Hant")
    assert (
        load_daily_overview(desk.collection, LIBRARY, desk.time.clock(), CardLanguages.ENGLISH)
        .decks[0]
        .card_count
        == 3
    )
