"""The overlay that lists all keyboard shortcuts."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from studyapp.ui.kit.actions import ACTIONS, get_shortcuts, translate_label
from studyapp.ui.kit.widgets import create_label, create_panel


class ShortcutsOverlay(QWidget):
    """Covers its parent until a key or a click closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered_widget = parent
        self._previous_focus: QWidget | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        frame, column = create_panel(margin=32)
        column.addWidget(create_label(self.tr("Keyboard shortcuts"), "title", frame))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        for row, action in enumerate(ACTIONS):
            shortcut_text = "  ".join(
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                for key in get_shortcuts(action.name)
            )
            grid.addWidget(create_label(shortcut_text, "soft", frame), row, 0)
            grid.addWidget(create_label(translate_label(action), "", frame), row, 1)
        column.addLayout(grid)
        holder = QWidget()
        holder.setObjectName("column")
        centered_column = QVBoxLayout(holder)
        centered_column.addStretch(1)
        centered_column.addWidget(frame, 0, Qt.AlignmentFlag.AlignHCenter)
        centered_column.addStretch(1)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroll_area)
        self.hide()
        parent.installEventFilter(self)

    def toggle(self) -> None:
        """Show or hide the overlay."""
        if self.isVisible():
            self.hide()
            return
        self._previous_focus = self.window().focusWidget()
        self.setGeometry(self._covered_widget.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Return the focus to the widget that had it before."""
        super().hideEvent(event)
        if self._previous_focus is not None:
            self._previous_focus.setFocus()
            self._previous_focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of the parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered_widget.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts from reaching the covered page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the navigation keys. Any other key closes the overlay."""
        scroll_bar = self.scroll_area.verticalScrollBar()
        step_by_key = {
            Qt.Key.Key_Down: 40,
            Qt.Key.Key_Up: -40,
            Qt.Key.Key_PageDown: 300,
            Qt.Key.Key_PageUp: -300,
        }
        step_by_key |= {Qt.Key.Key_End: scroll_bar.maximum(), Qt.Key.Key_Home: -scroll_bar.maximum()}
        step = step_by_key.get(Qt.Key(event.key()))
        if step is not None:
            scroll_bar.setValue(scroll_bar.value() + step)
        elif event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Close the overlay."""
        self.hide()
