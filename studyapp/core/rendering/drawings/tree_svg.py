"""Rendering tree drawings as SVG: only shapes and escaped text, no external references."""

from dataclasses import dataclass
from html import escape

from studyapp.core.notes.drawing import Arrow, Box, TreeDrawing
from studyapp.core.rendering.drawings.tree_layout import (
    BOX_LINE_HEIGHT,
    BOX_WIDTH,
    LABEL_LINE_HEIGHT,
    LABEL_WIDTH,
    TreeLayout,
)
from studyapp.core.text.localized_text import CardLanguages

_LABEL_FONT_SIZE, _DETAIL_FONT_SIZE = 13, 11.5
"""Font sizes in points."""


@dataclass(frozen=True, slots=True)
class DrawingTheme:
    """The colors and the font family of a drawing."""

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
    """Render the tree with the parts of this ordinal hidden or, if `revealed`, in the accent color."""
    layout = TreeLayout(tree, languages)
    painter = _SvgPainter(layout, ordinal, revealed, theme)
    elements = [painter.arrow_svg(arrow) for arrow in tree.arrows]
    elements += [painter.label_svg(arrow) for arrow in tree.arrows if arrow.label]
    elements += [painter.box_svg(box) for box in tree.boxes]
    width, height = f"{layout.width:g}", f"{layout.height:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{escape(theme.font_family)}">{"".join(elements)}</svg>'
    )


@dataclass(frozen=True, slots=True)
class _SvgPainter:
    layout: TreeLayout
    ordinal: int
    revealed: bool
    theme: DrawingTheme

    def arrow_svg(self, arrow: Arrow) -> str:
        line = self.layout.arrow_line(arrow)
        dashes = ' stroke-dasharray="5 4"' if arrow.is_dashed else ""
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in line.arrowhead)
        return (
            f'<line x1="{line.x1:.1f}" y1="{line.y1:.1f}" x2="{line.x2:.1f}" y2="{line.y2:.1f}" '
            f'stroke="{self.theme.muted_text}" stroke-width="1.4"{dashes}/>'
            f'<polygon points="{corners}" fill="{self.theme.muted_text}"/>'
        )

    def label_svg(self, arrow: Arrow) -> str:
        is_target = arrow.card_ordinal == self.ordinal
        is_hidden = is_target and not self.revealed
        lines = ["?"] if is_hidden else self.layout.label_lines(arrow)
        width, height = 34 if is_hidden else LABEL_WIDTH, LABEL_LINE_HEIGHT * len(lines) + 5
        center_x, center_y = self.layout.arrow_line(arrow).label_center
        left, top = center_x - width / 2, center_y - height / 2
        fill, stroke = (
            (self.theme.accent_fill, self.theme.accent) if is_target else (self.theme.background, "none")
        )
        text_color = self.theme.accent if is_target else self.theme.muted_text
        rows = (
            _text_svg(
                center_x,
                top + 13.5 + index * LABEL_LINE_HEIGHT,
                line,
                _DETAIL_FONT_SIZE,
                text_color,
                bold=is_target,
            )
            for index, line in enumerate(lines)
        )
        return _rect_svg(left, top, width, height, fill, stroke, 6) + "".join(rows)

    def box_svg(self, box: Box) -> str:
        left, top = self.layout.top_left(box)
        is_target = box.card_ordinal == self.ordinal
        fill, stroke = (
            (self.theme.accent_fill, self.theme.accent)
            if is_target
            else (self.theme.box_fill, self.theme.border)
        )
        label_color = self.theme.accent if is_target else self.theme.text
        lines = self.layout.box_lines(box)
        if is_target and not self.revealed:
            lines = [("?", True), *(line for line in lines if not line[1])]
        height = self.layout.box_height
        first_baseline = top + height / 2 + 4.5 - BOX_LINE_HEIGHT / 2 * (len(lines) - 1)
        rows = (
            _text_svg(
                left + BOX_WIDTH / 2, first_baseline + index * BOX_LINE_HEIGHT, text, _LABEL_FONT_SIZE if is_label else _DETAIL_FONT_SIZE,
                label_color if is_label else self.theme.muted_text, bold=is_label,
            )
            for index, (text, is_label) in enumerate(lines)
        )  # fmt: skip
        return _rect_svg(left, top, BOX_WIDTH, height, fill, stroke, 9) + "".join(rows)


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
