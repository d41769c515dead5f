"""The languages in which the window shows cards, read without Qt.

The command line sends cards to Anki in the same languages, or each would undo the other.
"""

import configparser
import os
from pathlib import Path

from studyapp.core.text.localized_text import (
    SIMPLIFIED_CHINESE,
    TRADITIONAL_CHINESE,
    CardLanguages,
)

_SETTINGS_FILE = "window.ini"
_LANGUAGES_BY_INTERFACE = {
    "en": CardLanguages.ENGLISH,
    TRADITIONAL_CHINESE: CardLanguages.TRADITIONAL_CHINESE,
    SIMPLIFIED_CHINESE: CardLanguages.SIMPLIFIED_CHINESE,
}
_SIMPLIFIED_LOCALES = ("zh_CN", "zh_SG", "zh_MY", "zh-Hans")


def languages_of_window(data_folder: Path) -> CardLanguages:
    """Return the languages that the window shows cards in, as its settings say. Before its first start they depend on the
    language of the system, as in the window."""
    settings = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        settings.read(data_folder / _SETTINGS_FILE, encoding="utf-8")
    except (OSError, UnicodeDecodeError, configparser.Error):
        settings.clear()
    section = settings["General"] if settings.has_section("General") else {}
    stored = section.get("card-language", "").strip('"')
    if stored in list(CardLanguages):
        return CardLanguages(stored)
    interface = section.get("interface-language", "")
    return _LANGUAGES_BY_INTERFACE.get(interface) or _LANGUAGES_BY_INTERFACE[_system_language()]


def _system_language() -> str:
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not locale.startswith("zh"):
        return "en"
    return SIMPLIFIED_CHINESE if locale.startswith(_SIMPLIFIED_LOCALES) else TRADITIONAL_CHINESE
