import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from studyapp.core.notes.drawing import hidden_texts
from studyapp.core.notes.note import Diagram
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase
from studyapp.services.library.deck_library import Library, load_cached_library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.notes import NoteChanges
from tests.services.samples import DAY, EASY, Desk, go_through, prompt


def deck_text(deck: str, words: dict[str, str]) -> str:
    rows = "".join(
        f"  - {{id: {note}, type: basic, front: {front}, back: answer}}\n" for note, front in words.items()
    )
    return f"deck: {deck}\ntitle: Deck {deck}\nnotes:\n{rows}"


@dataclass
class Shelf:
    """A folder of deck files, and the library made of it."""

    desk: Desk
    folder: Path
    more: list[Path] = field(default_factory=list)

    def write(self, name: str, deck: str, words: Iterable[str] | dict[str, str]) -> Path:
        fronts = words if isinstance(words, dict) else dict.fromkeys(words, "front")
        return self.write_text(name, deck_text(deck, fronts))

    def write_text(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def refresh(self) -> tuple[Library, dict[str, NoteChanges]]:
        return refresh_library(self.desk.collection, [self.folder, *self.more], self.desk.time.clock())

    def library(self) -> Library:
        return self.refresh()[0]

    def changes(self) -> dict[str, NoteChanges]:
        return self.refresh()[1]

    def notes(self, deck: str) -> dict[str, int]:
        """The deck's notes in order, each with the moment of its last change."""
        with self.desk.collection.read_transaction() as connection:
            return {note.id: changed for note, changed in notes.iterate_present(connection, deck)}


@pytest.fixture
def shelf(desk: Desk, tmp_path: Path) -> Shelf:
    folder = tmp_path / "decks"
    folder.mkdir()
    return Shelf(desk, folder)


def kinds(library: Library) -> list[ProblemKindBase]:
    return [problem.kind for problem in library.problems]


def test_changes_are_told_by_deck(shelf: Shelf) -> None:
    shelf.write("a.yaml", "a", ["x", "y"])
    shelf.write("b.yml", "b", ["z"])
    assert shelf.changes() == {"a": NoteChanges(added=2), "b": NoteChanges(added=1)}
    assert shelf.changes() == {}
    shelf.write("a.yaml", "a", {"x": "corrected", "w": "front"})
    assert shelf.changes() == {"a": NoteChanges(added=1, changed=1, removed=1)}
    shelf.write("a.yaml", "a", {"w": "front", "y": "front", "x": "corrected"})
    assert shelf.changes() == {"a": NoteChanges(restored=1)}
    assert list(shelf.notes("a")) == ["w", "y", "x"]


def test_the_library_lists_decks_by_folder_and_file(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("2.yaml", "a", ["x"])
    shelf.write("1.yaml", "b", ["x"])
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "0.yaml").write_text(deck_text("c", {"x": "front"}))
    (mine / "notes.txt").write_text("not a deck")
    (mine / "folder.yaml").mkdir()
    shelf.more = [mine, tmp_path / "missing"]
    library = shelf.library()
    assert library.deck_ids == ("b", "a", "c")
    assert [deck.path.name for deck in library.decks] == ["1.yaml", "2.yaml", "0.yaml"]
    assert library.problems == ()
    assert load_cached_library(shelf.desk.collection, [shelf.folder, mine]) == library
    assert load_cached_library(shelf.desk.collection, [mine]).deck_ids == ("c",)


def test_a_folder_named_twice_is_read_once(shelf: Shelf) -> None:
    shelf.write("a.yaml", "a", ["x"])
    shelf.more = [shelf.folder]
    library = shelf.library()
    assert (library.deck_ids, library.problems) == (("a",), ())


def test_an_unchanged_file_is_not_read_again(shelf: Shelf) -> None:
    path = shelf.write("a.yaml", "a", ["x"])
    before = shelf.library()
    # Another content of the same size, at the same place and moment: only who reads it can tell.
    state = path.stat()
    with path.open("r+b") as file:
        file.write(b"{" * state.st_size)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert shelf.refresh() == (before, {})
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert shelf.library().problems != ()


def test_a_file_touched_but_not_changed_changes_nothing(shelf: Shelf) -> None:
    path = shelf.write("a.yaml", "a", ["x"])
    shelf.refresh()
    shelf.desk.time.now += DAY
    os.utime(path, (1, 1))
    before = shelf.notes("a")
    assert shelf.changes() == {"a": NoteChanges()}
    assert shelf.notes("a") == before


def test_a_torn_file_leaves_the_deck_as_it_was_until_it_is_mended(shelf: Shelf) -> None:
    path = shelf.write("a.yaml", "a", ["x", "y"])
    shelf.refresh()
    whole = path.read_text()
    path.write_text(whole[: len(whole) // 2] + "\n  - {")
    for _ in range(2):
        library, changes = shelf.refresh()
        assert library.deck_ids == ("a",)
        assert len(library.problems) > 0 and library.problems[0].path == path
        assert set(changes.values()) <= {NoteChanges()}
        assert list(shelf.notes("a")) == ["x", "y"]
    path.write_text(whole)
    assert shelf.library().problems == ()


def test_a_note_that_cannot_be_read_stays_as_it_was(shelf: Shelf) -> None:
    whole = deck_text("a", {"x": "front", "y": "front"})
    shelf.write_text("a.yaml", whole)
    shelf.refresh()
    before = shelf.notes("a")
    shelf.write_text("a.yaml", whole.replace("back: answer", "bakc: answer", 1))
    library, changes = shelf.refresh()
    assert library.problems != () and changes == {"a": NoteChanges()}
    assert shelf.notes("a") == before
    # Taken out of a file that is in order, it is gone.
    shelf.write("a.yaml", "a", ["y"])
    assert shelf.changes() == {"a": NoteChanges(removed=1)}


def test_a_torn_file_does_not_stop_the_others(shelf: Shelf) -> None:
    shelf.write_text("a.yaml", "deck: [")
    shelf.write("b.yaml", "b", ["x"])
    shelf.write_text("c.yaml", deck_text("c", {"x": "front"}) + "  - {id: y, type: basic, front: f}\n")
    library = shelf.library()
    assert library.deck_ids == ("b", "c")
    assert {problem.path.name for problem in library.problems} == {"a.yaml", "c.yaml"}
    assert list(shelf.notes("c")) == ["x"]


def test_two_files_with_one_deck_id_do_not_mix(shelf: Shelf) -> None:
    shelf.write("1.yaml", "a", ["x"])
    shelf.write("2.yaml", "a", ["y"])
    for _ in range(2):
        library = shelf.library()
        assert [deck.path.name for deck in library.decks] == ["1.yaml"]
        assert kinds(library) == [ProblemKind.DUPLICATE_DECK_ID]
        assert list(shelf.notes("a")) == ["x"]


def test_a_deck_id_is_free_again_once_the_other_file_is_gone(shelf: Shelf) -> None:
    first = shelf.write("1.yaml", "a", ["x"])
    shelf.write("2.yaml", "a", ["y"])
    shelf.refresh()
    first.unlink()
    library, changes = shelf.refresh()
    assert [deck.path.name for deck in library.decks] == ["2.yaml"]
    assert library.problems == ()
    assert changes == {"a": NoteChanges(added=1, removed=1)}


def test_a_renamed_file_keeps_its_deck(shelf: Shelf) -> None:
    path = shelf.write("a.yaml", "a", ["x"])
    shelf.refresh()
    before = shelf.notes("a")
    shelf.desk.time.now += DAY
    path.rename(path.with_name("b.yaml"))
    library = shelf.library()
    assert [(deck.head.id, deck.path.name) for deck in library.decks] == [("a", "b.yaml")]
    assert (library.problems, shelf.notes("a")) == ((), before)


def test_a_deleted_file_takes_its_deck_away_and_brings_its_history_back(shelf: Shelf) -> None:
    path = shelf.write("deck.yaml", "deck", ["x", "y"])
    shelf.refresh()
    go_through(shelf.desk.study(), EASY)
    path.unlink()
    assert shelf.library().deck_ids == ()
    shelf.write("deck.yaml", "deck", ["x", "y"])
    assert shelf.changes() == {"deck": NoteChanges()}
    assert prompt(shelf.desk.study().show_next()).card.note.id == "y"


def test_history_outlives_a_note_that_is_taken_out_and_put_back(shelf: Shelf) -> None:
    shelf.write("deck.yaml", "deck", ["x", "y"])
    shelf.refresh()
    go_through(shelf.desk.study(), EASY)
    shelf.write("deck.yaml", "deck", ["y"])
    assert shelf.changes() == {"deck": NoteChanges(removed=1)}
    shelf.write("deck.yaml", "deck", ["x", "y"])
    assert shelf.changes() == {"deck": NoteChanges(restored=1)}
    assert prompt(shelf.desk.study().show_next()).card.note.id == "y"


def test_a_note_is_dated_by_its_own_last_change(shelf: Shelf) -> None:
    shelf.write("a.yaml", "a", ["x", "y"])
    shelf.refresh()
    start = shelf.notes("a")["x"]
    shelf.desk.time.now += DAY
    shelf.write("a.yaml", "a", {"y": "new words", "x": "front"})
    shelf.refresh()
    assert shelf.notes("a") == {"y": start + DAY // 1000, "x": start}
    shelf.desk.time.now -= 9 * DAY
    shelf.write("a.yaml", "a", {"y": "newer words", "x": "front"})
    shelf.refresh()
    assert shelf.notes("a") == {"y": start + DAY // 1000 + 1, "x": start}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that even its owner can't read")
def test_a_file_that_cannot_be_read_keeps_its_deck(shelf: Shelf) -> None:
    path = shelf.write("a.yaml", "a", ["x"])
    shelf.refresh()
    path.unlink()
    path.symlink_to("/proc/self/mem")
    library = shelf.library()
    assert (library.deck_ids, kinds(library)) == (("a",), [ProblemKind.UNREADABLE])
    assert list(shelf.notes("a")) == ["x"]


def test_a_reading_can_be_stopped_and_what_was_read_stays(shelf: Shelf) -> None:
    class Stopped(Exception):
        pass

    shelf.write("a.yaml", "a", ["x"])
    shelf.write("b.yaml", "b", [f"n{number}" for number in range(2500)])

    def stop(count: int) -> None:
        if count > 1:
            raise Stopped

    with pytest.raises(Stopped):
        refresh_library(shelf.desk.collection, [shelf.folder], shelf.desk.time.clock(), stop)
    assert load_cached_library(shelf.desk.collection, [shelf.folder]).deck_ids == ("a",)
    assert shelf.library().deck_ids == ("a", "b")


def test_a_file_whose_name_is_not_text_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text("deck: good\ntitle: Good\nnotes: [{id: a, front: q, back: a}]\n")
    (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("title: odd")
    with Collection(tmp_path / "collection.db", lambda: "here") as collection:
        library, _ = refresh_library(collection, [tmp_path], Clock(lambda: 0))
    assert library.deck_ids == ("good",)
    (problem,) = library.problems
    assert "UTF-8" in problem.message
    assert "udcff" in str(problem)


def test_a_drawing_that_changed_is_read_again(shelf: Shelf) -> None:
    drawings = shelf.folder / "diagrams"
    drawings.mkdir()
    words = "title: T\nnodes:\n  - {id: a, label: %s, place: [0, 0], asks: 1}\n"
    (drawings / "tree.yaml").write_text(words % "before", "utf-8")
    (shelf.folder / "d.yaml").write_text("deck: d\ntitle: D\nnotes:\n  - {id: n, diagram: tree}\n", "utf-8")
    shelf.library()
    assert not shelf.library().problems
    (drawings / "tree.yaml").write_text(words % "afterwards", "utf-8")
    shelf.library()
    with shelf.desk.collection.read_transaction() as connection:
        ((note, _),) = notes.iterate_present(connection, "d")
    assert isinstance(note.content, Diagram)
    assert hidden_texts(note.content.drawing, 1) == (LocalizedText.language_neutral("afterwards"),)


def test_a_drawing_that_was_renamed_is_found(shelf: Shelf) -> None:
    drawings = shelf.folder / "diagrams"
    drawings.mkdir()
    (drawings / ".#tree.yaml").symlink_to("me@host.1:2")  # an editor's lock, which leads nowhere
    misspelt = drawings / "teer.yaml"
    misspelt.write_text("title: T\nnodes:\n  - {id: a, label: A, place: [0, 0], asks: 1}\n", "utf-8")
    shelf.write_text("d.yaml", "deck: d\ntitle: D\nnotes:\n  - {id: n, diagram: tree}\n")
    assert [kind.code for kind in kinds(shelf.library())] == ["diagram-missing"]
    misspelt.rename(drawings / "tree.yaml")
    assert kinds(shelf.library()) == []
