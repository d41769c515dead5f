"""Deck texts that contain Anki syntax stay plain text in Anki."""

import re
import warnings

import genanki
import pytest
from anki.collection import Collection

from studyapp.anki.deck_identity import anki_deck_name
from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Cloze,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.samples import ExportFunction, ImportFunction

HOSTILE = {
    "{{c1::a::b}} {{Back}} {{cloze:Text}} {{#Why}} }} {{{x}}}": "{{Back}}",
    "[latex]x[/latex] [$]x [$$]x [LaTeX]y[/LATEX]": "[latex]x[/latex] [$]",
    r"$\href{javascript:1}{x}$ \(\def\x{\x}\x\)": r"\href{javascript:1}{x}",
    r"\[sound:x.mp3] [sound:x] [anki:tts lang=en]x[/anki:tts] [anki:play:q:0]": "[sound:x.mp3]",
    "[[type:Answer]] [[[type:Answer]]] ![[type:Answer]](a.png) ![type:Answer]](b.png)": "[[[type:Answer]]]",
    "![sound:x.mp3](a.png) ![latex]x[/latex](b.png) ![$](c.png)": "[sound:x.mp3]",
    r"\\(x\\) \\[y\\] `\(x\)` `\[y\]`": r"\(x\) \[y\]",
    "<script>1</script> <img src=x onerror=1> <anki-mathjax>x</anki-mathjax> <!-- x": "<script>1</script>",
    "a < b > c & d <c <1": "a < b > c & d <c <1",
    "![{{c1::x}}](nowhere.png) [{{c1::x}}](http://example.org/{{c1::y}})": "x",
    "[javascript](javascript:alert(1)) \u202egnp.exe \x1f \x00 x": "[javascript](javascript:alert(1)) gnp.exe",
    "`{{c1::image-occlusion:rect:left=.1}}` **std::map::at**": "std::map::at",
}
"""Hostile texts and the part of each that must be visible on the card."""


def notes_with(words: str) -> list[Note]:
    text = LocalizedText.language_neutral(words)
    contents: tuple[NoteContent, ...] = (
        Basic(text, text),
        Reversed(text, text),
        Term(text, text, text),
        MultipleChoice(
            text, (AnswerOption(text, is_correct=True, explanation=text), AnswerOption(text, is_correct=True))
        ),
        TypedAnswer(text, text),
    )
    return [
        Note("sample", f"n{number}", content, (words,), words, prerequisites=(words,), explanation=text)
        for number, content in enumerate(contents)
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_texts_are_shown_and_inert(
    collection: Collection, export: ExportFunction, import_package: ImportFunction, words: str
) -> None:
    source = DeckSource(words, words, words, "javascript:alert(1)")
    metadata = DeckMetadata(
        "sample", LocalizedText.language_neutral(words), LocalizedText.language_neutral(words), source=source
    )
    notes = notes_with(words)
    import_package(export(notes, metadata=metadata).path)
    assert collection.note_count() == len(notes)
    assert collection.fix_integrity()[1]
    for found in collection.find_cards(""):
        card = collection.get_card(found)
        output = card.render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        for html in (output.question_text, output.answer_text):
            assert_inert(collection, html, is_typed="Typed" in str(card.note_type()["name"]))
            assert HOSTILE[words] in html_to_text(html)
    name_parts = anki_deck_name(metadata, CardLanguages.ENGLISH_AND_TRADITIONAL).split("::")
    ancestors = {"::".join(name_parts[:depth]) for depth in range(1, len(name_parts) + 1)}
    assert {deck.name for deck in collection.decks.all_names_and_ids()} == {"Default", *ancestors}


def assert_inert(collection: Collection, html: str, *, is_typed: bool) -> None:
    extracted = collection._backend.extract_latex(text=html, svg=False, expand_clozes=True)
    assert not extracted.latex
    text = html.replace("[[type:Answer]]", "", 1) if is_typed else html
    assert not re.search(r"\[\[type:|\{\{|\[sound:|\[anki:|\\[(\[]", text, re.IGNORECASE)
    assert not re.search(r"<(?:script|anki-mathjax|iframe|img)|<[^>]*\sonerror|href=.javascript", text)


def test_formulas_become_mathjax_and_never_latex(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    """Anki runs a program for its LaTeX forms."""
    words = "$a<b$ [$]x[/$] [latex]$y$[/latex] $$z$$ $[latex]w[/latex]$"
    import_package(export([Note("sample", "n", Basic(*[LocalizedText.language_neutral(words)] * 2))]).path)
    [found] = collection.find_cards("")
    html = collection.get_card(found).render_output().question_text
    assert r"\(a&lt;b\) \(x\) \(y\) \[z\] \(&#91;latex]w&#91;/latex]\)" in html
    assert "_ignore" not in html
    assert not collection._backend.extract_latex(text=html, svg=False, expand_clozes=True).latex


def cloze_note(words: str) -> Note:
    return Note("sample", "cloze", Cloze(LocalizedText.language_neutral(words)))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("{{c1::std::vector}}", "{{c1::std::vector}}"),
        ("{{c1::a:::b:}}", "{{c1::a::&#58;b&#58;}}"),
        ("{{c1:::a}}", "{{c1::&#58;a}}"),
        ("{{c1::{a}}}", "{{c1::&#123;a}}&#125;"),
        ("{{{c1::a}}", "&#123;{{c1::a}}"),
        ("**{{c1::a}}** `{{c2::b}}`", "<strong>{{c1::a}}</strong> <code>{{c2::b}}</code>"),
        ("{{c1::a **b**::<i>}}", "{{c1::a <strong>b</strong>::&lt;i&gt;}}"),
        ("{{c1::image-occlusion:rect:left=.1}}", "{{c1::image-occlusion&#58;rect:left=.1}}"),
        ("{{c1::[latex]x[/latex]::[sound:x]}}", "{{c1::&#91;latex]x&#91;/latex]::&#91;sound:x]}}"),
        ("\U000f0000{{c1::\ue000a\U00100000}}", "{{c1::a}}"),
        ("{{x}} {{c1::a}} :: }}", "&#123;&#123;x&#125;&#125; {{c1::a}} :: &#125;&#125;"),
        (
            "[a](http://e.org/{{c1::y}})",
            '<a href="http://e.org/y">a</a><div>{{c1::y}}</div>',
        ),
    ],
)
def test_clozes_are_escaped_for_anki(
    collection: Collection, export: ExportFunction, import_package: ImportFunction, words: str, field: str
) -> None:
    import_package(export([cloze_note(words)]).path)
    [found] = collection.find_notes("")
    note = collection.get_note(found)
    assert note["Text"] == field
    for card in note.cards():
        assert 'class="cloze"' in card.question()
        assert 'class="cloze"' in card.answer()
    assert not collection.get_empty_cards().notes


