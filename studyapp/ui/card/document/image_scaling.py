"""Choosing the size of a card's images, so that question and answer fit the window."""

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument, QTextFragment

from studyapp.ui.card.document.card_typesetting import blocks

_MIN_SCALE = 0.35
"""Smaller images would be hard to recognize; then the card scrolls."""


def image_fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """Yield the fragments of the document that are images."""
    for block in blocks(document):
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().isImageFormat():
                yield fragment
            iterator += 1


def fitting_scale(content_height: float, image_heights: float, available_height: float) -> float:
    """Return the factor by which images of this total height must be scaled, so that the content fits. All lengths are
    in pixels."""
    excess = content_height - available_height
    if excess <= 0 or image_heights <= 0:
        return 1.0
    return max(_MIN_SCALE, (image_heights - excess) / image_heights)
