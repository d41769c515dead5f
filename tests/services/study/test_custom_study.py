"""Sessions of the learner's own making: ahead, by tag and section, and practice that keeps nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.study.custom_study_selection import Asked, Selection
from studyapp.core.study.journal import EntryKind, Rating
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.study.custom_study import custom_session, labels_of
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import Study, begin_study
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

BOTH = LanguageChoice.BOTH


def chosen(desk: Desk, selection: Selection) -> Study:
    return begin_study(desk.collection, desk.time.clock(), ("deck",), BOTH, selection=selection)


def practice(desk: Desk, selection: Selection) -> Study:
    return custom_session(desk.collection, desk.time.clock(), ("deck",), BOTH, selection)


def everything_on_disk(desk: Desk) -> list[str]:
    return list(desk.collection.connection.iterdump())


def asked(study: Study) -> list[str]:
    return [card.note for card in study._left.queue.waiting]


def test_what_comes_due_on_the_next_days_is_asked_ahead(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    go_through(desk.study(), EASY, GOOD, EASY)
    assert asked(desk.study()) == []
    assert asked(chosen(desk, Selection(Asked.AHEAD, days=100))) == []  # they were rated today
    desk.time.now += DAY
    study = chosen(desk, Selection(Asked.AHEAD, days=100))
    assert sorted(asked(study)) == ["n00", "n02"]
    assert asked(chosen(desk, Selection(Asked.AHEAD, days=1))) == []
    card = prompt(study.next()).card
    while card.note.id == "n01":  # on its steps, whose time has come
        card = prompt(rate(study, card.id, GOOD)).card
    rate(study, card.id, GOOD)
    assert card.note.id not in asked(study)
    assert study._recorder.tally.standing[-1].rating is GOOD


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(tags=frozenset({"x"})), ["a", "c"]),
        (Selection(sections=frozenset({"2"})), ["b", "c"]),
        (Selection(tags=frozenset({"x", "y"}), sections=frozenset({"2"})), ["b", "c"]),
        (Selection(tags=frozenset({"nowhere"})), []),
        (Selection(), ["a", "b", "c", "d"]),
    ],
)
def test_tags_and_sections_narrow_what_is_asked(desk: Desk, selection: Selection, wanted: list[str]) -> None:
    marked = {"a": (("x",), "1"), "b": (("y",), "2"), "c": (("x", "y"), "2"), "d": ((), "")}
    shelve(
        desk.collection, [basic(name, tags=tags, section=section) for name, (tags, section) in marked.items()]
    )
    assert asked(chosen(desk, selection)) == wanted
    assert sorted(asked(practice(desk, selection._replace(asked=Asked.ALL)))) == wanted
    with desk.collection.reading() as connection:
        assert card_filters.tags(connection, ["deck"]) == ["x", "y"]
        assert labels_of(desk.collection, ["deck"]).sections == ("1", "2")
        assert card_filters.tags(connection, ["other"]) == []


def test_practice_asks_each_card_until_it_was_known_and_keeps_nothing(desk: Desk) -> None:
    shelve(desk.collection, basics(9))
    go_through(desk.study(), GOOD, EASY)
    before = everything_on_disk(desk)
    study = practice(desk, Selection(Asked.ALL))
    shown = study.next()
    first = prompt(shown).card.note.id
    assert (prompt(shown).ratings, prompt(shown).dues) == ((AGAIN, GOOD), {})
    seen = []
    shown = rate(study, prompt(shown).card.id, AGAIN)
    while isinstance(shown.shown, Prompt):
        seen.append(shown.shown.card.note.id)
        shown = rate(study, shown.shown.card.id, GOOD)
    assert sorted(seen) == [f"n{number:02}" for number in range(9)]
    assert seen.index(first) == 6
    assert (finished(shown).rated, finished(shown).remembered, finished(shown).more_new) == (10, 9, 0)
    assert everything_on_disk(desk) == before


def test_forgotten_today_are_practised(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    go_through(desk.study(), AGAIN, GOOD, AGAIN, EASY)
    study = practice(desk, Selection(Asked.FORGOTTEN))
    assert sorted(asked(study)) == ["n00", "n02"]
    desk.study().undo()
    desk.study().undo()
    assert asked(practice(desk, Selection(Asked.FORGOTTEN))) == ["n00"]
    desk.time.now += DAY
    assert asked(practice(desk, Selection(Asked.FORGOTTEN))) == []


def test_practice_refuses_what_it_does_not_offer_and_what_is_not_revealed(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = practice(desk, Selection(Asked.ALL))
    card = prompt(study.next()).card.id
    assert not study.rate(card, GOOD).is_done
    study.reveal()
    assert not study.rate(card, HARD).is_done
    assert study.rate(card, GOOD).is_done


def test_undo_in_practice_never_reaches_what_was_done_before_it(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    go_through(desk.study(), GOOD)
    before = everything_on_disk(desk)
    study = practice(desk, Selection(Asked.ALL))
    assert not study.undo().is_done
    card = prompt(study.next()).card.id
    rate(study, card, GOOD)
    assert prompt(study.undo()).card.id == card
    assert not study.undo().is_done
    assert everything_on_disk(desk) == before


def test_a_card_suspended_in_practice_stays_away_until_it_is_brought_back(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = practice(desk, Selection(Asked.ALL))
    first = prompt(study.next()).card.id
    rate(study, first, GOOD)
    second = prompt(study.next()).card.id
    assert prompt(study.suspend()).card.id not in (first, second)
    assert prompt(study.undo()).card.id == second
    assert not study.undo().is_done


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.sampled_from((AGAIN, GOOD, "undo", "redo")), max_size=30))
def test_undoing_all_of_a_practice_leads_back_to_its_beginning(desk: Desk, steps: list[Rating | str]) -> None:
    shelve(desk.collection, basics(5))
    study = practice(desk, Selection(Asked.ALL))
    first, queue = prompt(study.next()).card.id, study._left.queue
    for step in steps:
        shown = study.next().shown
        if step == "undo":
            study.undo()
        elif step == "redo":
            study.redo()
        elif isinstance(shown, Prompt) and isinstance(step, Rating):
            rate(study, shown.card.id, step)
    while study.undo().is_done:
        pass
    assert prompt(study.next()).card.id == first
    assert (study._left.queue, list(study._recorder.tally.standing)) == (queue, [])


def test_with_nothing_on_screen_practice_puts_nothing_away_and_takes_nothing_back(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    go_through(desk.study(), EASY)
    before = everything_on_disk(desk)
    study = practice(desk, Selection(Asked.ALL))
    finished(rate(study, prompt(study.next()).card.id, GOOD))
    study.suspend()
    study.bury()
    assert prompt(study.undo()).card.note.id == "n00"
    assert not study.undo().is_done
    assert everything_on_disk(desk) == before


def test_undo_in_practice_goes_over_ratings_and_flags_in_their_order(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = practice(desk, Selection(Asked.ALL))
    first = prompt(study.next()).card.id
    second = prompt(rate(study, first, GOOD)).card.id
    assert study.flag(2).flag == 2
    undone = study.undo()
    assert undone.entry is not None
    assert (undone.entry.kind, prompt(undone).card.id, prompt(undone).flag) == (EntryKind.FLAG, second, 0)
    assert prompt(study.undo()).card.id == first
    assert not study.undo().is_done
    assert prompt(study.redo()).card.id == second


def test_a_card_put_off_in_practice_does_not_come_again(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = practice(desk, Selection(Asked.ALL))
    first = prompt(study.next()).card.id
    other = prompt(study.bury()).card.id
    assert first != other
    assert finished(rate(study, other, GOOD)).rated == 1
