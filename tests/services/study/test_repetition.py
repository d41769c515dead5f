"""Asking choice and typed cards until they are answered correctly."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note, TypedAnswer
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Rating
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import StudySession
from tests.services.study.repeated_cards import (
    NEUTRAL,
    RIGHT,
    TYPED,
    WRONG,
    answer,
    choice_note,
    is_repetition,
    shown,
    start,
    start_with_wrong_answer,
    typed_note,
)
from tests.services.study.session_records import load_journal, load_schedule
from tests.services.study_driver import (
    AGAIN,
    DAY,
    GOOD,
    HOUR,
    StudyDriver,
    basic_notes,
    expect_finished,
    expect_prompt,
    save_deck,
)


def test_wrong_answer_comes_again_after_six_other_cards(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver)
    seen = []
    for _ in range(9):
        seen.append(shown(session))
        answer(session, GOOD)
    assert seen == ["n00", "n01", "n02", "n03", "n04", "n05", "a-typed", "n06", "n07"]
    assert session.prompt is None


def test_card_is_asked_until_it_is_right_and_only_the_first_answer_is_saved(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=1)
    answer(session, GOOD)
    schedule = load_schedule(driver, TYPED)
    for _ in range(3):
        assert shown(session) == "a-typed"
        assert is_repetition(session)
        assert expect_prompt(session.refresh()).ratings == (AGAIN, GOOD)
        answer(session, AGAIN, WRONG)
    assert expect_finished(answer(session, GOOD)).review_count == 2
    assert [entry.card_id for entry in load_journal(driver)] == [TYPED, CardId("deck", "n00", 1)]
    assert load_schedule(driver, TYPED) == schedule


@pytest.mark.parametrize(
    ("note", "wrong"),
    [(typed_note(), WRONG), (choice_note(), LearnerResponse(picked_options=frozenset({1})))],
)
def test_wrong_answer_that_was_rated_good_comes_again(
    driver: StudyDriver, note: Note, wrong: LearnerResponse
) -> None:
    session = start(driver, [note])
    session.show_next()
    expect_prompt(answer(session, GOOD, wrong))
    assert is_repetition(session)
    expect_finished(answer(session, GOOD, wrong))  # in a repetition, the learner decides


def test_right_answers_other_kinds_and_decks_without_the_option_are_not_repeated(driver: StudyDriver) -> None:
    session = start(driver, [typed_note(), *basic_notes(1)])
    session.show_next()
    answer(session, GOOD, RIGHT)
    assert shown(session) == "n00"
    expect_finished(answer(session, AGAIN))
    other = start(driver, [typed_note("b-typed")], ask_until_right="off")
    other.show_next()
    expect_finished(answer(other, AGAIN, WRONG))


def test_card_whose_step_ends_soon_is_left_to_its_step(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0, learning_steps="10")
    assert shown(session) == "a-typed"
    assert not is_repetition(session)
    answer(session, AGAIN, WRONG)
    assert len(load_journal(driver)) == 2


def test_card_whose_step_ends_later_is_repeated_until_then(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0, learning_steps="120")
    assert is_repetition(session)
    driver.time.now += 2 * HOUR
    assert expect_prompt(session.skip()).card.id == TYPED
    assert not is_repetition(session)
    expect_finished(answer(session, GOOD))
    assert len(load_journal(driver)) == 2


def test_buried_card_comes_again_after_undo(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0)
    expect_finished(session.bury())
    assert expect_prompt(session.undo()).card.id == TYPED
    assert is_repetition(session)
    expect_finished(session.suspend())
    session.undo()
    expect_finished(answer(session, GOOD))


def test_reset_card_is_a_new_card_whose_rating_is_saved(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0)
    assert expect_prompt(session.reset_card()).card.id == TYPED
    assert not is_repetition(session)


def test_skipped_card_waits_for_the_others(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=8)
    for _ in range(6):
        answer(session, GOOD)
    assert shown(session) == "a-typed"
    assert expect_prompt(session.skip()).card.note.id == "n06"


def test_changed_and_removed_note(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0)
    note = typed_note()
    changed = replace(note, content=TypedAnswer(NEUTRAL("Changed"), NEUTRAL("right")))
    save_deck(driver.collection, [changed])
    assert expect_prompt(session.refresh()).card.note == changed
    assert is_repetition(session)
    save_deck(driver.collection, [])
    expect_finished(session.refresh())


def test_repeated_cards_end_with_the_day(driver: StudyDriver) -> None:
    session = start(driver, [typed_note(), *basic_notes(1)])
    session.show_next()
    answer(session, GOOD, WRONG)
    driver.time.now += DAY
    expect_finished(answer(session, GOOD))


def test_repeated_card_that_is_due_is_saved(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0)
    assert expect_prompt(session.set_due(0)).card.id == TYPED
    assert not is_repetition(session)


def test_repeated_cards_come_before_learning_cards_that_are_shown_early(driver: StudyDriver) -> None:
    session = start(driver, [typed_note(), *basic_notes(1)], learning_steps="10")
    session.show_next()
    answer(session, GOOD, WRONG)
    answer(session, AGAIN)
    assert shown(session) == "a-typed"
    answer(session, GOOD)
    assert shown(session) == "n00"


def test_answer_after_midnight_is_not_saved(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0)
    driver.time.now += DAY
    answer(session, GOOD)
    assert len(load_journal(driver)) == 1


def test_repeated_cards_count_as_learning_cards(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=2)
    assert session.prompt is not None
    assert session.prompt.counts == (2, 1, 0)


def run(driver: StudyDriver, answers: list[tuple[Rating, bool]], actions: list[str]) -> list[CardId]:
    """Answer 12 cards of three kinds and the repeated ones, with other actions in between; then answer all correctly.
    Return the cards whose last answer was wrong and that were neither buried nor undone."""
    notes = [
        *(typed_note(f"t{n}") for n in range(4)),
        *(choice_note(f"c{n}") for n in range(4)),
        *basic_notes(4),
    ]
    session = start(driver, notes)
    wrong: set[CardId] = set()
    session.show_next()
    for (rating, is_right), action in zip(answers, actions, strict=True):
        if session.prompt is None:
            break
        card = session.prompt.card
        if action == "undo":
            session.undo()
            continue
        if action == "bury":
            session.bury()
            wrong.discard(card.id)
            continue
        take_answer(session, session.prompt, rating, wrong, is_right=is_right)
    while session.prompt is not None:
        take_answer(session, session.prompt, GOOD, wrong, is_right=True)
    return sorted(wrong)


def take_answer(
    session: StudySession, prompt: Prompt, rating: Rating, wrong: set[CardId], *, is_right: bool
) -> None:
    option = frozenset({0 if is_right else 1})
    answer(session, rating, LearnerResponse("right" if is_right else "wrong", option))
    (wrong.discard if is_right and rating is GOOD else wrong.add)(prompt.card.id)
    wrong -= {card for card in wrong if card.note_id.startswith("n")}


@given(
    st.lists(st.tuples(st.sampled_from((AGAIN, GOOD)), st.booleans()), max_size=30),
    st.data(),
)
def test_no_session_ends_with_a_wrong_answer_and_repetitions_are_not_saved(
    answers: list[tuple[Rating, bool]], data: st.DataObject
) -> None:
    actions = data.draw(
        st.lists(
            st.sampled_from(("answer", "answer", "answer", "undo", "bury")),
            min_size=len(answers),
            max_size=len(answers),
        )
    )
    with TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        try:
            wrong = run(driver, answers, actions)
            schedules = [load_schedule(driver, card) for card in wrong]
            entries = load_journal(driver)
        finally:
            driver.close()
    if "undo" not in actions:
        assert [schedule for schedule in schedules if not schedule.is_suspended] == []
    reviews = [entry.card_id for entry in entries if entry.kind is EntryKind.REVIEW]
    undone = {entry.undoes for entry in entries}
    in_effect = [e.card_id for e in entries if e.kind is EntryKind.REVIEW and e.id not in undone]
    assert len(in_effect) == len(set(in_effect)), reviews
