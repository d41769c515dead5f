"""A tree as an SVG picture. Nothing in it reaches outside: shapes and escaped words alone."""

from dataclasses import dataclass
from html import escape

from studyapp.core.notes.drawing import Arrow, Box, TreeDrawing
from studyapp.core.rendering.tree_layout import (
    BOX_LINE_HEIGHT,
    BOX_WIDTH,
    LABEL_LINE_HEIGHT,
    LABEL_WIDTH,
    TreeLayout,
)
from studyapp.core.text.localized_text import CardLanguages

_LABEL_FONT_SIZE, _DETAIL_FONT_SIZE = 13, 11.5
"""Sizes of letters in points."""


@dataclass(frozen=True, slots=True)
class DrawingTheme:
    """The colours of a drawing, and the family of its letters."""

    background: str
    box_fill: str
    border: str
    text: str
    muted_text: str
    accent: str
    accent_fill: str
    font_family: str


def render_tree_svg(
    tree: TreeDrawing, languages: CardLanguages, ordinal: int, revealed: bool, theme: DrawingTheme
) -> str:
    """The picture with the parts of `number` hidden or, once shown, in the accent colour."""
    layout = TreeLayout(tree, languages)
    pen = _SvgPainter(layout, ordinal, revealed, theme)
    drawn = [pen.arrow_svg(arrow) for arrow in tree.arrows]
    drawn += [pen.label_svg(arrow) for arrow in tree.arrows if arrow.label]
    drawn += [pen.box_svg(box) for box in tree.boxes]
    width, height = f"{layout.width:g}", f"{layout.height:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{escape(theme.font_family)}">{"".join(drawn)}</svg>'
    )


@dataclass(frozen=True, slots=True)
class _SvgPainter:
    layout: TreeLayout
    ordinal: int
    revealed: bool
    theme: DrawingTheme

    def arrow_svg(self, arrow: Arrow) -> str:
        way = self.layout.arrow_line(arrow)
        dashes = ' stroke-dasharray="5 4"' if arrow.is_dashed else ""
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in way.arrowhead)
        return (
            f'<line x1="{way.x1:.1f}" y1="{way.y1:.1f}" x2="{way.x2:.1f}" y2="{way.y2:.1f}" '
            f'stroke="{self.theme.muted_text}" stroke-width="1.4"{dashes}/>'
            f'<polygon points="{corners}" fill="{self.theme.muted_text}"/>'
        )

    def label_svg(self, arrow: Arrow) -> str:
        asked = arrow.card_ordinal == self.ordinal
        is_gap = asked and not self.revealed
        lines = ["?"] if is_gap else self.layout.label_lines(arrow)
        width, height = 34 if is_gap else LABEL_WIDTH, LABEL_LINE_HEIGHT * len(lines) + 5
        middle_x, middle_y = self.layout.arrow_line(arrow).label_center
        left, top = middle_x - width / 2, middle_y - height / 2
        ground, edge = (
            (self.theme.accent_fill, self.theme.accent) if asked else (self.theme.background, "none")
        )
        colour = self.theme.accent if asked else self.theme.muted_text
        rows = (
            _text_svg(
                middle_x, top + 13.5 + row * LABEL_LINE_HEIGHT, words, _DETAIL_FONT_SIZE, colour, bold=asked
            )
            for row, words in enumerate(lines)
        )
        return _rect_svg(left, top, width, height, ground, edge, 6) + "".join(rows)

    def box_svg(self, box: Box) -> str:
        left, top = self.layout.top_left(box)
        asked = box.card_ordinal == self.ordinal
        ground, edge = (
            (self.theme.accent_fill, self.theme.accent) if asked else (self.theme.box_fill, self.theme.border)
        )
        strong = self.theme.accent if asked else self.theme.text
        lines = self.layout.box_lines(box)
        if asked and not self.revealed:
            lines = [("?", True), *(line for line in lines if not line[1])]
        height = self.layout.box_height
        first = top + height / 2 + 4.5 - BOX_LINE_HEIGHT / 2 * (len(lines) - 1)
        rows = (
            _text_svg(
                left + BOX_WIDTH / 2, first + row * BOX_LINE_HEIGHT, words, _LABEL_FONT_SIZE if bold else _DETAIL_FONT_SIZE,
                strong if bold else self.theme.muted_text, bold=bold,
            )
            for row, (words, bold) in enumerate(lines)
        )  # fmt: skip
        return _rect_svg(left, top, BOX_WIDTH, height, ground, edge, 9) + "".join(rows)


def _rect_svg(
    left: float, top: float, width: float, height: float, fill: str, stroke: str, radius: float
) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{radius}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="1.2"/>'
    )


def _text_svg(center: float, baseline: float, text: str, font_size: float, colour: str, *, bold: bool) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{center:.1f}" y="{baseline:.1f}" font-size="{font_size}" fill="{colour}" text-anchor="middle"{weight}>'
        f"{escape(text)}</text>"
    )
