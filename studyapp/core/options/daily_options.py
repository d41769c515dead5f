"""The options about daily limits and the order of cards."""

from studyapp.core.options.option_choices import NEW_CARD_ORDER, NEW_REVIEW_ORDER, REVIEW_ORDER
from studyapp.core.options.option_descriptor import (
    MINUTES_A_DAY,
    OptionGroup,
    OptionScope,
    StudyOption,
    WholeNumberType,
)
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MAX_CARDS = 9999
_CARD_COUNT_TYPE = WholeNumberType(0, MAX_CARDS)

DAILY_OPTIONS: tuple[StudyOption, ...] = (
    StudyOption(
        "minutes_a_day",
        "minutes_per_day",
        QT_TRANSLATE_NOOP("OptionsDialog", "Minutes per day"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Due cards first, then new ones, within the limits below. 0 turns this off."
        ),
        WholeNumberType(0, MINUTES_A_DAY),
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "new_a_day",
        "new_per_day",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards per day"),
        QT_TRANSLATE_NOOP("OptionsDialog", "The maximum number of new cards to introduce per deck each day."),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        capped_by="new_over_all",
    ),
    StudyOption(
        "reviews_a_day",
        "reviews_per_day",
        QT_TRANSLATE_NOOP("OptionsDialog", "Reviews per day"),
        QT_TRANSLATE_NOOP("OptionsDialog", "The maximum number of due cards to review per deck each day."),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        capped_by="reviews_over_all",
    ),
    StudyOption(
        "new_over_all",
        "new_per_day_all_decks",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards per day, all decks"),
        QT_TRANSLATE_NOOP("OptionsDialog", "Limits new cards when you study several decks together."),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "reviews_over_all",
        "reviews_per_day_all_decks",
        QT_TRANSLATE_NOOP("OptionsDialog", "Reviews per day, all decks"),
        QT_TRANSLATE_NOOP("OptionsDialog", "Limits reviews when you study several decks together."),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "new_order",
        "new_card_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "New card order"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog",
            "Varied: decks and card types take turns, and cards wait for their prerequisites.",
        ),
        NEW_CARD_ORDER,
        OptionGroup.DAILY,
    ),
    StudyOption(
        "due_order",
        "review_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "Review order"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Which due cards to show first. It matters most when you have a backlog."
        ),
        REVIEW_ORDER,
        OptionGroup.DAILY,
    ),
    StudyOption(
        "mixing",
        "new_review_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "New/review order"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Whether new cards are mixed with reviews or shown before or after them."
        ),
        NEW_REVIEW_ORDER,
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "day_begins",
        "day_start_hour",
        QT_TRANSLATE_NOOP("OptionsDialog", "Day starts at (hour)"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog",
            "Cards become due at this hour (0–23). Studying before it counts toward the day before.",
        ),
        WholeNumberType(0, 23),
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
)
