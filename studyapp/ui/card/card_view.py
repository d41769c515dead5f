"""The widget that renders a card. It reads no files outside the folder of the deck."""

from collections.abc import Callable
from itertools import islice
from math import ceil
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from studyapp.core.rendering.face_html import ANSWER_ANCHOR_NAME
from studyapp.core.rendering.formulas.formula_signs import FORMULA_SCHEME, has_picture
from studyapp.core.rendering.hint_links import HINT_SCHEME, open_hint
from studyapp.core.rendering.text_layout.code_frame import frame_code_blocks
from studyapp.core.rendering.text_layout.table_mirroring import mirror_tables
from studyapp.core.rendering.text_layout.word_joining import WORD_JOINER, join_names
from studyapp.core.text.sounds import SOUND_SCHEME
from studyapp.core.text.speech import SPEECH_SCHEME
from studyapp.ui.card.document.card_image_loader import CardImageLoader, ImageSources
from studyapp.ui.card.document.card_typesetting import balance_lines, find_anchor, typeset
from studyapp.ui.card.document.colour_contrast import ensure_contrast
from studyapp.ui.card.document.image_scaling import MIN_IMAGE_HEIGHT, fitting_image_height, image_fragments
from studyapp.ui.card.document.relative_font_sizes import resolve_font_sizes
from studyapp.ui.card.document.wide_tables import PLACEHOLDER_IMAGE, WideTables
from studyapp.ui.kit import theme

_UNLIMITED_HEIGHT = 16_000
"""Pixels. Higher than any card."""

_BOTTOM_MARGIN = 2
"""Pixels below the text, for letters that reach below their line."""

_MAX_LINKED_IMAGES = 50
"""Images of a card that can be enlarged."""

_IMAGE_LINK = "image"
"""Scheme of the links around images. The path is an index."""


class CardLayout(NamedTuple):
    """How a card is laid out. It is the same for both sides, so that nothing moves when the answer is shown.

    `revealed_html` is the whole card. Its images are scaled down until it fits `max_height` pixels; 0 for any
    height. `hints` are the texts that its links to hints show.
    """

    is_left_aligned: bool = False
    revealed_html: str = ""
    max_height: int = 0
    hints: tuple[str, ...] = ()


