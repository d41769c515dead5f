"""What is set for the whole program. Each choice holds at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.widgets import ElidedLabel, create_button, create_label
from studyapp.ui.kit.window_settings import TEXT_SIZES, WindowSettings

SettingValue = TypeVar("SettingValue", str, int)


class SettingsDialog(QDialog):
    """Keeps what is chosen in what the program remembers, and tells what has to follow."""

    rebuildRequested = Signal()
    """All widgets have to be made anew."""

    themeChanged = Signal()
    shortcutsRequested = Signal()

    def __init__(self, window_settings: WindowSettings, default_backup_folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window_settings, self._default_backup_folder = window_settings, default_backup_folder
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(create_label(self.tr("Settings"), "dialogTitle", self))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(10)
        column.addLayout(self._form)
        self.language_box = self._add_combo_box(
            self.tr("Language"),
            formatting.LANGUAGE_NAMES,
            window_settings.interface_language,
            self._set_interface_language,
        )
        themes = {"": self.tr("Same as system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme_box = self._add_combo_box(self.tr("Theme"), themes, window_settings.theme, self._set_theme)
        sizes = {size: f"{size} %" for size in TEXT_SIZES}
        self.text_size_box = self._add_combo_box(
            self.tr("Text size"), sizes, window_settings.text_size, self._set_text_size
        )
        families = {"": self.tr("Same as system")} | {name: name for name in QFontDatabase.families()}
        self.font_box = self._add_combo_box(
            self.tr("Font"), families, window_settings.font_family, self._set_font_family
        )
        self.backup_folder_label = ElidedLabel("soft", self)
        self._add_backup_folder_row()
        self.shortcuts_button = create_button(self.tr("Keyboard shortcuts…"), "secondary", self)
        self.shortcuts_button.setAutoDefault(False)
        self.shortcuts_button.clicked.connect(self.shortcutsRequested)
        column.addWidget(self.shortcuts_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.resize(self.sizeHint())

    def _add_combo_box(
        self,
        label_text: str,
        label_by_value: Mapping[SettingValue, str],
        current_value: SettingValue,
        set_value: Callable[[SettingValue], None],
    ) -> QComboBox:
        box = QComboBox(self)
        box.setMinimumContentsLength(18)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, meaning in label_by_value.items():
            box.addItem(meaning, value)
        box.setCurrentIndex(max(0, box.findData(current_value)))
        box.setAccessibleName(label_text)
        box.activated.connect(lambda _: set_value(box.currentData()))
        self._form.addRow(create_label(label_text, "", self), box)
        return box

    def _set_interface_language(self, language: str) -> None:
        self._window_settings.interface_language = language
        self.rebuildRequested.emit()

    def _set_theme(self, theme: str) -> None:
        self._window_settings.theme = theme
        self.themeChanged.emit()

    def _set_text_size(self, percent: int) -> None:
        self._window_settings.text_size = percent
        self.rebuildRequested.emit()

    def _set_font_family(self, family: str) -> None:
        self._window_settings.font_family = family
        self.rebuildRequested.emit()

    def _add_backup_folder_row(self) -> None:
        choose = create_button(self.tr("Choose…"), "secondary", self)
        choose.clicked.connect(self._choose_backup_folder)
        show = create_button(self.tr("Open"), "secondary", self)
        show.clicked.connect(self._open_backup_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.backup_folder_label, 1)
        for made in (choose, show):
            made.setAutoDefault(False)
            row.addWidget(made)
        self._form.addRow(create_label(self.tr("Backups"), "", self), row)
        self._show_backup_folder()

    @property
    def _backup_folder(self) -> Path:
        return (
            Path(self._window_settings.backup_folder)
            if self._window_settings.backup_folder
            else self._default_backup_folder
        )

    def _show_backup_folder(self) -> None:
        self.backup_folder_label.setText(str(self._backup_folder))
        self.backup_folder_label.setToolTip(str(self._backup_folder))

    def _choose_backup_folder(self) -> None:
        chosen = modal_dialogs.ask_folder(self, self._backup_folder)
        if chosen is not None:
            self._window_settings.backup_folder = "" if chosen == self._default_backup_folder else str(chosen)
            self._show_backup_folder()

    def _open_backup_folder(self) -> None:
        try:
            self._backup_folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            modal_dialogs.show_error(self, formatting.format_error(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backup_folder)))
