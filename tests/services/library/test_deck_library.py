import gc
import os
from itertools import count
from pathlib import Path

import pytest

from studyapp.core.notes.drawing import hidden_texts
from studyapp.core.notes.note import Diagram
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.library import change_stamps
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store import notes
from studyapp.store.notes import NoteChanges
from tests.services.library.deck_folder import DeckFolder, deck_text, problem_kinds
from tests.services.study_driver import DAY, EASY, expect_prompt, rate_cards


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


def test_collector_is_paused_while_notes_are_stored(deck_folder: DeckFolder) -> None:
    """It would examine all notes of the file, and block the window meanwhile."""
    clock = deck_folder.driver.time.clock()
    is_collecting: list[bool] = []

    def now() -> int:
        is_collecting.append(gc.isenabled())
        return clock.now()

    deck_folder.write("a.yaml", "a", ["x"])
    refresh_library(deck_folder.driver.collection, [deck_folder.folder], clock._replace(now=now))
    assert is_collecting == [False]
    assert gc.isenabled()


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


def test_refresh_cancelled_at_any_time_keeps_the_deck_as_it_was(deck_folder: DeckFolder) -> None:
    class Stopped(Exception):
        pass

    names = [f"n{number}" for number in range(600)]
    deck_folder.write("a.yaml", "a", names)
    deck_folder.refresh()
    before = deck_folder.notes("a")
    deck_folder.driver.time.now += DAY
    deck_folder.write("a.yaml", "a", dict.fromkeys(names, "new words"))

    def refresh(stop_at: int) -> None:
        reports = count(1)

        def stop(_count: int) -> None:
            if next(reports) == stop_at:
                raise Stopped

        refresh_library(
            deck_folder.driver.collection, [deck_folder.folder], deck_folder.driver.time.clock(), stop
        )

    for stop_at in count(1):
        try:
            refresh(stop_at)
        except Stopped:
            assert deck_folder.notes("a") == before
        else:
            break
    assert stop_at > 6
    assert set(deck_folder.notes("a").values()) == {deck_folder.driver.time.now // 1000}


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


def test_files_are_read_again_once_their_notes_have_other_cards(
    deck_folder: DeckFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck_folder.write_text(
        "d.yaml",
        'deck: d\ntitle: D\nnote_types:\n  t: {fields: [One, Two], cloze: yes, cards: [{name: c, front: "{{cloze:One}}", '
        'back: "{{cloze:One}}"}]}\nnotes:\n  - {id: n, type: t, fields: {One: "{{c1::a}}", Two: "{{c2::b}}"}}\n',
    )
    assert problem_kinds(deck_folder.library()) == []

    def count_cards_after_refresh() -> int:
        deck_folder.library()
        with deck_folder.driver.collection.transaction() as connection:
            return int(connection.execute("SELECT count(*) FROM card WHERE present = 1").fetchone()[0])

    assert count_cards_after_refresh() == 2
    with deck_folder.driver.collection.transaction() as connection:
        connection.execute("DELETE FROM card WHERE ordinal = 2")
    assert count_cards_after_refresh() == 1
    monkeypatch.setattr(change_stamps, "_READING_VERSION", 999)
    assert count_cards_after_refresh() == 2
