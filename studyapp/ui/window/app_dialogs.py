"""Opens the dialogs about the whole application."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.ui.actions.shortcuts import refresh_shortcuts
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.settings.settings_dialog import SettingsDialog
from studyapp.ui.settings.shortcuts_dialog import ShortcutsDialog


class AppDialogs(QObject):
    """Opens the settings and shortcuts dialogs and applies their changes."""

    rebuildRequested = Signal()
    """The window has to be recreated."""

    themeChanged = Signal()
    shortcutsChanged = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def show_settings(self) -> None:
        """Show the settings dialog."""
        dialog = SettingsDialog(self._context.app_settings, self._window)
        dialog.rebuildRequested.connect(self.rebuildRequested)
        dialog.themeChanged.connect(self._context.apply_appearance)
        dialog.themeChanged.connect(self.themeChanged)
        dialog.shortcutsRequested.connect(self.show_shortcuts)
        dialog.backupsRequested.connect(self.show_backups)
        dialog.show()

    def show_shortcuts(self) -> None:
        """Show the dialog that changes keyboard shortcuts."""
        dialog = ShortcutsDialog(self._context.app_settings, self._window)
        dialog.shortcutsChanged.connect(self._apply_shortcuts)
        dialog.show()

    def show_backups(self) -> None:
        """Show the dialog with the backups."""
        from studyapp.ui.backups.backups_dialog import BackupsDialog

        BackupsDialog(self._context, self._window).show()

    def _apply_shortcuts(self) -> None:
        self._context.apply_appearance()
        refresh_shortcuts(self._window)
        self.shortcutsChanged.emit()
