"""Finding notes that ask the same or nearly the same."""

import pytest

from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.library.duplicate_notes import find_duplicate_notes
from tests.services.study_driver import StudyDriver, save_deck


def text(value: str) -> LocalizedText:
    return LocalizedText.language_neutral(value)


def question(note_id: str, front: str, deck: str = "deck") -> Note:
    return Note(deck, note_id, Basic(text(front), text(f"answer of {note_id}")))


def found_keys(driver: StudyDriver, min_similarity: float, *decks: str) -> list[tuple[str, str]]:
    pairs = find_duplicate_notes(
        driver.collection, decks or ("deck",), CardLanguages.ENGLISH, min_similarity, lambda _count: None
    )
    return [(pair.first.key, pair.second.key) for pair in pairs]


def test_notes_with_nearly_the_same_question_are_found_across_decks(driver: StudyDriver) -> None:
    save_deck(driver.collection, [question("a", "What is **few-shot** prompting?"), question("b", "Who?")])
    save_deck(driver.collection, [question("c", "What is few shot prompting?", "more")], "more")
    assert found_keys(driver, 0.9, "deck", "more") == [("deck/a", "more/c")]
    assert found_keys(driver, 0.9, "deck") == []


def test_the_same_question_is_found_in_spite_of_case_and_markup(driver: StudyDriver) -> None:
    notes = [
        question("a", "What is *RLHF*?"),
        question("b", "what is rlhf?"),
        question("c", "What is RLHF for?"),
    ]
    save_deck(driver.collection, notes)
    assert found_keys(driver, 1.0) == [("deck/a", "deck/b")]


def test_the_most_similar_notes_come_first(driver: StudyDriver) -> None:
    notes = [
        question("a", "What is a model?"),
        question("b", "What is a modal?"),
        question("c", "What is a model?"),
    ]
    save_deck(driver.collection, notes)
    assert found_keys(driver, 0.8) == [("deck/a", "deck/c"), ("deck/a", "deck/b")]


def test_notes_are_compared_in_the_languages_on_their_cards(driver: StudyDriver) -> None:
    questions = [
        Note("deck", note_id, Basic(LocalizedText((("en", english), ("zh-Hant", "模型"))), text("x")))
        for note_id, english in (("a", "model"), ("b", "paradigm"))
    ]
    save_deck(driver.collection, questions)
    assert found_keys(driver, 0.9) == []
    pairs = find_duplicate_notes(
        driver.collection, ("deck",), CardLanguages.TRADITIONAL_CHINESE, 0.9, lambda _count: None
    )
    assert [(pair.first.id, pair.second.id) for pair in pairs] == [("a", "b")]


def test_the_search_can_be_stopped(driver: StudyDriver) -> None:
    save_deck(driver.collection, [question("a", "one")])

    def stop(_count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_duplicate_notes(driver.collection, ("deck",), CardLanguages.ENGLISH, 0.9, stop)
