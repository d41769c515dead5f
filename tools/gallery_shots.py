"""Save contact sheets of the gallery: each card's question and answer, in several sizes, themes, languages and text
sizes (`make shots`).

    python tools/gallery_shots.py FOLDER [--only 640x480]
"""

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.desktop import DesktopApp
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id
from studyapp.ui.kit.app_settings import AppSettings
from tools.gallery_deck import create_gallery
from tools.shot_screens import Moment

SIZES = ("640x480", "1366x768", "1900x1200")
LANGUAGES = {
    "en": CardLanguages.ENGLISH,
    "zh-Hant": CardLanguages.TRADITIONAL_CHINESE,
    "zh-Hans": CardLanguages.SIMPLIFIED_CHINESE,
}
_SHEET_COLUMNS = 6
_SHEET_WIDTH = 2400
"""Pixels."""


class Variant(NamedTuple):
    """One way to show the gallery."""

    size: str
    theme: str
    language: str
    text_size: int

    @property
    def name(self) -> str:
        return f"gallery-{self.size}-{self.theme}-{self.language}-{self.text_size}"


def show_cards(application: QApplication, data: Path, variant: Variant) -> Iterator[QPixmap]:
    """Yield a picture of the window for the question and the answer of each card."""
    settings = AppSettings(data)
    settings.interface_language, settings.theme = variant.language, variant.theme
    settings.card_languages, settings.text_size = LANGUAGES[variant.language], variant.text_size
    del settings
    moment, decks = Moment(), data / "decks"
    create_gallery(decks)
    with Collection(collection_path(data), new_device_id) as collection:
        refresh_library(collection, [decks], moment.clock())
    desktop = DesktopApp(application, data, [decks], moment.clock())
    desktop.show()
    window = desktop.window
    assert window is not None
    window.resize(*map(int, variant.size.split("x")))
    window.start_session(limits=DailyLimits(1000, 1000, 1000, 1000))
    page = window.review_page
    while page.prompt is not None:
        yield _grab(application, window)
        page.reveal()
        yield _grab(application, window)
        page.bury()
        page.notice_bar.clear()
    desktop.close()


def _grab(application: QApplication, window: QWidget) -> QPixmap:
    for _ in range(5):
        application.processEvents()
    return window.grab()


def make_sheet(pictures: list[QPixmap]) -> QImage:
    """Arrange pictures of the same size in a grid."""
    width = _SHEET_WIDTH // _SHEET_COLUMNS
    height = width * pictures[0].height() // pictures[0].width()
    row_count = -(-len(pictures) // _SHEET_COLUMNS)
    sheet = QImage(QSize(_SHEET_WIDTH, row_count * height), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for number, picture in enumerate(pictures):
        place = QPoint(number % _SHEET_COLUMNS * width, number // _SHEET_COLUMNS * height)
        scaled = picture.scaled(width - 4, height - 4, mode=Qt.TransformationMode.SmoothTransformation)
        painter.drawPixmap(place, scaled)
    painter.end()
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="make only sheets whose name contains this text")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    for combination in itertools.product(SIZES, ("light", "dark"), LANGUAGES, (100, 200)):
        variant = Variant(*combination)
        if options.only in variant.name:
            with tempfile.TemporaryDirectory() as data:
                pictures = list(show_cards(application, Path(data), variant))
            make_sheet(pictures).save(str(options.folder / f"{variant.name}.png"))


if __name__ == "__main__":
    main()
