"""What is offered after a card was rated Again: its explanation, its source and its prerequisites."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.card.answer_dialog import AnswerDialog
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.review.forgotten_card import ForgottenCardLinks
from tests.ui.app_driver import AppDriver, Note, basic_note, click, typed_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (propagateSizeHints|raise)")

Key = Qt.Key
SOURCE = {"title": "An article", "author": "Jane Doe", "date": "2022-12-01"}


def forget(app: AppDriver, note: Note, **header: Any) -> ForgottenCardLinks:
    """Rate a card Again; its prerequisite, if any, and another card follow it in the deck."""
    app.write_deck(basic_note("base"), note, basic_note("other"), **header)
    window = app.open_window()
    window.start_session()
    while app.card.note.id != note["id"]:
        app.press(Key.Key_Space)
        app.press(Key.Key_4)
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    return app.review_page.forgotten_links


def shown(links: ForgottenCardLinks) -> list[str]:
    return [button.text() for button in links.buttons if button.isVisible()]


def open_dialog(app: AppDriver) -> AnswerDialog:
    (dialog,) = app.window.findChildren(AnswerDialog)
    return dialog


def rect_in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def test_only_what_the_card_has_is_offered(app: AppDriver) -> None:
    links = forget(app, basic_note("top"))
    assert shown(links) == ["Answer (W)"]


def test_explanation_source_and_prerequisites_are_offered_until_the_next_rating(app: AppDriver) -> None:
    links = forget(app, basic_note("top", why="Because.", requires=["base"]), source=SOURCE)
    assert shown(links) == ["Why (W)", "Source (O)", "Prerequisites (P)"]
    assert links.prerequisites_button.toolTip() == "Question base?"
    app.type_text("!")
    app.press_ctrl(Key.Key_Z)
    assert shown(links) == []


def test_flag_and_answer_of_the_next_card_leave_the_links(app: AppDriver) -> None:
    links = forget(app, basic_note("top", why="Because."))
    app.press_ctrl(Key.Key_1)
    app.press(Key.Key_Space)
    assert shown(links) == ["Why (W)"]
    app.press(Key.Key_3)
    assert shown(links) == []


def test_undo_takes_the_links_away(app: AppDriver) -> None:
    links = forget(app, basic_note("top", why="Because."))
    app.press_ctrl(Key.Key_Z)
    assert app.card.note.id == "top"
    assert shown(links) == []


def test_prerequisites_come_next(app: AppDriver) -> None:
    app.write_deck(basic_note("top", requires=["base"]), basic_note("other"), basic_note("base"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "new_order", "deck")
    app.window.start_session()
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    app.type_text("P")
    assert app.card.note.id == "base"
    assert shown(app.review_page.forgotten_links) == []
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert app.ratings() == [("top", 1), ("base", 4)]


def test_the_answer_is_shown_in_a_window_with_what_was_typed(app: AppDriver) -> None:
    note = {**typed_note("t", "right"), "why": "Because.", "section": "3"}
    app.write_deck(note, basic_note("other"), source=SOURCE)
    app.open_window()
    app.window.start_session()
    app.type_text("wrong")
    app.press(Key.Key_Return)
    app.press(Key.Key_1)
    app.type_text("W")
    dialog = open_dialog(app)
    text = dialog.card_frame.card_view.toPlainText()
    assert "Type t" in text
    assert "Because." in text
    assert "WRONG" in text
    assert dialog.source_label.text() == "An article · Jane Doe · 2022-12-01 · Section 3"
    app.press(Key.Key_Escape)
    assert app.card.note.id == "other"
    assert app.ratings() == [("t", 1)]


def test_explanation_of_an_option_counts(app: AppDriver) -> None:
    options = [{"text": "yes", "right": True}, {"text": "no", "why": "A common mistake."}]
    app.write_deck({"id": "c", "type": "choice", "front": "Choose", "options": options}, basic_note("other"))
    app.open_window()
    app.window.start_session()
    app.type_text("2")
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    assert shown(app.review_page.forgotten_links) == ["Why (W)"]


def test_source_without_a_link_is_named(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(modal_dialogs, "open_link", lambda _parent, url: opened.append(url))
    links = forget(app, basic_note("top", section="appendix"), source=SOURCE)
    click(links.source_button)
    assert app.review_page.banner.text() == "Source: An article · Jane Doe · 2022-12-01 · Appendix"
    assert opened == []


def test_link_of_the_source_is_opened(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(modal_dialogs, "open_link", lambda _parent, url: opened.append(url))
    forget(app, basic_note("top"), source=SOURCE | {"link": "https://example.org/a"})
    app.type_text("O")
    assert opened == [QUrl("https://example.org/a")]


def test_source_of_the_answer_on_screen(app: AppDriver) -> None:
    app.write_deck(basic_note("a", section="2"), source=SOURCE)
    app.open_window()
    app.window.start_session()
    app.type_text("O")
    assert not app.review_page.banner.isVisible()
    app.press(Key.Key_Space)
    app.type_text("O")
    assert app.review_page.banner.text() == "Source: An article · Jane Doe · 2022-12-01 · Section 2"


def test_links_are_reached_by_tab_and_named_for_screen_readers(app: AppDriver) -> None:
    links = forget(app, basic_note("top", why="Because.", requires=["base"]))
    reached = []
    for _ in range(20):
        app.press(Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert links.answer_button in reached
    assert links.prerequisites_button in reached
    assert links.prerequisites_button.accessibleName() == "Prerequisites (P)"
    assert links.answer_button.accessibleDescription() == "Question top?"


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (1366, 768)])
def test_links_take_one_line_below_the_buttons(app: AppDriver, size: tuple[int, int], text_size: int) -> None:
    app.app_settings.text_size = text_size
    links = forget(app, basic_note("top", why="Because.", requires=["base"]), source=SOURCE)
    app.window.resize(*size)
    QApplication.processEvents()
    page = app.review_page
    buttons = [button for button in links.buttons if button.isVisible()]
    assert len({button.y() for button in buttons}) == 1
    assert len(buttons) == 3
    for button in buttons:
        assert links.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
    assert rect_in_window(links).top() >= rect_in_window(page.reveal_button).bottom()
    assert app.window.rect().contains(rect_in_window(links))
