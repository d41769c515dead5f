"""Names of study days and spans of them."""

from typing import assert_never

from PySide6.QtCore import QLocale

from studyapp.ui.kit import formatting
from studyapp.ui.kit.formatting import to_qdate
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.day_spans import DaySpan, Step
from studyapp.ui.statistics.plots.plot import Category


class DayNames(Translated):
    """Names in the user's language. The formats are those of QLocale."""

    @classmethod
    def date(cls, day: int) -> str:
        """Return a date with its year."""
        return formatting.format_short_date(day)

    @classmethod
    def day_label(cls, day: int) -> str:
        """Return a date without its year."""
        return QLocale().toString(to_qdate(day), DayNames.tr("d MMM", "format of a date without the year"))

    @classmethod
    def month_and_year(cls, day: int) -> str:
        """Return the month of a day with its year, in a short form."""
        return QLocale().toString(
            to_qdate(day), DayNames.tr("MMM yy", "short format of a month and its year")
        )

    @classmethod
    def month_label(cls, day: int) -> str:
        """Return the month of a day, with the year if it is January."""
        date = to_qdate(day)
        return QLocale().toString(
            date, DayNames.tr("MMM", "format of a month") if date.month() > 1 else "yyyy"
        )

    @classmethod
    def weekdays(cls) -> tuple[str, ...]:
        """Return the short names of the weekdays, from Monday on."""
        form = QLocale.FormatType.ShortFormat
        return tuple(QLocale().standaloneDayName(number, form) for number in range(1, 8))

    @classmethod
    def category(cls, span: DaySpan, today: int) -> Category:
        """Return the name of a span and its label at the axis."""
        match span.step:
            case Step.AUTOMATIC | Step.DAY:
                if span.first == today:
                    return Category(
                        DayNames.tr("Today, {date}").format(date=cls.date(today)), DayNames.tr("Today")
                    )
                return Category(cls.date(span.first), cls.day_label(span.first))
            case Step.WEEK:
                dates = f"{cls.date(span.first)} – {cls.date(span.last)}"
                return Category(dates, cls.day_label(span.first))
            case Step.MONTH:
                date = to_qdate(span.first)
                name = QLocale().toString(date, DayNames.tr("MMMM yyyy", "format of a month and its year"))
                return Category(cls._so_far(name, span, today), DayNames.month_and_year(span.first))
            case Step.YEAR:
                year = str(to_qdate(span.first).year())
                return Category(cls._so_far(year, span, today), year)
            case _:
                assert_never(span.step)

    @classmethod
    def _so_far(cls, name: str, span: DaySpan, today: int) -> str:
        """Return the name of a month or year, and say so if it isn't over today."""
        is_over = span.last != today or not span.is_cut_off
        return name if is_over else DayNames.tr("{month_or_year} so far").format(month_or_year=name)

    @classmethod
    def heading(cls, spans: list[DaySpan]) -> str:
        """Return what the spans are."""
        step = spans[0].step if spans else Step.DAY
        match step:
            case Step.AUTOMATIC | Step.DAY:
                return DayNames.tr("Day")
            case Step.WEEK:
                return DayNames.tr("Week")
            case Step.MONTH:
                return DayNames.tr("Month")
            case Step.YEAR:
                return DayNames.tr("Year")
            case _:
                assert_never(step)
