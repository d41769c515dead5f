"""The dialogs that ask which tags to add to notes, and which to remove."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListWidgetItem, QWidget

from studyapp.ui.dialogs.checkable_list import CheckableList
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.text_question_dialog import TextQuestionDialog
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label


def parse_tags(text: str) -> tuple[str, ...]:
    """Return the tags in a text, separated by commas if it contains any, or else by spaces."""
    parts = text.replace("，", ",").split(",") if {",", "，"} & set(text) else text.split()
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


class AddTagsDialog(TextQuestionDialog):
    """Asks for tags, and completes the last one with those that exist."""

    def __init__(self, known_tags: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            self.tr("Add tags"),
            self.tr("Tags"),
            self.tr("Add tags"),
            parent,
            error=self.tr("Enter at least one tag."),
        )
        explanation = self.tr("Separate tags by spaces, or by commas if a tag contains spaces.")
        self.field.setAccessibleDescription(explanation)
        label = create_label(explanation, "furniture", self, has_word_wrap=True)
        self.column.insertWidget(self.column.count() - 1, label)
        self._completer = QCompleter(list(known_tags), self)
        self._completer.setWidget(self.field)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._insert)
        self.field.textEdited.connect(self._offer_tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that were entered."""
        return parse_tags(self.field.text())

    def _offer_tags(self, text: str) -> None:
        typed = self._last_tag(text)
        self._completer.setCompletionPrefix(typed)
        if typed and self._completer.completionCount():
            self._completer.complete()
        else:
            self._hide_completions()

    def _hide_completions(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _insert(self, tag: str) -> None:
        text = self.field.text()
        self.field.setText(text[: len(text) - len(self._last_tag(text))] + tag)

    @staticmethod
    def _last_tag(text: str) -> str:
        separators = (",", "，") if {",", "，"} & set(text) else (" ",)
        return text[max(text.rfind(separator) for separator in separators) + 1 :].lstrip()


class RemoveTagsDialog(ScrollingDialog):
    """Lists the tags of the selected notes, to choose those that are removed."""

    def __init__(self, tags: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, width=400, min_height=360)
        self.setWindowTitle(self.tr("Remove tags"))
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.tag_list = CheckableList(self)
        self.tag_list.setAccessibleName(self.tr("Tags of the selected notes"))
        self.tag_list.setMinimumHeight(theme.scale_pixels(120))
        for tag in tags:
            item = QListWidgetItem(tag, self.tag_list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.column.addWidget(self.tag_list, 1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.remove_button = self.add_button(self.tr("Remove tags"), "primary", is_default=True)
        self.remove_button.clicked.connect(self.accept)
        self.tag_list.itemChanged.connect(self._update_button)
        self._update_button()
        self.tag_list.setFocus()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that were chosen."""
        items = [self.tag_list.item(row) for row in range(self.tag_list.count())]
        return tuple(item.text() for item in items if item.checkState() is Qt.CheckState.Checked)

    def _update_button(self) -> None:
        self.remove_button.setEnabled(bool(self.tags))
