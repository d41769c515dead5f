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
from studyapp.services.library import deck_storing
from studyapp.services.library.deck_library import Library, load_cached_library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.notes import NoteChanges
from tests.services.study_driver import DAY, EASY, StudyDriver, expect_prompt, rate_cards


def deck_text(deck: str, fronts_by_note: dict[str, str]) -> str:
    rows = "".join(
        f"  - {{id: {note}, type: basic, front: {front}, back: answer}}\n"
        for note, front in fronts_by_note.items()
    )
    return f"deck: {deck}\ntitle: Deck {deck}\nnotes:\n{rows}"


@dataclass
class DeckFolder:
    """A folder of deck files and the library loaded from it."""

    driver: StudyDriver
    folder: Path
    more_folders: list[Path] = field(default_factory=list)

    def write(self, name: str, deck: str, fronts_by_note: Iterable[str] | dict[str, str]) -> Path:
        fronts = (
            fronts_by_note if isinstance(fronts_by_note, dict) else dict.fromkeys(fronts_by_note, "front")
        )
        return self.write_text(name, deck_text(deck, fronts))

    def write_text(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def refresh(self) -> tuple[Library, dict[str, NoteChanges]]:
        return refresh_library(
            self.driver.collection, [self.folder, *self.more_folders], self.driver.time.clock()
        )

    def library(self) -> Library:
        return self.refresh()[0]

    def changes(self) -> dict[str, NoteChanges]:
        return self.refresh()[1]

    def notes(self, deck: str) -> dict[str, int]:
        """The deck's notes in order with the time of their last change."""
        with self.driver.collection.read_transaction() as connection:
            return {note.id: changed for note, changed in notes.iterate_present(connection, deck)}


@pytest.fixture
def deck_folder(driver: StudyDriver, tmp_path: Path) -> DeckFolder:
    folder = tmp_path / "decks"
    folder.mkdir()
    return DeckFolder(driver, folder)


def kinds(library: Library) -> list[ProblemKindBase]:
    return [problem.kind for problem in library.problems]


def test_refresh_reports_changes_by_deck(deck_folder: DeckFolder) -> None:
    deck_folder.write("a.yaml", "a", ["x", "y"])
    deck_folder.write("b.yml", "b", ["z"])
    assert deck_folder.changes() == {"a": NoteChanges(added=2), "b": NoteChanges(added=1)}
    assert deck_folder.changes() == {}
    deck_folder.write("a.yaml", "a", {"x": "corrected", "w": "front"})
    assert deck_folder.changes() == {"a": NoteChanges(added=1, changed=1, removed=1)}
    deck_folder.write("a.yaml", "a", {"w": "front", "y": "front", "x": "corrected"})
    assert deck_folder.changes() == {"a": NoteChanges(restored=1)}
    assert list(deck_folder.notes("a")) == ["w", "y", "x"]


def test_library_lists_decks_by_folder_and_file(deck_folder: DeckFolder, tmp_path: Path) -> None:
    deck_folder.write("2.yaml", "a", ["x"])
    deck_folder.write("1.yaml", "b", ["x"])
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "0.yaml").write_text(deck_text("c", {"x": "front"}))
    (mine / "notes.txt").write_text("not a deck")
    (mine / "folder.yaml").mkdir()
    deck_folder.more_folders = [mine, tmp_path / "missing"]
    library = deck_folder.library()
    assert library.deck_ids == ("b", "a", "c")
    assert [deck.path.name for deck in library.decks] == ["1.yaml", "2.yaml", "0.yaml"]
    assert library.problems == ()
    assert load_cached_library(deck_folder.driver.collection, [deck_folder.folder, mine]) == library
    assert load_cached_library(deck_folder.driver.collection, [mine]).deck_ids == ("c",)


def test_duplicate_folder_is_read_once(deck_folder: DeckFolder) -> None:
    deck_folder.write("a.yaml", "a", ["x"])
    deck_folder.more_folders = [deck_folder.folder]
    library = deck_folder.library()
    assert (library.deck_ids, library.problems) == (("a",), ())


