"""Colors as people with a color blindness see them, and how different colors look.

The matrices are those of Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color
vision deficiency", for the strongest form of each.
"""

import math
from collections.abc import Sequence

from PySide6.QtGui import QColor

Rgb = tuple[float, float, float]

MATRICES = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def difference(one: QColor, other: QColor, vision: str) -> float:
    """The distance of two colors in CIELAB (CIE 1976). About 2 can just be noticed side by side."""
    pairs = zip(_to_lab(_simulate(one, vision)), _to_lab(_simulate(other, vision)), strict=True)
    return math.sqrt(sum((first - second) ** 2 for first, second in pairs))


def _simulate(colour: QColor, vision: str) -> Rgb:
    """The color in linear RGB as it is seen."""
    rgb = [_to_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())]
    red, green, blue = (min(1.0, max(0.0, _dot(row, rgb))) for row in MATRICES[vision])
    return red, green, blue


def _to_linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _dot(row: Sequence[float], rgb: Sequence[float]) -> float:
    return sum(factor * part for factor, part in zip(row, rgb, strict=True))


def _to_lab(rgb: Rgb) -> Rgb:
    """Linear sRGB in CIELAB, for the white of daylight (D65)."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (_compress(_dot(row, rgb) / part) for row, part in zip(rows, white, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _compress(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116
