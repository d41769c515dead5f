"""The learner's progress in a deck, as it is exported to Anki."""

from collections.abc import Mapping
from dataclasses import dataclass

from studyapp.anki.card_progress import AnkiCalendar, AnkiCard, CardProgress, build_anki_card
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.schedule import is_leech
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.transfer.import_losses import Loss

_LEECH_TAG = "leech"


@dataclass(frozen=True, slots=True)
class DeckProgress:
    """The learner's progress in a deck, and the options with which it is studied.

    `progress_by_card` has the cards with a history. `losses` are what was left out of it.
    """

    options: StudyOptions
    scheduler: Scheduler
    calendar: AnkiCalendar
    progress_by_card: Mapping[CardId, CardProgress]
    losses: tuple[Loss, ...] = ()


def add_progress(
    cards: tuple[AnkiCard, ...], tags: tuple[str, ...], note: Note, deck: DeckProgress
) -> tuple[tuple[AnkiCard, ...], tuple[str, ...]]:
    """Return the cards of a note with the learner's progress, and its tags with Anki's tag if one of them is a leech."""
    with_progress: list[AnkiCard] = []
    has_leech = False
    for card in cards:
        progress = deck.progress_by_card.get(CardId(note.deck_id, note.id, card.ordinal + 1))
        if progress is None:
            with_progress.append(card)
            continue
        with_progress.append(
            build_anki_card(card.ordinal, progress, deck.options, deck.scheduler, deck.calendar)
        )
        has_leech = has_leech or is_leech(progress.schedule, deck.options.leech_threshold)
    return tuple(with_progress), (*tags, _LEECH_TAG) if has_leech and _LEECH_TAG not in tags else tags
