"""Every question that stops the person: small functions, so that tests can answer in their place.

What they need of Qt is loaded when something is asked, for most starts ask nothing.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QMessageBox


def show_error(parent: QWidget | None, text: str) -> None:
    """Say what stands in the way; the words may hold names that look like HTML."""
    from PySide6.QtWidgets import QMessageBox

    _show_message_box(parent, text, QMessageBox.Icon.Critical)


def show_information(parent: QWidget | None, text: str) -> None:
    """Say what is so, where nothing is wrong."""
    from PySide6.QtWidgets import QMessageBox

    _show_message_box(parent, text, QMessageBox.Icon.Information)


def ask_export_file(parent: QWidget, suggested_file: Path) -> Path | None:
    """The file to export to; None when the person changed their mind."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Questions", "Export to Anki")
    kinds = ";;".join(
        (
            QCoreApplication.translate("Questions", "Anki deck packages (*.apkg)"),
            QCoreApplication.translate("Questions", "Anki collection packages (*.colpkg)"),
            QCoreApplication.translate("Questions", "Tables (*.csv *.tsv)"),
            QCoreApplication.translate("Questions", "Markdown (*.md)"),
        )
    )
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested_file), kinds)
    return Path(name) if name else None


def ask_folder(parent: QWidget, current_folder: Path) -> Path | None:
    """A folder in place of this one; None when the person changed their mind."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Questions", "Choose a folder")
    name = QFileDialog.getExistingDirectory(parent, title, str(current_folder))
    return Path(name) if name else None


def ask_import_file(parent: QWidget) -> Path | None:
    """A file of notes to take in; None when the person changed their mind."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Questions", "Import")
    kinds = QCoreApplication.translate(
        "Questions", "Anki, table and Markdown files (*.apkg *.colpkg *.csv *.tsv *.txt *.md)"
    )
    name, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(name) if name else None


def ask_deck_title(parent: QWidget) -> str:
    """What a new deck shall be called; empty when the person changed their mind."""
    from PySide6.QtWidgets import QInputDialog

    title = QCoreApplication.translate("Questions", "New deck")
    words = QCoreApplication.translate("Questions", "Deck name:")
    name, chosen = QInputDialog.getText(parent, title, words)
    return name.strip() if chosen else ""


def confirm_replace_deck_file(parent: QWidget, file_name: str) -> bool:
    """Whether a deck file takes the place of another one of its name."""
    words = QCoreApplication.translate("Questions", "A deck file named {name} already exists. Replace it?")
    return _confirm(parent, words.format(name=file_name))


def confirm_overwrite(parent: QWidget, file: Path) -> bool:
    """Whether an export takes the place of a file."""
    words = QCoreApplication.translate("Questions", "{file} already exists. Replace it?")
    return _confirm(parent, words.format(file=file))


def _confirm(parent: QWidget, text: str) -> bool:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.No)
    return QMessageBox.StandardButton(box.exec()) is QMessageBox.StandardButton.Yes


def ask_days_until_due(parent: QWidget) -> int | None:
    """In how many days a card shall come; None when the person changed their mind."""
    from PySide6.QtWidgets import QInputDialog

    title = QCoreApplication.translate("Questions", "Set due date")
    words = QCoreApplication.translate("Questions", "Show again in how many days? (0 = today)")
    days, chosen = QInputDialog.getInt(parent, title, words, 1, 0, 36_500)
    return days if chosen else None


def confirm_open_link(parent: QWidget, url: "QUrl") -> bool:
    """Whether to open a link of a card in the browser; shows where it truly leads."""
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Questions", "Open this link?"))
    box.setText(QCoreApplication.translate("Questions", "This card links to a page outside StudyApp:"))
    box.setInformativeText(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
    box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return QMessageBox.StandardButton(box.exec()) is QMessageBox.StandardButton.Open


def open_link(parent: QWidget, url: "QUrl") -> None:
    """Open a link of a card in the browser, if the learner agrees."""
    from PySide6.QtGui import QDesktopServices

    if confirm_open_link(parent, url):
        QDesktopServices.openUrl(url)


def _show_message_box(parent: QWidget | None, text: str, icon: "QMessageBox.Icon") -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(icon, "StudyApp", "", QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()
