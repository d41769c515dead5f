"""Calculates the size of a card's images so that the question and the answer fit the window."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextDocument, QTextFragment

from studyapp.core.rendering.formulas.formula_signs import FORMULA_SCHEME
from studyapp.ui.card.document.card_typesetting import blocks

MIN_IMAGE_HEIGHT = 120
"""Pixels, at a text size of 100 %. Smaller images would be hard to recognize; then the card scrolls."""


def image_fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """Yield the fragments of the document that are pictures, not formulas."""
    for block in blocks(document):
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            image_format = fragment.charFormat().toImageFormat()
            if image_format.isValid() and not image_format.name().startswith(FORMULA_SCHEME):
                yield fragment
            iterator += 1


def fitting_image_height(heights: Sequence[float], available_height: float) -> float:
    """Return the height to which images must be limited, so that together they take at most `available_height`. Smaller
    images keep their size. All lengths are in pixels."""
    remaining = available_height
    for number, height in enumerate(sorted(heights)):
        share = remaining / (len(heights) - number)
        if height > share:
            return max(0.0, share)
        remaining -= height
    return max(heights, default=0.0)
