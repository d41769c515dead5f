"""Notes that were changed on both sides."""

from dataclasses import replace

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict, make_common_version

NOTE_TYPE = CustomNoteType(
    7, "Basic", ("Front", "Back"), (CardTemplate("Card 1", "{{Front}}", "{{Back}}"),), False
)


def sample_conflict(name: str) -> AnkiConflict:
    """A conflict of both fields of a note."""
    text = LocalizedText.language_neutral
    base = Note("d", name, Basic(text(name), text("answer")), anki_guid=name)
    mine = replace(base, content=Basic(text(f"My {name}"), text("My answer, which is long. " * 8)))
    theirs = replace(base, content=Basic(text(f"{name} of Anki"), text("Another answer")))
    source = SourceNote(name, NOTE_TYPE, (), (f"{name} of Anki", "Another answer"), ())
    common = make_common_version(theirs, source, "Default")
    return AnkiConflict(source, base, mine, theirs, ("front", "back"), common, {})
