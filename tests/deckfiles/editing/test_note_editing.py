"""Edits of single notes, in each style of a deck file."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from studyapp.core.notes.note import Basic, Cloze, Evidence, Note, Reversed
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.deckfiles.editing.note_editing import (
    insert_note_source,
    insert_notes,
    remove_notes,
    replace_note,
    replace_note_source,
)
from studyapp.deckfiles.editing.note_edits import FIRST
from studyapp.deckfiles.editing.note_source import find_note_source
from tests.deckfiles.deck_texts import DECK_HEADER, PATH, read_text

Edit = Callable[[Note], Note]


def text_of(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


def front(text: str | LocalizedText) -> Edit:
    def edit(note: Note) -> Note:
        assert isinstance(note.content, Basic)
        new_text = text_of(text) if isinstance(text, str) else text
        return replace(note, content=Basic(new_text, note.content.back))

    return edit


def edit_first_note(text: str, edit: Edit) -> str:
    deck = read_text(text).deck
    assert deck is not None
    return replace_note(text.encode(), PATH, edit(deck.notes[0])).decode()


ENGLISH_AND_CHINESE = LocalizedText((("en", "f"), ("zh-Hant", "問")))


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("- {id: a, front: f, back: b} # c\n", front("new"), "- {id: a, front: new, back: b} # c\n"),
        ("- {id: a, front: f, back: b}\n", front("a, b"), '- {id: a, front: "a, b", back: b}\n'),
        ("- {id: a, front: 'f', back: b}\n", front("it's"), "- {id: a, front: 'it''s', back: b}\n"),
        ("- id: a\n  front: f\t# c\n  back: b\n", front("new"), "- id: a\n  front: new\t# c\n  back: b\n"),
        ("- id: a\n  front: f\n  back: b\n", front("x #y"), '- id: a\n  front: "x #y"\n  back: b\n'),
        ("- id: a\n  front: f\n  back: b\n", front('x: "y"'), "- id: a\n  front: 'x: \"y\"'\n  back: b\n"),
        (
            "- id: a\n  front: f # c\n  back: b\n",
            front("x\ny"),
            "- id: a\n  front: |- # c\n    x\n    y\n  back: b\n",
        ),
        (
            "- id: a\n  front: |  # c\n     x\n\n  back: b\n",
            front("y\n\nz\n"),
            "- id: a\n  front: |  # c\n     y\n\n     z\n\n  back: b\n",
        ),
        (
            "- id: a\n  front: |+\n    x\n\n  back: b\n",
            front("y\n\n\n"),
            "- id: a\n  front: |+\n    y\n\n\n  back: b\n",
        ),
        (
            "- id: a\n  front: |2-\n     x\n  back: b\n",
            front("  y\nz"),
            "- id: a\n  front: |2-\n      y\n    z\n  back: b\n",
        ),
        (
            "- id: a\n  front: >\n    x one\n    two\n\n    second\n  back: b\n",
            front("x one two\nthird\n"),
            "- id: a\n  front: >\n    x one\n    two\n\n    third\n  back: b\n",
        ),
        (
            "- id: a\n  front: x\n    y\n  back: b\n",
            front("x z"),
            "- id: a\n  front: x z\n  back: b\n",
        ),
        (
            '- id: a\n  front: "x\n    y\\\\\n\n    z"\n  back: b\n',
            front('x y\\\n"w"'),
            '- id: a\n  front: "x\n    y\\\\\n\n    \\"w\\""\n  back: b\n',
        ),
        (
            "- id: a\n  front: f # c\n  back: b\n",
            front(ENGLISH_AND_CHINESE),
            "- id: a\n  front: # c\n    en: f\n    zh-Hant: 問\n  back: b\n",
        ),
        (
            "- id: a\n  front: {en: f} # c\n  back: b\n",
            front(ENGLISH_AND_CHINESE),
            "- id: a\n  front: {en: f, zh-Hant: 問} # c\n  back: b\n",
        ),
        (
            "- id: a\n  front:\n    # c\n    en: f # d\n    de: g\n  back: b\n",
            front(ENGLISH_AND_CHINESE),
            "- id: a\n  front:\n    # c\n    en: f # d\n    zh-Hant: 問\n  back: b\n",
        ),
        (
            "- front: f\n  back: b\n",
            front("new"),
            "- id: f\n  front: new\n  back: b\n",
        ),
        (
            "- {front: f, back: b}\n",
            front("new"),
            "- {id: f, front: new, back: b}\n",
        ),
        (
            '- {"id": "a", "front": "f", "back": "b"}\n',
            lambda note: replace(note, section="S"),
            '- {"id": "a", "front": "f", "back": "b", "section": "S"}\n',
        ),
        (
            "- id: a\n  front: f\n  back: b\n  why: w\n",
            lambda note: replace(note, section="S", evidence=Evidence.CONCLUSION, tags=("x", "y")),
            "- id: a\n  front: f\n  back: b\n  tags: [x, y]\n  section: S\n  evidence: conclusion\n  why: w\n",
        ),
        (
            "- id: a\n  tags: # c\n    - x # d\n    - z\n  front: f\n  back: b\n",
            lambda note: replace(note, tags=("x", "y")),
            "- id: a\n  tags: # c\n    - x # d\n    - y\n  front: f\n  back: b\n",
        ),
        (
            "- id: a\n  tags: x  two\n  front: f\n  back: b\n",
            lambda note: replace(note, tags=("x", "y")),
            "- id: a\n  tags: x y\n  front: f\n  back: b\n",
        ),
        (
            "- tags: [x] # c\n  # d\n  front: f\n  back: b\n  id: a\n",
            lambda note: replace(note, tags=()),
            "- # d\n  front: f\n  back: b\n  id: a\n",
        ),
        (
            "- id: a\n  front: f\n  back: b\n",
            lambda note: replace(note, content=Reversed(text_of("f"), text_of("b"))),
            "- id: a\n  type: reversed\n  front: f\n  back: b\n",
        ),
        (
            "- id: a\n  type: reversed # c\n  front: f\n  back: b\n",
            lambda note: replace(note, content=Basic(text_of("f"), text_of("b"))),
            "- id: a\n  type: basic # c\n  front: f\n  back: b\n",
        ),
        (
            "- front: f\n  back: b\n",
            lambda note: replace(note, content=Cloze(text_of("{{c1::x}}"))),
            "- id: f\n  text: '{{c1::x}}'\n",
        ),
    ],
)
def test_only_what_differs_is_rewritten(before: str, edit: Edit, after: str) -> None:
    assert edit_first_note(DECK_HEADER + before, edit) == DECK_HEADER + after


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
