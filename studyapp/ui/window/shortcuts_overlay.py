"""The list of all keys, over the window until a key or a click."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from studyapp.ui.kit.actions import ACTIONS, get_shortcuts, translate_label
from studyapp.ui.kit.widgets import create_label, create_panel


class ShortcutsOverlay(QWidget):
    """Covers its parent while it is shown."""

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
            names = "  ".join(
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                for key in get_shortcuts(action.name)
            )
            grid.addWidget(create_label(names, "soft", frame), row, 0)
            grid.addWidget(create_label(translate_label(action), "", frame), row, 1)
        column.addLayout(grid)
        holder = QWidget()
        holder.setObjectName("column")
        middle = QVBoxLayout(holder)
        middle.addStretch(1)
        middle.addWidget(frame, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll_area)
        self.hide()
        parent.installEventFilter(self)

    def toggle(self) -> None:
        """Show it, or hide it again."""
        if self.isVisible():
            self.hide()
            return
        self._previous_focus = self.window().focusWidget()
        self.setGeometry(self._covered_widget.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """The keys go to where they went before."""
        super().hideEvent(event)
        if self._previous_focus is not None:
            self._previous_focus.setFocus()
            self._previous_focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered_widget.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """While it covers the page, no key reaches what is under it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes it, but those that move what does not fit."""
        bar = self.scroll_area.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: 300, Qt.Key.Key_PageUp: -300}
        steps |= {Qt.Key.Key_End: bar.maximum(), Qt.Key.Key_Home: -bar.maximum()}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            bar.setValue(bar.value() + step)
        elif event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """So does a click."""
        self.hide()
