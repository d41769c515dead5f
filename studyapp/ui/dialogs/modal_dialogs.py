"""All modal dialogs, as small functions that tests can replace.

The dialogs are imported on use, because most starts open none.
"""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from studyapp.core.text.localized_text import normalize_language_tag
from studyapp.core.transfer.import_suffixes import IMPORT_SUFFIXES

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

_DISCARDED = 2
"""The result of a dialog whose changes are discarded; those of Qt are 0 and 1."""


def show_error(parent: QWidget | None, text: str) -> None:
    """Show an error message. It is plain text, because it may contain names that look like HTML."""
    _show_message(parent, QCoreApplication.translate("Messages", "An error occurred"), text)


def show_information(parent: QWidget | None, text: str) -> None:
    """Show a message that is not an error. Its first line is the heading."""
    heading, _, rest = text.partition("\n")
    _show_message(parent, heading, rest)


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
    file_types = QCoreApplication.translate("Questions", "Anki, table and Markdown files")
    file_filter = f"{file_types} ({' '.join(f'*{suffix}' for suffix in IMPORT_SUFFIXES)})"
    name, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), file_filter)
    return Path(name) if name else None


def ask_deck_title(parent: QWidget) -> str:
    """Ask for the title of a new deck. Return an empty string if the user cancels."""
    from studyapp.ui.dialogs.text_question_dialog import TextQuestionDialog

    dialog = TextQuestionDialog(
        QCoreApplication.translate("Questions", "New deck"),
        QCoreApplication.translate("Questions", "Deck name"),
        QCoreApplication.translate("Questions", "Create"),
        parent,
        error=QCoreApplication.translate("Questions", "Enter a name for the deck."),
    )
    is_accepted = bool(dialog.exec())
    dialog.deleteLater()
    return dialog.text if is_accepted else ""


def ask_language(parent: QWidget) -> str:
    """Ask for a language tag such as `zh-Hant`. Return an empty string if the user cancels."""
    from studyapp.ui.dialogs.text_question_dialog import TextQuestionDialog

    dialog = TextQuestionDialog(
        QCoreApplication.translate("Questions", "Add a language"),
        QCoreApplication.translate("Questions", "Language tag, such as en, zh-Hant or pt-BR"),
        QCoreApplication.translate("Questions", "Add"),
        parent,
        error=QCoreApplication.translate("Questions", "Enter a language tag such as en, zh-Hant or pt-BR."),
        is_valid=lambda text: normalize_language_tag(text) is not None,
    )
    is_accepted = bool(dialog.exec())
    dialog.deleteLater()
    return (normalize_language_tag(dialog.text) or "") if is_accepted else ""


