"""What the map page shows, in a real window over a real collection."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import errors
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.kit import formatting
from tests.ui.app_driver import DAY, AppDriver, basic_note
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
    assert maps.sentence == "You know about 1 of 5 concepts now. Not known: 4 new."


def test_new_reviews_are_shown_when_the_page_is_shown_again(app: AppDriver, maps: MapDriver) -> None:
    maps.open()
    app.window.start_session()
    app.review_page.reveal()
    app.review_page.rate(GOOD)
    maps.show()
    assert maps.sentence == "You know about 1 of 5 concepts now. Not known: 4 new."
    assert maps.page.view.day_bar.slider.isVisible()


def test_the_chosen_map_is_remembered(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    app.write_deck(maps.write_tree(), deck="e", title="Other")
    page = maps.open_window()
    box = page.view.header.map_box
    assert [box.itemText(index) for index in range(box.count())] == ["Diagram: A family", "The deck"]
    assert box.currentText() == "Diagram: A family"
    assert maps.shown.geometry.label(maps.node("new")) == "New one"
    assert page.current_deck_id == "e"
    maps.choose("The deck")
    assert page.current_deck_id == "d"
    assert app.app_settings.page_setting("map-choice") == "deck:d"
    app.close()
    maps.open_window()
    assert maps.page.view.header.map_box.currentText() == "The deck"


def test_decks_that_are_joined_by_prerequisites_have_one_map(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    app.write_deck(basic_note("x", requires=["d/root"]), deck="e", title="Other")
    page = maps.open_window()
    assert page.view.header.map_box.currentText() == "The deck"
    maps.choose("The deck and 1 more deck")
    assert page.current_deck_id == ALL_DECKS
    assert len(maps.shown.concept_map.nodes) == 6


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
    assert maps.sentence == "You know about 0 of 5 concepts now. Not known: 1 forgotten; 4 new."
    slider = maps.page.view.day_bar.slider
    slider.setValue(slider.minimum())
    assert maps.sentence == "On 21 September 2026 you knew about 1 of 5 concepts. Not known: 4 new."
