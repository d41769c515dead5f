"""The statistics page: what was studied, what is remembered, and what is coming."""

from PySide6.QtWidgets import QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.search.completion import Completions, CompletionValues, complete_query
from studyapp.core.search.query_error import QueryError
from studyapp.core.statistics.report import CardFigures, ReviewFigures
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.statistics.statistics_loading import Scope
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.page import PageId
from studyapp.ui.page_loading.loading_page import LoadingPage
from studyapp.ui.statistics.figures.all_plots import plots_of_cards, plots_of_memory, plots_of_reviews
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.statistics_reader import LoadedMemory, StatisticsReader
from studyapp.ui.statistics.statistics_view import StatisticsView

_TYPING_PAUSE_MS = 300


class StatisticsPage(LoadingPage):
    """Loads first the cards, then the reviews, then what is remembered. Each part is shown as soon as it is there."""

    page_id = PageId.STATISTICS

    def __init__(self, context: AppContext, current_library: CurrentLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader = StatisticsReader(context, current_library)
        self._values, self._are_values_current = CompletionValues(), True
        self._scope: Scope | None = None
        self._cards: CardFigures | None = None
        self._reviews: ReviewFigures | None = None
        self._memory: LoadedMemory | None = None
        self._shown: dict[type, tuple[object, PlotContext]] = {}
        self._task = self.add_task(self._take)
        for ended in (self._task.succeeded, self._task.failed):
            ended.connect(self._load_values_if_idle)
        self._task.progressChanged.connect(self._show_progress)
        self._completion_task = self.add_task(self._take_values)
        self._typing_timer = self.add_timer(_TYPING_PAUSE_MS, self.load)
        self.view = StatisticsView(self._complete, self)
        self.header = self.view.header
        self.header.filterChanged.connect(self.load)
        self.header.queryEdited.connect(self._typing_timer.start)
        self.header.submitted.connect(self.load)
        self.header.stepChanged.connect(self._show_all)
        self.view.calendar.dayOffToggled.connect(self._set_day_off)
        self.view.calendar.plansRequested.connect(self.plansRequested)
        self.view.forgotten.editRequested.connect(self.editRequested)
        self.view.forgotten.similarCardsRequested.connect(self.similarCardsRequested)

    def release(self) -> None:
        """Close the collection. Until then it stays open, even while the page is hidden, so that figures are loaded only once."""
        self.stop_loading()
        self._reader.close()

    def focus_default_widget(self) -> None:
        """Focus the choice of the deck."""
        self.header.deck_box.setFocus()

    @property
    def current_deck_id(self) -> str:
        """The deck that is chosen, if it is one."""
        decks = self._reader.library.decks_under(self.header.filter.node_key, self._reader.languages)
        return decks[0] if self.header.filter.node_key and len(decks) == 1 else ALL_DECKS

    @property
    def is_loading(self) -> bool:
        """Whether figures are being loaded."""
        return self._task.is_running

    def load(self) -> None:
        """Load the figures for the chosen filters."""
        self._typing_timer.stop()
        wanted, reader = self.header.filter, self._reader
        self._cards = self._reviews = self._memory = None

        def find_and_load(progress: ProgressCallback) -> tuple[Scope, CardFigures]:
            scope = reader.find_scope(wanted, progress)
            return scope, reader.load_cards(scope, progress)

        self._task.start(find_and_load)

    def _take(self, loaded: tuple[Scope, CardFigures] | ReviewFigures | LoadedMemory) -> None:
        """Show a part of the figures, and load the next one."""
        self.header.clear_error()
        part: object = loaded
        if isinstance(loaded, LoadedMemory):
            self._memory = loaded
            self.header.hide_progress()
        elif isinstance(loaded, ReviewFigures):
            self._reviews = loaded
            if self._scope is not None and self._memory is None:
                self._load_memory(self._scope)
        else:
            self._scope, part = loaded
            self._cards = part
            self._load_reviews(self._scope)
        self._show_part(part)

    def _load_reviews(self, scope: Scope) -> None:
        self._task.start(lambda progress: self._reader.load_reviews(scope, progress))

    def _load_memory(self, scope: Scope) -> None:
        self._task.start(lambda progress: self._reader.load_memory(scope, progress))

    def _show_part(self, part: object) -> None:
        """Show a part, unless the page shows it already."""
        context = self._plot_context
        shown, shown_context = self._shown.get(type(part), (None, None))
        if shown is part and shown_context == context:
            return
        self._shown[type(part)] = part, context
        match part:
            case LoadedMemory():
                self.view.show_plots(plots_of_memory(part.figures, context))
                self.view.forgotten.show_cards(part.figures.forgotten, part.question_by_card)
            case ReviewFigures():
                self.view.show_plots(plots_of_reviews(part, context))
                due_by_day = self._cards.due_by_day if self._cards is not None else {}
                self.view.calendar.show_figures(part, context.today, due_by_day)
            case CardFigures():
                self.view.show_plots(plots_of_cards(part, context))
            case _:
                pass

    def _show_all(self) -> None:
        """Show the figures again, in other steps."""
        for part in (self._cards, self._reviews, self._memory):
            if part is not None:
                self._show_part(part)

    @property
    def _plot_context(self) -> PlotContext:
        return PlotContext(self._reader.today, self.header.filter.period, self.header.step)

    def _show_progress(self, done: int, total: int) -> None:
        self.header.show_progress(self.tr("Updating statistics…"), done, total)

    def show_error(self, error: TranslatableError | OSError) -> None:
        """Show what went wrong below the filters. A mistake in the query is marked."""
        self.header.hide_progress()
        mistake = (error.start, error.end) if isinstance(error, QueryError) else ()
        self.header.show_error(formatting.format_error(error), *mistake)

    def _set_day_off(self, day: int, is_off: bool) -> None:
        try:
            self._reader.set_day_off(day, is_off=is_off)
        except StoreError as error:
            self.show_error(error)
            return
        # While the cards are being loaded, the reviews come next anyway.
        if self._scope is not None and self._cards is not None:
            self._load_reviews(self._scope)

    def apply_theme(self) -> None:
        """Apply the current theme."""
        self.view.restyle()

    def refresh(self) -> None:
        """Offer the current decks, and load their figures."""
        self.header.show_decks(self._reader.library, self._reader.languages)
        self._are_values_current = False
        self.load()

    def _load_values_if_idle(self) -> None:
        """Load the values that completion offers, after the figures: they are read from all notes."""
        if not self._are_values_current and not self.is_loading:
            self._are_values_current = True
            self._completion_task.start(self._reader.load_completion_values)

    def _take_values(self, values: CompletionValues) -> None:
        self._values = values

    def _complete(self, text: str, cursor: int) -> Completions:
        return complete_query(text, cursor, self._values)
