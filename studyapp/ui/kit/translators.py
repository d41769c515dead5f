"""The language of the user interface: translators, locale, and texts outside widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from studyapp import paths
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES


def install_translators(
    application: QApplication, language: str, old: Sequence[QTranslator] = ()
) -> tuple[QTranslator, ...]:
    """Install and return the translators of a language, and remove the `old` ones.

    Only widgets that are created afterwards use the new language.
    """
    for translator in old:
        application.removeTranslator(translator)
        translator.deleteLater()
    app_catalogue = (f"studyapp_{language.replace('-', '_')}", str(paths.resources_folder() / "translations"))
    qt_name = INTERFACE_LANGUAGES[language].qt_catalogue
    qt_catalogue = (qt_name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translators = []
    for name, folder in (qt_catalogue, app_catalogue):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
        translators.append(translator)
    return tuple(translators)


def set_default_locale(language: str) -> None:
    """Set the locale that formats numbers and times."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(INTERFACE_LANGUAGES[language].locale))


def set_interface_locale() -> None:
    """Set the locale of the language that the application has, before dates are formatted at the start: it is set after the first
    paint, because it is seldom needed."""
    application = QCoreApplication.instance()
    language = application.property("interface-language") if application else None
    if language:
        set_default_locale(language)


class Translated:
    """A class whose texts are translated in the context of its name, as those of widgets are. `lupdate` recognizes plural forms
    only in calls of `tr`.

    A class that calls `tr` must not have subclasses, which would have another context.
    """

    @classmethod
    def tr(cls, text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate(cls.__name__, text, comment, number)
