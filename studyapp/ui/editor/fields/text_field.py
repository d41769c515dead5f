"""A text of a note in its languages: a label and a text area for each version."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from studyapp.core.text.localized_text import ANY_LANGUAGE
from studyapp.services.editing.drafts.note_draft import DraftText, written_versions
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.editor.fields.language_names import language_name
from studyapp.ui.editor.fields.problem_list_view import ProblemListView, ShownProblem
from studyapp.ui.editor.fields.tab_order import chain_tabs
from studyapp.ui.editor.fields.text_area import PasteMedia, TextArea
from studyapp.ui.kit.widgets import create_button, create_label


class TextSetup(NamedTuple):
    """How the texts of a note are written.

    If a deck has several languages, a text has an area for each. `own_language` is that of a text without a language, once
    another language is added.
    """

    deck_languages: tuple[str, ...] = ()
    own_language: str = "en"
    paste_media: PasteMedia | None = None
    is_html: bool = False


class _Version(NamedTuple):
    caption: QLabel
    area: TextArea
    problems: ProblemListView


class TextField(QWidget):
    """Shows a text in one area for all languages, or in an area for each language."""

    changed = Signal()
    left = Signal()
    """The focus left one of the areas."""

    def __init__(
        self,
        label: str,
        parent: QWidget,
        setup: TextSetup,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self._setup = setup
        self._deck_languages = setup.deck_languages if len(setup.deck_languages) > 1 else ()
        self._versions: dict[str, _Version] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.header = QHBoxLayout()
        self.header.setSpacing(4)
        self.name_label = create_label(label, "fieldLabel", self, has_word_wrap=True)
        self.header.addWidget(self.name_label, 1)
        self.language_button = create_button("", "quietLink", self)
        self.language_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a shortcut opens the menu
        self.language_button.clicked.connect(self.open_language_menu)
        self.header.addWidget(self.language_button)
        column.addLayout(self.header)
        self._areas_column = QVBoxLayout()
        self._areas_column.setSpacing(4)
        column.addLayout(self._areas_column)
        self.problem_list = ProblemListView(self, self)
        column.addWidget(self.problem_list)
        self.load_text(())

    @property
    def areas(self) -> dict[str, TextArea]:
        """The text areas by language, '' for all languages."""
        return {language: version.area for language, version in self._versions.items()}

    def load_text(self, text: DraftText) -> None:
        """Show a text, without an undo history."""
        texts = dict(text)
        self._show_languages(self._languages_of(text))
        for language, version in self._versions.items():
            version.area.load_text(texts.get(language, ""))

    def change_text(self, text: DraftText) -> None:
        """Replace the text. Areas that stay keep their undo history."""
        texts = dict(text)
        self._show_languages(self._languages_of(text))
        for language, version in self._versions.items():
            version.area.change_text(texts.get(language, ""))

    def text(self) -> DraftText:
        """Return the versions that are shown, blank ones too."""
        return tuple((language, version.area.text()) for language, version in self._versions.items())

    def add_language(self, language: str) -> None:
        """Show an area for a language, beside those for the other languages."""
        others = [one for one in self._versions if one != ANY_LANGUAGE]
        if language not in others:
            own_languages = others or self._deck_languages or (self._setup.own_language,)
            self._split_languages(dict.fromkeys((*own_languages, language)))

    def show_problems(self, problems: Sequence[tuple[str, ShownProblem]]) -> None:
        """Show problems, each with its language, at the versions with these languages or else at the field."""
        alone = len(self._versions) == 1
        for language, version in self._versions.items():
            version.problems.show_problems([problem for tag, problem in problems if tag == language or alone])
        others = [problem for tag, problem in problems if not alone and tag not in self._versions]
        self.problem_list.show_problems(others)

    def open_language_menu(self) -> None:
        """Open the menu of the languages in which the text is written."""
        menu = self._build_language_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.language_button.mapToGlobal(QPoint(0, self.language_button.height())))

    def _build_language_menu(self) -> QMenu:
        menu = QMenu(self)
        is_split = ANY_LANGUAGE not in self._versions

        def add(text: str, handler: Callable[[], object], *, is_checked: bool, is_enabled: bool) -> QAction:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(is_checked)
            action.setEnabled(is_enabled)
            action.triggered.connect(lambda _=False: handler())
            return action

        can_join = len(written_versions(self.text())) <= 1
        add(self.tr("One text for all languages"), self._join_languages, is_checked=not is_split,
            is_enabled=not is_split or can_join)  # fmt: skip
        if self._deck_languages:
            add(self.tr("A text for each language"), lambda: self._split_languages(self._deck_languages),
                is_checked=is_split, is_enabled=True)  # fmt: skip
        menu.addSeparator()
        menu.addAction(self.tr("Add a language…")).triggered.connect(self._ask_language)
        return menu

    def _ask_language(self) -> None:
        language = modal_dialogs.ask_language(self.window())
        if language:
            self.add_language(language)
            self._versions[language].area.setFocus()

    def _join_languages(self) -> None:
        versions = written_versions(self.text())
        self.change_text(((ANY_LANGUAGE, versions[0][1] if versions else ""),))
        self._versions[ANY_LANGUAGE].area.setFocus()

    def _split_languages(self, languages: Iterable[str]) -> None:
        """Write a text for each language. A text for all languages becomes that of the first one."""
        if ANY_LANGUAGE not in self._versions:
            former = dict(self.text())
            self.change_text(
                tuple((one, former.get(one, "")) for one in dict.fromkeys((*former, *languages)))
            )
            return
        text = self._versions[ANY_LANGUAGE].area.text()
        self.change_text(tuple((one, "" if index else text) for index, one in enumerate(languages)))
        next(iter(self._versions.values())).area.setFocus()

    def _languages_of(self, text: DraftText) -> tuple[str, ...]:
        languages = tuple(language for language, _ in text)
        if languages == (ANY_LANGUAGE,) or not (languages or self._deck_languages):
            return (ANY_LANGUAGE,)
        return tuple(dict.fromkeys((*languages, *self._deck_languages)))

    def _show_languages(self, languages: Sequence[str]) -> None:
        for language in [one for one in self._versions if one not in languages]:
            for widget in self._versions.pop(language):
                widget.hide()
                widget.deleteLater()
        self._versions = {
            language: self._versions.get(language) or self._create_version(language) for language in languages
        }
        for version in self._versions.values():
            for widget in version:
                self._areas_column.removeWidget(widget)
                self._areas_column.addWidget(widget)
        for language, version in self._versions.items():
            version.caption.setVisible(language != ANY_LANGUAGE)
        is_visible = bool(self._deck_languages) or ANY_LANGUAGE not in self._versions
        self.language_button.setVisible(is_visible)
        count = len(self._versions)
        name = (
            language_name(ANY_LANGUAGE)
            if ANY_LANGUAGE in self._versions
            else self.tr("%n language(s)", None, count)
        )
        self.language_button.setText(f"{name} ▾")
        self.language_button.setAccessibleName(self.tr("Languages of “{field}”").format(field=self.label))
        chain_tabs(self.layout())
        self.setFocusProxy(next(iter(self._versions.values())).area)
        self.changed.emit()

    def _create_version(self, language: str) -> _Version:
        area = TextArea(self)
        area.is_html = self._setup.is_html
        if self._setup.paste_media is not None:
            area.paste_media = self._setup.paste_media
        name = self.label if language == ANY_LANGUAGE else f"{self.label} ({language_name(language)})"
        area.setAccessibleName(name)
        area.textChanged.connect(self.changed)
        area.focusLeft.connect(self.left)
        caption = create_label(language_name(language), "furniture", self)
        caption.setBuddy(area)
        return _Version(caption, area, ProblemListView(area, self))
