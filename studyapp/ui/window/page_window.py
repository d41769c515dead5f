"""A window with a sidebar and pages, of which one is shown."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from studyapp.ui.kit import theme
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.page import Page
from studyapp.ui.window.sidebar import Sidebar

if TYPE_CHECKING:
    from studyapp.ui.actions.shortcuts_overlay import ShortcutsOverlay

AnyPage = TypeVar("AnyPage", bound=Page)


class PageWindow(QMainWindow):
    """The frame of the main window. Pages are added with `_add_page` and shown with `_show_page`.

    `painted` is emitted while the window is painted for the first time.
    """

    painted = Signal()

    filesDropped = Signal(object)
    """Carries the paths of files and folders."""

    editRequested = Signal(str)
    splitRequested = Signal(str)
    """Both carry the key of a note."""

    similarCardsRequested = Signal(object)
    """Carries a card, to be compared with similar ones."""

    plansRequested = Signal()
    """Exams and days off are to be shown."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._context = context
        self._was_painted = False
        self.setWindowTitle("StudyApp")
        self.setMinimumSize(640, 480)
        self.sidebar = Sidebar(context.resources_folder, self)
        self.page_stack = QStackedWidget(self)
        self._central_widget = QWidget(self)
        row = QHBoxLayout(self._central_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.page_stack, 1)
        self.setCentralWidget(self._central_widget)
        self.resize(QSize(1120, 760).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(context.app_settings.window_geometry)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.restyle)

    @cached_property
    def shortcuts_overlay(self) -> "ShortcutsOverlay":
        """The overlay that lists the shortcuts, created on first use."""
        from studyapp.ui.actions.shortcuts_overlay import ShortcutsOverlay

        return ShortcutsOverlay(self._central_widget)

    @property
    def current_page(self) -> Page:
        """The page that is shown."""
        page = self.page_stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def _add_page(self, page: AnyPage) -> AnyPage:
        page.editRequested.connect(self.editRequested)
        page.splitRequested.connect(self.splitRequested)
        page.similarCardsRequested.connect(self.similarCardsRequested)
        page.plansRequested.connect(self.plansRequested)
        self.page_stack.addWidget(page)
        return page

    def _show_page(self, page: Page) -> None:
        self._hide_shortcuts()
        self.page_stack.setCurrentWidget(page)
        self.sidebar.mark_page(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the sidebar to the width of the window."""
        super().resizeEvent(event)
        self.sidebar.fit_window_width(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Report the first paint."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Report the dropped files and folders."""
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.filesDropped.emit(paths)

    def restyle(self) -> None:
        """Apply the current theme to the whole window."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply_theme(application, self._context.resources_folder)
        self.sidebar.restyle()
        for page in self.findChildren(Page):
            page.apply_theme()

    def _hide_shortcuts(self) -> None:
        if "shortcuts_overlay" in self.__dict__:
            self.shortcuts_overlay.hide()
