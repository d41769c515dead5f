"""Notes that StudyApp wrote to a text file, compared with those here."""

from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.textfiles.exported.note_record import NoteRecord
from studyapp.textfiles.exported.record_writing import make_record


def is_written_as(note: Note, written: Note) -> bool:
    """Return whether an export of the note, in any languages, has the texts of the written note."""
    wanted = _comparable_record(written, CardLanguages.ENGLISH)
    records = (_comparable_record(note, languages) for languages in CardLanguages)
    # A card that was written as text can't be compared.
    return any(record is None or record == wanted for record in records)


def _comparable_record(note: Note, languages: CardLanguages) -> NoteRecord | None:
    record = make_record(note, languages)
    return None if record is None else record._replace(deck="", note="", requires=(), guid="")
