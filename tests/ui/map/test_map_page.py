"""The map page in a real window over a real collection."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import errors
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.kit import formatting
from studyapp.ui.map.node_table_dialog import NodeTableDialog
from tests.ui.app_driver import DAY, AppDriver, basic_note, click, text_of
from tests.ui.map.map_driver import NET, MapDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN


def test_a_deck_without_prerequisites_has_no_map(maps: MapDriver) -> None:
    page = maps.open(basic_note("a"), basic_note("b"))
    assert page.shown is None
    assert page.view.empty_label.isVisible()
    assert page.view.empty_label.text().startswith("There is no map yet.")
    assert not page.canvas.isVisible()
    assert not page.view.header.isVisible()
    assert page.current_deck_id == ALL_DECKS


def test_a_new_deck_has_a_map_without_days(maps: MapDriver) -> None:
    page = maps.open()
    assert [node.key for node in maps.shown.concept_map.nodes] == [f"d/{note['id']}" for note in NET]
    assert set(maps.shown.levels) == {MemoryLevel.NEW}
    assert maps.sentence == "Not studied yet: 5 concepts."
    assert not page.view.day_bar.slider.isVisible()
    assert page.current_deck_id == "d"
    assert page.canvas.accessibleName() == "The deck"


def test_what_was_studied_is_tinted(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    maps.open_window()
    assert maps.level("root") is MemoryLevel.KNOWN
    assert maps.level("end") is MemoryLevel.NEW
    assert maps.sentence == "You know about 1 of 5 concepts now."


def test_new_reviews_are_shown_when_the_page_is_shown_again(app: AppDriver, maps: MapDriver) -> None:
    maps.open()
    app.window.start_session()
    app.review_page.reveal()
    app.review_page.rate(GOOD)
    maps.show()
    assert maps.sentence == "You know about 1 of 5 concepts now."
    assert maps.page.view.day_bar.slider.isVisible()


def test_the_chosen_map_is_remembered(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    app.write_deck(maps.write_tree(), deck="e", title="Other")
    page = maps.open_window()
    box = page.view.header.map_box
    assert [box.itemText(index) for index in range(box.count())] == ["The deck", "Diagram: A family"]
    maps.choose("Diagram: A family")
    assert maps.shown.geometry.label(maps.node("new")) == "New one"
    assert page.current_deck_id == "e"
    assert app.app_settings.page_setting("map-choice") == "diagram:e/tree"
    app.close()
    maps.open_window()
    assert maps.page.view.header.map_box.currentText() == "Diagram: A family"


def test_decks_that_are_joined_by_prerequisites_have_one_map(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    app.write_deck(basic_note("x", requires=["d/root"]), deck="e", title="Other")
    page = maps.open_window()
    assert page.view.header.map_box.currentText() == "The deck and 1 more deck"
    assert page.current_deck_id == ALL_DECKS
    assert len(maps.shown.concept_map.nodes) == 6


def test_arrow_keys_go_along_the_edges(maps: MapDriver) -> None:
    maps.open()
    maps.press(Key.Key_Down)
    assert maps.selected == "root"
    maps.press(Key.Key_Down)
    assert maps.selected in ("left", "right")
    beside = {"left": Key.Key_Right, "right": Key.Key_Left}[maps.selected]
    other = {"left": "right", "right": "left"}[maps.selected]
    maps.press(beside)
    assert maps.selected == other
    maps.press(Key.Key_Down)
    assert maps.selected == "end"
    maps.press(Key.Key_Up, Key.Key_Up)
    assert maps.selected == "root"
    maps.press(Key.Key_End)
    assert maps.selected == "alone"
    maps.press(Key.Key_Home)
    assert maps.selected == "root"


def test_each_move_is_said_to_screen_readers(
    app: AppDriver, maps: MapDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    maps.open_window()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    canvas = maps.canvas
    maps.press(Key.Key_Home)
    said = canvas.accessibleDescription()
    assert said.startswith("Question root?, Known, 1 card, expected recall ")
    maps.press(Key.Key_Right)
    assert canvas.accessibleDescription().endswith("?, New, 1 card")
    assert canvas.accessibleDescription() != said
    maps.page.view.header.field.setFocus()
    QTest.keyClicks(maps.page.view.header.field, "end")
    QTest.keyClick(maps.page.view.header.field, Key.Key_Return)
    app.process_events()
    assert maps.page.view.header.field.accessibleDescription() == "1 of 1: Question end?, New, 1 card"
    canvas.setFocus()
    assert canvas.accessibleDescription() == "Question end?, New, 1 card"


def test_tab_selects_a_node(app: AppDriver, maps: MapDriver) -> None:
    maps.open()
    maps.page.view.header.menu_button.setFocus()
    app.press(Key.Key_Tab)
    assert QApplication.focusWidget() is maps.canvas
    assert maps.selected == "root"


def test_tab_goes_from_the_header_over_the_map_to_the_panel_and_the_slider(
    app: AppDriver, maps: MapDriver
) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    page = maps.open_window()
    maps.press(Key.Key_Home, Key.Key_Return)
    header, panel = page.view.header, page.panel
    page.view.header.map_box.setFocus()
    reached = []
    for _ in range(11):
        reached.append(QApplication.focusWidget())
        app.press(Key.Key_Tab)
    (edit_button,) = panel.row_widgets[0].findChildren(QPushButton)
    assert reached == [
        header.map_box,
        header.field,
        header.zoom_out_button,
        header.fit_button,
        header.zoom_in_button,
        header.legend_button,
        header.menu_button,
        page.canvas,
        panel.close_button,
        panel.study_button,
        edit_button,
    ]
    assert QApplication.focusWidget() is page.view.day_bar.slider


def test_a_tooltip_says_what_is_known_about_a_node(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(basic_note("root"), {"id": "b", "front": "1 < 2?", "back": "x", "requires": ["root"]})
    maps.study((GOOD,))
    maps.open_window()
    viewport = maps.canvas.viewport()

    def point_at(place: QPoint) -> None:
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))

    point_at(maps.place_of("root"))
    assert QToolTip.text().startswith("<p>Question root?<br>Known<br>1 card<br>expected recall ")
    point_at(maps.place_of("b"))
    assert QToolTip.text() == "<p>1 &lt; 2?<br>New<br>1 card</p>"


def test_a_click_shows_the_cards_of_a_node(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((AGAIN, GOOD))
    page = maps.open_window()
    maps.click("root")
    assert page.panel.isVisible()
    assert page.panel.title_label.text() == "Question root?"
    assert page.panel.memory_label.text().startswith("Known · 1 card · expected recall ")
    (row,) = page.panel.row_widgets
    texts = [text_of(label) for label in row.findChildren(type(page.panel.title_label))]
    assert texts[0] == "Question root?"
    assert texts[1].startswith("Due ")
    assert texts[2].startswith("Last reviews: ")
    assert texts[2].count("Again") + texts[2].count("Good") >= 1
    maps.click("end")
    assert page.panel.title_label.text() == "Question end?"
    assert page.panel.memory_label.text() == "New · 1 card"


def test_enter_opens_the_panel_and_escape_closes_it(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    maps.press(Key.Key_Home, Key.Key_Return)
    assert page.panel.isVisible()
    assert QApplication.focusWidget() is page.panel.study_button
    app.press(Key.Key_Escape)
    assert not page.panel.isVisible()
    assert QApplication.focusWidget() is page.canvas
    maps.press(Key.Key_Return)
    maps.canvas.setFocus()
    app.press(Key.Key_Escape)
    assert not page.panel.isVisible()


def test_due_cards_are_studied(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    maps.click("root")
    assert page.panel.study_button.text() == "Study 1 card"
    click(page.panel.study_button)
    assert app.is_reviewing
    assert app.card.id.note_key == "d/root"
    app.review_page.reveal()
    app.review_page.rate(GOOD)
    assert app.ratings() == [("root", 3)]


def test_cards_that_are_not_due_are_practiced(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((Rating.EASY,))
    page = maps.open_window()
    maps.click("root")
    assert page.panel.study_button.text() == "Practice 1 card"
    assert page.panel.hint_label.text().endswith("Practice doesn’t affect your schedule.")
    click(page.panel.study_button)
    assert app.is_reviewing
    app.review_page.reveal()
    app.review_page.rate(GOOD)
    assert app.ratings() == [("root", 4)]


def test_a_box_without_cards_says_so(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(maps.write_tree())
    page = maps.open_window()
    maps.click("old")
    assert page.panel.hint_label.text() == "No card asks about this."
    assert not page.panel.study_button.isVisible()
    maps.click("new")
    assert page.panel.study_button.isVisible()
    assert page.panel.study_button.isEnabled()


def test_a_note_can_be_edited(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    maps.click("left")
    edited: list[str] = []
    page.editRequested.connect(edited.append)
    (button,) = page.panel.row_widgets[0].findChildren(QPushButton)
    assert button.accessibleName() == "Edit: Question left?"
    click(button)
    assert edited == ["d/left"]
    app.window.editor.close()


def test_search_outlines_nodes_and_enter_goes_through_them(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    field, found = page.view.header.field, page.view.header.found_label
    field.setFocus()
    QTest.keyClicks(field, "T?")
    assert page.canvas._found == {maps.node("left"), maps.node("right"), maps.node("root")}
    assert found.text() == "3 found"
    visited = []
    for _ in range(4):
        app.press(Key.Key_Return)
        visited.append(maps.selected)
    assert visited[0] == visited[3] == "root"
    assert set(visited) == {"root", "left", "right"}
    assert found.text() == "1 of 3"
    app.press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert maps.selected == visited[2]
    app.press(Key.Key_Escape)
    assert field.text() == ""
    assert page.canvas._found == frozenset()
    assert not found.isVisible()


def test_search_ignores_case_and_chinese_variants(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(
        {"id": "a", "front": {"en": "Model", "zh-Hant": "語言模型"}, "back": "x"},
        basic_note("b", requires=["a"]),
    )
    maps.open_window()
    for text in ("MODEL", "語言", "语言"):
        assert maps.shown.find(text) == [maps.node("a")], text
    assert maps.shown.find("  ") == []


def test_the_table_lists_all_nodes_and_leads_to_them(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    page = maps.open_window()
    page.show_table()
    (dialog,) = page.findChildren(NodeTableDialog)
    rows = [
        [dialog.table.item(row, column).text() for column in range(dialog.table.columnCount())]  # type: ignore[union-attr]
        for row in range(dialog.table.rowCount())
    ]
    assert rows[0][:3] == ["Question root?", "Known", "1"]
    assert rows[0][3].endswith("%")
    assert set(rows[0][6].split("; ")) == {"Question left?", "Question right?"}
    assert set(rows[3][5].split("; ")) == {"Question left?", "Question right?"}
    assert rows[4][:4] == ["Question alone?", "New", "1", ""]
    dialog.table.setCurrentCell(3, 0)
    QTest.keyClick(dialog.table, Key.Key_Return)
    app.process_events()
    assert maps.selected == "end"
    assert app.window.focusWidget() is page.canvas


def test_languages_of_the_cards_change_the_labels_and_keep_the_selection(
    app: AppDriver, maps: MapDriver
) -> None:
    app.write_deck(
        {"id": "a", "front": {"en": "Where?", "zh-Hant": "哪裡？"}, "back": "x"},
        basic_note("b", requires=["a"]),
    )
    maps.open_window()
    maps.click("a")
    assert maps.shown.geometry.label(maps.node("a")) == "Where?"
    app.window.languages.set_card_languages(CardLanguages.TRADITIONAL_CHINESE)
    maps.wait()
    assert maps.shown.geometry.label(maps.node("a")) == "哪裡？"
    assert maps.selected == "a"
    assert maps.page.panel.title_label.text() == "哪裡？"


def test_a_removed_note_leaves_the_map_and_closes_its_panel(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    maps.click("alone")
    app.write_deck(*NET[:-1])
    app.window.refresh_library()
    app.wait_until(lambda: len(maps.shown.concept_map.nodes) == 4)
    maps.wait()
    assert not page.panel.isVisible()
    assert page.canvas.selected is None


def test_a_hidden_page_does_not_load(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    app.window.show_decks()
    page.on_library_changed()
    assert not page._task.is_running


def test_a_failure_is_shown_until_the_map_can_be_loaded(
    maps: MapDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = maps.open()
    error = StoreError(errors.DISK_FULL, Path("/x/collection.db"))
    with monkeypatch.context() as patched:
        patched.setattr("studyapp.ui.map.map_reader.list_maps", Mock(side_effect=error))
        page.refresh()
        maps.wait()
        assert page.view.error_label.isVisible()
        assert page.view.error_label.text() == formatting.format_error(error)
    page.refresh()
    maps.wait()
    assert not page.view.error_label.isVisible()


@pytest.mark.parametrize(("width", "is_beside"), [(1366, True), (640, False)])
def test_the_panel_is_beside_the_map_or_below_it(
    app: AppDriver, maps: MapDriver, width: int, is_beside: bool
) -> None:
    app.write_deck(*NET)
    page = maps.open_window(width, 700)
    maps.click("root")
    canvas, panel = page.canvas.geometry(), page.panel.geometry()
    assert (panel.left() > canvas.right()) is is_beside
    assert (panel.top() > canvas.bottom()) is not is_beside


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize(("width", "height"), [(640, 480), (1366, 768)])
def test_nothing_is_cut_off(app: AppDriver, maps: MapDriver, text_size: int, width: int, height: int) -> None:
    app.app_settings.text_size = text_size
    app.write_deck(*NET)
    maps.study((GOOD,))
    page = maps.open_window(width, height)
    maps.press(Key.Key_Home, Key.Key_Return)
    content = page.view.scroll_area.widget()
    assert content is not None
    assert content.width() <= page.view.scroll_area.viewport().width()
    header = page.view.header
    for button in (header.fit_button, header.legend_button, header.zoom_in_button, page.panel.study_button):
        assert button.width() >= button.minimumSizeHint().width()
    assert page.canvas.height() >= 150


def test_ten_years_later_everything_is_forgotten(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    app.now += 3650 * DAY
    maps.open_window()
    assert maps.level("root") is MemoryLevel.FORGOTTEN
    assert maps.sentence == "You know about 0 of 5 concepts now."
    slider = maps.page.view.day_bar.slider
    slider.setValue(slider.minimum())
    assert maps.sentence == "On 21 September 2026 you knew about 1 of 5 concepts."
