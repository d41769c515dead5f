"""Custom study: ahead, by tag and section, and practice without saved ratings."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.custom.custom_study import create_custom_session, load_card_filters
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.store import card_filters
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    HARD,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_finished,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def start_selection(driver: StudyDriver, selection: CustomStudySelection) -> StudySession:
    return create_session(driver.collection, driver.time.clock(), ("deck",), BOTH, selection=selection)


def start_practice(driver: StudyDriver, selection: CustomStudySelection) -> StudySession:
    return create_custom_session(driver.collection, driver.time.clock(), ("deck",), BOTH, selection)


def database_dump(driver: StudyDriver) -> list[str]:
    return list(driver.collection.connection.iterdump())


def upcoming_notes(session: StudySession) -> list[str]:
    return [card.note_id for card in session._queue.queue.upcoming_cards]


def test_study_ahead_includes_cards_due_in_next_days(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    rate_cards(driver.start_session(), EASY, GOOD, EASY)
    assert upcoming_notes(driver.start_session()) == []
    assert (
        upcoming_notes(start_selection(driver, CustomStudySelection(StudyScope.AHEAD, days_ahead=100))) == []
    )  # already rated today
    driver.time.now += DAY
    session = start_selection(driver, CustomStudySelection(StudyScope.AHEAD, days_ahead=100))
    assert sorted(upcoming_notes(session)) == ["n00", "n02"]
    assert upcoming_notes(start_selection(driver, CustomStudySelection(StudyScope.AHEAD, days_ahead=1))) == []
    card = expect_prompt(session.show_next()).card
    while card.note.id == "n01":  # in learning and due
        card = expect_prompt(rate(session, card.id, GOOD)).card
    rate(session, card.id, GOOD)
    assert card.note.id not in upcoming_notes(session)
    assert session._recorder.tally.ratings[-1].rating is GOOD


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (CustomStudySelection(tags=frozenset({"x"})), ["a", "c"]),
        (CustomStudySelection(sections=frozenset({"2"})), ["b", "c"]),
        (CustomStudySelection(tags=frozenset({"x", "y"}), sections=frozenset({"2"})), ["b", "c"]),
        (CustomStudySelection(tags=frozenset({"nowhere"})), []),
        (CustomStudySelection(cards=frozenset({CardId("deck", "b", 1), CardId("deck", "c", 1)})), ["b", "c"]),
        (CustomStudySelection(tags=frozenset({"y"}), cards=frozenset({CardId("deck", "a", 1)})), []),
        (CustomStudySelection(cards=frozenset()), []),
        (CustomStudySelection(), ["a", "b", "c", "d"]),
    ],
)
def test_tags_and_sections_filter_cards(
    driver: StudyDriver, selection: CustomStudySelection, expected: list[str]
) -> None:
    labels = {"a": (("x",), "1"), "b": (("y",), "2"), "c": (("x", "y"), "2"), "d": ((), "")}
    save_deck(
        driver.collection,
        [basic_note(name, tags=tags, section=section) for name, (tags, section) in labels.items()],
    )
    assert upcoming_notes(start_selection(driver, selection)) == expected
    assert (
        sorted(upcoming_notes(start_practice(driver, selection._replace(scope=StudyScope.ALL)))) == expected
    )
    with driver.collection.read_transaction() as connection:
        assert card_filters.tags(connection, ["deck"]) == ["x", "y"]
        assert load_card_filters(driver.collection, ["deck"]).sections == ("1", "2")
        assert card_filters.tags(connection, ["other"]) == []


def test_practice_repeats_cards_until_known_and_saves_nothing(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(9))
    rate_cards(driver.start_session(), GOOD, EASY)
    before = database_dump(driver)
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    shown = session.show_next()
    first = expect_prompt(shown).card.note.id
    assert (expect_prompt(shown).ratings, expect_prompt(shown).due_by_rating) == ((AGAIN, GOOD), {})
    seen = []
    shown = rate(session, expect_prompt(shown).card.id, AGAIN)
    while isinstance(shown.next_step, Prompt):
        seen.append(shown.next_step.card.note.id)
        shown = rate(session, shown.next_step.card.id, GOOD)
    assert sorted(seen) == [f"n{number:02}" for number in range(9)]
    assert seen.index(first) == 6
    assert (
        expect_finished(shown).review_count,
        expect_finished(shown).correct_count,
        expect_finished(shown).extra_new_count,
    ) == (
        10,
        9,
        0,
    )
    assert database_dump(driver) == before


def test_practice_of_cards_forgotten_today(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(4))
    rate_cards(driver.start_session(), AGAIN, GOOD, AGAIN, EASY)
    session = start_practice(driver, CustomStudySelection(StudyScope.FORGOTTEN_TODAY))
    assert sorted(upcoming_notes(session)) == ["n00", "n02"]
    driver.start_session().undo()
    driver.start_session().undo()
    assert upcoming_notes(start_practice(driver, CustomStudySelection(StudyScope.FORGOTTEN_TODAY))) == ["n00"]
    driver.time.now += DAY
    assert upcoming_notes(start_practice(driver, CustomStudySelection(StudyScope.FORGOTTEN_TODAY))) == []


def test_practice_rejects_unoffered_and_unrevealed_ratings(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    card = expect_prompt(session.show_next()).card.id
    assert not session.rate(card, GOOD).is_applied
    session.reveal()
    assert not session.rate(card, HARD).is_applied
    assert session.rate(card, GOOD).is_applied


def test_undo_in_practice_stops_at_its_start(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    rate_cards(driver.start_session(), GOOD)
    before = database_dump(driver)
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    assert not session.undo().is_applied
    card = expect_prompt(session.show_next()).card.id
    rate(session, card, GOOD)
    assert expect_prompt(session.undo()).card.id == card
    assert not session.undo().is_applied
    assert database_dump(driver) == before


def test_card_suspended_in_practice_returns_with_undo(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    first = expect_prompt(session.show_next()).card.id
    rate(session, first, GOOD)
    second = expect_prompt(session.show_next()).card.id
    assert expect_prompt(session.suspend()).card.id not in (first, second)
    assert expect_prompt(session.undo()).card.id == second
    assert not session.undo().is_applied


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.sampled_from((AGAIN, GOOD, "undo", "redo")), max_size=30))
def test_undoing_all_of_practice_restores_its_start(driver: StudyDriver, steps: list[Rating | str]) -> None:
    save_deck(driver.collection, basic_notes(5))
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    first, queue = expect_prompt(session.show_next()).card.id, session._queue.queue
    for step in steps:
        shown = session.show_next().next_step
        if step == "undo":
            session.undo()
        elif step == "redo":
            session.redo()
        elif isinstance(shown, Prompt) and isinstance(step, Rating):
            rate(session, shown.card.id, step)
    while session.undo().is_applied:
        pass
    assert expect_prompt(session.show_next()).card.id == first
    assert (session._queue.queue, list(session._recorder.tally.ratings)) == (queue, [])


def test_finished_practice_ignores_suspend_and_bury(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    rate_cards(driver.start_session(), EASY)
    before = database_dump(driver)
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    expect_finished(rate(session, expect_prompt(session.show_next()).card.id, GOOD))
    session.suspend()
    session.bury()
    assert expect_prompt(session.undo()).card.note.id == "n00"
    assert not session.undo().is_applied
    assert database_dump(driver) == before


def test_undo_in_practice_reverts_ratings_and_flags_in_order(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    first = expect_prompt(session.show_next()).card.id
    second = expect_prompt(rate(session, first, GOOD)).card.id
    assert session.toggle_flag(2).flag == 2
    undone = session.undo()
    assert undone.entry is not None
    assert (undone.entry.kind, expect_prompt(undone).card.id, expect_prompt(undone).flag) == (
        EntryKind.FLAG,
        second,
        0,
    )
    assert expect_prompt(session.undo()).card.id == first
    assert not session.undo().is_applied
    assert expect_prompt(session.redo()).card.id == second


def test_card_buried_in_practice_is_not_shown_again(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = start_practice(driver, CustomStudySelection(StudyScope.ALL))
    first = expect_prompt(session.show_next()).card.id
    other = expect_prompt(session.bury()).card.id
    assert first != other
    assert expect_finished(rate(session, other, GOOD)).review_count == 1


def rate_surely(
    session: StudySession, rating: Rating, confidence: Confidence | None = Confidence.SURE
) -> None:
    """Rate the card on screen after stating a confidence."""
    assert session.prompt is not None
    session.reveal(confidence)
    session.rate(session.prompt.card.id, rating)


def practiced_notes(driver: StudyDriver) -> list[str]:
    return sorted(upcoming_notes(start_practice(driver, CustomStudySelection(StudyScope.SURE_BUT_WRONG))))


def test_only_cards_that_the_learner_was_sure_of_and_forgot_are_practiced(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(4))
    session = driver.start_session()
    session.show_next()
    rate_surely(session, AGAIN)
    rate_surely(session, AGAIN, Confidence.UNSURE)
    rate_surely(session, EASY)
    rate_surely(session, AGAIN, None)
    assert practiced_notes(driver) == ["n00"]
    for _ in range(4):
        session.undo()
    assert practiced_notes(driver) == []
    session.redo()
    assert practiced_notes(driver) == ["n00"]


def test_a_card_is_practiced_until_it_is_remembered_on_a_later_day(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    session = driver.start_session()
    session.show_next()
    rate_surely(session, AGAIN)
    rate_surely(session, EASY)
    assert practiced_notes(driver) == ["n00"]
    for rating, expected in ((AGAIN, ["n00"]), (GOOD, [])):
        driver.time.now += 30 * DAY
        later = driver.start_session()
        later.show_next()
        rate_surely(later, rating, Confidence.GUESS)
        assert practiced_notes(driver) == expected


def test_a_reset_card_is_not_practiced(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    session = driver.start_session()
    session.show_next()
    rate_surely(session, AGAIN)
    session.reset_card()
    assert practiced_notes(driver) == []


def test_the_summary_names_cards_that_the_learner_was_sure_of_and_forgot(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    session.show_next()
    rate_surely(session, AGAIN)
    rate_surely(session, EASY)
    card = expect_prompt(session.show_next()).card.id
    rate_surely(session, AGAIN)
    session.bury()
    assert expect_finished(session.show_next()).sure_but_wrong == (card,)
    for _ in range(4):
        session.undo()
    session.bury()
    assert session.prompt is not None
    session.bury()
    assert expect_finished(session.show_next()).sure_but_wrong == ()
