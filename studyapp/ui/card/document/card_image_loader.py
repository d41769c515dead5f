"""Loads the images of a card. It reads no files outside the folder of the deck."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from studyapp.core.rendering.deck_styles.sized_image import SizedImage, decode_sized_image
from studyapp.core.rendering.diagram_face import ANSWER_IMAGE, QUESTION_IMAGE
from studyapp.core.rendering.formulas.formula_signs import FORMULA_SCHEME
from studyapp.core.rendering.image_occlusion import decode_masked_image
from studyapp.ui.card.document.image_outline import outline_faint_edge
from studyapp.ui.card.document.media_file import find_media_file

_MAX_TOTAL_PIXELS = 30_000_000
"""Limit for all images of one card together. A decoder may use four bytes per pixel before it scales the image."""


class ImageSources(NamedTuple):
    """Where the images of a card come from: files in `media_folder`, and drawings.

    `render_drawing` takes the name of an image defined in `core.rendering.diagram_face` and returns the SVG in the
    current theme.
    """

    media_folder: Path | None = None
    render_drawing: Callable[[str], str] | None = None


class CardImageLoader:
    """Loads images and scales down those that are larger than `max_size` (logical pixels). Unless it
    `ignores_sizes`, images have the size that the deck asks for."""

    def __init__(
        self,
        sources: ImageSources,
        max_size: QSize,
        device_pixel_ratio: float,
        *,
        ignores_sizes: bool = False,
    ) -> None:
        self._sources = sources
        self._max_size = max_size
        self._device_pixel_ratio = device_pixel_ratio
        self._ignores_sizes = ignores_sizes
        self._pixel_budget = _MAX_TOTAL_PIXELS

    def load(self, image_name: str) -> QImage | None:
        """Load the image with the name in the card's HTML. Return None if it can't or must not be shown."""
        if self._sources.render_drawing is not None and image_name in (QUESTION_IMAGE, ANSWER_IMAGE):
            from studyapp.ui.card.document.drawing_image import (
                render_drawing_image,  # few cards have drawings
            )

            return render_drawing_image(
                self._sources.render_drawing(image_name), self._max_size, self._device_pixel_ratio
            )
        if image_name.startswith(FORMULA_SCHEME):
            from studyapp.ui.card.document.formula_image import (
                render_formula_image,  # few decks have formulas
            )

            return render_formula_image(image_name)
        masked = decode_masked_image(image_name)
        if masked is not None:
            from studyapp.ui.card.document.occlusion_image import draw_masks  # few decks have masks

            image = self._read_file(masked.image_name)
            return None if image is None else draw_masks(image, masked.masks)
        image = self._read_file(image_name)
        return None if image is None else outline_faint_edge(image)

    def _read_file(self, name: str) -> QImage | None:
        sized_image = decode_sized_image(name)
        path = find_media_file(self._sources.media_folder, sized_image.image_name)
        if path is None:
            return None
        reader = QImageReader(str(path))
        reader.setDecideFormatFromContent(True)
        if bytes(reader.format().data()) in (b"svg", b"svgz"):
            return None
        size = reader.size()
        if not size.isValid():
            return None
        # Count the original size: a decoder may hold the whole image before it scales it.
        self._pixel_budget -= size.width() * size.height()
        if self._pixel_budget < 0:
            return None
        logical_size = self._fit_size(sized_image, size)
        pixel_size = (logical_size * self._device_pixel_ratio).boundedTo(size.expandedTo(logical_size))
        reader.setScaledSize(pixel_size)
        image = reader.read()
        if image.isNull():
            return None
        image.setDevicePixelRatio(max(1.0, image.width() / max(1, logical_size.width())))
        return image

    def _fit_size(self, image: SizedImage, size: QSize) -> QSize:
        """Return the size in logical pixels at which an image of this size is shown."""
        wanted = size
        if not self._ignores_sizes and not size.isEmpty():
            lengths = image.fit((size.width(), size.height()), self._max_size.width())
            wanted = QSize(*map(round, lengths)).expandedTo(QSize(1, 1))
        fitted = wanted.scaled(wanted.boundedTo(self._max_size), Qt.AspectRatioMode.KeepAspectRatio)
        return fitted.expandedTo(QSize(1, 1))