def test_unchanged_file_is_not_read_again(deck_folder: DeckFolder) -> None:
    path = deck_folder.write("a.yaml", "a", ["x"])
    before = deck_folder.library()
    # Different content, but the same size, path and modification time.
    state = path.stat()
    with path.open("r+b") as file:
        file.write(b"{" * state.st_size)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert deck_folder.refresh() == (before, {})
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert deck_folder.library().problems != ()


def test_touched_file_with_same_content_changes_nothing(deck_folder: DeckFolder) -> None:
    path = deck_folder.write("a.yaml", "a", ["x"])
    deck_folder.refresh()
    deck_folder.driver.time.now += DAY
    os.utime(path, (1, 1))
    before = deck_folder.notes("a")
    assert deck_folder.changes() == {"a": NoteChanges()}
    assert deck_folder.notes("a") == before


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
        assert kinds(library) == [ProblemKind.DUPLICATE_DECK_ID]
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


def test_renamed_file_keeps_its_deck(deck_folder: DeckFolder) -> None:
    path = deck_folder.write("a.yaml", "a", ["x"])
    deck_folder.refresh()
    before = deck_folder.notes("a")
    deck_folder.driver.time.now += DAY
    path.rename(path.with_name("b.yaml"))
    library = deck_folder.library()
    assert [(deck.metadata.id, deck.path.name) for deck in library.decks] == [("a", "b.yaml")]
    assert (library.problems, deck_folder.notes("a")) == ((), before)


def test_restored_deck_file_keeps_history(deck_folder: DeckFolder) -> None:
    path = deck_folder.write("deck.yaml", "deck", ["x", "y"])
    deck_folder.refresh()
    rate_cards(deck_folder.driver.start_session(), EASY)
    path.unlink()
    assert deck_folder.library().deck_ids == ()
    deck_folder.write("deck.yaml", "deck", ["x", "y"])
    assert deck_folder.changes() == {"deck": NoteChanges()}
    assert expect_prompt(deck_folder.driver.start_session().show_next()).card.note.id == "y"


def test_removed_and_restored_note_keeps_history(deck_folder: DeckFolder) -> None:
    deck_folder.write("deck.yaml", "deck", ["x", "y"])
    deck_folder.refresh()
    rate_cards(deck_folder.driver.start_session(), EASY)
    deck_folder.write("deck.yaml", "deck", ["y"])
    assert deck_folder.changes() == {"deck": NoteChanges(removed=1)}
    deck_folder.write("deck.yaml", "deck", ["x", "y"])
    assert deck_folder.changes() == {"deck": NoteChanges(restored=1)}
    assert expect_prompt(deck_folder.driver.start_session().show_next()).card.note.id == "y"


