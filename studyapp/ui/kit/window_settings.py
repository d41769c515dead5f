"""What the window remembers between two starts: its place, the languages, and how it looks."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from studyapp.core.text.localized_text import LanguageChoice

INTERFACE_LANGUAGES = ("en", "zh-Hant", "zh-Hans")
"""The languages in which the program speaks."""


_CARDS_OF_PROGRAM = {
    "zh-Hant": LanguageChoice.TRADITIONAL_CHINESE,
    "zh-Hans": LanguageChoice.SIMPLIFIED_CHINESE,
}
"""The language of the cards where nobody chose one; English for a program in any other language."""

THEMES = ("light", "dark")
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Percent."""


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
    def theme(self) -> str:
        """`light`, `dark`, or empty for that of the system."""
        chosen = str(self._settings.value("theme", ""))
        return chosen if chosen in THEMES else ""

    @theme.setter
    def theme(self, value: str) -> None:
        self._settings.setValue("theme", value)

    @property
    def text_size(self) -> int:
        """In percent of the usual size."""
        chosen = str(self._settings.value("text-size", ""))
        return int(chosen) if chosen.isdecimal() and int(chosen) in TEXT_SIZES else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._settings.setValue("text-size", value)

    @property
    def anki_key(self) -> str:
        """The key that AnkiConnect took last; empty where it asked for none."""
        return str(self._settings.value("anki-key", ""))

    @anki_key.setter
    def anki_key(self, value: str) -> None:
        self._settings.setValue("anki-key", value)

    @property
    def font_family(self) -> str:
        """The font of the program; empty for that of the system."""
        return str(self._settings.value("font-family", ""))

    @font_family.setter
    def font_family(self, value: str) -> None:
        self._settings.setValue("font-family", value)

    @property
    def folded(self) -> set[str]:
        """The places of the deck list below which nothing is shown, by their keys."""
        kept = str(self._settings.value("folded", ""))
        return set(filter(None, kept.split("\n")))

    @folded.setter
    def folded(self, value: set[str]) -> None:
        self._settings.setValue("folded", "\n".join(sorted(value)))

    @property
    def backups(self) -> str:
        """The folder of the daily copies; empty for the one beside the collection."""
        return str(self._settings.value("backups", ""))

    @backups.setter
    def backups(self, value: str) -> None:
        self._settings.setValue("backups", value)

    @property
    def keys(self) -> dict[str, str]:
        """The keys that were chosen, by the names of ui/actions.py, as QKeySequence writes them."""
        self._settings.beginGroup("keys")
        found = {name: str(self._settings.value(name)) for name in self._settings.childKeys()}
        self._settings.endGroup()
        return found

    def choose_key(self, name: str, key: str | None) -> None:
        """Keep a key for this name, or with None the usual ones."""
        if key is None:
            self._settings.remove(f"keys/{name}")
        else:
            self._settings.setValue(f"keys/{name}", key)

    @property
    def card_language(self) -> LanguageChoice:
        """The languages of the cards: as chosen, else the program's."""
        chosen = str(self._settings.value("card-language", ""))
        if chosen in list(LanguageChoice):
            return LanguageChoice(chosen)
        return _CARDS_OF_PROGRAM.get(self.interface_language, LanguageChoice.ENGLISH)

    @card_language.setter
    def card_language(self, value: LanguageChoice) -> None:
        self._settings.setValue("card-language", value.value)


def _system_language() -> str:
    from PySide6.QtCore import QLocale  # loads the names of all countries; asked at the first start only

    system = QLocale.system()
    if system.language() is not QLocale.Language.Chinese:
        return "en"
    return "zh-Hans" if system.script() is QLocale.Script.SimplifiedHanScript else "zh-Hant"
