"""Typesetting formulas as SVG with ziamath.

The library gets MathML from our own parser, so that it never guesses what some LaTeX means. It reads its own font and
nothing else.
"""

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from studyapp.core.rendering.latex.math_nodes import MathNode

if TYPE_CHECKING:
    from studyapp.core.rendering.formulas.layout_nodes import Extent

_EM_LENGTH = re.compile(r"(-?[\d.]+)em")
_LIBRARY_EM = 1.333
"""The library takes one em as this many font sizes."""

TEXT_COLOUR = "currentColor"
_MARGIN = 1.0


class SystemText(NamedTuple):
    """Text for which the formula's font has no characters. Each character is as wide as the font size. `x` is its left
    edge and `baseline` its distance from the top, both in pixels."""

    text: str
    x: float
    baseline: float
    size: float
    colour: str


class TypesetFormula(NamedTuple):
    """A formula as SVG, with its size and the distance of its baseline from the top, in pixels, and its colors."""

    svg: str
    width: float
    height: float
    baseline: float
    system_texts: tuple[SystemText, ...]
    colours: frozenset[str]


def typeset_formula(node: MathNode, size: float, *, is_display: bool) -> TypesetFormula:
    """Typeset a formula in a font size in pixels. In the SVG, the colors are `TEXT_COLOUR` for text and `ACCENT_COLOUR`
    for what is marked. Others are as in the formula.

    Raises ValueError if the library fails.
    """
    from studyapp.core.rendering.formulas.layout_nodes import (
        build_layout,  # deferred: loading the library takes 0.1 s
    )

    root = ElementTree.Element("math", {"display": "block" if is_display else "inline"})
    root.append(_to_xml(node))
    try:
        layout = build_layout(root, size)
        drawing = layout.draw()
    except Exception as error:
        raise ValueError(f"the formula can't be typeset: {type(error).__name__}") from error
    return _to_svg(drawing, layout.extent)


def _to_svg(drawing: ElementTree.Element, extent: "Extent") -> TypesetFormula:
    left, top = extent.left - _MARGIN, extent.top + _MARGIN
    width = extent.right - extent.left + 2 * _MARGIN
    height = extent.top + extent.bottom + 2 * _MARGIN
    texts: list[SystemText] = []
    colours: set[str] = set()
    for element in list(drawing):
        if element.tag == "systemtext":
            x, baseline, size = (float(element.get(name, "0")) for name in ("x", "y", "size"))
            colour = _colour(element.get("fill"))
            texts.append(SystemText(element.text or "", x - left, baseline + top, size, colour))
            drawing.remove(element)
            continue
        for name in ("fill", "stroke"):
            if name in element.attrib and element.attrib[name] != "none":
                element.set(name, _colour(element.get(name)))
                colours.add(element.attrib[name])
    drawing.attrib |= {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{width:.3f}",
        "height": f"{height:.3f}",
        "viewBox": f"{left:.3f} {-top:.3f} {width:.3f} {height:.3f}",
    }
    svg = ElementTree.tostring(drawing, "unicode")
    return TypesetFormula(svg, width, height, top, tuple(texts), frozenset(colours))


def _colour(colour: str | None) -> str:
    return TEXT_COLOUR if colour in (None, "", "black") else str(colour)


def _to_xml(node: MathNode) -> ElementTree.Element:
    attributes = {name: _EM_LENGTH.sub(_scale_em, value) for name, value in node.attributes}
    element = ElementTree.Element(node.tag, attributes)
    element.text = node.text or None
    element.extend(map(_to_xml, node.children))
    return element


def _scale_em(length: re.Match[str]) -> str:
    return f"{float(length[1]) / _LIBRARY_EM:.4f}em"
