"""Adds decks: new decks, imported files, folders, and files dropped on the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.core.text.translatable import TranslatableError
from studyapp.core.transfer.import_suffixes import IMPORT_SUFFIXES
from studyapp.services.library.deck_file_adding import (
    copy_deck_file,
    has_different_file,
    is_deck_file,
)
from studyapp.services.library.deck_folders import add_folder, load_added_folders, remove_folder
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext


class DeckAdder(QObject):
    """Performs the commands for deck files and folders. `deckFilesChanged` is emitted when the decks have to be
    read again."""

    deckFilesChanged = Signal()
    newDeckRequested = Signal()
    binRequested = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def open_menu(self, anchor: QWidget) -> None:
        """Open the menu below a widget."""
        menu = self.build_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def open_file(self, path: Path) -> None:
        """Open a deck file in the default editor, or a folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def write_missing_ids(self, files: Sequence[Path]) -> None:
        """Add the missing ids of decks and notes to their files."""
        from studyapp.services.library.deck_checking import add_missing_ids

        self._try_or_show_error(lambda: list(add_missing_ids(files)))
        self.deckFilesChanged.emit()

    def build_menu(self) -> QMenu:
        """Build the menu of ways to add decks, with an entry to remove each added folder."""
        menu = QMenu(self._window)
        menu.addAction(self.tr("New deck…")).triggered.connect(self.newDeckRequested)
        menu.addAction(self.tr("Import (Anki, CSV, Markdown)…")).triggered.connect(self.choose_import_file)
        menu.addAction(self.tr("Add deck folder…")).triggered.connect(self.choose_folder)
        menu.addAction(self.tr("Open decks folder")).triggered.connect(self.open_user_decks_folder)
        menu.addAction(self.tr("Bin…")).triggered.connect(self.binRequested)
        folders = load_added_folders(self._context.collection)
        if folders:
            menu.addSeparator()
        for folder in folders:
            label = self.tr("Remove folder {folder}").format(folder=folder)
            menu.addAction(label).triggered.connect(partial(self._remove_folder, folder))
        return menu

    def choose_folder(self) -> None:
        """Ask for a deck folder and add it."""
        folder = modal_dialogs.ask_folder(self._window, Path.home())
        if folder is not None:
            self._add_folder(folder)

    def choose_import_file(self) -> None:
        """Ask for a file and import it."""
        file = modal_dialogs.ask_import_file(self._window)
        if file is not None:
            self.import_file(file)

    def import_file(self, file: Path) -> None:
        """Import a file in a dialog."""
        from studyapp.ui.transfer.import_dialog import ImportDialog  # loaded on use: few sessions import

        dialog = ImportDialog(file, self._context.import_file, self._context.run_edit, self._window)
        dialog.collectionChanged.connect(self.deckFilesChanged)
        dialog.open()

    def open_user_decks_folder(self) -> None:
        """Open the user's decks folder in the file manager. Create it if it is missing."""
        self._try_or_show_error(lambda: self._context.user_decks_folder.mkdir(parents=True, exist_ok=True))
        self.open_file(self._context.user_decks_folder)

    def add_dropped_files(self, paths: Sequence[Path]) -> None:
        """Copy deck files to the user's decks folder, add folders, and import files of other types."""
        for path in paths:
            if path.is_dir():
                self._add_folder(path)
            elif is_deck_file(path):
                self._try_or_show_error(partial(self._copy_deck_file, path))
            elif path.suffix.lower() in IMPORT_SUFFIXES:
                self.import_file(path)
            else:
                text = self.tr(
                    "StudyApp can't import {name}. Use a deck file (.yaml), an Anki package (.apkg, .colpkg), a table (.csv, .tsv, .txt) or a Markdown file (.md)."
                )
                modal_dialogs.show_information(self._window, text.format(name=path.name))
        self.deckFilesChanged.emit()

    def _copy_deck_file(self, path: Path) -> None:
        user_folder = self._context.user_decks_folder
        if not has_different_file(path, user_folder) or modal_dialogs.confirm_replace_deck_file(
            self._window, path.name
        ):
            copy_deck_file(path, user_folder)

    def _add_folder(self, folder: Path) -> None:
        if self._try_or_show_error(lambda: add_folder(self._context.collection, folder)):
            self.deckFilesChanged.emit()

    def _remove_folder(self, folder: Path) -> None:
        if self._try_or_show_error(lambda: remove_folder(self._context.collection, folder)):
            self.deckFilesChanged.emit()

    def _try_or_show_error(self, operation: Callable[[], object]) -> bool:
        """Run `operation`. If it fails with an expected error, show the error and return False."""
        try:
            operation()
        except (TranslatableError, OSError) as error:
            modal_dialogs.show_error(self._window, formatting.format_error(error))
            return False
        return True
