"""The layout of formulas by ziamath, with two kinds of elements of our own. Importing this module takes 0.1 s."""

from typing import NamedTuple
from xml.etree import ElementTree

from ziafont.fonttypes import BBox
from ziamath import zmath
from ziamath.config import config
from ziamath.drawable import Drawable, Glyph
from ziamath.nodes.mnode import Mnode

config.svg2 = False  # QtSvg doesn't draw `<use>` of symbols

_ARROW_PADDING, _MIN_ARROW_WIDTH, _ARROW_GAP = 0.35, 1.4, 0.12
"""Lengths in font sizes: on either side of a label, the shortest arrow, and between an arrow and its labels."""

_TEXT_ASCENT, _TEXT_DESCENT = 0.88, 0.12
SYSTEM_TEXT_TAG = "systemtext"


class LongArrow(Mnode, tag="longarrow"):
    """An arrow as long as the label above it and the one below it, its children."""

    def __init__(self, element: ElementTree.Element, parent: Mnode, **kwargs: object) -> None:
        super().__init__(element, parent, **kwargs)
        size = self.glyphsize
        for child in element:
            self.increase_child_scriptlevel(child)
        labels = [Mnode.fromelement(child, parent=self) for child in element]
        widest = max(label.bbox.xmax for label in labels)
        width = max(_MIN_ARROW_WIDTH * size, widest + 2 * _ARROW_PADDING * size)
        character = element.get("character", "")
        glyph = self.font.math.variant(
            self.font.glyphindex(character), self.points_to_units(width), vert=False
        )
        arrow = Glyph(glyph, character, size, self.style)
        width = max(width, arrow.bbox.xmax)
        self.nodes, self.nodexy = [arrow], [((width - arrow.bbox.xmax) / 2, 0.0)]
        ymin, ymax = arrow.bbox.ymin, arrow.bbox.ymax
        for index, label in enumerate(labels):
            is_above = index == 0
            y = -(ymax + _ARROW_GAP * size) + min(label.bbox.ymin, 0) if is_above else 0.0
            if not is_above:
                y = -arrow.bbox.ymin + _ARROW_GAP * size + label.bbox.ymax
            self.nodes.append(label)
            self.nodexy.append(((width - label.bbox.xmax) / 2, y))
            ymin, ymax = min(ymin, -y + label.bbox.ymin), max(ymax, -y + label.bbox.ymax)
        self.bbox = BBox(0, width, ymin, ymax)


class SystemText(Mnode, tag=SYSTEM_TEXT_TAG):
    """Text for which the formula's font has no characters. Each is as wide as the font size. Drawing it adds an element
    with its place."""

    def __init__(self, element: ElementTree.Element, parent: Mnode, **kwargs: object) -> None:
        super().__init__(element, parent, **kwargs)
        size = self.glyphsize
        width = len(element.text or "") * size
        self.bbox = BBox(0, width, -_TEXT_DESCENT * size, _TEXT_ASCENT * size)

    def draw(self, x: float, y: float, svg: ElementTree.Element) -> tuple[float, float]:
        """Add an element with the text and its place."""
        place = {"x": str(x), "y": str(y), "size": str(self.glyphsize), "fill": str(self.style.mathcolor)}
        ElementTree.SubElement(svg, SYSTEM_TEXT_TAG, place).text = self.element.text
        return x + self.bbox.xmax, y


class Extent(NamedTuple):
    """The smallest rectangle around what is drawn, from the start of the baseline. `top` and `bottom` are positive
    upwards and downwards."""

    left: float
    right: float
    top: float
    bottom: float


class Layout(NamedTuple):
    """A formula ready to be drawn."""

    math: zmath.Math
    extent: Extent

    def draw(self) -> ElementTree.Element:
        """Return the SVG elements, with the start of the baseline at the origin."""
        svg = ElementTree.Element("svg")
        self.math.node.draw(0, 0, svg)
        return svg


def build_layout(root: ElementTree.Element, size: float) -> Layout:
    """Lay out MathML in a font size in pixels."""
    math = zmath.Math(root, size)
    boxes = list(_boxes(math.node, 0.0, 0.0))
    return Layout(
        math,
        Extent(
            min((box[0] for box in boxes), default=0.0),
            max([math.node.xadvance(), *(box[1] for box in boxes)]),
            max((box[2] for box in boxes), default=0.0),
            max((box[3] for box in boxes), default=0.0),
        ),
    )


def _boxes(node: Drawable, x: float, y: float) -> list[tuple[float, float, float, float]]:
    """Return left, right, top and bottom of everything in a node. The library's own boxes of whole nodes are wrong for
    some of them, so that parts would be cut off."""
    if node.nodes and isinstance(node, Mnode):
        return [
            box
            for (child_x, child_y), child in zip(node.nodexy, node.nodes, strict=False)
            for box in _boxes(child, x + child_x, y + child_y)
        ]
    box = node.bbox
    return [(x + box.xmin, x + box.xmax, -y + box.ymax, y - box.ymin)]
