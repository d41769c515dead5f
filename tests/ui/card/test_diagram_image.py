"""A card that asks for a part of a drawing, on screen."""

import json

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from studyapp.core.rendering.diagram_face import ANSWER_IMAGE, QUESTION_IMAGE
from studyapp.ui.kit import theme
from studyapp.ui.review.review_page import ReviewPage
from tests.ui.app_driver import AppDriver, text_of

TREE = {
    "title": "From egg to hen",
    "nodes": [
        {"id": "egg", "label": "Egg", "place": [0, 0], "asks": 1},
        {"id": "hen", "label": "Hen", "place": [3, 1], "asks": 2},
    ],
    "edges": [{"from": "egg", "to": "hen", "label": "grows"}],
}
TABLE = {"title": "Squares", "columns": ["n", "square"], "rows": [["two", {"text": "four", "asks": 1}]]}


def drawn(app: AppDriver, drawing: object) -> ReviewPage:
    """The review page over one note with this drawing."""
    (app.decks_folder / "diagrams").mkdir()
    (app.decks_folder / "diagrams" / "d.yaml").write_text(json.dumps(drawing), "utf-8")
    return app.study({"id": "a", "type": "diagram", "diagram": "d"})


def picture(page: ReviewPage, name: str) -> QImage:
    page.card_view.grab()
    image = page.card_view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert isinstance(image, QImage)
    return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_the_gap_and_then_the_whole(app: AppDriver) -> None:
    page = drawn(app, TREE)
    assert page.caption_label.text() == "Fill the gap"
    hidden = picture(page, QUESTION_IMAGE)
    assert hidden.width() > 400
    app.press(Qt.Key.Key_Space)
    shown = picture(page, ANSWER_IMAGE)
    assert shown.size() == hidden.size()
    assert shown != hidden


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_in_the_theme_of_now(app: AppDriver, qapp: QApplication, scheme: str) -> None:
    page = drawn(app, TREE)
    qapp.setProperty("theme", scheme)
    app.window.restyle()
    wanted = {"light": theme.LIGHT, "dark": theme.DARK}[scheme]
    found = colours(picture(page, QUESTION_IMAGE))
    assert QColor(wanted.background).name().upper() in found
    assert QColor(wanted.badgeBackground).name().upper() in found


def test_it_is_no_wider_than_the_card_while_it_can_be_read(app: AppDriver) -> None:
    page = drawn(app, TREE)
    app.window.resize(760, 600)
    app.wait_until_idle()
    narrow = picture(page, QUESTION_IMAGE).width()
    assert narrow == max(page.card_view.viewport().width(), round(4 * 172 * 0.8))
    app.window.resize(1120, 760)
    app.wait_until_idle()
    assert picture(page, QUESTION_IMAGE).width() == min(page.card_view.viewport().width(), 4 * 172) > narrow


def test_a_table_has_its_gap_and_then_its_cell(app: AppDriver) -> None:
    page = drawn(app, TABLE)
    assert text_of(page.card_view).split() == ["Squares", "n", "square", "two", "[", "?", "]"]
    app.press(Qt.Key.Key_Space)
    assert text_of(page.card_view).split() == ["Squares", "n", "square", "two", "four"]


def test_no_text_of_a_deck_reaches_the_drawing_of_a_card(app: AppDriver) -> None:
    page = app.study({"id": "a", "front": f"![x]({QUESTION_IMAGE})", "back": f"<img src='{ANSWER_IMAGE}'>"})
    assert "img" not in page.prompt.face.question if page.prompt else False
    assert "[x]" in text_of(page.card_view)
