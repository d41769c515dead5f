"""A tree as an SVG picture. Nothing in it reaches outside: shapes and escaped words alone."""

from dataclasses import dataclass
from html import escape

from studyapp.core.notes.drawing import Arrow, Box, Tree
from studyapp.core.rendering.tree_layout import BOX_LINE, BOX_WIDTH, LABEL_LINE, LABEL_WIDTH, TreeLayout
from studyapp.core.text.localized_text import LanguageChoice

_LABEL, _DETAIL = 13, 11.5
"""Sizes of letters in points."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a drawing, and the family of its letters."""

    ground: str
    box: str
    edge: str
    text: str
    soft: str
    accent: str
    tint: str
    family: str


def tree_svg(tree: Tree, choice: LanguageChoice, number: int, shown: bool, inks: Inks) -> str:
    """The picture with the parts of `number` hidden or, once shown, in the accent colour."""
    layout = TreeLayout(tree, choice)
    pen = _Pen(layout, number, shown, inks)
    drawn = [pen.stroke(arrow) for arrow in tree.arrows]
    drawn += [pen.label(arrow) for arrow in tree.arrows if arrow.label]
    drawn += [pen.box(box) for box in tree.boxes]
    width, height = f"{layout.width:g}", f"{layout.height:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{escape(inks.family)}">{"".join(drawn)}</svg>'
    )


@dataclass(frozen=True, slots=True)
class _Pen:
    layout: TreeLayout
    number: int
    shown: bool
    inks: Inks

    def stroke(self, arrow: Arrow) -> str:
        way = self.layout.line(arrow)
        dashes = ' stroke-dasharray="5 4"' if arrow.dashed else ""
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in way.head)
        return (
            f'<line x1="{way.x1:.1f}" y1="{way.y1:.1f}" x2="{way.x2:.1f}" y2="{way.y2:.1f}" '
            f'stroke="{self.inks.soft}" stroke-width="1.4"{dashes}/>'
            f'<polygon points="{corners}" fill="{self.inks.soft}"/>'
        )

    def label(self, arrow: Arrow) -> str:
        asked = arrow.asks == self.number
        is_gap = asked and not self.shown
        lines = ["?"] if is_gap else self.layout.label_lines(arrow)
        width, height = 34 if is_gap else LABEL_WIDTH, LABEL_LINE * len(lines) + 5
        middle_x, middle_y = self.layout.line(arrow).label
        left, top = middle_x - width / 2, middle_y - height / 2
        ground, edge = (self.inks.tint, self.inks.accent) if asked else (self.inks.ground, "none")
        colour = self.inks.accent if asked else self.inks.soft
        rows = (
            _text(middle_x, top + 13.5 + row * LABEL_LINE, words, _DETAIL, colour, bold=asked)
            for row, words in enumerate(lines)
        )
        return _rectangle(left, top, width, height, ground, edge, 6) + "".join(rows)

    def box(self, box: Box) -> str:
        left, top = self.layout.corner(box)
        asked = box.asks == self.number
        ground, edge = (self.inks.tint, self.inks.accent) if asked else (self.inks.box, self.inks.edge)
        strong = self.inks.accent if asked else self.inks.text
        lines = self.layout.box_lines(box)
        if asked and not self.shown:
            lines = [("?", True), *(line for line in lines if not line[1])]
        height = self.layout.box_height
        first = top + height / 2 + 4.5 - BOX_LINE / 2 * (len(lines) - 1)
        rows = (
            _text(
                left + BOX_WIDTH / 2, first + row * BOX_LINE, words, _LABEL if bold else _DETAIL,
                strong if bold else self.inks.soft, bold=bold,
            )
            for row, (words, bold) in enumerate(lines)
        )  # fmt: skip
        return _rectangle(left, top, BOX_WIDTH, height, ground, edge, 9) + "".join(rows)


def _rectangle(
    left: float, top: float, width: float, height: float, ground: str, edge: str, corner: float
) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{corner}" '
        f'fill="{ground}" stroke="{edge}" stroke-width="1.2"/>'
    )


def _text(middle: float, line: float, words: str, letters: float, colour: str, *, bold: bool) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{middle:.1f}" y="{line:.1f}" font-size="{letters}" fill="{colour}" text-anchor="middle"{weight}>'
        f"{escape(words)}</text>"
    )
