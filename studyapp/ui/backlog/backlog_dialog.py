"""The dialog that spreads overdue cards over several days."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studyapp.services.plans.backlog import Backlog, BacklogPlan
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.backlog.forecast_chart import ForecastChart
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.spin_box import create_spin_box
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label

_MIN_DAYS_SHOWN = 14
_MAX_MINUTES, _STEP = 240, 5


class BacklogDialog(ScrollingDialog):
    """Asks for minutes of reviews a day, and shows the current schedule and the one that results. `spread` gets the plan and
    whether new cards pause until it is done."""

    def __init__(
        self, backlog: Backlog, spread: Callable[[BacklogPlan, bool], None], parent: QWidget
    ) -> None:
        super().__init__(parent, width=640)
        self.setWindowTitle(self.tr("Spread overdue cards"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._backlog, self._spread = backlog, spread
        self._plan, least = backlog.suggest_plan(), backlog.gentlest_plan().minutes
        title = self.tr("%n overdue card(s)", None, len(backlog.overdue))
        minutes_title = create_label(self.tr("Minutes of reviews per day"), "furniture", self)
        self.minutes_box = create_spin_box(
            self._plan.minutes, least, max(_MAX_MINUTES, self._plan.minutes), self
        )
        self.minutes_box.setSingleStep(_STEP)
        self.minutes_box.setAccessibleName(minutes_title.text())
        minutes_title.setBuddy(self.minutes_box)
        self.chart_before, self.chart_after = ForecastChart(self), ForecastChart(self)
        self.days_label = create_label("", "", self, has_word_wrap=True)
        self.pause_box = WrappingCheckBox("", self)
        self.pause_box.setChecked(backlog.break_days > 0)
        for widget in (
            create_label(title, "dialogTitle", self, has_word_wrap=True),
            minutes_title,
            self.minutes_box,
            self.days_label,
            self.chart_after,
            create_label(self.tr("Current schedule"), "furniture", self),
            self.chart_before,
            self.pause_box,
            self._create_hint(),
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.spread_button = self.add_button(self.tr("Spread"), "primary", is_default=True)
        self.spread_button.clicked.connect(self._accept_and_spread)
        self.minutes_box.valueChanged.connect(self._change_minutes)
        self._show_plan()

    def _create_hint(self) -> QWidget:
        hint = self.tr(
            "The cards you are most likely to remember will be shown first. Room is left for those that you forget. Undo: {key}"
        )
        return create_label(hint.format(key=format_shortcut("undo")), "furniture", self, has_word_wrap=True)

    def _change_minutes(self, minutes: int) -> None:
        plan = self._backlog.plan(minutes)
        if plan is not None:
            self._plan = plan
            self._show_plan()

    def _show_plan(self) -> None:
        backlog, plan = self._backlog, self._plan
        days_text = self.tr("Spread over %n day(s), until {date}", None, plan.days)
        self.days_label.setText(days_text.format(date=formatting.format_date(plan.first_day_after - 1)))
        pause_text = self.tr("Pause new cards until {date}")
        self.pause_box.setText(pause_text.format(date=formatting.format_date(plan.first_day_after)))
        shown = slice(max(_MIN_DAYS_SHOWN, plan.days))
        before, after = backlog.daily_counts()[shown], backlog.daily_counts_after(plan)[shown]
        self.chart_before.show_forecast(before, backlog.today)
        self.chart_after.show_forecast(after, backlog.today, min_scale_maximum=max(before))

    def _accept_and_spread(self) -> None:
        self.accept()
        self._spread(self._plan, self.pause_box.isChecked())
