"""One of the two cards that are compared: what it is, its preview, and what can be done with it."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from studyapp.services.browse.browse_rows import BrowseRow
from studyapp.ui.browse.preview_panel import PreviewPanel
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.similar_cards.similar_cards_reader import SimilarCardsReader

_MIN_PREVIEW_HEIGHT = 280
"""Pixels, at a text size of 100 %. Higher cards scroll, so that the buttons stay below them."""


class ComparedCard(QWidget):
    """Shows a card. `name` says which of the two it is."""

    def __init__(self, name: str, reader: SimilarCardsReader, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._reader = name, reader
        self.row: BrowseRow | None = None
        """The card that is shown."""

        self._name_label = create_label(name, "groupTitle", self)
        self._name_label.setIndent(0)  # in line with the text below
        self.details_label = create_label("", "furniture", self, has_word_wrap=True)
        self.preview = PreviewPanel(reader.load_preview, reader.find_media_folder, self)
        self.preview.setMinimumHeight(theme.scale_pixels(_MIN_PREVIEW_HEIGHT))
        self.preview.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.edit_button = create_button(self.tr("Edit"), "secondary", self)
        self.suspend_button = create_button("", "secondary", self)
        buttons = ButtonRowLayout()
        for button in (self.edit_button, self.suspend_button):
            button.setAutoDefault(False)
            buttons.add_button(button, is_leading=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name_label)
        column.addWidget(self.details_label)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)

    @property
    def tab_stops(self) -> tuple[QWidget, QWidget, QWidget]:
        """What Tab visits: the card, then its buttons."""
        return self.preview.card_frame.card_view, self.edit_button, self.suspend_button

    def show_row(self, row: BrowseRow | None) -> None:
        """Show a card in its current state, or that there is none."""
        self.row = row
        for button in (self.edit_button, self.suspend_button):
            button.setEnabled(row is not None)
        is_suspended = row is not None and row.is_suspended
        self.suspend_button.setText(self.tr("Restore") if is_suspended else self.tr("Suspend"))
        self.details_label.setText("" if row is None else self._describe(row))
        for button in (self.edit_button, self.suspend_button):
            button.setAccessibleDescription(f"{self._name}: {row.question}" if row is not None else "")
        self.preview.show_card(None if row is None else row.card_id)

    def _describe(self, row: BrowseRow) -> str:
        parts = [self._reader.title_of_deck(row.card_id.deck_id)]
        if row.lapses:
            parts.append(self.tr("%n lapse(s)", None, row.lapses))
        if row.is_suspended:
            parts.append(self.tr("Suspended"))
        return " · ".join(parts)
