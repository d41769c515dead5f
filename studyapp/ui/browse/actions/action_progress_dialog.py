"""The dialog that covers the window while a long action runs."""

from PySide6.QtWidgets import QWidget

from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.kit.widgets import create_label


class ActionProgressDialog(BackgroundTaskDialog):
    """Shows that an action is running. If it can be canceled, that leaves everything as it was."""

    def __init__(self, parent: QWidget, *, can_cancel: bool) -> None:
        super().__init__(parent, width=400)
        self.setWindowTitle(self.tr("Saving changes…"))
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.column.addWidget(self.progress_bar)
        if can_cancel:
            explanation = self.tr("If you cancel, nothing is changed.")
            self.column.addWidget(create_label(explanation, "furniture", self, has_word_wrap=True))
            self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.column.addStretch(1)
