"""Colors, patterns and fonts of plots.

The colors of series differ in lightness too, so that they can be told apart with every kind of color vision, and some have a
pattern. In narrow bars the patterns are lost, so colors don't rely on them.
"""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from studyapp.ui.kit import theme
from studyapp.ui.statistics.plots.plot import Tint

_LIGHT_TINTS = {
    Tint.MAIN: "#3B5BDB", Tint.LEARNING: "#B87A00", Tint.YOUNG: "#3D93CE", Tint.MATURE: "#0A4A87",
    Tint.RELEARNING: "#A3282B",
}  # fmt: skip
_DARK_TINTS = {
    Tint.MAIN: "#7C93FF", Tint.LEARNING: "#F2C063", Tint.YOUNG: "#A5D6FA", Tint.MATURE: "#3F83C4",
    Tint.RELEARNING: "#E0604F",
}  # fmt: skip

_TEXT_SIZE = 12
"""Pixels, at a text size of 100%."""

_STRIPE_DISTANCE = 4


class Pattern(Enum):
    """What is drawn into the bars of a series."""

    PLAIN = auto()
    HOLLOW = auto()
    STRIPED = auto()


_PATTERN_BY_TINT = {Tint.LEARNING: Pattern.HOLLOW, Tint.RELEARNING: Pattern.STRIPED}

_DASHES_BY_TINT = {Tint.YOUNG: Qt.PenStyle.DashLine}


class PlotStyle(NamedTuple):
    """How plots look: the colors of the theme, the font, and a factor for lengths in pixels."""

    colours: theme.Colours
    font: QFont
    scale: float

    @property
    def metrics(self) -> QFontMetricsF:
        """The measures of the font."""
        return QFontMetricsF(self.font)

    @property
    def line_height(self) -> float:
        """The height of a line of text with its spacing."""
        return self.metrics.height() + 4 * self.scale

    def colour(self, tint: Tint) -> QColor:
        """Return the color of a series."""
        return QColor((_DARK_TINTS if self.colours is theme.DARK else _LIGHT_TINTS)[tint])


def style_for(font: QFont) -> PlotStyle:
    """Return the style in the current theme and text size, with the family of a font."""
    plot_font = QFont(font)
    plot_font.setPixelSize(theme.scale_pixels(_TEXT_SIZE))
    return PlotStyle(theme.current_colours(), plot_font, theme.scale_pixels(100) / 100)


def pattern_of(tint: Tint) -> Pattern:
    """Return the pattern of the bars of a series."""
    return _PATTERN_BY_TINT.get(tint, Pattern.PLAIN)


def line_pen(style: PlotStyle, tint: Tint) -> QPen:
    """Return the pen for the line of a series."""
    pen = QPen(style.colour(tint), 2 * style.scale)
    pen.setStyle(_DASHES_BY_TINT.get(tint, Qt.PenStyle.SolidLine))
    return pen


def level_pen(style: PlotStyle) -> QPen:
    """Return the pen for horizontal levels and vertical marks."""
    return QPen(QColor(style.colours.text), style.scale, Qt.PenStyle.DotLine)


def draw_text(
    painter: QPainter,
    style: PlotStyle,
    rect: QRectF,
    text: str,
    alignment: Qt.AlignmentFlag,
    *,
    is_muted: bool = True,
) -> None:
    """Draw a text of one line, elided to its place."""
    painter.setPen(QColor(style.colours.mutedText if is_muted else style.colours.text))
    shown = style.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.drawText(rect, alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def fill_bar(painter: QPainter, style: PlotStyle, tint: Tint, bar: QRectF) -> None:
    """Fill a bar with the color and the pattern of a series."""
    colour, pattern = style.colour(tint), pattern_of(tint)
    if pattern is Pattern.HOLLOW and min(bar.width(), bar.height()) >= _STRIPE_DISTANCE:
        light = QColor(colour)
        light.setAlphaF(0.3)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(light)
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(bar)
    if pattern is Pattern.STRIPED:
        painter.setPen(QPen(QColor(style.colours.panel), 1))
        y = bar.top() + _STRIPE_DISTANCE / 2
        while y < bar.bottom() - 1:
            painter.drawLine(QLineF(QPointF(bar.left(), y), QPointF(bar.right(), y)))
            y += _STRIPE_DISTANCE
