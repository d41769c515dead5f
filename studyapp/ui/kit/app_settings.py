"""Stored settings of the window: geometry, languages, appearance and shortcuts."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES, system_language

if TYPE_CHECKING:
    from studyapp.services.exchange.sync_decisions import SyncSettings

THEMES = ("light", "dark")
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Percent."""


class AppSettings:
    """Settings stored in `window.ini` in the data folder. Invalid values count as not set."""

    def __init__(self, folder: Path) -> None:
        self._ini_file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        if self._ini_file.value("interface-language") not in INTERFACE_LANGUAGES:
            self.interface_language = system_language()

    @property
    def window_geometry(self) -> QByteArray:
        """The saved window geometry; empty on first launch."""
        value = self._ini_file.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, value: QByteArray) -> None:
        self._ini_file.setValue("geometry", value)

    @property
    def editor_geometry(self) -> QByteArray:
        """The saved geometry of the window of the note editor; empty before it was first closed."""
        value = self._ini_file.value("editor-geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @editor_geometry.setter
    def editor_geometry(self, value: QByteArray) -> None:
        self._ini_file.setValue("editor-geometry", value)

    @property
    def interface_language(self) -> str:
        """The language of the user interface. At the first start it is set to the system's language if supported,
        or else to English."""
        stored = str(self._ini_file.value("interface-language", ""))
        return (
            stored if stored in INTERFACE_LANGUAGES else system_language()
        )  # the file may have vanished meanwhile

    @interface_language.setter
    def interface_language(self, value: str) -> None:
        self._ini_file.setValue("interface-language", value)

    @property
    def theme(self) -> str:
        """`light`, `dark`, or empty to use the system's theme."""
        stored = str(self._ini_file.value("theme", ""))
        return stored if stored in THEMES else ""

    @theme.setter
    def theme(self, value: str) -> None:
        self._ini_file.setValue("theme", value)

    @property
    def text_size(self) -> int:
        """The text size in percent of the default."""
        stored = str(self._ini_file.value("text-size", ""))
        return int(stored) if stored.isdecimal() and int(stored) in TEXT_SIZES else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._ini_file.setValue("text-size", value)

    @property
    def ankiconnect_api_key(self) -> str:
        """The API key that AnkiConnect accepted last; empty if it required none."""
        return str(self._ini_file.value("anki-key", ""))

    @ankiconnect_api_key.setter
    def ankiconnect_api_key(self, value: str) -> None:
        self._ini_file.setValue("anki-key", value)

    @property
    def syncs_with_ankiweb(self) -> bool:
        """Whether Anki was last told to sync with AnkiWeb before and after a sync."""
        return str(self._ini_file.value("ankiweb", "")) == "1"

    def save_sync_settings(self, settings: "SyncSettings") -> None:
        """Store the settings with which a sync last reached Anki."""
        self.ankiconnect_api_key = settings.api_key
        self._ini_file.setValue("ankiweb", "1" if settings.with_ankiweb else "")

    @property
    def font_family(self) -> str:
        """The font family of the application; empty for the system's font."""
        return str(self._ini_file.value("font-family", ""))

    @font_family.setter
    def font_family(self, value: str) -> None:
        self._ini_file.setValue("font-family", value)

    @property
    def collapsed_keys(self) -> set[str]:
        """The keys of the collapsed rows of the deck list."""
        stored = str(self._ini_file.value("folded", ""))
        return set(filter(None, stored.split("\n")))

    @collapsed_keys.setter
    def collapsed_keys(self, value: set[str]) -> None:
        self._ini_file.setValue("folded", "\n".join(sorted(value)))

    def page_setting(self, name: str) -> str:
        """Return a setting of a page as the page stored it; empty if it has not."""
        return str(self._ini_file.value(name, ""))

    def set_page_setting(self, name: str, value: str) -> None:
        """Store a setting of a page. Names are stored: never change one."""
        self._ini_file.setValue(name, value)

    @property
    def former_backup_folder(self) -> str:
        """The folder for backups that an earlier version stored here; empty if there is none."""
        return str(self._ini_file.value("backups", ""))

    def remove_former_backup_folder(self) -> None:
        """Remove the folder for backups, after it was stored elsewhere."""
        self._ini_file.remove("backups")

    @property
    def shortcut_by_action(self) -> dict[str, str]:
        """The custom shortcuts by action name (see `actions.py`), in the portable notation of QKeySequence."""
        self._ini_file.beginGroup("keys")
        shortcuts = {name: str(self._ini_file.value(name)) for name in self._ini_file.childKeys()}
        self._ini_file.endGroup()
        return shortcuts

    def set_shortcut(self, action_name: str, shortcut: str | None) -> None:
        """Store a custom shortcut of an action. None restores the default shortcuts."""
        if shortcut is None:
            self._ini_file.remove(f"keys/{action_name}")
        else:
            self._ini_file.setValue(f"keys/{action_name}", shortcut)

    @property
    def card_languages(self) -> CardLanguages:
        """The languages of the cards. The default is the interface language."""
        stored = str(self._ini_file.value("card-language", ""))
        if stored in list(CardLanguages):
            return CardLanguages(stored)
        return INTERFACE_LANGUAGES[self.interface_language].card_languages

    @card_languages.setter
    def card_languages(self, value: CardLanguages) -> None:
        self._ini_file.setValue("card-language", value.value)
