"""The message after a restore."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from studyapp.ui.dialogs import modal_dialogs

if TYPE_CHECKING:
    from studyapp.services.backups.restoring import RestoreReport

_MAX_FILES = 5


class RestoreMessages:
    """The translation context of the texts in this module."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate("RestoreMessages", text, comment, number)


def show_restore_report(parent: QWidget | None, report: "RestoreReport") -> None:
    """Say what was restored, what was recovered, and where the replaced collection is."""
    modal_dialogs.show_information(parent, "\n".join(_lines(report)))


def _lines(report: "RestoreReport") -> list[str]:
    lines = [
        RestoreMessages.tr("A new collection was created.")
        if report.is_new_collection
        else RestoreMessages.tr("Your collection was restored.")
    ]
    if report.recovered_entries:
        lines.append(
            RestoreMessages.tr(
                "%n review(s) or other action(s) recovered from the damaged file.",
                None,
                report.recovered_entries,
            )
        )
    if report.replaced_folder is not None:
        lines.append(
            RestoreMessages.tr("The replaced files are in {folder}.").format(folder=report.replaced_folder)
        )
    if report.files.restored:
        lines.append(RestoreMessages.tr("%n file(s) restored.", None, len(report.files.restored)))
    if report.files.unchanged:
        names = ", ".join(path.name for path in report.files.unchanged[:_MAX_FILES])
        lines.append(
            RestoreMessages.tr(
                "%n changed file(s) left as they are: {names}", None, len(report.files.unchanged)
            ).format(names=names)
        )
    lines += [str(error) for error in report.files.errors[:_MAX_FILES]]
    return lines
