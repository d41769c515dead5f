"""Save screenshots of every screen, in light and dark themes, English and Chinese (`make shots`).

    python -m tools.shots FOLDER [--size 1120x760]

The windows are real, show the bundled decks after a simulated week of study, and need no display.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from studyapp import paths
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.desktop import DesktopApp
from studyapp.services.backups.backing_up import back_up
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id
from studyapp.ui.kit.app_settings import AppSettings
from tools.shot_screens import DAY, Moment, screens


def study_a_week(data: Path, moment: Moment) -> None:
    """Simulate study on seven days, with occasional Again ratings."""
    with Collection(collection_path(data), new_device_id) as collection:
        library, _ = refresh_library(collection, [paths.bundled_decks_folder()], moment.clock())
        for _ in range(7):
            session = create_session(
                collection, moment.clock(), library.deck_ids, CardLanguages.ENGLISH_AND_TRADITIONAL
            )
            step = session.show_next().next_step
            for number in range(60):
                if not isinstance(step, Prompt):
                    break
                session.reveal()
                moment.now += 8_000
                step = session.rate(step.card.id, Rating.AGAIN if number % 9 == 4 else Rating.GOOD).next_step
            moment.now += DAY
            back_up(collection, moment.clock(), BackupReason.AUTOMATIC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1120x760")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    for language, cards in (
        ("en", CardLanguages.ENGLISH),
        ("zh-Hant", CardLanguages.TRADITIONAL_CHINESE),
        ("zh-Hans", CardLanguages.SIMPLIFIED_CHINESE),
        ("en", CardLanguages.ENGLISH_AND_TRADITIONAL),
    ):
        for scheme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as folder:
                data, moment = Path(folder), Moment()
                settings = AppSettings(data)
                settings.interface_language, settings.card_languages = language, cards
                settings.theme = scheme
                del settings
                _picture_first_start(
                    application, data, moment, options.folder, f"{scheme}-{cards}", (width, height)
                )
                study_a_week(data, moment)
                desktop = DesktopApp(application, data, [paths.bundled_decks_folder()], moment.clock())
                desktop.show()
                _shoot(
                    desktop, (width, height), screens(desktop, moment), options.folder, f"{scheme}-{cards}"
                )


def _picture_first_start(
    application: QApplication, data: Path, moment: Moment, folder: Path, suffix: str, size: tuple[int, int]
) -> None:
    with Collection(collection_path(data), new_device_id) as collection:
        refresh_library(collection, [paths.bundled_decks_folder()], moment.clock())
    desktop = DesktopApp(application, data, [paths.bundled_decks_folder()], moment.clock())
    desktop.show()
    assert desktop.window is not None
    _shoot(desktop, size, iter([("first-start", desktop.window)]), folder, suffix)


def _shoot(
    desktop: DesktopApp,
    size: tuple[int, int],
    shown: Iterator[tuple[str, QWidget]],
    folder: Path,
    suffix: str,
) -> None:
    window = desktop.window
    assert window is not None
    window.resize(*size)
    for name, widget in shown:
        for _ in range(5):
            QApplication.processEvents()
        widget.grab().save(str(folder / f"{name}-{suffix}.png"))
    desktop.close()


if __name__ == "__main__":
    main()
