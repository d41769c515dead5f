"""Pictures and sounds that are pasted, dropped or chosen: they are copied beside the deck and inserted."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from studyapp.core.text.translatable import TranslatableError
from studyapp.services.editing.media_adding import (
    AddedMedia,
    add_media,
    add_media_file,
    media_reference,
)
from studyapp.ui.kit import formatting


class MediaTarget(NamedTuple):
    """Where files go: the folder of the deck file, and the deck. `is_html` is how they are referred to."""

    deck_folder: Path
    deck_id: str
    is_html: bool


class MediaPaster(QObject):
    """Copies files to the media folder of the current deck. Problems and advice are reported, not raised."""

    noticed = Signal(str, bool)
    """Carries a text for the user and whether it is only information."""

    def __init__(self, target: Callable[[], MediaTarget | None], parent: QObject) -> None:
        super().__init__(parent)
        self._target = target

    def paste(self, source: QMimeData) -> str | None:
        """Return the text that inserts the files or the picture of a clipboard; '' if they can't be used, None if there
        are none."""
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            return self.add_files(files)
        if source.hasImage() and not source.hasText():
            return self._add_image(source.imageData())
        if source.hasImage() and source.hasHtml() and "<img" in source.html().lower():
            return self._add_image(source.imageData())  # a picture copied in a browser
        return None

    def add_files(self, files: Iterable[Path]) -> str:
        """Copy files and return the text that inserts them."""
        return " ".join(filter(None, (self._add(partial(_copy, file)) for file in files)))

    def _add_image(self, image: object) -> str:
        data = _encode_png(image)
        if not data:
            return ""
        return self._add(lambda target: add_media(data, "image.png", target.deck_folder, target.deck_id))

    def _add(self, add: Callable[[MediaTarget], AddedMedia]) -> str:
        target = self._target()
        if target is None:
            return ""
        try:
            media = add(target)
        except (TranslatableError, OSError) as error:
            self.noticed.emit(formatting.format_error(error), False)
            return ""
        self._advise(media)
        return media_reference(media, is_html=target.is_html)

    def _advise(self, media: AddedMedia) -> None:
        if media.is_too_large and media.is_sound:
            text = self.tr("{name} is inserted, but sounds of more than 20 MB are not played.")
        elif media.is_too_large:
            text = self.tr("{name} is large. A smaller picture makes cards and exports faster.")
        elif not media.is_playable:
            text = self.tr("{name} is inserted, but StudyApp plays only MP3, WAV and FLAC.")
        else:
            return
        self.noticed.emit(text.format(name=media.name), True)


def _copy(file: Path, target: MediaTarget) -> AddedMedia:
    return add_media_file(file, target.deck_folder, target.deck_id)


def _encode_png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # missing in the stubs
    return bytes(data.data())
