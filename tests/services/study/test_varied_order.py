"""New cards in varied order: the first session over the bundled decks, and what other orders leave as it was."""

import pytest

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Term,
    TypedAnswer,
)
from studyapp.core.study.study_queue import UNLIMITED
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.paths import bundled_decks_folder
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.card_loading import load_card
from studyapp.services.study.daily_queue import build_daily_queue
from studyapp.services.study.today_counts import TodayCounter
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study.session_records import BOTH, ENGLISH
from tests.services.study_driver import StudyDriver, basic_note, save_deck

NEUTRAL = LocalizedText.language_neutral
MIXED = CardLanguages.ENGLISH_TO_TRADITIONAL


def load_bundled_decks(driver: StudyDriver) -> tuple[str, ...]:
    folders = [bundled_decks_folder()]
    refresh_library(driver.collection, folders, driver.time.clock())
    return tuple(load_cached_library(driver.collection, folders).deck_ids)


def new_cards(
    driver: StudyDriver, decks: tuple[str, ...], languages: CardLanguages, *, unlimited: bool
) -> list[Card]:
    queue = build_daily_queue(
        driver.collection, decks, driver.time.clock().study_day(), languages, UNLIMITED if unlimited else None
    )
    found = [load_card(driver.collection, card) for card in queue.upcoming_cards]
    return [card for card in found if card is not None]


@pytest.mark.parametrize("languages", [ENGLISH, BOTH, MIXED])
def test_first_session_over_the_bundled_decks_shows_the_range(
    driver: StudyDriver, languages: CardLanguages
) -> None:
    cards = new_cards(driver, load_bundled_decks(driver), languages, unlimited=False)
    assert len(cards) == 20
    assert len({card.note.deck_id for card in cards[:10]}) == 10
    first_kinds = {card.kind for card in cards[:10]}
    assert first_kinds == {
        CardKind.FRONT_TO_BACK,
        CardKind.TYPED_ANSWER,
        CardKind.CLOZE,
        CardKind.MULTIPLE_CHOICE,
        CardKind.DIAGRAM,
        CardKind.CLAIM,
    }
    term_kinds = {CardKind.TRANSLATE, CardKind.RECALL, CardKind.DEFINE}
    assert len(term_kinds.intersection(card.kind for card in cards[10:])) >= 2


def test_first_cards_of_a_deck_are_of_all_kinds(driver: StudyDriver) -> None:
    contents: list[NoteContent] = [
        Basic(NEUTRAL("front"), NEUTRAL("back")),
        Term(NEUTRAL("term"), NEUTRAL("definition")),
        Cloze(NEUTRAL("{{c1::hidden}}")),
        MultipleChoice(NEUTRAL("choose"), (AnswerOption(NEUTRAL("yes"), is_correct=True),)),
        TypedAnswer(NEUTRAL("type"), NEUTRAL("answer")),
        Claim(NEUTRAL("claim")),
    ]
    notes = [
        Note("deck", f"n{index}{number}", content, evidence=Evidence.OBSERVATION)
        for index, content in enumerate(contents)
        for number in range(4)
    ]
    save_deck(driver.collection, notes)
    cards = new_cards(driver, ("deck",), ENGLISH, unlimited=False)
    assert {card.kind for card in cards[:7]} == {
        CardKind.FRONT_TO_BACK,
        CardKind.RECALL,
        CardKind.DEFINE,
        CardKind.CLOZE,
        CardKind.MULTIPLE_CHOICE,
        CardKind.TYPED_ANSWER,
        CardKind.CLAIM,
    }


@pytest.mark.parametrize("languages", [ENGLISH, BOTH, MIXED])
def test_bundled_notes_come_once_and_after_their_prerequisites(
    driver: StudyDriver, languages: CardLanguages
) -> None:
    cards = new_cards(driver, load_bundled_decks(driver), languages, unlimited=True)
    keys = [card.id.note_key for card in cards]
    assert len(keys) == len(set(keys))
    for index, card in enumerate(cards):
        assert set(card.note.prerequisites) <= set(keys[:index]), card.id


def test_single_deck_does_not_wait_for_notes_of_other_decks(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic_note("n00", deck="base")], "base")
    save_deck(driver.collection, [basic_note("top", deck="other", prerequisites=("base/n00",))], "other")
    day = driver.time.clock().study_day()
    alone = build_daily_queue(driver.collection, ("other",), day, BOTH)
    assert [card.note_key for card in alone.upcoming_cards] == ["other/top"]
    together = build_daily_queue(driver.collection, ("other", "base"), day, BOTH)
    assert [card.note_key for card in together.upcoming_cards] == ["base/n00", "other/top"]


def test_chosen_orders_go_deck_by_deck(driver: StudyDriver) -> None:
    decks = load_bundled_decks(driver)
    set_option(driver.collection, ALL_DECKS, "new_order", "deck")
    cards = new_cards(driver, decks, ENGLISH, unlimited=False)
    assert {card.note.deck_id for card in cards} == {"glossary"}
    expected = [card.note.id for card in new_cards(driver, ("glossary",), ENGLISH, unlimited=False)]
    assert [card.note.id for card in cards] == expected


def test_counts_agree_with_the_queue(driver: StudyDriver) -> None:
    day = driver.time.clock().study_day()
    for deck in load_bundled_decks(driver):
        queue = build_daily_queue(driver.collection, (deck,), day, ENGLISH)
        assert TodayCounter(driver.collection, (deck,), day, ENGLISH).count((deck,)) == queue.counts
