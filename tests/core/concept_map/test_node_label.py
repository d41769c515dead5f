"""The labels of notes on a map."""

import pytest

from studyapp.core.concept_map.node_label import node_label
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.drawing import Box, TreeDrawing
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import LocalizedText


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


ASKED, OTHER = text("asked"), text("other")
CUSTOM = CustomNoteType(1, "custom", ("one", "two"), (CardTemplate("card", "{{one}}", "{{two}}"),), False)


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (Basic(ASKED, OTHER), "asked"),
        (Reversed(ASKED, OTHER), "asked"),
        (Term(ASKED, OTHER, OTHER), "asked"),
        (MultipleChoice(ASKED, (AnswerOption(OTHER, True),)), "asked"),
        (TypedAnswer(ASKED, OTHER), "asked"),
        (Claim(ASKED), "asked"),
        (Diagram(TreeDrawing(ASKED, (Box("b", OTHER, 0, 0),))), "asked"),
        (Cloze(text("in {{c1::2020}} it {{c2::grew::verb}} *fast*")), "in […] it [verb] fast"),
        (Basic(text("**bold** and\n\n- `code`"), OTHER), "bold and • code"),
        (Basic(text("2 < 3  and\nmore"), OTHER), "2 < 3 and more"),
        (Basic(text("x" * 500), OTHER), f"{'x' * 399}…"),
        (Basic(text("![](picture.png)"), OTHER), "note"),
        (CustomContent(CUSTOM, ("<b>asked</b><br>more", "other")), "asked more"),
        (CustomContent(CUSTOM, ('<img src="a.png">', "other")), "other"),
        (CustomContent(CUSTOM, ("", "")), "note"),
        (CustomContent(CUSTOM, ("a {{c1::b {{c2::c {{c3::d}}}}::hint}}", "")), "a [hint]"),
    ],
)
def test_label_is_the_question_as_plain_text(content: NoteContent, label: str) -> None:
    assert node_label(Note("deck", "note", content)) == text(label)


def test_label_has_all_languages() -> None:
    term = LocalizedText((("en", "*token*"), ("zh-Hant", "詞元")))
    assert node_label(Note("deck", "note", Term(term, OTHER))).versions == (
        ("en", "token"),
        ("zh-Hant", "詞元"),
    )


def test_note_of_which_one_language_has_no_text_is_named_by_its_id() -> None:
    front = LocalizedText((("en", "![](picture.png)"), ("zh-Hant", "圖")))
    assert node_label(Note("deck", "note", Basic(front, OTHER))) == text("note")
