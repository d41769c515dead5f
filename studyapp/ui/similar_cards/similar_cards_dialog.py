"""The dialog that shows a card beside those that it may be confused with."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListWidget, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.browse.browse_rows import BrowseRow
from studyapp.store.errors import StoreError
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import formatting, screen_reader, theme
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.similar_cards.compared_card import ComparedCard
from studyapp.ui.similar_cards.difference_marks import mark_differences
from studyapp.ui.similar_cards.similar_cards_reader import SimilarCardsReader

_MIN_WIDTH_SIDE_BY_SIDE = 560
"""Pixels, at a text size of 100 %."""


class SimilarCardsDialog(BackgroundTaskDialog):
    """Lists the similar cards, the most similar first, and compares the selected one with the card."""

    editRequested = Signal(str)
    """Carries the key of a note."""

    practiceRequested = Signal(object)
    """Carries the two cards."""

    schedulesChanged = Signal()
    """A card was suspended or restored."""

    def __init__(self, reader: SimilarCardsReader, card: CardId, parent: QWidget) -> None:
        super().__init__(parent, width=860)
        self.setWindowTitle(self.tr("Similar cards"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reader, self._card = reader, card
        self._similar: Sequence[CardId] = ()
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.message_banner = MessageBanner(self)
        self.result_label = create_label("", "furniture", self, has_word_wrap=True)
        self.card_list = QListWidget(self)
        self.card_list.setAccessibleName(self.windowTitle())
        self.card_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card_list.setFixedHeight(theme.scale_pixels(96))
        self.card_list.setUniformItemSizes(True)
        self.card_list.currentRowChanged.connect(lambda _: self._show_cards())
        for widget in (self.progress_bar, self.message_banner, self.result_label, self.card_list):
            self.column.addWidget(widget)
        self.own = ComparedCard(self.tr("This card"), reader, self)
        self.other = ComparedCard(self.tr("Similar card"), reader, self)
        self._pair_layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair_layout.setSpacing(16)
        for compared in (self.own, self.other):
            compared.edit_button.clicked.connect(lambda _=False, one=compared: self._edit(one))
            compared.suspend_button.clicked.connect(lambda _=False, one=compared: self._toggle_suspended(one))
            compared.preview.card_frame.card_view.rendered.connect(self._mark_differences)
            self._pair_layout.addWidget(compared, 1)
        self.column.addLayout(self._pair_layout, 1)
        self.add_button(self.tr("Close")).clicked.connect(self.close)
        self.practice_button = self.add_button(self.tr("Practice both"), "primary")
        self.practice_button.clicked.connect(self._practice)
        self._search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the two cards below each other if the dialog is too narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.scale_pixels(_MIN_WIDTH_SIDE_BY_SIDE)
        self._pair_layout.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._order_tab_stops(is_wide=is_wide)

    def event(self, event: QEvent) -> bool:
        """Show the current cards when the user returns, who may have edited them."""
        if event.type() is QEvent.Type.WindowActivate and not self.is_busy:
            self._show_cards()
        return super().event(event)

    def _order_tab_stops(self, *, is_wide: bool) -> None:
        """Let Tab go through both cards, then through the buttons below them, or through one card after the other."""
        own, other = self.own.tab_stops, self.other.tab_stops
        in_columns = (own[0], other[0], *own[1:], *other[1:])
        previous: QWidget = self.card_list
        for widget in in_columns if is_wide else (*own, *other):
            self.setTabOrder(previous, widget)
            previous = widget

    def _search(self) -> None:
        self.result_label.setText(self.tr("Comparing notes… Esc stops."))
        self._show_cards()
        self.run_task(
            lambda progress: self._reader.find(self._card, progress),
            self._show_similar,
            self._show_failure,
            lambda: self.result_label.setText(self.tr("The search was stopped.")),
        )

    def _show_similar(self, cards: Sequence[CardId]) -> None:
        row_by_card = self._load_rows(cards)
        self._similar = [card for card in cards if card in row_by_card]
        self.card_list.addItems([_line_of(row_by_card[card]) for card in self._similar])
        if self._similar:
            text = self.tr("%n similar card(s)", None, len(self._similar))
        else:
            text = self.tr(
                "No similar cards. If you keep forgetting this one, give it one short answer, split it in two, or add a hint."
            )
        self.result_label.setText(text)
        screen_reader.announce(text)
        self.card_list.setCurrentRow(0)
        self._show_cards()
        (self.card_list if self._similar else self.own.edit_button).setFocus()
        self.fit_content()

    def _show_failure(self, error: Exception) -> None:
        self.result_label.setText("")
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self._show_error(error)

    def _show_error(self, error: TranslatableError | OSError) -> None:
        self.message_banner.show_text(formatting.format_error(error), is_info=False)
        self.fit_content()

    def _show_cards(self) -> None:
        """Show the current state of the card and of the selected one."""
        selected = self.card_list.currentRow()
        other = self._similar[selected] if 0 <= selected < len(self._similar) else None
        row_by_card = self._load_rows([self._card, *([other] if other is not None else [])])
        self.own.show_row(row_by_card.get(self._card))
        self.other.show_row(row_by_card.get(other) if other is not None else None)
        has_similar = bool(self._similar)
        for widget in (self.card_list, self.other, self.practice_button):
            widget.setVisible(has_similar)
        self.practice_button.setEnabled(self.own.row is not None and self.other.row is not None)

    def _load_rows(self, cards: Sequence[CardId]) -> dict[CardId, BrowseRow]:
        try:
            return self._reader.load_rows(cards)
        except StoreError as error:
            self._show_error(error)
            return {}

    def _mark_differences(self) -> None:
        if self.other.row is not None:
            mark_differences(*(one.preview.card_frame.card_view for one in (self.own, self.other)))

    def _edit(self, compared: ComparedCard) -> None:
        if compared.row is not None:
            self.editRequested.emit(compared.row.card_id.note_key)

    def _toggle_suspended(self, compared: ComparedCard) -> None:
        if compared.row is None:
            return
        try:
            self._reader.toggle_suspended(compared.row.card_id)
        except StoreError as error:
            self._show_error(error)
            return
        self._show_cards()
        screen_reader.announce(compared.details_label.text())
        self.schedulesChanged.emit()

    def _practice(self) -> None:
        cards = [compared.row.card_id for compared in (self.own, self.other) if compared.row is not None]
        self.close()
        self.practiceRequested.emit(tuple(cards))


def open_similar_cards(
    context: AppContext,
    current_library: CurrentLibrary,
    card: CardId,
    parent: QWidget,
) -> SimilarCardsDialog:
    """Open the dialog for a card. `current_library` returns the decks and the languages of the cards."""
    dialog = SimilarCardsDialog(SimilarCardsReader(context, current_library), card, parent)
    dialog.show()
    return dialog


def _line_of(row: BrowseRow) -> str:
    return " · ".join(filter(None, (row.question, row.answer)))
