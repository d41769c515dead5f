"""The decks page: what waits today, the decks, and the week ahead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.library.deck_library import Library
from studyapp.services.overview.daily_overview import Overview
from studyapp.ui.decks.deck_list import DeckList
from studyapp.ui.decks.forecast_chart import WeekBars
from studyapp.ui.decks.problems_panel import ProblemsPanel
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import button, has_little_room, label, panel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_WIDEST = 920
_BACKLOG = 50
"""So many overdue cards are not done in one sitting."""


class DecksPage(Page):
    """Shows an overview; tells which decks the person wants to study."""

    studyAll = Signal()
    studyDeck = Signal(str)
    addWanted = Signal()
    optionsWanted = Signal(str)
    spreadWanted = Signal()
    refreshWanted = Signal()
    undoWanted = Signal()
    redoWanted = Signal()

    page_id = PageId.DECKS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.title = label("", "title", self, wraps=True)
        self.subtitle = label("", "subtitle", self, wraps=True)
        self.study = button(self.tr("Study now"), "primary", self)
        self.study.setEnabled(False)
        self.study.clicked.connect(self.studyAll)
        self.spread = button("", "flushLink", self)
        self.spread.clicked.connect(self.spreadWanted)
        self.problems = ProblemsPanel(self)
        self.list = DeckList(self)
        self.list.chosen.connect(self.studyDeck)
        self.list.optionsWanted.connect(self.optionsWanted)
        self.empty = label("", "soft", self, wraps=True)
        self.add = button(self.tr("Add decks…"), "link", self)
        self.add.clicked.connect(self.addWanted)
        self.week = WeekBars(self)
        self._week_title = label(self.tr("The next seven days"), "furniture", self)
        self._build()

    @property
    def current_deck(self) -> str:
        """The deck of the row with the focus."""
        return self.list.focused

    def undo(self) -> bool:
        """Undo the last review, in a session."""
        self.undoWanted.emit()
        return True

    def redo(self) -> bool:
        """Redo the last undone review, in a session."""
        self.redoWanted.emit()
        return True

    def library_changed(self) -> None:
        """Show the new decks and counts."""
        self.refreshWanted.emit()

    def options_changed(self) -> None:
        """Show the new counts."""
        self.refreshWanted.emit()

    def languages_changed(self, languages: LanguageChoice, titles: dict[str, str]) -> None:  # noqa: ARG002
        """Show the titles and counts in these languages."""
        self.refreshWanted.emit()
        self.take_focus()

    def restyle(self) -> None:
        """The theme has changed."""
        self.list.restyle()
        self.week.update()

    def show_overview(self, overview: Overview, library: Library, *, is_read: bool) -> None:
        """Show how the day stands; before the files were read, the decks as they were at the last start."""
        self._show_head(overview, is_read)
        self.problems.show_problems(library.problems)
        self.spread.setVisible(overview.overdue >= _BACKLOG)
        self.spread.setText(self.tr("Spread %n overdue card(s) over days…", None, overview.overdue))
        self.list.show_decks(overview.decks)
        self.list.setVisible(bool(overview.decks))
        self.empty.setVisible(not overview.decks and is_read)
        self.empty.setText(
            self.tr("There are no decks yet. Write one, add a folder, or drop deck files (.yaml) here.")
        )
        self.week.show_week(overview.week, overview.first_day)
        could_study = self.study.isEnabled()
        self.study.setEnabled(overview.counts.total > 0)
        if not could_study:  # the decks were read only now
            self.take_focus()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter presses the button with the focus, as in a dialog."""
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Where there is little room, the button stands below the words."""
        super().resizeEvent(event)
        little = has_little_room(self)
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if little else way.LeftToRight)
        self._row.setContentsMargins(*((16, 16, 16, 16) if little else (40, 32, 40, 32)))

    def take_focus(self) -> None:
        """The keys go to the page: to the button for most, unless they are with a deck."""
        if self.study.isEnabled() and not any(row.hasFocus() for row in self.list.rows):
            self.study.setFocus()

    def _show_head(self, overview: Overview, is_read: bool) -> None:
        counts = overview.counts
        if not overview.decks:
            self.title.setText(self.tr("No decks yet") if is_read else self.tr("Reading your decks…"))
            self.subtitle.setText("")
            return
        waiting = counts.due + counts.learning
        if not overview.has_history and counts.total:
            self.title.setText(self.tr("Welcome to StudyApp"))
            self.subtitle.setText(
                self.tr("A card asks, you think, then you see the answer and say how well you knew it.")
                + "\n"
                + self.tr("StudyApp brings each card back just before you would forget it.")
            )
            return
        if counts.total == 0:
            self.title.setText(self.tr("Nothing is due"))
            self.subtitle.setText(
                self.tr(
                    "Today's limit for all decks together is reached. A deck by itself may still ask more."
                )
                if any(row.counts.total for row in overview.decks)
                else self.tr("You have studied all that was due today.")
            )
            return
        review, new = self.tr("%n card(s) to review", None, waiting), self.tr("%n new", None, counts.new)
        self.title.setText(
            " · ".join(words for words, number in ((review, waiting), (new, counts.new)) if number)
        )
        self.subtitle.setText(
            self.tr("About {time}.").format(time=formatting.time_for(counts, overview.pace))
        )

    def _build(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addWidget(self.spread, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addLayout(words, 1)
        self._head.addWidget(self.study, 0, Qt.AlignmentFlag.AlignTop)
        decks, decks_column = panel(margin=20)
        decks_column.addWidget(self.list)
        decks_column.addWidget(self.empty)
        decks_column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        week, week_column = panel(margin=20)
        week_column.addWidget(self._week_title)
        week_column.addWidget(self.week)
        column_widget = QWidget()
        column_widget.setObjectName("column")
        column_widget.setMaximumWidth(theme.pixels(_WIDEST))
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(self._head)
        column.addWidget(self.problems)
        column.addWidget(decks)
        column.addWidget(week)
        column.addStretch(1)
        holder = QWidget()
        holder.setObjectName("column")
        self._row = QHBoxLayout(holder)
        row = self._row
        row.addStretch(1)
        row.addWidget(column_widget, 1000)
        row.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(area)