class CardView(QTextBrowser):
    """A text browser that renders card HTML and is as high as its content. It reports links instead of following
    them."""

    linkActivated = Signal(QUrl)
    optionPicked = Signal(int)
    soundRequested = Signal(str)
    """Carries the address of the link of a sound or of a text to read aloud."""
    imageActivated = Signal(str, str)
    """Carries the name of the image and its alternative text, which may be empty."""

    focusChanged = Signal(bool)
    """Carries whether the view now has the focus."""

    rendered = Signal()
    """The document is new: selections in the one before are lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self._sources = ImageSources()
        self._layout = CardLayout()
        self._loader = CardImageLoader(self._sources, QSize(), 1)
        self._image_names: list[str] = []
        self._alt_text_by_image: dict[str, str] = {}
        self._wide_tables = WideTables(self)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        # A caret lets screen readers read line by line, and keys select text.
        keyboard_selection = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | keyboard_selection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._activate_link)

    def show_html(
        self,
        html: str,
        media_folder: Path | None,
        render_drawing: Callable[[str], str] | None = None,
        layout: CardLayout | None = None,
    ) -> None:
        """Show card HTML with images from these sources (see `ImageSources`)."""
        self._html, self._sources = html, ImageSources(media_folder, render_drawing)
        self._layout = layout or CardLayout()
        self._render()

    def change_layout(self, layout: CardLayout) -> None:
        """Lay out the same card in another way."""
        if layout != self._layout:
            self._layout = layout
            if has_picture(layout.revealed_html):
                self._render()

    def restyle(self) -> None:
        """Show the same card in the current theme."""
        self._render()

    def load_large_image(self, image_name: str, max_size: QSize) -> QImage | None:
        """Load an image of the card at its own size, limited to `max_size` in pixels."""
        loader = CardImageLoader(self._sources, max_size, self.devicePixelRatioF(), ignores_sizes=True)
        return loader.load(image_name)

    def answer_top(self) -> int | None:
        """Return the distance in pixels from the top of the view to the line where the answer starts. None if the
        answer is not marked in the HTML."""
        position = find_anchor(self.document(), ANSWER_ANCHOR_NAME)
        if position is None:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    def loadResource(self, resource_type: int, name: QUrl | str) -> object:
        """Load only images in the folder of the deck, scaled down.

        If nothing were returned, Qt would read the file itself. Therefore a rejected image becomes a transparent
        pixel and any other resource an empty text.
        """
        if resource_type != int(QTextDocument.ResourceType.ImageResource.value):
            return ""
        image_name = name.toString() if isinstance(name, QUrl) else name
        image = None if image_name == PLACEHOLDER_IMAGE else self._loader.load(image_name)
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
        """Lay out the card for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._render()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Report the focus."""
        super().focusInEvent(event)
        self.focusChanged.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the focus is elsewhere. The caret returns to the start, because Qt moves it to the end when
        Shift+Tab leaves the last link."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self.focusChanged.emit(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the scroll area around the card."""
        event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text without the invisible characters that keep names on one line."""
        data = super().createMimeDataFromSelection()
        data.setText(data.text().replace(WORD_JOINER, ""))
        return data

    def _render(self) -> None:
        has_images = has_picture(self._html) and self._layout.max_height
        self._load_document(self._html, self._find_image_height() if has_images else _UNLIMITED_HEIGHT)
        self._fit()
        self.rendered.emit()

    def _find_image_height(self) -> int:
        """Return the height to which the images of both sides are limited, so that the revealed card fits."""
        max_height = self._layout.max_height
        for _ in range(3):  # text beside or around images may wrap in another way once they are smaller
            self._load_document(self._layout.revealed_html or self._html, max_height)
            self.document().setTextWidth(self.viewport().width())
            heights = self._image_heights()
            other_height = ceil(self.document().size().height()) + _BOTTOM_MARGIN - sum(heights)
            fitting_height = fitting_image_height(heights, self._layout.max_height - other_height)
            if fitting_height >= max(heights, default=0):
                break
            max_height = max(theme.scale_pixels(MIN_IMAGE_HEIGHT), int(fitting_height))
        return max_height

    def _image_heights(self) -> list[float]:
        images = (
            self.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
            for name in self._image_names
        )
        return [image.deviceIndependentSize().height() for image in images if isinstance(image, QImage)]

    def _load_document(self, html: str, max_image_height: int) -> None:
        max_size = QSize(max(1, self.viewport().width()), max_image_height)
        self._loader = CardImageLoader(self._sources, max_size, self.devicePixelRatioF())
        self._wide_tables.clear()
        document = self.document()
        document.clear()
        stylesheet = theme.card_stylesheet()
        if document.defaultStyleSheet() != stylesheet:  # to set it takes as long as to parse a card
            document.setDefaultStyleSheet(stylesheet)
        styled_html = resolve_font_sizes(ensure_contrast(html))
        self.setHtml(f"<body>{frame_code_blocks(mirror_tables(join_names(styled_html)))}</body>")
        typeset(document, is_left_aligned=self._layout.is_left_aligned)
        if FORMULA_SCHEME in html:
            from studyapp.ui.card.document.formula_image import place_formulas  # few decks have formulas

            place_formulas(document, max_size.width(), self.palette(), self.devicePixelRatioF())
        self._image_names = []
        if has_picture(html):
            self._link_images()

    def _link_images(self) -> None:
        """Turn images into links, so that they can be enlarged by mouse and keyboard."""
        for fragment in list(islice(image_fragments(self.document()), _MAX_LINKED_IMAGES)):
            image_format = fragment.charFormat().toImageFormat()
            if not image_format.isAnchor():
                cursor = QTextCursor(self.document())
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                image_format.setAnchor(True)
                image_format.setAnchorHref(f"{_IMAGE_LINK}:{len(self._image_names)}")
                cursor.setCharFormat(image_format)
                self._image_names.append(image_format.name())
                alt_text = image_format.stringProperty(QTextFormat.Property.ImageAltText)
                self._alt_text_by_image[image_format.name()] = alt_text

    def _fit(self) -> None:
        width = self.viewport().width()
        document = self.document()
        document.setTextWidth(width)
        self._wide_tables.extract(width)
        balance_lines(document)
        self.setFixedHeight(max(1, ceil(document.size().height()) + _BOTTOM_MARGIN))
        self._wide_tables.place()

    def _activate_link(self, url: QUrl) -> None:
        is_index = url.path().isdecimal()
        if url.scheme() == "option" and is_index:
            self.optionPicked.emit(int(url.path()))
        elif url.scheme() in (SOUND_SCHEME, SPEECH_SCHEME):
            self.soundRequested.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        elif url.scheme() == _IMAGE_LINK and is_index and int(url.path()) < len(self._image_names):
            name = self._image_names[int(url.path())]
            self.imageActivated.emit(name, self._alt_text_by_image[name])
        elif url.scheme() == HINT_SCHEME and is_index and int(url.path()) < len(self._layout.hints):
            self._html = open_hint(self._html, int(url.path()), self._layout.hints[int(url.path())])
            self._render()
        elif url.scheme() in ("http", "https", "mailto"):
            self.linkActivated.emit(url)
