"""The language of the user interface: translators and the locale of numbers and dates."""

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from studyapp import paths


def install_translators(
    application: QApplication, language: str, old: Sequence[QTranslator] = ()
) -> tuple[QTranslator, ...]:
    """Let the program speak this language from now on, in what it is yet to build, and no longer `old`."""
    for translator in old:
        application.removeTranslator(translator)
        translator.deleteLater()
    own = (f"studyapp_{language.replace('-', '_')}", str(paths.resources_folder() / "translations"))
    qt_name = {"zh-Hant": "qtbase_zh_TW", "zh-Hans": "qtbase_zh_CN"}.get(language, "qtbase_en")
    qt = (qt_name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    made = []
    for name, folder in (qt, own):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
        made.append(translator)
    return tuple(made)


def set_default_locale(language: str) -> None:
    """Write numbers and times as those do who speak this language."""
    from PySide6.QtCore import QLocale

    chinese, script, country = QLocale.Language.Chinese, QLocale.Script, QLocale.Country
    locales = {
        "zh-Hant": QLocale(chinese, script.TraditionalHanScript, country.Taiwan),
        "zh-Hans": QLocale(chinese, script.SimplifiedHanScript, country.China),
    }
    QLocale.setDefault(locales.get(language, QLocale(QLocale.Language.English)))
