"""The screens of which `shots.py` saves pictures."""

from collections.abc import Iterator
from datetime import UTC

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.core.cards.card import CardKind
from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import StudyScope
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.desktop import DesktopApp
from studyapp.services.exchange.sync_decisions import SyncPreview, SyncSettings
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.backlog.backlog_dialog import BacklogDialog
from studyapp.ui.backups.backups_dialog import BackupsDialog
from studyapp.ui.bulk_edit.duplicates_dialog import DuplicatesDialog
from studyapp.ui.bulk_edit.find_replace_dialog import FindReplaceDialog
from studyapp.ui.card.card_info_dialog import CardInfoDialog
from studyapp.ui.decks.about_deck_dialog import AboutDeckDialog
from studyapp.ui.decks.custom_study_dialog import CustomStudyDialog
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.decks.suspended_and_buried_dialog import SuspendedAndBuriedDialog
from studyapp.ui.settings.settings_dialog import SettingsDialog
from studyapp.ui.settings.shortcuts_dialog import ShortcutsDialog
from studyapp.ui.similar_cards.similar_cards_dialog import SimilarCardsDialog
from studyapp.ui.transfer.anki_sync_dialog import AnkiSyncDialog, SyncOperations
from studyapp.ui.window.main_window import MainWindow
from tools.schedule_screens import minutes_over_screens, optimization_screens

MORNING = 1_790_000_000_000
"""A fixed time (Unix milliseconds), so that each run gives the same pictures."""

DAY = 86_400_000
_SHOWN_DIAGRAM = "evolution/descendants-tuning"
"""The diagram in the README."""


_SHOWN_NODES = {
    "map-diagram": ("diagram:evolution/evolution-overview", "code-davinci-002"),
    "map": ("deck:glossary", "glossary/prompt"),
}
"""The maps of which a node is opened, and this node. The last is in the user guide."""


class Moment:
    """A clock that is advanced explicitly."""

    def __init__(self) -> None:
        self.now = MORNING

    def clock(self) -> Clock:
        return Clock(lambda: self.now, UTC)


def screens(desktop: DesktopApp, moment: Moment) -> Iterator[tuple[str, QWidget]]:
    """Yield the name and widget of each screen, reached as a user would reach it."""
    window = desktop.window
    assert window is not None
    window.show_decks()
    yield "decks", window
    window.start_session()
    _finish(window)
    yield "finished", window
    window.shortcuts_overlay.toggle()
    yield "keys", window
    window.shortcuts_overlay.toggle()
    window.start_session(limits=DailyLimits(1000, 1000, 1000, 1000))
    window.review_page.toggle_flag(2)
    window.review_page.show_card_info()
    yield "flag", window
    info = window.review_page.findChildren(CardInfoDialog)[0]
    yield "info", info
    info.close()
    window.deck_dialogs.show_options(ALL_DECKS)
    options = window.findChildren(OptionsDialog)[-1]
    yield "options", options
    yield from optimization_screens(options)
    options.close()
    window.app_dialogs.show_settings()
    settings = window.findChildren(SettingsDialog)[-1]
    yield "settings", settings
    settings.backups_button.click()
    backups = window.findChildren(BackupsDialog)[-1]
    # Show the usual path instead of the temporary folder of this run.
    backups.folder_label.setText("~/.local/share/StudyApp/backups")
    yield "backups", backups
    backups.close()
    settings.shortcuts_button.click()
    shortcuts = window.findChildren(ShortcutsDialog)[-1]
    yield "choosing-keys", shortcuts
    shortcuts.close()
    settings.close()
    window.deck_dialogs.show_custom_study(ALL_DECKS)
    custom_study = window.findChildren(CustomStudyDialog)[-1]
    custom_study.button_by_scope[StudyScope.AHEAD].setChecked(True)
    yield "custom", custom_study
    custom_study.close()
    window.deck_dialogs.show_about("origins", lambda: None)
    about = window.findChildren(AboutDeckDialog)[-1]
    yield "about-deck", about
    about.close()
    window.editor.edit("origins/next-word-puzzle")
    yield "editor", window.editor
    window.editor.close()
    yield from _beside_the_rating(desktop, window)
    yield from _browse(window)
    window.show_statistics()
    _wait_for_tasks(window)
    yield "statistics", window
    content = window.statistics_page.view.scroll_area.widget()
    assert content is not None
    yield "statistics-all", content
    yield from _maps(window)
    window.show_decks()
    yield "decks-done", window
    window.deck_dialogs.show_export()
    export = next(child for child in window.findChildren(QWidget) if child.isWindow() and child.isVisible())
    yield "export", export
    export.close()
    preview = SyncPreview(
        "User 1",
        added_to_anki=("a", "b", "c"),
        updated_here=("d",),
        new_in_anki=("Capital of Peru",),
        card_count=8,
        pushed_review_count=5,
        pulled_review_count=12,
    )
    report = SyncReport(pulled_review_count=12, pushed_review_count=5, added_count=3)
    sync = AnkiSyncDialog(SyncSettings(), SyncOperations(lambda *_: preview, lambda *_: report), window)
    sync.show()
    sync.proceed()
    while sync.is_busy:
        QApplication.processEvents()
    yield "exchange", sync
    sync.close()
    moment.now += 60 * DAY  # every card is due again
    window.show_decks()
    yield "decks-backlog", window
    yield from minutes_over_screens(desktop, moment)
    window.deck_dialogs.backlog_dialogs.show_backlog()
    backlog = window.findChildren(BacklogDialog)[-1]
    yield "backlog", backlog
    backlog.close()
    yield from _cards(window)


