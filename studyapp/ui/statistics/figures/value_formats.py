"""Writing values in the user's language."""

from PySide6.QtCore import QLocale

from studyapp.core.study.study_day import HOUR_MS, MINUTE_MS
from studyapp.ui.kit import formatting
from studyapp.ui.statistics.figures.translated import Translated

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
