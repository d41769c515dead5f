"""Cards of custom note types: image masks, and HTML that is too complex."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.image_occlusion import Mask, encode_masked_image
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.card.card_view import CardView
from studyapp.ui.kit import theme

GREEN = QColor("#00FF00")


@pytest.fixture
def card_view(qtbot: QtBot, tmp_path: Path) -> CardView:
    card_view = CardView()
    qtbot.addWidget(card_view)
    card_view.resize(400, 300)
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(GREEN)
    assert image.save(str(tmp_path / "a b.png"))
    return card_view


@pytest.mark.parametrize(("kind", "is_covered"), [("rect", True), ("ellipse", True), ("rect-outline", False)])
def test_mask_covers_its_part_of_the_image(
    card_view: CardView, tmp_path: Path, kind: str, is_covered: bool
) -> None:
    mask = Mask(kind, ((0.5, 0.2), (0.9, 0.8)), is_target=True)
    card_view.show_html(f'<p align="left"><img src="{encode_masked_image("a b.png", [mask])}"></p>', tmp_path)
    card_view.show()
    QApplication.processEvents()
    screenshot = card_view.viewport().grab().toImage()
    ratio = screenshot.devicePixelRatio()
    left = next(x for x in range(screenshot.width()) if screenshot.pixelColor(x, round(50 * ratio)) == GREEN)
    middle = screenshot.pixelColor(left + round(140 * ratio), round(50 * ratio))
    assert (middle == QColor(theme.current_colours().accent)) is is_covered
    assert screenshot.pixelColor(left + round(20 * ratio), round(50 * ratio)) == GREEN


@pytest.mark.parametrize(
    ("languages", "caption"),
    [
        (CardLanguages.ENGLISH, "[Too complex to show; reduced to its text]"),
        (
            CardLanguages.ENGLISH_AND_TRADITIONAL,
            "[Too complex to show; reduced to its text · 內容過於複雜，只顯示文字]",
        ),
    ],
)
def test_card_tells_that_its_html_was_reduced(
    card_view: CardView, tmp_path: Path, languages: CardLanguages, caption: str
) -> None:
    templates = (CardTemplate("Card 1", "{{Front}}", "{{FrontSide}}<hr>{{Back}}"),)
    note_type = CustomNoteType(1, "T", ("Front", "Back"), templates, is_cloze=False)
    content = CustomContent(note_type, ("<div>" * 100_000 + "deep", "back"))
    (card,) = cards_of(Note("d", "n", content))
    face = render_face(card, languages)
    for html in (face.question, face.revealed):
        card_view.show_html(html, tmp_path)
        assert card_view.toPlainText().startswith(f"deep\n{caption}")
    assert card_view.toPlainText().endswith("back")
