"""Languages of texts by name."""

from PySide6.QtCore import QCoreApplication, QLocale

from studyapp.core.text.localized_text import ANY_LANGUAGE

_PLAIN_NAMES = {"en": "English"}
"""Qt calls it American English."""


def language_name(tag: str) -> str:
    """Return the name of a language in the language itself, or the tag if Qt does not know it."""
    if tag == ANY_LANGUAGE:
        return QCoreApplication.translate("Languages", "All languages")
    name = _PLAIN_NAMES.get(tag) or QLocale(tag).nativeLanguageName()
    return f"{name[:1].upper()}{name[1:]}" if name else tag
