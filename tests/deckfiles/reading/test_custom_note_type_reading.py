"""Custom note types in deck files: reading, writing and problems."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml, select_writable_notes
from studyapp.deckfiles.writing.note_appending import append_notes
from tests.deckfiles.deck_texts import read_text

METADATA = DeckMetadata("d", LocalizedText.language_neutral("Deck"))
words = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n{}:#'\"<>&- |"), max_size=30
)
names = st.text(
    st.characters(categories=("L", "N")) | st.sampled_from(" -_()?!"), min_size=1, max_size=12
).map(lambda name: " ".join(name.split()) or "x")


@st.composite
def custom_contents(draw: st.DrawFn) -> CustomContent:
    fields = tuple(draw(st.lists(names, min_size=1, max_size=4, unique=True)))
    templates = draw(st.lists(st.builds(CardTemplate, names, words, words), min_size=1, max_size=2))
    kind = CustomNoteType(
        draw(st.integers(0, 10**13)),
        draw(names),
        fields,
        tuple(templates),
        draw(st.booleans()),
        draw(words),
        "own",
    )
    return CustomContent(kind, tuple(draw(words) for _ in fields))


@given(custom_contents(), custom_contents())
def test_written_custom_notes_are_read_back(one: CustomContent, other: CustomContent) -> None:
    """A note is written completely or not at all."""
    notes = [
        Note("d", "one", one, anki_guid="x1"),
        Note("d", "plain", Basic(LocalizedText.language_neutral("f"), LocalizedText.language_neutral("b"))),
    ]
    writable = select_writable_notes(METADATA, notes)
    text = deck_to_yaml(METADATA, writable).encode()
    deck = read_deck_bytes(text, Path("d.yaml")).deck
    assert deck is not None
    assert deck.notes == tuple(writable)
    if one.note_type != other.note_type:
        more = Note("d", "two", CustomContent(other.note_type._replace(id="another"), other.fields))
        added = append_notes(text, Path("d.yaml"), [more])
        if added is not None:
            extended_deck = read_deck_bytes(added.data, Path("d.yaml")).deck
            assert extended_deck is not None
            assert extended_deck.notes == (*writable, more)


def problem_codes(types: str, note: str = "{id: a, type: own, fields: {A: x}}") -> list[str]:
    reading = read_text(f"deck: d\ntitle: t\nnote_types: {types}\nnotes:\n  - {note}\n")
    return [problem.kind.code for problem in reading.problems]


GOOD_NOTE = "{own: {fields: [A], cards: [{front: '{{A}}', back: b}]}}"


@pytest.mark.parametrize(
    ("types", "note", "expected_codes"),
    [
        (GOOD_NOTE, "{id: a, type: own, fields: {A: x}}", []),
        (GOOD_NOTE, "{id: a, type: own, fields: {B: x}}", ["note-without-cards", "unknown-field"]),
        (GOOD_NOTE, "{id: a, type: own}", ["field-missing"]),
        (GOOD_NOTE, "{id: a, type: own, fields: x}", ["mapping-expected"]),
        (GOOD_NOTE, "{id: a, type: owm, fields: {A: x}}", ["unknown-type"]),
        ("{own: {fields: ['A:b'], cards: [{front: x}]}}", "{id: a, front: f, back: b}", ["note-type-field"]),
        ("{own: {cards: [{front: a}]}}", "{id: a, front: f, back: b}", ["field-missing"]),
        ("{own: {written_as: basic, parts: {a: front}, cards: []}}", "{id: a, front: f, back: b}", ["field-missing", "unknown-field"]),
        ("{basic: {fields: [A], cards: []}}", "{id: a, front: f, back: b}", ["note-type-taken"]),
        ("{own: {fields: [A], cards: [], anki: many}}", "{id: a, front: f, back: b}", ["note-type-number"]),
        ("{own: {fields: [A], cards: [], anki_settings: {stock_type: x}}}", "{id: a, front: f, back: b}", ["note-type-setting"]),
        ("{own: {fields: [A], cards: [], anki_settings: {fields: {A: {font_size: 1e3}}}}}", "{id: a, front: f, back: b}", ["note-type-setting"]),
        ("{own: {fields: [A], cards: [], anki_settings: {fields: {A: {size: 3}}}}}", "{id: a, front: f, back: b}", ["unknown-field"]),
        ("{own: {fields: [A], cards: [], anki_settings: {font: x}}}", "{id: a, front: f, back: b}", ["unknown-field"]),
        ("{own: {fields: [A], cards: [], anki_settings: {fields: [A]}}}", "{id: a, front: f, back: b}", ["mapping-expected"]),
        ("{own: {fields: [A], cards: [], anki_settings: {cards: {A: x}}}}", "{id: a, front: f, back: b}", ["mapping-expected"]),
        ("{own: {fields: [A], cards: [], anki_settings: x}}", "{id: a, front: f, back: b}", ["mapping-expected"]),
        ("{own: {fields: [A], cards: [], written_as: term}}", "{id: a, front: f, back: b}", ["note-type-written-as"]),
        ("{own: [x]}", "{id: a, front: f, back: b}", ["mapping-expected"]),
        ("[x]", "{id: a, front: f, back: b}", ["mapping-expected"]),
        ("{own: {fields: [A], cards: x}}", "{id: a, front: f, back: b}", ["list-expected"]),
        ("{'a b': {fields: [A], cards: []}}", "{id: a, front: f, back: b}", ["bad-id"]),
    ],
)  # fmt: skip
def test_invalid_custom_note_type_is_reported(types: str, note: str, expected_codes: list[str]) -> None:
    assert problem_codes(types, note) == expected_codes


def test_note_written_as_built_in_type_keeps_its_custom_type() -> None:
    types = "{own: {fields: [A, B], written_as: basic, parts: {A: front, B: back}, cards: []}}"
    deck = read_text(
        f"deck: d\ntitle: t\nnote_types: {types}\nnotes:\n  - {{id: a, type: own, front: f, back: b}}\n"
    ).deck
    assert deck is not None
    (note,) = deck.notes
    assert note.content == Basic(LocalizedText.language_neutral("f"), LocalizedText.language_neutral("b"))
    assert note.original_note_type is not None
    assert note.original_note_type.field_roles == ("front", "back")
    assert [card.ordinal for card in cards_of(note)] == [1]
