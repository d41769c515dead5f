"""Renaming, deleting and restoring decks and notes in the window."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThread

from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Rating
from studyapp.services.editing.note_deletion import delete_notes
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.ui.deck_edits.bin_dialog import BinDialog
from studyapp.ui.deck_edits.rename_deck_dialog import RenameDeckDialog
from studyapp.ui.dialogs import modal_dialogs
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import MINUTE, AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


def open_window(app: AppDriver, title: object = "The deck") -> Path:
    path = app.write_deck(basic_note("a"), basic_note("b"), title=title)
    app.open_window()
    app.wait_until(lambda: app.window.library_reader.was_read)
    return path


def titles(app: AppDriver) -> list[str]:
    return [row.title for row in app.decks_page.deck_list.tree.rows]


def rename_dialog(app: AppDriver) -> RenameDeckDialog:
    app.window.deck_edits.rename("d")
    return app.window.findChildren(RenameDeckDialog)[-1]


def bin_texts(app: AppDriver) -> tuple[BinDialog, list[str]]:
    app.window.deck_edits.show_bin()
    dialog = app.window.findChildren(BinDialog)[-1]
    return dialog, [dialog.item_list.item(row).text() for row in range(dialog.item_list.count())]


class CloseWatcher(QObject):
    """Tells other threads that a window has begun to close."""

    def __init__(self) -> None:
        super().__init__()
        self.is_closing = threading.Event()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides a method of Qt
        if event.type() is QEvent.Type.Close:
            self.is_closing.set()
        return False


def delete_note(app: AppDriver, key: str) -> None:
    app.window.deck_edits._run_now(lambda environment: delete_notes(environment, [key]))


def test_renaming_a_deck_changes_its_title_and_nothing_else(app: AppDriver) -> None:
    path = open_window(app)
    before = path.read_text(encoding="utf-8")
    dialog = rename_dialog(app)
    dialog.field_by_language[""].setText("  Another title ")
    dialog.rename_button.click()
    app.wait_until(lambda: titles(app) == ["Another title"])
    assert path.read_text(encoding="utf-8") == before.replace("The deck", "Another title")


def test_each_language_of_a_title_is_renamed(app: AppDriver) -> None:
    path = open_window(app, {"en": "Deck", "zh-Hant": "牌組"})
    dialog = rename_dialog(app)
    assert list(dialog.field_by_language) == ["en", "zh-Hant"]
    dialog.field_by_language["zh-Hant"].setText("新牌組")
    dialog.rename_button.click()
    app.wait_until(lambda: "新牌組" in path.read_text(encoding="utf-8"))


def test_an_empty_title_is_refused(app: AppDriver) -> None:
    open_window(app)
    dialog = rename_dialog(app)
    dialog.field_by_language[""].setText(" ")
    dialog.rename_button.click()
    assert dialog.isVisible()
    assert dialog.field_error.text() == "Enter a title."


def test_a_deleted_deck_returns_with_undo(app: AppDriver) -> None:
    path = open_window(app)
    content = path.read_bytes()
    app.window.deck_edits.delete("d")
    panel = app.decks_page.attention_panel
    app.wait_until(lambda: titles(app) == [] and panel.isVisible())
    assert panel.notice_label.text() == "The deck “The deck” is in the bin now."
    assert not path.exists()
    panel.action_button.click()
    app.wait_until(lambda: titles(app) == ["The deck"])
    assert path.read_bytes() == content
    assert panel.notice_label.text() == "Undid: Delete deck"


def test_undo_key_on_the_decks_page_takes_back_an_edit_without_a_session(app: AppDriver) -> None:
    path = open_window(app)
    content = path.read_bytes()
    delete_note(app, "d/a")
    assert path.read_bytes() != content
    app.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    app.wait_until(lambda: path.read_bytes() == content)
    assert not app.is_reviewing
    app.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    app.wait_until(lambda: path.read_bytes() != content)


def test_redo_while_an_undo_is_being_finished_follows_it(app: AppDriver) -> None:
    path = open_window(app)
    delete_note(app, "d/a")
    delete_note(app, "d/b")
    content = path.read_bytes()
    notices: list[str] = []
    app.window.deck_edits.changed.connect(
        lambda: notices.append(app.decks_page.attention_panel.notice_label.text())
    )
    page = app.window.current_page
    for step in (page.undo, page.undo, page.redo, page.redo, page.undo):
        step()
    assert notices == []
    app.wait_until(lambda: len(notices) == 5)
    undone, redone = "Undid: Delete", "Redid: Delete"
    assert notices == [undone, undone, redone, redone, undone]
    assert path.read_bytes() != content
    app.window.current_page.redo()
    app.wait_until(lambda: path.read_bytes() == content)
    assert not app.is_reviewing


def test_undo_of_a_rating_while_an_edit_is_being_undone_follows_it(app: AppDriver) -> None:
    path = open_window(app)
    app.window.start_session()
    app.review_page.reveal()
    app.review_page.rate(Rating.GOOD)
    app.window.show_decks()
    content = path.read_bytes()
    delete_note(app, "d/b")
    page = app.window.current_page
    page.undo()
    page.undo()
    app.wait_until(lambda: app.is_reviewing)
    assert path.read_bytes() == content
    assert [row["kind"] for row in app.journal_rows()].count(EntryKind.UNDO) == 2


def test_after_an_undo_that_failed_what_waited_is_not_done(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user asked for it before they knew that."""
    path = open_window(app)
    shown: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_error", lambda _, text: shown.append(text))
    delete_note(app, "d/a")
    without_a = path.read_bytes()
    delete_note(app, "d/b")
    without_both = path.read_bytes()
    path.write_bytes(without_both + b"\n# changed by another program\n")
    app.window.current_page.undo()
    app.window.current_page.undo()
    app.wait_until(lambda: bool(shown))
    app.wait_until_idle()
    assert len(shown) == 1
    path.write_bytes(without_both)
    app.window.current_page.undo()
    app.wait_until(lambda: path.read_bytes() != without_both)
    app.wait_until_idle()
    assert path.read_bytes() == without_a