def test_change_date_moves_only_when_the_note_changes(deck_folder: DeckFolder) -> None:
    deck_folder.write("a.yaml", "a", ["x", "y"])
    deck_folder.refresh()
    start = deck_folder.notes("a")["x"]
    deck_folder.driver.time.now += DAY
    deck_folder.write("a.yaml", "a", {"y": "new words", "x": "front"})
    deck_folder.refresh()
    assert deck_folder.notes("a") == {"y": start + DAY // 1000, "x": start}
    deck_folder.driver.time.now -= 9 * DAY
    deck_folder.write("a.yaml", "a", {"y": "newer words", "x": "front"})
    deck_folder.refresh()
    assert deck_folder.notes("a") == {"y": start + DAY // 1000 + 1, "x": start}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that even its owner can't read")
def test_unreadable_file_keeps_its_deck(deck_folder: DeckFolder) -> None:
    path = deck_folder.write("a.yaml", "a", ["x"])
    deck_folder.refresh()
    path.unlink()
    path.symlink_to("/proc/self/mem")
    library = deck_folder.library()
    assert (library.deck_ids, kinds(library)) == (("a",), [ProblemKind.UNREADABLE])
    assert list(deck_folder.notes("a")) == ["x"]


def test_cancelled_refresh_keeps_decks_already_read(deck_folder: DeckFolder) -> None:
    class Stopped(Exception):
        pass

    deck_folder.write("a.yaml", "a", ["x"])
    deck_folder.write("b.yaml", "b", [f"n{number}" for number in range(2500)])

    def stop(count: int) -> None:
        if count > 1:
            raise Stopped

    with pytest.raises(Stopped):
        refresh_library(
            deck_folder.driver.collection, [deck_folder.folder], deck_folder.driver.time.clock(), stop
        )
    assert load_cached_library(deck_folder.driver.collection, [deck_folder.folder]).deck_ids == ("a",)
    assert deck_folder.library().deck_ids == ("a", "b")


def test_non_utf_8_file_name_is_reported(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text("deck: good\ntitle: Good\nnotes: [{id: a, front: q, back: a}]\n")
    (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("title: odd")
    with Collection(tmp_path / "collection.db", lambda: "here") as collection:
        library, _ = refresh_library(collection, [tmp_path], Clock(lambda: 0))
    assert library.deck_ids == ("good",)
    (problem,) = library.problems
    assert "UTF-8" in problem.message
    assert "udcff" in str(problem)


def test_changed_drawing_is_read_again(deck_folder: DeckFolder) -> None:
    drawings = deck_folder.folder / "diagrams"
    drawings.mkdir()
    fronts_by_note = "title: T\nnodes:\n  - {id: a, label: %s, place: [0, 0], asks: 1}\n"
    (drawings / "tree.yaml").write_text(fronts_by_note % "before", "utf-8")
    (deck_folder.folder / "d.yaml").write_text(
        "deck: d\ntitle: D\nnotes:\n  - {id: n, diagram: tree}\n", "utf-8"
    )
    deck_folder.library()
    assert not deck_folder.library().problems
    (drawings / "tree.yaml").write_text(fronts_by_note % "afterwards", "utf-8")
    deck_folder.library()
    with deck_folder.driver.collection.read_transaction() as connection:
        ((note, _),) = notes.iterate_present(connection, "d")
    assert isinstance(note.content, Diagram)
    assert hidden_texts(note.content.drawing, 1) == (LocalizedText.language_neutral("afterwards"),)


def test_renamed_drawing_is_found(deck_folder: DeckFolder) -> None:
    drawings = deck_folder.folder / "diagrams"
    drawings.mkdir()
    (drawings / ".#tree.yaml").symlink_to("me@host.1:2")  # an editor's lock file, a dangling link
    misnamed = drawings / "teer.yaml"
    misnamed.write_text("title: T\nnodes:\n  - {id: a, label: A, place: [0, 0], asks: 1}\n", "utf-8")
    deck_folder.write_text("d.yaml", "deck: d\ntitle: D\nnotes:\n  - {id: n, diagram: tree}\n")
    assert [kind.code for kind in kinds(deck_folder.library())] == ["diagram-missing"]
    misnamed.rename(drawings / "tree.yaml")
    assert kinds(deck_folder.library()) == []


def test_files_are_read_again_once_their_notes_have_other_cards(
    deck_folder: DeckFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck_folder.write_text(
        "d.yaml",
        'deck: d\ntitle: D\nnote_types:\n  t: {fields: [One, Two], cloze: yes, cards: [{name: c, front: "{{cloze:One}}", '
        'back: "{{cloze:One}}"}]}\nnotes:\n  - {id: n, type: t, fields: {One: "{{c1::a}}", Two: "{{c2::b}}"}}\n',
    )
    assert kinds(deck_folder.library()) == []

    def count_cards_after_refresh() -> int:
        deck_folder.library()
        with deck_folder.driver.collection.transaction() as connection:
            return int(connection.execute("SELECT count(*) FROM card WHERE present = 1").fetchone()[0])

    assert count_cards_after_refresh() == 2
    with deck_folder.driver.collection.transaction() as connection:
        connection.execute("DELETE FROM card WHERE ordinal = 2")
    assert count_cards_after_refresh() == 1
    monkeypatch.setattr(deck_storing, "_READING_VERSION", 999)
    assert count_cards_after_refresh() == 2
