"""How decks come in: a new one, a folder, files dropped on the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.services.library.deck_file_adding import is_deck_file, is_other_deck, take_in, write_new_deck
from studyapp.services.library.deck_folders import add_folder, added_folders, remove_folder
from studyapp.services.transfer.import_suffixes import IMPORTABLE
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.app_context import Workplace


class DeckAdding(QObject):
    """Does what the person wants with files and folders, and tells when decks are to be read."""

    changed = Signal()

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._place, self._window = place, window

    def offer(self, under: QWidget) -> None:
        """Open the menu below a widget."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def open_file(self, path: Path) -> None:
        """Open a deck file in the person's editor, or a folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def write_ids(self, files: Sequence[Path]) -> None:
        """Write the ids that notes go by meanwhile into their files."""
        from studyapp.services.library.deck_checking import write_ids

        self._tried(lambda: list(write_ids(files)))
        self.changed.emit()

    def menu(self) -> QMenu:
        """What can be added, and which folders can be left out again."""
        menu = QMenu(self._window)
        menu.addAction(self.tr("New deck…")).triggered.connect(self.new_deck)
        menu.addAction(self.tr("Import from Anki, a table or a page…")).triggered.connect(
            self.ask_for_package
        )
        menu.addAction(self.tr("Add a folder of decks…")).triggered.connect(self.ask_for_folder)
        menu.addAction(self.tr("Open your decks folder")).triggered.connect(self.open_own_folder)
        folders = added_folders(self._place.collection)
        if folders:
            menu.addSeparator()
        for folder in folders:
            words = self.tr("Leave out {folder}").format(folder=folder)
            menu.addAction(words).triggered.connect(partial(self._leave_out, folder))
        return menu

    def new_deck(self) -> None:
        """Write a deck that the person names, and open it in their editor."""
        title = modal_dialogs.ask_for_title(self._window)
        if not title:
            return

        def write() -> None:
            path = write_new_deck(self._place.own_decks, title)
            self.changed.emit()
            self.open_file(path)

        self._tried(write)

    def ask_for_folder(self) -> None:
        """Add a folder that the person chooses."""
        folder = modal_dialogs.ask_for_folder(self._window, Path.home())
        if folder is not None:
            self._add(folder)

    def ask_for_package(self) -> None:
        """Take in a package of Anki that the person chooses."""
        file = modal_dialogs.ask_for_package(self._window)
        if file is not None:
            self.import_package(file)

    def import_package(self, file: Path) -> None:
        """Take in a package of Anki."""
        from studyapp.ui.transfer.import_dialog import ImportDialog  # few sessions import

        dialog = ImportDialog(file, self._place.take_in, self._window)
        dialog.changed.connect(self.changed)
        dialog.open()

    def open_own_folder(self) -> None:
        """Show the person's own decks folder."""
        self._tried(lambda: self._place.own_decks.mkdir(parents=True, exist_ok=True))
        self.open_file(self._place.own_decks)

    def take_in(self, dropped: Sequence[Path]) -> None:
        """Copy deck files that were dropped into the person's own folder, and add folders where they are."""
        for path in dropped:
            if path.is_dir():
                self._add(path)
            elif is_deck_file(path):
                self._tried(partial(self._copy, path))
            elif path.suffix.lower() in IMPORTABLE:
                self.import_package(path)
            else:
                words = self.tr(
                    "{name} is nothing that can be taken in: deck files end in .yaml, Anki's packages in .apkg or .colpkg, "
                    "tables in .csv, .tsv or .txt, and pages in .md."
                )
                modal_dialogs.inform(self._window, words.format(name=path.name))
        self.changed.emit()

    def _copy(self, path: Path) -> None:
        own = self._place.own_decks
        if not is_other_deck(path, own) or modal_dialogs.may_replace(self._window, path.name):
            take_in(path, own)

    def _add(self, folder: Path) -> None:
        if self._tried(lambda: add_folder(self._place.collection, folder)):
            self.changed.emit()

    def _leave_out(self, folder: Path) -> None:
        if self._tried(lambda: remove_folder(self._place.collection, folder)):
            self.changed.emit()

    def _tried(self, deed: Callable[[], object]) -> bool:
        """Do it; False, once it was told, when the world failed."""
        try:
            deed()
        except StoreError as error:
            modal_dialogs.tell(self._window, formatting.store_error(error))
            return False
        except OSError as error:
            modal_dialogs.tell(self._window, formatting.system_error(error))
            return False
        return True
