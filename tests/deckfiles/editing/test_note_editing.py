"""Edits of single notes, in each style of a deck file."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from studyapp.core.notes.note import AnswerOption, Basic, Cloze, Evidence, MultipleChoice, Note, Reversed
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_editing import edit_deck
from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.deckfiles.editing.note_edits import Insert, Replace
from tests.deckfiles.deck_texts import DECK_HEADER, PATH, read_text
from tests.deckfiles.editing.single_edits import (
    edit_first_note,
    insert_notes,
    replace_note,
    text_of,
)

Edit = Callable[[Note], Note]


def front(text: str | LocalizedText) -> Edit:
    def edit(note: Note) -> Note:
        assert isinstance(note.content, Basic)
        new_text = text_of(text) if isinstance(text, str) else text
        return replace(note, content=Basic(new_text, note.content.back))

    return edit


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


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (  # a deeper comment would become part of the text above it
            "- id: a\n  front: f\n  back: b\n      # deep\n",
            lambda note: replace(note, explanation=text_of("x\ny")),
            "- id: a\n  front: f\n  back: b\n      # deep\n  why: |-\n    x\n    y\n",
        ),
        (
            "- id: a\n  front: f # c\n  back: {en: b}\n    # deep\n",
            lambda note: replace(note, content=Basic(note.content.front, text_of("x\ny"))),
            '- id: a\n  front: f # c\n  back: "x\\ny"\n    # deep\n',
        ),
        (  # blank lines would become part of the text above them
            "- id: a\n  front: f\n  back: |+\n    b\n  section: S\n\n- {id: b, front: f, back: b}\n",
            lambda note: replace(note, section=""),
            "- id: a\n  front: f\n  back: |+\n    b\n- {id: b, front: f, back: b}\n",
        ),
        (
            "- id: a\n  front: |\n    f\n  back: b\n",
            front("x\n\n\n"),
            '- id: a\n  front: "x\\n\\n\\n"\n  back: b\n',
        ),
        (  # the last line of the text consists of spaces
            "- id: a\n  front: |\n    f\n      \n  back: b\n",
            front("x\n"),
            "- id: a\n  front: |\n    x\n  back: b\n",
        ),
    ],
)
def test_what_is_around_a_text_does_not_become_part_of_it(before: str, edit: Edit, after: str) -> None:
    assert edit_first_note(DECK_HEADER + before, edit) == DECK_HEADER + after


def test_last_text_of_a_file_gets_no_line_break_from_a_note_below() -> None:
    data = f"{DECK_HEADER}- id: a\n  front: f\n  back: |\n    b".encode()
    note = Note("d", "n", Basic(text_of("x"), text_of("y")))
    new_data = insert_notes(data, PATH, [note])
    assert new_data == data.replace(b"|", b"|-") + b"\n- id: n\n  front: x\n  back: y"


def test_note_below_blank_lines_gets_the_same_below_it() -> None:
    text = f"{DECK_HEADER}- {{id: a, front: f, back: b}}\n\n- {{id: b, front: f, back: b}}\n"
    note = Note("d", "n", Basic(text_of("x"), text_of("y")))
    new_text = insert_notes(text.encode(), PATH, [note], "a").decode()
    assert new_text == text.replace("\n\n", "\n\n- id: n\n  front: x\n  back: y\n\n")


def test_options_of_a_choice_are_edited_one_by_one() -> None:
    before = (
        f"{DECK_HEADER}- id: a\n  front: f\n  options:\n    - text: x # first\n      right: yes # c\n"
        "    - {text: y, why: w}\n    # about z\n    - z\n"
    )

    def edit(note: Note) -> Note:
        assert isinstance(note.content, MultipleChoice)
        first, second, third = note.content.options
        options = (replace(first, text=text_of("new")), AnswerOption(text_of("added")), second, third)
        return replace(note, content=MultipleChoice(note.content.front, options))

    after = before.replace("text: x", "text: new").replace(
        "    - {text: y, why: w}\n", "    - text: added\n    - {text: y, why: w}\n"
    )
    assert edit_first_note(before, edit) == after


def test_option_that_becomes_a_mapping_keeps_a_comment_below_it() -> None:
    before = f"{DECK_HEADER}- id: a\n  front: f\n  options:\n    - x # c\n           # deep\n    - {{text: y, right: yes}}\n"

    def edit(note: Note) -> Note:
        assert isinstance(note.content, MultipleChoice)
        first, second = note.content.options
        options = (replace(first, explanation=text_of("p\nq")), second)
        return replace(note, content=MultipleChoice(note.content.front, options))

    after = before.replace("- x # c", '- {text: x, why: "p\\nq"} # c')
    assert edit_first_note(before, edit) == after


@pytest.mark.parametrize(
    ("tags", "kept", "after"),
    [
        ("[x, # c\n    y]", ("y",), "[ # c\n    y]"),
        ("[x, # c\n    y]", ("x",), "[x # c\n    ]"),
        ("[x, y, # c\n    z]", ("x", "z"), "[x, # c\n    z]"),
        ("[x,\n    y, z]", ("y", "z"), "[y, z]"),
        ("[x,\n    y,\n    z,]", ("x", "y"), "[x,\n    y,]"),
        ("[x,\n    y]", ("x", "y", "z"), "[x,\n    y,\n    z]"),
        ("[ x ]", ("z", "x"), "[ z, x ]"),
    ],
)
def test_items_in_brackets_leave_comments_and_line_breaks(
    tags: str, kept: tuple[str, ...], after: str
) -> None:
    text = f"{DECK_HEADER}- id: a\n  tags: {tags}\n  front: f\n  back: b\n"
    assert edit_first_note(text, lambda note: replace(note, tags=kept)) == text.replace(tags, after)


def test_new_key_has_quotes_if_the_others_do() -> None:
    text = f'{DECK_HEADER}- "id": a\n  "front": f\n  "back": b\n'
    assert edit_first_note(text, lambda note: replace(note, section="S")) == f'{text}  "section": S\n'


def test_edits_that_can_not_be_written_are_refused() -> None:
    text = f"{DECK_HEADER}- {{id: a, front: f, back: b, why: w}}\n- {{id: b, front: f}}\n"
    defaults = text.replace("notes:", "defaults: {why: d}\nnotes:")
    note = Note("d", "a", Basic(text_of("f"), text_of("b")))
    for data, edited, message in [
        (text, replace(note, id="none"), "has no note “none”"),
        (text, replace(note, id="b"), "line 5: the note “b” can't be edited because of an error"),
        (text, replace(note, content=Basic(text_of(" "), text_of("b"))), "Field `front` is empty"),
        (text, replace(note, prerequisites=("d/none",)), "not read as intended"),
        (defaults, note, "`why` of the note “a” can't be empty"),
        ("title: [", note, "can't be read"),
    ]:
        with pytest.raises(DeckEditError, match=message):
            replace_note(data.encode(), PATH, edited)
    with pytest.raises(DeckEditError, match="already has a note “a”, in line 4"):
        insert_notes(text.encode(), PATH, [note])


@pytest.mark.parametrize("character", ["\0", "\x07", "\ud800", "\ufffe"])
@pytest.mark.parametrize("style", ["back: b", "back: |\n    b\n", 'back: "b"'])
def test_characters_that_a_file_cannot_contain_are_refused_at_their_note(character: str, style: str) -> None:
    source = f"{DECK_HEADER}- {{id: z, front: f, back: b}}\n- id: a\n  front: f\n  {style}\n"
    (note,) = (note for note in read_text(source).deck.notes if note.id == "a")  # type: ignore[union-attr]
    edited = replace(note, explanation=text_of(f"x{character}y"))
    expected = rf"line 5: the note “a” was not changed: .*U\+{ord(character):04X}"
    with pytest.raises(DeckEditError, match=expected):
        edit_deck(source.encode(), PATH, [Replace(edited)])
    with pytest.raises(DeckEditError, match=r"the note “new” was not changed: .*U\+"):
        edit_deck(source.encode(), PATH, [Insert([replace(edited, id="new")])])
