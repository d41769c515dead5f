"""The panel beside the map: the cards of the selected node, and what can be done with them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studyapp.services.browse.browse_rows import BrowseRow
from studyapp.services.concept_map.node_cards import NodeCard, NodeReview
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.rows.column_texts import CellFormatter
from studyapp.ui.card.journal_entry_formatting import format_rating
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_button, create_label, style_as_panel
from studyapp.ui.map.map_texts import describe_recall

_MARGIN = 16
_FIRST_CARDS = 12
_MIN_HEIGHT = 200
"""Pixels, at a text size of 100%."""


class NodePanel(QFrame):
    """Shows a node, and its cards once they are loaded."""

    studyRequested = Signal()

    editRequested = Signal(str)
    """Carries the key of a note."""

    closeRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards: Sequence[NodeCard] = ()
        self._formatter: CellFormatter | None = None
        self.title_label = create_label("", "dialogTitle", self, has_word_wrap=True)
        self.close_button = create_button("✕", "more", self)
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))
        self.memory_label = create_label("", "subtitle", self, has_word_wrap=True)
        self.study_button = create_button("", "primary", self)
        self.hint_label = create_label("", "furniture", self, has_word_wrap=True)
        self.more_button = create_button("", "flushLink", self)
        self.row_widgets: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._build()
        self.study_button.clicked.connect(self.studyRequested)
        self.close_button.clicked.connect(self.closeRequested)
        self.more_button.clicked.connect(lambda: self._show_rows(len(self._cards)))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title_label, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        content.setObjectName("column")
        column = QVBoxLayout(content)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.memory_label)
        column.addWidget(self.study_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.hint_label)
        column.addLayout(self._rows)
        column.addWidget(self.more_button)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        style_as_panel(self, 1).addWidget(area)

    def minimumSizeHint(self) -> QSize:
        """Allow a small panel; its content scrolls."""
        return QSize(0, theme.scale_pixels(_MIN_HEIGHT))

    def show_node(self, title: str, memory: str, *, has_cards: bool) -> None:
        """Show a node, whose cards follow."""
        self.title_label.setText(title)
        self.show_memory(memory)
        self._cards = ()
        self._show_rows(0)
        self.study_button.setVisible(has_cards)
        self.study_button.setEnabled(False)
        self.study_button.setText(self.tr("Study"))
        self.hint_label.setText(self.tr("Loading…") if has_cards else self.tr("No card asks about this."))

    def show_memory(self, memory: str) -> None:
        """Show what is remembered of the node."""
        self.memory_label.setText(memory)

    def show_cards(self, cards: Sequence[NodeCard], card_count_today: int, formatter: CellFormatter) -> None:
        """Show the cards, of which a session today would show so many. If it would show none, they can be practiced."""
        self._cards, self._formatter = cards, formatter
        if card_count_today:
            self.study_button.setText(self.tr("Study %n card(s)", None, card_count_today))
            self.hint_label.setText(self.tr("Due or new today. Your ratings are saved."))
        else:
            self.study_button.setText(self.tr("Practice %n card(s)", None, len(cards)))
            self.hint_label.setText(self.tr("Nothing to study today. Practice doesn’t affect your schedule."))
        self.study_button.setAccessibleDescription(self.hint_label.text())
        self.study_button.setEnabled(True)
        self._show_rows(_FIRST_CARDS)

    def focus_first_button(self) -> None:
        """Focus the first button that can be pressed."""
        can_study = self.study_button.isVisible() and self.study_button.isEnabled()
        (self.study_button if can_study else self.close_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closeRequested.emit()
        else:
            super().keyPressEvent(event)

    def _show_rows(self, count: int) -> None:
        for widget in self.row_widgets:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.row_widgets = [self._create_row(number) for number in range(min(count, len(self._cards)))]
        before: QWidget = self.study_button
        for widget in self.row_widgets:
            self._rows.addWidget(widget)
            for button in widget.findChildren(QPushButton):
                QWidget.setTabOrder(before, button)
                before = button
        QWidget.setTabOrder(before, self.more_button)
        remaining = len(self._cards) - count
        self.more_button.setVisible(remaining > 0)
        self.more_button.setText(self.tr("Show %n more", None, max(0, remaining)))

    def _create_row(self, number: int) -> QWidget:
        """Create the row of a card. The first card of each note has a button to edit the note. The question of a single card
        is not shown again if it is the title of the panel."""
        one, row = self._cards[number], QWidget(self)
        question = one.row.question
        details = list(
            filter(None, (self._describe_state(one.row), self._describe_reviews(one.last_reviews)))
        )
        texts = [(text, "furniture") for text in details]
        if len(self._cards) > 1 or question != self.title_label.text():
            texts.insert(0, (question, ""))
        labels = [create_label(text, name, row, has_word_wrap=True) for text, name in texts]
        head = QHBoxLayout()
        head.addWidget(labels[0], 1)
        note_key = one.row.card_id.note_key
        if not number or self._cards[number - 1].row.card_id.note_key != note_key:
            button = create_button(self.tr("Edit"), "toolbar", row)
            button.setAccessibleName(self.tr("Edit: {question}").format(question=question))
            button.setAccessibleDescription("\n".join(details))
            button.clicked.connect(partial(self.editRequested.emit, note_key))
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for label in labels[1:]:
            column.addWidget(label)
        return row

    def _describe_reviews(self, reviews: Sequence[NodeReview]) -> str:
        """Return the ratings and days of the last reviews; empty if there are none."""
        parts = [
            self.tr("{rating} {date}").format(
                rating=format_rating(review.rating), date=formatting.format_study_day(review.day)
            )
            for review in reviews
        ]
        return self.tr("Last reviews: {reviews}").format(reviews=" · ".join(parts)) if parts else ""

    def _describe_state(self, row: BrowseRow) -> str:
        """Return when a card is due, the probability of recall, and its flag and states."""
        formatter = self._formatter
        if formatter is None:
            return ""
        due = formatter.format_cell(row, CardColumn.DUE)
        parts = [due if row.is_new else self.tr("Due {date}").format(date=due)]
        if row.retrievability is not None:
            parts.append(describe_recall(row.retrievability))
        return " · ".join([*parts, *formatter.format_states(row)])
