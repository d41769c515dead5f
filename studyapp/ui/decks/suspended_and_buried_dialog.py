"""The cards that were suspended or buried: to look at, and to bring back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from studyapp.core.cards.card import Card
from studyapp.core.rendering.card_captions import heading
from studyapp.core.rendering.face import first_line
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.study.suspended_and_buried import PutAway
from studyapp.ui.kit.widgets import button, label


class PutAwayDialog(QDialog):
    """Lists them; `bring_back` is called with those chosen, and gives back what is still away."""

    def __init__(
        self,
        found: Sequence[PutAway],
        choice: LanguageChoice,
        bring_back: Callable[[Sequence[Card]], Sequence[PutAway]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cards put away"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choice, self._bring_back = choice, bring_back
        self._found: Sequence[PutAway] = ()
        self.resize(560, 420)
        self.title = label("", "dialogTitle", self, wraps=True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._allow)
        self.back = button(self.tr("Bring back"), "primary", self)
        self.back.clicked.connect(self._bring)
        close = button(self.tr("Close"), "secondary", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._show(found)

    def _show(self, found: Sequence[PutAway]) -> None:
        self._found = found
        self.list.clear()
        for each in found:
            state = self.tr("Suspended") if each.is_suspended else self.tr("Until tomorrow")
            kind = heading(each.card.kind, self._choice)
            words = [state, kind, first_line(each.card, self._choice)]
            self.list.addItem(" · ".join(word for word in words if word))
        self.title.setText(
            self.tr("%n card(s) are put away", None, len(found)) if found else self.tr("No card is put away")
        )
        self.list.setVisible(bool(found))
        self._allow()

    def _allow(self) -> None:
        self.back.setEnabled(bool(self.list.selectedItems()))

    def _bring(self) -> None:
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        self._show(self._bring_back([self._found[row].card for row in rows]))
