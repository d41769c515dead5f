"""The dialog for notes that were changed here and in Anki: which version of each field to keep."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.editor.fields.tab_order import chain_tabs
from studyapp.ui.editor.fields.version_choice import VersionChoice
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label

if TYPE_CHECKING:
    from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict

_LIST_HEIGHT = 120
"""Pixels at a text size of 100 %."""


class ImportConflictsDialog(ScrollingDialog):
    """Lists the notes, and shows both versions of each field of the selected one.

    Nothing is chosen at first. The next import asks again about notes without a choice for each field.
    """

    decided = Signal(list)
    """Carries a `ConflictDecision` for each note that was decided."""

    def __init__(self, conflicts: "Sequence[AnkiConflict]", parent: QWidget) -> None:
        super().__init__(parent, width=680, min_height=420)
        self._conflicts = conflicts
        self._takes_anki: list[dict[str, bool]] = [{} for _ in conflicts]
        heading = self.tr("%n note(s) changed here and in Anki", None, len(conflicts))
        self.setWindowTitle(heading)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column.addWidget(create_label(heading, "dialogTitle", self, has_word_wrap=True))
        text = self.tr(
            "Choose which version to keep. Notes without a choice stay unchanged, and the next import asks again."
        )
        self.column.addWidget(create_label(text, "soft", self, has_word_wrap=True))
        self.note_list = self._create_note_list()
        self._versions = QWidget(self)
        self._versions_column = QVBoxLayout(self._versions)
        self._versions_column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._versions)
        self.column.addStretch(1)
        self._add_buttons()
        self.choices: list[VersionChoice] = []
        self.note_list.currentRowChanged.connect(self._show_note)
        self.note_list.setCurrentRow(0)
        self._update_texts()

    def choose_for_all(self, *, takes_anki: bool) -> None:
        """Choose the same side for every field of every note."""
        self._takes_anki = [dict.fromkeys(conflict.fields, takes_anki) for conflict in self._conflicts]
        self._update_texts()
        self._show_note(self.note_list.currentRow())

    def _create_note_list(self) -> QListWidget:
        note_list = QListWidget(self)
        note_list.setAccessibleName(self.tr("Notes"))
        note_list.setFixedHeight(theme.scale_pixels(_LIST_HEIGHT))
        note_list.addItems([""] * len(self._conflicts))
        note_list.setVisible(len(self._conflicts) > 1)
        self.column.addWidget(note_list)
        return note_list

    def _add_buttons(self) -> None:
        self.keep_all_button = self.add_button(self.tr("Keep all mine"), is_leading=True)
        self.take_all_button = self.add_button(self.tr("Use all from Anki"), is_leading=True)
        for button, takes_anki in ((self.keep_all_button, False), (self.take_all_button, True)):
            button.setVisible(len(self._conflicts) > 1)
            button.clicked.connect(partial(self.choose_for_all, takes_anki=takes_anki))
        self.add_button(self.tr("Decide later")).clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("Save"), "primary", is_default=True)
        self.save_button.clicked.connect(self.accept)
        self.accepted.connect(self._report_decisions)

    def _show_note(self, row: int) -> None:
        from studyapp.services.transfer.anki_changes.conflict_description import describe_conflict

        for choice in self.choices:
            self._versions_column.removeWidget(choice)
            choice.deleteLater()
        self.choices = []
        for name, here, in_anki in describe_conflict(self._conflicts[row]):
            choice = VersionChoice(field_label(name), self)
            takes_anki = self._takes_anki[row].get(name)
            own_button = choice.add_version(self.tr("Version in StudyApp"), here)
            anki_button = choice.add_version(self.tr("Version in Anki"), in_anki)
            own_button.setChecked(takes_anki is False)
            anki_button.setChecked(takes_anki is True)
            own_button.clicked.connect(partial(self._choose, row, name, takes_anki=False))
            anki_button.clicked.connect(partial(self._choose, row, name, takes_anki=True))
            self._versions_column.addWidget(choice)
            self.choices.append(choice)
        chain_tabs(self.column, self.button_row)

    def _choose(self, row: int, name: str, *, takes_anki: bool) -> None:
        self._takes_anki[row][name] = takes_anki
        self._update_texts()

    def _update_texts(self) -> None:
        for row, conflict in enumerate(self._conflicts):
            item = self.note_list.item(row)
            mark = "✓" if self._is_decided(row) else "?"
            item.setText(f"{mark} {_describe_note(conflict)}")
            state = self.tr("decided") if self._is_decided(row) else self.tr("not decided")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_describe_note(conflict)}: {state}")
        self.save_button.setEnabled(any(self._is_decided(row) for row in range(len(self._conflicts))))

    def _is_decided(self, row: int) -> bool:
        return len(self._takes_anki[row]) == len(self._conflicts[row].fields)

    def _report_decisions(self) -> None:
        from studyapp.services.transfer.conflict_resolution import ConflictDecision

        self.decided.emit(
            [
                ConflictDecision(conflict, frozenset(name for name, takes in sides.items() if takes))
                for row, (conflict, sides) in enumerate(zip(self._conflicts, self._takes_anki, strict=True))
                if self._is_decided(row)
            ]
        )


def _describe_note(conflict: "AnkiConflict") -> str:
    from studyapp.anki.reading.note_type_detection import note_excerpt

    return note_excerpt(conflict.source)
