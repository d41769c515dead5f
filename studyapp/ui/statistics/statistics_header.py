"""The top of the statistics page: its title and the filters."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from studyapp.core.search.completion import Completions
from studyapp.core.statistics.periods import Period
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.ui.browse.search.query_error_label import (
    clear_query_error,
    create_query_error_label,
    show_query_error,
)
from studyapp.ui.browse.search.search_field import SearchField
from studyapp.ui.kit import theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.statistics.figures.day_spans import Step
from studyapp.ui.statistics.statistics_filter import StatisticsFilter

_INDENT = "    "

_MIN_WIDTH_FOR_ONE_LINE, _MIN_WIDTH_FOR_TWO_LINES = 420, 280
"""Pixels, at a text size of 100%."""


class StatisticsHeader(QWidget):
    """Emits a signal when the user changes a filter."""

    filterChanged = Signal()
    queryEdited = Signal()
    stepChanged = Signal()
    submitted = Signal()

    def __init__(self, complete: Callable[[str, int], Completions], parent: QWidget) -> None:
        super().__init__(parent)
        self.deck_box = self._create_box(self.tr("Deck"))
        self.period_box = self._create_box(self.tr("Period"))
        for period, label in (
            (Period.MONTH, self.tr("1 month")),
            (Period.QUARTER, self.tr("3 months")),
            (Period.YEAR, self.tr("1 year")),
            (Period.ALL, self.tr("All time")),
        ):
            self.period_box.addItem(label, period)
        self.period_box.setCurrentIndex(self.period_box.findData(Period.YEAR))
        self.step_box = self._create_box(self.tr("Steps of plots over time"))
        for step, label in (
            (Step.AUTOMATIC, self.tr("Automatic")),
            (Step.DAY, self.tr("By day")),
            (Step.WEEK, self.tr("By week")),
            (Step.MONTH, self.tr("By month")),
            (Step.YEAR, self.tr("By year")),
        ):
            self.step_box.addItem(label, step)
        self.field = SearchField(complete, self)
        self.field.setPlaceholderText(self.tr("Filter cards…"))
        self.field.setAccessibleName(self.tr("Filter"))
        self.error_label = create_query_error_label(self)
        self.progress_label = create_label("", "furniture", self, has_word_wrap=True)
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setTextVisible(False)
        self._build()
        self.deck_box.currentIndexChanged.connect(lambda _: self.filterChanged.emit())
        self.period_box.currentIndexChanged.connect(lambda _: self.filterChanged.emit())
        self.step_box.currentIndexChanged.connect(lambda _: self.stepChanged.emit())
        self.field.textEdited.connect(lambda _: self.queryEdited.emit())
        self.field.submitted.connect(self.submitted)

    def _create_box(self, name: str) -> ComboBox:
        box = ComboBox(self, min_letters=4)
        box.setAccessibleName(name)
        box.setToolTip(name)
        return box

    def _build(self) -> None:
        self._boxes = QGridLayout()
        self._boxes.setSpacing(8)
        for column_number in range(4):
            self._boxes.setColumnStretch(column_number, 1)
        self._place_boxes(_MIN_WIDTH_FOR_ONE_LINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(create_label(self.tr("Statistics"), "title", self))
        column.addLayout(self._boxes)
        column.addWidget(self.field)
        for widget in (self.error_label, self.progress_label, self.progress_bar):
            column.addWidget(widget)
            widget.hide()

    def _place_boxes(self, width: float) -> None:
        """Place the choices in one line, with the deck above the others, or each in a line of its own, as the width allows. It
        is in pixels at a text size of 100%."""
        for box in (self.deck_box, self.period_box, self.step_box):
            self._boxes.removeWidget(box)
        if width < _MIN_WIDTH_FOR_TWO_LINES:
            for line, box in enumerate((self.deck_box, self.period_box, self.step_box)):
                self._boxes.addWidget(box, line, 0, 1, 4)
        elif width < _MIN_WIDTH_FOR_ONE_LINE:
            self._boxes.addWidget(self.deck_box, 0, 0, 1, 4)
            self._boxes.addWidget(self.period_box, 1, 0, 1, 2)
            self._boxes.addWidget(self.step_box, 1, 2, 1, 2)
        else:
            self._boxes.addWidget(self.deck_box, 0, 0, 1, 2)
            self._boxes.addWidget(self.period_box, 0, 2)
            self._boxes.addWidget(self.step_box, 0, 3)

    def minimumSizeHint(self) -> QSize:
        """Allow any width: in a narrow page, the choices take more lines."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use more lines for the choices if one is too short."""
        super().resizeEvent(event)
        self._place_boxes(self.width() * 100 / theme.scale_pixels(100))

    @property
    def filter(self) -> StatisticsFilter:
        """What the user wants to see."""
        return StatisticsFilter(
            self.deck_box.currentData() or "", self.field.text(), self.period_box.currentData()
        )

    @property
    def step(self) -> Step:
        """What a bar of a plot over time stands for."""
        return Step(self.step_box.currentData())

    def show_decks(self, library: Library, languages: CardLanguages) -> None:
        """Offer the decks that are not hidden. A choice that is still there is kept."""
        chosen = self.deck_box.currentData() or ""
        self.deck_box.blockSignals(True)
        self.deck_box.clear()
        self.deck_box.addItem(self.tr("All decks"), "")
        for node in library.deck_tree(languages):
            self.deck_box.addItem(_INDENT * node.depth + node.name, node.key)
        self.deck_box.setCurrentIndex(max(0, self.deck_box.findData(chosen)))
        self.deck_box.blockSignals(False)

    def show_error(self, message: str, start: int = 0, end: int = 0) -> None:
        """Show what went wrong, and where in the query if it is a mistake there."""
        show_query_error(self.error_label, self.field, message, start, end)

    def clear_error(self) -> None:
        """Show that nothing is wrong."""
        clear_query_error(self.error_label, self.field)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Show what is being done, and how far it is."""
        if not total:
            return
        self.progress_label.setText(text)
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)
        self.progress_bar.setAccessibleName(text)
        self.progress_label.show()
        self.progress_bar.show()

    def hide_progress(self) -> None:
        """Show that everything is loaded."""
        self.progress_label.hide()
        self.progress_bar.hide()
