"""Pictures of every screen, light and dark, English and Chinese: `make shots`.

    python tools/shots.py FOLDER [--size 1120x760]

Real windows over the bundled decks and a made-up week of study, drawn without a screen.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from studyapp import paths
from studyapp.composition_root import collection_file, new_device
from studyapp.core.cards.card import CardKind
from studyapp.core.study.custom_study_selection import Asked
from studyapp.core.study.journal import Rating
from studyapp.core.study.study_queue import Limits
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.desktop import Desktop
from studyapp.services.library.library_refresh import refresh
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import choose
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import begin_study
from studyapp.services.transfer.anki_sync import ExchangeReport
from studyapp.store.collection import Collection
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.card.card_info_dialog import CardInfoDialog
from studyapp.ui.decks.backlog_dialog import BacklogDialog
from studyapp.ui.decks.custom_study_dialog import CustomDialog
from studyapp.ui.decks.options_dialog import OptionsDialog
from studyapp.ui.decks.suspended_and_buried_dialog import PutAwayDialog
from studyapp.ui.kit.window_settings import Remembered
from studyapp.ui.transfer.anki_sync_dialog import ExchangeDialog
from studyapp.ui.window.main_window import MainWindow
from studyapp.ui.window.settings_dialog import SettingsDialog
from studyapp.ui.window.shortcuts_dialog import KeysDialog

MORNING = 1_790_000_000_000
"""A fixed moment (UTC ms), so that two runs give the same pictures."""

DAY = 86_400_000


class Moment:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = MORNING

    def clock(self) -> Clock:
        return Clock(lambda: self.now, UTC)


def study_a_week(data: Path, moment: Moment) -> None:
    """Seven mornings of study, with an Again now and then."""
    with Collection(collection_file(data), new_device) as collection:
        library, _ = refresh(collection, [paths.bundled_decks()], moment.clock())
        for _ in range(7):
            study = begin_study(collection, moment.clock(), library.deck_ids, LanguageChoice.BOTH)
            step = study.next().shown
            for turn in range(60):
                if not isinstance(step, Prompt):
                    break
                study.reveal()
                moment.now += 8_000
                step = study.rate(step.card.id, Rating.AGAIN if turn % 9 == 4 else Rating.GOOD).shown
            moment.now += DAY


def screens(desktop: Desktop, moment: Moment) -> Iterator[tuple[str, QWidget]]:
    """Each screen by name, as a person would come to it."""
    window = desktop.window
    assert window is not None
    window.show_decks()
    yield "decks", window
    window.study()
    _finish(window)
    yield "finished", window
    window.keys.toggle()
    yield "keys", window
    window.keys.toggle()
    window.study(limits=Limits(1000, 1000, 1000, 1000))
    window.review.flag(2)
    window.review.show_info()
    yield "flag", window
    info = window.review.findChildren(CardInfoDialog)[0]
    yield "info", info
    info.close()
    window.dialogs.options(ALL_DECKS)
    options = window.findChildren(OptionsDialog)[-1]
    yield "options", options
    options.close()
    window.program.settings()
    settings = window.findChildren(SettingsDialog)[-1]
    settings.backups.setText("~/.local/share/StudyApp/backups")  # and not a folder of this very run
    yield "settings", settings
    settings.keys.click()
    choosing_keys = window.findChildren(KeysDialog)[-1]
    yield "choosing-keys", choosing_keys
    choosing_keys.close()
    settings.close()
    window.dialogs.custom(ALL_DECKS)
    custom = window.findChildren(CustomDialog)[-1]
    custom.choices[Asked.AHEAD].setChecked(True)
    yield "custom", custom
    custom.close()
    yield from _beside_the_rating(desktop, window)
    window.show_decks()
    yield "decks-done", window
    window.dialogs.export()
    dialog = next(child for child in window.findChildren(QWidget) if child.isWindow() and child.isVisible())
    yield "export", dialog
    dialog.close()
    exchange = ExchangeDialog("", lambda *_: ExchangeReport(taken=12, given=5, added=3), window)
    exchange.show()
    exchange.start()
    while exchange.is_busy:
        QApplication.processEvents()
    yield "exchange", exchange
    exchange.close()
    moment.now += 60 * DAY  # every card is due again
    window.show_decks()
    yield "decks-backlog", window
    window.dialogs.spread_backlog()
    spread = window.findChildren(BacklogDialog)[-1]
    yield "backlog", spread
    spread.close()
    yield from _cards(window)


def _beside_the_rating(desktop: Desktop, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What can be chosen for how a session goes, and the cards put away in it."""
    store = desktop.collection
    for name, value in (("confidence", "on"), ("rating_choice", "two"), ("time_box", "1")):
        choose(store, ALL_DECKS, name, value)
    window.study(limits=Limits(1000, 1000, 1000, 1000))
    window.review.suspend()
    yield "confidence", window
    window.review.reveal()
    yield "two-ratings", window
    for name in ("confidence", "rating_choice", "time_box"):
        choose(store, ALL_DECKS, name, None)
    window.show_decks()
    window.dialogs.put_away("glossary")
    put_away = window.findChildren(PutAwayDialog)[-1]
    yield "put-away", put_away
    put_away.close()


def _cards(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The first card of each kind, before and after its reveal."""
    window.study(limits=Limits(1000, 1000, 1000, 1000))
    seen: set[CardKind] = set()
    while (prompt := window.review.prompt) is not None:
        kind = prompt.card.kind
        if kind not in seen:
            seen.add(kind)
            yield f"review-{kind}-question", window
            if kind is CardKind.TYPED:
                window.review.typed.setText("GPT 3")
            if kind is CardKind.CHOICE:
                window.review.press_number(2)
            window.review.reveal()
            yield f"review-{kind}-revealed", window
        window.review.bury()


def _finish(window: MainWindow) -> None:
    while window.review.prompt is not None:
        window.review.reveal()
        window.review.rate(Rating.EASY)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1120x760")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    for language, cards in (
        ("en", LanguageChoice.ENGLISH),
        ("zh-Hant", LanguageChoice.TRADITIONAL_CHINESE),
        ("zh-Hans", LanguageChoice.SIMPLIFIED_CHINESE),
        ("en", LanguageChoice.BOTH),
    ):
        for scheme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as folder:
                data, moment = Path(folder), Moment()
                remembered = Remembered(data)
                remembered.interface_language, remembered.card_language = language, cards
                remembered.theme = scheme
                del remembered
                _picture_first_start(
                    application, data, moment, options.folder, f"{scheme}-{cards}", (width, height)
                )
                study_a_week(data, moment)
                desktop = Desktop(application, data, [paths.bundled_decks()], moment.clock())
                desktop.show()
                _shoot(
                    desktop, (width, height), screens(desktop, moment), options.folder, f"{scheme}-{cards}"
                )


def _picture_first_start(
    application: QApplication, data: Path, moment: Moment, folder: Path, suffix: str, size: tuple[int, int]
) -> None:
    with Collection(collection_file(data), new_device) as collection:
        refresh(collection, [paths.bundled_decks()], moment.clock())
    desktop = Desktop(application, data, [paths.bundled_decks()], moment.clock())
    desktop.show()
    assert desktop.window is not None
    _shoot(desktop, size, iter([("first-start", desktop.window)]), folder, suffix)


def _shoot(
    desktop: Desktop, size: tuple[int, int], shown: Iterator[tuple[str, QWidget]], folder: Path, suffix: str
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
