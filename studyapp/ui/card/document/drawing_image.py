"""Renders a drawing as an image in the current theme."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from studyapp.core.rendering.drawings.tree_svg import DrawingTheme
from studyapp.ui.kit import theme

_MIN_READABLE_SCALE = 0.7
_MAX_PIXELS = 16_000_000


def current_drawing_theme() -> DrawingTheme:
    """Return the colors and the font of the current theme for drawings."""
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


def render_drawing_image(svg: str, max_size: QSize, device_pixel_ratio: float) -> QImage:
    """Render an SVG for a screen with this device pixel ratio, scaled down to `max_size` logical pixels.

    It may be higher, so that its text stays readable; then the card scrolls.
    """
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    readable_height = round(size.height() * _MIN_READABLE_SCALE)
    size = size.scaled(
        size.boundedTo(max_size.expandedTo(QSize(0, readable_height))), Qt.AspectRatioMode.KeepAspectRatio
    )
    # Limit the memory that a very large drawing takes.
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
