from pathlib import Path

from studyapp.core.notes.deck import DeckHead
from studyapp.core.notes.note import Note, Term
from studyapp.core.study.study_queue import Counts
from studyapp.core.text.localized_text import LanguageChoice, Text
from studyapp.services.library.deck_library import KnownDeck, Library
from studyapp.services.options.study_options import choose
from studyapp.services.overview.daily_overview import overview
from studyapp.services.overview.statistics import statistics
from tests.services.samples import AGAIN, DAY, EASY, Desk, basic, basics, go_through, prompt, shelve

BOTH = LanguageChoice.BOTH
LIBRARY = Library((KnownDeck(DeckHead("deck", Text.plain("Deck")), Path("deck.yaml")),))


def test_a_first_day_has_no_history(desk: Desk) -> None:
    shelve(desk.collection, basics(30))
    found = overview(desk.collection, LIBRARY, desk.time.clock(), BOTH)
    assert (found.has_history, found.pace) == (False, None)
    assert (found.reviews_today, found.took_today) == (0, 0)
    assert found.counts == Counts(new=20)
    assert (found.decks[0].learned, found.decks[0].cards) == (0, 30)
    assert found.week == (20, 0, 0, 0, 0, 0, 0)


def test_all_decks_together_ask_for_a_day_and_each_for_itself(desk: Desk) -> None:
    shelve(desk.collection, basics(30))
    shelve(desk.collection, [basic(f"m{number}", "other") for number in range(15)], "other")
    heads = (KnownDeck(DeckHead(name, Text.plain(name)), Path(f"{name}.yaml")) for name in ("deck", "other"))
    found = overview(desk.collection, Library(tuple(heads)), desk.time.clock(), BOTH)
    assert [row.counts.new for row in found.decks] == [20, 15]
    assert found.counts == Counts(new=20)
    assert found.week[0] == 20


def test_the_day_is_counted_as_it_goes_without_what_was_undone(desk: Desk) -> None:
    shelve(desk.collection, basics(30))
    study = desk.study()
    go_through(study, EASY, AGAIN, EASY)
    study.undo()
    found = overview(desk.collection, LIBRARY, desk.time.clock(), BOTH)
    assert (found.reviews_today, found.has_history, found.pace) == (2, True, found.took_today / 2)
    assert found.counts == Counts(new=18, learning=1)
    assert found.decks[0].learned == 1


def test_the_forecast_shows_what_the_button_promised(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    study = desk.study()
    days = prompt(study.next()).dues[EASY].wait
    go_through(study, EASY)
    desk.time.now += (days - 3) * DAY
    found = overview(desk.collection, LIBRARY, desk.time.clock(), BOTH)
    assert found.week == (0, 0, 0, 1, 0, 0, 0)
    desk.time.now += 5 * DAY
    assert overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).week[0] == 1


def test_the_totals_agree_with_what_was_done(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    study = desk.study()
    go_through(study, EASY, AGAIN)
    study.suspend()
    found = statistics(desk.collection, ["deck"], desk.time.clock(), BOTH)
    assert found == {"notes": 4, "cards": 4, "new": 1, "learning": 1, "due": 0, "suspended": 1, "reviews": 2}


def test_where_nothing_is_left_the_next_day_is_named(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    assert overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].next_in is None
    study = desk.study()
    days = prompt(study.next()).dues[EASY].wait
    go_through(study, EASY)
    assert overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].next_in == days


def test_what_goes_beyond_todays_limits_comes_tomorrow(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    go_through(desk.study(), EASY, EASY, EASY)
    choose(desk.collection, "deck", "reviews_a_day", "2")
    desk.time.now += 100 * DAY
    assert overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).week[:2] == (2, 1)


def test_a_deck_is_counted_in_its_own_languages(desk: Desk) -> None:
    term = Term(Text.plain("a"), Text.plain("b"), Text((("zh-Hant", "詞"),)))
    shelve(desk.collection, [Note("deck", "term", term)])
    assert overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].cards == 3
    choose(desk.collection, "deck", "languages", "en")
    assert overview(desk.collection, LIBRARY, desk.time.clock(), BOTH).decks[0].cards == 2
    choose(desk.collection, "deck", "languages", "en:zh-Hant")
    assert overview(desk.collection, LIBRARY, desk.time.clock(), LanguageChoice.ENGLISH).decks[0].cards == 3
