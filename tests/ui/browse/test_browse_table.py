"""The table: rows, columns, order, selection and what a screen reader hears."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.browse_settings import DEFAULT_COLUMNS, BrowseSettings
from studyapp.ui.browse.rows.row_model import STATE_COLUMN
from tests.ui.app_driver import DAY, basic_note, click, text_of
from tests.ui.browse.browse_driver import BrowseDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key


def click_heading(browse: BrowseDriver, section: int) -> None:
    header = browse.page.table.horizontalHeader()
    position = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, position)
    browse.wait()


def many_notes(count: int) -> list[dict[str, object]]:
    return [dict(basic_note(f"n{number:03}")) for number in range(count)]


def test_clicks_on_a_heading_sort_in_both_directions_and_then_not(browse: BrowseDriver) -> None:
    browse.open(*(basic_note(name, front=name) for name in ("m", "z", "a")))
    orders = []
    for _ in range(3):
        click_heading(browse, 1)
        orders.append("".join(browse.questions))
    assert orders == ["amz", "zma", "mza"]


def test_menu_sorts_by_any_column_and_reverses(browse: BrowseDriver) -> None:
    page = browse.open(*(basic_note(name, front=name) for name in ("m", "z", "a")))

    def choose(label: str) -> str:
        next(action for action in page.table.build_order_menu().actions() if action.text() == label).trigger()
        browse.wait()
        return "".join(browse.questions)

    assert choose("Question") == "amz"
    assert page.table.horizontalHeader().sortIndicatorSection() == 1
    assert choose("Highest first") == "zma"
    assert choose("Tags") == "mza"  # not shown
    assert choose("Order of decks and files") == "mza"
    assert page.table.horizontalHeader().sortIndicatorSection() == -1


def test_home_and_end_select_the_first_and_the_last_row(browse: BrowseDriver) -> None:
    page = browse.open()
    page.table.setFocus()
    page.table.select_row(1)
    for key, modifier, cards in (
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, ["d/c#1"]),
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier, ["d/a#1"]),
        (Key.Key_End, Qt.KeyboardModifier.ShiftModifier, ["d/a#1", "d/b#1", "d/c#1"]),
    ):
        QTest.keyClick(page.table, key, modifier)
        assert [str(card) for card in page.table.selected_cards()] == cards
    page.table.selectAll()
    QTest.keyClick(page.table, Key.Key_End)
    assert [str(card) for card in page.table.selected_cards()] == ["d/c#1"]


def test_focus_stays_with_the_results_when_there_are_none(browse: BrowseDriver) -> None:
    page = browse.open(basic_note("a"))
    browse.app.press(Key.Key_Down)
    browse.app.press(Key.Key_Delete)
    browse.wait()
    assert not page.filters.hasFocus() and page.filters.currentItem() is None
    browse.app.press_ctrl(Key.Key_Z)
    browse.wait()
    assert page.table.hasFocus()
    assert page.filters.currentItem() is None
    assert [str(card) for card in page.table.selected_cards()] == ["d/a#1"]


def test_order_and_columns_are_kept_at_the_next_start(browse: BrowseDriver) -> None:
    browse.open(*(basic_note(name, front=name) for name in ("m", "z", "a")))
    click_heading(browse, 1)
    menu = browse.page.table.build_column_menu()
    next(action for action in menu.actions() if action.text() == "Tags").trigger()
    browse.app.close()
    page = browse.open_window()
    assert browse.questions == ["a", "m", "z"]
    assert page.model.columns == (*DEFAULT_COLUMNS, CardColumn.TAGS)


def test_moved_column_stays_where_it_is(browse: BrowseDriver) -> None:
    page = browse.open()
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(1), 2)
    menu = page.table.build_column_menu()
    next(action for action in menu.actions() if action.text() == "Flag").trigger()
    question, answer, *others = DEFAULT_COLUMNS
    assert page.model.columns == (answer, question, *others, CardColumn.FLAG)
    assert BrowseSettings(browse.app.app_settings).columns == list(page.model.columns)


def test_last_column_can_not_be_hidden(browse: BrowseDriver) -> None:
    page = browse.open()
    page.table._settings.columns = [CardColumn.DECK]
    page.table.show_columns([CardColumn.DECK])
    menu = page.table.build_column_menu()
    assert [action.text() for action in menu.actions() if action.isChecked() and not action.isEnabled()] == [
        "Deck"
    ]


def test_only_visible_rows_are_read(browse: BrowseDriver) -> None:
    page = browse.open(*many_notes(300))
    assert 0 < len(page.model._row_by_card) < 100
    page.table.scrollToBottom()
    browse.app.process_events()
    assert len(page.model._row_by_card) < 200


def test_selection_current_row_and_top_row_survive_a_new_search(browse: BrowseDriver) -> None:
    page = browse.open(*many_notes(300))
    page.table.scrollTo(page.model.index(250, 1), page.table.ScrollHint.PositionAtTop)
    browse.select(253, 255)
    browse.app.write_deck(*many_notes(300)[7:])
    browse.app.window.refresh_library()
    page.on_library_changed()  # a further change while the cards are searched
    page.on_library_changed()
    browse.wait()
    assert [card.note_id for card in page.table.selected_cards()] == ["n253", "n255"]
    assert page.table.current_card is not None
    assert page.table.current_card.note_id == "n255"
    assert page.model.cards[page.table.rowAt(0)].note_id == "n250"


def test_count_says_how_many_rows_are_selected(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(0, 2)
    assert page.search_bar.count_label.text() == "3 cards · 2 selected"
    browse.app.press_ctrl(Key.Key_A)
    assert page.search_bar.count_label.text() == "3 cards · 3 selected"


def test_numbers_and_dates_of_a_rated_card(browse: BrowseDriver) -> None:
    browse.app.study(basic_note("a"), basic_note("b"))
    browse.app.review_page.reveal()
    browse.app.press(Key.Key_4)
    browse.app.press(Key.Key_B)
    browse.wait()
    assert browse.texts(CardColumn.REVIEWS) == ["1", "0"]
    assert browse.texts(CardColumn.RETRIEVABILITY) == ["100%", ""]
    assert browse.texts(CardColumn.DUE)[1] == "New"
    due_day = browse.schedule("a").phase.due_day  # type: ignore[union-attr]
    assert browse.texts(CardColumn.INTERVAL)[0] == f"{due_day - browse.app.clock.today()} days"
    browse.app.now += 400 * DAY
    browse.app.window.show_decks()
    browse.app.press(Key.Key_B)
    browse.wait()
    assert browse.texts(CardColumn.RETRIEVABILITY)[0] != "100%"


def test_row_is_described_in_words(browse: BrowseDriver) -> None:
    page = browse.open(basic_note("a", tags=["verb"], section="2"))
    browse.select(0)
    browse.page.card_actions.toggle_flag(1)
    browse.page.card_actions.toggle_suspended()
    index = page.model.index(0, 1)
    heard = page.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Red flag. Suspended. Question: Question a?. Answer: Answer a.. Deck: The deck. Due: New"
    state = page.model.index(0, STATE_COLUMN)
    assert page.model.data(state, Qt.ItemDataRole.ToolTipRole) == "Red flag\nSuspended"


def test_notes_show_the_values_of_all_their_cards(browse: BrowseDriver) -> None:
    page = browse.open({"id": "a", "type": "reversed", "front": "x", "back": "y"}, basic_note("b"))
    assert browse.texts(CardColumn.CARD) == ["Card 1", "Card 2", "Card 1"]
    click(page.search_bar.notes_button)
    browse.wait()
    assert browse.notes == ["a", "b"]
    assert browse.texts(CardColumn.CARD)[0] == "2"
    browse.select(0)
    page.card_actions.toggle_suspended()
    assert browse.schedule("a", 1).is_suspended
    assert browse.schedule("a", 2).is_suspended
    assert not browse.schedule("b").is_suspended


def test_texts_follow_the_language_of_the_cards(browse: BrowseDriver) -> None:
    browse.open({"id": "a", "front": {"en": "Where?", "zh-Hant": "哪裡？"}, "back": "b"})
    browse.app.press_ctrl(Key.Key_L)
    browse.wait()
    assert browse.questions == ["哪裡？"]


def test_preview_follows_the_keyboard(browse: BrowseDriver) -> None:
    page = browse.open()
    page.table.setFocus()
    browse.app.press(Key.Key_Down)
    browse.app.wait_until(lambda: "Answer b." in text_of(page.preview.card_frame.card_view))


def test_preview_shows_an_edited_card(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.app.write_deck(basic_note("a", back="Another answer"))
    browse.app.window.refresh_library()
    browse.wait()
    browse.app.wait_until(lambda: "Another answer" in text_of(page.preview.card_frame.card_view))


def test_tab_reaches_everything(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.app.wait_until(page.preview.card_frame.isVisible)
    reached = set()
    page.focus_search()
    for _ in range(30):
        browse.app.press(Key.Key_Tab)
        reached.add(browse.app.application.focusWidget())
    bar = page.search_bar
    assert {
        bar.searches_button, bar.filters_button, bar.cards_button, bar.preview_button, bar.menu_button,
        page.filters, page.table, page.preview.card_frame.card_view,
    } <= reached  # fmt: skip
