"""The card on screen: HTML of the core, shown without a way out of the deck's folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from studyapp.core.rendering.diagram_face import HIDDEN, SHOWN
from studyapp.core.rendering.image_occlusion import read_masked_name
from studyapp.ui.card.colour_contrast import legible
from studyapp.ui.kit import theme

_WIDEST_PICTURE = 600
_MOST_PIXELS = 30_000_000
"""Pixels of all the pictures of one card together: a decoder may hold four bytes for each before it scales."""


class CardView(QTextBrowser):
    """Shows HTML and grows to its height. A link is never followed: it is only told of."""

    linkChosen = Signal(QUrl)
    optionChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._drawing: Callable[[str], str] | None = None
        self._html = ""
        self._pixels_left = 0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._chosen)

    def show_html(self, html: str, folder: Path | None, drawing: Callable[[str], str] | None = None) -> None:
        """Show HTML of the core. Its pictures come from `folder`; `drawing` gives the SVG of a drawing in the
        colours of the moment, by its name in `core.diagram_face`."""
        self._html, self._folder, self._drawing = html, folder, drawing
        self._pixels_left = _MOST_PIXELS
        self.document().clear()
        self.document().setDefaultStyleSheet(theme.card_style())
        self.setHtml(f"<body>{legible(html)}</body>")
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignLeft if "<pre" in html else Qt.AlignmentFlag.AlignHCenter)
        self.document().setDefaultTextOption(option)
        self._fit()

    def restyle(self) -> None:
        """Show the same in the theme of now."""
        self.show_html(self._html, self._folder, self._drawing)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only pictures below the deck's folder, drawn no larger than needed. Qt would read any file by itself
        were the answer empty, so what is refused gets a transparent pixel or an empty sheet."""
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return ""
        picture = self._picture(name.toString() if isinstance(name, QUrl) else name)
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
        if self._drawing is not None and event.size().width() != event.oldSize().width():
            self.restyle()  # a drawing is as wide as there is room
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page around it scrolls."""
        event.ignore()

    def _fit(self) -> None:
        width = self.viewport().width()
        self.document().setTextWidth(width)
        needed = self.document().size()
        # Lines of code do not wrap: the bar that scrolls them must not cover the last one.
        bar = self.horizontalScrollBar().sizeHint().height() if needed.width() > width else 0
        self.setFixedHeight(max(1, round(needed.height()) + 2 + bar))

    def _file(self, name: str) -> Path | None:
        """The file of a picture, if it truly lies below the deck's folder."""
        if self._folder is None:
            return None
        try:
            folder = self._folder.resolve()
            path = (folder / name).resolve()
            return path if path.is_relative_to(folder) and path.is_file() else None
        except (OSError, RuntimeError, ValueError):  # a name too long, links in a ring, a NUL
            return None

    def _picture(self, name: str) -> QImage | None:
        if self._drawing is not None and name in (HIDDEN, SHOWN):
            from studyapp.ui.card.drawing_image import drawn_picture  # few cards have one

            return drawn_picture(self._drawing(name), self.viewport().width(), self.devicePixelRatioF())
        masked = read_masked_name(name)
        if masked is not None:
            from studyapp.ui.card.occlusion_image import cover  # few decks have one

            picture = self._read(masked[0])
            return None if picture is None else cover(picture, masked[1])
        return self._read(name)

    def _read(self, name: str) -> QImage | None:
        path = self._file(name)
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
            size.boundedTo(QSize(_WIDEST_PICTURE, _WIDEST_PICTURE)), Qt.AspectRatioMode.KeepAspectRatio
        )
        # A decoder may hold the whole picture before it scales it, so the whole counts.
        self._pixels_left -= size.width() * size.height()
        if self._pixels_left < 0:
            return None
        reader.setScaledSize(fitted)
        picture = reader.read()
        return None if picture.isNull() else picture

    def _chosen(self, url: QUrl) -> None:
        if url.scheme() == "option" and url.path().isdecimal():
            self.optionChosen.emit(int(url.path()))
        elif url.scheme() in ("http", "https", "mailto"):
            self.linkChosen.emit(url)
