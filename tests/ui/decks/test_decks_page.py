"""The decks page: titles, problems, starting a session."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QLabel,
)

from studyapp.core.study.rating import Rating
from studyapp.desktop import DesktopApp
from studyapp.services.library.interrupted_imports import record_import
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id
from studyapp.ui.decks.attention_panel import AttentionNotice, AttentionTopic
from tests.ui.app_driver import AppDriver, basic_note, click
from tests.ui.decks.deck_page_actions import row_texts, write_two_decks

Key = Qt.Key


def test_title_shows_what_is_left_to_study(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    assert app.decks_page.title_label.text() == "Welcome to StudyApp"
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Minus)
    app.press_ctrl(Key.Key_D)
    assert app.decks_page.title_label.text() == "2 new"
    assert app.decks_page.study_button.isEnabled()
    for _ in range(2):
        app.press_ctrl(Key.Key_S)
        app.press(Key.Key_Minus)
    app.press_ctrl(Key.Key_D)
    assert app.decks_page.title_label.text() == "Done for today"
    assert not app.decks_page.study_button.isEnabled()


def test_sidebar_shows_reviews_of_today(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    assert app.window.sidebar.today_label.text() == ""
    app.press_ctrl(Key.Key_S)
    for _ in range(2):
        app.press(Key.Key_Space)
        app.now += 45_000
        app.press(Key.Key_4)
    app.press(Key.Key_Escape)
    assert app.window.sidebar.today_label.text() == "2 reviews today\n2 minutes"


def test_study_button_studies_all_decks(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    assert app.decks_page.study_button.hasFocus()
    app.press(Key.Key_Space)
    assert app.prompt.counts.total == 3


def test_empty_library_shows_instructions(app: AppDriver) -> None:
    app.open_window()
    app.wait_until(app.decks_page.no_decks_label.isVisible)
    assert app.decks_page.title_label.text() == "No decks yet"
    assert ".yaml" in app.decks_page.no_decks_label.text()
    assert not app.decks_page.deck_list.isVisible()
    assert not app.decks_page.forecast_chart.isVisible()
    assert not app.decks_page.study_button.isEnabled()
    app.press_ctrl(Key.Key_S)
    assert app.review_page.finished_panel.title_label.text() == "Nothing to study right now"


def test_deck_file_problems_are_plain_text_with_line_number(app: AppDriver) -> None:
    (app.decks_folder / "d.yaml").write_text(
        "deck: d\ntitle: t\nnotes:\n  - {id: a, front: f, back: b}\n  - {id: b, front: f, <b>bold</b>: x}\n"
    )
    app.open_window()
    banner = app.decks_page.problems_panel.problems_label
    assert banner.isVisible()
    assert banner.textFormat() is Qt.TextFormat.PlainText
    assert "d.yaml:5" in banner.text()
    assert "<b>bold</b>" in banner.text()
    assert row_texts(app) == [["t", "1", "–", "–"]]


def test_long_problem_list_is_truncated_and_names_check_command(app: AppDriver) -> None:
    notes = "".join(f"  - {{id: n{number}, front: f}}\n" for number in range(30))
    (app.decks_folder / "d.yaml").write_text("deck: d\ntitle: t\nnotes:\n" + notes)
    app.open_window()
    lines = app.decks_page.problems_panel.problems_label.text().splitlines()
    assert lines[0] == "30 problems in the deck files. Other notes work normally."
    assert len(lines) == 7
    assert "studyapp check" in lines[-1]


def test_interrupted_import_is_a_notice_of_its_own(app: AppDriver) -> None:
    write_two_decks(app)
    with Collection(app.collection_file, new_device_id) as collection:
        record_import(collection, Path("/packages/theirs.apkg"), ["theirs"])
    app.open_window()
    panel = app.decks_page.attention_panel
    app.wait_until(panel.isVisible)
    assert "theirs.apkg:1: The import of this file was interrupted" in panel.notice_label.text()
    assert not panel.action_button.isVisible()
    assert not app.decks_page.problems_panel.isVisible()


def test_notices_do_not_move_the_deck_list(app: AppDriver) -> None:
    write_two_decks(app)
    window = app.open_window()
    page = app.decks_page
    assert not page.notice_strip.isVisible()

    def top_of_list() -> int:
        return page.deck_list.mapTo(window, QPoint()).y()

    top = top_of_list()
    page.attention_panel.set_notice(
        AttentionTopic.BACKUP, AttentionNotice("No backup could be made.", "Retry", int)
    )
    app.wait_until(page.notice_strip.isVisible)
    app.application.processEvents()
    assert page.attention_panel.notice_label.visibleRegion().boundingRect().height() > 20
    assert page.attention_panel.action_button.visibleRegion().boundingRect().height() > 10
    assert top_of_list() == top
    page.attention_panel.set_notice(AttentionTopic.BACKUP, None)
    app.wait_until(lambda: not page.notice_strip.isVisible())
    assert top_of_list() == top


def test_many_problems_leave_room_for_the_decks(app: AppDriver) -> None:
    app.app_settings.text_size = 200
    notes = "".join(f"  - {{id: n{number}, front: f}}\n" for number in range(30))
    (app.decks_folder / "d.yaml").write_text("deck: d\ntitle: t\nnotes:\n" + notes)
    app.open_window().resize(640, 480)
    strip = app.decks_page.notice_strip
    app.wait_until(strip.isVisible)
    app.application.processEvents()
    assert 100 < strip.height() < 200
    assert strip.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert strip.verticalScrollBar().maximum() > 0


def test_problems_panel_is_hidden_without_problems(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    assert not app.decks_page.problems_panel.isVisible()


def test_showing_pages_does_not_write_to_collection(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    before = app.database_digest()
    for _ in range(2):
        app.press_ctrl(Key.Key_D)
        app.press_ctrl(Key.Key_S)
        app.press(Key.Key_Space)
        app.press(Key.Key_Escape)
        app.press_ctrl(Key.Key_L)
    app.window.restyle()
    app.window.refresh_library()
    app.wait_until_idle()
    assert app.database_digest() == before


def test_deck_title_is_not_interpreted_as_markup(app: AppDriver, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    app.write_deck(basic_note("a"), title=f"<img src='{secret}'><b>x</b>")
    window = app.open_window()
    assert row_texts(app)[0][0].startswith("<img src=")
    window.start_session()
    rich_text_labels = [
        label
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert rich_text_labels == []


def test_large_text_is_not_cut_in_smallest_window(app: AppDriver) -> None:
    app.app_settings.text_size = 200
    page = app.study(basic_note("a"))
    app.window.resize(app.window.minimumSize())
    page.reveal()
    app.wait_until_idle()
    labels = [label for label in page.rating_buttons.findChildren(QLabel) if label.isVisible()]
    assert len(labels) in (8, 12)
    assert all(label.width() >= label.sizeHint().width() for label in labels)
    app.window.show_decks()
    app.wait_until_idle()
    assert app.decks_page.study_button.geometry().top() >= app.decks_page.title_label.geometry().bottom()
    assert app.decks_page.study_button.width() >= app.decks_page.study_button.sizeHint().width()


def test_first_start_focuses_study_button(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    with Collection(app.collection_file, new_device_id):
        pass  # an empty collection: no deck was read before
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    app.wait_until_idle()
    app.window.refresh_library()
    app.wait_until_idle()
    assert app.decks_page.study_button.hasFocus()
    app.press(Key.Key_Return)
    assert app.is_reviewing


def test_page_shows_loading_text_until_decks_are_read(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    assert app.decks_page.title_label.text() == "Loading your decks…"
    assert not app.decks_page.no_decks_label.isVisible()
    app.wait_until(lambda: app.decks_page.title_label.text() == "Welcome to StudyApp")
    assert app.decks_page.study_button.hasFocus()


def test_study_button_offers_more_new_cards_when_todays_are_done(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number:02}") for number in range(24)))
    app.open_window()
    page = app.decks_page
    assert page.study_button.text() == "Study now"
    app.window.start_session()
    for _ in range(20):
        app.review_page.reveal()
        app.review_page.rate(Rating.EASY)
    assert app.review_page.prompt is None
    app.window.show_decks()
    assert page.study_button.text() == "Study 4 more new cards"
    assert page.study_button.isEnabled()
    click(page.study_button)
    assert app.is_reviewing
    assert app.prompt.counts.new == 4
    while app.review_page.prompt is not None:
        app.review_page.reveal()
        app.review_page.rate(Rating.EASY)
    app.window.show_decks()
    assert page.study_button.text() == "Study now"
    assert not page.study_button.isEnabled()
