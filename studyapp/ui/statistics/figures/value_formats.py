"""Writing values in the user's language."""

from PySide6.QtCore import QLocale

from studyapp.core.study.study_day import MINUTE_MS
from studyapp.ui.kit import formatting
from studyapp.ui.statistics.figures.translated import Translated


class ValueFormats(Translated):
    """Formats for values of plots and sentences."""

    @classmethod
    def count(cls, value: float) -> str:
        """Return a number of cards or reviews. Expected numbers are rounded."""
        return QLocale().toString(round(value))

    @classmethod
    def decimal(cls, value: float) -> str:
        """Return a number with three decimals."""
        return QLocale().toString(value, "f", 3)

    @classmethod
    def percent(cls, share: float) -> str:
        """Return a share from 0 to 1 as a percentage without decimals."""
        return ValueFormats.tr("{number} %").format(number=QLocale().toString(round(share * 100)))

    @classmethod
    def exact_percent(cls, share: float) -> str:
        """Return a share from 0 to 1 as a percentage, with one decimal unless it is an integer."""
        percent = round(share * 100, 1)
        decimals = 0 if percent == round(percent) else 1
        return ValueFormats.tr("{number} %").format(number=QLocale().toString(percent, "f", decimals))

    @classmethod
    def minutes(cls, minutes: float) -> str:
        """Return a number of minutes, from two hours on as hours."""
        if minutes < 120:
            return ValueFormats.tr("{number} min").format(number=QLocale().toString(round(minutes)))
        hours = minutes / 60
        return ValueFormats.tr("{number} h").format(
            number=QLocale().toString(hours, "f", 0 if hours >= 10 else 1)
        )

    @classmethod
    def duration(cls, milliseconds: float) -> str:
        """Return a duration for a sentence: seconds, minutes or hours."""
        seconds = round(milliseconds / 1000)
        if seconds < 60:
            return ValueFormats.tr("%n second(s)", None, seconds)
        minutes = round(milliseconds / MINUTE_MS)
        return ValueFormats.tr("%n minute(s)", None, minutes) if minutes < 120 else cls.minutes(minutes)

    @classmethod
    def days(cls, days: float) -> str:
        """Return a number of days, which need not be an integer, as days, months or years."""
        if days < 1:
            return ValueFormats.tr("under a day")
        return formatting.format_days(round(days))

    @classmethod
    def cards(cls, count: float) -> str:
        """Return a number of cards for a sentence."""
        return ValueFormats.tr("%n card(s)", None, round(count))

    @classmethod
    def reviews(cls, count: int) -> str:
        """Return a number of reviews for a sentence."""
        return ValueFormats.tr("%n review(s)", None, count)

    @classmethod
    def day_count(cls, count: int) -> str:
        """Return a number of days for a sentence, always in days."""
        return ValueFormats.tr("%n day(s)", None, count)
