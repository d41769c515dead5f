"""A drawing of the core as a picture in the colours of now."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from studyapp.core.rendering.tree_svg import Inks
from studyapp.ui.kit import theme

_SMALLEST = 0.8
"""The least share of its own size at which a drawing can be read; beyond, the card scrolls sideways."""


_MOST_PIXELS = 16_000_000


def inks() -> Inks:
    """The theme of now as a drawing needs it."""
    colours = theme.current()
    return Inks(
        ground=colours.panel,
        box=colours.background,
        edge=colours.track,
        text=colours.text,
        soft=colours.soft,
        accent=colours.badgeText,
        tint=colours.badge,
        family=theme.family(),
    )


def drawn_picture(svg: str, widest: int, ratio: float) -> QImage:
    """The SVG no wider than `widest` points as long as its words stay legible, for a screen of `ratio` pixels
    a point."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    width = max(widest, round(size.width() * _SMALLEST))
    if width < size.width():
        size = size.scaled(width, size.height(), Qt.AspectRatioMode.KeepAspectRatio)
    # Of a drawing as large as may be, as many pixels as a screen can use.
    ratio *= min(1.0, (_MOST_PIXELS / max(1.0, size.width() * size.height() * ratio**2)) ** 0.5)
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
