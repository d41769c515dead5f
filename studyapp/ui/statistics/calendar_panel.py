"""The panel with the calendar, where days off can be marked."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from studyapp.core.statistics.report import ReviewFigures
from studyapp.core.statistics.streak import MAX_DAYS_OFF_AHEAD
from studyapp.ui.kit import theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.statistics.figures.calendar_plot import CalendarPlot
from studyapp.ui.statistics.plot_panel import PlotPanel

_MIN_WIDTH_FOR_YEARS = 440
"""Pixels beside which the years have room, at a text size of 100%."""


class CalendarPanel(PlotPanel):
    """Shows the last twelve months and the coming days, or a year that the user chooses."""

    dayOffToggled = Signal(int, bool)
    """Carries a study day, and whether it is a day off from now on."""

    plansRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._calendar: CalendarPlot | None = None
        self._figures: ReviewFigures | None = None
        self._today = 0
        self.year_box = ComboBox(self, min_letters=6)
        self.year_box.setAccessibleName(self.tr("Year"))
        self.year_box.setToolTip(self.year_box.accessibleName())  # Qt has no names of combo boxes on Linux
        self.year_box.currentIndexChanged.connect(lambda _: self._show_year())
        self.year_box.hide()
        self.hint_label = create_label(
            self.tr(
                "Click a day, or press Space on it, to mark it as a day off, up to %n day(s) ahead. Days off don’t break the streak.",
                None,
                MAX_DAYS_OFF_AHEAD,
            ),
            "furniture",
            self,
            has_word_wrap=True,
        )
        self.plans_button = create_button(self.tr("Exams and days off…"), "flushLink", self)
        self.plans_button.clicked.connect(self.plansRequested)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.addWidget(self.hint_label, 3)
        self._below.addWidget(self.year_box, 1)
        self.column.addLayout(self._below)
        self.column.addWidget(self.plans_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hint_label.hide()
        self.view.chosen.connect(self._toggle_day_off)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the years below the hint if the panel is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_YEARS)
        self._below.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )

    def show_figures(self, figures: ReviewFigures, today: int, due_by_day: Mapping[int, int]) -> None:
        """Show the days of these figures. `due_by_day` is the number of cards due on each day."""
        self._figures, self._today = figures, today
        self._calendar = CalendarPlot(figures, today, due_by_day)
        chosen = self.year_box.currentData()
        years = self._calendar.years()
        self.year_box.blockSignals(True)
        self.year_box.clear()
        self.year_box.addItem(self.tr("12 months"), None)
        for year in years:
            self.year_box.addItem(str(year), year)
        self.year_box.setCurrentIndex(max(0, self.year_box.findData(chosen)) if chosen else 0)
        self.year_box.blockSignals(False)
        self._show_year()
        has_reviews = bool(figures.reviews_by_day)
        self.year_box.setVisible(has_reviews and len(years) > 1)
        self.hint_label.setVisible(has_reviews)
        self.view.setVisible(has_reviews)
        self.menu_button.setVisible(has_reviews)

    @property
    def year(self) -> int | None:
        """The year that is shown; None for the last twelve months."""
        year: int | None = self.year_box.currentData()
        return year

    def _show_year(self) -> None:
        if self._calendar is not None and self._figures is not None:
            self.show_plot(self._calendar.make(self.year))
            self.view.setVisible(bool(self._figures.reviews_by_day))

    def _toggle_day_off(self, place: int) -> None:
        if self._calendar is None or self._figures is None:
            return
        day = self._calendar.first_day(self.year) + place
        if day <= self._today + MAX_DAYS_OFF_AHEAD:
            self.dayOffToggled.emit(day, day not in self._figures.days_off)
