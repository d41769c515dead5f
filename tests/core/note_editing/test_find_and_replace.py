"""Find and replace in the texts of notes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.note_editing.find_and_replace import (
    FieldChange,
    InvalidReplacement,
    ReplacedNote,
    Replacer,
)
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import LocalizedText

TYPE = CustomNoteType(
    1, "Vocabulary", ("Word", "Hint"), (CardTemplate("Card", "{{Word}}", "{{Hint}}"),), False
)


def text(value: str) -> LocalizedText:
    return LocalizedText.language_neutral(value)


def note_of(content: NoteContent, why: str = "") -> Note:
    return Note("deck", "note", content, explanation=text(why) if why else None)


def run(note: Note, find: str, replacement: str, **options: Any) -> ReplacedNote | None:
    settings = {"is_regex": False, "is_case_sensitive": False} | options
    return Replacer(find, replacement, **settings).replace_in(note)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (Basic(text("old q"), text("old a")), Basic(text("new q"), text("new a"))),
        (Reversed(text("old q"), text("old a")), Reversed(text("new q"), text("new a"))),
        (
            Term(text("old"), text("old one"), text("an old")),
            Term(text("new"), text("new one"), text("an new")),
        ),
        (Term(text("old"), text("x")), Term(text("new"), text("x"))),
        (Cloze(text("{{c1::old}}")), Cloze(text("{{c1::new}}"))),
        (TypedAnswer(text("old"), text("old")), TypedAnswer(text("new"), text("new"))),
        (Claim(text("old")), Claim(text("new"))),
        (
            MultipleChoice(text("old"), (AnswerOption(text("old"), True, text("old")), AnswerOption(text("x")))),
            MultipleChoice(text("new"), (AnswerOption(text("new"), True, text("new")), AnswerOption(text("x")))),
        ),
        (CustomContent(TYPE, ("<b>old</b>", "")), CustomContent(TYPE, ("<b>new</b>", ""))),
    ],
)  # fmt: skip
def test_all_texts_of_a_note_are_changed(content: NoteContent, expected: NoteContent) -> None:
    note = note_of(content, "old reason")
    replaced = run(note, "old", "new")
    assert replaced is not None
    assert replaced.note == replace(note, content=expected, explanation=text("new reason"))


def test_changes_name_the_field_and_the_language() -> None:
    front = LocalizedText((("en", "a modle"), ("zh-Hant", "模型")))
    replaced = run(note_of(Basic(front, text("answer"))), "modle", "model")
    assert replaced is not None
    assert replaced.changes == (FieldChange("front", "en", "a modle", "a model"),)


def test_a_note_without_the_text_is_not_changed() -> None:
    assert run(note_of(Basic(text("question"), text("answer"))), "missing", "x") is None


def test_only_the_chosen_field_is_changed() -> None:
    replaced = run(note_of(Basic(text("old"), text("old"))), "old", "new", field="back")
    assert replaced is not None
    assert replaced.note.content == Basic(text("old"), text("new"))


def test_case_matters_only_on_request() -> None:
    note = note_of(Basic(text("Old old"), text("a")))
    ignoring = run(note, "old", "new")
    respecting = run(note, "old", "new", is_case_sensitive=True)
    assert ignoring is not None and ignoring.note.content == Basic(text("new new"), text("a"))
    assert respecting is not None and respecting.note.content == Basic(text("Old new"), text("a"))


def test_a_plain_text_has_no_special_characters() -> None:
    replaced = run(note_of(Basic(text(r"1 + 1 (a\b)"), text("a"))), r"+ 1 (a\b)", r"\1 $1")
    assert replaced is not None
    assert replaced.note.content == Basic(text(r"1 \1 $1"), text("a"))


def test_groups_of_a_regular_expression_can_be_used() -> None:
    replaced = run(
        note_of(Basic(text("GPT 3 and GPT 4"), text("a"))), r"GPT (?P<n>\d)", r"GPT-\g<n>", is_regex=True
    )
    assert replaced is not None
    assert replaced.note.content == Basic(text("GPT-3 and GPT-4"), text("a"))


def test_a_text_is_never_emptied_but_reported() -> None:
    note = note_of(Basic(text("gone"), text("gone too")))
    replaced = run(note, "gone", "")
    assert replaced is not None
    assert replaced.note.content == Basic(text("gone"), text(" too"))
    assert replaced.emptied_fields == ("front",)


@pytest.mark.parametrize(
    ("find", "replacement", "message"),
    [
        ("", "x", "Enter the text to find."),
        ("(", "x", "The regular expression is not valid: missing ), unterminated subpattern at position 0"),
        ("a", r"\1", "The replacement is not valid: invalid group reference 1 at position 1"),
        ("(a)", r"\2", "The replacement is not valid: invalid group reference 2 at position 1"),
        ("(a)", r"\g<b>", "The replacement is not valid: unknown group name 'b'"),
    ],
)
def test_mistakes_are_explained_before_anything_is_changed(find: str, replacement: str, message: str) -> None:
    with pytest.raises(InvalidReplacement) as error:
        Replacer(find, replacement, is_regex=True, is_case_sensitive=False)
    assert str(error.value) == message


@given(st.text(max_size=8), st.text(max_size=8))
def test_any_regular_expression_is_used_or_rejected(find: str, replacement: str) -> None:
    note = note_of(Basic(text("some text ( [1] )"), text("answer")))
    try:
        replaced = run(note, find, replacement, is_regex=True)
    except InvalidReplacement as error:
        assert str(error)
    else:
        assert replaced is None or replaced.note != note or replaced.emptied_fields
