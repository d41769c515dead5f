"""What is said to screen readers beyond the names of widgets (see ADR 23).

What is new on a page becomes the description of the widget that gets the focus: every screen reader says it with the
new focus. A message appears while the focus stays: on Linux it becomes the description of the focused widget, because
screen readers there report a changed description; elsewhere it is an announcement of the system.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

_PLATFORMS_WITH_ANNOUNCEMENTS = ("windows", "cocoa")


def is_active() -> bool:
    """Return whether a screen reader or another assistive technology is running."""
    from PySide6.QtGui import QAccessible  # deferred, like all uses of it: not needed for the first page

    return QAccessible.isActive()


def describe_next_focus(widget: QWidget, content: str) -> None:
    """Let a screen reader say this content with the focus of the widget, which must follow at once if the widget does
    not have it yet. The caller replaces the description when the content is no longer true."""
    if is_active():
        _announcer.add_content(widget, content)


def announce(message: str) -> None:
    """Announce what happened, once the event has been handled. Do nothing unless a screen reader is active."""
    if is_active():
        _announcer.add_message(message)


class _Announcer:
    """Reports changes to screen readers after an event has been handled: messages first, then the content.

    A widget that gets the focus already has the content as its description. If there are messages, they are said with
    the content, because one description replaces the other.
    """

    def __init__(self) -> None:
        self._messages: list[str] = []
        self._content = ""
        self._is_content_heard = True
        self._is_scheduled = False
        self._described: QWidget | None = None
        self._own_description = ""

    def add_content(self, widget: QWidget, content: str) -> None:
        if self._described is widget:
            self._described = None
        self._content, self._is_content_heard = content, not widget.hasFocus()
        if self._is_content_heard:
            widget.setAccessibleDescription(content)
        self._schedule()

    def add_message(self, message: str) -> None:
        self._messages.append(message)
        self._schedule()

    def _schedule(self) -> None:
        if not self._is_scheduled:
            self._is_scheduled = True
            QTimer.singleShot(0, self._deliver)

    def _deliver(self) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        widget = application.focusWidget()
        if widget is None:  # another window has just been closed
            application.focusChanged.connect(self._deliver, Qt.ConnectionType.SingleShotConnection)
            return
        unheard_content = "" if self._is_content_heard else self._content
        texts = [text for text in (*self._messages, unheard_content) if text]
        all_texts = [text for text in (*self._messages, self._content) if text]
        self._messages, self._content, self._is_content_heard = [], "", True
        self._is_scheduled = False
        if not texts:
            return
        if QGuiApplication.platformName() in _PLATFORMS_WITH_ANNOUNCEMENTS:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, "\n".join(texts)))
        else:
            self._describe(widget, "\n".join(all_texts))

    def _describe(self, widget: QWidget, text: str) -> None:
        """Make a text the description of a widget until the next one has a message."""
        if self._described is not widget:
            if text in widget.accessibleDescription():
                return  # it was said with the focus
            if self._described is not None and isValid(self._described):
                self._described.setAccessibleDescription(self._own_description)
            self._described, self._own_description = widget, widget.accessibleDescription()
        if widget.accessibleDescription() == text:
            widget.setAccessibleDescription("")  # an equal description would not be reported
        widget.setAccessibleDescription(text)


_announcer = _Announcer()


def report_cursor(field: QLineEdit) -> None:
    """Report where the cursor of a new, empty field is. Otherwise Qt does so when Tab reaches the field for the first time,
    just before it reports the focus, and Orca says nothing about a focus of which it knows already."""
    field.setCursorPosition(0)


def report_focused_child(widget: QWidget) -> None:
    """Tell screen readers which child of a widget has the focus, such as the current row of a list. Qt reports it
    before the widget itself, so that they end up on the widget."""
    if not is_active():
        return
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    interface = QAccessible.queryAccessibleInterface(widget)
    child = interface.focusChild() if interface is not None else None
    if interface is not None and child is not None:
        event = QAccessibleEvent(widget, QAccessible.Event.Focus)
        event.setChild(interface.indexOfChild(child))
        QAccessible.updateAccessibility(event)
