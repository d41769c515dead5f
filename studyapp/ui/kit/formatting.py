"""Values in the person's words: waits, times, counts, and what went wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from studyapp.core.study.study_day import MINUTE, calendar_date
from studyapp.store.errors import StoreError

if TYPE_CHECKING:
    from studyapp.core.study.journal import Confidence
    from studyapp.core.study.next_due import Due
    from studyapp.core.study.study_queue import Counts
    from studyapp.core.text.localized_text import LanguageChoice
    from studyapp.deckfiles.problems.problem import Problem

LANGUAGE_NAMES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
"""Languages by their own names; these are never translated."""

_HOUR = 60 * MINUTE
_SOON = 10
"""Ratings: so few are seen to the end without being told."""

_USUAL_PACE = 9_000
"""Milliseconds that a rating takes most people."""


class Wording:
    """The catalogue's heading for these texts. `lupdate` knows a text with a number by a call of `tr` only."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """The text in the person's language; `number` chooses its plural form and stands for %n."""
        return QCoreApplication.translate("Wording", text, comment, number)


def wait(due: "Due") -> str:
    """How long until a card is asked again, short enough for a button."""
    if due.day is None:
        if due.wait < MINUTE:
            return Wording.tr("under a minute")
        if due.wait < _HOUR:
            return Wording.tr("%n min", None, round(due.wait / MINUTE))
        return Wording.tr("%n hour(s)", None, round(due.wait / _HOUR))
    return days(due.wait)


def days(number: int) -> str:
    """So many days, in months or years where there are many."""
    if number < 31:
        return Wording.tr("%n day(s)", None, number)
    locale = QLocale()
    if number < 365:
        return Wording.tr("{months} months").format(months=locale.toString(number / 30.44, "f", 1))
    return Wording.tr("{years} years").format(years=locale.toString(number / 365.25, "f", 1))


def in_days(number: int) -> str:
    """A day, so many after today."""
    return Wording.tr("tomorrow") if number == 1 else Wording.tr("in {time}").format(time=days(number))


def date_of(day: int) -> str:
    """A study day as a date."""
    from PySide6.QtCore import QDate

    date = calendar_date(day)
    return QLocale().toString(QDate(date.year, date.month, date.day), QLocale.FormatType.ShortFormat)


def moment(at: int) -> str:
    """A moment (UTC ms) as date and time by the learner's clock."""
    from PySide6.QtCore import QDateTime

    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at), QLocale.FormatType.ShortFormat)


def minutes(milliseconds: int) -> str:
    """A stretch of work."""
    if milliseconds < MINUTE:
        return Wording.tr("under a minute")
    return Wording.tr("%n minute(s)", None, round(milliseconds / MINUTE))


def time_for(counts: "Counts", pace: float | None) -> str:
    """About how long these cards take, at so many milliseconds a rating; None before the first."""
    return minutes(round(max(MINUTE, counts.ratings * (_USUAL_PACE if pace is None else pace))))


def time_left(counts: "Counts", pace: float | None) -> str:
    """The same for the head of a session; empty where that is soon."""
    if counts.ratings < _SOON:
        return ""
    return Wording.tr("about {time}").format(time=time_for(counts, pace))


def time_of_day(at: int) -> str:
    """A moment of today by the learner's clock (`at`: UTC ms)."""
    from PySide6.QtCore import QDateTime

    moment = QDateTime.fromMSecsSinceEpoch(at).time()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def confidence(how_sure: "Confidence") -> str:
    """How sure the learner was."""
    from studyapp.core.study.journal import Confidence

    return {
        Confidence.SURE: Wording.tr("Sure"),
        Confidence.UNSURE: Wording.tr("Unsure"),
        Confidence.GUESS: Wording.tr("A guess"),
    }[how_sure]


def languages(choice: "LanguageChoice") -> str:
    """The languages of a choice, by their own names."""
    front, behind = (
        " · ".join(LANGUAGE_NAMES[language] for language in side.languages)
        for side in (choice, choice.behind)
    )
    if front == behind:
        return front
    return Wording.tr("{front}, the answer {behind}").format(front=front, behind=behind)


def flag(colour: int) -> str:
    """A card's flag, by sign and word; empty without one."""
    names = (
        Wording.tr("Red flag"),
        Wording.tr("Orange flag"),
        Wording.tr("Green flag"),
        Wording.tr("Blue flag"),
        Wording.tr("Pink flag"),
        Wording.tr("Turquoise flag"),
        Wording.tr("Purple flag"),
    )
    return f"⚑ {names[colour - 1]}" if colour else ""


def section(name: str) -> str:
    """A section of a source, as a badge says it; numbered ones are called a section, the others by name."""
    if name[:1].isdigit():
        return Wording.tr("Section {name}").format(name=name)
    return Wording.tr("Appendix") if name == "appendix" else name


def store_error(error: StoreError) -> str:
    """What is wrong with the data folder, in the person's language."""
    return QCoreApplication.translate("Problem", error.template).format(**error.values)


def system_error(error: OSError) -> str:
    """What the system says, with the file that it is about."""
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def problem(found: "Problem") -> str:
    """What is wrong with a deck file, in the person's language, with its place."""
    message = QCoreApplication.translate("Problem", found.message_template).format(**dict(found.values))
    hint = QCoreApplication.translate("Problem", found.hint_template).format(**dict(found.values))
    place = f"{found.path.name}:{found.line}"
    return Wording.tr("{place}: {message} {hint}").format(place=place, message=message, hint=hint)
