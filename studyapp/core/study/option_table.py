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
        Switch.OFF: QT_TRANSLATE_NOOP("OptionsDialog", "no"),
        Switch.ON: QT_TRANSLATE_NOOP("OptionsDialog", "yes"),
    },
)

OPTIONS: tuple[StudyOption, ...] = (
    StudyOption(
        "new_a_day",
        "new_per_day",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards a day"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
    ),
    StudyOption(
        "reviews_a_day",
        "reviews_per_day",
        QT_TRANSLATE_NOOP("OptionsDialog", "Reviews a day"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
    ),
    StudyOption(
        "new_over_all",
        "new_per_day_all_decks",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards a day, all decks together"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "reviews_over_all",
        "reviews_per_day_all_decks",
        QT_TRANSLATE_NOOP("OptionsDialog", "Reviews a day, all decks together"),
        _CARD_COUNT_TYPE,
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "new_order",
        "new_card_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards come"),
        EnumType(
            NewCardOrder,
            {
                NewCardOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "as in the deck"),
                NewCardOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "at random"),
                NewCardOrder.PREREQUISITES: QT_TRANSLATE_NOOP("OptionsDialog", "after what they require"),
            },
        ),
        OptionGroup.DAILY,
    ),
    StudyOption(
        "due_order",
        "review_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "Due cards come"),
        EnumType(
            ReviewOrder,
            {
                ReviewOrder.MOST_OVERDUE: QT_TRANSLATE_NOOP("OptionsDialog", "the longest due first"),
                ReviewOrder.LOWEST_RETRIEVABILITY: QT_TRANSLATE_NOOP(
                    "OptionsDialog", "the least remembered first"
                ),
                ReviewOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "at random"),
                ReviewOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "as in the deck"),
            },
        ),
        OptionGroup.DAILY,
    ),
    StudyOption(
        "mixing",
        "new_review_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards stand"),
        EnumType(
            NewReviewOrder,
            {
                NewReviewOrder.MIX_WITH_REVIEWS: QT_TRANSLATE_NOOP(
                    "OptionsDialog", "among those that are due"
                ),
                NewReviewOrder.AFTER_REVIEWS: QT_TRANSLATE_NOOP("OptionsDialog", "after those that are due"),
                NewReviewOrder.BEFORE_REVIEWS: QT_TRANSLATE_NOOP(
                    "OptionsDialog", "before those that are due"
                ),
            },
        ),
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "day_begins",
        "day_start_hour",
        QT_TRANSLATE_NOOP("OptionsDialog", "Hour at which the day begins"),
        WholeNumberType(0, 23),
        OptionGroup.DAILY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "retention",
        "desired_retention_percent",
        QT_TRANSLATE_NOOP("OptionsDialog", "Percent to be recalled when a card comes"),
        WholeNumberType(MIN_RETENTION, MAX_RETENTION),
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "learning_steps",
        "learning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Minutes between the first ratings"),
        _STEPS_TYPE,
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "relearning_steps",
        "relearning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Minutes after a card was forgotten"),
        _STEPS_TYPE,
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "leech_lapses",
        "leech_threshold",
        QT_TRANSLATE_NOOP("OptionsDialog", "Lapses after which a card should be rewritten"),
        WholeNumberType(0, 99),
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "suspend_leeches",
        "suspend_leeches",
        QT_TRANSLATE_NOOP("OptionsDialog", "Then suspend it"),
        _SWITCH_TYPE,
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "learn_ahead",
        "learn_ahead_minutes",
        QT_TRANSLATE_NOOP("OptionsDialog", "Minutes that a learning card may come early"),
        WholeNumberType(0, MAX_STEP_MINUTES),
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "languages",
        "languages",
        QT_TRANSLATE_NOOP("OptionsDialog", "Languages of the cards"),
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
                TypedAnswerMatching.EXACT: QT_TRANSLATE_NOOP("OptionsDialog", "are right letter by letter"),
                TypedAnswerMatching.FORGIVING: QT_TRANSLATE_NOOP(
                    "OptionsDialog", "may differ in case, width and punctuation"
                ),
            },
        ),
        OptionGroup.STUDYING,
    ),
    StudyOption(
        "rating_choice",
        "rating_scale",
        QT_TRANSLATE_NOOP("OptionsDialog", "Ratings"),
        EnumType(
            RatingScale,
            {
                RatingScale.FOUR: QT_TRANSLATE_NOOP("OptionsDialog", "again, hard, good, easy"),
                RatingScale.TWO: QT_TRANSLATE_NOOP("OptionsDialog", "again and good only"),
            },
        ),
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "confidence",
        "ask_confidence",
        QT_TRANSLATE_NOOP("OptionsDialog", "Before the answer, say how sure you are"),
        _SWITCH_TYPE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "time_box",
        "timebox_minutes",
        QT_TRANSLATE_NOOP("OptionsDialog", "Say after so many minutes how long it went"),
        WholeNumberType(0, MAX_STEP_MINUTES),
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "auto_reveal",
        "auto_reveal_seconds",
        QT_TRANSLATE_NOOP("OptionsDialog", "Show the answer by itself after seconds"),
        _SECONDS_TYPE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "auto_next",
        "auto_skip_seconds",
        QT_TRANSLATE_NOOP("OptionsDialog", "Leave an unrated answer after seconds"),
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
