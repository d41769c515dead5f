"""The preview beside the table: the current card, revealed, as the review page shows it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.rendering.screen_reader.card_reading import read_answer, read_question
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.errors import StoreError
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.card.card_frame import CardFrame
from studyapp.ui.card.card_scroll_area import CardScrollArea
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting, screen_reader, theme
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.review.card_sounds import CardSounds
from studyapp.ui.review.notice_bar import NoticeBar

_DELAY_MS = 40
"""Holding a key down in the table renders only the card at which it stops."""

_MAX_CARD_WIDTH = 700
"""Pixels, at a text size of 100 %, as on the review page."""


class PreviewPanel(QWidget):
    """Shows a card a moment after it became the current one. `load_preview` returns it, and `find_folder` the folder
    with the media files of a deck."""

    def __init__(
        self,
        load_preview: Callable[[CardId], Prompt | None],
        find_folder: Callable[[str], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._load_preview, self._find_folder = load_preview, find_folder
        self._card: CardId | None = None
        self._shown: Prompt | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._show_card)
        self.card_frame = CardFrame(self)
        self.card_frame.setMaximumWidth(theme.scale_pixels(_MAX_CARD_WIDTH))
        self.card_frame.card_view.linkActivated.connect(lambda url: modal_dialogs.open_link(self, url))
        self.scroll_area = CardScrollArea(self.card_frame, self, Qt.AlignmentFlag.AlignTop)
        self.empty_label = create_label(
            self.tr("Select a card to see it here"), "soft", self, has_word_wrap=True
        )
        self.notice_bar = NoticeBar(self)
        self.sounds = CardSounds(self.card_frame.card_view, self.notice_bar)
        self.sound_button = create_button(self.tr("Play sounds"), "toolbar", self)
        self.sound_button.clicked.connect(self.sounds.replay)
        self.sound_button.hide()
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty_label.setContentsMargins(0, theme.scale_pixels(48), 0, 0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.sound_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.empty_label)
        column.addWidget(self.scroll_area, 1)
        self._show_nothing()

    def show_card(self, card: CardId | None) -> None:
        """Show a card soon, or none."""
        self._card = card
        if self.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Show the current state of the card."""
        self.show_card(self._card)

    def showEvent(self, event: object) -> None:  # noqa: ARG002
        """Show the card that was chosen while the panel was hidden."""
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures of the card."""
        super().resizeEvent(event)
        self.card_frame.fit_height(self.scroll_area.height())
        self.notice_bar.set_area(QRect(0, 0, self.width(), self.height()))

    def minimumSizeHint(self) -> QSize:
        """Allow a small preview; the card scrolls."""
        return QSize(theme.scale_pixels(180), theme.scale_pixels(120))

    def restyle(self) -> None:
        """Show the same card in the current theme."""
        self.card_frame.restyle()

    def _show_card(self) -> None:
        self._timer.stop()
        self.notice_bar.clear()
        try:
            prompt = self._load_preview(self._card) if self._card is not None else None
        except StoreError as error:
            self.notice_bar.show_message(formatting.format_error(error))
            prompt = None
        if prompt is None:
            self._show_nothing()
            return
        if prompt == self._shown:
            return
        self._shown = prompt
        folder = self._find_folder(prompt.card.note.deck_id)
        self.card_frame.show_question(prompt, folder, prompt.flag)
        self.sounds.show_question(prompt, folder)
        self.card_frame.show_answer(prompt.face.revealed)
        self.sounds.show_answer(prompt.face.revealed)
        self.sound_button.setVisible(self.sounds.has_sounds)
        self.sound_button.setToolTip(format_shortcut("browse-replay-sound"))
        self.empty_label.hide()
        self.scroll_area.show()
        self.scroll_area.scroll_to_top()
        self._describe(prompt)

    def _show_nothing(self) -> None:
        self._shown = None
        self.scroll_area.hide()
        self.sound_button.hide()
        self.empty_label.show()

    def _describe(self, prompt: Prompt) -> None:
        """Give the card both sides as its name for screen readers."""
        if screen_reader.is_active():
            face, response = prompt.face, self.card_frame.response
            sides = (
                read_question(face, prompt.languages),
                read_answer(prompt.card, face, prompt.languages, prompt.review_count, response),
            )
            self.card_frame.card_view.setAccessibleName("\n".join(sides))
