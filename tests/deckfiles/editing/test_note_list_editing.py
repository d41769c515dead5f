"""Notes that are added, removed and restored, and note types that come with them."""

from dataclasses import replace

import pytest

from studyapp.core.notes.note import Basic, Note
from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.deckfiles.editing.note_edits import FIRST
from studyapp.deckfiles.editing.note_source import find_note_source
from tests.deckfiles.deck_texts import DECK_HEADER, PATH, read_text
from tests.deckfiles.editing.single_edits import (
    insert_note_source,
    insert_notes,
    remove_notes,
    replace_note,
    replace_note_source,
    text_of,
)

VERB = (
    "  verb:\n    name: Verb\n    fields: [Infinitive]\n    cards:\n    - name: c\n      front: '{{Infinitive}}'\n"
    "      back: x\n"
)
NOUN = VERB.replace("verb", "noun").replace("Verb", "Noun")
VERB_NOTE = "  - id: n\n    type: verb\n    fields:\n      Infinitive: hablar\n"


@pytest.mark.parametrize(
    "types",
    ["", f"note_types: # c\n{NOUN}", f"note_types:\n{NOUN}  # end\n\n"],
    ids=["none", "one", "comment"],
)
def test_note_type_comes_with_its_note(types: str) -> None:
    source = read_text(f"deck: d\ntitle: t\nnote_types:\n{VERB}notes:\n{VERB_NOTE}").deck
    assert source is not None
    before = f"deck: d\ntitle: t\n{types}notes:\n  - {{id: a, front: f, back: b}}\n"
    new_text = insert_notes(before.encode(), PATH, source.notes).decode()
    deck = read_text(new_text).deck
    assert deck is not None and deck.notes[1] == source.notes[0]
    assert new_text.replace(VERB, "").replace(VERB_NOTE, "") == before.replace(
        "notes:", "notes:" if types else "note_types:\nnotes:"
    )


def test_note_type_does_not_replace_another_of_the_same_name() -> None:
    source = read_text(f"deck: d\ntitle: t\nnote_types:\n{VERB}notes:\n{VERB_NOTE}").deck
    assert source is not None
    types = VERB.replace("back: x", "back: y")
    before = f"deck: d\ntitle: t\nnote_types:\n{types}notes:\n  - {{id: a, front: f, back: b}}\n"
    with pytest.raises(DeckEditError, match="another note type “verb”"):
        insert_notes(before.encode(), PATH, source.notes)


LIST_WITH_COMMENTS = (
    DECK_HEADER
    + "  # about a\n  - id: a\n    front: f\n    back: b\n    # end of a\n\n  # about b\n  - {id: b, front: f, back: b}\n"
)


def test_removed_note_goes_with_its_own_comments_and_comes_back() -> None:
    data = LIST_WITH_COMMENTS.encode()
    source = find_note_source(data, PATH, "a")
    removed = remove_notes(data, PATH, ["a"])
    assert removed.decode() == DECK_HEADER + "  # about a\n  # about b\n  - {id: b, front: f, back: b}\n"
    assert insert_note_source(removed, PATH, source.text, source.after, source.gap) == data


@pytest.mark.parametrize(("after", "index"), [(FIRST, 0), ("a", 1), ("b", 2), (None, 2)])
def test_inserted_note_stands_after_another(after: str | None, index: int) -> None:
    note = Note("d", "n", Basic(text_of("x"), text_of("y")))
    data = insert_notes(LIST_WITH_COMMENTS.encode(), PATH, [note], after)
    deck = read_text(data).deck
    assert deck is not None and deck.notes[index] == note
    assert remove_notes(data, PATH, ["n"]).decode() == LIST_WITH_COMMENTS


@pytest.mark.parametrize(
    "empty", ["notes:\n", "notes: # c\n", "notes: []\n", "notes: [\n]\n", "notes:", "notes: []"]
)
def test_note_is_inserted_into_an_empty_list(empty: str) -> None:
    note = Note("d", "n", Basic(text_of("x"), text_of("y")))
    data = insert_notes(f"deck: d\ntitle: t\n{empty}".encode(), PATH, [note])
    deck = read_text(data).deck
    assert deck is not None and deck.notes == (note,)
    assert "\n  - id: n\n    front: x\n    back: y" in data.decode()


def test_source_is_replaced_and_restored() -> None:
    data = LIST_WITH_COMMENTS.encode()
    text = find_note_source(data, PATH, "b").text
    edited = replace_note_source(data, PATH, "b", "  - id: b\n    front: new # c\n    back: b\n")
    assert b"front: new # c" in edited
    assert replace_note_source(edited, PATH, "b", text) == data


def test_file_without_a_line_break_at_its_end_is_restored() -> None:
    data = f"{DECK_HEADER}- id: a\n  front: f\n  back: b".encode()
    deck = read_text(data).deck
    assert deck is not None
    edited = replace(deck.notes[0], content=Basic(text_of("f"), text_of("x\ny\n")))
    new_data = replace_note(data, PATH, edited)
    assert new_data == data.replace(b"back: b", b"back: |\n    x\n    y\n")
    assert replace_note_source(new_data, PATH, "a", find_note_source(data, PATH, "a").text) == data


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("  - {id: b, front: f}\n", "`back` is missing"),
        ("  - {id: other, front: f, back: b}\n", "not read as intended"),
        ("  - {id: b, front: f, back: b}\n  - {id: c, front: f, back: b}\n", "not read as intended"),
        ("", "not read as intended"),
        ("  - {id: b, front: [\n", "not changed"),
    ],
)
def test_source_that_is_not_the_same_note_is_refused(text: str, message: str) -> None:
    with pytest.raises(DeckEditError, match=message):
        replace_note_source(LIST_WITH_COMMENTS.encode(), PATH, "b", text)
