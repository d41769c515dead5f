"""The preview of a note: every card of it as in review, with its answer."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studyapp.core.cards.card import Card, CardKind, cards_of
from studyapp.core.notes.note import Note
from studyapp.core.options.study_options import SoundPlayback
from studyapp.core.rendering.card_captions import card_caption
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import Face
from studyapp.core.rendering.text_alignment import is_left_aligned
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.card.card_frame import render_drawing_of_card
from studyapp.ui.card.card_sound_player import CardSoundPlayer
from studyapp.ui.card.card_view import CardLayout, CardView
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label, style_as_panel

_MAX_CARDS = 12
_MAX_CARD_HEIGHT = 420
"""Pixels, at a text size of 100 %. Images are scaled down to fit."""


class _ShownCard(NamedTuple):
    """What a panel shows, to find out whether it has to be rendered again."""

    caption: str
    html: str
    card: Card
    media_folder: Path


class NotePreview(QWidget):
    """Shows nothing but a hint until the note has a card. A click on a sound plays it."""

    noticed = Signal(str)
    """Carries why a sound is not played."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preview"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.hint_label = create_label("", "hint", self, has_word_wrap=True)
        self.hint_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.hint_label)
        self._panels_column = QVBoxLayout()
        self._panels_column.setSpacing(12)
        column.addLayout(self._panels_column)
        self.more_label = create_label("", "hint", self, has_word_wrap=True)
        column.addWidget(self.more_label)
        column.addStretch(1)
        self.panels: list[CardPanel] = []
        self.show_note(None, Path(), CardLanguages.ENGLISH, SoundPlayback.OFF)

    def show_note(
        self, note: Note | None, media_folder: Path, languages: CardLanguages, playback: SoundPlayback
    ) -> None:
        """Show the cards of a note. `media_folder` is the folder of its deck file."""
        cards = cards_of(note) if note is not None else ()
        for panel in self.panels[len(cards) :]:
            panel.hide()
            panel.deleteLater()
        self.panels = self.panels[: len(cards)]
        for index, card in enumerate(cards[:_MAX_CARDS]):
            if index == len(self.panels):
                self.panels.append(CardPanel(self))
                self.panels[index].sounds.noticed.connect(self.noticed)
                self._panels_column.addWidget(self.panels[index])
                self.panels[index].show()
            self.panels[index].sounds.set_deck(media_folder, playback)
            self.panels[index].show_card(card, index + 1, len(cards), media_folder, languages)
        self.hint_label.setText(self.tr("The cards appear here while you write."))
        self.hint_label.setVisible(not cards)
        hidden_count = len(cards) - _MAX_CARDS
        self.more_label.setText(self.tr("%n more card(s)", None, max(0, hidden_count)))
        self.more_label.setVisible(hidden_count > 0)
        for widget in (*self.panels, self):
            _lay_out(widget)

    def restyle(self) -> None:
        """Show the same cards in the current theme."""
        for panel in self.panels:
            panel.card_view.restyle()


def _contains_question(card: Card, face: Face) -> bool:
    """Return whether the revealed card shows the question too. The filled-in text of a cloze replaces it."""
    is_choice = card.kind is CardKind.MULTIPLE_CHOICE  # its options are marked there
    return is_choice or html_to_text(face.revealed).startswith(html_to_text(face.question).strip())


def _lay_out(widget: QWidget) -> None:
    """Lay out a widget at once. Qt does not notice that a label was hidden while the window was not shown yet."""
    layout = widget.layout()
    if layout is not None:
        layout.invalidate()
        layout.activate()
    widget.updateGeometry()


class CardPanel(QFrame):
    """A card of the preview: its question and, below it, its answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = style_as_panel(self, margin=theme.scale_pixels(20))
        self.caption_label = create_label("", "kind", self, has_word_wrap=True)
        self.card_view = CardView(self)
        self.card_view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab moves between the fields
        self.card_view.linkActivated.connect(self._open_link)
        self.sounds = CardSoundPlayer(self.card_view)
        column.addWidget(self.caption_label)
        column.addWidget(self.card_view)
        self._shown: _ShownCard | None = None

    def show_card(
        self, card: Card, number: int, count: int, media_folder: Path, languages: CardLanguages
    ) -> None:
        """Show a card as it is in review, unless it is shown already."""
        face = render_face(card, languages)
        html = face.revealed if _contains_question(card, face) else f"{face.question}<hr>{face.revealed}"
        position = self.tr("Card {number} of {count}").format(number=number, count=count) if count > 1 else ""
        caption = " · ".join(filter(None, [position, card_caption(card.kind, languages)]))
        shown = _ShownCard(caption, html, card, media_folder)
        if shown == self._shown:
            return
        self._shown = shown
        self.caption_label.setText(caption)
        self.caption_label.setVisible(bool(caption))
        self.card_view.setAccessibleName(caption or self.tr("Preview"))
        render_drawing = (
            partial(render_drawing_of_card, card, languages) if card.kind is CardKind.DIAGRAM else None
        )
        layout = CardLayout(is_left_aligned(face), html, theme.scale_pixels(_MAX_CARD_HEIGHT), face.hints)
        self.caption_label.setAlignment(
            Qt.AlignmentFlag.AlignLeft if layout.is_left_aligned else Qt.AlignmentFlag.AlignHCenter
        )
        self.card_view.show_html(html, media_folder, render_drawing, layout)

    def _open_link(self, url: QUrl) -> None:
        modal_dialogs.open_link(self, url)
