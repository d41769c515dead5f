"""The session that tools/hostile_session.py traces: hostile cards in a real window.

    python -m tools.hostile_session_steps FOLDER

FOLDER has the files of `write_hostile_cards`. Prints the number of cards shown.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from studyapp.core.cards.card import CardKind
from studyapp.core.cards.card_id import CardId
from studyapp.core.study.study_queue import UNLIMITED
from studyapp.core.text.localized_text import CardLanguages
from studyapp.desktop import DesktopApp
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.system_dependencies import system_clock
from studyapp.ui.card.card_view import CardView
from studyapp.ui.transfer.import_dialog import ImportDialog
from studyapp.ui.window.main_window import MainWindow

TIMEOUT_SECONDS = 120
EXPORTS = ("decks.apkg", "decks.colpkg", "decks.csv", "decks.md")


def main() -> None:
    folder = Path(sys.argv[1])
    application = QApplication(sys.argv[:1])
    application.setApplicationName("StudyApp")
    desktop = DesktopApp(
        application, folder / "data", [folder / "decks", folder / "data" / "decks"], system_clock()
    )
    desktop.show()
    window = desktop.window
    assert window is not None
    _wait_until(lambda: len(window._library.deck_ids) == 1)
    _import(window, folder / "hostile.apkg")
    _wait_until(lambda: len(window._library.deck_ids) == 2)
    window.grab()
    shown = set(_show_all_cards(window))
    _open_dialogs(window)
    for name in EXPORTS:
        request = ExportRequest(window._library.deck_ids, CardLanguages.ENGLISH, folder / "exported" / name)
        desktop.tasks.export(request, lambda *_: None)
    desktop.close()
    print(len(shown))


def _import(window: MainWindow, package: Path) -> None:
    window.deck_adder.add_dropped_files([package])
    (dialog,) = window.findChildren(ImportDialog)
    _wait_until(lambda: not dialog.is_busy)
    dialog.grab()
    dialog.close()


def _show_all_cards(window: MainWindow) -> Iterator[CardId]:
    """Show both sides of every card, and yield it."""
    window.start_session(limits=UNLIMITED)
    page = window.review_page
    while (prompt := page.prompt) is not None:
        _draw(window)
        _activate_links(page.card_view)
        page.show_card_info()
        _close_dialogs(window)
        if prompt.card.kind is CardKind.MULTIPLE_CHOICE:
            page.pick_or_rate(1)
        page.reveal()
        page.apply_theme()
        _draw(window)
        _activate_links(page.card_view)
        yield prompt.card.id
        page.suspend()


def _open_dialogs(window: MainWindow) -> None:
    """Open the dialogs that show texts of decks."""
    window.show_decks()
    for deck in window._library.deck_ids:
        window.deck_dialogs.show_suspended_and_buried(deck)
        window.deck_dialogs.show_options(deck)
        window.deck_dialogs.show_custom_study(deck)
    window.deck_dialogs.show_export()
    _draw(window)
    _close_dialogs(window)


def _activate_links(card: CardView) -> None:
    """Activate each link of a card. The question whether to open one is answered with no."""
    block = card.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            address = iterator.fragment().charFormat().anchorHref()
            if address and not address.startswith("option:"):
                QTimer.singleShot(0, _reject_modal_dialog)
                card.anchorClicked.emit(QUrl(address))
            iterator += 1
        block = block.next()


def _reject_modal_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()


def _close_dialogs(window: QWidget) -> None:
    for dialog in window.findChildren(QDialog):
        dialog.grab()
        dialog.close()


def _draw(window: QWidget) -> None:
    for _ in range(3):
        QApplication.processEvents()
    for each in QApplication.topLevelWidgets():
        if each.isVisible():
            each.grab()
    window.grab()


def _wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + TIMEOUT_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()


if __name__ == "__main__":
    main()
