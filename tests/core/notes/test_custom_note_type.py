"""Custom note types as stored, and the names of their fields."""

import json

import pytest

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType, clean_field_name
from studyapp.core.notes.custom_note_type_codec import (
    custom_note_type_key,
    decode_custom_note_type,
    encode_custom_note_type,
)
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.notes.note_codec import decode_note, encode_note
from studyapp.core.text.localized_text import LocalizedText

VERB = CustomNoteType(
    12, "動詞", ("One", "Two"), (CardTemplate("A", "{{One}}", "{{Two}}"), CardTemplate("B", "b", "c")),
    is_cloze=True, css="p {}", id="verb", builtin_type="basic", field_roles=("front", ""),
)  # fmt: skip
PLAIN = CustomNoteType(0, "Plain", ("One",), (CardTemplate("A", "{{One}}", ""),), is_cloze=False)


@pytest.mark.parametrize("note_type", [VERB, PLAIN])
def test_note_type_round_trips(note_type: CustomNoteType) -> None:
    assert decode_custom_note_type(encode_custom_note_type(note_type)) == note_type


def test_stored_form_names_every_field() -> None:
    text = encode_custom_note_type(VERB)
    assert "動詞" in text
    assert json.loads(text) == {
        "number": 12,
        "name": "動詞",
        "fields": ["One", "Two"],
        "cards": [
            {"name": "A", "front": "{{One}}", "back": "{{Two}}"},
            {"name": "B", "front": "b", "back": "c"},
        ],
        "is_cloze": True,
        "style": "p {}",
        "id": "verb",
        "written_as": "basic",
        "parts": ["front", ""],
    }


def test_key_depends_on_the_whole_note_type() -> None:
    assert custom_note_type_key(VERB) == custom_note_type_key(VERB._replace())
    assert len(custom_note_type_key(VERB)) == 32
    changed = [VERB._replace(css=""), VERB._replace(name="x"), VERB._replace(templates=())]
    assert len({custom_note_type_key(note_type) for note_type in (VERB, PLAIN, *changed)}) == 5


def test_notes_refer_to_their_type_by_its_key() -> None:
    types = {custom_note_type_key(each): each for each in (VERB, PLAIN)}
    note = Note("deck", "note", CustomContent(VERB, ("a", "b")), original_note_type=PLAIN, anki_guid="guid")
    values = json.loads(encode_note(note))
    assert values == {
        "type": "templated",
        "content": {"note_type": custom_note_type_key(VERB), "fields": ["a", "b"]},
        "guid": "guid",
        "came_as": custom_note_type_key(PLAIN),
    }
    assert decode_note("deck", "note", encode_note(note), types.__getitem__) == note
    with pytest.raises(KeyError, match=custom_note_type_key(VERB)):
        decode_note("deck", "note", encode_note(note))


def test_absent_values_are_not_stored() -> None:
    text = LocalizedText.language_neutral("字")
    note = Note("deck", "note", Basic(text, text))
    assert encode_note(note) == '{"type": "basic", "content": {"front": "字", "back": "字"}}'
    assert decode_note("deck", "note", encode_note(note)) == note


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Front", "Front"),
        ("  a   b ", "a b"),
        ('a:b{c}d"e', "a b c d e"),
        ("a::b", "a b"),
        ("#Front", "Front"),
        ("^/# Front", "Front"),
        ("a#b^c/d", "a#b^c/d"),
        (":", ""),
        ("X ray", "X ray"),
    ],
)
def test_field_name_has_no_characters_of_the_template_language(name: str, clean: str) -> None:
    assert clean_field_name(name) == clean
