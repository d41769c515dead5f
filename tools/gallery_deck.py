"""The gallery: decks with every kind of content, to look at and to measure."""

import math
import shutil
import wave
from array import array
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

DECKS_FOLDER = Path(__file__).parent / "gallery"


def create_gallery(folder: Path) -> None:
    """Copy the decks into a folder, with their media, which are made here."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {
        "landscape.png": _draw_landscape(),
        "tower.png": _draw_tower(),
        "chest.png": _draw_chest(),
        "flag.png": _draw_flag(),
        "map.png": _draw_map(),
        "staff.png": _draw_staff(),
    }
    for deck_file in DECKS_FOLDER.glob("*.yaml"):
        shutil.copy(deck_file, folder)
        media_folder = folder / f"{deck_file.stem}-media"
        media_folder.mkdir(exist_ok=True)
        for name, picture in pictures.items():
            for place in (folder, media_folder):
                picture.save(str(place / name))
        _write_tone(media_folder / "tone.wav")


def _write_tone(path: Path) -> None:
    """Write a sound of half a second."""
    rate = 16_000
    samples = array("h", (round(8_000 * math.sin(2 * math.pi * 440 * n / rate)) for n in range(rate // 2)))
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, rate, 0, "NONE", ""))
        sound.writeframes(samples.tobytes())


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


def _draw_chest() -> QImage:
    picture = QImage(900, 700, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1A1A1A"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#6E7A85"))
    for x in (280, 620):
        painter.drawEllipse(QPointF(x, 360), 150, 250)
    painter.setBrush(QColor("#C4CDD5"))
    painter.drawEllipse(QPointF(480, 430), 110, 130)
    painter.setPen(QColor("#FFFFFF"))
    font = painter.font()
    font.setPixelSize(40)
    painter.setFont(font)
    painter.drawText(QPointF(430, 440), "heart")
    painter.drawText(QPointF(60, 610), "right lung")
    painter.end()
    return picture


def _draw_flag() -> QImage:
    picture = QImage(440, 280, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FFFFFF"))
    painter = QPainter(picture)
    painter.fillRect(0, 0, 440, 93, QColor("#0072CE"))
    painter.fillRect(0, 93, 440, 93, QColor("#000000"))
    painter.end()
    return picture


def _draw_map() -> QImage:
    picture = QImage(500, 500, QImage.Format.Format_RGB32)
    picture.fill(QColor("#C6ECFF"))
    painter = QPainter(picture)
    painter.setPen(QColor("#646464"))
    for colour, corners in (
        ("#FEFEE9", [(0, 60), (180, 20), (260, 240), (140, 480), (0, 500)]),
        ("#E0584F", [(300, 190), (430, 170), (450, 260), (330, 290)]),
        ("#FEFEE9", [(330, 290), (450, 260), (500, 300), (500, 500), (320, 500)]),
    ):
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.end()
    return picture


def _draw_staff() -> QImage:
    picture = QImage(600, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FFFFFF"))
    painter = QPainter(picture)
    for line in range(5):
        painter.fillRect(20, 40 + 30 * line, 560, 3, QColor("#000000"))
    font = painter.font()
    font.setPixelSize(70)
    painter.setFont(font)
    painter.drawText(QPointF(120, 65), "\N{MUSIC SHARP SIGN}")
    painter.drawText(QPointF(180, 110), "\N{MUSIC SHARP SIGN}")
    painter.end()
    return picture
