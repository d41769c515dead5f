"""Shows the formulas of a card as images: in the size and color of the text around them, and on its baseline."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtSvg import QSvgRenderer

from studyapp.core.rendering.formulas.formula import FormulaImage, add_image_parameters, decode_formula_image
from studyapp.core.rendering.formulas.typesetting import (
    TEXT_COLOUR,
    SystemText,
    TypesetFormula,
    typeset_formula,
)
from studyapp.core.rendering.latex.formula_parsing import parse_formula
from studyapp.core.rendering.latex.formula_problem import UnsupportedFormulaError
from studyapp.core.rendering.latex.math_nodes import ACCENT_COLOUR
from studyapp.ui.card.document.colour_contrast import adapt_colour
from studyapp.ui.card.document.weighted_cache import WeightedCache
from studyapp.ui.kit import theme

_MIN_SCALE = 0.7
"""The smallest scale of a formula that is wider than the card. If it does not fit then, the card scrolls."""

_MAX_PIXELS = 1_000_000
"""Device pixels of an image. A larger formula is drawn more coarsely."""

_MAX_SOURCE_LENGTH = 200


_images: WeightedCache[QImage] = WeightedCache(20_000_000, lambda image: image.sizeInBytes())
_formulas: WeightedCache[TypesetFormula] = WeightedCache(4_000_000, lambda formula: 1_000 + len(formula.svg))


class _Appearance(NamedTuple):
    """How a formula is drawn: its font size in pixels, its scale, the size of the image and the distance of the baseline
    from its top in logical pixels, the device pixel ratio, and the colors."""

    size: int
    scale: float
    width: int
    height: int
    baseline: float
    device_pixel_ratio: float
    colour: str
    accent: str

    def encode(self) -> str:
        """Return the appearance as part of the name of an image."""
        return ",".join(f"{value:g}" if isinstance(value, float) else str(value) for value in self).replace(
            "#", ""
        )

    @classmethod
    def decode(cls, text: str) -> "_Appearance | None":
        """Return the appearance from the name of an image."""
        parts = text.split(",")
        if len(parts) != len(cls._fields):
            return None
        size, scale, width, height, baseline, ratio, colour, accent = parts
        return cls(
            int(size), float(scale), int(width), int(height), float(baseline), float(ratio), f"#{colour}", f"#{accent}"
        )  # fmt: skip


def place_formulas(
    document: QTextDocument, max_width: int, palette: QPalette, device_pixel_ratio: float
) -> None:
    """Give each formula its size and its place on the baseline. A formula that is wider than `max_width`, in logical
    pixels, is scaled down, but stays readable."""
    found: list[tuple[int, int, QTextImageFormat]] = []
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            formula = decode_formula_image(fragment.charFormat().toImageFormat().name())
            if formula is not None:
                image_format = _make_format(
                    formula, fragment.charFormat(), document, max_width, palette, device_pixel_ratio
                )
                found.append((fragment.position(), fragment.length(), image_format))
            fragments += 1
        block = block.next()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for position, length, image_format in found:
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(image_format)
    cursor.endEditBlock()


def _make_format(
    formula: FormulaImage,
    text_format: QTextCharFormat,
    document: QTextDocument,
    max_width: int,
    palette: QPalette,
    device_pixel_ratio: float,
) -> QTextImageFormat:
    placed = _Appearance.decode(formula.parameters)
    font = text_format.font().resolve(document.defaultFont())
    size = placed.size if placed else max(1, QFontInfo(font).pixelSize())
    typeset = _typeset(formula.latex, formula.is_display, size)
    scale = max(_MIN_SCALE, min(1.0, max_width / typeset.width))
    font = _font_with_descent(font, size, (typeset.height - typeset.baseline) * scale)
    descent = QFontMetricsF(font).descent()
    height = ceil(typeset.baseline * scale + descent)
    has_colour = text_format.hasProperty(QTextFormat.Property.ForegroundBrush)
    colour = text_format.foreground().color() if has_colour else palette.color(QPalette.ColorRole.Text)
    appearance = _Appearance(
        size, scale, ceil(typeset.width * scale), height, height - descent, device_pixel_ratio,
        colour.name(), QColor(theme.current_colours().accent).name(),
    )  # fmt: skip
    image_format = text_format.toImageFormat()
    image_format.setName(add_image_parameters(image_format.name(), appearance.encode()))
    image_format.setWidth(appearance.width)
    image_format.setHeight(appearance.height)
    image_format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    image_format.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    image_format.setFont(font)
    return image_format


def _font_with_descent(font: QFont, size: int, descent: float) -> QFont:
    """Return the font in the smallest size, from `size` pixels on, that has at least this descent.

    Qt puts the bottom of an image with this alignment as far below the baseline as its font descends, and offers no other
    way to let an image hang below the baseline.
    """
    font = QFont(font)
    font.setPixelSize(size)
    ratio = descent / max(1.0, QFontMetricsF(font).descent())
    font.setPixelSize(max(size, int(size * ratio)))
    while QFontMetricsF(font).descent() < descent:
        font.setPixelSize(font.pixelSize() + 1)
    return font


def render_formula_image(name: str) -> QImage | None:
    """Return the image of a formula placed by `place_formulas`, or None for any other name."""
    formula = decode_formula_image(name)
    appearance = _Appearance.decode(formula.parameters) if formula else None
    if formula is None or appearance is None:
        return None
    pixels = appearance.width * appearance.height * appearance.device_pixel_ratio**2
    ratio = appearance.device_pixel_ratio * min(1.0, (_MAX_PIXELS / max(1.0, pixels)) ** 0.5)
    drawn = appearance._replace(device_pixel_ratio=ratio)
    return _images.get(name, lambda: _draw(formula.latex, formula.is_display, drawn))


def _draw(latex: str, is_display: bool, appearance: _Appearance) -> QImage:
    ratio = appearance.device_pixel_ratio
    size = QSize(max(1, round(appearance.width * ratio)), max(1, round(appearance.height * ratio)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    typeset = _typeset(latex, is_display, appearance.size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, appearance.baseline - typeset.baseline * appearance.scale)
    painter.scale(appearance.scale, appearance.scale)
    _paint(painter, typeset, appearance)
    painter.end()
    return image


def _paint(painter: QPainter, typeset: TypesetFormula, appearance: _Appearance) -> None:
    svg = typeset.svg
    for written in typeset.colours:
        svg = svg.replace(f'"{written}"', f'"{_visible_colour(written, appearance)}"')
    if svg:
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, typeset.width, typeset.height))
    font = QFont(theme.font_family())
    for text in typeset.system_texts:
        font.setPixelSize(max(1, round(text.size)))
        painter.setFont(font)
        painter.setPen(QColor(_visible_colour(text.colour, appearance)))
        painter.drawText(QPointF(text.x, text.baseline), text.text)


def _visible_colour(colour: str, appearance: _Appearance) -> str:
    if colour == TEXT_COLOUR:
        return appearance.colour
    return appearance.accent if colour == ACCENT_COLOUR else adapt_colour(QColor(colour)).name()


def _typeset(latex: str, is_display: bool, size: int) -> TypesetFormula:
    """Typeset a formula. If the library fails, return its source."""

    def make() -> TypesetFormula:
        try:
            return typeset_formula(parse_formula(latex, is_display=is_display), size, is_display=is_display)
        except (UnsupportedFormulaError, ValueError):
            return _source_as_formula(latex, size)

    return _formulas.get((latex, is_display, size), make)


def _source_as_formula(latex: str, size: int) -> TypesetFormula:
    source = " ".join(latex.split())[:_MAX_SOURCE_LENGTH]
    font = QFont(theme.font_family())
    font.setPixelSize(size)
    metrics = QFontMetrics(font)
    text = SystemText(source, 0, metrics.ascent(), size, TEXT_COLOUR)
    return TypesetFormula(
        "",
        max(1, metrics.horizontalAdvance(source)),
        metrics.height(),
        metrics.ascent(),
        (text,),
        frozenset(),
    )
