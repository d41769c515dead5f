"""Actions on the current card: flag, bury, suspend, reset, set due date, card info; and redo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.journal import EntryKind
from studyapp.ui.card.card_info_dialog import CardInfoDialog
from studyapp.ui.card.history_table import HistoryTable
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import theme
from tests.ui.app_driver import DAY, AppDriver, basic_note, text_of, typed_note

Key = Qt.Key
CLOZE_NOTE = {"id": "x", "text": "{{c1::x}} {{c2::y}}"}


def press_shortcut(app: AppDriver, shortcut: str) -> None:
    """Press the keys of a shortcut."""
    QTest.keySequence(app.window, QKeySequence(shortcut))


def entry_kinds(app: AppDriver) -> list[tuple[str, EntryKind]]:
    return [(f"{row['note']}#{row['ordinal']}", EntryKind(row["kind"])) for row in app.journal_rows()]


def test_flag_is_named_above_the_card_and_can_be_removed(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    press_shortcut(app, "Ctrl+1")
    assert (
        page.card_frame.caption_label.text()
        == f'<span style="color: {theme.flag_colour(1)}">⚑</span> Red flag'
    )
    assert page.card_frame.caption_label.isVisible()
    press_shortcut(app, "Ctrl+3")
    assert (
        page.card_frame.caption_label.text()
        == f'<span style="color: {theme.flag_colour(3)}">⚑</span> Green flag'
    )
    page.reveal()
    press_shortcut(app, "Ctrl+3")
    assert page.card_frame.caption_label.text() == ""
    assert text_of(page.card_view) == "Question a? Answer a."
    assert [kind for _, kind in entry_kinds(app)] == [EntryKind.FLAG] * 3


@pytest.mark.parametrize(
    ("shortcut", "kind", "cards"),
    [
        ("-", EntryKind.BURY, ["x#1"]),
        ("=", EntryKind.BURY, ["x#1", "x#2"]),
        ("@", EntryKind.SUSPEND, ["x#1"]),
        ("!", EntryKind.SUSPEND, ["x#1", "x#2"]),
        ("Ctrl+Alt+N", EntryKind.RESET, ["x#1"]),
    ],
)
def test_shortcut_applies_to_card_or_whole_note_and_is_undone_as_one(
    app: AppDriver, shortcut: str, kind: EntryKind, cards: list[str]
) -> None:
    app.study(CLOZE_NOTE, basic_note("z"))
    press_shortcut(app, shortcut)
    assert entry_kinds(app) == [(card, kind) for card in cards]
    app.press_ctrl(Key.Key_Z)
    assert app.card.note.id == "x"


def test_set_due_date_asks_for_days(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.study(basic_note("a"), basic_note("b"))
    monkeypatch.setattr(modal_dialogs, "ask_days_until_due", lambda parent, today: None)
    press_shortcut(app, "Ctrl+Shift+D")
    assert app.journal_rows() == []
    monkeypatch.setattr(modal_dialogs, "ask_days_until_due", lambda parent, today: 5)
    press_shortcut(app, "Ctrl+Shift+D")
    (row,) = app.journal_rows()
    assert (row["note"], row["kind"], row["due_day"] - row["day"]) == ("a", EntryKind.SET_DUE, 5)
    assert app.card.note.id == "b"


@pytest.mark.parametrize("shortcut", ["Ctrl+Shift+Z", "Ctrl+Y"])
def test_redo_repeats_undone_rating(app: AppDriver, shortcut: str) -> None:
    app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press_ctrl(Key.Key_Z)
    assert app.card.note.id == "a"
    press_shortcut(app, shortcut)
    assert app.card.note.id == "b"
    assert app.review_page.prompt is not None
    assert app.review_page.prompt.session_rating_count == 1


def test_redo_works_in_answer_field(app: AppDriver) -> None:
    app.study(typed_note("t", "x"), basic_note("b"))
    app.press(Key.Key_Return)
    app.press(Key.Key_4)
    app.press_ctrl(Key.Key_Z)
    assert app.card.note.id == "t"
    press_shortcut(app, "Ctrl+Y")
    assert app.card.note.id == "b"


def test_redo_works_from_decks_page(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press_ctrl(Key.Key_Z)
    app.press(Key.Key_Escape)
    press_shortcut(app, "Ctrl+Y")
    assert app.is_reviewing
    app.press(Key.Key_Escape)
    press_shortcut(app, "Ctrl+Y")
    assert not app.is_reviewing


def open_card_info(app: AppDriver) -> CardInfoDialog:
    press_shortcut(app, "I")
    (dialog,) = app.review_page.findChildren(CardInfoDialog)
    return dialog


@pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
def test_card_info_of_new_card(app: AppDriver) -> None:
    app.study(basic_note("a"))
    dialog = open_card_info(app)
    assert dict(dialog.info_rows()) == {"State": "New", "Reviews": "0", "Lapses": "0"}
    assert not dialog.findChildren(HistoryTable)
    assert any(label.text().startswith("This card is new.") for label in dialog.findChildren(QLabel))


@pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
def test_card_info_shows_history(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.now += 4_000
    app.press(Key.Key_4)
    app.now += 40 * DAY
    app.window.start_session()
    press_shortcut(app, "Ctrl+2")
    info = dict(open_card_info(app).info_rows())
    assert info["State"] == "Review · ⚑ Orange flag"
    assert (info["Reviews"], info["Lapses"]) == ("1", "0")
    assert info["Stability"] == "8 days"
    (dialog,) = app.review_page.findChildren(CardInfoDialog)
    assert _history(dialog) == [
        ("⚑ Orange flag", "", "", "", "", ""),
        ("Easy", "", "7 days", "8.3 days", "4.0 s", ""),
    ]
    (reason,) = [label.text() for label in dialog.findChildren(QLabel) if "You rated it" in label.text()]
    assert "It comes back after 7 days." in reason
    assert "Your desired retention of 90% is reached after 8.3 days." in reason
    dialog.grab()


def _history(dialog: CardInfoDialog) -> list[tuple[str, ...]]:
    """The rows of the history without the dates."""
    (table,) = dialog.findChildren(HistoryTable)
    cells = [
        [table.item(row, column) for column in range(1, table.columnCount())]
        for row in range(table.rowCount())
    ]
    return [tuple(cell.text() if cell else "" for cell in row) for row in cells]


def test_leech_is_reported_at_the_threshold(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    press_shortcut(app, "-")
    app.press(Key.Key_Escape)
    app.now += DAY
    for _ in range(StudyOptions().leech_threshold):
        app.window.start_session(limits=None)
        while page.prompt is not None and page.prompt.card.note.id != "a":
            press_shortcut(app, "-")
        page.reveal()
        app.press(Key.Key_4)
        app.now += 400 * DAY
        app.window.start_session()
        while page.prompt is not None and page.prompt.card.note.id != "a":
            press_shortcut(app, "-")
        page.reveal()
        assert not page.banner.isVisible()
        app.press(Key.Key_1)
        app.now += 20 * 60_000
    assert page.banner.isVisible()
    assert "Leech: you keep forgetting “Question a?”." in page.banner.text()
