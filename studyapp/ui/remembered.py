"""What the window remembers between two starts: its place, and the languages chosen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from studyapp.core.text import LanguageChoice

INTERFACE_LANGUAGES = ("en", "zh-Hant")
"""The languages in which the program speaks."""


class Remembered:
    """Kept in `window.ini` in the data folder; a value that makes no sense counts as not set."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        if self._settings.value("interface-language") not in INTERFACE_LANGUAGES:
            self.interface_language = _system_language()

    @property
    def geometry(self) -> QByteArray:
        """The window's place; empty at the first start."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def interface_language(self) -> str:
        """The language of the program: as chosen, before that the system's at the first start where it is
        spoken, else English."""
        return str(self._settings.value("interface-language"))

    @interface_language.setter
    def interface_language(self, value: str) -> None:
        self._settings.setValue("interface-language", value)

    @property
    def card_language(self) -> LanguageChoice:
        """The languages of the cards: as chosen, else the program's."""
        chosen = str(self._settings.value("card-language", ""))
        return LanguageChoice(chosen if chosen in list(LanguageChoice) else self.interface_language)

    @card_language.setter
    def card_language(self, value: LanguageChoice) -> None:
        self._settings.setValue("card-language", value.value)


def _system_language() -> str:
    from PySide6.QtCore import QLocale  # loads the names of all countries; asked at the first start only

    return "zh-Hant" if QLocale.system().language() is QLocale.Language.Chinese else "en"
