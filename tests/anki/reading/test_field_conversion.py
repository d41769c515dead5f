"""Converting fields from HTML and detecting note types, also for malformed input."""

import sys
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.field_markdown.html_to_markdown import convert_to_markdown
from studyapp.anki.reading.note_type_detection import detect_shape
from studyapp.core.cards.card import cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import Cloze, CustomContent, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.package_model import SourceCard, SourceNote
from tests.anki.anki_collections import add_note, export_package
from tests.anki.studyapp_instance import StudyAppInstance, note_contents

if sys.version_info >= (3, 14):
    pass
else:
    pass


@pytest.mark.parametrize(
    "template",
    [
        "{{Front}}{{" + " " * 20_000,
        "{{#" * 10_000,
        "<!--" * 10_000,
        "{{!" * 10_000,
        "<script " * 5_000,
        "<" * 40_000,
    ],
)
def test_malformed_templates_are_not_detected_as_built_in_type(template: str) -> None:
    kind = CustomNoteType(1, "Odd", ("Front", "Back"), (CardTemplate("1", template, "{{Back}}"),), False, "")
    card = SourceCard(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", ())
    assert detect_shape(SourceNote("g", kind, (), ("front", "back"), (card,))) is None


@pytest.mark.parametrize(
    "field",
    ["<img " * 20_000, "<" * 100_000, "<script " * 10_000, "<img src='" * 10_000, "[sound:" * 10_000, "<ul><li>" * 300,
     "a <![x y]]> b", "&#" + "9" * 5000 + ";"],
)  # fmt: skip
def test_malformed_fields_are_imported(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, field: str
) -> None:
    add_note(anki, "Basic", f"words {field}", "back")
    add_note(anki, "Basic", "good", "one")
    instance.import_file(export_package(anki, tmp_path))
    words = [
        content.fields[0] if isinstance(content, CustomContent) else content.front.versions[0][1]  # type: ignore[attr-defined]
        for content in note_contents(instance, "default")
    ]
    assert "good" in words
    assert any(word.startswith("words") for word in words)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (r"{{c1::A}} is \(e^{x_{1}}\)", r"{{c1::A}} is \(e^{x_{1}}\)"),
        (r"\({{c1::\frac{a}{b}}}\)", r"\({{c1::\frac{a}{b}}}\)"),
        (r"{{c1::a::\(x\)}}", None),
        ("{{c1::{{c2::x}} y}} z", None),
        ("{{c1::a_b::h_i}}", r"{{c1::a\_b::h_i}}"),
        ("{{c0::z}} {{c1::y}}", None),
        ("{{c1,2::z}} {{c3::y}}", None),
    ],
)
def test_unusual_clozes_are_imported(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, html: str, markdown: str | None
) -> None:
    """Clozes that StudyApp can't express are kept unchanged, with the same cards as in Anki."""
    number = add_note(anki, "Cloze", html, "")
    instance.import_file(export_package(anki, tmp_path))
    (content,) = note_contents(instance, "default")
    note = Note("default", "n", content)  # type: ignore[arg-type]
    if markdown is None:
        assert isinstance(content, CustomContent)
        assert content.fields == (html, "")
    else:
        assert content == Cloze(LocalizedText.language_neutral(markdown))
    anki_ordinals = [card.ord + 1 for card in anki.get_note(number).cards()]  # type: ignore[arg-type]
    assert [card.ordinal for card in cards_of(note)] == [ordinal for ordinal in anki_ordinals if ordinal > 0]


@pytest.mark.parametrize(
    ("html", "words", "is_complete"),
    [
        ("Title<br>===", "Title\n\\===", True),
        ('<b>"q"</b>x', '"q"x', False),
        ('x<video src="m.mp4">', "x", False),
        ('<b style="color:red">x</b>', "**x**", False),
        ("<script>alert(1)</script>y", "y", False),
        ("<div>a</div><div>b</div>", "a\nb", True),
        ("snake_case *stars* &lt;b&gt;", "snake\\_case \\*stars\\* \\<b>", True),
        ("x<b> y</b>", "x **y**", True),
        ("1. not a list", "1\\. not a list", True),
    ],
)
def test_html_is_converted_to_equivalent_markdown(html: str, words: str, is_complete: bool) -> None:
    assert convert_to_markdown(html) == (words, is_complete)
