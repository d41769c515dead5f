"""The program ends at any point of an edit, or another program changes a file at that moment."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from studyapp.services.editing import decks
from studyapp.services.editing.edit_undo import redo_last, undo_last
from studyapp.services.editing.note_deletion import delete_notes, list_bin
from studyapp.services.editing.note_moving import move_notes
from studyapp.services.editing.note_saving import save_note
from studyapp.services.editing.steps import edit_running, file_writing
from studyapp.services.editing.steps.edit_errors import EditError, FileChangedMeanwhile
from studyapp.services.editing.steps.edit_recovery import recover_edits
from studyapp.services.editing.steps.file_writing import FileWrite
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.services.overview.doctor import check_collection
from studyapp.store.editing import text_edits
from studyapp.store.errors import StoreBusy, StoreError
from tests.services.editing.edit_driver import DECK, EditDriver, with_front


class Killed(BaseException):
    """The end of the process at some point: nothing after it runs, not even the code that takes an edit back."""


def kill_after(monkeypatch: pytest.MonkeyPatch, write_count: int) -> None:
    """End the process after some writes of files; with one more than there are, before the edit is recorded."""
    remaining = [write_count]

    def write(one: FileWrite) -> None:
        if not remaining[0]:
            raise Killed
        remaining[0] -= 1
        file_writing.write_file(one)

    def record(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(edit_running, "write_file", write)
    monkeypatch.setattr(edit_running, "take_back", lambda _: False)
    monkeypatch.setattr(text_edits, "finish", record)


def save(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    save_note(editing.environment, base, with_front(base, "New"), ScheduleChange.RESET)


def move(editing: EditDriver) -> None:
    move_notes(editing.environment, ["deck/one"], "other")


def delete(editing: EditDriver) -> None:
    delete_notes(editing.environment, ["deck/one", "other/two"])


def delete_deck(editing: EditDriver) -> None:
    decks.delete_deck(editing.environment, "deck")


def create_deck(editing: EditDriver) -> None:
    decks.create_deck(editing.environment, "New")


EDITS: dict[str, Callable[[EditDriver], None]] = {
    "save": save,
    "move": move,
    "delete": delete,
    "delete deck": delete_deck,
    "create deck": create_deck,
}
WRITE_COUNTS = {"save": 1, "move": 2, "delete": 2, "delete deck": 1, "create deck": 1}


def state(editing: EditDriver) -> tuple[object, ...]:
    editing.refresh()
    return (
        editing.files(),
        sorted(item.key for item in list_bin(editing.environment)),
        editing.schedule("deck/one"),
        editing.schedule("other/one-2"),
        editing.find_note("deck/one"),
    )


def start_again(editing: EditDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    recover_edits(editing.collection, editing.time.clock())
    with editing.collection.read_transaction() as connection:
        assert text_edits.load_unfinished(connection) == []
    diagnosis = check_collection(editing.collection)
    assert not diagnosis.mismatched_cards and not diagnosis.mismatched_time_count


@pytest.mark.parametrize(
    ("name", "writes"),
    [(name, writes) for name, count in WRITE_COUNTS.items() for writes in range(count + 1)],
)
def test_interrupted_edit_is_completed_or_was_not_begun(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch, name: str, writes: int
) -> None:
    editing.rate("deck/one")
    before = state(editing)
    kill_after(monkeypatch, writes)
    with pytest.raises(Killed):
        EDITS[name](editing)
    start_again(editing, monkeypatch)
    interrupted = state(editing)
    if writes == 0:
        assert interrupted == before
        EDITS[name](editing)
    after = state(editing)
    assert after != before
    undo_last(editing.environment)
    assert state(editing) == before
    redo_last(editing.environment)
    assert state(editing) == after


@pytest.mark.parametrize(
    ("name", "writes"),
    [(name, writes) for name, count in WRITE_COUNTS.items() for writes in range(count + 1)],
)
def test_interrupted_undo_is_completed_or_was_not_begun(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch, name: str, writes: int
) -> None:
    editing.rate("deck/one")
    before = state(editing)
    EDITS[name](editing)
    after = state(editing)
    kill_after(monkeypatch, writes)
    with pytest.raises(Killed):
        undo_last(editing.environment)
    start_again(editing, monkeypatch)
    if writes == 0:
        assert state(editing) == after
        undo_last(editing.environment)
    assert state(editing) == before
    redo_last(editing.environment)
    assert state(editing) == after


def test_interrupted_edit_is_completed_before_the_next_undo(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_after(monkeypatch, 1)
    with pytest.raises(Killed):
        save(editing)
    monkeypatch.undo()
    assert undo_last(editing.environment) is not None
    assert editing.deck_file.read_text() == DECK


def test_file_changed_otherwise_after_an_interruption_stays(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_after(monkeypatch, 1)
    with pytest.raises(Killed):
        save(editing)
    text = editing.deck_file.read_text().replace("New", "Newer")
    editing.deck_file.write_text(text)
    start_again(editing, monkeypatch)
    assert editing.deck_file.read_text() == text
    assert undo_last(editing.environment) is None


def change_before_writing(monkeypatch: pytest.MonkeyPatch, path: Path, text: str) -> None:
    """Let another program change a file just before it is replaced."""

    def write(one: FileWrite) -> None:
        if path in (one.path, one.moved_from):
            path.write_text(text)
        file_writing.write_file(one)

    monkeypatch.setattr(edit_running, "write_file", write)


@pytest.mark.parametrize("name", ["save", "move", "delete", "delete deck"])
def test_change_by_another_program_is_never_overwritten(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = editing.files()
    outside = DECK + "# changed outside\n"
    change_before_writing(monkeypatch, editing.deck_file, outside)
    with pytest.raises(FileChangedMeanwhile, match="another program"):
        EDITS[name](editing)
    monkeypatch.undo()
    assert editing.files() == before | {"decks/deck.yaml": outside.encode()}
    assert undo_last(editing.environment) is None


def test_undo_keeps_changes_of_other_lines(editing: EditDriver) -> None:
    save(editing)
    editing.deck_file.write_text(editing.deck_file.read_text().replace("Answer two", "Changed outside"))
    undo_last(editing.environment)
    assert editing.deck_file.read_text() == DECK.replace("Answer two", "Changed outside")


def test_undo_of_an_added_or_deleted_note_keeps_changes_of_its_neighbours(editing: EditDriver) -> None:
    delete_notes(editing.environment, ["deck/two"])
    text = (
        editing.deck_file.read_text().replace("Answer one", "Outside 1").replace("Answer three", "Outside 3")
    )
    editing.deck_file.write_text(text)
    undo_last(editing.environment)
    expected = DECK.replace("Answer one", "Outside 1").replace("Answer three", "Outside 3")
    assert editing.deck_file.read_text() == expected


def test_undo_is_refused_if_the_note_was_changed_outside(editing: EditDriver) -> None:
    editing.rate("deck/one")
    save(editing)
    schedule = editing.schedule("deck/one")
    text = editing.deck_file.read_text().replace("New", "Newer")
    editing.deck_file.write_text(text)
    for _ in range(2):
        with pytest.raises(EditError, match="nothing was overwritten"):
            undo_last(editing.environment)
    assert editing.deck_file.read_text() == text
    assert editing.schedule("deck/one") == schedule
    editing.deck_file.write_text(text.replace("Newer", "New"))
    undo_last(editing.environment)
    assert editing.deck_file.read_text() == DECK


def test_failure_to_record_takes_the_files_back(editing: EditDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(editing)

    def fail(*_: object) -> None:
        raise StoreError("{path}", editing.root)

    monkeypatch.setattr(edit_running, "append_in_transaction", fail)
    for edit in EDITS.values():
        with pytest.raises(StoreError):
            edit(editing)
    monkeypatch.undo()
    assert state(editing) == before
    recover_edits(editing.collection, editing.time.clock())
    assert state(editing) == before


def test_file_that_cannot_be_written_is_reported(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = editing.files()

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(file_writing, "replace_content", fail)
    with pytest.raises(EditError, match=r"Permission denied\. Nothing was changed"):
        move(editing)
    assert editing.files() == before


def test_interrupted_edit_whose_next_file_cannot_be_written_is_completed_later(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(editing)
    kill_after(monkeypatch, 1)
    with pytest.raises(Killed):
        move(editing)
    monkeypatch.undo()
    editing.deck_file.chmod(0o444)
    recover_edits(editing.collection, editing.time.clock())
    assert editing.deck_file.read_text() == DECK
    editing.deck_file.chmod(0o644)
    start_again(editing, monkeypatch)
    assert "Question one" not in editing.deck_file.read_text()
    undo_last(editing.environment)
    assert state(editing) == before


def test_second_edit_at_the_same_time_is_refused(editing: EditDriver) -> None:
    with edit_running.edit_lock(editing.collection):
        with pytest.raises(StoreBusy):
            save(editing)
        recover_edits(editing.collection, editing.time.clock())
    assert editing.deck_file.read_text() == DECK
    with suppress(StoreBusy):
        save(editing)
    assert editing.deck_file.read_text() != DECK
