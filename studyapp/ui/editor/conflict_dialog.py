"""The dialog for a note that was changed in its file while it was edited: which version of each field to keep."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.services.editing.drafts.draft_merging import describe_field
from studyapp.services.editing.drafts.note_draft import NoteDraft
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.wrapping_buttons import WrappingRadioButton
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.editor.fields.version_choice import VersionChoice
from studyapp.ui.kit.widgets import create_label


class ConflictDialog(ScrollingDialog):
    """Shows both versions of each field that was changed twice. One's own is chosen at first."""

    resolved = Signal(list)
    """Carries the names of the fields for which the version of the file was chosen."""

    def __init__(
        self, mine: NoteDraft, theirs: NoteDraft, field_names: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent, width=620)
        heading = self.tr("The note was changed in its file meanwhile")
        self.setWindowTitle(heading)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column.addWidget(create_label(heading, "dialogTitle", self, has_word_wrap=True))
        text = self.tr(
            "Nothing is overwritten: choose the version to keep. Changes in other fields are kept."
        )
        self.column.addWidget(create_label(text, "soft", self, has_word_wrap=True))
        self.file_button_by_field: dict[str, WrappingRadioButton] = {}
        for name in field_names:
            self._add_field(name, describe_field(mine, name), describe_field(theirs, name))
        self.column.addStretch(1)
        self.add_button(self.tr("Continue editing")).clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("Save"), "primary", is_default=True)
        self.save_button.clicked.connect(self.accept)
        self.accepted.connect(self._report_choice)

    def _add_field(self, name: str, mine: str, theirs: str) -> None:
        choice = VersionChoice(field_label(name), self)
        choice.add_version(self.tr("Your version"), mine).setChecked(True)
        self.file_button_by_field[name] = choice.add_version(self.tr("Version in the file"), theirs)
        self.column.addWidget(choice)

    def _report_choice(self) -> None:
        self.resolved.emit([name for name, button in self.file_button_by_field.items() if button.isChecked()])
