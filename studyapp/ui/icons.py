"""The drawn signs of the side bar, in the colour of the text."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZE = 20


def icon(resources: Path, name: str, colour: str, ratio: float) -> QIcon:
    """The sign `resources/icons/NAME.svg`, drawn in `colour` for a screen of `ratio` pixels a point."""
    drawing = (
        (resources / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    )
    pixmap = QPixmap(QSize(_SIZE, _SIZE) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, _SIZE, _SIZE))
    painter.end()
    return QIcon(pixmap)
