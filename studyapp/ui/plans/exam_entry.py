"""An exam in the list of the plans."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from studyapp.services.plans.exam_overview import ExamOverview
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.kit.widgets import create_button, create_label, style_as_panel
from studyapp.ui.plans.plan_texts import describe_exam, describe_missing_cards, exceeds_limit

_LINK_GAP = 16
"""Pixels between links."""


class ExamEntry(QFrame):
    """Says what matters of an exam, above links to what can be done."""

    editRequested = Signal()
    deleteRequested = Signal()
    bringForwardRequested = Signal()
    optionsRequested = Signal()

    def __init__(self, overview: ExamOverview, parent: QWidget) -> None:
        super().__init__(parent)
        name, late = overview.plan.exam.name, overview.late_cards
        self._column = style_as_panel(self, margin=12)
        self._column.setSpacing(4)
        self._links = ButtonRowLayout(gap=_LINK_GAP)
        self._add_line(name, "entryTitle")
        lines = [*describe_exam(overview.plan), *describe_missing_cards(overview)]
        if late:
            lines.append(
                self.tr("%n card(s) due after the exam will be below the target on the day.", "", late)
            )
        for line in lines:
            self._add_line(line, "")
        self._column.addLayout(self._links)
        self.edit_button = self._add_link(self.tr("Edit…"), " ".join((name, *lines)))
        self.edit_button.clicked.connect(self.editRequested)
        self.delete_button = self._add_link(self.tr("Delete"), name)
        self.delete_button.clicked.connect(self.deleteRequested)
        self.forward_button = self._add_link(self.tr("Bring %n card(s) forward", "", late), name)
        self.forward_button.clicked.connect(self.bringForwardRequested)
        self.forward_button.setVisible(late > 0)
        self.options_button = self._add_link(self.tr("Deck options…"), name)
        self.options_button.clicked.connect(self.optionsRequested)
        self.options_button.setVisible(exceeds_limit(overview.plan))

    def _add_line(self, text: str, style_name: str) -> None:
        self._column.addWidget(create_label(text, style_name, self, has_word_wrap=True))

    def _add_link(self, text: str, description: str) -> QPushButton:
        link = create_button(text, "flushLink", self)
        link.setAccessibleDescription(description)
        self._links.add_button(link, is_leading=True)
        return link
