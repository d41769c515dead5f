"""Sessions with cards that are asked until they are right."""

from collections.abc import Iterable

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import AnswerOption, MultipleChoice, Note, TypedAnswer
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.session_outcome import Outcome
from studyapp.services.study.study_session import StudySession
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study_driver import (
    AGAIN,
    StudyDriver,
    basic_notes,
    expect_prompt,
    save_deck,
)

NEUTRAL = LocalizedText.language_neutral
RIGHT, WRONG = LearnerResponse("right"), LearnerResponse("wrong")
TYPED = CardId("deck", "a-typed", 1)


def typed_note(name: str = "a-typed") -> Note:
    return Note("deck", name, TypedAnswer(NEUTRAL(f"Type {name}"), NEUTRAL("right")))


def choice_note(name: str = "a-choice") -> Note:
    options = (AnswerOption(NEUTRAL("yes"), is_correct=True), AnswerOption(NEUTRAL("no")))
    return Note("deck", name, MultipleChoice(NEUTRAL(f"Choose {name}"), options))


def start(driver: StudyDriver, notes: Iterable[Note], **options: str) -> StudySession:
    """Start a session in which a rating ends the learning of a card for today."""
    save_deck(driver.collection, notes)
    stored = {"learning_steps": "", "relearning_steps": "", "new_order": "deck", "ask_until_right": "on"}
    for name, value in (stored | options).items():
        set_option(driver.collection, ALL_DECKS, name, value)
    return driver.start_session()


def answer(session: StudySession, rating: Rating, response: LearnerResponse = RIGHT) -> Outcome:
    assert session.prompt is not None
    session.reveal(response=response)
    return session.rate(session.prompt.card.id, rating)


def shown(session: StudySession) -> str:
    return session.prompt.card.note.id if session.prompt else ""


def is_repetition(session: StudySession) -> bool:
    assert session.prompt is not None
    return session.prompt.due_by_rating == {}


def start_with_wrong_answer(driver: StudyDriver, other_count: int = 8, **options: str) -> StudySession:
    session = start(driver, [typed_note(), *basic_notes(other_count)], **options)
    assert expect_prompt(session.show_next()).card.id == TYPED
    answer(session, AGAIN, WRONG)
    return session
