"""The part of the note editor that shows a draft: the form, its problems, the preview and the formatting commands."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from studyapp import paths
from studyapp.core.notes.note_type import NoteType
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.text.text_formatting import TextFormat
from studyapp.services.editing.drafts.draft_checking import DraftDeck
from studyapp.services.editing.drafts.draft_decks import find_drawing_file, load_draft_deck, load_known_tags
from studyapp.services.editing.drafts.draft_fields import draft_text_fields, is_html_type
from studyapp.services.editing.drafts.note_draft import NoteDraft, change_type
from studyapp.services.library.deck_library import LibraryDeck
from studyapp.services.options.option_storage import load_study_options
from studyapp.store.errors import StoreError
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.editor.choosers import fill_type_box
from studyapp.ui.editor.draft_checker import DraftChecker
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.editor.editor_view import EditorView
from studyapp.ui.editor.fields.note_form import FormTools
from studyapp.ui.editor.media_pasting import MediaPaster, MediaTarget
from studyapp.ui.kit import formatting


class DraftWindow(EditorView):
    """Shows a draft of a deck. `EditorWindow` decides which, and saves it."""

    def __init__(self, context: EditorContext, parent: QWidget | None) -> None:
        super().__init__(context.resources_folder, parent)
        self._context = context
        self._deck: LibraryDeck | None = None
        self._draft_deck = DraftDeck(context.user_decks_folder)
        self._options = StudyOptions()
        self._clean_draft = NoteDraft("", str(NoteType.BASIC))
        """What the form showed when the draft was loaded or saved."""

        self.media = MediaPaster(self._media_target, self)
        self.preview.noticed.connect(lambda text: self.notice.show_message(text, is_info=True))
        self.media.noticed.connect(lambda text, is_info: self.notice.show_message(text, is_info=is_info))
        self.build(
            FormTools(context.card_languages(), self.media.paste, self._load_tags, self.load_pin_icon())
        )
        self._checker = DraftChecker(self.form, context, self)
        self._checker.checked.connect(self._show_preview)
        self.type_box.activated.connect(lambda: self._change_type(str(self.type_box.currentData())))
        self.deck_box.activated.connect(lambda: self._change_deck(str(self.deck_box.currentData())))
        self.form.openDrawingRequested.connect(self._open_drawing)
        self.guide_button.clicked.connect(self._open_guide)

    @property
    def is_adding(self) -> bool:
        """Whether new notes are added."""
        raise NotImplementedError

    def format_selection(self, text_format: TextFormat) -> None:
        """Format the selection of the field that has the focus."""
        area = self.form.focused_area()
        if area is not None:
            area.format_selection(text_format)

    def paste_plain(self) -> None:
        """Paste without formatting into the field that has the focus."""
        area = self.form.focused_area()
        if area is not None:
            area.paste_plain()

    def choose_media(self) -> None:
        """Ask for pictures and sounds and insert them into the field that has the focus."""
        area = self.form.focused_area()
        if area is not None:
            area.insert_text(self.media.add_files(modal_dialogs.ask_media_files(self)))
            area.setFocus()

    def open_language_menu(self) -> None:
        """Open the menu of the languages of the field that has the focus."""
        field = self.form.focused_text_field()
        if field is not None:
            field.open_language_menu()

    def _use_deck(self, deck: LibraryDeck) -> None:
        """Check drafts against a deck. Raises StoreError if it can't be read."""
        self._draft_deck = load_draft_deck(self._context.collection, self._context.library(), deck)
        self._deck = deck
        self._options = load_study_options(self._context.collection, deck.metadata.id)
        self.bundled_label.setVisible(self._context.is_bundled(deck))

    def _load(self, draft: NoteDraft) -> None:
        """Show a draft that counts as saved."""
        fill_type_box(self.type_box, self._draft_deck, draft.type_name)
        custom_types = self._draft_deck.custom_note_types or {}
        is_fixed = draft.drawing is not None or is_html_type(draft.type_name, custom_types)
        self.type_box.setEnabled(self.is_adding or not is_fixed)
        self.form.load(draft, self._draft_deck, shows_pins=self.is_adding)
        self._clean_draft = self.form.draft()
        self._checker.start(self._draft_deck)

    def _change_type(self, type_name: str) -> None:
        names = draft_text_fields(type_name, self._draft_deck.custom_note_types or {})
        self._reload(change_type(self.form.draft(), type_name, names))

    def _change_deck(self, deck_id: str) -> None:
        deck = self._context.find_deck(deck_id)
        if deck is None:
            return
        try:
            self._use_deck(deck)
        except StoreError as error:
            self.notice.show_message(formatting.format_error(error), is_info=False)
            return
        draft = replace(self.form.draft(), deck_id=deck_id)
        if draft.type_name not in (*NoteType, *(self._draft_deck.custom_note_types or {})):
            basic = str(NoteType.BASIC)  # the other deck does not have the custom note type
            draft = change_type(draft, basic, draft_text_fields(basic, {}))
        self._reload(draft)

    def _reload(self, draft: NoteDraft) -> None:
        """Build the form again for a draft with unsaved changes."""
        clean_draft = self._clean_draft
        self._load(draft)
        self._clean_draft = clean_draft
        self.form.focus_first()

    def _show_preview(self) -> None:
        if self._deck is None:
            return
        folder = self._draft_deck.path.parent
        languages = self._options.languages or self._context.card_languages()
        self.preview.show_note(self._checker.preview, folder, languages, self._options.play_sounds)

    def _media_target(self) -> MediaTarget | None:
        if self._deck is None:
            return None
        is_html = is_html_type(self.form.draft().type_name, self._draft_deck.custom_note_types or {})
        folder = self._context.folder_of_edited(self._deck)
        self._use_deck_file(folder / self._deck.path.name)
        return MediaTarget(folder, self._deck.metadata.id, is_html)

    def _use_deck_file(self, path: Path) -> None:
        """Look for pictures and sounds beside this file, to which the deck is or will be saved."""
        if path != self._draft_deck.path:
            self._draft_deck = replace(self._draft_deck, path=path)
            self._checker.change_deck(self._draft_deck)

    def _load_tags(self) -> Sequence[str]:
        try:
            return load_known_tags(self._context.collection)
        except StoreError:
            return ()  # the tags can be typed

    def _open_guide(self) -> None:
        path = paths.documents_folder() / "cards.md"
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program opens this file. It can be read in any text editor: {path}")
            self.notice.show_message(text.format(path=path), is_info=False)

    def _open_drawing(self) -> None:
        drawing = self.form.draft().drawing
        if self._deck is None or drawing is None:
            return
        path: Path | None = find_drawing_file(self._deck.path, drawing)
        if path is None:
            path = self._deck.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
