"""A driver for a card view outside the window, and images for its decks."""

from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.card.card_view import CardView

IMAGE_RESOURCE = int(QTextDocument.ResourceType.ImageResource.value)
RED, GREEN = 0xFFFF0000, 0xFF00FF00
PLACEHOLDER_SIZE = QSize(1, 1)


def save_image(path: Path, width: int = 40, height: int = 30, colour: int = RED) -> Path:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colour)
    assert image.save(str(path))
    return path


class CardViewDriver:
    """A card view in a window, a deck folder, and an image outside of it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.deck_folder = folder / "deck"
        self.deck_folder.mkdir()
        self.secret_image = save_image(folder / "secret.png", 300, 300)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.card_view = CardView(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card_view)
        column.addStretch(1)
        self.window.resize(600, 400)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def render_image(self, name: str) -> QImage:
        """The image that the card view loads for `<img src="NAME">`."""
        self.card_view.show_html(f'<p><img src="{name}"></p>', self.deck_folder)
        self.card_view.grab()
        image = self.card_view.document().resource(IMAGE_RESOURCE, QUrl(name))
        assert isinstance(image, QImage)
        return image
