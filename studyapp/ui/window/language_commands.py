"""The commands that change the languages of cards and of the user interface."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.text.localized_text import SIMPLIFIED_CHINESE, CardLanguages, next_languages
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.window.sidebar import Sidebar


class LanguageCommands(QObject):
    """Stores the chosen languages and shows them in the languages menu of the sidebar."""

    cardLanguagesChanged = Signal(CardLanguages)
    rebuildRequested = Signal()
    """The window has to be recreated in another language."""

    def __init__(self, context: AppContext, sidebar: Sidebar, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._sidebar = context, sidebar
        self.card_languages = context.app_settings.card_languages
        self._show_in_sidebar()

    def set_card_languages(self, languages: CardLanguages) -> None:
        """Show cards in these languages from now on."""
        was_simplified = SIMPLIFIED_CHINESE in self.card_languages.question_languages
        self.card_languages = self._context.app_settings.card_languages = languages
        if was_simplified is not (SIMPLIFIED_CHINESE in languages.question_languages):
            self._context.apply_appearance()  # the two scripts use different fonts
        self._show_in_sidebar()
        self.cardLanguagesChanged.emit(languages)

    def select_next_card_languages(self) -> None:
        """Show cards in the next languages."""
        prefers_simplified = self._context.app_settings.interface_language == SIMPLIFIED_CHINESE
        self.set_card_languages(next_languages(self.card_languages, prefer_simplified=prefers_simplified))

    def set_interface_language(self, language: str) -> None:
        """Change the language of the user interface."""
        self._context.app_settings.interface_language = language
        self.rebuildRequested.emit()

    def _show_in_sidebar(self) -> None:
        self._sidebar.set_current_languages(
            self.card_languages, self._context.app_settings.interface_language
        )
