"""What happens to the schedule of the cards of a note whose text was changed."""

from enum import Enum, auto

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Note
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import NewPhase, ReviewPhase
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.journal.journal_writing import CardAction
from studyapp.store import schedules


class ScheduleChange(Enum):
    """What an edit means for the cards of the note."""

    KEEP = auto()
    """They ask for the same, such as after a typo was corrected."""

    REVIEW_SOON = auto()
    """They ask for something similar: those that are due later are due today."""

    RESET = auto()
    """They ask for something else: they are new again."""


def list_schedule_actions(
    environment: EditEnvironment, note: Note, change: ScheduleChange
) -> tuple[CardAction, ...]:
    """Return the actions that change the schedules of the note's cards."""
    if change is ScheduleChange.KEEP:
        return ()
    today = environment.clock.today()
    with environment.collection.read_transaction() as connection:
        phase_by_card = {card.id: schedules.load(connection, card.id).phase for card in cards_of(note)}
    if change is ScheduleChange.RESET:
        return tuple(
            CardAction(card, EntryKind.RESET)
            for card, phase in phase_by_card.items()
            if not isinstance(phase, NewPhase)
        )
    return tuple(
        CardAction(card, EntryKind.SET_DUE, due_day=today)
        for card, phase in phase_by_card.items()
        if isinstance(phase, ReviewPhase) and phase.due_day > today
    )
