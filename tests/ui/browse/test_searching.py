"""The query: what it finds, mistakes, completion, filters and saved searches."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QTreeWidgetItemIterator

from studyapp.ui.browse.search import search_runner
from studyapp.ui.dialogs.text_question_dialog import TextQuestionDialog
from tests.ui.app_driver import basic_note, click, text_of
from tests.ui.browse.browse_driver import BrowseDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key


def filter_item(browse: BrowseDriver, title: str) -> QTreeWidgetItem:
    iterator = QTreeWidgetItemIterator(browse.page.filters)
    while (item := iterator.value()) is not None:
        if item.text(0) == title:
            return item
        iterator += 1
    raise AssertionError(title)


def click_filter(
    browse: BrowseDriver, title: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    tree = browse.page.filters
    item = filter_item(browse, title)
    tree.scrollToItem(item)
    # A click with QTest sets no keyboard state, which the tree asks for.
    if modifier is Qt.KeyboardModifier.ControlModifier:
        tree.setCurrentItem(item)
        tree.setFocus()
        QTest.keyClick(tree, Key.Key_Return, modifier)
    else:
        QTest.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, modifier, tree.visualItemRect(item).center()
        )
    browse.wait()


def test_page_shows_all_cards_and_the_first_one_in_the_preview(browse: BrowseDriver) -> None:
    page = browse.open()
    assert browse.questions == ["Question a?", "Question b?", "Question c?"]
    assert page.search_bar.count_label.text() == "3 cards"
    assert page.field.hasFocus()
    browse.app.wait_until(lambda: "Answer a." in text_of(page.preview.card_frame.card_view))


def test_typing_searches_and_clearing_shows_all(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.type_query("question b")
    assert browse.notes == ["b"]
    browse.app.press(Key.Key_Escape)
    browse.wait()
    assert (browse.notes, page.field.text()) == (["a", "b", "c"], "")


def test_newest_query_wins(browse: BrowseDriver) -> None:
    page = browse.open()
    shown: list[list[str]] = []
    page._runner.allFound.connect(lambda cards: shown.append([card.note_id for card in cards]))
    for query in ("nid:a", "nid:b", "nid:c"):
        page.search_for(query)
    browse.wait()
    assert shown == [["c"]]
    assert browse.notes == ["c"]


def test_first_cards_of_a_long_list_are_shown_before_all(
    browse: BrowseDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_runner, "FIRST_ROWS", 2)
    page = browse.open()
    counts: list[int] = []
    page._runner.firstFound.connect(lambda _: counts.append(page.model.rowCount()))
    page._runner.allFound.connect(lambda _: counts.append(page.model.rowCount()))
    browse.type_query("question")
    assert counts == [2, 3]
    page.search()
    browse.wait()
    assert counts == [2, 3, 3]  # a refresh keeps the table as long as it is
    assert browse.notes == ["a", "b", "c"]


def test_notes_with_several_cards_do_not_end_the_list_early(
    browse: BrowseDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_runner, "FIRST_ROWS", 2)
    pairs = [{"id": name, "type": "reversed", "front": name, "back": "x"} for name in ("a", "b", "c")]
    page = browse.open(*pairs)
    click(page.search_bar.notes_button)
    browse.wait()
    assert browse.notes == ["a", "b", "c"]
    assert page.search_bar.count_label.text() == "3 notes"


def test_mistake_is_explained_and_the_found_cards_stay(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.type_query("is:wrong")
    label = page.search_bar.error_label
    assert label.isVisible()
    assert "wrong" in label.text()
    assert page.field.accessibleDescription() == label.text()
    assert browse.notes == ["a", "b", "c"]
    browse.type_query("nid:a")
    assert not label.isVisible()
    assert page.field.accessibleDescription() == ""


def test_unfinished_query_is_no_mistake_until_typing_ends(browse: BrowseDriver) -> None:
    page = browse.open()
    page._mistake_timer.setInterval(600_000)
    page.focus_search()
    QTest.keyClicks(page.field, "nid:")
    browse.app.wait_until(page._mistake_timer.isActive)
    assert not page.search_bar.error_label.isVisible()
    QTest.keyClicks(page.field, "a")
    browse.wait()
    assert not page.search_bar.error_label.isVisible()
    assert browse.notes == ["a"]


def test_enter_shows_a_mistake_at_once_and_stays_in_the_field(browse: BrowseDriver) -> None:
    page = browse.open()
    page._mistake_timer.setInterval(600_000)
    page.focus_search()
    QTest.keyClicks(page.field, "nid:")
    browse.app.wait_until(page._mistake_timer.isActive)
    QTest.keyClick(page.field, Key.Key_Return)
    assert page.search_bar.error_label.isVisible()
    assert page.field.hasFocus()


def test_no_match_says_what_to_try(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.type_query("nothing-like-this")
    assert page.results.title_label.isVisible()
    click(page.results.show_all_button)
    browse.wait()
    assert page.table.isVisible()
    assert browse.notes == ["a", "b", "c"]


def test_empty_collection_says_where_to_add_decks(browse: BrowseDriver) -> None:
    page = browse.open_window()
    assert page.results.title_label.text() == "No cards yet"
    assert not page.results.show_all_button.isVisible()


def test_completion_is_offered_and_inserted_by_keyboard(browse: BrowseDriver) -> None:
    page = browse.open(basic_note("a", tags=["verb"]), basic_note("b"))
    page.focus_search()
    QTest.keyClicks(page.field, "tag:v")
    popup = page.field.completions
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    browse.wait()
    assert page.field.text() == "tag:verb"
    assert browse.notes == ["a"]


def test_enter_inserts_no_completion_that_is_not_selected(browse: BrowseDriver) -> None:
    page = browse.open(basic_note("a", tags=["cat"]), basic_note("b", tags=["cattle"]))
    browse.type_query("tag:cat")
    popup = page.field.completions
    assert popup.isVisible()
    # As on platforms where the popup gets the focus when it is shown.
    popup.selectionModel().setCurrentIndex(
        popup.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    QTest.keyClick(popup, Key.Key_Return)
    assert page.field.text() == "tag:cat"
    assert page.window().focusWidget() is page.table


def test_down_goes_to_the_table_and_the_search_is_remembered(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.type_query("question")
    page.field.completions.hide()
    QTest.keyClick(page.field, Key.Key_Down)
    assert page.table.hasFocus()
    labels = [action.text() for action in page.search_bar.build_searches_menu().actions()]
    assert "question" in labels


def test_filter_searches_and_narrows(browse: BrowseDriver) -> None:
    page = browse.open(basic_note("a", tags=["verb::past"]), basic_note("b", tags=["verb"]), basic_note("c"))
    click_filter(browse, "verb")
    assert browse.notes == ["a", "b"]
    click_filter(browse, "New", Qt.KeyboardModifier.ControlModifier)
    assert page.field.text() == "tag:verb is:new"
    click_filter(browse, "past")
    assert (page.field.text(), browse.notes) == ("tag:verb::past", ["a"])


def test_narrowing_keeps_a_choice_together(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.type_query("nid:a or nid:b")
    click_filter(browse, "The deck", Qt.KeyboardModifier.ControlModifier)
    assert page.field.text() == '(nid:a or nid:b) deck:"The deck"'
    assert browse.notes == ["a", "b"]


def test_decks_of_a_parent_are_found_together(browse: BrowseDriver) -> None:
    for deck, title in (("one", "Top::One"), ("two", "Top::Two"), ("other", "Other")):
        browse.app.write_deck(basic_note(deck), deck=deck, title=title)
    browse.open_window()
    click_filter(browse, "Top")
    assert browse.notes == ["one", "two"]
    click_filter(browse, "Two")
    assert browse.notes == ["two"]


def test_collapsed_filters_stay_collapsed_at_the_next_start(browse: BrowseDriver) -> None:
    page = browse.open()
    filter_item(browse, "States").setExpanded(False)
    page.on_library_changed()
    browse.wait()
    assert not filter_item(browse, "States").isExpanded()
    assert filter_item(browse, "Decks").isExpanded()
    browse.app.close()
    browse.open_window()
    assert not filter_item(browse, "States").isExpanded()


def test_search_is_saved_found_again_and_deleted(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.type_query("nid:b")
    page.ask_search_name()
    (dialog,) = page.findChildren(TextQuestionDialog)
    QTest.keyClicks(dialog.field, "Only b")
    click(dialog.action_button)
    browse.wait()
    page.search_for("")
    browse.wait()
    click_filter(browse, "Only b")
    assert (page.field.text(), browse.notes) == ("nid:b", ["b"])
    menu = page.filters.build_menu(filter_item(browse, "Only b"))
    next(action for action in menu.actions() if action.text() == "Delete the saved search").trigger()
    browse.wait()
    with pytest.raises(AssertionError):
        filter_item(browse, "Only b")


def test_enter_in_the_field_never_edits_a_note(browse: BrowseDriver) -> None:
    page = browse.open()
    edited: list[str] = []
    page.editRequested.disconnect()
    page.editRequested.connect(edited.append)
    page.focus_search()
    browse.app.press(Key.Key_Return)
    assert (edited, page.table.hasFocus()) == ([], True)
    browse.app.press(Key.Key_Return)
    assert edited == ["d/a"]


def test_letters_in_the_field_are_text_and_not_shortcuts(browse: BrowseDriver) -> None:
    page = browse.open()
    page.focus_search()
    browse.app.type_text("bestia")
    browse.wait()
    assert page.field.text().lower() == "bestia"
    assert QApplication.focusWidget() is page.field
