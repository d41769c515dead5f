"""Writing plots to files."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.plots.plot_painting import create_painter, height_for_width
from studyapp.ui.statistics.plots.plot_style import PlotStyle
from studyapp.ui.statistics.plots.plot_table import to_csv

PICTURE_WIDTH = 720
"""Pixels, at a text size of 100%."""

_MARGIN = 12
_PNG_SCALE = 2
"""Pixels of a PNG per pixel of the layout, so that it stays sharp when it is printed."""


def write_csv(plot: Plot, path: Path) -> None:
    """Write the table as UTF-8 with a byte order mark, by which spreadsheets recognize it. Raises OSError."""
    path.write_bytes(to_csv(plot).encode("utf-8-sig"))


def write_svg(plot: Plot, path: Path, style: PlotStyle) -> None:
    """Write the plot with its title. Raises OSError."""
    path.write_bytes(to_svg(plot, style, with_title=True))


def write_png(plot: Plot, path: Path, style: PlotStyle) -> None:
    """Write the plot with its title. Raises OSError."""
    size = _picture_size(plot, style, with_title=True)
    image = QImage(size * _PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    image.fill(QColor(style.colours.panel))
    painter = QPainter(image)
    try:
        _paint(plot, painter, size, style, with_title=True)
    finally:
        painter.end()  # Qt crashes if an error keeps it alive
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(content, QByteArray(b"png")).write(image)
    path.write_bytes(bytes(content.data().data()))


def to_svg(plot: Plot, style: PlotStyle, *, with_title: bool) -> bytes:
    """Return the plot as SVG, on the background of the theme."""
    from PySide6.QtSvg import QSvgGenerator

    size = _picture_size(plot, style, with_title=with_title)
    content = QByteArray()
    device = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(plot.title)
    generator.setDescription(plot.sentence)
    generator.setResolution(96)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(style.colours.panel))
    try:
        _paint(plot, painter, size, style, with_title=with_title)
    finally:
        painter.end()
    return bytes(content.data())


def _picture_size(plot: Plot, style: PlotStyle, *, with_title: bool) -> QSize:
    width = round(PICTURE_WIDTH * style.scale)
    height = height_for_width(plot, width - 2 * _MARGIN, style)
    title_height = round(style.line_height * 1.5) if with_title else 0
    return QSize(width, height + 2 * _MARGIN + title_height)


def _paint(plot: Plot, painter: QPainter, size: QSize, style: PlotStyle, *, with_title: bool) -> None:
    painter.translate(_MARGIN, _MARGIN)
    if with_title:
        painter.setFont(style.font)
        painter.setPen(QColor(style.colours.text))
        painter.drawText(QRectF(0, 0, size.width() - 2 * _MARGIN, style.line_height), plot.title)
        painter.translate(0, round(style.line_height * 1.5))
    create_painter(plot, size.width() - 2 * _MARGIN, style).paint(painter)
