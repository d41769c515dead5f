"""Opens every dialog of the program, for tests that look at all of them."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.anki.live.import_outcomes import ExportPreview, ImportOutcome
from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, MapNode, Place
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.textfiles.table_layout import ColumnUse, TableColumn, TableLayout
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.workload.retention_comparison import RetentionOutcome
from studyapp.services.concept_map.map_loading import MapChoice, MapKind
from studyapp.services.editing.drafts.note_draft import NoteDraft
from studyapp.services.exchange.sync_decisions import SyncPreview, SyncSettings
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.plans.days_off import DaysOffPreview
from studyapp.services.transfer.file_import import ImportReport
from studyapp.services.transfer.text_files.table_preview import PreviewedCard, PreviewedNote, TablePreview
from studyapp.services.workload.simulating import RetentionComparison
from studyapp.store.errors import DAMAGED, StoreDamaged
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.backups.recovery_dialog import RecoveryDialog
from studyapp.ui.browse.actions.action_progress_dialog import ActionProgressDialog
from studyapp.ui.browse.actions.deck_chooser_dialog import DeckChooserDialog
from studyapp.ui.browse.actions.due_range_dialog import DueRangeDialog
from studyapp.ui.browse.actions.tag_dialogs import AddTagsDialog, RemoveTagsDialog
from studyapp.ui.diagnostics.crash_dialog import CrashDialog
from studyapp.ui.diagnostics.crash_situation import CrashSituation
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.editor.conflict_dialog import ConflictDialog
from studyapp.ui.map.canvas.map_style import style_for
from studyapp.ui.map.node_table_dialog import NodeTableDialog
from studyapp.ui.map.shown_map import ShownMap
from studyapp.ui.plans.days_off_dialog import DaysOffDialog, RemoveDaysOffDialog
from studyapp.ui.plans.exam_dialog import ExamDialog
from studyapp.ui.statistics.plots.plot import Category, Plot, PlotForm, Series
from studyapp.ui.statistics.table_dialog import TableDialog
from studyapp.ui.transfer.anki_sync_dialog import AnkiSyncDialog, SyncOperations
from studyapp.ui.transfer.export_preview_dialog import ExportPreviewDialog
from studyapp.ui.transfer.import_conflicts_dialog import ImportConflictsDialog
from studyapp.ui.transfer.import_dialog import ImportDialog
from studyapp.ui.transfer.table_import.table_import_dialog import TableImportDialog
from studyapp.ui.window.main_window import MainWindow
from studyapp.ui.workload.retention_dialog import RetentionDialog
from tests.services.sample_conflicts import sample_conflict
from tests.ui.app_driver import DAY, AppDriver, basic_note

Inspect = Callable[[ScrollingDialog], None]

LONG_PATH = Path("/home/somebody/.local/share/StudyApp", "a" * 90, "collection.db")
"""A path with a part that no line can hold."""

LONG_NAMES = [
    f"{number} a rather long name of a tag or of a deck, as they sometimes are" for number in range(30)
]


def write_deck(app: AppDriver) -> None:
    """Write a deck with tags and sections, so that the dialogs show all their lists."""
    app.write_deck(
        *(
            basic_note(f"n{number}", tags=[f"tag-{number}", "a-rather-long-tag"], section=str(number))
            for number in range(1, 9)
        ),
        title="A deck with a rather long title, as decks about an article have",
    )


def inspect_all_dialogs(app: AppDriver, inspect: Inspect) -> set[str]:
    """Open each dialog, call `inspect` with it, and close it. Return the names of their classes."""
    visited: set[str] = set()

    def visit(dialog: ScrollingDialog) -> None:
        visited.add(type(dialog).__name__)
        if isinstance(dialog, BackgroundTaskDialog | TableImportDialog):
            app.wait_until(lambda: not dialog.is_busy)
        dialog.activateWindow()
        app.wait_until(dialog.isActiveWindow)
        app.application.processEvents()
        inspect(dialog)

    _study_some_cards(app)
    for open_dialog in _modeless_openers(app):
        open_dialog()
        dialog = _open_dialog()
        visit(dialog)
        dialog.close()
        app.application.processEvents()
    for ask in _modal_openers(app.window):
        _inspect_while_open(ask, visit)
    return visited


def _study_some_cards(app: AppDriver) -> None:
    """Give some cards a history. They are overdue afterwards."""
    app.window.start_session()
    for _ in range(3):
        app.review_page.reveal()
        app.review_page.rate(Rating.EASY)
    app.review_page.suspend()
    app.now += 60 * DAY
    app.window.show_decks()


def _open_dialog() -> ScrollingDialog:
    """The dialog that was opened last."""
    visible = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, ScrollingDialog) and widget.isVisible()
    ]
    (dialog,) = visible
    return dialog


def _inspect_while_open(ask: Callable[[], object], visit: Inspect) -> None:
    """Call a function that waits for a dialog, and inspect the dialog meanwhile."""

    def inspect_and_close() -> None:
        dialog = cast("ScrollingDialog", QApplication.activeModalWidget())
        try:
            visit(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, inspect_and_close)
    ask()


def _modeless_openers(app: AppDriver) -> list[Callable[[], None]]:
    window = app.window
    losses = tuple(Loss(kind, "The beginning of a note") for kind in LossKind)
    report = ImportReport(12, 3, 40, 40, (Path("x.yaml"),), losses, 5, 6, 7, 8)
    preview = ExportPreview(dict.fromkeys(ImportOutcome, ("d/n1", "d/n2")), ("StudyApp basic",), 4)
    columns = tuple(TableColumn(f"A column with a rather long name {use}", use) for use in ColumnUse)
    note = PreviewedNote(2, "deck", ("tag",), (PreviewedCard("A question", "An answer\nin lines"),) * 2)
    table = TablePreview(
        TableLayout(";", True, columns), 1, ("A sample",) * len(columns), 9, 2, (note,) * 5, losses
    )
    sync_preview = SyncPreview(
        "Ann",
        added_to_anki=("d/n1",),
        updated_here=("d/n2",),
        new_in_anki=("Capital of Chile", "Capital of Peru"),
        deleted_in_anki=("d/n3",),
        deleted_here=("d/n4",),
        retired_here=("d/n5",),
        card_count=3,
        moved_card_count=2,
        pushed_review_count=5,
        pulled_review_count=12,
        is_handed_over=True,
    )
    sync_report = SyncReport(pulled_review_count=12, pushed_review_count=5, added_count=3)

    def open_card_info() -> None:
        window.start_session()
        window.review_page.show_card_info()

    def open_answer() -> None:
        window.review_page.reveal()
        window.review_page.rate(Rating.AGAIN)
        window.review_page.show_forgotten_answer()

    def open_sync() -> None:
        operations = SyncOperations(lambda *_: sync_preview, lambda *_: sync_report)
        dialog = AnkiSyncDialog(SyncSettings(), operations, window)
        dialog.show()
        dialog.proceed()

    return [
        lambda: window.app_dialogs.show_settings(),
        lambda: window.app_dialogs.show_shortcuts(),
        lambda: window.app_dialogs.show_backups(),
        lambda: window.deck_dialogs.show_options(ALL_DECKS),
        lambda: window.deck_dialogs.show_options("d"),
        lambda: _open_retention_dialog(window),
        lambda: window.deck_dialogs.show_custom_study(ALL_DECKS),
        lambda: window.deck_dialogs.show_suspended_and_buried("d"),
        lambda: window.deck_dialogs.backlog_dialogs.show_backlog(),
        lambda: window.deck_dialogs.show_plans(),
        lambda: ExamDialog(
            None,
            20_000,
            dict(zip(LONG_NAMES, LONG_NAMES, strict=True)),
            lambda *_: frozenset(),
            lambda *_: None,
            window,
            LONG_NAMES[:2],
        ).show(),
        lambda: DaysOffDialog(
            20_000, lambda days, _progress: DaysOffPreview(days, 0, {}), lambda *_: None, window
        ).show(),
        lambda: RemoveDaysOffDialog(range(20_000, 20_010), lambda _: None, window).show(),
        lambda: window.deck_dialogs.show_about("d", lambda: None),
        lambda: window.deck_dialogs.show_export(),
        lambda: ExportPreviewDialog(lambda *_: preview, [LONG_PATH], window).show(),
        lambda: TableImportDialog(Path("a-table-with-a-long-name.csv"), lambda *_: table, window).show(),
        lambda: ImportDialog(
            Path("a-file-with-a-long-name.apkg"), lambda *_: report, lambda *_: None, window
        ).show(),
        lambda: ImportConflictsDialog([sample_conflict("one"), sample_conflict("two")], window).show(),
        open_sync,
        open_card_info,
        open_answer,
        lambda: _conflict_dialog(window).show(),
        lambda: CrashDialog(CrashSituation.RUNNING, LONG_PATH, window).show(),
        lambda: _show_and_keep(_recovery_dialog(app)),
        lambda: _open_action_progress(window),
        lambda: window.deck_edits.rename("d"),
        lambda: window.deck_edits.show_bin(),
        lambda: _open_find_and_replace(app),
        lambda: window.browse_page.bulk_edits.find_duplicates(),
        lambda: window.show_similar_cards(CardId("d", "n1", 1)),
        lambda: DueRangeDialog(20_000, window).show(),
        lambda: TableDialog(_sample_plot(), window).show(),
        lambda: NodeTableDialog(LONG_NAMES[0], _sample_map(), window).show(),
        lambda: AddTagsDialog(LONG_NAMES, window).show(),
        lambda: RemoveTagsDialog(LONG_NAMES, window).show(),
        lambda: DeckChooserDialog(
            "Move", "Move", dict(zip(LONG_NAMES, LONG_NAMES, strict=True)), window
        ).show(),
    ]


def _sample_plot() -> Plot:
    categories = tuple(Category(name, name) for name in LONG_NAMES)
    reviews = Series("Reviews of cards in relearning", tuple(range(len(categories))), str)
    return Plot("reviews", "Reviews", LONG_NAMES[0], PlotForm.BARS, "Day", categories, (reviews,))


def _sample_map() -> ShownMap:
    nodes = tuple(
        MapNode(name, LocalizedText.language_neutral(name), (), LocalizedText.language_neutral(name))
        for name in LONG_NAMES
    )
    edges = tuple(MapEdge(number, number + 1) for number in range(len(nodes) - 1))
    places = tuple(Place(0, number) for number in range(len(nodes)))
    title = LocalizedText.language_neutral("Map")
    choice = MapChoice("deck:d", title, MapKind.PREREQUISITES, ("d",))
    style = style_for(QApplication.font())
    return ShownMap(choice, ConceptMap(title, nodes, edges, places), CardLanguages.ENGLISH, style)


def _open_find_and_replace(app: AppDriver) -> None:
    app.window.show_browse("")
    app.wait_until(lambda: len(app.window.browse_page.model.cards) > 0)
    app.window.browse_page.bulk_edits.find_and_replace()


def _open_action_progress(window: QWidget) -> None:
    dialog = ActionProgressDialog(window, can_cancel=True)
    dialog.show()
    dialog.run_task(lambda _: None, lambda _: None, lambda _: None, lambda: None)


_kept: list[QWidget] = []


def _show_and_keep(dialog: QWidget) -> None:
    """Show a dialog without a parent, which Python would delete."""
    _kept[:] = [dialog]
    dialog.show()


def _conflict_dialog(window: QWidget) -> ConflictDialog:
    mine = NoteDraft("d", "basic", {"front": (("", "A long text " * 12),), "back": (("", "x"),)}, tags=("a",))
    theirs = NoteDraft("d", "basic", {"front": (("", "Another text"),), "back": ()}, section="3")
    return ConflictDialog(mine, theirs, ("front", "back", "section"), window)


def _recovery_dialog(app: AppDriver) -> RecoveryDialog:
    def restore(*_: object) -> object:
        raise AssertionError("nothing is restored")

    error = StoreDamaged(DAMAGED, LONG_PATH, "database disk image is malformed")
    return RecoveryDialog(app.collection_file, error, restore)  # type: ignore[arg-type]


def _open_retention_dialog(window: MainWindow) -> None:
    outcomes = tuple(RetentionOutcome(percent, 9000 - 20 * percent, 20, 500) for percent in range(70, 98, 3))
    comparison = RetentionComparison(outcomes, outcomes[-1], 0, 1)
    RetentionDialog(lambda _progress: comparison, lambda _percent: True, window).show()


def _modal_openers(window: QWidget) -> list[Callable[[], object]]:
    url = QUrl(f"https://example.org/{'a' * 200}")
    return [
        lambda: modal_dialogs.show_error(window, f"Can't write {LONG_PATH}: the disk is full. Try again."),
        lambda: modal_dialogs.show_information(window, "Your collection was restored.\n3 files restored."),
        lambda: modal_dialogs.confirm_overwrite(window, LONG_PATH),
        lambda: modal_dialogs.confirm_replace_deck_file(window, LONG_PATH.name),
        lambda: modal_dialogs.confirm_restore(window, "1/2/26, 3:04 PM"),
        lambda: modal_dialogs.confirm_time_correction(window, "\n".join(["A long text"] * 30)),
        lambda: modal_dialogs.confirm_open_link(window, url),
        lambda: modal_dialogs.ask_deck_title(window),
        lambda: modal_dialogs.ask_days_until_due(window, 20_000),
        lambda: modal_dialogs.ask_language(window),
        lambda: modal_dialogs.ask_unsaved_changes(window),
    ]
