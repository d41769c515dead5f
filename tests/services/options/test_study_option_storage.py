"""Stored study options take effect in sessions."""

import pytest

from studyapp.core.notes.note import Note
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import load_option_overrides, load_study_options, set_option
from studyapp.services.study.daily_queue import build_daily_queue
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    MINUTE,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_prompt,
    rate_cards,
    save_deck,
)

_BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def _new_notes(driver: StudyDriver) -> list[str]:
    """IDs of the new notes in queue order."""
    queue = build_daily_queue(driver.collection, ["deck"], driver.time.clock().study_day(), _BOTH)
    return [card.note_id for card in queue.upcoming_cards if card in queue.new_cards]


def test_deck_options_override_global_options(driver: StudyDriver) -> None:
    assert load_study_options(driver.collection, "deck") == StudyOptions()
    set_option(driver.collection, ALL_DECKS, "new_a_day", "5")
    set_option(driver.collection, "deck", "retention", "85")
    assert load_study_options(driver.collection, "deck") == StudyOptions(
        new_per_day=5, desired_retention_percent=85
    )
    assert load_study_options(driver.collection, "other") == StudyOptions(new_per_day=5)
    set_option(driver.collection, "deck", "new_a_day", "7")
    set_option(driver.collection, "deck", "retention", None)
    assert load_option_overrides(driver.collection, "deck") == {"new_a_day": "7"}
    with pytest.raises(ValueError):
        set_option(driver.collection, "deck", "new_a_day", "many")
    for value in ("7", None):
        with pytest.raises(KeyError):
            set_option(driver.collection, "deck", "no_such_option", value)
    assert load_option_overrides(driver.collection, "deck") == {"new_a_day": "7"}


def test_deck_and_global_limits(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(9))
    save_deck(driver.collection, [basic_note(f"m{number}", "other") for number in range(9)], "other")
    set_option(driver.collection, ALL_DECKS, "new_a_day", "4")
    set_option(driver.collection, ALL_DECKS, "new_over_all", "6")
    set_option(driver.collection, "other", "new_a_day", "7")
    for decks, new in ((("deck",), 4), (("other",), 7), (("deck", "other"), 6)):
        assert expect_prompt(driver.start_session(_BOTH, None, *decks).show_next()).counts == CardCounts(
            new=new
        )


def test_deck_retention_and_steps(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    set_option(driver.collection, "deck", "learning_steps", "3")
    due_by_rating = expect_prompt(driver.start_session().show_next()).due_by_rating
    assert (due_by_rating[AGAIN].delay, due_by_rating[GOOD].due_at) == (3 * MINUTE, None)
    days = []
    for retention in ("80", "97"):
        set_option(driver.collection, "deck", "retention", retention)
        days.append(expect_prompt(driver.start_session().show_next()).due_by_rating[EASY].delay)
    assert days[0] > days[1]
    rate_cards(driver.start_session(), EASY)
    driver.time.now += 60 * DAY
    set_option(driver.collection, "deck", "relearning_steps", "")
    assert expect_prompt(driver.start_session().show_next()).due_by_rating[AGAIN].due_day is not None


def test_option_change_applies_from_next_card(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    expect_prompt(session.show_next())
    set_option(driver.collection, "deck", "learning_steps", "7")
    session.reveal()
    assert expect_prompt(session.bury()).due_by_rating[AGAIN].delay == 7 * MINUTE


def test_random_order_is_stable_within_a_day(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(12))
    set_option(driver.collection, "deck", "new_order", "random")
    first = expect_prompt(driver.start_session().show_next()).card.id
    assert expect_prompt(driver.start_session().show_next()).card.id == first
    firsts = set()
    for _ in range(8):
        firsts.add(expect_prompt(driver.start_session().show_next()).card.id)
        driver.time.now += DAY
    assert len(firsts) > 1


def test_new_card_waits_for_its_prerequisites(driver: StudyDriver) -> None:
    base, hidden = basic_note("base"), basic_note("hidden")
    dependent = Note("deck", "a", base.content, prerequisites=("deck/base", "deck/nowhere"))
    chain = Note("deck", "b", base.content, prerequisites=("deck/a",))
    save_deck(driver.collection, [dependent, chain, base, hidden])
    set_option(driver.collection, "deck", "new_order", "requirements")
    assert _new_notes(driver) == ["base", "hidden"]
    rate_cards(driver.start_session(), EASY)
    driver.time.now += DAY
    assert _new_notes(driver) == ["a", "b", "hidden"]
