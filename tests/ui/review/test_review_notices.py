"""Messages on the review page: they never move the card, and they go away with the next action."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.dialogs import modal_dialogs
from tests.ui.app_driver import AppDriver, basic_note

Key = Qt.Key


def rect_in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def card_rects(app: AppDriver) -> list[QRect]:
    page = app.review_page
    return [rect_in_window(widget) for widget in (page.card_frame, page.scroll_area, page.reveal_button)]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (1120, 760), (1900, 1200)])
def test_messages_do_not_move_the_card_or_cover_the_buttons(
    app: AppDriver, size: tuple[int, int], text_size: int
) -> None:
    app.app_settings.text_size = text_size
    page = app.study(basic_note("a"))
    app.window.resize(*size)
    QApplication.processEvents()
    before = card_rects(app)
    messages: tuple[Callable[[], None], ...] = (
        lambda: page.notice_bar.show_message("Short.", is_info=True),
        lambda: page.notice_bar.show_message("A message of several lines. " * 4),
    )
    for show in messages:
        show()
        QApplication.processEvents()
        assert card_rects(app) == before
        notice = rect_in_window(page.notice_bar)
        assert app.window.rect().contains(notice)
        assert not notice.intersects(rect_in_window(page.reveal_button))
        assert not notice.intersects(rect_in_window(page.header.menu_button))
        assert page.banner.height() >= page.banner.heightForWidth(page.banner.width())


def test_message_follows_the_size_of_the_window(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.window.resize(1120, 760)
    page.notice_bar.show_message("A message of several lines. " * 8)
    QApplication.processEvents()
    wide = page.notice_bar.size()
    app.window.resize(640, 480)
    QApplication.processEvents()
    assert page.notice_bar.width() < wide.width()
    assert page.notice_bar.height() > wide.height()


def test_short_message_covers_no_part_of_the_card(app: AppDriver) -> None:
    page = app.study(basic_note("a", back="\n\n".join("line" for _ in range(60))))
    app.press(Key.Key_Space)
    page.notice_bar.show_message("Short.", is_info=True)
    QApplication.processEvents()
    assert not rect_in_window(page.notice_bar).intersects(rect_in_window(page.scroll_area))


def test_information_goes_away_with_the_answer_and_warnings_with_the_rating(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.press(Key.Key_Minus)
    assert page.banner.text() == "Buried until tomorrow. Undo: Ctrl+Z"
    app.press(Key.Key_Space)
    assert not page.notice_bar.isVisible()
    page.notice_bar.show_message("Warning")
    app.press(Key.Key_3)
    assert not page.notice_bar.isVisible()
    page.notice_bar.show_message("Warning")
    app.press(Key.Key_Space)
    assert page.banner.isVisible()


def test_reset_and_due_date_are_confirmed(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    page.reset_card()
    assert page.banner.text() == "Reset to a new card. Undo: Ctrl+Z"
    for days, text in ((3, "Due in 3 days."), (1, "Due in 1 day."), (0, "Due today.")):
        monkeypatch.setattr(modal_dialogs, "ask_days_until_due", lambda _parent, _today, days=days: days)
        page.set_due_date()
        assert page.banner.text() == f"{text} Undo: Ctrl+Z"
        assert page.notice_bar.isVisible()
        app.press_ctrl(Key.Key_Z)
