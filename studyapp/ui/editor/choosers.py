"""The lists of note types, decks and schedules in the editor."""

from PySide6.QtCore import QCoreApplication

from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES, NoteType
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.services.editing.drafts.draft_checking import DraftDeck
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.editor.fields.field_labels import note_type_label
from studyapp.ui.kit.combo_box import ComboBox

_SCHEDULE_LABELS = {
    ScheduleChange.KEEP: QT_TRANSLATE_NOOP("Schedule", "Keep the schedule"),
    ScheduleChange.REVIEW_SOON: QT_TRANSLATE_NOOP("Schedule", "Review soon"),
    ScheduleChange.RESET: QT_TRANSLATE_NOOP("Schedule", "Start over as new cards"),
}


def fill_type_box(box: ComboBox, deck: DraftDeck, type_name: str) -> None:
    """List the note types of a deck. Drawings and HTML fields have no counterpart in other types, so that notes with
    these keep their type."""
    custom_types = (deck.custom_note_types or {}).values()
    names = [
        (note_type_label(one.name), str(one.name))
        for one in BUILT_IN_NOTE_TYPES
        if one.name is not NoteType.DIAGRAM or type_name == NoteType.DIAGRAM
    ]
    names += [(custom_type.name, custom_type.id) for custom_type in custom_types]
    box.clear()
    for label, name in names:
        box.addItem(label, name)
    box.setCurrentIndex(max(0, box.findData(type_name)))


def fill_deck_box(box: ComboBox, context: EditorContext, deck_id: str) -> None:
    """List the decks of the library."""
    titles = context.library().title_by_deck(context.card_languages())
    box.clear()
    for one, title in titles.items():
        box.addItem(title, one)
    box.setCurrentIndex(max(0, box.findData(deck_id)))


def fill_schedule_box(box: ComboBox) -> None:
    """Fill the box with the ways in which saving an edit can change the schedule."""
    for change, label in _SCHEDULE_LABELS.items():
        box.addItem(QCoreApplication.translate("Schedule", label), change)
