"""The values of rows: of a card, and of a note with all its cards."""

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note, Reversed
from studyapp.core.study.schedule import LearningPhase, ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.browse.browse_rows import BrowseRow, cards_of_notes, first_cards_of_notes, load_rows
from studyapp.services.browse.note_tags import tags_of_notes
from studyapp.store import schedules
from tests.services.study_driver import StudyDriver, basic_note, save_deck

DAY = 100
STUDY_DAY = StudyDay(DAY, DAY * 86_400_000, (DAY + 1) * 86_400_000)
FIRST, SECOND = CardId("deck", "pair", 1), CardId("deck", "pair", 2)


def pair() -> Note:
    sides = (LocalizedText.language_neutral(text) for text in ("front", "back"))
    return Note("deck", "pair", Reversed(*sides), tags=("b", "a"))


def save(driver: StudyDriver, card: CardId, schedule: Schedule) -> None:
    with driver.collection.transaction() as connection:
        schedules.save(connection, card, schedule)


def row(driver: StudyDriver, card: CardId, *, of_notes: bool = False) -> BrowseRow:
    return load_rows(driver.collection, [card], STUDY_DAY, CardLanguages.ENGLISH, of_notes=of_notes)[card]


def review(stability: float, due_day: int, last_day: int, reviews: int, **more: int) -> Schedule:
    phase = ReviewPhase(Memory(stability, 4.0), due_day)
    return Schedule(phase, reviews, last_review_day=last_day, **more)  # type: ignore[arg-type]


def test_new_card_has_no_numbers(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair()])
    new = row(driver, FIRST)
    assert (new.question, new.answer, new.is_new, new.card_count) == ("front", "back", True, 1)
    assert (new.due_day, new.due_at, new.interval, new.stability, new.retrievability) == (None,) * 5


def test_numbers_of_a_review_card(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair()])
    save(driver, SECOND, review(10.0, 105, 95, 3, lapse_count=2, flag=4))
    card = row(driver, SECOND)
    assert (card.question, card.answer) == ("back", "front")
    assert (card.due_day, card.interval, card.reviews, card.lapses, card.flag) == (105, 10, 3, 2, 4)
    assert card.retrievability == pytest.approx(0.94, abs=0.02)


def test_note_has_the_sums_and_means_of_its_cards(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair()])
    save(driver, FIRST, review(10.0, 120, 95, 3, lapse_count=1, flag=1))
    save(driver, SECOND, review(30.0, 105, 90, 2, lapse_count=4, flag=2))
    note = row(driver, FIRST, of_notes=True)
    assert (note.card_count, note.reviews, note.lapses, note.flag, note.due_day) == (2, 5, 5, 2, 105)
    assert (note.interval, note.stability) == (20, 20.0)


def test_note_is_suspended_only_with_all_its_cards(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair()])
    save(driver, FIRST, Schedule(is_suspended=True))
    assert row(driver, FIRST).is_suspended
    assert not row(driver, FIRST, of_notes=True).is_suspended
    save(driver, SECOND, Schedule(is_suspended=True))
    assert row(driver, FIRST, of_notes=True).is_suspended


def test_card_is_buried_on_one_day_only(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair()])
    save(driver, FIRST, Schedule(buried_on_day=DAY))
    save(driver, SECOND, Schedule(buried_on_day=DAY - 1))
    assert row(driver, FIRST).is_buried
    assert not row(driver, SECOND).is_buried


def test_learning_card_is_due_at_a_moment(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair()])
    save(driver, FIRST, Schedule(LearningPhase(Memory(1, 5), 0, 9_000), 1))
    assert (row(driver, FIRST).due_at, row(driver, FIRST).due_day, row(driver, FIRST).is_new) == (
        9_000,
        None,
        False,
    )


def test_leech_is_marked_by_the_threshold_of_its_deck(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair()])
    save(driver, FIRST, review(1.0, 105, 95, 9, lapse_count=8))
    save(driver, SECOND, review(1.0, 105, 95, 9, lapse_count=7))
    assert (row(driver, FIRST).is_leech, row(driver, SECOND).is_leech) == (True, False)


def test_cards_that_are_gone_have_no_row(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair(), basic_note("other")])
    save_deck(driver.collection, [basic_note("other")])
    cards = [FIRST, CardId("deck", "other", 1), CardId("deck", "other", 7)]
    rows = load_rows(driver.collection, cards, STUDY_DAY, CardLanguages.ENGLISH)
    assert list(rows) == [CardId("deck", "other", 1)]


def test_cards_and_tags_of_notes(driver: StudyDriver) -> None:
    save_deck(driver.collection, [pair(), basic_note("other", tags=("c", "a"))])
    other = CardId("deck", "other", 1)
    assert cards_of_notes(driver.collection, [other, SECOND]) == [other, FIRST, SECOND]
    assert first_cards_of_notes([SECOND, other, FIRST]) == [SECOND, other]
    assert tags_of_notes(driver.collection, ["deck/pair", "deck/other"]) == ["a", "b", "c"]
