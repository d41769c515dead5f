"""Sessions of the learner's own making."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import Asked, Selection
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.services.study.daily_queue import practice_cards
from studyapp.services.study.practice import PracticeQueue, PracticeRecorder
from studyapp.services.study.session_recorder import JournalRecorder
from studyapp.services.study.study_session import Study, begin_study
from studyapp.store import card_filters
from studyapp.store.collection import Collection


class Labels(NamedTuple):
    """What the cards of some decks can be told apart by."""

    tags: tuple[str, ...]
    sections: tuple[str, ...]
    flags: tuple[int, ...] = ()


def labels_of(collection: Collection, decks: Sequence[str]) -> Labels:
    """The tags and sections of these decks' notes, and the flags of their cards."""
    with collection.reading() as connection:
        return Labels(
            tuple(card_filters.tags(connection, decks)),
            tuple(sorted(card_filters.sections(connection, decks), key=_by_numbers)),
            tuple(card_filters.flags(connection, decks)),
        )


def _by_numbers(section: str) -> list[tuple[float, str]]:
    """So that section 10 comes after section 9."""
    parts = re.split("([0-9]+)", section)
    return [(int(part), "") if part.isdecimal() else (math.inf, part) for part in parts]


def custom_session(
    collection: Collection, clock: Clock, decks: Sequence[str], choice: LanguageChoice, selection: Selection
) -> Study:
    """The session that asks what is selected of these decks. StoreError when the collection can't be read."""
    if selection.is_practice:
        return _practice(collection, clock, tuple(dict.fromkeys(decks)), choice, selection)
    study = begin_study(collection, clock, decks, choice, selection=selection)
    if selection.asked is Asked.NEW:
        outcome = study.go_on(selection.new)
        if outcome.failure is not None:
            raise outcome.failure
    return study


def _practice(
    collection: Collection, clock: Clock, decks: tuple[str, ...], choice: LanguageChoice, selection: Selection
) -> Study:
    def cards(day: int, choice: LanguageChoice) -> list[CardId]:
        return practice_cards(collection, decks, selection, day, choice)

    queue = PracticeQueue(collection, clock, choice, cards)
    recorder = PracticeRecorder(queue, JournalRecorder(collection, clock))
    return Study(collection, clock, decks, choice, queue, recorder)
