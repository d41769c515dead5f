"""No note of an earlier edition of the bundled decks is forgotten, and no ID gets another meaning."""

from pathlib import Path

from studyapp.paths import bundled_decks_folder
from tests.anki.bundled_editions import read_decks, write_first_edition


def test_every_note_of_the_first_edition_is_kept_or_listed_as_retired(tmp_path: Path) -> None:
    write_first_edition(tmp_path / "first")
    present = {deck.metadata.id: deck for deck in read_decks(bundled_decks_folder())}
    forgotten: list[str] = []
    reused: list[str] = []
    for deck in read_decks(tmp_path / "first"):
        now = present[deck.metadata.id]
        note_ids, retired_ids = {note.id for note in now.notes}, set(now.metadata.retired_ids)
        forgotten += (note.key for note in deck.notes if note.id not in note_ids | retired_ids)
        reused += (f"{deck.metadata.id}/{note_id}" for note_id in sorted(note_ids & retired_ids))
    assert (forgotten, reused) == ([], [])


def test_every_retired_note_was_in_an_earlier_edition(tmp_path: Path) -> None:
    """Otherwise, its ID is misspelled."""
    write_first_edition(tmp_path / "first")
    first = {note.key for deck in read_decks(tmp_path / "first") for note in deck.notes}
    retired = {
        f"{deck.metadata.id}/{note_id}"
        for deck in read_decks(bundled_decks_folder())
        for note_id in deck.metadata.retired_ids
    }
    assert sorted(retired - first) == []
