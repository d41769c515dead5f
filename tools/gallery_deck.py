"""The gallery: a deck with every kind of content, to look at and to measure."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

DECK_FILE = Path(__file__).parent / "gallery" / "gallery.yaml"


def create_gallery(folder: Path) -> Path:
    """Copy the deck into a folder, with its pictures, which are drawn here. Return the file of the deck."""
    folder.mkdir(parents=True, exist_ok=True)
    media_folder = folder / "gallery-media"
    media_folder.mkdir(exist_ok=True)
    for name, picture in (("landscape.png", _draw_landscape()), ("tower.png", _draw_tower())):
        for place in (folder, media_folder):
            picture.save(str(place / name))
    return Path(shutil.copy(DECK_FILE, folder))


def _draw_landscape() -> QImage:
    picture = QImage(1600, 1000, QImage.Format.Format_RGB32)
    picture.fill(QColor("#BFE3FF"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#E5484D"))
    painter.drawEllipse(QPointF(320, 270), 130, 130)
    for colour, shift in (("#7FA650", 0), ("#5C8A3A", 260)):
        painter.setBrush(QColor(colour))
        corners = [(0, 800 + shift / 4), (400, 480 + shift), (900, 760), (1300, 420 + shift), (1600, 700)]
        painter.drawPolygon(
            QPolygonF([*(QPointF(x, y) for x, y in corners), QPointF(1600, 1000), QPointF(0, 1000)])
        )
    painter.end()
    return picture


def _draw_tower() -> QImage:
    picture = QImage(500, 1500, QImage.Format.Format_RGB32)
    picture.fill(QColor("#F4EFE6"))
    painter = QPainter(picture)
    painter.fillRect(QRectF(150, 250, 200, 1250), QColor("#8D7B68"))
    for row in range(9):
        painter.fillRect(QRectF(215, 330 + 125 * row, 70, 60), QColor("#F8D66D"))
    painter.setBrush(QColor("#A4161A"))
    painter.drawPolygon(QPolygonF([QPointF(120, 250), QPointF(250, 40), QPointF(380, 250)]))
    painter.end()
    return picture
