"""The cards of a node, and what can be done with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from studyapp.core.study.rating import Rating
from tests.ui.app_driver import AppDriver, basic_note, click, text_of
from tests.ui.map.map_driver import NET, MapDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN


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
    assert texts[0].startswith("Due ")
    assert texts[1].startswith("Last reviews: ")
    assert texts[1].count("Again") + texts[1].count("Good") >= 1
    assert len(texts) == 2  # the question is the title
    maps.click("end")
    assert page.panel.title_label.text() == "Question end?"
    assert page.panel.memory_label.text() == "New · 1 card"


def test_of_several_cards_each_shows_its_question(app: AppDriver, maps: MapDriver) -> None:
    term = {"id": "term", "term": "Token", "definition": "A piece of text.", "requires": ["root"]}
    page = maps.open(basic_note("root"), term)
    maps.click("term")
    first_texts = [text_of(row.findChildren(QLabel)[0]) for row in page.panel.row_widgets]
    assert page.panel.title_label.text() == "Token"
    assert sorted(first_texts) == ["A piece of text.", "Token"]


def test_a_long_question_is_shown_in_full(app: AppDriver, maps: MapDriver) -> None:
    question = "How long is " + "long " * 60 + "enough?"
    long_note = {"id": "long", "front": question, "back": "x", "requires": ["root"]}
    cloze = {
        "id": "cloze",
        "text": f"{question} {{{{c1::Here.}}}} Or {{{{c2::there?}}}}",
        "requires": ["root"],
    }
    page = maps.open(basic_note("root"), long_note, cloze)
    maps.click("long")
    assert page.panel.title_label.text() == question
    assert question in page._describe(maps.node("long"))
    maps.click("cloze")
    texts = [text_of(label) for row in page.panel.row_widgets for label in row.findChildren(QLabel)]
    assert sum(text.startswith(question) for text in texts) == 2


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


def test_a_removed_note_leaves_the_map_and_closes_its_panel(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    maps.click("alone")
    app.write_deck(*NET[:-1])
    app.window.refresh_library()
    app.wait_until(lambda: len(maps.shown.concept_map.nodes) == 4)
    maps.wait()
    assert not page.panel.isVisible()
    assert page.canvas.selected is None


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
