"""Writing values in the user's language."""

from PySide6.QtCore import QLocale, QTime

from studyapp.core.statistics.review_counts import HOURS_PER_DAY
from studyapp.core.study.study_day import HOUR_MS, MINUTE_MS
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated

_DAYS_OF_MONTH, _DAYS_OF_YEAR = 30, 365

_MAX_MINUTES = 120
"""Longer times are given in hours."""


class ValueFormats(Translated):
    """Formats for values of plots and sentences."""

    @classmethod
    def count(cls, value: float) -> str:
        """Return a number of cards or reviews. Expected numbers are rounded."""
        return QLocale().toString(round(value))

    @classmethod
    def decimal(cls, value: float) -> str:
        """Return a number with three decimals."""
        return QLocale().toString(float(value), "f", 3)

    @classmethod
    def tenths(cls, value: float) -> str:
        """Return a number with one decimal."""
        return QLocale().toString(float(value), "f", 1)

    @classmethod
    def percent(cls, share: float) -> str:
        """Return a share from 0 to 1 as a percentage without decimals."""
        return formatting.format_share(share)

    @classmethod
    def exact_percent(cls, share: float) -> str:
        """Return a share from 0 to 1 as a percentage, with one decimal unless it is an integer."""
        percent = round(share * 100, 1)
        decimals = 0 if percent == round(percent) else 1
        return ValueFormats.tr("{number}%").format(number=QLocale().toString(float(percent), "f", decimals))

    @classmethod
    def hours(cls, hours: float) -> str:
        """Return a number of hours without the unit, with a decimal below 10."""
        is_integer = hours >= 10 or hours == round(hours)
        return QLocale().toString(float(hours), "f", 0 if is_integer else 1)

    @classmethod
    def duration(cls, milliseconds: float) -> str:
        """Return a duration for a sentence: seconds, minutes or hours."""
        seconds = round(milliseconds / 1000)
        if seconds < 60:
            return ValueFormats.tr("%n second(s)", None, seconds)
        minutes = round(milliseconds / MINUTE_MS)
        if minutes < _MAX_MINUTES:
            return ValueFormats.tr("%n minute(s)", None, minutes)
        return ValueFormats.tr("{number} h").format(number=cls.hours(milliseconds / HOUR_MS))

    @classmethod
    def days(cls, days: float) -> str:
        """Return a number of days, which need not be an integer, as days, months or years."""
        if days < 1:
            return ValueFormats.tr("under a day")
        return formatting.format_days(round(days))

    @classmethod
    def short_days(cls, days: int) -> str:
        """Return a number of days for an axis: days, months of 30 days or years of 365, with a decimal if needed."""
        if days < _DAYS_OF_MONTH:
            return ValueFormats.tr("{number} d", "days").format(number=cls.count(days))
        if days < _DAYS_OF_YEAR:
            return ValueFormats.tr("{number} mo", "months").format(number=_short(days / _DAYS_OF_MONTH))
        return ValueFormats.tr("{number} y", "years").format(number=_short(days / _DAYS_OF_YEAR))

    @classmethod
    def hour(cls, hour: int) -> str:
        """Return the time at which an hour of the day begins. Hour 24 is midnight."""
        return QLocale().toString(QTime(hour % HOURS_PER_DAY, 0), QLocale.FormatType.ShortFormat)

    @classmethod
    def cards(cls, count: float) -> str:
        """Return a number of cards for a sentence."""
        return ValueFormats.tr("%Ln card(s)", None, round(count))

    @classmethod
    def reviews(cls, count: int) -> str:
        """Return a number of reviews for a sentence."""
        return ValueFormats.tr("%Ln review(s)", None, count)

    @classmethod
    def day_count(cls, count: int) -> str:
        """Return a number of days for a sentence, always in days."""
        return ValueFormats.tr("%Ln day(s)", None, count)


def _short(number: float) -> str:
    rounded = round(number, 1)
    return QLocale().toString(rounded, "f", 0 if rounded == round(rounded) else 1)
