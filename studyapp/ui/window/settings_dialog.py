"""What is set for the whole program. Each choice holds at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.widgets import OneLine, button, label
from studyapp.ui.kit.window_settings import TEXT_SIZES, Remembered

Value = TypeVar("Value", str, int)


class SettingsDialog(QDialog):
    """Keeps what is chosen in what the program remembers, and tells what has to follow."""

    remade = Signal()
    """All widgets have to be made anew."""

    themed = Signal()
    keysWanted = Signal()

    def __init__(self, remembered: Remembered, usual_backups: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._remembered, self._usual_backups = remembered, usual_backups
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Settings"), "dialogTitle", self))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(10)
        column.addLayout(self._form)
        self.language = self._box(
            self.tr("The program speaks"),
            formatting.LANGUAGE_NAMES,
            remembered.interface_language,
            self._speak,
        )
        themes = {"": self.tr("as the system"), "light": self.tr("light"), "dark": self.tr("dark")}
        self.theme = self._box(self.tr("Colours"), themes, remembered.theme, self._colour)
        sizes = {size: f"{size} %" for size in TEXT_SIZES}
        self.text_size = self._box(self.tr("Size of the text"), sizes, remembered.text_size, self._enlarge)
        families = {"": self.tr("as the system")} | {name: name for name in QFontDatabase.families()}
        self.font_family = self._box(self.tr("Font"), families, remembered.font_family, self._write_in)
        self.backups = OneLine("soft", self)
        self._add_backups()
        self.keys = button(self.tr("Keys…"), "secondary", self)
        self.keys.setAutoDefault(False)
        self.keys.clicked.connect(self.keysWanted)
        column.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignLeft)
        self.resize(self.sizeHint())

    def _box(
        self, words: str, choices: Mapping[Value, str], chosen: Value, choose: Callable[[Value], None]
    ) -> QComboBox:
        box = QComboBox(self)
        box.setMinimumContentsLength(18)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, meaning in choices.items():
            box.addItem(meaning, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setAccessibleName(words)
        box.activated.connect(lambda _: choose(box.currentData()))
        self._form.addRow(label(words, "", self), box)
        return box

    def _speak(self, language: str) -> None:
        self._remembered.interface_language = language
        self.remade.emit()

    def _colour(self, theme: str) -> None:
        self._remembered.theme = theme
        self.themed.emit()

    def _enlarge(self, percent: int) -> None:
        self._remembered.text_size = percent
        self.remade.emit()

    def _write_in(self, family: str) -> None:
        self._remembered.font_family = family
        self.remade.emit()

    def _add_backups(self) -> None:
        choose = button(self.tr("Choose…"), "secondary", self)
        choose.clicked.connect(self._choose_backups)
        show = button(self.tr("Open"), "secondary", self)
        show.clicked.connect(self._open_backups)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.backups, 1)
        for made in (choose, show):
            made.setAutoDefault(False)
            row.addWidget(made)
        self._form.addRow(label(self.tr("Daily copies"), "", self), row)
        self._show_backups()

    @property
    def _backups_folder(self) -> Path:
        return Path(self._remembered.backups) if self._remembered.backups else self._usual_backups

    def _show_backups(self) -> None:
        self.backups.setText(str(self._backups_folder))
        self.backups.setToolTip(str(self._backups_folder))

    def _choose_backups(self) -> None:
        chosen = modal_dialogs.ask_for_folder(self, self._backups_folder)
        if chosen is not None:
            self._remembered.backups = "" if chosen == self._usual_backups else str(chosen)
            self._show_backups()

    def _open_backups(self) -> None:
        try:
            self._backups_folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            modal_dialogs.tell(self, formatting.system_error(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups_folder)))
