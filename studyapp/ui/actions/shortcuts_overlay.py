"""The overlay that lists all keyboard shortcuts."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studyapp.ui.actions.action_table import ACTIONS, Action, ActionScope
from studyapp.ui.actions.shortcuts import format_shortcuts, get_shortcuts, translate_label
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_button, create_label, style_as_panel

_MAX_WIDTH = 640
"""Pixels, at a text size of 100 %."""

_CLOSING_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShortcutsOverlay(QDialog):
    """Covers its parent and keeps the focus until Esc, its button or a click beside the list closes it. The shortcut of
    `action_name` closes it too. It lists the actions of `scopes`.

    Screen readers treat it as a dialog, but it is not a window of its own.
    """

    def __init__(
        self,
        parent: QWidget,
        action_name: str = "keys",
        scopes: Collection[ActionScope] = tuple(ActionScope),
    ) -> None:
        super().__init__(parent)
        self._action_name, self._scopes = action_name, scopes
        self.setWindowFlags(Qt.WindowType.Widget)
        self._covered_widget = parent
        self._previous_focus: QWidget | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setAccessibleDescription(self.tr("Esc closes the list."))
        self._panel = QFrame(self)
        self._panel.setMaximumWidth(theme.scale_pixels(_MAX_WIDTH))
        panel_column = style_as_panel(self._panel, 24)
        self.close_button = create_button(self.tr("Close"), "secondary", self._panel)
        self.close_button.clicked.connect(self.hide)
        panel_column.addLayout(self._build_header())
        self.scroll_area = QScrollArea(self._panel)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.scroll_area.setObjectName("keyList")
        panel_column.addWidget(self.scroll_area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addStretch(1)
        row.addWidget(self._panel, 1000)
        row.addStretch(1)
        self.hide()
        parent.installEventFilter(self)

    def toggle(self) -> None:
        """Show or hide the overlay."""
        if self.isVisible():
            self.hide()
            return
        self._previous_focus = self.window().focusWidget()
        self.scroll_area.setWidget(self._build_list())  # with the current shortcuts
        self.setGeometry(self._covered_widget.rect())
        self.show()
        self.raise_()
        self.scroll_area.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Return the focus to the widget that had it before."""
        super().hideEvent(event)
        if self._previous_focus is not None:
            self._previous_focus.setFocus()
            self._previous_focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Resize the overlay together with its parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered_widget.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts from reaching the covered page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, _is_next: bool) -> bool:
        """Keep the focus in the overlay: it has two widgets that take it."""
        (self.close_button if self.scroll_area.hasFocus() else self.scroll_area).setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll to the start or the end, or close the overlay. Other keys do nothing."""
        scroll_bar = self.scroll_area.verticalScrollBar()
        pressed = (QKeySequence(event.keyCombination()), QKeySequence(event.key()))
        if event.key() in _CLOSING_KEYS or any(
            QKeySequence(key) in pressed for key in get_shortcuts(self._action_name)
        ):
            self.hide()
        elif event.key() == Qt.Key.Key_Home:
            scroll_bar.setValue(scroll_bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            scroll_bar.setValue(scroll_bar.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close the overlay on a click beside the list."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.hide()

    def _build_header(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(create_label(self.accessibleName(), "dialogTitle", self._panel, has_word_wrap=True))
        texts.addWidget(
            create_label(self.accessibleDescription(), "furniture", self._panel, has_word_wrap=True)
        )
        header = QHBoxLayout()
        header.addLayout(texts, 1)
        header.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _build_list(self) -> QWidget:
        holder = QWidget()
        holder.setObjectName("column")
        grid = QGridLayout(holder)
        grid.setContentsMargins(8, 4, 12, 4)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        for heading, actions in self._groups():
            actions = [action for action in actions if action.scope in self._scopes]
            if not actions:
                continue
            heading_label = create_label(heading, "groupTitle", holder, has_word_wrap=True)
            grid.addWidget(heading_label, grid.rowCount(), 0, 1, 2)
            for action in actions:
                keys, label = format_shortcuts(action.name), translate_label(action)
                label_widget = create_label(label, "", holder, has_word_wrap=True)
                label_widget.setAccessibleName(f"{label}: {keys}")
                row = grid.rowCount()
                grid.addWidget(create_label(keys, "soft", holder, has_word_wrap=True), row, 0)
                grid.addWidget(label_widget, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return holder

    def _groups(self) -> Iterator[tuple[str, list[Action]]]:
        review = [action for action in ACTIONS if action.scope is ActionScope.REVIEW]
        yield self.tr("During review"), [action for action in review if not action.menu_group]
        yield self.tr("Current card"), [action for action in review if action.menu_group]
        for scope, heading in (
            (ActionScope.BROWSE, self.tr("In the browser")),
            (ActionScope.EDITOR, self.tr("In the editor")),
        ):
            yield heading, [action for action in ACTIONS if action.scope is scope]
        yield self.tr("Whole window"), [action for action in ACTIONS if action.scope is ActionScope.WINDOW]
