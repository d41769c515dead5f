"""Every note type and field has a name in the editor."""

from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES
from studyapp.ui.editor.fields.field_labels import field_label, note_type_label


def test_every_note_type_has_a_name() -> None:
    names = [note_type_label(note_type.name) for note_type in BUILT_IN_NOTE_TYPES]
    assert len(set(names)) == len(names)


def test_every_field_has_a_label() -> None:
    fields = {name for note_type in BUILT_IN_NOTE_TYPES for name in note_type.fields} - {"diagram"}
    fields |= {"tags", "section", "evidence", "requires", "why", "type"}
    assert {name for name in fields if field_label(name) == name} == set()


def test_fields_in_a_language_and_custom_fields() -> None:
    assert field_label("front.en") == "Front (English)"
    assert field_label("front", "choice") == "Question"
    assert field_label("Infinitive") == "Infinitive"
