"""The settings of the program. Changes apply immediately."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.dialogs.form_layout import FormLayout
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.app_settings import TEXT_SIZES, AppSettings
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES
from studyapp.ui.kit.widgets import create_label

SettingValue = TypeVar("SettingValue", str, int)


class SettingsDialog(ScrollingDialog):
    """Stores changed settings and signals what has to be updated."""

    rebuildRequested = Signal()
    """The window must be rebuilt."""

    themeChanged = Signal()
    shortcutsRequested = Signal()
    backupsRequested = Signal()

    def __init__(self, app_settings: AppSettings, parent: QWidget) -> None:
        super().__init__(parent, width=600)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._app_settings = app_settings
        self.column.setSpacing(16)
        self.column.addWidget(create_label(self.tr("Settings"), "dialogTitle", self))
        self._form = FormLayout()
        self.column.addLayout(self._form)
        self._add_combo_boxes()
        self.column.addStretch(1)
        self.backups_button = self.add_button(self.tr("Backups…"), is_leading=True)
        self.backups_button.clicked.connect(self.backupsRequested)
        self.shortcuts_button = self.add_button(self.tr("Keyboard shortcuts…"), is_leading=True)
        self.shortcuts_button.clicked.connect(self.shortcutsRequested)
        self.add_button(self.tr("Close")).clicked.connect(self.close)

    def _add_combo_boxes(self) -> None:
        app_settings = self._app_settings
        self.language_box = self._add_combo_box(
            self.tr("Language"),
            self.tr("The language of menus and messages. Card languages are set separately."),
            {tag: language.name for tag, language in INTERFACE_LANGUAGES.items()},
            app_settings.interface_language,
            self._set_interface_language,
        )
        themes = {"": self.tr("Same as system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme_box = self._add_combo_box(
            self.tr("Theme"),
            self.tr("Use a light or dark theme, or follow the system."),
            themes,
            app_settings.theme,
            self._set_theme,
        )
        sizes = {size: f"{size}%" for size in TEXT_SIZES}
        self.text_size_box = self._add_combo_box(
            self.tr("Text size"),
            self.tr("The size of all text in the window and on cards."),
            sizes,
            app_settings.text_size,
            self._set_text_size,
        )
        families = {"": self.tr("Same as system")} | {name: name for name in QFontDatabase.families()}
        self.font_box = self._add_combo_box(
            self.tr("Font"),
            self.tr("The font of the window and the cards."),
            families,
            app_settings.font_family,
            self._set_font_family,
        )

    def _add_combo_box(
        self,
        label_text: str,
        explanation: str,
        label_by_value: Mapping[SettingValue, str],
        current_value: SettingValue,
        set_value: Callable[[SettingValue], None],
    ) -> ComboBox:
        box = ComboBox(self, min_letters=18)
        for value, label in label_by_value.items():
            box.addItem(label, value)
        box.setCurrentIndex(max(0, box.findData(current_value)))
        box.setAccessibleDescription(explanation)
        box.activated.connect(lambda _: set_value(box.currentData()))
        self._add_row(label_text, explanation, box)
        return box

    def _add_row(self, label_text: str, explanation: str, field: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(create_label(explanation, "furniture", self, has_word_wrap=True))
        label = create_label(label_text, "", self)
        label.setBuddy(field)
        self._form.addRow(label, column)

    def _set_interface_language(self, language: str) -> None:
        self._app_settings.interface_language = language
        self.rebuildRequested.emit()

    def _set_theme(self, theme: str) -> None:
        self._app_settings.theme = theme
        self.themeChanged.emit()

    def _set_text_size(self, percent: int) -> None:
        self._app_settings.text_size = percent
        self.rebuildRequested.emit()

    def _set_font_family(self, family: str) -> None:
        self._app_settings.font_family = family
        self.rebuildRequested.emit()
