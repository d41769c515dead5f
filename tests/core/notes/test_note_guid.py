from studyapp.core.notes.note import Basic, Note
from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.text.localized_text import LocalizedText

CONTENT = Basic(LocalizedText.language_neutral("front"), LocalizedText.language_neutral("back"))


def test_guid_is_derived_from_the_identity_only() -> None:
    assert derive_guid("deck/note") == "Kx7EYSbz3eLtKzKg"
    note = Note("deck", "note", CONTENT)
    other = Note("deck", "note", Basic(CONTENT.back, CONTENT.front), tags=("x",))
    assert note_guid(note) == note_guid(other) == derive_guid("deck/note")
    assert note_guid(Note("deck", "other", CONTENT)) != note_guid(note)


def test_guid_from_anki_is_kept() -> None:
    assert note_guid(Note("deck", "note", CONTENT, anki_guid="from Anki")) == "from Anki"