class UnsavedChoice(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_unsaved_changes(parent: QWidget) -> UnsavedChoice:
    """Ask whether to save a note before its editor closes."""
    from studyapp.ui.dialogs.message_dialog import MessageDialog

    dialog = MessageDialog(
        QCoreApplication.translate("Questions", "Save the changes to the note?"),
        "",
        parent,
        safe_action=QCoreApplication.translate("Questions", "Cancel"),
        action=QCoreApplication.translate("Questions", "Save"),
    )
    discard = dialog.add_button(QCoreApplication.translate("Questions", "Discard"), is_leading=True)
    discard.clicked.connect(lambda: dialog.done(_DISCARDED))
    result = dialog.exec()
    dialog.deleteLater()
    if result == _DISCARDED:
        return UnsavedChoice.DISCARD
    return UnsavedChoice.SAVE if result else UnsavedChoice.CANCEL


def ask_media_files(parent: QWidget) -> list[Path]:
    """Ask for pictures and sounds to insert. Return an empty list if the user cancels."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Questions", "Insert picture or sound")
    file_filter = QCoreApplication.translate(
        "Questions",
        "Pictures and sounds (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.mp3 *.wav *.flac *.ogg *.oga *.opus *.m4a *.aac)",
    )
    names, _ = QFileDialog.getOpenFileNames(parent, title, "", file_filter)
    return [Path(name) for name in names]


def ask_days_until_due(parent: QWidget, today: int) -> int | None:
    """Ask in how many days from `today`, a study day, a card is due. Return None if the user cancels."""
    from studyapp.ui.dialogs.due_date_dialog import DueDateDialog

    dialog = DueDateDialog(today, parent)
    is_accepted = bool(dialog.exec())
    dialog.deleteLater()
    return dialog.days_box.value() if is_accepted else None


def confirm_replace_deck_file(parent: QWidget, file_name: str) -> bool:
    """Ask whether to replace the deck file with this name."""
    text = QCoreApplication.translate("Questions", "Your decks folder already has a file named {name}.")
    return _confirm(
        parent,
        QCoreApplication.translate("Questions", "Replace the deck file?"),
        text.format(name=file_name),
        QCoreApplication.translate("Questions", "Replace"),
    )


def confirm_overwrite(parent: QWidget, file: Path) -> bool:
    """Ask whether an export may overwrite this file."""
    text = QCoreApplication.translate("Questions", "{file} already exists.")
    return _confirm(
        parent,
        QCoreApplication.translate("Questions", "Replace the file?"),
        text.format(file=file),
        QCoreApplication.translate("Questions", "Replace"),
    )


def confirm_time_correction(parent: QWidget, text: str) -> bool:
    """Show what was recorded while the clock was wrong, and ask whether to correct it."""
    heading = QCoreApplication.translate("Questions", "Correct the times?")
    return _confirm(parent, heading, text, QCoreApplication.translate("Questions", "Correct"))


def confirm_rescheduling(parent: QWidget, text: str) -> bool:
    """Show what rescheduling cards changes, and ask whether to do it."""
    heading = QCoreApplication.translate("Questions", "Reschedule these cards?")
    return _confirm(parent, heading, text, QCoreApplication.translate("Questions", "Reschedule"))


def confirm_restore(parent: QWidget, backup_time: str) -> bool:
    """Ask whether to restore the backup that was made at this time."""
    text = QCoreApplication.translate(
        "Questions",
        "The backup of {time} will be restored. Your current collection is kept as another backup.",
    )
    return _confirm(
        parent,
        QCoreApplication.translate("Questions", "Restore this backup?"),
        text.format(time=backup_time),
        QCoreApplication.translate("Questions", "Restore"),
    )


def confirm_empty_bin(parent: QWidget, text: str) -> bool:
    """Show what will be deleted for good, and ask whether to delete it."""
    return _confirm(
        parent,
        QCoreApplication.translate("Questions", "Empty the bin?"),
        text,
        QCoreApplication.translate("Questions", "Empty bin"),
    )


def confirm_open_link(parent: QWidget, url: "QUrl") -> bool:
    """Ask whether to open a card's link in the browser. The dialog shows the full URL."""
    from PySide6.QtCore import QUrl

    text = QCoreApplication.translate("Questions", "This card links to a page outside StudyApp:")
    return _confirm(
        parent,
        QCoreApplication.translate("Questions", "Open this link?"),
        f"{text}\n\n{url.toString(QUrl.ComponentFormattingOption.FullyEncoded)}",
        QCoreApplication.translate("Questions", "Open"),
    )


def open_link(parent: QWidget, url: "QUrl") -> None:
    """Open a card's link in the browser if the user confirms."""
    from PySide6.QtGui import QDesktopServices

    if confirm_open_link(parent, url):
        QDesktopServices.openUrl(url)


def _confirm(parent: QWidget, heading: str, text: str, action: str) -> bool:
    from studyapp.ui.dialogs.message_dialog import MessageDialog

    cancel = QCoreApplication.translate("Questions", "Cancel")
    dialog = MessageDialog(heading, text, parent, safe_action=cancel, action=action)
    is_accepted = bool(dialog.exec())
    dialog.deleteLater()
    return is_accepted


def _show_message(parent: QWidget | None, heading: str, text: str) -> None:
    from studyapp.ui.dialogs.message_dialog import MessageDialog

    close = QCoreApplication.translate("Messages", "Close")
    dialog = MessageDialog(heading, text, parent, safe_action=close)
    dialog.exec()
    dialog.deleteLater()
