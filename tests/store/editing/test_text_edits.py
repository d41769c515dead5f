import pytest

from studyapp.core.study.journal import EntryId
from studyapp.store.collection import Collection
from studyapp.store.editing import text_edits
from studyapp.store.editing.text_edits import Direction


def log(collection: Collection, seq: int, content: str) -> None:
    with collection.transaction() as connection:
        edit_id = text_edits.add(connection, content)
        text_edits.begin(connection, edit_id, Direction.DO)
        text_edits.finish(connection, edit_id, EntryId("here", seq))


def logged(collection: Collection) -> list[str]:
    rows = collection.connection.execute("SELECT content FROM text_edit ORDER BY id").fetchall()
    return [content for (content,) in rows]


def test_log_keeps_the_newest_edits(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_edits, "MAX_EDITS", 3)
    for seq in range(1, 6):
        log(collection, seq, f"edit {seq}")
    assert logged(collection) == ["edit 3", "edit 4", "edit 5"]
    with collection.read_transaction() as connection:
        assert text_edits.load(connection, EntryId("here", 2)) is None
        found = text_edits.load(connection, EntryId("here", 5))
    assert found is not None and found.content == "edit 5"


def test_log_keeps_as_many_characters_as_allowed(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_edits, "MAX_CHARACTERS", 10)
    for seq, length in enumerate((4, 4, 4, 11), 1):
        log(collection, seq, "x" * length)
        assert logged(collection) == {1: ["xxxx"], 4: ["x" * 11]}.get(seq, ["xxxx"] * 2)


def test_edit_that_is_cancelled_is_forgotten(collection: Collection) -> None:
    with collection.transaction() as connection:
        edit_id = text_edits.add(connection, "edit")
        text_edits.begin(connection, edit_id, Direction.DO)
        assert text_edits.load_unfinished(connection) == [(edit_id, Direction.DO, "edit")]
        text_edits.cancel(connection, edit_id)
        assert text_edits.load_unfinished(connection) == []
    assert logged(collection) == []


def test_undo_that_is_cancelled_keeps_the_edit(collection: Collection) -> None:
    log(collection, 1, "edit")
    with collection.transaction() as connection:
        found = text_edits.load(connection, EntryId("here", 1))
        assert found is not None
        text_edits.begin(connection, found.edit_id, Direction.UNDO)
        text_edits.cancel(connection, found.edit_id)
    assert logged(collection) == ["edit"]
