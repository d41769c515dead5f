"""Values as text in the user's language: intervals, times, counts and errors."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from studyapp.core.study.study_day import DAY_MS, HOUR_MS, MINUTE_MS, calendar_date
from studyapp.core.text.translatable import TranslatableError
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES
from studyapp.ui.kit.translators import Translated

if TYPE_CHECKING:
    from PySide6.QtCore import QDate

    from studyapp.core.study.next_due import NextDue
    from studyapp.core.study.rating import Confidence
    from studyapp.core.study.study_queue import CardCounts
    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.core.transfer.import_losses import Loss, LossPlace
    from studyapp.deckfiles.problems.problem import Problem

_MIN_RATINGS_FOR_ESTIMATE = 10
"""Sessions with fewer ratings left show no estimate of the time."""

_MAX_NOTES_NAMED = 3
"""Maximum number of notes named per kind of loss."""

_MAX_SKIPPED_NOTES_NAMED = 20
"""Maximum number of notes named per reason for which notes were skipped. The command line names all."""

_DEFAULT_RATING_MS = 9_000
"""Assumed time per rating in milliseconds, until reviews have been recorded."""


class Formatting(Translated):
    """The context of the texts in this module."""


def format_interval(due: "NextDue") -> str:
    """Return the time until the next review of a card, short enough for a button."""
    if due.due_day is None:
        if due.delay < MINUTE_MS:
            return Formatting.tr("under a minute")
        if due.delay < HOUR_MS:
            return Formatting.tr("%n min", None, round(due.delay / MINUTE_MS))
        return Formatting.tr("%n hour(s)", None, round(due.delay / HOUR_MS))
    return format_days(due.delay)


def format_days(days: int) -> str:
    """Return a number of days as text; from 31 days on in months, from 365 days on in years."""
    if days < 31:
        return Formatting.tr("%n day(s)", None, days)
    locale = QLocale()
    if days < 365:
        return Formatting.tr("{months} months").format(months=locale.toString(days / 30.44, "f", 1))
    return Formatting.tr("{years} years").format(years=locale.toString(days / 365.25, "f", 1))


def format_share(share: float) -> str:
    """Return a share from 0 to 1 in percent."""
    return Formatting.tr("{number}%").format(number=QLocale().toString(round(100 * share)))


def format_exact_share(share: float) -> str:
    """Return a share from 0 to 1 in percent, with a decimal."""
    return Formatting.tr("{number}%").format(number=QLocale().toString(100 * share, "f", 1))


def format_probability(probability: float) -> str:
    """Return a probability in percent: below 1 %, with a decimal."""
    percent = 100 * probability
    if percent < 0.1:
        return Formatting.tr("under {number}%").format(number=QLocale().toString(0.1, "f", 1))
    return Formatting.tr("{number}%").format(number=QLocale().toString(percent, "f", 1 if percent < 1 else 0))


def format_relative_day(number: int) -> str:
    """Return the day `number` days from today as text, such as “tomorrow” or “in 3 days”."""
    return (
        Formatting.tr("tomorrow")
        if number == 1
        else Formatting.tr("in {time}").format(time=format_days(number))
    )


def format_study_day(day: int, *, with_weekday: bool = False) -> str:
    """Return a study day as a date in short form, or in long form with the day of the week."""
    form = QLocale.FormatType.LongFormat if with_weekday else QLocale.FormatType.ShortFormat
    return QLocale().toString(to_qdate(day), form)


def format_date(day: int) -> str:
    """Return a study day as a date with the name of its month."""
    return _format_qdate(to_qdate(day))


def format_short_date(day: int) -> str:
    """Return a study day as a date with the short name of its month."""
    form = Formatting.tr("d MMM yyyy", "format of a date with the short name of the month")
    return QLocale().toString(to_qdate(day), form)


def to_qdate(day: int) -> "QDate":
    """Return the date of a study day."""
    from PySide6.QtCore import QDate

    date = calendar_date(day)
    return QDate(date.year, date.month, date.day)


def format_local_date(at: int) -> str:
    """Return the local date of `at` (unix milliseconds) with the name of its month."""
    from PySide6.QtCore import QDateTime

    return _format_qdate(QDateTime.fromMSecsSinceEpoch(at).date())


def _format_qdate(date: "QDate") -> str:
    form = Formatting.tr("d MMMM yyyy", "format of a date with the name of the month")
    return QLocale().toString(date, form)


def format_long_date(at: int) -> str:
    """Return the local date of `at` (unix milliseconds) with all digits of the year."""
    from PySide6.QtCore import QDateTime

    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at).date(), QLocale.FormatType.LongFormat)


def format_time_span(milliseconds: int) -> str:
    """Return a time span of at least an hour, in hours, days, months or years."""
    hours = round(milliseconds / HOUR_MS)
    return (
        Formatting.tr("%n hour(s)", None, hours) if hours < 24 else format_days(round(milliseconds / DAY_MS))
    )


def format_timestamp(at: int) -> str:
    """Return the local date and time of `at` (unix milliseconds)."""
    from PySide6.QtCore import QDateTime

    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at), QLocale.FormatType.ShortFormat)


def format_duration(milliseconds: int) -> str:
    """Return a duration in minutes."""
    if milliseconds < MINUTE_MS:
        return Formatting.tr("under a minute")
    return Formatting.tr("%n minute(s)", None, round(milliseconds / MINUTE_MS))


def format_study_time(counts: "CardCounts", average_rating_ms: float | None) -> str:
    """Return the estimated time to study these cards.

    `average_rating_ms` is the average time per rating in milliseconds; None if there are no reviews yet.
    """
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
    """Return the estimated time left in a session, or an empty string if few ratings are left."""
    if counts.estimated_ratings < _MIN_RATINGS_FOR_ESTIMATE:
        return ""
    return Formatting.tr("about {time}").format(time=format_study_time(counts, average_rating_ms))


def format_time_of_day(at: int) -> str:
    """Return the local time of day of `at` (unix milliseconds)."""
    from PySide6.QtCore import QDateTime

    time = QDateTime.fromMSecsSinceEpoch(at).time()
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def format_confidence(confidence: "Confidence") -> str:
    """Return the name of a confidence level."""
    from studyapp.core.study.rating import Confidence

    return {
        Confidence.SURE: Formatting.tr("Sure"),
        Confidence.UNSURE: Formatting.tr("Unsure"),
        Confidence.GUESS: Formatting.tr("Guess"),
    }[confidence]


def format_languages(languages: "CardLanguages") -> str:
    """Return the names of the card languages, each in its own language."""
    front, back = (
        " · ".join(INTERFACE_LANGUAGES[language].name for language in side.question_languages)
        for side in (languages, languages.swapped)
    )
    if front == back:
        return front
    return Formatting.tr("Front {front}, back {behind}").format(front=front, behind=back)


def format_flag(flag: int) -> str:
    """Return the flag symbol and the name of a flag, or an empty string for 0."""
    return f"⚑ {format_flag_name(flag)}" if flag else ""


def format_flag_name(flag: int) -> str:
    """Return the name of a flag, or an empty string for 0."""
    names = (
        Formatting.tr("Red flag"),
        Formatting.tr("Orange flag"),
        Formatting.tr("Green flag"),
        Formatting.tr("Blue flag"),
        Formatting.tr("Pink flag"),
        Formatting.tr("Turquoise flag"),
        Formatting.tr("Purple flag"),
    )
    return names[flag - 1] if flag else ""


def format_section(section: str) -> str:
    """Return a section of the source as a badge shows it: “Section” and the number, or the name."""
    if section[:1].isdigit():
        return Formatting.tr("Section {name}").format(name=section)
    return Formatting.tr("Appendix") if section.lower() == "appendix" else section


def join_sentences(*sentences: str) -> str:
    """Join sentences with spaces, except after a Chinese full stop."""
    text = ""
    for sentence in sentences:
        text += f" {sentence}" if text and not text.endswith("。") else sentence
    return text


def format_error(error: TranslatableError | OSError) -> str:
    """Return the message of an error in the user's language. Messages of the operating system are not translated."""
    if isinstance(error, TranslatableError):
        return QCoreApplication.translate(error.context, error.message_template).format(**error.values)
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def format_problem(problem: "Problem") -> str:
    """Return a problem of a deck file and its location in the user's language."""
    message = QCoreApplication.translate("Problem", problem.message_template).format(**dict(problem.values))
    hint = QCoreApplication.translate("Problem", problem.hint_template).format(**dict(problem.values))
    location = f"{problem.path.name}:{problem.line}"
    return Formatting.tr("{place}: {message} {hint}").format(place=location, message=message, hint=hint)


def format_losses(losses: "Iterable[Loss]") -> list[str]:
    """Return one message per kind of loss, with the number of losses and the first notes concerned."""
    from studyapp.core.transfer.import_losses import SKIPPED_NOTE_KINDS, group_losses

    messages = []
    for group in group_losses(losses):
        message = QCoreApplication.translate("Loss", group.kind.value).format(name=group.name)
        limit = _MAX_SKIPPED_NOTES_NAMED if group.kind in SKIPPED_NOTE_KINDS else _MAX_NOTES_NAMED
        notes = " · ".join(filter(None, map(_format_loss_place, group.places[:limit])))
        more = " …" if len(group.places) > limit else ""
        messages.append(f"{group.loss_count} × {message}\n{notes}{more}".rstrip("\n"))
    return messages


def _format_loss_place(place: "LossPlace") -> str:
    if not place.line:
        return place.note_excerpt
    line = Formatting.tr("line {number}").format(number=place.line)
    if not place.note_excerpt:
        return line
    return Formatting.tr("{line}: {note}").format(line=line, note=place.note_excerpt)
