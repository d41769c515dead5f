"""The choices of options with a fixed set of values, and their labels."""

from studyapp.core.options.option_descriptor import EnumType, WeekdaysType
from studyapp.core.options.study_options import (
    DayLoad,
    NewCardOrder,
    NewReviewOrder,
    RatingScale,
    ReviewOrder,
    SoundPlayback,
    Switch,
    TypedAnswerMatching,
)
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

SWITCH = EnumType(
    Switch,
    {
        Switch.OFF: QT_TRANSLATE_NOOP("OptionsDialog", "No"),
        Switch.ON: QT_TRANSLATE_NOOP("OptionsDialog", "Yes"),
    },
)

NEW_CARD_ORDER = EnumType(
    NewCardOrder,
    {
        NewCardOrder.VARIED: QT_TRANSLATE_NOOP("OptionsDialog", "Varied"),
        NewCardOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "Deck order"),
        NewCardOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "Random"),
        NewCardOrder.PREREQUISITES: QT_TRANSLATE_NOOP("OptionsDialog", "Prerequisites first"),
    },
)

REVIEW_ORDER = EnumType(
    ReviewOrder,
    {
        ReviewOrder.MOST_OVERDUE: QT_TRANSLATE_NOOP("OptionsDialog", "Most overdue first"),
        ReviewOrder.LOWEST_RETRIEVABILITY: QT_TRANSLATE_NOOP("OptionsDialog", "Lowest retrievability first"),
        ReviewOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "Random"),
        ReviewOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "Deck order"),
    },
)

NEW_REVIEW_ORDER = EnumType(
    NewReviewOrder,
    {
        NewReviewOrder.MIX_WITH_REVIEWS: QT_TRANSLATE_NOOP("OptionsDialog", "Mixed with reviews"),
        NewReviewOrder.AFTER_REVIEWS: QT_TRANSLATE_NOOP("OptionsDialog", "After reviews"),
        NewReviewOrder.BEFORE_REVIEWS: QT_TRANSLATE_NOOP("OptionsDialog", "Before reviews"),
    },
)

CARD_LANGUAGES = EnumType(CardLanguages, None)

TYPED_ANSWER_MATCHING = EnumType(
    TypedAnswerMatching,
    {
        TypedAnswerMatching.EXACT: QT_TRANSLATE_NOOP("OptionsDialog", "Must match exactly"),
        TypedAnswerMatching.FORGIVING: QT_TRANSLATE_NOOP(
            "OptionsDialog", "Ignore case, accents, punctuation and spaces"
        ),
    },
)

SOUND_PLAYBACK = EnumType(
    SoundPlayback,
    {
        SoundPlayback.AUTOMATIC: QT_TRANSLATE_NOOP("OptionsDialog", "Automatically"),
        SoundPlayback.ON_KEY: QT_TRANSLATE_NOOP("OptionsDialog", "On key or click only"),
        SoundPlayback.OFF: QT_TRANSLATE_NOOP("OptionsDialog", "Off"),
    },
)

RATING_SCALE = EnumType(
    RatingScale,
    {
        RatingScale.FOUR: QT_TRANSLATE_NOOP("OptionsDialog", "Again, Hard, Good, Easy"),
        RatingScale.TWO: QT_TRANSLATE_NOOP("OptionsDialog", "Again and Good only"),
    },
)

EASY_DAYS = WeekdaysType(
    DayLoad,
    {
        DayLoad.NORMAL: QT_TRANSLATE_NOOP("OptionsDialog", "Normal"),
        DayLoad.REDUCED: QT_TRANSLATE_NOOP("OptionsDialog", "Reduced"),
        DayLoad.MINIMUM: QT_TRANSLATE_NOOP("OptionsDialog", "Minimum"),
    },
)
