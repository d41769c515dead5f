"""A refresh doesn't read a file again whose content was read before it was written."""

from pathlib import Path

import pytest

from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from studyapp.services.library.known_readings import KnownReading, make_known_reading
from studyapp.services.library.library_refresh import refresh_library
from tests.services.library.deck_folder import DeckFolder, deck_text


def known_reading(path: Path, content: str, *, read: str) -> KnownReading:
    """Pretend that `read` was read from this content."""
    known = make_known_reading(path, content.encode(), read_deck_bytes(read.encode(), path))
    assert known is not None
    return known


def refresh(deck_folder: DeckFolder, *known: KnownReading) -> list[int]:
    """Refresh the library, and return the progress that was reported."""
    reported: list[int] = []
    refresh_library(
        deck_folder.driver.collection,
        [deck_folder.folder],
        deck_folder.driver.time.clock(),
        reported.append,
        known_readings=known,
    )
    return reported


def test_known_content_is_not_read_again(deck_folder: DeckFolder) -> None:
    content = deck_text("d", {"in-file": "a"})
    path = deck_folder.write_text("d.yaml", content)
    refresh(deck_folder, known_reading(path, content, read=deck_text("d", {"known": "a"})))
    assert list(deck_folder.notes("d")) == ["known"]


def test_progress_is_reported_while_each_known_deck_is_stored(deck_folder: DeckFolder) -> None:
    contents = {name: deck_text(name, {"a": "1", "b": "2"}) for name in ("d", "e")}
    known = [
        known_reading(deck_folder.write_text(f"{name}.yaml", content), content, read=content)
        for name, content in contents.items()
    ]
    reported = refresh(deck_folder, *known)
    assert len(reported) >= 2
    assert set(reported) == {2}


def test_changed_content_is_read(deck_folder: DeckFolder) -> None:
    content = deck_text("d", {"written": "a"})
    path = deck_folder.write("d.yaml", "d", ["changed"])
    refresh(deck_folder, known_reading(path, content, read=content))
    assert list(deck_folder.notes("d")) == ["changed"]


def test_another_file_with_this_content_is_read(deck_folder: DeckFolder) -> None:
    content = deck_text("d", {"in-file": "a"})
    path = deck_folder.write_text("d.yaml", content)
    other = path.with_name("other.yaml")
    refresh(deck_folder, known_reading(other, content, read=deck_text("d", {"known": "a"})))
    assert list(deck_folder.notes("d")) == ["in-file"]


@pytest.mark.parametrize(
    "note", ["{id: n, front: q, back: a, unknown: x}", "{id: n, type: diagram, diagram: missing}"]
)
def test_reading_that_may_depend_on_other_files_is_not_kept(tmp_path: Path, note: str) -> None:
    path = tmp_path / "d.yaml"
    data = f"deck: d\ntitle: D\nnotes:\n  - {note}\n".encode()
    assert make_known_reading(path, data, read_deck_bytes(data, path)) is None
