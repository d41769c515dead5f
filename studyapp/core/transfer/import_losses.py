"""What an import could not carry. Nothing is lost without one of these."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP


class LossKind(StrEnum):
    """Each says what is lost, and what is there instead."""

    NO_CARD_GENERATED = QT_TRANSLATE_NOOP(
        "Loss", "Notes of the type {name} were left out: no template makes a card of them."
    )
    FORMULA = QT_TRANSLATE_NOOP("Loss", "Formulas and speech are kept, and shown as they are written.")
    SOUND = QT_TRANSLATE_NOOP("Loss", "The sound {name} is kept, but StudyApp does not play it.")
    TEMPLATE_SCRIPT = QT_TRANSLATE_NOOP(
        "Loss", "Programs in the templates of {name} are kept, and run in Anki only."
    )
    MISSING_MEDIA = QT_TRANSLATE_NOOP("Loss", "The file {name} is not in the package.")
    TEXT_BEFORE_FIRST_QUESTION = QT_TRANSLATE_NOOP("Loss", "The text above the first question was left out.")
    CHANGED_IN_ANKI = QT_TRANSLATE_NOOP("Loss", "Changed in Anki: the words of your deck file stay.")
    DRAWING_SOURCE_MISSING = QT_TRANSLATE_NOOP("Loss", "Drawings come with their deck file only.")
    CARDS_IN_SEVERAL_DECKS = QT_TRANSLATE_NOOP(
        "Loss", "Cards of one note were in several decks; the note is in the first."
    )
    UNSUPPORTED_CHARACTERS = QT_TRANSLATE_NOOP(
        "Loss", "The note has letters that a deck file can't hold, and was left out."
    )
    NOT_APPENDED = QT_TRANSLATE_NOOP(
        "Loss", "Not added to {name}: its notes are not the last thing in the file."
    )
    NO_MATCHING_CARD = QT_TRANSLATE_NOOP(
        "Loss", "The note makes no such card here; its reviews were left out."
    )
    FILTERED_DECK_REVIEWS = QT_TRANSLATE_NOOP(
        "Loss", "Reviews that changed no schedule (from filtered decks) were left out."
    )
    INVALID_REVIEWS = QT_TRANSLATE_NOOP("Loss", "Reviews that make no sense were left out.")
    NO_REVIEW_LOG = QT_TRANSLATE_NOOP("Loss", "Without a review log: due on its day, the memory begins anew.")
    FSRS_PARAMETERS = QT_TRANSLATE_NOOP(
        "Loss", "The parameters fitted to {name} were left out: memories are computed with the usual ones."
    )
    OPTION_OUT_OF_RANGE = QT_TRANSLATE_NOOP(
        "Loss", "An option of {name} is beyond what StudyApp allows, and was left out."
    )
    EASE_FACTORS = QT_TRANSLATE_NOOP(
        "Loss", "Ease factors of Anki's older scheduler are gone: FSRS needs none."
    )


class Loss(NamedTuple):
    """Something lost, and of which note, by its first words; `name` fills the sentence."""

    kind: LossKind
    note_excerpt: str = ""
    name: str = ""
