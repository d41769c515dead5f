"""The registry of note types agrees with the code that handles them."""

from studyapp.anki.anki_note_types import ANKI_NOTE_TYPES
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    MultipleChoice,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.notes.note_fields import content_fields, note_type_of
from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES, NoteType
from studyapp.core.text.localized_text import LocalizedText

WORDS = LocalizedText.language_neutral("words")
CONTENTS: tuple[NoteContent, ...] = (
    Basic(WORDS, WORDS),
    Reversed(WORDS, WORDS),
    Term(WORDS, WORDS),
    Cloze(WORDS),
    MultipleChoice(WORDS, (AnswerOption(WORDS, is_correct=True), AnswerOption(WORDS))),
    TypedAnswer(WORDS, WORDS),
    Claim(WORDS),
)


def test_every_note_type_is_registered() -> None:
    assert {registered_type.name for registered_type in BUILT_IN_NOTE_TYPES} == {*NoteType} - {
        NoteType.CUSTOM
    }


def test_registry_lists_fields_of_each_note_type() -> None:
    registered = {
        registered_type.name: {*registered_type.fields}
        for registered_type in BUILT_IN_NOTE_TYPES
        if registered_type.name is not NoteType.DIAGRAM
    }
    assert {note_type_of(content): {*content_fields(content)} for content in CONTENTS} == registered


def test_every_note_type_has_an_anki_counterpart() -> None:
    assert {note_type.name for note_type in ANKI_NOTE_TYPES} == {
        f"StudyApp {registered_type.name.capitalize()}" for registered_type in BUILT_IN_NOTE_TYPES
    }
