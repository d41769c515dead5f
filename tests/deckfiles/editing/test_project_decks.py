"""Edits of the decks of this project, whose notes are written by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyapp.core.notes.note import Diagram
from studyapp.deckfiles.editing.deck_editing import edit_deck
from studyapp.deckfiles.editing.note_edits import InsertSource, Remove, Replace, ReplaceSource
from studyapp.deckfiles.editing.note_source import find_note_sources
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes

DECKS = sorted(Path("decks").resolve().glob("*.yaml"))


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_each_note_is_edited_and_restored(path: Path) -> None:
    data = path.read_bytes()
    reading = read_deck_bytes(data, path)
    assert reading.deck is not None
    notes = reading.deck.notes
    edited = [replace(note, tags=(*note.tags, "new"), section=f"{note.section}: new") for note in notes]
    result = edit_deck(data, path, [Replace(note) for note in edited], reading)
    assert result.deck.notes == tuple(edited)
    old_lines, new_lines = data.decode().splitlines(), result.data.decode().splitlines()
    other_lines = [line for line in old_lines if not line.lstrip(" -").startswith(("tags:", "section:", "{"))]
    assert set(other_lines) <= set(new_lines)
    sources = find_note_sources(data, path, [note.id for note in notes], reading)
    restoring = [ReplaceSource(source.note_id, source.text) for source in sources]
    assert edit_deck(result.data, path, restoring, result.reading).data == data


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_each_note_is_removed_and_restored(path: Path) -> None:
    data = path.read_bytes()
    reading = read_deck_bytes(data, path)
    assert reading.deck is not None
    for source in find_note_sources(data, path, [note.id for note in reading.deck.notes[::7]], reading):
        removed = edit_deck(data, path, [Remove(source.note_id)], reading)
        restoring = InsertSource(source.text, source.after, source.gap)
        assert edit_deck(removed.data, path, [restoring], removed.reading).data == data


def test_note_with_a_diagram_keeps_it() -> None:
    path = next(path for path in DECKS if "diagram:" in path.read_text())
    data = path.read_bytes()
    deck = read_deck_bytes(data, path).deck
    assert deck is not None
    note = next(note for note in deck.notes if isinstance(note.content, Diagram))
    result = edit_deck(data, path, [Replace(replace(note, section="new"))])
    assert result.data.replace(b"    section: new\n", b"") == data
