"""What the learner chose is what a session does."""

import pytest

from studyapp.core.notes.note import Note
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.study_options import load_option_overrides, load_study_options, set_option
from studyapp.services.study.daily_queue import build_daily_queue
from studyapp.store.settings import ALL_DECKS
from tests.services.samples import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    MINUTE,
    Desk,
    basic,
    basics,
    go_through,
    prompt,
    shelve,
)

_BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def _new_of(desk: Desk) -> list[str]:
    """The new notes of a session in their order."""
    queue = build_daily_queue(desk.collection, ["deck"], desk.time.clock().today(), _BOTH)
    return [card.note_id for card in queue.upcoming_cards if card in queue.new_cards]


def test_a_deck_has_the_options_of_all_but_for_its_own(desk: Desk) -> None:
    assert load_study_options(desk.collection, "deck") == StudyOptions()
    set_option(desk.collection, ALL_DECKS, "new_a_day", "5")
    set_option(desk.collection, "deck", "retention", "85")
    assert load_study_options(desk.collection, "deck") == StudyOptions(
        new_per_day=5, desired_retention_percent=85
    )
    assert load_study_options(desk.collection, "other") == StudyOptions(new_per_day=5)
    set_option(desk.collection, "deck", "new_a_day", "7")
    set_option(desk.collection, "deck", "retention", None)
    assert load_option_overrides(desk.collection, "deck") == {"new_a_day": "7"}
    with pytest.raises(ValueError):
        set_option(desk.collection, "deck", "new_a_day", "many")
    assert load_option_overrides(desk.collection, "deck") == {"new_a_day": "7"}


def test_limits_of_a_deck_and_of_all(desk: Desk) -> None:
    shelve(desk.collection, basics(9))
    shelve(desk.collection, [basic(f"m{number}", "other") for number in range(9)], "other")
    set_option(desk.collection, ALL_DECKS, "new_a_day", "4")
    set_option(desk.collection, ALL_DECKS, "new_over_all", "6")
    set_option(desk.collection, "other", "new_a_day", "7")
    for decks, new in ((("deck",), 4), (("other",), 7), (("deck", "other"), 6)):
        assert prompt(desk.study(_BOTH, None, *decks).show_next()).counts == CardCounts(new=new)


def test_retention_and_steps_of_a_deck(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    set_option(desk.collection, "deck", "learning_steps", "3")
    waits = prompt(desk.study().show_next()).due_by_rating
    assert (waits[AGAIN].delay, waits[GOOD].due_at) == (3 * MINUTE, None)
    days = []
    for retention in ("80", "97"):
        set_option(desk.collection, "deck", "retention", retention)
        days.append(prompt(desk.study().show_next()).due_by_rating[EASY].delay)
    assert days[0] > days[1]
    go_through(desk.study(), EASY)
    desk.time.now += 60 * DAY
    set_option(desk.collection, "deck", "relearning_steps", "")
    assert prompt(desk.study().show_next()).due_by_rating[AGAIN].due_day is not None


def test_a_change_holds_from_the_next_card_on(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    prompt(study.show_next())
    set_option(desk.collection, "deck", "learning_steps", "7")
    study.reveal()
    assert prompt(study.bury()).due_by_rating[AGAIN].delay == 7 * MINUTE


def test_at_random_is_the_same_all_day_and_another_tomorrow(desk: Desk) -> None:
    shelve(desk.collection, basics(12))
    set_option(desk.collection, "deck", "new_order", "random")
    first = prompt(desk.study().show_next()).card.id
    assert prompt(desk.study().show_next()).card.id == first
    firsts = set()
    for _ in range(8):
        firsts.add(prompt(desk.study().show_next()).card.id)
        desk.time.now += DAY
    assert len(firsts) > 1


def test_a_new_card_waits_for_what_it_requires(desk: Desk) -> None:
    base, hidden = basic("base"), basic("hidden")
    needs = Note("deck", "a", base.content, prerequisites=("deck/base", "deck/nowhere"))
    chain = Note("deck", "b", base.content, prerequisites=("deck/a",))
    shelve(desk.collection, [needs, chain, base, hidden])
    set_option(desk.collection, "deck", "new_order", "requirements")
    assert _new_of(desk) == ["base", "hidden"]
    go_through(desk.study(), EASY)
    desk.time.now += DAY
    assert _new_of(desk) == ["a", "b", "hidden"]
