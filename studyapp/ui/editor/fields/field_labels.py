"""The names of note types and fields in the editor."""

from PySide6.QtCore import QCoreApplication

from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.ui.editor.fields.language_names import language_name

_TYPE_LABELS = {
    NoteType.BASIC: QT_TRANSLATE_NOOP("NoteFields", "Basic"),
    NoteType.REVERSED: QT_TRANSLATE_NOOP("NoteFields", "Basic and reversed"),
    NoteType.TERM: QT_TRANSLATE_NOOP("NoteFields", "Term"),
    NoteType.CLOZE: QT_TRANSLATE_NOOP("NoteFields", "Cloze"),
    NoteType.MULTIPLE_CHOICE: QT_TRANSLATE_NOOP("NoteFields", "Multiple choice"),
    NoteType.TYPED_ANSWER: QT_TRANSLATE_NOOP("NoteFields", "Type the answer"),
    NoteType.CLAIM: QT_TRANSLATE_NOOP("NoteFields", "Claim"),
    NoteType.DIAGRAM: QT_TRANSLATE_NOOP("NoteFields", "Diagram"),
}

_TYPES_WITH_QUESTION = (NoteType.MULTIPLE_CHOICE, NoteType.TYPED_ANSWER)
"""Note types whose front is a question."""

_FIELD_LABELS = {
    "front": QT_TRANSLATE_NOOP("NoteFields", "Front"),
    "back": QT_TRANSLATE_NOOP("NoteFields", "Back"),
    "term": QT_TRANSLATE_NOOP("NoteFields", "Term"),
    "translation": QT_TRANSLATE_NOOP("NoteFields", "Translation (optional)"),
    "definition": QT_TRANSLATE_NOOP("NoteFields", "Definition"),
    "text": QT_TRANSLATE_NOOP("NoteFields", "Text"),
    "answer": QT_TRANSLATE_NOOP("NoteFields", "Answer"),
    "claim": QT_TRANSLATE_NOOP("NoteFields", "Claim"),
    "options": QT_TRANSLATE_NOOP("NoteFields", "Options"),
    "tags": QT_TRANSLATE_NOOP("NoteFields", "Tags"),
    "section": QT_TRANSLATE_NOOP("NoteFields", "Section of the source"),
    "evidence": QT_TRANSLATE_NOOP("NoteFields", "Evidence"),
    "requires": QT_TRANSLATE_NOOP("NoteFields", "Learn first (note IDs)"),
    "why": QT_TRANSLATE_NOOP("NoteFields", "Why"),
    "type": QT_TRANSLATE_NOOP("NoteFields", "Note type"),
}


def note_type_label(note_type: NoteType) -> str:
    """Return the name of a built-in note type."""
    return QCoreApplication.translate("NoteFields", _TYPE_LABELS[note_type])


def field_label(name: str, type_name: str = "") -> str:
    """Return the label of a field by its name in deck files, in notes of a type; fields of custom note types keep their
    names.

    The name may end with a language, as in `front.en`.
    """
    if name == "front" and type_name in _TYPES_WITH_QUESTION:
        return QCoreApplication.translate("NoteFields", "Question")
    if name in _FIELD_LABELS:
        return QCoreApplication.translate("NoteFields", _FIELD_LABELS[name])
    field, _, language = name.rpartition(".")
    if field in _FIELD_LABELS:
        return f"{field_label(field)} ({language_name(language)})"
    return name
