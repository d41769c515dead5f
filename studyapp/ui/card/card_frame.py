"""The panel of a card: caption, card, answer field and badges."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note import MultipleChoice
from studyapp.core.rendering.card_captions import card_caption, evidence_caption
from studyapp.core.rendering.diagram_face import render_card_svg
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.card.answer_field import AnswerField
from studyapp.ui.card.card_view import CardView
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import ElidedLabel, create_label, style_as_panel


class CardFrame(QFrame):
    """Shows a prompt and holds the typed answer and the picked options."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt: Prompt | None = None
        self._media_folder: Path | None = None
        self._picked_options: frozenset[int] = frozenset()
        column = style_as_panel(self, margin=40)
        self.caption_label = create_label("", "kind", self)
        self.card_view = CardView(self)
        self.card_view.setAccessibleName(self.tr("Card"))
        self.answer_field = AnswerField(self)
        self.answer_field.setObjectName("typed")
        self.answer_field.setPlaceholderText(self.tr("Type your answer, then press Enter"))
        self.answer_field.setAccessibleName(self.tr("Your answer"))
        self.section_badge = ElidedLabel("badge", self)
        self.evidence_badge = ElidedLabel("badge", self)
        self.badges = QWidget(self)
        row = QHBoxLayout(self.badges)
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(self.section_badge)
        row.addWidget(self.evidence_badge)
        row.addStretch(1)
        column.addWidget(self.caption_label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.card_view)
        column.addWidget(self.answer_field)
        column.addWidget(self.badges)

    @property
    def response(self) -> LearnerResponse:
        """What the learner has typed and picked since the question was shown."""
        return LearnerResponse(self.answer_field.text(), self._picked_options)

    def show_question(self, prompt: Prompt, media_folder: Path | None, flag: int) -> None:
        """Show the question. `media_folder` contains its images; `flag` is 0 for none."""
        self._prompt, self._media_folder, self._picked_options = prompt, media_folder, frozenset()
        self.show_flag(flag)
        self.show_face_html(prompt.face.question)
        self.badges.hide()
        self.answer_field.setText("")  # also clears the undo history
        self.answer_field.setVisible(prompt.card.kind is CardKind.TYPED_ANSWER)

    def restore_response(self, response: LearnerResponse) -> None:
        """Type and pick the same again after the question was shown anew."""
        content = self._prompt.card.note.content if self._prompt else None
        option_count = len(content.options) if isinstance(content, MultipleChoice) else 0
        self.answer_field.setText(response.typed_answer)
        self._picked_options = response.picked_options & frozenset(range(option_count))

    def show_flag(self, flag: int) -> None:
        """Show the name of the flag (0 for none) beside the caption."""
        if self._prompt is not None:
            caption = card_caption(self._prompt.card.kind, self._prompt.languages)
            self.caption_label.setText(
                " · ".join(part for part in (formatting.format_flag(flag), caption) if part)
            )
            self.caption_label.setVisible(bool(self.caption_label.text()))

    def show_answer(self, answer_html: str) -> None:
        """Show the answer, with badges for the source section and the certainty of the claim."""
        self.answer_field.hide()
        self.show_face_html(answer_html)
        if self._prompt is None:
            return
        note = self._prompt.card.note
        self.section_badge.setText(formatting.format_section(note.section))
        self.evidence_badge.setText(
            evidence_caption(note.evidence, self._prompt.languages.swapped) if note.evidence else ""
        )
        for badge in (self.section_badge, self.evidence_badge):
            badge.setVisible(bool(badge.text()))
        self.badges.setVisible(bool(note.section or note.evidence))

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
        is_drawing = self._prompt is not None and self._prompt.card.kind is CardKind.DIAGRAM
        self.card_view.show_html(html, self._media_folder, self._render_drawing if is_drawing else None)

    def _render_drawing(self, image_name: str) -> str:
        from studyapp.ui.card.drawing_image import current_drawing_theme

        assert self._prompt is not None
        return render_card_svg(self._prompt.card, self._prompt.languages, image_name, current_drawing_theme())
