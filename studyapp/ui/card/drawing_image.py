"""A drawing of the core as a picture in the colours of now."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from studyapp.core.rendering.tree_svg import DrawingTheme
from studyapp.ui.kit import theme

_MIN_SCALE = 0.8
"""The least share of its own size at which a drawing can be read; beyond, the card scrolls sideways."""


_MAX_PIXELS = 16_000_000


def current_drawing_theme() -> DrawingTheme:
    """The theme of now as a drawing needs it."""
    colours = theme.current_colours()
    return DrawingTheme(
        background=colours.panel,
        box_fill=colours.background,
        border=colours.track,
        text=colours.text,
        muted_text=colours.mutedText,
        accent=colours.badgeText,
        accent_fill=colours.badgeBackground,
        font_family=theme.font_family(),
    )


def render_drawing_image(svg: str, max_width: int, device_pixel_ratio: float) -> QImage:
    """The SVG no wider than `widest` points as long as its words stay legible, for a screen of `ratio` pixels
    a point."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    width = max(max_width, round(size.width() * _MIN_SCALE))
    if width < size.width():
        size = size.scaled(width, size.height(), Qt.AspectRatioMode.KeepAspectRatio)
    # Of a drawing as large as may be, as many pixels as a screen can use.
    device_pixel_ratio *= min(
        1.0, (_MAX_PIXELS / max(1.0, size.width() * size.height() * device_pixel_ratio**2)) ** 0.5
    )
    image = QImage(size * device_pixel_ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(device_pixel_ratio)
    return image
