"""What the window remembers between two starts: its place, the languages, and how it looks."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from studyapp.core.text.localized_text import CardLanguages

INTERFACE_LANGUAGES = ("en", "zh-Hant", "zh-Hans")
"""The languages in which the program speaks."""


_CARD_LANGUAGE_BY_INTERFACE = {
    "zh-Hant": CardLanguages.TRADITIONAL_CHINESE,
    "zh-Hans": CardLanguages.SIMPLIFIED_CHINESE,
}
"""The language of the cards where nobody chose one; English for a program in any other language."""

THEMES = ("light", "dark")
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Percent."""


class WindowSettings:
    """Kept in `window.ini` in the data folder; a value that makes no sense counts as not set."""

    def __init__(self, folder: Path) -> None:
        self._ini_file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        if self._ini_file.value("interface-language") not in INTERFACE_LANGUAGES:
            self.interface_language = _system_language()

    @property
    def window_geometry(self) -> QByteArray:
        """The window's place; empty at the first start."""
        value = self._ini_file.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, value: QByteArray) -> None:
        self._ini_file.setValue("geometry", value)

    @property
    def interface_language(self) -> str:
        """The language of the program: as chosen, before that the system's at the first start where it is
        spoken, else English."""
        return str(self._ini_file.value("interface-language"))

    @interface_language.setter
    def interface_language(self, value: str) -> None:
        self._ini_file.setValue("interface-language", value)

    @property
    def theme(self) -> str:
        """`light`, `dark`, or empty for that of the system."""
        chosen = str(self._ini_file.value("theme", ""))
        return chosen if chosen in THEMES else ""

    @theme.setter
    def theme(self, value: str) -> None:
        self._ini_file.setValue("theme", value)

    @property
    def text_size(self) -> int:
        """In percent of the usual size."""
        chosen = str(self._ini_file.value("text-size", ""))
        return int(chosen) if chosen.isdecimal() and int(chosen) in TEXT_SIZES else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._ini_file.setValue("text-size", value)

    @property
    def ankiconnect_api_key(self) -> str:
        """The key that AnkiConnect took last; empty where it asked for none."""
        return str(self._ini_file.value("anki-key", ""))

    @ankiconnect_api_key.setter
    def ankiconnect_api_key(self, value: str) -> None:
        self._ini_file.setValue("anki-key", value)

    @property
    def font_family(self) -> str:
        """The font of the program; empty for that of the system."""
        return str(self._ini_file.value("font-family", ""))

    @font_family.setter
    def font_family(self, value: str) -> None:
        self._ini_file.setValue("font-family", value)

    @property
    def collapsed_keys(self) -> set[str]:
        """The places of the deck list below which nothing is shown, by their keys."""
        kept = str(self._ini_file.value("folded", ""))
        return set(filter(None, kept.split("\n")))

    @collapsed_keys.setter
    def collapsed_keys(self, value: set[str]) -> None:
        self._ini_file.setValue("folded", "\n".join(sorted(value)))

    @property
    def backup_folder(self) -> str:
        """The folder of the daily copies; empty for the one beside the collection."""
        return str(self._ini_file.value("backups", ""))

    @backup_folder.setter
    def backup_folder(self, value: str) -> None:
        self._ini_file.setValue("backups", value)

    @property
    def shortcut_by_action(self) -> dict[str, str]:
        """The keys that were chosen, by the names of ui/actions.py, as QKeySequence writes them."""
        self._ini_file.beginGroup("keys")
        found = {name: str(self._ini_file.value(name)) for name in self._ini_file.childKeys()}
        self._ini_file.endGroup()
        return found

    def set_shortcut(self, action_name: str, shortcut: str | None) -> None:
        """Keep a key for this name, or with None the usual ones."""
        if shortcut is None:
            self._ini_file.remove(f"keys/{action_name}")
        else:
            self._ini_file.setValue(f"keys/{action_name}", shortcut)

    @property
    def card_language(self) -> CardLanguages:
        """The languages of the cards: as chosen, else the program's."""
        chosen = str(self._ini_file.value("card-language", ""))
        if chosen in list(CardLanguages):
            return CardLanguages(chosen)
        return _CARD_LANGUAGE_BY_INTERFACE.get(self.interface_language, CardLanguages.ENGLISH)

    @card_language.setter
    def card_language(self, value: CardLanguages) -> None:
        self._ini_file.setValue("card-language", value.value)


def _system_language() -> str:
    from PySide6.QtCore import QLocale  # loads the names of all countries; asked at the first start only

    system = QLocale.system()
    if system.language() is not QLocale.Language.Chinese:
        return "en"
    return "zh-Hans" if system.script() is QLocale.Script.SimplifiedHanScript else "zh-Hant"
