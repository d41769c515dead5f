"""A step that was undone or redone, as text in the user's language."""

from PySide6.QtCore import QCoreApplication

from studyapp.services.editing.edit_undo import UndoneStep
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.ui.card.journal_entry_formatting import format_entry


class UndoneSteps:
    """The translation context of the texts in this module."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate("UndoneSteps", text, comment, number)


def format_undone_step(step: UndoneStep) -> str:
    """Return what the step did, and to how many notes or cards if there are several."""
    if step.edit is None:
        action = format_entry(step.entries[-1])
        cards = UndoneSteps.tr("%n card(s)", None, step.card_count)
        return f"{action} · {cards}" if step.card_count > 1 else action
    notes = UndoneSteps.tr("%n note(s)", None, step.note_count)
    action = _format_edit(step.edit)
    return f"{action} · {notes}" if step.note_count > 1 else action


def _format_edit(kind: EditKind) -> str:
    return {
        EditKind.SAVE: UndoneSteps.tr("Edit"),
        EditKind.ADD: UndoneSteps.tr("Add"),
        EditKind.DUPLICATE: UndoneSteps.tr("Duplicate"),
        EditKind.DELETE: UndoneSteps.tr("Delete"),
        EditKind.RESTORE: UndoneSteps.tr("Restore"),
        EditKind.MOVE: UndoneSteps.tr("Move to another deck"),
        EditKind.TAGS: UndoneSteps.tr("Change tags"),
        EditKind.TEXTS: UndoneSteps.tr("Edit"),
        EditKind.IMPORT: UndoneSteps.tr("Changes from Anki"),
        EditKind.CREATE_DECK: UndoneSteps.tr("Create deck"),
        EditKind.RENAME_DECK: UndoneSteps.tr("Rename deck"),
        EditKind.DELETE_DECK: UndoneSteps.tr("Delete deck"),
        EditKind.RESTORE_DECK: UndoneSteps.tr("Restore deck"),
    }[kind]
