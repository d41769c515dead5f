"""Colors, marks and fonts of maps.

The levels of memory have tints that can be told apart with each kind of color blindness, and marks of different
shapes.
"""

from typing import NamedTuple, assert_never

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.kit import theme

_LIGHT_TINTS = {
    MemoryLevel.KNOWN: "#A9CBF5", MemoryLevel.FADING: "#F9E79A", MemoryLevel.FORGOTTEN: "#EE9E84",
    MemoryLevel.NEW: "#FFFFFF", MemoryLevel.NO_CARDS: "#E4E2DC",
}  # fmt: skip
_DARK_TINTS = {
    MemoryLevel.KNOWN: "#2A4F8F", MemoryLevel.FADING: "#76651A", MemoryLevel.FORGOTTEN: "#76241A",
    MemoryLevel.NEW: "#1E2126", MemoryLevel.NO_CARDS: "#343942",
}  # fmt: skip

_LABEL_SIZE, _DETAIL_SIZE = 13, 12
"""Pixels, at a text size of 100% and without zoom."""


class MapStyle(NamedTuple):
    """How maps look: the colors of the theme, the font of the labels, and a factor for lengths in pixels."""

    colours: theme.Colours
    font: QFont
    scale: float

    @property
    def detail_font(self) -> QFont:
        """The font of details and of the labels of edges."""
        font = QFont(self.font)
        font.setPixelSize(round(_DETAIL_SIZE * self.scale))
        return font

    @property
    def line_height(self) -> float:
        """The height of a line of a label."""
        return QFontMetricsF(self.font).height()

    def tint(self, level: MemoryLevel) -> QColor:
        """Return the color of the nodes of a level."""
        return QColor((_DARK_TINTS if self.colours is theme.DARK else _LIGHT_TINTS)[level])


def style_for(font: QFont) -> MapStyle:
    """Return the style in the current theme and text size, with the family of a font."""
    map_font = QFont(font)
    map_font.setPixelSize(theme.scale_pixels(_LABEL_SIZE))
    return MapStyle(theme.current_colours(), map_font, theme.scale_pixels(100) / 100)


def draw_mark(painter: QPainter, rect: QRectF, level: MemoryLevel, style: MapStyle) -> None:
    """Draw the mark of a level: a full, half full or empty circle for what was studied, a plus for what is new. Nodes
    without cards have no mark."""
    colour = QColor(style.colours.text)
    pen = QPen(colour, rect.width() / 8)
    match level:
        case MemoryLevel.KNOWN | MemoryLevel.FADING | MemoryLevel.FORGOTTEN:
            painter.setPen(pen)
            painter.setBrush(QColor(style.colours.panel))
            circle = rect.adjusted(pen.widthF(), pen.widthF(), -pen.widthF(), -pen.widthF())
            painter.drawEllipse(circle)
            painter.setBrush(colour)
            if level is MemoryLevel.KNOWN:
                painter.drawEllipse(circle)
            elif level is MemoryLevel.FADING:
                painter.drawChord(circle, 180 * 16, 180 * 16)
        case MemoryLevel.NEW:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setWidthF(rect.width() / 6)
            painter.setPen(pen)
            center, arm = rect.center(), rect.width() * 0.32
            painter.drawLine(QLineF(center - QPointF(arm, 0), center + QPointF(arm, 0)))
            painter.drawLine(QLineF(center - QPointF(0, arm), center + QPointF(0, arm)))
        case MemoryLevel.NO_CARDS:
            pass
        case _:
            assert_never(level)
