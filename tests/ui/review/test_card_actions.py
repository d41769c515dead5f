"""What else can be done to the card on screen: flags, putting away, its day, its history; and redo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from studyapp.core.study.journal import EntryKind
from studyapp.core.study.study_options import StudyOptions
from studyapp.ui.card.card_info_dialog import CardInfoDialog
from studyapp.ui.kit import modal_dialogs
from tests.ui.room import DAY, Room, basic, typed, words_of

Key = Qt.Key
CLOZE = {"id": "x", "text": "{{c1::x}} {{c2::y}}"}


def press(room: Room, keys: str) -> None:
    """The keys of a shortcut, as the person presses them."""
    QTest.keySequence(room.window, QKeySequence(keys))


def kinds(room: Room) -> list[tuple[str, EntryKind]]:
    return [(f"{row['note']}#{row['ordinal']}", EntryKind(row["kind"])) for row in room.journal()]


def test_a_flag_is_told_by_word_and_stays_with_the_card(room: Room) -> None:
    page = room.study(basic("a"))
    press(room, "Ctrl+1")
    assert page.caption_label.text() == "⚑ Red flag"
    assert page.caption_label.isVisible()
    press(room, "Ctrl+3")
    assert page.caption_label.text() == "⚑ Green flag"
    page.reveal()
    press(room, "Ctrl+3")
    assert page.caption_label.text() == ""
    assert words_of(page.card_view) == "Question a? Answer a."
    assert [kind for _, kind in kinds(room)] == [EntryKind.FLAG] * 3


@pytest.mark.parametrize(
    ("key", "kind", "cards"),
    [
        ("-", EntryKind.BURY, ["x#1"]),
        ("=", EntryKind.BURY, ["x#1", "x#2"]),
        ("@", EntryKind.SUSPEND, ["x#1"]),
        ("!", EntryKind.SUSPEND, ["x#1", "x#2"]),
        ("Ctrl+Alt+N", EntryKind.RESET, ["x#1"]),
    ],
)
def test_a_card_or_its_note_is_put_away(room: Room, key: str, kind: EntryKind, cards: list[str]) -> None:
    room.study(CLOZE, basic("z"))
    press(room, key)
    assert kinds(room) == [(card, kind) for card in cards]
    room.control(Key.Key_Z)
    assert room.card.note.id == "x"


def test_the_day_of_a_card_is_asked_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.study(basic("a"), basic("b"))
    monkeypatch.setattr(modal_dialogs, "ask_days_until_due", lambda parent: None)
    press(room, "Ctrl+Shift+D")
    assert room.journal() == []
    monkeypatch.setattr(modal_dialogs, "ask_days_until_due", lambda parent: 5)
    press(room, "Ctrl+Shift+D")
    (row,) = room.journal()
    assert (row["note"], row["kind"], row["due_day"] - row["day"]) == ("a", EntryKind.SET_DUE, 5)
    assert room.card.note.id == "b"


@pytest.mark.parametrize("keys", ["Ctrl+Shift+Z", "Ctrl+Y"])
def test_redo_does_again_what_was_taken_back(room: Room, keys: str) -> None:
    room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.control(Key.Key_Z)
    assert room.card.note.id == "a"
    press(room, keys)
    assert room.card.note.id == "b"
    assert room.review.prompt is not None
    assert room.review.prompt.session_rating_count == 1


def test_redo_over_a_field_to_type_in(room: Room) -> None:
    room.study(typed("t", "x"), basic("b"))
    room.press(Key.Key_Return)
    room.press(Key.Key_4)
    room.control(Key.Key_Z)
    assert room.card.note.id == "t"
    press(room, "Ctrl+Y")
    assert room.card.note.id == "b"


def test_redo_from_the_decks_page(room: Room) -> None:
    room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.control(Key.Key_Z)
    room.press(Key.Key_Escape)
    press(room, "Ctrl+Y")
    assert room.is_reviewing
    room.press(Key.Key_Escape)
    press(room, "Ctrl+Y")
    assert not room.is_reviewing


def info_of(room: Room) -> CardInfoDialog:
    press(room, "I")
    (dialog,) = room.review.findChildren(CardInfoDialog)
    return dialog


@pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
def test_what_is_known_of_a_new_card(room: Room) -> None:
    room.study(basic("a"))
    dialog = info_of(room)
    assert dict(dialog.info_rows()) == {"State": "New", "Reviews": "0", "Lapses": "0"}
    assert [dialog.history_list.item(row).text() for row in range(dialog.history_list.count())] == [
        "Never studied"
    ]


@pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
def test_what_is_known_of_a_card_with_a_history(room: Room) -> None:
    room.study(basic("a"))
    room.press(Key.Key_Space)
    room.now += 4_000
    room.press(Key.Key_4)
    room.now += 40 * DAY
    room.window.start_session()
    press(room, "Ctrl+2")
    figures = dict(info_of(room).info_rows())
    assert figures["State"] == "Review · ⚑ Orange flag"
    assert (figures["Reviews"], figures["Lapses"]) == ("1", "0")
    assert figures["Stability"] == "8 days"
    (dialog,) = room.review.findChildren(CardInfoDialog)
    lines = [dialog.history_list.item(row).text() for row in range(dialog.history_list.count())]
    assert "⚑ Orange flag" in lines[0]
    assert "Easy · 4 seconds · Due " in lines[1]
    dialog.grab()


def test_a_leech_is_spoken_of(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    press(room, "-")
    room.press(Key.Key_Escape)
    room.now += DAY
    for _ in range(StudyOptions().leech_threshold):
        room.window.start_session(limits=None)
        while page.prompt is not None and page.prompt.card.note.id != "a":
            press(room, "-")
        page.reveal()
        room.press(Key.Key_4)
        room.now += 400 * DAY
        room.window.start_session()
        while page.prompt is not None and page.prompt.card.note.id != "a":
            press(room, "-")
        page.reveal()
        assert not page.banner.isVisible()
        room.press(Key.Key_1)
        room.now += 20 * 60_000
    assert page.banner.isVisible()
    assert "Leech: you keep forgetting “Question a?”." in page.banner.text()
