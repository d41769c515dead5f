"""The rows of the browse page: the values of a card, or of a note with all its cards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from studyapp.core.cards.card import Card, CardKind, cards_of, shows_deck_or_flag
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Evidence
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    elapsed_days,
    interday_step_due_day,
    is_leech,
)
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.browse.row_texts import row_texts
from studyapp.services.options.option_storage import load_languages_by_deck, load_study_options
from studyapp.store.collection import Collection
from studyapp.store.decks import load_metadata
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.search import card_rows
from studyapp.store.search.card_rows import StoredCard


@dataclass(frozen=True, slots=True)
class BrowseRow:
    """The values of a card on a study day.

    A row of a note is that of its first card, but with its highest flag, the earliest due date, the sums of reviews
    and lapses and the means of the other numbers. Its states are those that all of its cards have, and `card_count` is
    the number of its cards; 1 in the row of a card. `due_at` (UTC ms) is set in learning, `due_day` in review and
    for a step of a day or more.
    `interval` and `stability` are in days. Moments are in Unix seconds.
    """

    card_id: CardId
    question: str
    answer: str
    kind: CardKind
    card_count: int
    note_type: str
    tags: tuple[str, ...]
    section: str
    evidence: Evidence | None
    added_at: int
    edited_at: int
    due_day: int | None
    due_at: int | None
    interval: float | None
    stability: float | None
    difficulty: float | None
    retrievability: float | None
    reviews: int
    lapses: int
    flag: int
    is_new: bool
    is_suspended: bool
    is_buried: bool
    is_leech: bool


def load_rows(
    collection: Collection,
    cards: Sequence[CardId],
    day: StudyDay,
    default_languages: CardLanguages,
    *,
    of_notes: bool = False,
) -> dict[CardId, BrowseRow]:
    """Return the rows of these cards, or of their notes, by card. Cards that are no longer there are left out.

    Raises StoreError if the collection can't be read.
    """
    with collection.read_transaction() as connection:
        wanted = card_rows.siblings(connection, cards) if of_notes else cards
        stored = card_rows.load_cards(connection, wanted)
        decks = {card.deck_id for card in cards}
        languages = load_languages_by_deck(collection, decks, default_languages)
        leech_thresholds = {deck: load_study_options(collection, deck).leech_threshold for deck in decks}
        titles = _load_titles(collection, stored.values())
        scheduler = load_scheduler(connection)
    siblings: dict[str, list[StoredCard]] = {}
    for one in stored.values() if of_notes else ():
        siblings.setdefault(one.card_id.note_key, []).append(one)
    return {
        card: _build_row(
            stored[card],
            siblings.get(card.note_key) or [stored[card]],
            day,
            languages[card.deck_id],
            leech_thresholds[card.deck_id],
            titles.get(card.deck_id),
            scheduler,
        )
        for card in cards
        if card in stored
    }


def _build_row(
    stored: StoredCard,
    all_cards: Sequence[StoredCard],
    study_day: StudyDay,
    languages: CardLanguages,
    leech_threshold: int,
    deck_title: LocalizedText | None,
    scheduler: Scheduler,
) -> BrowseRow:
    note, day = stored.note, study_day.number
    card = replace(_card_of(stored), deck_title=deck_title, flag=stored.schedule.flag)
    texts = row_texts(card, languages)
    schedules = [one.schedule for one in all_cards]
    phases = [schedule.phase for schedule in schedules]
    memories = [(schedule.memory, elapsed_days(schedule, day)) for schedule in schedules if schedule.memory]
    return BrowseRow(
        card_id=stored.card_id,
        question=texts.question,
        answer=texts.answer,
        kind=card.kind,
        card_count=len(all_cards),
        note_type=_note_type_name(card),
        tags=note.tags,
        section=note.section,
        evidence=note.evidence,
        added_at=stored.added_at,
        edited_at=stored.changed_at,
        due_day=min(filter(None, (_due_day(schedule, study_day) for schedule in schedules)), default=None),
        due_at=min(filter(None, (_due_at(schedule, study_day) for schedule in schedules)), default=None),
        interval=_mean(filter(None, map(_interval, schedules))),
        stability=_mean(memory.stability for memory, _ in memories if memory),
        difficulty=_mean(memory.difficulty for memory, _ in memories if memory),
        retrievability=_mean(
            scheduler.retrievability(memory, elapsed) for memory, elapsed in memories if memory
        ),
        reviews=sum(schedule.review_count for schedule in schedules),
        lapses=sum(schedule.lapse_count for schedule in schedules),
        flag=max(schedule.flag for schedule in schedules),
        is_new=all(isinstance(phase, NewPhase) for phase in phases),
        is_suspended=all(schedule.is_suspended for schedule in schedules),
        is_buried=all(schedule.buried_on_day == day for schedule in schedules),
        is_leech=any(is_leech(schedule, leech_threshold) for schedule in schedules),
    )


def _due_day(schedule: Schedule, study_day: StudyDay) -> int | None:
    if isinstance(schedule.phase, ReviewPhase):
        return schedule.phase.due_day
    return interday_step_due_day(schedule, study_day.day_of)


def _due_at(schedule: Schedule, study_day: StudyDay) -> int | None:
    if not isinstance(schedule.phase, LearningPhase | RelearningPhase):
        return None
    return None if _due_day(schedule, study_day) is not None else schedule.phase.due_at


def _interval(schedule: Schedule) -> int | None:
    if not isinstance(schedule.phase, ReviewPhase) or schedule.last_review_day is None:
        return None
    return schedule.phase.due_day - schedule.last_review_day


def _mean(values: Iterable[float]) -> float | None:
    numbers = list(values)
    return mean(numbers) if len(numbers) > 1 else numbers[0] if numbers else None


def _load_titles(collection: Collection, cards: Iterable[StoredCard]) -> dict[str, LocalizedText]:
    """Return the titles of the decks whose cards may show them."""
    deck_ids = {card.card_id.deck_id for card in cards if shows_deck_or_flag(card.note)}
    with collection.read_transaction() as connection:
        decks = [load_metadata(connection, deck) for deck in deck_ids]
    return {deck.id: deck.title for deck in decks if deck is not None}


def _card_of(stored: StoredCard) -> Card:
    cards = cards_of(stored.note)
    return next((card for card in cards if card.ordinal == stored.card_id.ordinal), cards[0])


def _note_type_name(card: Card) -> str:
    custom = card.note.custom_note_type
    return custom.name if custom is not None else note_type_of(card.note.content)


def first_cards_of_notes(cards: Iterable[CardId]) -> list[CardId]:
    """Return the first of these cards of each note, in the same order."""
    first_by_note: dict[tuple[str, str], CardId] = {}
    for card in cards:
        first_by_note.setdefault(card[:2], card)
    return list(first_by_note.values())


def cards_of_notes(collection: Collection, cards: Iterable[CardId]) -> list[CardId]:
    """Return all cards of the notes of these cards. Raises StoreError if the collection can't be read."""
    with collection.read_transaction() as connection:
        return card_rows.siblings(connection, cards)
