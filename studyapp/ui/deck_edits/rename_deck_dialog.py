"""The dialog that changes the title of a deck."""

from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.core.text.localized_text import LocalizedText
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.widgets import create_label


class RenameDeckDialog(ScrollingDialog):
    """Asks for the title in each language in which the deck has one. Accepted once no title is empty."""

    def __init__(self, title: LocalizedText, parent: QWidget) -> None:
        super().__init__(parent, width=440)
        self.setWindowTitle(self.tr("Rename deck"))
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        explanation = self.tr("Only the title changes. The file keeps its name, and your progress stays.")
        self.column.addWidget(create_label(explanation, "furniture", self, has_word_wrap=True))
        self.field_by_language: dict[str, QLineEdit] = {}
        for language, text in title.versions:
            name = self.tr("Title ({language})").format(language=language) if language else self.tr("Title")
            label = create_label(name, "furniture", self)
            field = self.field_by_language[language] = QLineEdit(text, self)
            field.setAccessibleName(name)
            field.textEdited.connect(self._clear_error)
            label.setBuddy(field)
            self.column.addWidget(label)
            self.column.addWidget(field)
        self.field_error = FieldError(self)
        self.column.addWidget(self.field_error)
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.rename_button = self.add_button(self.tr("Rename"), "primary", is_default=True)
        self.rename_button.clicked.connect(self._accept_title)
        first_field = next(iter(self.field_by_language.values()))
        first_field.selectAll()
        first_field.setFocus()

    @property
    def title(self) -> LocalizedText:
        """The title without spaces at the ends."""
        return LocalizedText(
            tuple((language, field.text().strip()) for language, field in self.field_by_language.items())
        )

    def _clear_error(self) -> None:
        self.field_error.clear_error()

    def _accept_title(self) -> None:
        empty_field = next(
            (field for field in self.field_by_language.values() if not field.text().strip()), None
        )
        if empty_field is None:
            self.accept()
        else:
            self.field_error.show_error(empty_field, self.tr("Enter a title."))
            self.fit_content()
