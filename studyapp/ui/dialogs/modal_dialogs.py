"""All modal dialogs, as small functions that tests can replace.

The Qt classes are imported on use, because most starts open no dialog.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QMessageBox


def show_error(parent: QWidget | None, text: str) -> None:
    """Show an error message. It is plain text, because it may contain names that look like HTML."""
    from PySide6.QtWidgets import QMessageBox

    _show_message_box(parent, text, QMessageBox.Icon.Critical)


def show_information(parent: QWidget | None, text: str) -> None:
    """Show a message that is not an error."""
    from PySide6.QtWidgets import QMessageBox

    _show_message_box(parent, text, QMessageBox.Icon.Information)


def ask_export_file(parent: QWidget, suggested_file: Path) -> Path | None:
    """Ask for the file to export to. Return None if the user cancels."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Questions", "Export to Anki")
    file_filter = ";;".join(
        (
            QCoreApplication.translate("Questions", "Anki deck packages (*.apkg)"),
            QCoreApplication.translate("Questions", "Anki collection packages (*.colpkg)"),
            QCoreApplication.translate("Questions", "Tables (*.csv *.tsv)"),
            QCoreApplication.translate("Questions", "Markdown (*.md)"),
        )
    )
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested_file), file_filter)
    return Path(name) if name else None


def ask_folder(parent: QWidget, current_folder: Path) -> Path | None:
    """Ask for a folder, starting in `current_folder`. Return None if the user cancels."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Questions", "Choose a folder")
    name = QFileDialog.getExistingDirectory(parent, title, str(current_folder))
    return Path(name) if name else None


def ask_import_file(parent: QWidget) -> Path | None:
    """Ask for a file to import. Return None if the user cancels."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Questions", "Import")
    file_filter = QCoreApplication.translate(
        "Questions", "Anki, table and Markdown files (*.apkg *.colpkg *.csv *.tsv *.txt *.md)"
    )
    name, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), file_filter)
    return Path(name) if name else None


def ask_deck_title(parent: QWidget) -> str:
    """Ask for the title of a new deck. Return an empty string if the user cancels."""
    from PySide6.QtWidgets import QInputDialog

    title = QCoreApplication.translate("Questions", "New deck")
    label = QCoreApplication.translate("Questions", "Deck name:")
    name, accepted = QInputDialog.getText(parent, title, label)
    return name.strip() if accepted else ""


def confirm_replace_deck_file(parent: QWidget, file_name: str) -> bool:
    """Ask whether to replace the deck file with this name."""
    question = QCoreApplication.translate("Questions", "A deck file named {name} already exists. Replace it?")
    return _confirm(parent, question.format(name=file_name))


def confirm_overwrite(parent: QWidget, file: Path) -> bool:
    """Ask whether an export may overwrite this file."""
    question = QCoreApplication.translate("Questions", "{file} already exists. Replace it?")
    return _confirm(parent, question.format(file=file))


def confirm_time_correction(parent: QWidget, text: str) -> bool:
    """Show what was recorded while the clock was wrong, and ask whether to correct it."""
    return _confirm(parent, text)


def confirm_restore(parent: QWidget, backup_time: str) -> bool:
    """Ask whether to restore the backup that was made at this time."""
    question = QCoreApplication.translate(
        "Questions", "Restore the backup of {time}? Your current collection is kept as another backup."
    )
    return _confirm(parent, question.format(time=backup_time))


def _confirm(parent: QWidget, text: str) -> bool:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.No)
    return QMessageBox.StandardButton(box.exec()) is QMessageBox.StandardButton.Yes


def ask_days_until_due(parent: QWidget) -> int | None:
    """Ask in how many days a card is due. Return None if the user cancels."""
    from PySide6.QtWidgets import QInputDialog

    title = QCoreApplication.translate("Questions", "Set due date")
    label = QCoreApplication.translate("Questions", "Show again in how many days? (0 = today)")
    days, accepted = QInputDialog.getInt(parent, title, label, 1, 0, 36_500)
    return days if accepted else None


def confirm_open_link(parent: QWidget, url: "QUrl") -> bool:
    """Ask whether to open a card's link in the browser. The dialog shows the full URL."""
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
    """Open a card's link in the browser if the user confirms."""
    from PySide6.QtGui import QDesktopServices

    if confirm_open_link(parent, url):
        QDesktopServices.openUrl(url)


def _show_message_box(parent: QWidget | None, text: str, icon: "QMessageBox.Icon") -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(icon, "StudyApp", "", QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()
