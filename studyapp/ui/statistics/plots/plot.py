"""A plot as data, from which its picture, table, file, tooltips and spoken values are made."""

from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple


class PlotForm(Enum):
    """How a plot is painted."""

    BARS = auto()
    """Bars of the series on top of each other."""

    ROWS = auto()
    """A row for each category, with its name, a bar and the value. For categories with long names."""

    LINES = auto()
    CALENDAR = auto()
    """A cell for each day, one column a week."""

    CALIBRATION = auto()
    """Observed shares over predicted ones."""


class Tint(Enum):
    """The color and pattern of a series."""

    MAIN = auto()
    LEARNING = auto()
    YOUNG = auto()
    MATURE = auto()
    RELEARNING = auto()


class Category(NamedTuple):
    """What one bar, point or cell is about. `label` is shown at the axis, and is empty if the name says it already."""

    name: str
    label: str = ""

    @property
    def short_name(self) -> str:
        """The text at the axis."""
        return self.label or self.name


class Series(NamedTuple):
    """A value for each category, None if there is none, and how to write it."""

    name: str
    values: tuple[float | None, ...]
    format_value: Callable[[float], str]
    tint: Tint = Tint.MAIN


class Mark(NamedTuple):
    """A label at a place between the categories, such as a median. 1.5 is the middle of the second one."""

    label: str
    place: float


class Level(NamedTuple):
    """A horizontal line with a label at a value, such as the desired retention."""

    label: str
    value: float


class CalendarLegend(NamedTuple):
    """The texts that explain the cells of a calendar."""

    fewer: str
    more: str
    day_off: str
    coming: str


class Calendar(NamedTuple):
    """The place of the days of a calendar plot: the weekday of the first one (0 is Monday), the names of the weekdays, the
    places of the days off, and that of the first day to come, if there is one."""

    first_weekday: int
    weekday_names: tuple[str, ...]
    days_off: frozenset[int] = frozenset()
    first_coming: int | None = None
    legend: CalendarLegend | None = None


class Plot(NamedTuple):
    """A plot. `sentence` says in numbers what it shows.

    `heading` names the categories. `series` are painted, `further_columns` are in the table and the tooltips only. `shares`
    are painted as dots on a line, with an axis from 0 to 1 at the right; the table has them among the further columns.
    `caption` stands above the axis of the values and says what they are. `ticks` label the axis of the categories; without
    any, the categories are labeled. `marks` are vertical lines. The axis ends at `maximum`, or at the greatest value; only
    shares of a whole have a maximum. `current` is the category that stands out, such as today. Of more than `max_rows`
    rows, only the first are painted; the table has all.
    """

    name: str
    title: str
    sentence: str
    form: PlotForm
    heading: str
    categories: tuple[Category, ...] = ()
    series: tuple[Series, ...] = ()
    further_columns: tuple[Series, ...] = ()
    shares: Series | None = None
    level: Level | None = None
    caption: str = ""
    ticks: tuple[Mark, ...] = ()
    marks: tuple[Mark, ...] = ()
    minimum: float = 0
    maximum: float | None = None
    current: int | None = None
    calendar: Calendar | None = None
    max_rows: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to paint. Shares, which have a maximum, are painted even if all are 0."""
        has_shares = self.maximum is not None
        return not any(
            value or (has_shares and value is not None) for series in self.series for value in series.values
        )
