"""The registry of note types agrees with the code that handles them."""

from studyapp.anki.note_types import NOTE_TYPES
from studyapp.core.notes.note import Basic, Choice, Claim, Cloze, Content, Option, Reversed, Term, Typed
from studyapp.core.notes.note_fields import fields_of, type_of
from studyapp.core.notes.note_type import BUILT_IN_TYPES, NoteType
from studyapp.core.text.localized_text import Text

WORDS = Text.plain("words")
CONTENTS: tuple[Content, ...] = (
    Basic(WORDS, WORDS),
    Reversed(WORDS, WORDS),
    Term(WORDS, WORDS),
    Cloze(WORDS),
    Choice(WORDS, (Option(WORDS, right=True), Option(WORDS))),
    Typed(WORDS, WORDS),
    Claim(WORDS),
)


def test_every_note_type_is_registered() -> None:
    assert {each.name for each in BUILT_IN_TYPES} == {*NoteType} - {NoteType.TEMPLATED}


def test_the_registry_lists_the_fields_of_each_note_type() -> None:
    registered = {each.name: {*each.fields} for each in BUILT_IN_TYPES if each.name is not NoteType.DIAGRAM}
    assert {type_of(content): {*fields_of(content)} for content in CONTENTS} == registered


def test_every_note_type_has_one_in_anki() -> None:
    assert {note_type.name for note_type in NOTE_TYPES} == {
        f"StudyApp {each.name.capitalize()}" for each in BUILT_IN_TYPES
    }
