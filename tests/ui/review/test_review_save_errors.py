"""Ratings that can't be saved, and cards rated in another session."""

import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.diagnostics.program_log import logs_folder, recent_log_lines
from studyapp.store.collection import Collection
from tests.ui.app_driver import AppDriver, basic_note, text_of

Key = Qt.Key


def lock_database(app: AppDriver) -> Callable[[], object]:
    """Lock the database from another connection, and let the app fail at once instead of after its busy timeout."""
    app.collection.connection.execute("PRAGMA busy_timeout = 1")
    other_connection = sqlite3.connect(app.collection_file, isolation_level=None)
    other_connection.execute("BEGIN IMMEDIATE")
    return other_connection.close


def make_database_read_only(app: AppDriver) -> Callable[[], object]:
    app.collection.connection.execute("PRAGMA query_only = ON")
    return lambda: app.collection.connection.execute("PRAGMA query_only = OFF")


def fill_disk(app: AppDriver) -> Callable[[], object]:
    """Limit the database to its current size and make the next write need another page."""
    connection = app.collection.connection
    connection.execute("CREATE TABLE IF NOT EXISTS filler (words BLOB)")
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (size * 3,))
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    connection.execute(
        "CREATE TEMP TRIGGER IF NOT EXISTS grow BEFORE INSERT ON main.entry BEGIN "
        f"INSERT INTO filler VALUES (zeroblob({size * 3})); END"
    )
    return lambda: connection.execute("PRAGMA max_page_count = 100000")


@pytest.mark.parametrize(
    ("block_writes", "reason"),
    [
        (lock_database, "another program or a running import is writing"),
        (make_database_read_only, "Allow writing to its folder"),
        (fill_disk, "the disk is full"),
    ],
)
def test_failed_write_keeps_card_and_retry_works(
    app: AppDriver, block_writes: Callable[[AppDriver], Callable[[], object]], reason: str
) -> None:
    page = app.study(*(basic_note(name) for name in "abcd"))
    for entry_count, key in enumerate((Key.Key_3, Key.Key_Minus, Key.Key_At)):
        app.press(Key.Key_Space)
        restore = block_writes(app)
        app.press(key)
        assert page.banner.isVisible()
        assert (
            "ERROR the collection can't be used error=sqlite3."
            in recent_log_lines(logs_folder(app.data_folder))[-1]
        )
        assert page.banner.text().startswith("Not saved. ")
        assert reason in page.banner.text()
        name = "abc"[entry_count]
        assert text_of(page.card_view) == f"Question {name}? Answer {name}."
        assert len(app.journal_rows()) == entry_count
        restore()
        app.press(key)
        assert page.banner.text().startswith(("Buried", "Suspended")) or not page.banner.isVisible()
        assert [row["note"] for row in app.journal_rows()] == list("abc"[: entry_count + 1])
        assert text_of(page.card_view) == f"Question {'bcd'[entry_count]}?"


def test_rating_is_not_shown_as_saved_while_the_collection_is_elsewhere(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    moved = app.collection_file.with_name("moved.db")
    app.collection_file.rename(moved)
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    assert page.banner.text().startswith("Not saved. ") and "was moved" in page.banner.text()
    assert text_of(page.card_view) == "Question a? Answer a."
    assert not app.collection_file.exists()
    moved.rename(app.collection_file)
    app.press(Key.Key_3)
    assert text_of(page.card_view) == "Question b?"
    assert [row["note"] for row in app.journal_rows()] == ["a"]


def test_window_waits_for_a_lock_for_less_time_than_background_tasks(app: AppDriver) -> None:
    app.study(basic_note("a"))
    with Collection(app.collection_file, lambda: "background") as background:
        timeouts = [
            collection.connection.execute("PRAGMA busy_timeout").fetchone()[0]
            for collection in (app.collection, background)
        ]
    assert timeouts == [500, 5000]


def test_failed_undo_shows_error_and_changes_nothing(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    restore = lock_database(app)
    app.press_ctrl(Key.Key_Z)
    assert page.banner.isVisible()
    assert text_of(page.card_view) == "Question b?"
    restore()
    app.press_ctrl(Key.Key_Z)
    assert text_of(page.banner) == "Undid: Good"
    assert text_of(page.card_view) == "Question a?"


def test_card_rated_in_another_session_is_not_rated_twice(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    close_other = rate_in_another_session(app)
    app.press(Key.Key_3)
    assert app.ratings() == [("a", Rating.EASY)]
    assert text_of(page.card_view) == "Question b?"
    close_other()


def rate_in_another_session(app: AppDriver) -> Callable[[], object]:
    """Rate the current card from another session."""
    from studyapp.services.study.session_creation import create_session

    other = Collection(app.collection_file, lambda: "other")
    study = create_session(other, app.clock, ["d"], CardLanguages.ENGLISH)
    study.show_next()
    study.reveal()
    study.rate(app.card.id, Rating.EASY)
    return other.close
