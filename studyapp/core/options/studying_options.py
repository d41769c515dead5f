"""The options about what a session shows and does."""

from studyapp.core.options.option_choices import (
    CARD_LANGUAGES,
    RATING_SCALE,
    SOUND_PLAYBACK,
    SWITCH,
    TYPED_ANSWER_MATCHING,
)
from studyapp.core.options.option_descriptor import (
    MINUTES_A_DAY,
    OptionGroup,
    OptionScope,
    StudyOption,
    WholeNumberType,
)
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MAX_SECONDS = 3600
_SECONDS_TYPE = WholeNumberType(0, MAX_SECONDS)

STUDYING_OPTIONS: tuple[StudyOption, ...] = (
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
        "ask_until_right",
        "ask_until_right",
        QT_TRANSLATE_NOOP("OptionsDialog", "Repeat choice and typed cards until correct"),
        QT_TRANSLATE_NOOP(
            "OptionsDialog",
            "Show them again after a wrong answer. This doesn't change when they are due.",
        ),
        SWITCH,
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
