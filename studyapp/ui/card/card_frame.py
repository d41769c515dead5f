"""The panel of a card: caption, card, answer field and badges."""

from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.notes.note import Claim, MultipleChoice
from studyapp.core.rendering.card_captions import card_caption, evidence_badge
from studyapp.core.rendering.diagram_face import render_card_svg
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.text_alignment import is_left_aligned
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.card.answer_field import AnswerField
from studyapp.ui.card.card_view import CardLayout, CardView
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import ElidedLabel, create_label, style_as_panel

_MARGIN, _NARROW_MARGIN, _BADGES_TOP_MARGIN = 40, 20, 8
_MIN_WIDTH_FOR_MARGIN = 560
"""Pixels, at a text size of 100 %."""


class CardFrame(QFrame):
    """Shows a prompt and holds the typed answer and the picked options."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt: Prompt | None = None
        self._media_folder: Path | None = None
        self._picked_options: frozenset[int] = frozenset()
        self._layout = CardLayout()
        self._max_height = self.flag = 0
        self._column = column = style_as_panel(self, margin=theme.scale_pixels(_MARGIN))
        self.caption_label = create_label("", "kind", self, has_word_wrap=True)
        self.card_view = CardView(self)
        self.card_view.setAccessibleName(self.tr("Card"))
        self.card_view.imageActivated.connect(self._enlarge_image)
        self.card_view.focusChanged.connect(self._show_focus)
        self.answer_field = AnswerField(self)
        self.answer_field.setObjectName("typed")
        self.answer_field.setPlaceholderText(self.tr("Type your answer, then press Enter"))
        self.answer_field.setAccessibleName(self.tr("Your answer"))
        self.section_badge = ElidedLabel("badge", self)
        self.evidence_badge = ElidedLabel("badge", self)
        self.badges = QWidget(self)
        row = QHBoxLayout(self.badges)
        row.setContentsMargins(0, _BADGES_TOP_MARGIN, 0, 0)
        row.addWidget(self.section_badge)
        row.addWidget(self.evidence_badge)
        column.addWidget(self.caption_label)
        column.addWidget(self.card_view)
        column.addWidget(self.answer_field)
        column.addWidget(self.badges)
        self._align(is_left_aligned=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the margins on a narrow card."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.scale_pixels(_MIN_WIDTH_FOR_MARGIN)
        margin = _NARROW_MARGIN if is_narrow else theme.scale_pixels(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.resized.emit()

    def fit_height(self, height: int) -> None:
        """Scale the images of the card so that the revealed card fits this height in pixels, if possible."""
        self._max_height = height
        if self._prompt is not None:
            self._layout = self._layout._replace(max_height=self._max_text_height(self._prompt))
            self.card_view.change_layout(self._layout)

    def _max_text_height(self, prompt: Prompt) -> int:
        """Return the height that margins, caption and badges leave."""
        margins, note = self._column.contentsMargins(), prompt.card.note
        borders = self.height() - self.contentsRect().height()
        others_height = borders + margins.top() + margins.bottom()
        if self.caption_label.text():
            others_height += (
                self.caption_label.heightForWidth(self.card_view.width()) + self._column.spacing()
            )
        if note.section or note.evidence:  # the badges are shown with the answer
            badge_height = self.section_badge.sizeHint().height() + _BADGES_TOP_MARGIN
            others_height += badge_height + self._column.spacing()
        return max(1, self._max_height - others_height)

    @property
    def response(self) -> LearnerResponse:
        """What the learner has typed and picked since the question was shown."""
        return LearnerResponse(self.answer_field.text(), self._picked_options)

    def show_question(self, prompt: Prompt, media_folder: Path | None, flag: int) -> None:
        """Show the question. `media_folder` contains its images; `flag` is 0 for none."""
        self._prompt, self._media_folder, self._picked_options = prompt, media_folder, frozenset()
        self.show_flag(flag)
        self._layout = CardLayout(
            is_left_aligned(prompt.face),
            prompt.face.revealed,
            self._max_text_height(prompt),
            prompt.face.hints,
        )
        self._align(is_left_aligned=self._layout.is_left_aligned)
        self.show_face_html(prompt.face.question)
        self.badges.hide()
        self.answer_field.setText("")  # also clears the undo history
        self.answer_field.setVisible(prompt.card.kind is CardKind.TYPED_ANSWER)

    def restore_response(self, response: LearnerResponse) -> None:
        """Restore the typed answer and the picked options after the question was shown again."""
        content = self._prompt.card.note.content if self._prompt else None
        option_count = len(content.options) if isinstance(content, MultipleChoice) else 0
        self.answer_field.setText(response.typed_answer)
        self._picked_options = response.picked_options & frozenset(range(option_count))

    def show_flag(self, flag: int) -> None:
        """Show the name of the flag (0 for none) beside the caption."""
        if self._prompt is not None:
            caption = card_caption(self._prompt.card.kind, self._prompt.languages)
            text = " · ".join(part for part in (formatting.format_flag(flag), caption) if part)
            if flag:
                symbol, name = text[:1], escape(text[1:])
                text = f'<span style="color: {theme.flag_colour(flag)}">{symbol}</span>{name}'
            self.flag = flag
            self.caption_label.setTextFormat(Qt.TextFormat.RichText if flag else Qt.TextFormat.PlainText)
            self.caption_label.setText(text)
            self.caption_label.setVisible(bool(self.caption_label.text()))

    def restyle(self) -> None:
        """Show the same card in the current theme."""
        self.show_flag(self.flag)
        self.card_view.restyle()

    def show_answer(self, answer_html: str) -> None:
        """Show the answer, with badges for the source section and the certainty of the claim."""
        self.answer_field.hide()
        self.show_face_html(answer_html)
        if self._prompt is None:
            return
        note = self._prompt.card.note
        self.section_badge.setText(formatting.format_section(note.section))
        self.evidence_badge.setText(
            evidence_badge(note.evidence, self._prompt.languages.swapped)
            if note.evidence and not isinstance(note.content, Claim)  # the answer of a claim says it
            else ""
        )
        for badge in (self.section_badge, self.evidence_badge):
            badge.setVisible(bool(badge.text()))
        self.badges.setVisible(bool(self.section_badge.text() or self.evidence_badge.text()))

    def pick_option(self, option_index: int) -> None:
        """Pick the option at this index.

        It replaces the previous option. If several options are correct, toggle it and keep the others instead.
        """
        content = self._prompt.card.note.content if self._prompt else None
        toggles = (
            isinstance(content, MultipleChoice) and sum(option.is_correct for option in content.options) > 1
        )
        self._picked_options = self._picked_options ^ {option_index} if toggles else frozenset({option_index})

    def show_face_html(self, html: str) -> None:
        """Show this HTML of the current card."""
        prompt = self._prompt
        render_drawing = None
        if prompt is not None and prompt.card.kind is CardKind.DIAGRAM:
            render_drawing = partial(render_drawing_of_card, prompt.card, prompt.languages)
        self.card_view.show_html(html, self._media_folder, render_drawing, self._layout)

    def _enlarge_image(self, image_name: str, alt_text: str) -> None:
        from studyapp.ui.card.picture_dialog import PictureDialog, max_picture_size

        image = self.card_view.load_large_image(image_name, max_picture_size(self))
        if image is not None:
            PictureDialog(image, alt_text, self).show()

    def _show_focus(self, has_focus: bool) -> None:
        """Show on the border whether the card has the focus."""
        self.setProperty("focused", has_focus)
        self.style().polish(self)

    def _align(self, *, is_left_aligned: bool) -> None:
        """Align the caption and the badges like the text of the card."""
        alignment = Qt.AlignmentFlag.AlignLeft if is_left_aligned else Qt.AlignmentFlag.AlignHCenter
        self.caption_label.setAlignment(alignment)
        self._column.setAlignment(self.badges, alignment)


def render_drawing_of_card(card: Card, languages: CardLanguages, image_name: str) -> str:
    """Return the drawing of a card with this name in its HTML, as SVG in the current theme."""
    from studyapp.ui.card.document.drawing_image import current_drawing_theme

    return render_card_svg(card, languages, image_name, current_drawing_theme())
