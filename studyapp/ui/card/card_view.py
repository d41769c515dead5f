"""The card on screen: HTML of the core, shown without a way out of the deck's folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from studyapp.core.rendering.diagram_face import ANSWER_IMAGE, QUESTION_IMAGE
from studyapp.core.rendering.image_occlusion import decode_masked_image
from studyapp.ui.card.colour_contrast import ensure_contrast
from studyapp.ui.kit import theme

_MAX_IMAGE_SIZE = 600
_MAX_TOTAL_PIXELS = 30_000_000
"""Pixels of all the pictures of one card together: a decoder may hold four bytes for each before it scales."""


class CardView(QTextBrowser):
    """Shows HTML and grows to its height. A link is never followed: it is only told of."""

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
        """Show HTML of the core. Its pictures come from `folder`; `drawing` gives the SVG of a drawing in the
        colours of the moment, by its name in `core.diagram_face`."""
        self._html, self._media_folder, self._render_drawing = html, media_folder, render_drawing
        self._pixel_budget = _MAX_TOTAL_PIXELS
        self.document().clear()
        self.document().setDefaultStyleSheet(theme.card_stylesheet())
        self.setHtml(f"<body>{ensure_contrast(html)}</body>")
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignLeft if "<pre" in html else Qt.AlignmentFlag.AlignHCenter)
        self.document().setDefaultTextOption(option)
        self._fit_height()

    def restyle(self) -> None:
        """Show the same in the theme of now."""
        self.show_html(self._html, self._media_folder, self._render_drawing)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only pictures below the deck's folder, drawn no larger than needed. Qt would read any file by itself
        were the answer empty, so what is refused gets a transparent pixel or an empty sheet."""
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return ""
        picture = self._load_image(name.toString() if isinstance(name, QUrl) else name)
        if picture is None:
            picture = QImage(1, 1, QImage.Format.Format_ARGB32)
            picture.fill(Qt.GlobalColor.transparent)
        return picture

    def event(self, event: QEvent) -> bool:
        """Enter on a link that Tab came to follows the link; the keys of the page have all others."""
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
        """Keep the height that the text needs at this width."""
        super().resizeEvent(event)
        if self._render_drawing is not None and event.size().width() != event.oldSize().width():
            self.restyle()  # a drawing is as wide as there is room
        self._fit_height()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page around it scrolls."""
        event.ignore()

    def _fit_height(self) -> None:
        width = self.viewport().width()
        self.document().setTextWidth(width)
        needed = self.document().size()
        # Lines of code do not wrap: the bar that scrolls them must not cover the last one.
        bar = self.horizontalScrollBar().sizeHint().height() if needed.width() > width else 0
        self.setFixedHeight(max(1, round(needed.height()) + 2 + bar))

    def _find_media_file(self, name: str) -> Path | None:
        """The file of a picture, if it truly lies below the deck's folder."""
        if self._media_folder is None:
            return None
        try:
            folder = self._media_folder.resolve()
            path = (folder / name).resolve()
            return path if path.is_relative_to(folder) and path.is_file() else None
        except (OSError, RuntimeError, ValueError):  # a name too long, links in a ring, a NUL
            return None

    def _load_image(self, image_name: str) -> QImage | None:
        if self._render_drawing is not None and image_name in (QUESTION_IMAGE, ANSWER_IMAGE):
            from studyapp.ui.card.drawing_image import render_drawing_image  # few cards have one

            return render_drawing_image(
                self._render_drawing(image_name), self.viewport().width(), self.devicePixelRatioF()
            )
        masked = decode_masked_image(image_name)
        if masked is not None:
            from studyapp.ui.card.occlusion_image import draw_masks  # few decks have one

            picture = self._read_image_file(masked[0])
            return None if picture is None else draw_masks(picture, masked[1])
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
        fitted = size.scaled(
            size.boundedTo(QSize(_MAX_IMAGE_SIZE, _MAX_IMAGE_SIZE)), Qt.AspectRatioMode.KeepAspectRatio
        )
        # A decoder may hold the whole picture before it scales it, so the whole counts.
        self._pixel_budget -= size.width() * size.height()
        if self._pixel_budget < 0:
            return None
        reader.setScaledSize(fitted)
        picture = reader.read()
        return None if picture.isNull() else picture

    def _activate_link(self, url: QUrl) -> None:
        if url.scheme() == "option" and url.path().isdecimal():
            self.optionPicked.emit(int(url.path()))
        elif url.scheme() in ("http", "https", "mailto"):
            self.linkActivated.emit(url)
