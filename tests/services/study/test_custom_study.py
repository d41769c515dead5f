"""Sessions of the learner's own making: ahead, by tag and section, and practice that keeps nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.core.study.journal import EntryKind, Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.custom_study import load_card_filters, start_custom_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.session_start import start_session
from studyapp.services.study.study_session import StudySession
from studyapp.store import card_filters
from tests.services.samples import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    HARD,
    Desk,
    basic,
    basics,
    finished,
    go_through,
    prompt,
    rate,
    shelve,
)

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def chosen(desk: Desk, selection: CustomStudySelection) -> StudySession:
    return start_session(desk.collection, desk.time.clock(), ("deck",), BOTH, selection=selection)


def practice(desk: Desk, selection: CustomStudySelection) -> StudySession:
    return start_custom_session(desk.collection, desk.time.clock(), ("deck",), BOTH, selection)


def everything_on_disk(desk: Desk) -> list[str]:
    return list(desk.collection.connection.iterdump())


def asked(study: StudySession) -> list[str]:
    return [card.note_id for card in study._queue.queue.upcoming_cards]


def test_what_comes_due_on_the_next_days_is_asked_ahead(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    go_through(desk.study(), EASY, GOOD, EASY)
    assert asked(desk.study()) == []
    assert (
        asked(chosen(desk, CustomStudySelection(StudyScope.AHEAD, days_ahead=100))) == []
    )  # they were rated today
    desk.time.now += DAY
    study = chosen(desk, CustomStudySelection(StudyScope.AHEAD, days_ahead=100))
    assert sorted(asked(study)) == ["n00", "n02"]
    assert asked(chosen(desk, CustomStudySelection(StudyScope.AHEAD, days_ahead=1))) == []
    card = prompt(study.show_next()).card
    while card.note.id == "n01":  # on its steps, whose time has come
        card = prompt(rate(study, card.id, GOOD)).card
    rate(study, card.id, GOOD)
    assert card.note.id not in asked(study)
    assert study._recorder.tally.ratings[-1].rating is GOOD


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (CustomStudySelection(tags=frozenset({"x"})), ["a", "c"]),
        (CustomStudySelection(sections=frozenset({"2"})), ["b", "c"]),
        (CustomStudySelection(tags=frozenset({"x", "y"}), sections=frozenset({"2"})), ["b", "c"]),
        (CustomStudySelection(tags=frozenset({"nowhere"})), []),
        (CustomStudySelection(), ["a", "b", "c", "d"]),
    ],
)
def test_tags_and_sections_narrow_what_is_asked(
    desk: Desk, selection: CustomStudySelection, wanted: list[str]
) -> None:
    marked = {"a": (("x",), "1"), "b": (("y",), "2"), "c": (("x", "y"), "2"), "d": ((), "")}
    shelve(
        desk.collection, [basic(name, tags=tags, section=section) for name, (tags, section) in marked.items()]
    )
    assert asked(chosen(desk, selection)) == wanted
    assert sorted(asked(practice(desk, selection._replace(scope=StudyScope.ALL)))) == wanted
    with desk.collection.read_transaction() as connection:
        assert card_filters.tags(connection, ["deck"]) == ["x", "y"]
        assert load_card_filters(desk.collection, ["deck"]).sections == ("1", "2")
        assert card_filters.tags(connection, ["other"]) == []


def test_practice_asks_each_card_until_it_was_known_and_keeps_nothing(desk: Desk) -> None:
    shelve(desk.collection, basics(9))
    go_through(desk.study(), GOOD, EASY)
    before = everything_on_disk(desk)
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    shown = study.show_next()
    first = prompt(shown).card.note.id
    assert (prompt(shown).ratings, prompt(shown).due_by_rating) == ((AGAIN, GOOD), {})
    seen = []
    shown = rate(study, prompt(shown).card.id, AGAIN)
    while isinstance(shown.next_step, Prompt):
        seen.append(shown.next_step.card.note.id)
        shown = rate(study, shown.next_step.card.id, GOOD)
    assert sorted(seen) == [f"n{number:02}" for number in range(9)]
    assert seen.index(first) == 6
    assert (finished(shown).review_count, finished(shown).correct_count, finished(shown).extra_new_count) == (
        10,
        9,
        0,
    )
    assert everything_on_disk(desk) == before


def test_forgotten_today_are_practised(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    go_through(desk.study(), AGAIN, GOOD, AGAIN, EASY)
    study = practice(desk, CustomStudySelection(StudyScope.FORGOTTEN_TODAY))
    assert sorted(asked(study)) == ["n00", "n02"]
    desk.study().undo()
    desk.study().undo()
    assert asked(practice(desk, CustomStudySelection(StudyScope.FORGOTTEN_TODAY))) == ["n00"]
    desk.time.now += DAY
    assert asked(practice(desk, CustomStudySelection(StudyScope.FORGOTTEN_TODAY))) == []


def test_practice_refuses_what_it_does_not_offer_and_what_is_not_revealed(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    card = prompt(study.show_next()).card.id
    assert not study.rate(card, GOOD).is_applied
    study.reveal()
    assert not study.rate(card, HARD).is_applied
    assert study.rate(card, GOOD).is_applied


def test_undo_in_practice_never_reaches_what_was_done_before_it(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    go_through(desk.study(), GOOD)
    before = everything_on_disk(desk)
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    assert not study.undo().is_applied
    card = prompt(study.show_next()).card.id
    rate(study, card, GOOD)
    assert prompt(study.undo()).card.id == card
    assert not study.undo().is_applied
    assert everything_on_disk(desk) == before


def test_a_card_suspended_in_practice_stays_away_until_it_is_brought_back(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    first = prompt(study.show_next()).card.id
    rate(study, first, GOOD)
    second = prompt(study.show_next()).card.id
    assert prompt(study.suspend()).card.id not in (first, second)
    assert prompt(study.undo()).card.id == second
    assert not study.undo().is_applied


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.sampled_from((AGAIN, GOOD, "undo", "redo")), max_size=30))
def test_undoing_all_of_a_practice_leads_back_to_its_beginning(desk: Desk, steps: list[Rating | str]) -> None:
    shelve(desk.collection, basics(5))
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    first, queue = prompt(study.show_next()).card.id, study._queue.queue
    for step in steps:
        shown = study.show_next().next_step
        if step == "undo":
            study.undo()
        elif step == "redo":
            study.redo()
        elif isinstance(shown, Prompt) and isinstance(step, Rating):
            rate(study, shown.card.id, step)
    while study.undo().is_applied:
        pass
    assert prompt(study.show_next()).card.id == first
    assert (study._queue.queue, list(study._recorder.tally.ratings)) == (queue, [])


def test_with_nothing_on_screen_practice_puts_nothing_away_and_takes_nothing_back(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    go_through(desk.study(), EASY)
    before = everything_on_disk(desk)
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    finished(rate(study, prompt(study.show_next()).card.id, GOOD))
    study.suspend()
    study.bury()
    assert prompt(study.undo()).card.note.id == "n00"
    assert not study.undo().is_applied
    assert everything_on_disk(desk) == before


def test_undo_in_practice_goes_over_ratings_and_flags_in_their_order(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    first = prompt(study.show_next()).card.id
    second = prompt(rate(study, first, GOOD)).card.id
    assert study.toggle_flag(2).flag == 2
    undone = study.undo()
    assert undone.entry is not None
    assert (undone.entry.kind, prompt(undone).card.id, prompt(undone).flag) == (EntryKind.FLAG, second, 0)
    assert prompt(study.undo()).card.id == first
    assert not study.undo().is_applied
    assert prompt(study.redo()).card.id == second


def test_a_card_put_off_in_practice_does_not_come_again(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = practice(desk, CustomStudySelection(StudyScope.ALL))
    first = prompt(study.show_next()).card.id
    other = prompt(study.bury()).card.id
    assert first != other
    assert finished(rate(study, other, GOOD)).review_count == 1
