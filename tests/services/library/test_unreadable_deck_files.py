"""Deck files that can't be used, wholly or in part, and what happens to their decks."""

import os
from pathlib import Path

import pytest

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.notes import NoteChanges
from tests.services.library.deck_folder import DeckFolder, deck_text, problem_kinds


def test_damaged_file_keeps_the_deck_until_repaired(deck_folder: DeckFolder) -> None:
    path = deck_folder.write("a.yaml", "a", ["x", "y"])
    deck_folder.refresh()
    original = path.read_text()
    path.write_text(original[: len(original) // 2] + "\n  - {")
    for _ in range(2):
        library, changes = deck_folder.refresh()
        assert library.deck_ids == ("a",)
        assert len(library.problems) > 0 and library.problems[0].path == path
        assert set(changes.values()) <= {NoteChanges()}
        assert list(deck_folder.notes("a")) == ["x", "y"]
    path.write_text(original)
    assert deck_folder.library().problems == ()


def test_unreadable_note_is_kept(deck_folder: DeckFolder) -> None:
    original = deck_text("a", {"x": "front", "y": "front"})
    deck_folder.write_text("a.yaml", original)
    deck_folder.refresh()
    before = deck_folder.notes("a")
    deck_folder.write_text("a.yaml", original.replace("back: answer", "bakc: answer", 1))
    library, changes = deck_folder.refresh()
    assert library.problems != () and changes == {"a": NoteChanges()}
    assert deck_folder.notes("a") == before
    # A note missing from a valid file is removed.
    deck_folder.write("a.yaml", "a", ["y"])
    assert deck_folder.changes() == {"a": NoteChanges(removed=1)}


def test_damaged_file_does_not_affect_other_files(deck_folder: DeckFolder) -> None:
    deck_folder.write_text("a.yaml", "deck: [")
    deck_folder.write("b.yaml", "b", ["x"])
    deck_folder.write_text("c.yaml", deck_text("c", {"x": "front"}) + "  - {id: y, type: basic, front: f}\n")
    library = deck_folder.library()
    assert library.deck_ids == ("b", "c")
    assert {problem.path.name for problem in library.problems} == {"a.yaml", "c.yaml"}
    assert list(deck_folder.notes("c")) == ["x"]


def test_duplicate_deck_id_is_reported_and_second_file_ignored(deck_folder: DeckFolder) -> None:
    deck_folder.write("1.yaml", "a", ["x"])
    deck_folder.write("2.yaml", "a", ["y"])
    for _ in range(2):
        library = deck_folder.library()
        assert [deck.path.name for deck in library.decks] == ["1.yaml"]
        assert problem_kinds(library) == [ProblemKind.DUPLICATE_DECK_ID]
        assert list(deck_folder.notes("a")) == ["x"]


def test_deck_id_is_available_after_first_file_is_deleted(deck_folder: DeckFolder) -> None:
    first = deck_folder.write("1.yaml", "a", ["x"])
    deck_folder.write("2.yaml", "a", ["y"])
    deck_folder.refresh()
    first.unlink()
    library, changes = deck_folder.refresh()
    assert [deck.path.name for deck in library.decks] == ["2.yaml"]
    assert library.problems == ()
    assert changes == {"a": NoteChanges(added=1, removed=1)}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that even its owner can't read")
def test_unreadable_file_keeps_its_deck(deck_folder: DeckFolder) -> None:
    path = deck_folder.write("a.yaml", "a", ["x"])
    deck_folder.refresh()
    path.unlink()
    path.symlink_to("/proc/self/mem")
    library = deck_folder.library()
    assert (library.deck_ids, problem_kinds(library)) == (("a",), [ProblemKind.UNREADABLE])
    assert list(deck_folder.notes("a")) == ["x"]


def test_non_utf_8_file_name_is_reported(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text("deck: good\ntitle: Good\nnotes: [{id: a, front: q, back: a}]\n")
    (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("title: odd")
    with Collection(tmp_path / "collection.db", lambda: "here") as collection:
        library, _ = refresh_library(collection, [tmp_path], Clock(lambda: 0))
    assert library.deck_ids == ("good",)
    (problem,) = library.problems
    assert "UTF-8" in problem.message
    assert "udcff" in str(problem)


def test_renamed_drawing_is_found(deck_folder: DeckFolder) -> None:
    drawings = deck_folder.folder / "diagrams"
    drawings.mkdir()
    (drawings / ".#tree.yaml").symlink_to("me@host.1:2")  # an editor's lock file, a dangling link
    misnamed = drawings / "teer.yaml"
    misnamed.write_text("title: T\nnodes:\n  - {id: a, label: A, place: [0, 0], asks: 1}\n", "utf-8")
    deck_folder.write_text("d.yaml", "deck: d\ntitle: D\nnotes:\n  - {id: n, diagram: tree}\n")
    assert [kind.code for kind in problem_kinds(deck_folder.library())] == ["diagram-missing"]
    misnamed.rename(drawings / "tree.yaml")
    assert problem_kinds(deck_folder.library()) == []
