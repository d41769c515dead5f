"""Writing imported notes to a deck file that another program may change meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.deckfiles.reading.deck_reading import read_deck
from studyapp.services.transfer.note_writing.imported_note_writing import (
    ImportedNote,
    WrittenNotes,
    write_imported_notes,
)

METADATA = DeckMetadata("d", LocalizedText.language_neutral("D"))
NOTE_TYPE = CustomNoteType(1, "Basic", ("Front", "Back"), (), False, "")
IMAGE = "d-media/a.png"


def imported(note_id: str, front: str = "q") -> ImportedNote:
    content = Basic(LocalizedText.language_neutral(front), LocalizedText.language_neutral("a"))
    source = SourceNote(note_id, NOTE_TYPE, (), (front, "a"), ())
    return ImportedNote(source, Note("d", note_id, content), "D", {IMAGE: "a.png"})


def write(
    path: Path, notes: list[ImportedNote], while_media_are_written: Callable[[], object] = lambda: None
) -> WrittenNotes:
    def read_media(_name: str) -> Iterator[bytes]:
        while_media_are_written()
        yield b"image"

    package = PackageData({}, (), 0, None, 4, frozenset(("a.png",)), read_media)
    return write_imported_notes(path, METADATA, notes, package, lambda: None)


def note_ids(path: Path) -> list[str]:
    deck = read_deck(path).deck
    assert deck is not None
    return [note.id for note in deck.notes]


@pytest.mark.parametrize("exists", [False, True])
def test_what_is_read_from_the_written_file_is_known(tmp_path: Path, exists: bool) -> None:
    path = tmp_path / "d.yaml"
    if exists:
        path.write_text("deck: d\ntitle: D\nnotes:\n- {id: old, front: q, back: a}\n", encoding="utf-8")
    written = write(path, [imported("one")])
    assert written.reading is not None
    assert written.reading.reading == read_deck(path)
    assert (tmp_path / IMAGE).read_bytes() == b"image"


@pytest.mark.parametrize("exists", [False, True])
def test_notes_are_appended_to_what_another_program_wrote_meanwhile(tmp_path: Path, exists: bool) -> None:
    path = tmp_path / "d.yaml"
    text = "deck: d\ntitle: D\nnotes:\n- {id: old, front: q, back: a}\n"
    if exists:
        path.write_text(text, encoding="utf-8")
    added = "- {id: other, front: q, back: a}\n"
    write(path, [imported("one")], lambda: path.write_text(text + added, encoding="utf-8"))
    assert note_ids(path) == ["old", "other", "one"]


@pytest.mark.parametrize("exists", [False, True])
def test_only_a_note_that_can_not_be_written_is_left_out(tmp_path: Path, exists: bool) -> None:
    path = tmp_path / "d.yaml"
    if exists:
        path.write_text("deck: d\ntitle: D\nnotes:\n- {id: one, front: q, back: a}\n", encoding="utf-8")
    written = write(path, [imported("bad", "q\x00"), imported("two")])
    assert [new.note.id for new in written.notes] == ["two"]
    assert [loss.kind for loss in written.losses] == [LossKind.UNSUPPORTED_CHARACTERS]
    assert note_ids(path)[-1] == "two"


def test_nothing_is_written_if_notes_can_not_be_appended(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    text = "deck: d\ntitle: D\nnotes: [{id: old, front: q, back: a}]\n"
    path.write_text(text, encoding="utf-8")
    written = write(path, [imported("one")])
    assert (written.notes, written.reading) == ((), None)
    assert [loss.kind for loss in written.losses] == [LossKind.NOT_APPENDED]
    assert path.read_text(encoding="utf-8") == text
