"""The dialogs about the whole program, and what has to follow from them in a window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.ui.kit.actions import give_keys_anew
from studyapp.ui.kit.app_context import Workplace
from studyapp.ui.window.settings_dialog import SettingsDialog
from studyapp.ui.window.shortcuts_dialog import KeysDialog


class ProgramDialogs(QObject):
    """Opens them."""

    remade = Signal()
    """The window has to be made anew."""

    themed = Signal()
    rekeyed = Signal()

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._place, self._window = place, window

    def settings(self) -> None:
        """How the program looks and speaks."""
        dialog = SettingsDialog(self._place.remembered, self._place.usual_backups, self._window)
        dialog.remade.connect(self.remade)
        dialog.themed.connect(self._place.dress)
        dialog.themed.connect(self.themed)
        dialog.keysWanted.connect(self.keys)
        dialog.show()

    def keys(self) -> None:
        """Which keys do what."""
        dialog = KeysDialog(self._place.remembered, self._window)
        dialog.changed.connect(self._give_keys)
        dialog.show()

    def _give_keys(self) -> None:
        self._place.dress()
        give_keys_anew(self._window)
        self.rekeyed.emit()
