"""What an import could not carry. Nothing is lost without one of these."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP


class LossKind(StrEnum):
    """Each says what is lost, and what is there instead."""

    NOTE_TYPE = QT_TRANSLATE_NOOP(
        "Loss", "Notes of the type {name} were left out: no template makes a card of them."
    )
    FORMULA = QT_TRANSLATE_NOOP("Loss", "Formulas and speech are kept, and shown as they are written.")
    SOUND = QT_TRANSLATE_NOOP("Loss", "The sound {name} is kept, but StudyApp does not play it.")
    PROGRAM = QT_TRANSLATE_NOOP("Loss", "Programs in the templates of {name} are kept, and run in Anki only.")
    MEDIA = QT_TRANSLATE_NOOP("Loss", "The file {name} is not in the package.")
    ABOVE = QT_TRANSLATE_NOOP("Loss", "The text above the first question was left out.")
    CHANGED = QT_TRANSLATE_NOOP("Loss", "Changed in Anki: the words of your deck file stay.")
    DRAWING = QT_TRANSLATE_NOOP("Loss", "Drawings come with their deck file only.")
    OTHER_DECK = QT_TRANSLATE_NOOP(
        "Loss", "Cards of one note were in several decks; the note is in the first."
    )
    UNWRITABLE = QT_TRANSLATE_NOOP(
        "Loss", "The note has letters that a deck file can't hold, and was left out."
    )
    NOT_WRITTEN = QT_TRANSLATE_NOOP(
        "Loss", "Not added to {name}: its notes are not the last thing in the file."
    )
    NO_CARD = QT_TRANSLATE_NOOP("Loss", "The note makes no such card here; its reviews were left out.")
    PRACTICE = QT_TRANSLATE_NOOP(
        "Loss", "Reviews that changed no schedule (from filtered decks) were left out."
    )
    LOG_LINE = QT_TRANSLATE_NOOP("Loss", "Reviews that make no sense were left out.")
    NO_HISTORY = QT_TRANSLATE_NOOP("Loss", "Without a review log: due on its day, the memory begins anew.")
    PARAMETERS = QT_TRANSLATE_NOOP(
        "Loss", "The parameters fitted to {name} were left out: memories are computed with the usual ones."
    )
    OPTION = QT_TRANSLATE_NOOP(
        "Loss", "An option of {name} is beyond what StudyApp allows, and was left out."
    )
    EASE = QT_TRANSLATE_NOOP("Loss", "Ease factors of Anki's older scheduler are gone: FSRS needs none.")


class Loss(NamedTuple):
    """Something lost, and of which note, by its first words; `name` fills the sentence."""

    kind: LossKind
    note: str = ""
    name: str = ""
