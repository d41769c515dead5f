"""The names of note types and of their fields, as shown in the window."""

from PySide6.QtCore import QCoreApplication

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

_LABEL_BY_FIELD = {
    "front": QT_TRANSLATE_NOOP("NoteLabels", "Front"),
    "back": QT_TRANSLATE_NOOP("NoteLabels", "Back"),
    "term": QT_TRANSLATE_NOOP("NoteLabels", "Term"),
    "translation": QT_TRANSLATE_NOOP("NoteLabels", "Translation"),
    "definition": QT_TRANSLATE_NOOP("NoteLabels", "Definition"),
    "text": QT_TRANSLATE_NOOP("NoteLabels", "Text"),
    "options": QT_TRANSLATE_NOOP("NoteLabels", "Options"),
    "answer": QT_TRANSLATE_NOOP("NoteLabels", "Answer"),
    "claim": QT_TRANSLATE_NOOP("NoteLabels", "Claim"),
    "why": QT_TRANSLATE_NOOP("NoteLabels", "Explanation"),
}


def format_field_name(field: str) -> str:
    """Return the label of a field by its name in deck files. Fields of custom note types keep their names."""
    label = _LABEL_BY_FIELD.get(field)
    return QCoreApplication.translate("NoteLabels", label) if label else field
