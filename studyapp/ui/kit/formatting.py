"""Values in the person's words: waits, times, counts, and what went wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from studyapp.core.study.study_day import MINUTE_MS, calendar_date
from studyapp.core.text.translatable import TranslatableError

if TYPE_CHECKING:
    from studyapp.core.study.journal import Confidence
    from studyapp.core.study.next_due import NextDue
    from studyapp.core.study.study_queue import CardCounts
    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.deckfiles.problems.problem import Problem

LANGUAGE_NAMES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
"""Languages by their own names; these are never translated."""

_HOUR = 60 * MINUTE_MS
_MIN_RATINGS_FOR_ESTIMATE = 10
"""Ratings: so few are seen to the end without being told."""

_DEFAULT_RATING_MS = 9_000
"""Milliseconds that a rating takes most people."""


class Formatting:
    """The catalogue's heading for these texts. `lupdate` knows a text with a number by a call of `tr` only."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """The text in the person's language; `number` chooses its plural form and stands for %n."""
        return QCoreApplication.translate("Formatting", text, comment, number)


def format_interval(due: "NextDue") -> str:
    """How long until a card is asked again, short enough for a button."""
    if due.due_day is None:
        if due.delay < MINUTE_MS:
            return Formatting.tr("under a minute")
        if due.delay < _HOUR:
            return Formatting.tr("%n min", None, round(due.delay / MINUTE_MS))
        return Formatting.tr("%n hour(s)", None, round(due.delay / _HOUR))
    return format_days(due.delay)


def format_days(number: int) -> str:
    """So many days, in months or years where there are many."""
    if number < 31:
        return Formatting.tr("%n day(s)", None, number)
    locale = QLocale()
    if number < 365:
        return Formatting.tr("{months} months").format(months=locale.toString(number / 30.44, "f", 1))
    return Formatting.tr("{years} years").format(years=locale.toString(number / 365.25, "f", 1))


def format_relative_day(number: int) -> str:
    """A day, so many after today."""
    return (
        Formatting.tr("tomorrow")
        if number == 1
        else Formatting.tr("in {time}").format(time=format_days(number))
    )


def format_study_day(day: int) -> str:
    """A study day as a date."""
    from PySide6.QtCore import QDate

    date = calendar_date(day)
    return QLocale().toString(QDate(date.year, date.month, date.day), QLocale.FormatType.ShortFormat)


def format_timestamp(at: int) -> str:
    """A moment (UTC ms) as date and time by the learner's clock."""
    from PySide6.QtCore import QDateTime

    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at), QLocale.FormatType.ShortFormat)


def format_duration(milliseconds: int) -> str:
    """A stretch of work."""
    if milliseconds < MINUTE_MS:
        return Formatting.tr("under a minute")
    return Formatting.tr("%n minute(s)", None, round(milliseconds / MINUTE_MS))


def format_study_time(counts: "CardCounts", average_rating_ms: float | None) -> str:
    """About how long these cards take, at so many milliseconds a rating; None before the first."""
    return format_duration(
        round(
            max(
                MINUTE_MS,
                counts.estimated_ratings
                * (_DEFAULT_RATING_MS if average_rating_ms is None else average_rating_ms),
            )
        )
    )


def format_time_left(counts: "CardCounts", average_rating_ms: float | None) -> str:
    """The same for the head of a session; empty where that is soon."""
    if counts.estimated_ratings < _MIN_RATINGS_FOR_ESTIMATE:
        return ""
    return Formatting.tr("about {time}").format(time=format_study_time(counts, average_rating_ms))


def format_time_of_day(at: int) -> str:
    """A moment of today by the learner's clock (`at`: UTC ms)."""
    from PySide6.QtCore import QDateTime

    moment = QDateTime.fromMSecsSinceEpoch(at).time()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def format_confidence(confidence: "Confidence") -> str:
    """How sure the learner was."""
    from studyapp.core.study.journal import Confidence

    return {
        Confidence.SURE: Formatting.tr("Sure"),
        Confidence.UNSURE: Formatting.tr("Unsure"),
        Confidence.GUESS: Formatting.tr("Guess"),
    }[confidence]


def format_languages(languages: "CardLanguages") -> str:
    """The languages of a choice, by their own names."""
    front, behind = (
        " · ".join(LANGUAGE_NAMES[language] for language in side.question_languages)
        for side in (languages, languages.swapped)
    )
    if front == behind:
        return front
    return Formatting.tr("Front {front}, back {behind}").format(front=front, behind=behind)


def format_flag(flag: int) -> str:
    """A card's flag, by sign and word; empty without one."""
    names = (
        Formatting.tr("Red flag"),
        Formatting.tr("Orange flag"),
        Formatting.tr("Green flag"),
        Formatting.tr("Blue flag"),
        Formatting.tr("Pink flag"),
        Formatting.tr("Turquoise flag"),
        Formatting.tr("Purple flag"),
    )
    return f"⚑ {names[flag - 1]}" if flag else ""


def format_section(section: str) -> str:
    """A section of a source, as a badge says it; numbered ones are called a section, the others by name."""
    if section[:1].isdigit():
        return Formatting.tr("Section {name}").format(name=section)
    return Formatting.tr("Appendix") if section == "appendix" else section


def format_error(error: TranslatableError | OSError) -> str:
    """The message of an error in the user's language. The system's own messages are in its language."""
    if isinstance(error, TranslatableError):
        return QCoreApplication.translate(error.context, error.message_template).format(**error.values)
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def format_problem(problem: "Problem") -> str:
    """What is wrong with a deck file, in the person's language, with its place."""
    message = QCoreApplication.translate("Problem", problem.message_template).format(**dict(problem.values))
    hint = QCoreApplication.translate("Problem", problem.hint_template).format(**dict(problem.values))
    place = f"{problem.path.name}:{problem.line}"
    return Formatting.tr("{place}: {message} {hint}").format(place=place, message=message, hint=hint)
