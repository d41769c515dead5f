"""Random edits of random deck files: only the note's lines change, and the file reads as the deck with this edit."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Basic, Note
from studyapp.deckfiles.editing.deck_editing import edit_deck
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.note_edits import FIRST, Replace
from studyapp.deckfiles.editing.note_source import find_note_source
from tests.deckfiles.deck_texts import PATH, read_text
from tests.deckfiles.editing.deck_text_strategies import deck_texts
from tests.deckfiles.editing.note_change_strategies import changed_notes
from tests.deckfiles.editing.single_edits import (
    insert_note_source,
    insert_notes,
    remove_notes,
    replace_note,
    replace_note_source,
    text_of,
)


def has_only_written_ids(data: bytes) -> bool:
    return not any(problem.kind.code == "note-without-id" for problem in read_text(data).problems)


def read_usable(data: bytes) -> Deck:
    reading = read_text(data)
    assume(reading.deck is not None and reading.deck.notes)
    assert reading.deck is not None
    return reading.deck


def outside_of_note(data: bytes, note_id: str) -> tuple[bytes, bytes]:
    file = DeckFile.from_bytes(data, PATH)
    location = file.locate(note_id)
    before = file.byte_order_mark + file.text[: location.start].encode()
    return before, data[len(before) + len(file.source_of(location).encode()) :]


def assert_only_change(deck: Deck, new_deck: Deck | None, expected: dict[str, Note]) -> None:
    """Check that a deck has the expected notes in place of those with these ids, and is otherwise the same.

    The deck as read leaves out what closes a cycle of prerequisites, which a change elsewhere can open.
    """
    assert new_deck is not None and new_deck._replace(notes=()) == deck._replace(notes=())
    old_notes = {note.id: note for note in deck.notes}
    changes_prerequisites = any(
        note.prerequisites != old_notes[note_id].prerequisites for note_id, note in expected.items()
    )
    assert [note.id for note in new_deck.notes] == [note.id for note in deck.notes]
    for note in new_deck.notes:
        if changes_prerequisites and note.id not in expected:
            note = replace(note, prerequisites=old_notes[note.id].prerequisites)
        assert note == expected.get(note.id, old_notes[note.id])


@settings(max_examples=200)
@given(deck_texts(), st.data())
def test_edit_changes_one_note_and_nothing_else(data: bytes, drawn: st.DataObject) -> None:
    deck = read_usable(data)
    note = drawn.draw(st.sampled_from(deck.notes))
    edited = drawn.draw(changed_notes(note, has_default_why=b"why: default" in data))
    new_data = replace_note(data, PATH, edited)
    assert_only_change(deck, read_text(new_data).deck, {edited.id: edited})
    before, after = outside_of_note(data, edited.id)
    assert new_data.startswith(before) and new_data.endswith(after)
    assert len(new_data) >= len(before) + len(after)
    source = find_note_source(data, PATH, edited.id).text
    assert replace_note_source(new_data, PATH, edited.id, source) == data


@settings(max_examples=60)
@given(deck_texts(), st.data())
def test_several_edits_are_made_at_once(data: bytes, drawn: st.DataObject) -> None:
    deck = read_usable(data)
    notes = drawn.draw(st.lists(st.sampled_from(deck.notes), unique_by=lambda note: note.id, min_size=1))
    has_default_why = b"why: default" in data
    edited = [
        replace(
            drawn.draw(changed_notes(note, has_default_why=has_default_why)), prerequisites=note.prerequisites
        )
        for note in notes
    ]
    result = edit_deck(data, PATH, [Replace(note) for note in edited])
    assert_only_change(deck, result.deck, {note.id: note for note in edited})
    assert result.reading == read_text(result.data)


@settings(max_examples=200)
@given(deck_texts(), st.data())
def test_inserted_note_is_removed_without_a_trace(data: bytes, drawn: st.DataObject) -> None:
    deck = read_usable(data)
    after = drawn.draw(st.sampled_from([None, FIRST, *(note.id for note in deck.notes)]))
    base = Note(deck.metadata.id, "inserted", Basic(text_of("x"), text_of("y")), explanation=text_of("why"))
    note = drawn.draw(changed_notes(base, has_default_why=True))
    new_data = insert_notes(data, PATH, [note], after)
    new_deck = read_text(new_data).deck
    assert new_deck is not None
    position = len(deck.notes) if after is None else 0
    if after:
        position = [one.id for one in deck.notes].index(after) + 1
    assert new_deck.notes == (*deck.notes[:position], note, *deck.notes[position:])
    removed = remove_notes(new_data, PATH, ["inserted"])
    # At the end of a file, `|` becomes `|-` so that the text before the note does not get a line break.
    assert removed == data or (not data.endswith((b"\n", b"\r")) and read_text(removed).deck == deck)


@settings(max_examples=200)
@given(deck_texts(), st.data())
def test_removed_note_comes_back_to_its_place(data: bytes, drawn: st.DataObject) -> None:
    deck = read_usable(data)
    note = drawn.draw(st.sampled_from(deck.notes))
    source = find_note_source(data, PATH, note.id)
    new_data = remove_notes(data, PATH, [note.id])
    before, after = outside_of_note(data, note.id)
    new_deck = read_text(new_data).deck
    assert new_deck is not None
    assert [one.id for one in new_deck.notes] == [one.id for one in deck.notes if one.id != note.id]
    restored = insert_note_source(new_data, PATH, source.text, source.after, source.gap)
    assert read_text(restored).deck == deck
    if has_only_written_ids(data) and not ("#" in source.gap and source.text.startswith("{")):
        # In brackets, the comments between two notes stay where they are.
        assert restored == data
    if has_only_written_ids(data) and b"notes: [" not in data:
        assert new_data.rstrip(b"\r\n") == (before + after).rstrip(b"\r\n")
