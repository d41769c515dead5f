"""The form of a note: the fields of its type, tags and details."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.drafts.draft_checking import DraftDeck
from studyapp.services.editing.drafts.draft_fields import (
    EXPLANATION,
    OPTIONS,
    SECTION,
    TAGS,
    FieldKey,
    builtin_type,
    draft_text_fields,
    is_html_type,
    key_name,
)
from studyapp.services.editing.drafts.note_draft import NoteDraft
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.editor.fields.details_panel import DETAIL_FIELDS, DetailsPanel
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.editor.fields.line_field import LineField
from studyapp.ui.editor.fields.options_field import OptionsField
from studyapp.ui.editor.fields.problem_list_view import ProblemListView, ShownProblem
from studyapp.ui.editor.fields.tab_order import chain_tabs
from studyapp.ui.editor.fields.text_area import PasteMedia, TextArea
from studyapp.ui.editor.fields.text_field import TextField, TextSetup
from studyapp.ui.editor.fields.words_line import WordsLine
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_button, create_label

_PIN_SIZE = 16
"""Pixels, at a text size of 100 %."""


class FormTools(NamedTuple):
    """What the form needs from the editor."""

    card_languages: CardLanguages
    paste_media: PasteMedia
    load_tags: Callable[[], Sequence[str]]
    pin_icon: QIcon


class NoteForm(QWidget):
    """Holds a draft. The widgets are built for the type and the deck of the draft."""

    changed = Signal()
    fieldLeft = Signal(str)
    """Carries the name of the field that lost the focus."""

    openDrawingRequested = Signal()

    def __init__(self, tools: FormTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._draft = NoteDraft("", str(NoteType.BASIC))
        self._deck: DraftDeck | None = None
        self._is_loading = False
        self._shows_pins = False
        self.pinned_fields: set[str] = {TAGS}
        self.text_fields: dict[str, TextField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._content = QWidget(self)
        self._column.addWidget(self._content)
        self._column.addStretch(1)

    def load(self, draft: NoteDraft, deck: DraftDeck, *, shows_pins: bool) -> None:
        """Build the fields for a draft of a deck, and show it without undo histories."""
        self._is_loading = True
        self._draft, self._deck, self._shows_pins = draft, deck, shows_pins
        self._build(draft, deck)
        for name, field in self.text_fields.items():
            field.load_text(draft.texts.get(name, ()))
        self.options_field.load(draft.options)
        self.tags_line.show_words(draft.tags)
        self.details.load(draft)
        self._is_loading = False
        chain_tabs(self._content.layout())

    def change(self, draft: NoteDraft) -> None:
        """Show another draft of the same type. Fields keep their undo histories."""
        self._is_loading = True
        self._draft = draft
        for name, field in self.text_fields.items():
            field.change_text(draft.texts.get(name, ()))
        self.options_field.change(draft.options)
        self.tags_line.show_words(draft.tags)
        self.details.change(draft)
        self._is_loading = False
        self.changed.emit()

    def draft(self) -> NoteDraft:
        """Return the draft as it is shown."""
        texts = {name: field.text() for name, field in self.text_fields.items()}
        is_choice = not self.options_field.isHidden()
        return replace(
            self._draft,
            texts={**self._draft.texts, **texts},
            options=self.options_field.options() if is_choice else self._draft.options,
            tags=self.tags_line.words(),
            **self.details.values(),  # type: ignore[arg-type]
        )

    def focused_area(self) -> TextArea | None:
        """Return the text area that has the focus in this window, or had it last."""
        widget = self.window().focusWidget() or QApplication.focusWidget()
        return widget if isinstance(widget, TextArea) else None

    def focused_text_field(self) -> TextField | None:
        """Return the text field that has the focus."""
        area = self.focused_area()
        return next((one for one in self.findChildren(TextField) if area in one.areas.values()), None)

    def toggle_pin(self) -> None:
        """Pin or unpin the field that has the focus."""
        focus = self.window().focusWidget()
        for button in self.findChildren(QPushButton, "pin"):
            field = button.parentWidget()
            if focus is not None and field is not None and field.isAncestorOf(focus):
                button.click()

    def show_problems(self, problems: Sequence[tuple[FieldKey, ShownProblem]]) -> None:
        """Show these problems at their fields."""
        is_html = self._is_html()
        for name, field in self.text_fields.items():
            key = key_name(name, is_html=is_html)
            field.show_problems([(at.language, problem) for at, problem in problems if at.name == key])
        self.options_field.show_problems(
            [(at.option, at.language, problem) for at, problem in problems if at.name == OPTIONS]
        )
        self.tags_field.show_problems([problem for at, problem in problems if at.name == TAGS])
        self.details.show_problems([(at.name, at.language, problem) for at, problem in problems])
        shown_names = {
            *(key_name(name, is_html=is_html) for name in self.text_fields),
            OPTIONS,
            TAGS,
            *DETAIL_FIELDS,
        }
        self.note_problems.show_problems([problem for at, problem in problems if at.name not in shown_names])

    def focus_field(self, key: FieldKey) -> None:
        """Focus the field of a problem."""
        is_html = self._is_html()
        for name, field in self.text_fields.items():
            if key_name(name, is_html=is_html) == key.name:
                (field.areas.get(key.language) or field).setFocus()
                return
        if key.name == OPTIONS:
            self.options_field.rows[key.option or 0].text_field.setFocus()
        elif key.name in DETAIL_FIELDS:
            self.details.focus_field(key.name)
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Focus the first field that can be edited."""
        first = next(iter(self.text_fields.values()), None)
        (first or self.tags_line).setFocus()

    def show_pin_icon(self, icon: QIcon) -> None:
        """Use another icon for the buttons that keep a field."""
        self._tools = self._tools._replace(pin_icon=icon)
        for button in self.findChildren(QPushButton, "pin"):
            button.setIcon(icon)

    def add_language(self) -> None:
        """Ask for a language and show every text in it too."""
        language = modal_dialogs.ask_language(self.window())
        if language:
            for field in self._all_text_fields():
                field.add_language(language)

    def _all_text_fields(self) -> Iterator[TextField]:
        yield from self.text_fields.values()
        for row in self.options_field.rows:
            yield from (row.text_field, row.explanation_field)
        yield self.details.explanation_field

    def _is_html(self) -> bool:
        deck = self._deck
        return deck is not None and is_html_type(self._draft.type_name, deck.custom_note_types or {})

    def _build(self, draft: NoteDraft, deck: DraftDeck) -> None:
        old_content, self._content = self._content, QWidget(self)
        self._column.replaceWidget(old_content, self._content)
        old_content.hide()
        old_content.deleteLater()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        custom_types = deck.custom_note_types or {}
        note_type = builtin_type(draft.type_name, custom_types)
        self.note_problems = ProblemListView(self._content, self._content)
        column.addWidget(self.note_problems)
        setup = self._text_setup(deck)._replace(is_html=self._is_html())
        self.text_fields = {
            name: self._build_text_field(name, setup)
            for name in draft_text_fields(draft.type_name, custom_types)
        }
        for field in self.text_fields.values():
            column.addWidget(field)
        if note_type is NoteType.DIAGRAM:
            self._add_drawing_notice(column)
        self.options_field = OptionsField(self._content, self._text_setup(deck))
        self.options_field.changed.connect(self._report_change)
        self.options_field.rowsChanged.connect(lambda: chain_tabs(self._content.layout()))
        self.options_field.left.connect(lambda: self.fieldLeft.emit(OPTIONS))
        self.options_field.setVisible(note_type is NoteType.MULTIPLE_CHOICE)
        column.addWidget(self.options_field)
        self._build_tags_and_details(column, deck)

    def _text_setup(self, deck: DraftDeck) -> TextSetup:
        languages = () if self._is_html() else deck.languages
        own_language = (*languages, *self._tools.card_languages.question_languages)[0]
        return TextSetup(languages, own_language, self._tools.paste_media)

    def _build_text_field(self, name: str, setup: TextSetup) -> TextField:
        is_html = self._is_html()
        field = TextField(
            name if is_html else field_label(name, self._draft.type_name),
            self._content,
            setup,
        )
        field.changed.connect(self._report_change)
        key = key_name(name, is_html=is_html)
        field.left.connect(lambda: self.fieldLeft.emit(key))
        if self._shows_pins:
            field.header.addWidget(self._build_pin(name, field.label, field))
        return field

    def _build_pin(self, name: str, label: str, field: QWidget) -> QPushButton:
        pin = create_button("", "pin", field)
        pin.setIcon(self._tools.pin_icon)
        size = theme.scale_pixels(_PIN_SIZE)
        pin.setIconSize(QSize(size, size))
        pin.setCheckable(True)
        pin.setChecked(name in self.pinned_fields)
        pin.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a shortcut pins the field
        text = self.tr("Keep “{field}” for the next note").format(field=label)
        pin.setAccessibleName(text)
        pin.setToolTip(text)
        pin.toggled.connect(
            lambda is_on: (self.pinned_fields.add if is_on else self.pinned_fields.discard)(name)
        )
        return pin

    def _add_drawing_notice(self, column: QVBoxLayout) -> None:
        text = self.tr("The drawing is in a file of its own, where its labels are edited.")
        column.addWidget(create_label(text, "hint", self._content, has_word_wrap=True))
        button = create_button(self.tr("Open the file of the drawing"), "flushLink", self._content)
        button.clicked.connect(self.openDrawingRequested)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_tags_and_details(self, column: QVBoxLayout, deck: DraftDeck) -> None:
        self.tags_line = WordsLine(self._content, self._tools.load_tags)
        self.tags_field = LineField(field_label(TAGS), self._content, self.tags_line)
        self.tags_line.setPlaceholderText(self.tr("Separated by spaces"))
        if self._shows_pins:
            self.tags_field.add_header_button(self._build_pin(TAGS, field_label(TAGS), self.tags_field))
        self.details = DetailsPanel(
            self._content,
            setup=self._text_setup(deck),
            card_languages=self._tools.card_languages,
        )
        self.details.addLanguageRequested.connect(self.add_language)
        self.details.left.connect(lambda: self.fieldLeft.emit(DETAIL_FIELDS[0]))
        self.details.language_button.setHidden(self._is_html() or len(deck.languages) > 1)
        if self._shows_pins:
            section, explanation = self.details.section_field, self.details.explanation_field
            section.add_header_button(self._build_pin(SECTION, field_label(SECTION), section))
            explanation.header.addWidget(self._build_pin(EXPLANATION, field_label(EXPLANATION), explanation))
        for widget in (self.tags_field, self.details):
            widget.changed.connect(self._report_change)
            column.addWidget(widget)

    def _report_change(self) -> None:
        if not self._is_loading:
            self.changed.emit()
