"""The options about when cards are due."""

from studyapp.core.options.option_choices import EASY_DAYS, SWITCH
from studyapp.core.options.option_descriptor import (
    MINUTES_A_DAY,
    OptionGroup,
    OptionScope,
    StepListType,
    StudyOption,
    WholeNumberType,
)
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MIN_RETENTION, MAX_RETENTION = 70, 99
"""Range of the desired retention in percent. Below it, FSRS shows cards too late; above it, reviews leave hardly any
time for new cards."""

MAX_STEPS = 10
_STEPS_TYPE = StepListType(MAX_STEPS)

SCHEDULING_OPTIONS: tuple[StudyOption, ...] = (
    StudyOption(
        "retention",
        "desired_retention_percent",
        QT_TRANSLATE_NOOP("OptionsDialog", "Desired retention (%)"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog",
            "The target probability of recall when a card is due. Higher values mean more reviews.",
        ),
        WholeNumberType(MIN_RETENTION, MAX_RETENTION),
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "learning_steps",
        "learning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Learning steps (minutes)"),
        QT_TRANSLATE_NOOP("OptionsDialog", "Delays between the first reviews of a new card, such as 1 10."),
        _STEPS_TYPE,
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "relearning_steps",
        "relearning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Relearning steps (minutes)"),
        QT_TRANSLATE_NOOP("OptionsDialog", "Delays before a forgotten card becomes a review card again."),
        _STEPS_TYPE,
        OptionGroup.MEMORY,
    ),
    StudyOption(
        "optimize_automatically",
        "optimize_automatically",
        QT_TRANSLATE_NOOP("OptionsDialog", "Optimize automatically"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "About once a week, fit FSRS to your reviews if it predicts them better then."
        ),
        SWITCH,
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "balance_load",
        "balance_load",
        QT_TRANSLATE_NOOP("OptionsDialog", "Balance the days"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Move due dates slightly toward days with fewer cards, away from days off."
        ),
        SWITCH,
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "easy_days",
        "easy_days",
        QT_TRANSLATE_NOOP("OptionsDialog", "Easy days"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Weekdays on which fewer cards should be due. They need “Balance the days”."
        ),
        EASY_DAYS,
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "leech_lapses",
        "leech_threshold",
        QT_TRANSLATE_NOOP("OptionsDialog", "Leech threshold (lapses)"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "A card forgotten this many times is reported as a leech. 0 turns this off."
        ),
        WholeNumberType(0, 99),
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "suspend_leeches",
        "suspend_leeches",
        QT_TRANSLATE_NOOP("OptionsDialog", "Suspend leeches"),
        QT_TRANSLATE_NOOP("OptionsDialog", "Suspend a card as soon as it becomes a leech."),
        SWITCH,
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "learn_ahead",
        "learn_ahead_minutes",
        QT_TRANSLATE_NOOP("OptionsDialog", "Learn-ahead limit (minutes)"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog",
            "Show learning cards up to this many minutes early when nothing else is left to study.",
        ),
        WholeNumberType(0, MINUTES_A_DAY),
        OptionGroup.MEMORY,
        OptionScope.GLOBAL,
    ),
)