def test_the_undo_of_a_notice_undoes_nothing_else(app: AppDriver) -> None:
    path = open_window(app)
    app.write_deck(basic_note("x"), deck="other")
    app.window.refresh_library()
    app.wait_until(lambda: len(titles(app)) == 2)
    app.window.deck_edits.delete("d")
    panel = app.decks_page.attention_panel
    app.wait_until(lambda: len(titles(app)) == 1 and panel.isVisible())
    app.window.start_session()
    app.review_page.reveal()
    app.review_page.rate(Rating.GOOD)
    app.window.show_decks()
    panel.action_button.click()
    assert panel.notice_label.text().startswith("Something else was done since. Undo it first: ")
    assert not path.exists()
    assert not app.is_reviewing


def test_closing_the_window_waits_for_an_edit(app: AppDriver) -> None:
    path = open_window(app)
    content = path.read_bytes()
    window, close_watcher = app.window, CloseWatcher()
    window.installEventFilter(close_watcher)

    def delete_when_closing(environment: EditEnvironment) -> None:
        close_watcher.is_closing.wait(TIMEOUT_SECONDS)
        delete_notes(environment, ["d/a"])

    window.deck_edits._runner.run(delete_when_closing, lambda _: None)
    window.close()
    assert not [task for task in window.findChildren(QThread) if task.isRunning()]
    assert path.read_bytes() != content


def test_a_deck_that_comes_with_the_program_is_not_deleted(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_error", lambda _, text: errors.append(text))
    path = open_window(app)
    monkeypatch.setattr("studyapp.paths.bundled_decks_folder", lambda: app.decks_folder)
    app.window.deck_edits.delete("d")
    app.wait_until(lambda: bool(errors))
    assert "comes with StudyApp" in errors[0]
    assert path.exists()


def test_deleted_notes_and_decks_are_listed_and_restored(app: AppDriver) -> None:
    path = open_window(app)
    delete_note(app, "d/b")
    app.now += MINUTE
    app.window.deck_edits.delete("d")
    app.wait_until(lambda: app.decks_page.attention_panel.isVisible())
    dialog, texts = bin_texts(app)
    assert [text.split(" · ")[:2] for text in texts] == [
        ["Deck The deck", texts[0].split(" · ")[1]],
        ["Question b?", "The deck"],
    ]
    dialog.item_list.selectAll()
    dialog.restore_button.click()
    assert dialog.message_banner.text() == ""
    assert dialog.title_label.text() == "The bin is empty"
    assert not dialog.restore_button.isEnabled()
    app.wait_until(lambda: titles(app) == ["The deck"])
    assert "Question b?" in path.read_text(encoding="utf-8")


def test_emptying_the_bin_asks_first(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    open_window(app)
    delete_note(app, "d/b")
    questions: list[str] = []
    answers = [False, True]

    def confirm(_parent: object, text: str) -> bool:
        questions.append(text)
        return answers[len(questions) - 1]

    monkeypatch.setattr(modal_dialogs, "confirm_empty_bin", confirm)
    dialog, texts = bin_texts(app)
    dialog.empty_button.click()
    assert dialog.item_list.count() == len(texts) == 1
    dialog.empty_button.click()
    assert dialog.item_list.count() == 0
    assert questions[0] == "1 note or deck will be deleted for good. This can't be undone."


def test_a_note_whose_deck_is_gone_is_explained(app: AppDriver) -> None:
    path = open_window(app)
    delete_note(app, "d/b")
    path.unlink()
    app.window.refresh_library()
    app.wait_until(lambda: titles(app) == [])
    dialog, _ = bin_texts(app)
    dialog.item_list.selectAll()
    dialog.restore_button.click()
    assert dialog.message_banner.isVisible()
    assert dialog.item_list.count() == 1
