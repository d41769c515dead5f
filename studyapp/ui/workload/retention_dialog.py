"""The dialog that compares desired retentions by simulation."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.core.workload.habits import MIN_RATINGS
from studyapp.core.workload.retention_comparison import RetentionOutcome
from studyapp.services.workload.simulating import RetentionComparison
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.kit import formatting
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.statistics.plot_panel import PlotPanel
from studyapp.ui.workload.retention_plot import RetentionPlot

_WIDTH, _MIN_HEIGHT = 720, 520
"""Pixels, at a text size of 100%."""


class RetentionDialog(BackgroundTaskDialog):
    """Shows how many cards would be remembered with each desired retention, and recommends none (ADR 41).

    `compare` runs in the background. `set_percent` stores the desired retention that the user chooses; False if that failed.
    """

    def __init__(
        self,
        compare: Callable[[ProgressCallback], RetentionComparison],
        set_percent: Callable[[int], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=_WIDTH, min_height=_MIN_HEIGHT)
        self.setWindowTitle(self.tr("Compare retentions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._set_percent = set_percent
        self._comparison: RetentionComparison | None = None
        self.retention_label = create_label(self.tr("Desired retention"), "", self)
        self.retention_box = ComboBox(self, min_letters=6)
        self.retention_box.setAccessibleName(self.retention_label.text())
        self.retention_label.setBuddy(self.retention_box)
        self.retention_box.currentIndexChanged.connect(self._show_chosen)
        row = QHBoxLayout()
        row.addWidget(self.retention_label)
        row.addWidget(self.retention_box, 1)
        self.panel = PlotPanel(self)
        self.panel.title_label.setText(self.windowTitle())
        self.panel.sentence_label.setText(self.tr("Simulating a year…"))
        self.warning_label = create_label("", "furniture", self, has_word_wrap=True)
        self.column.addWidget(self.progress_bar)
        self.column.addLayout(row)
        self.column.addWidget(self.panel)
        self.column.addWidget(self.warning_label)
        self.column.addStretch(1)
        self.add_button(self.tr("Close")).clicked.connect(self.close)
        self.set_button = self.add_button(self.tr("Set retention"), "primary", is_default=True)
        self.set_button.clicked.connect(self._set_chosen)
        self._show_choice(is_shown=False)
        self.run_task(compare, self._show_comparison, self._show_failure, self.reject)

    def _show_choice(self, *, is_shown: bool) -> None:
        for widget in (self.retention_label, self.retention_box, self.set_button):
            widget.setVisible(is_shown)

    def _show_comparison(self, comparison: RetentionComparison) -> None:
        self._comparison = comparison
        for outcome in comparison.outcomes:
            text = formatting.format_share(outcome.percent / 100)
            if outcome is comparison.current:
                text = self.tr("{percent} (now)").format(percent=text)
            self.retention_box.addItem(text)
        self.warning_label.setText(self._warning(comparison))
        self.retention_box.setCurrentIndex(comparison.outcomes.index(comparison.current))
        self._show_chosen()
        self._show_choice(is_shown=self.panel.plot is not None and not self.panel.plot.is_empty)
        self.retention_box.setFocus()
        self.fit_content()

    def _warning(self, comparison: RetentionComparison) -> str:
        sentences = [
            self.tr("Simulated with your cards, limits and answer times: a model, not a promise."),
        ]
        if not comparison.minutes:
            sentences.append(self.tr("Set minutes per day to compare retentions for the same study time."))
        if comparison.rating_count < MIN_RATINGS:
            sentences.append(
                self.tr(
                    "You have %n review(s) so far, so most answer times and ratings are assumed.",
                    "",
                    comparison.rating_count,
                )
            )
        return formatting.join_sentences(*sentences)

    @property
    def _chosen(self) -> RetentionOutcome | None:
        index = self.retention_box.currentIndex()
        return None if self._comparison is None or index < 0 else self._comparison.outcomes[index]

    def _show_chosen(self) -> None:
        if self._comparison is None or self._chosen is None:
            return
        self.panel.show_plot(RetentionPlot(self._comparison).plot(self._chosen))
        self.set_button.setEnabled(self._chosen is not self._comparison.current)

    def _set_chosen(self) -> None:
        if self._chosen is not None and self._set_percent(self._chosen.percent):
            self.close()

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.panel.sentence_label.setText(formatting.format_error(error))