@pytest.mark.parametrize("words", [*HOSTILE, "sound:x.mp3", "latex]x[/latex", "[type:Answer]", "$] x [/ $"])
def test_hostile_texts_around_and_in_cloze_are_inert(
    collection: Collection, export: ExportFunction, import_package: ImportFunction, words: str
) -> None:
    inner = words.replace("{{", "{").replace("}}", "}").replace("::", ":")
    import_package(export([cloze_note(f"{words} {{{{c7::{inner}::{inner}}}}}")]).path)
    for found in collection.find_cards(""):
        card = collection.get_card(found)
        output = card.render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        for html in (output.question_text, output.answer_text):
            assert 'class="cloze"' in html
            assert_inert(collection, html, is_typed=False)


def test_html_passes_genanki_check(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    """The package writer bypasses genanki's field check; the fields must pass it anyway."""
    notes = [note for number, words in enumerate(HOSTILE) for note in rename_notes(notes_with(words), number)]
    import_package(export([*notes, cloze_note("{{c1::a < b <c}} {{c2::<x>::<y z>}}")]).path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for found in collection.find_notes(""):
            genanki.Note(None, collection.get_note(found).fields)._check_invalid_html_tags_in_fields()
        with pytest.raises(UserWarning, match="invalid HTML"):
            genanki.Note(None, ["a < b > c"])._check_invalid_html_tags_in_fields()


def rename_notes(notes: list[Note], number: int) -> list[Note]:
    return [Note(note.deck_id, f"{note.id}-{number}", note.content) for note in notes]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a::b", "StudyApp::a::b"),
        ("::a::::b::", "StudyApp::a::b"),
        ("a : b:", "StudyApp::a : b"),
        (" a \n b\x1f c ", "StudyApp::a b c"),
        (":::", "StudyApp::sample"),
    ],
)
def test_title_becomes_valid_anki_deck_name(title: str, name: str) -> None:
    metadata = DeckMetadata("sample", LocalizedText.language_neutral(title))
    assert anki_deck_name(metadata, CardLanguages.ENGLISH_AND_TRADITIONAL) == name
