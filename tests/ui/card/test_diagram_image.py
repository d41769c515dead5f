"""Diagram cards on screen."""

import json

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from studyapp.core.rendering.diagram_face import ANSWER_IMAGE, QUESTION_IMAGE
from studyapp.ui.kit import theme
from studyapp.ui.review.review_page import ReviewPage
from tests.ui.app_driver import AppDriver, Note, basic_note, text_of

TREE = {
    "title": "From egg to hen",
    "nodes": [
        {"id": "egg", "label": "Egg", "place": [0, 0], "asks": 1},
        {"id": "hen", "label": "Hen", "place": [3, 1], "asks": 2},
    ],
    "edges": [{"from": "egg", "to": "hen", "label": "grows"}],
}
TABLE = {"title": "Squares", "columns": ["n", "square"], "rows": [["two", {"text": "four", "asks": 1}]]}


def study_diagram(app: AppDriver, diagram: object, *further_notes: Note) -> ReviewPage:
    """Open the review page on a note with this diagram."""
    (app.decks_folder / "diagrams").mkdir()
    (app.decks_folder / "diagrams" / "d.yaml").write_text(json.dumps(diagram), "utf-8")
    return app.study({"id": "a", "type": "diagram", "diagram": "d"}, *further_notes)


def rendered_image(page: ReviewPage, name: str) -> QImage:
    page.card_view.grab()
    image = page.card_view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert isinstance(image, QImage)
    return image


def image_colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_tree_shows_gap_then_answer(app: AppDriver) -> None:
    page = study_diagram(app, TREE)
    assert page.card_frame.caption_label.text() == "What goes here?"
    question_image = rendered_image(page, QUESTION_IMAGE)
    assert question_image.width() > 400
    app.press(Qt.Key.Key_Space)
    answer_image = rendered_image(page, ANSWER_IMAGE)
    assert answer_image.size() == question_image.size()
    assert answer_image != question_image


def test_card_of_another_kind_follows_a_tree(app: AppDriver) -> None:
    page = study_diagram(app, TREE, basic_note("b", section="1"))
    app.press(Qt.Key.Key_Space)
    app.press(Qt.Key.Key_4)
    assert text_of(page.card_view) == "Question b?"
    app.window.resize(900, 500)
    app.process_events()
    assert text_of(page.card_view) == "Question b?"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tree_is_drawn_in_current_theme(app: AppDriver, qapp: QApplication, scheme: str) -> None:
    page = study_diagram(app, TREE)
    qapp.setProperty("theme", scheme)
    app.window.restyle()
    expected = {"light": theme.LIGHT, "dark": theme.DARK}[scheme]
    drawn_colours = image_colours(rendered_image(page, QUESTION_IMAGE))
    assert QColor(expected.background).name().upper() in drawn_colours
    assert QColor(expected.badgeBackground).name().upper() in drawn_colours


def test_tree_fits_card_width(app: AppDriver) -> None:
    page = study_diagram(app, TREE)
    app.window.resize(760, 600)
    app.wait_until_idle()
    narrow = rendered_image(page, QUESTION_IMAGE).width()
    assert narrow == page.card_view.viewport().width()
    app.window.resize(1120, 760)
    app.wait_until_idle()
    assert (
        rendered_image(page, QUESTION_IMAGE).width()
        == min(page.card_view.viewport().width(), 4 * 172)
        > narrow
    )


def test_table_shows_gap_then_cell(app: AppDriver) -> None:
    page = study_diagram(app, TABLE)
    assert text_of(page.card_view).split() == ["Squares", "n", "square", "two", "[", "?", "]"]
    app.press(Qt.Key.Key_Space)
    assert text_of(page.card_view).split() == ["Squares", "n", "square", "two", "four"]


def test_deck_text_cannot_refer_to_diagram_image(app: AppDriver) -> None:
    page = app.study({"id": "a", "front": f"![x]({QUESTION_IMAGE})", "back": f"<img src='{ANSWER_IMAGE}'>"})
    assert "img" not in page.prompt.face.question if page.prompt else False
    assert "[x]" in text_of(page.card_view)
