"""A formula in a text, and its name as an image."""

import base64
import binascii
from typing import NamedTuple

from studyapp.core.rendering.formulas.formula_signs import FORMULA_SCHEME

_DISPLAY, _INLINE = "d", "i"


class Formula(NamedTuple):
    """A formula. `source` is how it is written in the text, with delimiters. `is_text` is whether the LaTeX is text with
    formulas rather than a formula."""

    latex: str
    is_display: bool
    source: str
    is_text: bool = False


class FormulaImage(NamedTuple):
    """The formula that an image shows. `parameters` say how, for the program that shows it."""

    latex: str
    is_display: bool
    parameters: str


def encode_formula_image(latex: str, *, is_display: bool) -> str:
    """Return the name of the image of a formula, which has only letters, digits, `:`, `-`, `_` and `=`."""
    encoded = base64.urlsafe_b64encode(latex.encode()).decode()
    return f"{FORMULA_SCHEME}{_DISPLAY if is_display else _INLINE}:{encoded}"


def add_image_parameters(name: str, parameters: str) -> str:
    """Return the name of the image with parameters, which contain no `:`."""
    return f"{':'.join(name.split(':')[:3])}:{parameters}"


def decode_formula_image(name: str) -> FormulaImage | None:
    """Return the formula of an image; None for any other name."""
    parts = name.removeprefix(FORMULA_SCHEME).split(":")
    if not name.startswith(FORMULA_SCHEME) or len(parts) not in (2, 3) or parts[0] not in (_DISPLAY, _INLINE):
        return None
    try:
        latex = base64.b64decode(parts[1], altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    return FormulaImage(latex, parts[0] == _DISPLAY, parts[2] if len(parts) > 2 else "")
