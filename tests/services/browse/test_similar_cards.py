"""Finding the cards that a learner may confuse with a card."""

from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.drawing import Box, TreeDrawing
from studyapp.core.notes.note import Basic, Cloze, Diagram, Note, NoteContent, Term
from studyapp.core.progress_callback import ignore_progress
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.browse.similar_cards import find_similar_cards
from studyapp.services.library.deck_library import Library, LibraryDeck
from tests.services.study_driver import StudyDriver, save_deck


def text(value: str) -> LocalizedText:
    return LocalizedText.language_neutral(value)


def basic(note_id: str, front: str, back: str, deck: str = "deck") -> Note:
    return Note(deck, note_id, Basic(text(front), text(back)), explanation=text("It is an example."))


def library_of(*decks: str) -> Library:
    return Library(
        tuple(LibraryDeck(DeckMetadata(deck, text(deck)), Path(f"{deck}.yaml")) for deck in decks), ()
    )


def similar_to(
    driver: StudyDriver, note: str, ordinal: int = 1, decks: tuple[str, ...] = ("deck",)
) -> list[str]:
    found = find_similar_cards(
        driver.collection,
        CardId("deck", note, ordinal),
        library_of(*decks),
        CardLanguages.ENGLISH,
        ignore_progress,
    )
    return [f"{card.deck_id}/{card.note_id}#{card.ordinal}" for card in found]


def test_similar_cards_are_found_in_all_decks_of_the_library(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic("a", "to influence", "affect"), basic("b", "the poet", "Goethe")])
    save_deck(driver.collection, [basic("c", "a result", "Effect", "more")], "more")
    assert similar_to(driver, "a", decks=("deck", "more")) == ["more/c#1"]
    assert similar_to(driver, "a") == []


def test_notes_that_change_or_are_deleted_are_searched_as_they_are_now(driver: StudyDriver) -> None:
    own = basic("a", "to influence", "affect")
    save_deck(driver.collection, [own, basic("b", "a result", "effect")])
    assert similar_to(driver, "a") == ["deck/b#1"]
    save_deck(driver.collection, [own, basic("b", "a result", "outcome"), basic("c", "a cause", "effects")])
    assert similar_to(driver, "a") == ["deck/c#1"]
    save_deck(driver.collection, [own])
    assert similar_to(driver, "a") == []
    assert similar_to(driver, "b") == []


def term(note_id: str, word: str, definition: str, translation: str | None = None) -> Note:
    translated = None if translation is None else LocalizedText((("zh-Hant", translation),))
    return Note("deck", note_id, Term(text(word), text(definition), translated))


def test_the_card_with_the_same_ordinal_is_chosen(driver: StudyDriver) -> None:
    """Otherwise the first one that is shown in the languages of the learner."""
    notes = [
        term("a", "affect", "to influence"),
        term("b", "effect", "a result", "結果"),
        Note("deck", "c", Cloze(text("the {{c4::effects}} of an affect"))),
    ]
    save_deck(driver.collection, notes)
    assert similar_to(driver, "a", 3)[0] == "deck/b#3"
    assert similar_to(driver, "a", 1)[0] == "deck/b#2"
    save_deck(driver.collection, [basic("a", "affects of an effect", ""), notes[2]])
    assert similar_to(driver, "a", 1) == ["deck/c#4"]


def test_cards_of_the_same_note_and_diagrams_are_not_found(driver: StudyDriver) -> None:
    box = Box("one", text("effect"), 0, 0, card_ordinal=1)
    drawing: NoteContent = Diagram(TreeDrawing(text("affect"), (box,), ()))
    save_deck(driver.collection, [term("a", "affect", "effect"), Note("deck", "b", drawing)])
    assert similar_to(driver, "a", 2) == []
    assert similar_to(driver, "b", 1) == []


def test_explanations_are_not_compared(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic("a", "one", "apple"), basic("b", "three hundred", "pear")])
    assert similar_to(driver, "a") == []


def test_the_search_can_be_stopped(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic("a", "one", "two"), basic("b", "one", "three")])

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_similar_cards(
            driver.collection, CardId("deck", "a", 1), library_of("deck"), CardLanguages.ENGLISH, stop
        )
