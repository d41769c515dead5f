"""The part of the editor that most notes don't need: section, evidence, prerequisites and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from studyapp.core.notes.note import Evidence
from studyapp.core.rendering.card_captions import evidence_caption
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.drafts.draft_fields import EVIDENCE, EXPLANATION, PREREQUISITES, SECTION
from studyapp.services.editing.drafts.note_draft import NoteDraft, is_blank
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.editor.fields.line_field import LineField
from studyapp.ui.editor.fields.problem_list_view import ProblemListView, ShownProblem
from studyapp.ui.editor.fields.text_field import TextField, TextSetup
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_button, create_label

DETAIL_FIELDS = (EXPLANATION, SECTION, EVIDENCE, PREREQUISITES)


class DetailsPanel(QWidget):
    """Folded behind a button. It is open if a note has one of the fields."""

    changed = Signal()
    left = Signal()
    addLanguageRequested = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        setup: TextSetup,
        card_languages: CardLanguages,
    ) -> None:
        super().__init__(parent)
        self.toggle_button = create_button("", "flushLink", self)
        self._content = QWidget(self)
        self.toggle_button.clicked.connect(self._toggle)
        self.explanation_field = TextField(field_label(EXPLANATION), self._content, setup)
        self.section_field = LineField(field_label(SECTION), self._content)
        self.evidence_box = self._build_evidence_box(card_languages)
        self.evidence_problems = ProblemListView(self.evidence_box, self._content)
        self.prerequisites_field = LineField(
            field_label(PREREQUISITES), self._content, QLineEdit(self._content)
        )
        self.language_button = create_button(self.tr("Add a language…"), "flushLink", self._content)
        self.language_button.clicked.connect(self.addLanguageRequested)
        self._build_layout()
        self.explanation_field.changed.connect(self.changed)
        self.explanation_field.left.connect(self.left)
        self.section_field.changed.connect(self.changed)
        self.prerequisites_field.changed.connect(self.changed)
        self.evidence_box.currentIndexChanged.connect(self.changed)
        self.show_details(is_shown=False)

    def load(self, draft: NoteDraft) -> None:
        """Show the details of a draft, without an undo history."""
        self.explanation_field.load_text(draft.explanation)
        self._show_lines(draft)
        has_details = bool(draft.section or draft.evidence or draft.prerequisites)
        self.show_details(
            is_shown=has_details or not is_blank(draft.explanation) or draft.type_name == "claim"
        )

    def change(self, draft: NoteDraft) -> None:
        """Show other details. The explanation keeps its undo history."""
        self.explanation_field.change_text(draft.explanation)
        self._show_lines(draft)
        if draft.type_name == "claim":
            self.show_details(is_shown=True)

    def values(self) -> dict[str, object]:
        """Return the values as attributes of `NoteDraft`."""
        return {
            "section": self.section_field.line.text(),
            "evidence": self.evidence_box.currentData() or "",
            "prerequisites": tuple(dict.fromkeys(self.prerequisites_field.line.text().split())),
            "explanation": self.explanation_field.text(),
        }

    def show_details(self, *, is_shown: bool) -> None:
        """Fold or unfold the fields."""
        self._content.setVisible(is_shown)
        self.toggle_button.setText(
            self.tr("Hide why, section, evidence") if is_shown else self.tr("Why, section, evidence…")
        )

    def _toggle(self) -> None:
        self.show_details(is_shown=self._content.isHidden())

    def focus_field(self, name: str) -> None:
        """Unfold the panel and focus one of its fields."""
        self.show_details(is_shown=True)
        widget_by_field: dict[str, QWidget] = {
            EXPLANATION: self.explanation_field,
            SECTION: self.section_field,
            EVIDENCE: self.evidence_box,
            PREREQUISITES: self.prerequisites_field,
        }
        widget_by_field[name].setFocus()

    def show_problems(self, problems: Sequence[tuple[str, str, ShownProblem]]) -> None:
        """Show problems, each with the name of its field and its language."""
        by_field = {
            name: [(language, problem) for field, language, problem in problems if field == name]
            for name in DETAIL_FIELDS
        }
        self.explanation_field.show_problems(by_field[EXPLANATION])
        self.section_field.show_problems([problem for _, problem in by_field[SECTION]])
        self.evidence_problems.show_problems([problem for _, problem in by_field[EVIDENCE]])
        self.prerequisites_field.show_problems([problem for _, problem in by_field[PREREQUISITES]])

    def _show_lines(self, draft: NoteDraft) -> None:
        self.section_field.line.setText(draft.section)
        self.prerequisites_field.line.setText(" ".join(draft.prerequisites))
        self.evidence_box.setCurrentIndex(max(0, self.evidence_box.findData(draft.evidence)))

    def _build_evidence_box(self, card_languages: CardLanguages) -> ComboBox:
        box = ComboBox(self._content)
        box.setAccessibleName(field_label(EVIDENCE))
        box.addItem(self.tr("Not stated"), "")
        for evidence in Evidence:
            box.addItem(evidence_caption(evidence, card_languages), str(evidence))
        return box

    def _build_layout(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        evidence_label = create_label(field_label(EVIDENCE), "fieldLabel", self._content)
        evidence_label.setBuddy(self.evidence_box)
        evidence_column = QVBoxLayout()
        evidence_column.setSpacing(4)
        for widget in (evidence_label, self.evidence_box, self.evidence_problems):
            evidence_column.addWidget(widget)
        column.addWidget(self.explanation_field)
        column.addWidget(self.section_field)
        column.addLayout(evidence_column)
        column.addWidget(self.prerequisites_field)
        column.addWidget(self.language_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.toggle_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._content)
