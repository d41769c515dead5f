"""Undoing ratings, and burying and suspending cards."""

import pytest
from PySide6.QtCore import Qt

from studyapp.core.study.journal import EntryKind
from tests.ui.app_driver import DAY, AppDriver, basic_note, text_of, typed_note

Key = Qt.Key


def test_undo_in_answer_field_undoes_typing_before_rating(app: AppDriver) -> None:
    page = app.study(basic_note("a"), typed_note("t", "1"))
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    app.type_text("5")
    app.press_ctrl(Key.Key_Z)
    assert page.answer_field.text() == ""
    assert app.card.note.id == "t"
    app.press_ctrl(Key.Key_Z)
    assert app.card.note.id == "a"
    assert app.journal_rows()[-1]["kind"] == EntryKind.UNDO


def test_undo_restores_previous_card(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press_ctrl(Key.Key_Z)
    assert text_of(page.card_view) == "Question a?"
    assert page.header.counts_label.text() == "2 new · 0 learning · 0 due"
    assert page.header.progress_bar.value() == 0
    assert [row["kind"] for row in app.journal_rows()] == [EntryKind.REVIEW, EntryKind.UNDO]


def test_undo_works_from_finished_screen(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert page.prompt is None
    app.press_ctrl(Key.Key_Z)
    assert text_of(page.card_view) == "Question a?"
    assert page.card_view.isVisible()


def test_undo_works_from_decks_page(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press(Key.Key_Escape)
    assert not app.is_reviewing
    app.press_ctrl(Key.Key_Z)
    assert app.is_reviewing
    assert app.card.note.id == "a"


def test_undo_with_empty_history_stays_on_decks_page(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    app.press_ctrl(Key.Key_Z)
    assert not app.is_reviewing
    assert app.journal_rows() == []


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Key.Key_Minus, EntryKind.BURY),
        (Key.Key_Equal, EntryKind.BURY),
        (Key.Key_At, EntryKind.SUSPEND),
        (Key.Key_Exclam, EntryKind.SUSPEND),
    ],
)
def test_card_can_be_buried_or_suspended_before_and_after_reveal(
    app: AppDriver, key: Key, kind: EntryKind
) -> None:
    page = app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.press(key)
    assert text_of(page.card_view) == "Question b?"
    app.press(Key.Key_Space)
    app.press(key)
    assert [(row["note"], row["kind"]) for row in app.journal_rows()] == [("a", kind), ("b", kind)]
    assert text_of(page.card_view) == "Question c?"
    assert page.header.counts_label.text() == "1 new · 0 learning · 0 due"


def test_buried_card_returns_next_day_but_suspended_card_does_not(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Minus)
    app.press(Key.Key_At)
    app.now += DAY
    app.press_ctrl(Key.Key_S)
    assert app.card.note.id == "a"
    assert app.prompt.counts.total == 1
