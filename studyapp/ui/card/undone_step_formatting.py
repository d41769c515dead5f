"""A step that was undone or redone, as text in the user's language."""

from PySide6.QtCore import QCoreApplication

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.services.editing.edit_undo import UndoneStep
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.ui.card.journal_entry_formatting import format_entry

_LABEL_BY_EDIT = {
    EditKind.SAVE: QT_TRANSLATE_NOOP("UndoneStep", "Edit"),
    EditKind.ADD: QT_TRANSLATE_NOOP("UndoneStep", "Add"),
    EditKind.DUPLICATE: QT_TRANSLATE_NOOP("UndoneStep", "Duplicate"),
    EditKind.DELETE: QT_TRANSLATE_NOOP("UndoneStep", "Delete"),
    EditKind.RESTORE: QT_TRANSLATE_NOOP("UndoneStep", "Restore"),
    EditKind.MOVE: QT_TRANSLATE_NOOP("UndoneStep", "Move to another deck"),
    EditKind.TAGS: QT_TRANSLATE_NOOP("UndoneStep", "Change tags"),
    EditKind.TEXTS: QT_TRANSLATE_NOOP("UndoneStep", "Edit"),
    EditKind.CREATE_DECK: QT_TRANSLATE_NOOP("UndoneStep", "Create deck"),
    EditKind.RENAME_DECK: QT_TRANSLATE_NOOP("UndoneStep", "Rename deck"),
    EditKind.DELETE_DECK: QT_TRANSLATE_NOOP("UndoneStep", "Delete deck"),
    EditKind.RESTORE_DECK: QT_TRANSLATE_NOOP("UndoneStep", "Restore deck"),
}


def format_undone_step(step: UndoneStep) -> str:
    """Return what the step did, and to how many notes or cards if there are several."""
    translate = QCoreApplication.translate
    if step.edit is None:
        action = format_entry(step.entries[-1])
        cards = translate("UndoneStep", "%n card(s)", None, step.card_count)
        return f"{action} · {cards}" if step.card_count > 1 else action
    action = translate("UndoneStep", _LABEL_BY_EDIT[step.edit])
    notes = translate("UndoneStep", "%n note(s)", None, step.note_count)
    return f"{action} · {notes}" if step.note_count > 1 else action
