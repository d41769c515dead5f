"""The texts of a note."""

from studyapp.core.note_editing.note_texts import NoteText, change_note_texts, list_note_texts
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import AnswerOption, CustomContent, MultipleChoice, Note, Term
from studyapp.core.text.localized_text import LocalizedText


def text(value: str) -> LocalizedText:
    return LocalizedText.language_neutral(value)


def test_texts_are_listed_with_field_and_language_in_file_order() -> None:
    term = Term(LocalizedText((("en", "model"), ("zh-Hant", "模型"))), text("definition"), text("modèle"))
    note = Note("deck", "note", term, explanation=text("because"))
    assert list_note_texts(note) == [
        NoteText("term", "en", "model"),
        NoteText("term", "zh-Hant", "模型"),
        NoteText("translation", "", "modèle"),
        NoteText("definition", "", "definition"),
        NoteText("why", "", "because"),
    ]


def test_options_and_their_explanations_belong_to_one_field() -> None:
    options = (AnswerOption(text("yes"), True, text("it is")), AnswerOption(text("no")))
    note = Note("deck", "note", MultipleChoice(text("really?"), options))
    assert [(each.field, each.text) for each in list_note_texts(note)] == [
        ("front", "really?"),
        ("options", "yes"),
        ("options", "it is"),
        ("options", "no"),
    ]


def test_only_fields_of_custom_note_types_may_be_empty() -> None:
    note_type = CustomNoteType(1, "Type", ("Word", "Hint"), (CardTemplate("Card", "{{Word}}", ""),), False)
    note = Note("deck", "note", CustomContent(note_type, ("word", "")), explanation=text("why"))
    assert [(each.field, each.may_be_empty) for each in list_note_texts(note)] == [
        ("Word", True),
        ("Hint", True),
        ("why", False),
    ]


def test_changing_nothing_returns_an_equal_note() -> None:
    note = Note("deck", "note", Term(text("a"), text("b"), text("c")), ("tag",), "1", explanation=text("d"))
    assert change_note_texts(note, lambda each: each.text) == note