def _browse(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the browse page with all cards, with a query, and with a mistake in one."""
    window.show_browse()
    page = window.browse_page
    for name, query in (
        ("browse", ""),
        ("browse-search", "tag:model or is:due"),
        ("browse-mistake", "is:late"),
    ):
        page.search_for(query)
        timers = (page._mistake_timer, page.preview._timer)
        while window.findChild(QThread) is not None or any(timer.isActive() for timer in timers):
            QApplication.processEvents()
        if name == "browse":
            page.table.select_row(2)
            page.card_actions.toggle_flag(1)
            page.table.select_row(4)
            page.card_actions.toggle_suspended()
        yield name, window
        page.view.notice_bar.clear_info()
    yield from _bulk_edits(window)


def _maps(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the net of all decks, which is the last map, as a whole, and other maps with the cards of a node."""
    window.show_map()
    _wait_for_tasks(window)
    page = window.map_page
    page.view.header.map_box.setCurrentIndex(page.view.header.map_box.count() - 1)
    _wait_for_tasks(window)
    page.canvas.fit()
    yield "map-all", window
    for name, (key, node) in _SHOWN_NODES.items():
        page.view.header.map_box.setCurrentIndex(page.view.header.map_box.findData(key))
        _wait_for_tasks(window)
        assert page.shown is not None
        page.canvas.select(page.shown.position_of(node))
        page.canvas.opened.emit(False)
        _wait_for_tasks(window)
        yield name, window


def _wait_for_tasks(window: MainWindow) -> None:
    """Wait until nothing runs in the background."""
    QApplication.processEvents()
    while window.findChild(QThread) is not None:
        QApplication.processEvents()
    QApplication.processEvents()


def _bulk_edits(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the dialogs that change or compare many notes."""
    page = window.browse_page
    page.search_for("")
    _wait_for_tasks(window)
    page.bulk_edits.find_and_replace()
    replacing = page.findChildren(FindReplaceDialog)[-1]
    replacing.find_field.setText("the model")
    replacing.replacement_field.setText("this model")
    replacing.preview_button.click()
    while replacing.is_busy:
        QApplication.processEvents()
    yield "find-replace", replacing
    replacing.close()
    page.bulk_edits.find_duplicates()
    duplicates = page.findChildren(DuplicatesDialog)[-1]
    while duplicates.is_busy:
        QApplication.processEvents()
    yield "duplicates", duplicates
    duplicates.close()
    window.show_similar_cards(CardId("glossary", "few-shot", 1))
    similar = window.findChildren(SimilarCardsDialog)[-1]
    while similar.is_busy or any(one.preview._timer.isActive() for one in (similar.own, similar.other)):
        QApplication.processEvents()
    yield "similar-cards", similar
    similar.close()


def _beside_the_rating(desktop: DesktopApp, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the review screen with optional features, and the dialog of suspended and buried cards."""
    collection = desktop.collection
    for name, value in (("confidence", "on"), ("rating_choice", "two"), ("time_box", "1")):
        set_option(collection, ALL_DECKS, name, value)
    window.start_session(limits=DailyLimits(1000, 1000, 1000, 1000))
    window.review_page.suspend()
    yield "confidence", window
    window.review_page.reveal()
    yield "two-ratings", window
    for name in ("confidence", "rating_choice", "time_box"):
        set_option(collection, ALL_DECKS, name, None)
    window.show_decks()
    window.deck_dialogs.show_suspended_and_buried("glossary")
    dialog = window.findChildren(SuspendedAndBuriedDialog)[-1]
    yield "put-away", dialog
    dialog.close()


def _cards(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the first card of each kind, with its question and with its answer.

    All cards are rated, because some are shown only after their prerequisites.
    """
    window.start_session(limits=DailyLimits(1000, 1000, 1000, 1000))
    seen: set[CardKind] = set()
    while (prompt := window.review_page.prompt) is not None:
        kind = prompt.card.kind
        is_wanted = kind is not CardKind.DIAGRAM or prompt.card.id.note_key == _SHOWN_DIAGRAM
        if kind not in seen and is_wanted:
            seen.add(kind)
            yield f"review-{kind}-question", window
            if kind is CardKind.TYPED_ANSWER:
                window.review_page.answer_field.setText("GPT 3")
            if kind is CardKind.MULTIPLE_CHOICE:
                window.review_page.pick_or_rate(2)
            window.review_page.reveal()
            yield f"review-{kind}-revealed", window
        window.review_page.reveal()
        window.review_page.rate(Rating.EASY)


def _finish(window: MainWindow) -> None:
    while window.review_page.prompt is not None:
        window.review_page.reveal()
        window.review_page.rate(Rating.EASY)
