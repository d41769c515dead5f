"""The widget that renders a card. It reads no files outside the folder of the deck.

Media files of the card are found by `_find_media_file`; so far only images are used. `core/rendering` decides how media
appear in the HTML.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from studyapp.core.rendering.diagram_face import ANSWER_IMAGE, QUESTION_IMAGE
from studyapp.core.rendering.formulas.formula_signs import FORMULA_SCHEME
from studyapp.core.rendering.image_occlusion import decode_masked_image
from studyapp.ui.card.colour_contrast import ensure_contrast
from studyapp.ui.kit import theme

_MAX_IMAGE_SIZE = 600
_MAX_TOTAL_PIXELS = 30_000_000
"""Limit for all images of one card together. A decoder may use four bytes per pixel before it scales the image."""


class CardView(QTextBrowser):
    """A text browser that renders card HTML and is as high as its content. It reports links instead of following
    them."""

    linkActivated = Signal(QUrl)
    optionPicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._media_folder: Path | None = None
        self._render_drawing: Callable[[str], str] | None = None
        self._html = ""
        self._pixel_budget = 0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._activate_link)

    def show_html(
        self, html: str, media_folder: Path | None, render_drawing: Callable[[str], str] | None = None
    ) -> None:
        """Show card HTML.

        Its images are read from `media_folder`. `render_drawing` takes the name of an image defined in
        `core.rendering.diagram_face` and returns the SVG in the current theme.
        """
        self._html, self._media_folder, self._render_drawing = html, media_folder, render_drawing
        self._pixel_budget = _MAX_TOTAL_PIXELS
        self.document().clear()
        self.document().setDefaultStyleSheet(theme.card_stylesheet())
        self.setHtml(f"<body>{ensure_contrast(html)}</body>")
        self._place_formulas()
        text_option = self.document().defaultTextOption()
        text_option.setAlignment(
            Qt.AlignmentFlag.AlignLeft if "<pre" in html else Qt.AlignmentFlag.AlignHCenter
        )
        self.document().setDefaultTextOption(text_option)
        self._fit_height()

    def restyle(self) -> None:
        """Show the same card in the current theme."""
        self.show_html(self._html, self._media_folder, self._render_drawing)

    def loadResource(self, resource_type: int, name: QUrl | str) -> object:
        """Load only images in the folder of the deck, scaled down.

        If nothing were returned, Qt would read the file itself. Therefore a rejected image becomes a transparent
        pixel and any other resource an empty text.
        """
        if resource_type != int(QTextDocument.ResourceType.ImageResource.value):
            return ""
        image = self._load_image(name.toString() if isinstance(name, QUrl) else name)
        if image is None:
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
        return image

    def event(self, event: QEvent) -> bool:
        """Let Enter follow a link that was focused with Tab. All other shortcuts belong to the page."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.textCursor().hasSelection()
            and self.textCursor().charFormat().isAnchor()
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the height to the new width."""
        super().resizeEvent(event)
        if self._render_drawing is not None and event.size().width() != event.oldSize().width():
            self.restyle()  # the size of a drawing depends on the available width
        elif event.size().width() != event.oldSize().width():
            self._place_formulas()
        self._fit_height()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the scroll area around the card."""
        event.ignore()

    def _fit_height(self) -> None:
        width = self.viewport().width()
        self.document().setTextWidth(width)
        content_size = self.document().size()
        # Code does not wrap: the horizontal scroll bar must not cover the last line.
        bar_height = self.horizontalScrollBar().sizeHint().height() if content_size.width() > width else 0
        self.setFixedHeight(max(1, round(content_size.height()) + 2 + bar_height))

    def _place_formulas(self) -> None:
        if FORMULA_SCHEME in self._html:
            from studyapp.ui.card.formula_image import place_formulas  # few decks have formulas

            place_formulas(self.document(), self.viewport().width(), self.palette(), self.devicePixelRatioF())

    def _find_media_file(self, name: str) -> Path | None:
        """Return the file of an image, or None if it is not inside the folder of the deck."""
        if self._media_folder is None:
            return None
        try:
            folder = self._media_folder.resolve()
            path = (folder / name).resolve()
            return path if path.is_relative_to(folder) and path.is_file() else None
        except (OSError, RuntimeError, ValueError):  # name too long, loop of symbolic links, NUL character
            return None

    def _load_image(self, image_name: str) -> QImage | None:
        if self._render_drawing is not None and image_name in (QUESTION_IMAGE, ANSWER_IMAGE):
            from studyapp.ui.card.drawing_image import render_drawing_image  # few cards have drawings

            return render_drawing_image(
                self._render_drawing(image_name), self.viewport().width(), self.devicePixelRatioF()
            )
        if image_name.startswith(FORMULA_SCHEME):
            from studyapp.ui.card.formula_image import render_formula_image  # few decks have formulas

            return render_formula_image(image_name)
        masked = decode_masked_image(image_name)
        if masked is not None:
            from studyapp.ui.card.occlusion_image import draw_masks  # few decks have masks

            image = self._read_image_file(masked.image_name)
            return None if image is None else draw_masks(image, masked.masks)
        return self._read_image_file(image_name)

    def _read_image_file(self, name: str) -> QImage | None:
        path = self._find_media_file(name)
        if path is None:
            return None
        reader = QImageReader(str(path))
        reader.setDecideFormatFromContent(True)
        if bytes(reader.format().data()) in (b"svg", b"svgz"):
            return None
        size = reader.size()
        if not size.isValid():
            return None
        scaled_size = size.scaled(
            size.boundedTo(QSize(_MAX_IMAGE_SIZE, _MAX_IMAGE_SIZE)), Qt.AspectRatioMode.KeepAspectRatio
        )
        # Count the original size: a decoder may hold the whole image before it scales it.
        self._pixel_budget -= size.width() * size.height()
        if self._pixel_budget < 0:
            return None
        reader.setScaledSize(scaled_size)
        image = reader.read()
        return None if image.isNull() else image

    def _activate_link(self, url: QUrl) -> None:
        if url.scheme() == "option" and url.path().isdecimal():
            self.optionPicked.emit(int(url.path()))
        elif url.scheme() in ("http", "https", "mailto"):
            self.linkActivated.emit(url)
