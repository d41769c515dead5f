"""The languages of the user interface.

To add a language, add a row here, return its tag from `system_language`, add a catalog in `tools/translations.py`, and
translate the new .ts file.
"""

from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages


class InterfaceLanguage(NamedTuple):
    """A language of the user interface."""

    name: str
    """Its name in that language; never translated."""

    qt_catalogue: str
    """The catalogue of Qt's own texts, such as the buttons of its dialogs."""

    locale: str
    """The name of the locale that formats numbers and dates."""

    card_languages: CardLanguages
    """The default languages of the cards."""


INTERFACE_LANGUAGES = {
    "en": InterfaceLanguage("English", "qtbase_en", "en", CardLanguages.ENGLISH),
    "zh-Hant": InterfaceLanguage("繁體中文", "qtbase_zh_TW", "zh_Hant_TW", CardLanguages.TRADITIONAL_CHINESE),
    "zh-Hans": InterfaceLanguage("简体中文", "qtbase_zh_CN", "zh_Hans_CN", CardLanguages.SIMPLIFIED_CHINESE),
}
"""By language tag; the tag is stored in the settings."""


def system_language() -> str:
    """Return the tag of the interface language that fits the system's language, or else of English."""
    from PySide6.QtCore import QLocale  # loads the names of all countries; needed at the first start only

    system = QLocale.system()
    if system.language() is not QLocale.Language.Chinese:
        return "en"
    return "zh-Hans" if system.script() is QLocale.Script.SimplifiedHanScript else "zh-Hant"
