"""The review page: badges, counts, languages, scrolling, focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studyapp.core.study.rating import Rating
from tests.ui.app_driver import DAY, AppDriver, basic_note, click, text_of

Key = Qt.Key


def test_escape_returns_to_decks_page(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Escape)
    assert not app.is_reviewing
    assert app.window.sidebar.item_button("decks").property("current")
    assert app.journal_rows() == []


def test_rating_updates_counts_and_progress_bar(app: AppDriver) -> None:
    page = app.study(*(basic_note(name) for name in "abc"))
    assert (page.header.progress_bar.value(), page.header.progress_bar.maximum()) == (0, 3)
    assert page.header.counts_label.text() == "3 new · 0 learning · 0 due"
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert (page.header.progress_bar.value(), page.header.progress_bar.maximum()) == (1, 3)
    assert page.header.counts_label.text() == "2 new · 0 learning · 0 due"
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    assert (page.header.progress_bar.value(), page.header.progress_bar.maximum()) == (2, 4)
    assert page.header.counts_label.text() == "1 new · 1 learning · 0 due"


def test_overdue_card_counts_as_due(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.now += 60 * DAY
    app.press_ctrl(Key.Key_S)
    assert app.review_page.header.counts_label.text() == "0 new · 0 learning · 1 due"


def test_badges_are_shown_only_after_reveal(app: AppDriver) -> None:
    page = app.study(basic_note("a", section="2.1", evidence="hypothesis"), basic_note("b"))
    assert not page.card_frame.section_badge.isVisible()
    assert not page.card_frame.evidence_badge.isVisible()
    app.press(Key.Key_Space)
    assert (page.card_frame.section_badge.text(), page.card_frame.evidence_badge.text()) == (
        "Section 2.1",
        "Evidence: hypothesis",
    )
    assert page.card_frame.section_badge.isVisible()
    assert page.card_frame.evidence_badge.isVisible()
    app.press(Key.Key_3)
    assert not page.card_frame.section_badge.isVisible()
    app.press(Key.Key_Space)
    assert not page.card_frame.section_badge.isVisible()
    assert not page.card_frame.evidence_badge.isVisible()


def test_deck_title_is_shown_as_plain_text(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), title="Cities & <b>rivers</b>")
    page = app.study()
    assert page.header.title_label.text() == "Cities & <b>rivers</b>"
    assert page.header.title_label.textFormat() is Qt.TextFormat.PlainText


BILINGUAL_NOTE = {
    "id": "a",
    "front": {"en": "Where?", "zh-Hant": "哪裡？"},
    "back": {"en": "Here", "zh-Hant": "這裡"},
}


def test_language_shortcut_keeps_current_card(app: AppDriver) -> None:
    app.write_deck(
        basic_note("x"), BILINGUAL_NOTE, basic_note("z"), title={"en": "Places", "zh-Hant": "地方"}
    )
    page = app.study()
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    assert text_of(page.card_view) == "Where?"
    app.press_ctrl(Key.Key_L)
    assert text_of(page.card_view) == "哪裡？"
    assert page.header.title_label.text() == "地方"
    app.press_ctrl(Key.Key_L)
    assert text_of(page.card_view) == "Where? 哪裡？"
    assert page.header.title_label.text() == "Places · 地方"
    app.press_ctrl(Key.Key_L)
    assert text_of(page.card_view) == "Where?"
    assert app.card.note.id == "a"
    assert len(app.journal_rows()) == 1


def test_any_key_closes_shortcuts_overlay_and_restores_focus(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.press(Key.Key_F1)
    assert app.window.shortcuts_overlay.isVisible()
    app.press(Key.Key_Space)
    assert not app.window.shortcuts_overlay.isVisible()
    assert text_of(page.card_view) == "Question a?"
    app.press(Key.Key_Space)
    assert text_of(page.card_view) == "Question a? Answer a."


def test_shortcuts_overlay_closes_on_page_change(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Question)
    click(app.window.sidebar.item_button("decks"))
    assert not app.window.shortcuts_overlay.isVisible()
    app.press(Key.Key_F1)
    assert app.window.shortcuts_overlay.isVisible()
    click(app.window.sidebar.item_button("study"))
    assert not app.window.shortcuts_overlay.isVisible()
    assert app.review_page.reveal_button.hasFocus()


def test_page_keys_scroll_long_card(app: AppDriver) -> None:
    page = app.study(basic_note("a", back="\n\n".join(f"Line {number}" for number in range(200))))
    app.press(Key.Key_Space)
    area = page.scroll_area
    bar = area.verticalScrollBar()
    app.wait_until(lambda: bar.maximum() > 1000)
    assert bar.value() == 0
    app.press(Key.Key_PageDown)
    assert bar.value() > 100
    app.press(Key.Key_PageUp)
    assert bar.value() == 0


def test_focus_moves_to_next_action(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    assert QApplication.focusWidget() is page.reveal_button
    app.press(Key.Key_Space)
    assert QApplication.focusWidget() is page.rating_buttons.button_for(Rating.GOOD)
    app.press(Key.Key_4)
    assert QApplication.focusWidget() is page.finished_panel.back_button


def test_reveal_scrolls_to_answer_below_long_question(app: AppDriver) -> None:
    lines = "\n\n".join(f"Line {number}" for number in range(40))
    page = app.study(basic_note("a", front=lines, back=lines), basic_note("b", front=lines))
    area = page.scroll_area
    question_height = page.card_view.height()
    assert question_height > area.height()
    app.press(Key.Key_Space)
    column = area.widget()
    assert column is not None
    top = page.card_view.mapTo(column, page.card_view.rect().topLeft()).y()
    answer_top = page.card_view.answer_top()
    assert answer_top is not None and answer_top >= question_height - 20
    app.wait_until(lambda: area.verticalScrollBar().value() == top + answer_top)
    app.press(Key.Key_3)
    app.wait_until(lambda: area.verticalScrollBar().value() == 0)


def test_short_answer_does_not_scroll(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    area = page.scroll_area
    app.press(Key.Key_Space)
    app.wait_until_idle()
    assert area.verticalScrollBar().maximum() == 0


def test_long_titles_do_not_widen_the_page(app: AppDriver) -> None:
    app.write_deck(basic_note("a", section="a long section " * 20), title="A long title " * 20)
    page = app.study()
    app.window.resize(app.window.minimumSize())
    app.press(Key.Key_Space)
    app.wait_until_idle()
    area = page.scroll_area
    assert area.horizontalScrollBar().maximum() == 0
    assert page.card_frame.section_badge.isVisible()
    assert page.header.title_label.geometry().right() < page.header.counts_label.geometry().left()
