"""The table of study options.

The options dialog and the parser of stored options use this table. To add an option, add a field with a default to
`StudyOptions` and a row here. Names are stored, so never change them.
"""

from collections.abc import Mapping
from functools import lru_cache

from studyapp.core.study.option_choices import (
    CARD_LANGUAGES,
    NEW_CARD_ORDER,
    NEW_REVIEW_ORDER,
    RATING_SCALE,
    REVIEW_ORDER,
    SOUND_PLAYBACK,
    SWITCH,
    TYPED_ANSWER_MATCHING,
)
from studyapp.core.study.option_descriptor import (
    MINUTES_A_DAY,
    OptionGroup,
    OptionScope,
    OptionValue,
    StepListType,
    StudyOption,
    WholeNumberType,
)
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MAX_CARDS = 9999
MIN_RETENTION, MAX_RETENTION = 70, 99
"""Range of the desired retention in percent. Below it, FSRS shows cards too late; above it, reviews leave hardly any
time for new cards."""

MAX_STEPS = 10
MAX_SECONDS = 3600


_CARD_COUNT_TYPE, _SECONDS_TYPE, _STEPS_TYPE = (
    WholeNumberType(0, MAX_CARDS),
    WholeNumberType(0, MAX_SECONDS),
    StepListType(MAX_STEPS),
)

OPTIONS: tuple[StudyOption, ...] = (
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
    StudyOption(
        "languages",
        "languages",
        QT_TRANSLATE_NOOP("OptionsDialog", "Card languages"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog",
            "Show this deck's cards in these languages instead of the ones used for all decks.",
        ),
        CARD_LANGUAGES,
        OptionGroup.STUDYING,
        OptionScope.DECK,
    ),
    StudyOption(
        "typed_answers",
        "typed_answer_matching",
        QT_TRANSLATE_NOOP("OptionsDialog", "Typed answers"),
        QT_TRANSLATE_NOOP("OptionsDialog", "How closely a typed answer must match the correct one."),
        TYPED_ANSWER_MATCHING,
        OptionGroup.STUDYING,
    ),
    StudyOption(
        "sounds",
        "play_sounds",
        QT_TRANSLATE_NOOP("OptionsDialog", "Play sounds"),
        QT_TRANSLATE_NOOP("OptionsDialog", "When to play the sounds of questions and answers."),
        SOUND_PLAYBACK,
        OptionGroup.STUDYING,
    ),
    StudyOption(
        "rating_choice",
        "rating_scale",
        QT_TRANSLATE_NOOP("OptionsDialog", "Rating buttons"),
        QT_TRANSLATE_NOOP("OptionsDialog", "Use four ratings, or only Again and Good."),
        RATING_SCALE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "confidence",
        "ask_confidence",
        QT_TRANSLATE_NOOP("OptionsDialog", "Rate confidence before the answer"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Say how sure you are first. The session summary shows how often you were right."
        ),
        SWITCH,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "time_box",
        "timebox_minutes",
        QT_TRANSLATE_NOOP("OptionsDialog", "Timebox (minutes)"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog",
            "Show how much you have studied each time this many minutes pass. 0 turns this off.",
        ),
        WholeNumberType(0, MINUTES_A_DAY),
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "auto_reveal",
        "auto_reveal_seconds",
        QT_TRANSLATE_NOOP("OptionsDialog", "Auto-advance: show answer after (seconds)"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Show the answer automatically after this many seconds. 0 turns this off."
        ),
        _SECONDS_TYPE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
    StudyOption(
        "auto_next",
        "auto_skip_seconds",
        QT_TRANSLATE_NOOP("OptionsDialog", "Auto-advance: skip card after (seconds)"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog", "Move on without a rating after this many seconds. 0 turns this off."
        ),
        _SECONDS_TYPE,
        OptionGroup.STUDYING,
        OptionScope.GLOBAL,
    ),
)
"""The options, in the order in which the dialog shows them."""

OPTION_BY_STORED_NAME = {option.stored_name: option for option in OPTIONS}


def parse_options(*stored_settings: Mapping[str, str]) -> StudyOptions:
    """Return the options from stored settings. Later mappings override earlier ones."""
    return _parse_settings(tuple(tuple(texts.items()) for texts in stored_settings))


@lru_cache(maxsize=1_000)
def _parse_settings(stored_settings: tuple[tuple[tuple[str, str], ...], ...]) -> StudyOptions:
    # Cached, because the same settings are loaded for each card of a session and for each deck of the decks page.
    options = StudyOptions()
    for texts in stored_settings:
        options = apply_overrides(options, dict(texts))
    return options


def apply_overrides(options: StudyOptions, stored_settings: Mapping[str, str]) -> StudyOptions:
    """Return the options with those that are set in stored settings. Values that can't be parsed are ignored, because a
    newer version may have written them."""
    values: dict[str, OptionValue] = {}
    for name, text in stored_settings.items():
        try:
            option = OPTION_BY_STORED_NAME[name]
            values[option.field] = option.parse(text)
        except (KeyError, ValueError):
            continue
    return options._replace(**values)  # type: ignore[arg-type]
