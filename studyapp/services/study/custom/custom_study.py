"""Custom study sessions."""

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.study.custom.practice import PracticeQueue, PracticeRecorder
from studyapp.services.study.daily_queue import list_practice_cards
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_recorder import JournalRecorder
from studyapp.services.study.step_undo import StepUndo
from studyapp.services.study.study_session import StudySession
from studyapp.store import card_filters
from studyapp.store.collection import Collection


class CardFilters(NamedTuple):
    """The tags, sections and flags by which the cards of some decks can be filtered."""

    tags: tuple[str, ...]
    sections: tuple[str, ...]
    flags: tuple[int, ...] = ()


def load_card_filters(collection: Collection, decks: Sequence[str]) -> CardFilters:
    """Return the tags and sections of these decks' notes, and the flags of their cards."""
    with collection.read_transaction() as connection:
        return CardFilters(
            tuple(card_filters.tags(connection, decks)),
            tuple(sorted(card_filters.sections(connection, decks), key=_natural_sort_key)),
            tuple(card_filters.flags(connection, decks)),
        )


def _natural_sort_key(section: str) -> list[tuple[float, str]]:
    """Return a sort key that puts section 10 after section 9."""
    parts = re.split("([0-9]+)", section)
    return [(int(part), "") if part.isdecimal() else (math.inf, part) for part in parts]


def create_custom_session(
    collection: Collection,
    clock: Clock,
    decks: Sequence[str],
    default_languages: CardLanguages,
    selection: CustomStudySelection,
    step_undo: StepUndo | None = None,
) -> StudySession:
    """Start a session over the cards of these decks that match the selection.

    `step_undo` replaces undo and redo, as in `create_session`. Raises StoreError if the collection can't be read.
    """
    if selection.is_practice:

        def load_cards(day: int, languages: CardLanguages) -> Sequence[CardId]:
            return list_practice_cards(collection, decks, selection, day, languages)

        return _create_practice(collection, clock, decks, default_languages, load_cards, step_undo)
    session = create_session(
        collection, clock, decks, default_languages, selection=selection, step_undo=step_undo
    )
    if selection.scope is StudyScope.MORE_NEW:
        outcome = session.add_new_cards(selection.extra_new_cards)
        if outcome.next_step_error is not None:
            raise outcome.next_step_error
    return session


def create_practice_session(
    collection: Collection,
    clock: Clock,
    cards: Sequence[CardId],
    default_languages: CardLanguages,
    step_undo: StepUndo | None = None,
) -> StudySession:
    """Start a practice session over exactly these cards, in this order.

    `step_undo` replaces undo and redo, as in `create_session`. Raises StoreError if the collection can't be read.
    """
    decks = [card.deck_id for card in cards]
    return _create_practice(
        collection, clock, decks, default_languages, lambda _day, _languages: cards, step_undo
    )


def _create_practice(
    collection: Collection,
    clock: Clock,
    decks: Sequence[str],
    default_languages: CardLanguages,
    load_cards: Callable[[int, CardLanguages], Sequence[CardId]],
    step_undo: StepUndo | None,
) -> StudySession:
    decks = tuple(dict.fromkeys(decks))
    queue = PracticeQueue(collection, clock, default_languages, load_cards)
    recorder = PracticeRecorder(queue, JournalRecorder(collection, clock, step_undo=step_undo))
    return StudySession(collection, clock, decks, default_languages, queue, recorder)
