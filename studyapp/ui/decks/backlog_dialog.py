"""The dialog that spreads overdue cards over several days."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from studyapp.services.study.backlog_spreading import MAX_SPREAD_DAYS, Backlog
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.decks.forecast_chart import ForecastChart
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.widgets import create_label

_DEFAULT_DAYS, _MIN_DAYS_SHOWN = 7, 14


class BacklogDialog(ScrollingDialog):
    """Shows the current schedule and a preview of the spread one. `spread_backlog` gets the number of days."""

    def __init__(self, backlog: Backlog, spread_backlog: Callable[[int], None], parent: QWidget) -> None:
        super().__init__(parent, width=640)
        self.setWindowTitle(self.tr("Spread overdue cards"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._backlog, self._spread_backlog = backlog, spread_backlog
        column = self.column
        title = self.tr("%n overdue card(s)", None, len(backlog.overdue))
        column.addWidget(create_label(title, "dialogTitle", self, has_word_wrap=True))
        self.chart_before, self.chart_after = ForecastChart(self), ForecastChart(self)
        self.days_slider = QSlider(Qt.Orientation.Horizontal, self)
        self.days_slider.setRange(2, MAX_SPREAD_DAYS)
        self.days_slider.setAccessibleName(self.tr("Days"))
        self.days_label = create_label("", "", self)
        for widget in (
            create_label(self.tr("Current schedule"), "furniture", self),
            self.chart_before,
            self.days_label,
            self.days_slider,
            self.chart_after,
        ):
            column.addWidget(widget)
        hint = self.tr("The cards you are most likely to remember will be shown first. Undo: {key}")
        column.addWidget(
            create_label(hint.format(key=format_shortcut("undo")), "furniture", self, has_word_wrap=True)
        )
        column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.spread_button = self.add_button(self.tr("Spread"), "primary", is_default=True)
        self.spread_button.clicked.connect(self._accept_and_spread)
        self.days_slider.valueChanged.connect(self._update_charts)
        self.days_slider.setValue(_DEFAULT_DAYS)

    def _update_charts(self, days: int) -> None:
        days_shown = max(_MIN_DAYS_SHOWN, days)
        self.days_label.setText(self.tr("Spread over %n day(s)", None, days))
        counts_before, counts_after = (
            self._backlog.daily_counts()[:days_shown],
            self._backlog.daily_counts_if_spread(days)[:days_shown],
        )
        self.chart_before.show_forecast(counts_before, self._backlog.today)
        self.chart_after.show_forecast(
            counts_after, self._backlog.today, min_scale_maximum=max(counts_before)
        )

    def _accept_and_spread(self) -> None:
        self.accept()
        self._spread_backlog(self.days_slider.value())
