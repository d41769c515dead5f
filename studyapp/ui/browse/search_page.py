"""The page that shows what a query finds."""

import operator
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.completion import Completions, CompletionValues, complete_query
from studyapp.core.search.query_error import QueryError
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.browse.card_finding import CardSearch
from studyapp.services.browse.filters import narrow_query
from studyapp.services.search.saved_searches import SavedSearch
from studyapp.store.errors import StoreError
from studyapp.ui.browse.browse_reader import BrowseReader, LoadedFilters
from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.browse.browse_view import BrowseView
from studyapp.ui.browse.search.search_runner import SearchRunner
from studyapp.ui.dialogs.text_question_dialog import TextQuestionDialog
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.page import PageId
from studyapp.ui.page_loading.loading_page import LoadingPage

_TYPING_PAUSE_MS = 30
"""Keys that follow each other faster start one search together."""

_MISTAKE_DELAY_MS = 600
"""A query that is not finished yet is no mistake."""


class SearchPage(LoadingPage):
    """Searches in the background and shows the found cards."""

    page_id = PageId.BROWSE

    def __init__(self, context: AppContext, current_library: CurrentLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = BrowseSettings(context.app_settings)
        self._reader = BrowseReader(context, current_library, self._settings)
        self._is_all_found = False
        self._search = CardSearch("")
        self._saved_searches: Sequence[SavedSearch] = ()
        self._values = CompletionValues()
        self._filter_task = self.add_task(self._show_filters)
        self._preparation_task = self.add_task(lambda _: None)
        self._runner = SearchRunner(self._reader.find, self)
        self._runner.firstFound.connect(lambda cards: self._show_cards(cards, is_all=False))
        self._runner.allFound.connect(lambda cards: self._show_cards(cards, is_all=True))
        self._runner.failed.connect(self._show_failure)
        self._runner.preparing.connect(lambda percent: self.results.show_preparation(percent))
        self._typing_timer = self.add_timer(_TYPING_PAUSE_MS, self.search)
        self._mistake: QueryError | None = None
        self._mistake_timer = self.add_timer(_MISTAKE_DELAY_MS, self._show_mistake)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.view = view = BrowseView(self._reader, self._settings, self._complete, self)
        self.search_bar, self.field = view.search_bar, view.search_bar.field
        self.model, self.table, self.results = view.model, view.table, view.results
        self.filters, self.preview, self.panels = view.filters, view.preview, view.panels
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        of_notes = self._settings.shows_notes
        (self.search_bar.notes_button if of_notes else self.search_bar.cards_button).setChecked(True)
        self._show_searches()

    def _connect(self) -> None:
        bar = self.search_bar
        bar.textChanged.connect(self._typing_timer.start)
        bar.textChanged.connect(self._mistake_timer.stop)
        bar.searchChosen.connect(self.search_for)
        bar.saveRequested.connect(self.ask_search_name)
        bar.submitted.connect(self._submit)
        bar.tableRequested.connect(self._focus_table)
        bar.notesChosen.connect(self.show_notes)
        self.filters.searchChosen.connect(self.search_for)
        self.filters.narrowingChosen.connect(
            lambda query: self.search_for(narrow_query(self.field.text(), query))
        )
        self.filters.deletionRequested.connect(
            lambda name: self._change_searches(lambda: self._reader.delete_search(name))
        )
        self.results.showAllRequested.connect(lambda: self.search_for(""))
        self.table.orderChanged.connect(self.search)
        self.table.selectionEnded.connect(self._show_selection)
        self.model.loadFailed.connect(self.show_error)

    def stop_loading(self) -> None:
        """Stop searching, too."""
        super().stop_loading()
        self._runner.stop_and_wait()
        self._reader.end_searches()

    def focus_search(self) -> None:
        """Focus the field and select its text, so that typing replaces it."""
        self.field.setFocus()
        self.field.selectAll()

    def search_for(self, text: str) -> None:
        """Show the cards that a query finds."""
        self.field.setText(text)
        self.panels.show_table()
        self.search()

    def prepare_search(self, text: str) -> None:
        """Write a query into the field of a page that is hidden. Once it is shown, it finds all cards at once."""
        self.field.setText(text)
        self._typing_timer.stop()
        self._search, self._is_all_found = self._search_of_field(), True

    def search(self) -> None:
        """Show the cards that the query in the field finds."""
        self._typing_timer.stop()
        search = self._search_of_field()
        self._preparation_task.cancel()
        # The first cards of a refresh are not shown before all others: they would replace the selection.
        is_refresh = self._is_all_found and search == self._search
        self._runner.start(search, is_refresh=is_refresh)
        self._search, self._is_all_found = search, is_refresh

    def _search_of_field(self) -> CardSearch:
        settings = self._settings
        return CardSearch(
            self.field.text(), settings.sort_column, settings.is_descending, of_notes=settings.shows_notes
        )

    def show_notes(self, of_notes: bool) -> None:
        """Show a row for each note, or for each card."""
        self._settings.shows_notes = of_notes
        button = self.search_bar.notes_button if of_notes else self.search_bar.cards_button
        button.setChecked(True)
        self.refresh()

    def toggle_notes(self) -> None:
        """Show notes instead of cards, or cards again."""
        self.show_notes(not self._settings.shows_notes)

    def show_message(self, text: str, *, is_info: bool) -> None:
        """Show a message above the lower edge of the page."""
        self.view.show_message(text, is_info=is_info)

    def ask_search_name(self) -> None:
        """Ask for a name, and save the query in the field under it."""
        query = self.field.text().strip()
        if not query:
            self.show_message(self.tr("Enter a search first."), is_info=True)
            return
        dialog = TextQuestionDialog(
            self.tr("Save this search"),
            self.tr("Name"),
            self.tr("Save"),
            self,
            error=self.tr("Enter a name for the search."),
        )
        dialog.accepted.connect(
            lambda: self._change_searches(lambda: self._reader.save_search(dialog.text, query))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change_searches(self, change: Callable[[], None]) -> None:
        try:
            change()
        except StoreError as error:
            self.show_error(error)
        self._show_searches()
        self._filter_task.start(self._reader.load_filters)

    def on_options_changed(self) -> None:
        """Show the cards as the options say."""
        self.reread_rows()

    def apply_theme(self) -> None:
        """Apply the current theme."""
        self.view.restyle()

    def refresh(self) -> None:
        """Show the current decks, and what the query finds."""
        self.model.set_formatter(self._reader.make_formatter(), of_notes=self._settings.shows_notes)
        self._filter_task.start(self._reader.load_filters)
        self.preview.refresh()
        self.search()

    def _show_filters(self, loaded: LoadedFilters) -> None:
        self._values = loaded.values
        self.filters.show_filters(loaded.filters, self._saved_searches)

    def _show_cards(self, cards: Sequence[CardId], *, is_all: bool) -> None:
        self._mistake = None
        self._mistake_timer.stop()
        self.search_bar.clear_error()
        self._is_all_found = is_all
        if is_all:
            self._preparation_task.start(self._reader.prepare_next_search)
        shown = self.model.cards
        if is_all and shown and len(shown) < len(cards) and all(map(operator.eq, cards, shown)):
            self.model.extend_cards(cards)
        else:
            self.table.show_cards(cards)
        if cards:
            self.results.show_table()
        elif self.field.text().strip():
            self.results.show_no_match()
        else:
            self.results.show_no_cards()
        if self.table.current_card is None:
            self.table.select_row(0)
        self._show_selection()

    def _show_mistake(self) -> None:
        if self._mistake is not None:
            text = formatting.format_error(self._mistake)
            self.search_bar.show_error(text, self._mistake.start, self._mistake.end)

    def show_error(self, error: TranslatableError | OSError) -> None:
        """Show what went wrong. A mistake in the query is shown once the user has stopped typing."""
        if isinstance(error, QueryError):
            self._mistake = error
            self._mistake_timer.start()
        else:
            self.show_message(formatting.format_error(error), is_info=False)

    def _show_selection(self) -> None:
        self.search_bar.show_count(
            len(self.model.cards),
            self.table.count_selected(),
            of_notes=self._settings.shows_notes,
            is_complete=self._is_all_found,
        )
        self.preview.show_card(self.table.current_card)

    def reread_rows(self) -> None:
        """Show the current values of the rows and of the card."""
        self.model.forget_rows()
        self.table.viewport().update()
        self.preview.refresh()

    def _submit(self) -> None:
        """Go on to the found cards, or show what is wrong with the query."""
        if self._mistake is not None:
            self._mistake_timer.stop()
            self._show_mistake()
        else:
            self._focus_table()

    def _focus_table(self) -> None:
        self._remember_search()
        self.table.setFocus()

    def _remember_search(self) -> None:
        if self.field.text().strip():
            self._settings.add_recent_search(self.field.text().strip())
            self._show_searches()

    def _show_searches(self) -> None:
        try:
            self._saved_searches = self.search_bar.saved_searches = self._reader.load_searches()
        except StoreError as error:
            self.show_error(error)
        self.search_bar.recent_searches = self._settings.recent_searches

    def _complete(self, text: str, cursor: int) -> Completions:
        return complete_query(text, cursor, self._values)
