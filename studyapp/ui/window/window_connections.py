"""The connections between the sidebar, the pages and the commands of the main window."""

from typing import TYPE_CHECKING

from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.kit.page import PageId
from studyapp.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.ui.review.review_page import ReviewPage


def connect_decks_page(window: MainWindow) -> None:
    """Connect the signals of the decks page. Dialogs are created when they are first needed, hence the lambdas."""
    page = window.decks_page
    page.studyAllRequested.connect(window.start_session)
    page.moreNewCardsRequested.connect(lambda count: _study_more_new_cards(window, count))
    page.studyDeckRequested.connect(window.start_session)
    page.refreshRequested.connect(window.refresh_overview)
    page.undoRequested.connect(lambda: _undo_on_decks_page(window))
    page.redoRequested.connect(lambda: _redo_on_decks_page(window))
    backlog = page.backlog_panel
    backlog.spreadRequested.connect(lambda: window.deck_dialogs.backlog_dialogs.show_backlog())
    backlog.planRequested.connect(lambda: window.deck_dialogs.backlog_dialogs.read_plan(backlog.show_plan))
    backlog.resumeRequested.connect(lambda: window.deck_dialogs.backlog_dialogs.resume_new_cards())
    page.correctTimesRequested.connect(lambda: window.deck_dialogs.correct_times())
    page.examLinesRequested.connect(
        lambda: window.deck_dialogs.plan_dialogs.read_exam_lines(page.show_exam_lines)
    )
    page.addDecksRequested.connect(lambda: window.deck_adder.open_menu(page.add_decks_button))
    page.problems_panel.openFileRequested.connect(lambda path: window.deck_adder.open_file(path))
    page.problems_panel.writeIdsRequested.connect(lambda files: window.deck_adder.write_missing_ids(files))
    page.optionsRequested.connect(lambda deck: window.deck_dialogs.show_options(deck))
    decks = page.deck_list
    decks.customStudyRequested.connect(lambda deck: window.deck_dialogs.show_custom_study(deck))
    decks.openFileRequested.connect(lambda deck: _open_deck_file(window, deck))
    decks.aboutRequested.connect(
        lambda deck: window.deck_dialogs.show_about(deck, lambda: _open_deck_file(window, deck))
    )
    decks.browseRequested.connect(lambda node_key: _browse_deck(window, node_key))
    decks.planExamRequested.connect(lambda row: _plan_exam(window, row))
    decks.addNoteRequested.connect(lambda deck: window.editor.add(deck))
    decks.renameRequested.connect(lambda deck: window.deck_edits.rename(deck))
    decks.deleteRequested.connect(lambda deck: window.deck_edits.delete(deck))
    decks.hideRequested.connect(lambda row: window.deck_dialogs.hide_decks(row))
    decks.unhideRequested.connect(lambda deck_ids: window.deck_dialogs.unhide_decks(deck_ids))
    decks.moveRequested.connect(lambda row, step: window.deck_dialogs.move_decks(row, step))
    decks.suspendedAndBuriedRequested.connect(
        lambda deck: window.deck_dialogs.show_suspended_and_buried(deck)
    )


def _open_deck_file(window: MainWindow, deck_id: str) -> None:
    """Open the file of a deck in the default editor."""
    library, _ = window.current_library()
    window.deck_adder.open_file(next(one.path for one in library.decks if one.metadata.id == deck_id))


def _browse_deck(window: MainWindow, node_key: str) -> None:
    """Show the cards of the decks under a row on the browse page."""
    from studyapp.services.browse.filters import find_deck_query

    library, languages = window.current_library()
    window.show_browse(find_deck_query(library, node_key, languages))


def _plan_exam(window: MainWindow, node_key: str) -> None:
    """Ask for an exam on the decks under a row."""
    library, languages = window.current_library()
    window.deck_dialogs.plan_dialogs.plan_exam(library.decks_under(node_key, languages))


def _study_more_new_cards(window: MainWindow, count: int) -> None:
    """Start a session with new cards beyond today's limits."""
    from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope

    window.start_custom_session(None, CustomStudySelection(StudyScope.MORE_NEW, extra_new_cards=count))


def _undo_on_decks_page(window: MainWindow) -> None:
    """Undo an edit or an action on several cards at once, or an action on one card in a session, which shows the card."""
    window.deck_edits.undo(lambda: _run_in_session(window, lambda review: review.undo()))


def _redo_on_decks_page(window: MainWindow) -> None:
    window.deck_edits.redo(lambda: _run_in_session(window, lambda review: review.redo()))


def _run_in_session(window: MainWindow, operation: "Callable[[ReviewPage], bool]") -> None:
    """Start a session and undo or redo in it. Return to the decks page if there is nothing to undo or redo. Do nothing if
    the user has left the decks page meanwhile."""
    if window.current_page.page_id is not PageId.DECKS:
        return
    window.start_session()
    if window.current_page is window.review_page and not operation(window.review_page):
        window.show_decks()


def connect_pages(window: MainWindow) -> None:
    """Connect what any page may ask for."""
    window.editRequested.connect(lambda note_key: window.editor.edit(note_key))
    window.splitRequested.connect(lambda note_key: window.editor.split(note_key))
    window.similarCardsRequested.connect(window.show_similar_cards)
    window.plansRequested.connect(lambda: window.deck_dialogs.show_plans())


def connect_sidebar(window: MainWindow) -> None:
    """Connect the signals of the sidebar."""
    sidebar = window.sidebar
    sidebar.decksRequested.connect(window.show_decks)
    sidebar.studyRequested.connect(window.start_session)
    sidebar.browseRequested.connect(window.show_browse)
    sidebar.mapRequested.connect(window.show_map)
    sidebar.statisticsRequested.connect(window.show_statistics)
    sidebar.exportRequested.connect(lambda: window.deck_dialogs.show_export())
    sidebar.settingsRequested.connect(lambda: window.app_dialogs.show_settings())
    sidebar.optionsRequested.connect(lambda: window.deck_dialogs.show_options(ALL_DECKS))
    sidebar.shortcutsRequested.connect(lambda: window.shortcuts_overlay.toggle())
    sidebar.cardLanguageChosen.connect(window.languages.set_card_languages)
    sidebar.interfaceLanguageChosen.connect(window.languages.set_interface_language)
