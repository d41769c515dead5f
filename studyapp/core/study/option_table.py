"""The table of study options.

The options dialog and the reading of stored options are driven by this table. To add an option, add a field with a default
to `StudyOptions` and a row here. Names are stored: never change one.
"""

from collections.abc import Mapping

from studyapp.core.study.option_descriptor import (
    MAX_STEP_MINUTES,
    EnumType,
    OptionGroup,
    OptionScope,
    OptionValue,
    StepListType,
    StudyOption,
    WholeNumberType,
)
from studyapp.core.study.study_options import (
    NewCardOrder,
    NewReviewOrder,
    RatingScale,
    ReviewOrder,
    StudyOptions,
    Switch,
    TypedAnswerMatching,
)
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MAX_CARDS = 9999
MIN_RETENTION, MAX_RETENTION = 70, 99
"""Percent: below, FSRS asks too late to learn from; above, hardly anything else gets asked."""

MAX_STEPS = 10
MAX_SECONDS = 3600


_CARD_COUNT_TYPE, _SECONDS_TYPE, _STEPS_TYPE = (
    WholeNumberType(0, MAX_CARDS),
    WholeNumberType(0, MAX_SECONDS),
    StepListType(MAX_STEPS),
)
_SWITCH_TYPE = EnumType(
    Switch,
    {
        Switch.OFF: QT_TRANSLATE_NOOP("OptionsDialog", "No"),
        Switch.ON: QT_TRANSLATE_NOOP("OptionsDialog", "Yes"),
    },
)

OPTIONS: tuple[StudyOption, ...] = (
    StudyOption(
        "new_a_day",
        "new_per_day",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards per day"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
    ),
    StudyOption(
        "reviews_a_day",
        "reviews_per_day",
        QT_TRANSLATE_NOOP("OptionsDialog", "Reviews per day"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
    ),
    StudyOption(
        "new_over_all",
        "new_per_day_all_decks",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards per day, all decks"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "reviews_over_all",
        "reviews_per_day_all_decks",
        QT_TRANSLATE_NOOP("OptionsDialog", "Reviews per day, all decks"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "new_order",
        "new_card_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "New card order"),
        EnumType(
            NewCardOrder,
            {
                NewCardOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "Deck order"),
                NewCardOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "Random"),
                NewCardOrder.PREREQUISITES: QT_TRANSLATE_NOOP("OptionsDialog", "After their prerequisites"),
            },
        ),
        OptionGroup.DAILY,
    ),
    StudyOption(
        "due_order",
        "review_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "Review order"),
        EnumType(
            ReviewOrder,
            {
                ReviewOrder.MOST_OVERDUE: QT_TRANSLATE_NOOP("OptionsDialog", "Most overdue first"),
                ReviewOrder.LOWEST_RETRIEVABILITY: QT_TRANSLATE_NOOP(
                    "OptionsDialog", "Lowest retrievability first"
                ),
                ReviewOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "Random"),
                ReviewOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "Deck order"),
            },
        ),
        OptionGroup.DAILY,
    ),
    StudyOption(
        "mixing",
        "new_review_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards appear"),
        EnumType(
            NewReviewOrder,
            {
                NewReviewOrder.MIX_WITH_REVIEWS: QT_TRANSLATE_NOOP("OptionsDialog", "Mixed with reviews"),
                NewReviewOrder.AFTER_REVIEWS: QT_TRANSLATE_NOOP("OptionsDialog", "After reviews"),
                NewReviewOrder.BEFORE_REVIEWS: QT_TRANSLATE_NOOP("OptionsDialog", "Before reviews"),
            },
        ),
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "day_begins",
        "day_start_hour",
        QT_TRANSLATE_NOOP("OptionsDialog", "Day starts at (hour)"),
        WholeNumberType(0, 23),
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "retention",
        "desired_retention_percent",
        QT_TRANSLATE_NOOP("OptionsDialog", "Desired retention (%)"),
        WholeNumberType(MIN_RETENTION, MAX_RETENTION),
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "learning_steps",
        "learning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Learning steps (minutes)"),
        _STEPS_TYPE,
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "relearning_steps",
        "relearning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Relearning steps (minutes)"),
        _STEPS_TYPE,
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "leech_lapses",
        "leech_threshold",
        QT_TRANSLATE_NOOP("OptionsDialog", "Leech threshold (lapses)"),
        WholeNumberType(0, 99),
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "suspend_leeches",
        "suspend_leeches",
        QT_TRANSLATE_NOOP("OptionsDialog", "Suspend leeches"),
        _SWITCH_TYPE,
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "learn_ahead",
        "learn_ahead_minutes",
        QT_TRANSLATE_NOOP("OptionsDialog", "Learn-ahead limit (minutes)"),
        WholeNumberType(0, MAX_STEP_MINUTES),
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "languages",
        "languages",
        QT_TRANSLATE_NOOP("OptionsDialog", "Card languages"),
        EnumType(CardLanguages, None),
        OptionGroup.STUDYING,
        OptionScope.DECK,
    ),
    StudyOption(
        "typed_answers",
        "typed_answer_matching",
        QT_TRANSLATE_NOOP("OptionsDialog", "Typed answers"),
        EnumType(
            TypedAnswerMatching,
            {
                TypedAnswerMatching.EXACT: QT_TRANSLATE_NOOP("OptionsDialog", "Must match exactly"),
                TypedAnswerMatching.FORGIVING: QT_TRANSLATE_NOOP(
                    "OptionsDialog", "Ignore case, width and punctuation"
                ),
            },
        ),
        OptionGroup.STUDYING,
    ),
    StudyOption(
        "rating_choice",
        "rating_scale",
        QT_TRANSLATE_NOOP("OptionsDialog", "Rating buttons"),
        EnumType(
            RatingScale,
            {
                RatingScale.FOUR: QT_TRANSLATE_NOOP("OptionsDialog", "Again, Hard, Good, Easy"),
                RatingScale.TWO: QT_TRANSLATE_NOOP("OptionsDialog", "Again and Good only"),
            },
        ),
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "confidence",
        "ask_confidence",
        QT_TRANSLATE_NOOP("OptionsDialog", "Rate confidence before the answer"),
        _SWITCH_TYPE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "time_box",
        "timebox_minutes",
        QT_TRANSLATE_NOOP("OptionsDialog", "Timebox (minutes)"),
        WholeNumberType(0, MAX_STEP_MINUTES),
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "auto_reveal",
        "auto_reveal_seconds",
        QT_TRANSLATE_NOOP("OptionsDialog", "Auto-advance: show answer after (seconds)"),
        _SECONDS_TYPE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "auto_next",
        "auto_skip_seconds",
        QT_TRANSLATE_NOOP("OptionsDialog", "Auto-advance: skip card after (seconds)"),
        _SECONDS_TYPE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
)
"""In the order of the dialog."""

OPTION_BY_STORED_NAME = {option.stored_name: option for option in OPTIONS}


def parse_options(*kept: Mapping[str, str]) -> StudyOptions:
    """The options for some stored settings; later mappings override earlier ones. Values that can't be parsed are ignored:
    a newer version may have written them."""
    values: dict[str, OptionValue] = {}
    for texts in kept:
        for name, text in texts.items():
            try:
                option = OPTION_BY_STORED_NAME[name]
                values[option.field] = option.parse(text)
            except (KeyError, ValueError):
                continue
    return StudyOptions(**values)  # type: ignore[arg-type]
