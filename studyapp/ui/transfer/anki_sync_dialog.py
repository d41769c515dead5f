"""Exchange with a running Anki: what it does, how far it is, and what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studyapp.anki.live.ankiconnect import AnkiTrouble, Trouble
from studyapp.core.progress_callback import Progress
from studyapp.core.transfer.unreadable_file import UnreadablePackage
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.background_task_dialog import BackgroundDialog
from studyapp.ui.kit.widgets import button, label, say

if TYPE_CHECKING:
    from studyapp.services.transfer.anki_sync import ExchangeReport

_NAMED = 3
"""So many notes of one kind are named."""


class ExchangeDialog(BackgroundDialog):
    """`exchange(key, progress)` does the work, in the background, and may be stopped; `key` is the one that AnkiConnect
    asks for, at first the one that worked last."""

    changed = Signal()
    """There may be new reviews."""

    keyAccepted = Signal(str)

    def __init__(
        self, key: str, exchange: "Callable[[str, Progress], ExchangeReport]", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self.setWindowTitle(self.tr("Exchange with Anki"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 260)
        self.key = QLineEdit(key, self)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setAccessibleName(self.tr("Key of AnkiConnect"))
        self.key.setPlaceholderText(self.tr("Key of AnkiConnect"))
        self.key.hide()
        self.outcome = label("", "banner", self, wraps=True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        self.end = button(self.tr("Cancel"), "secondary", self)
        self.end.setAutoDefault(False)
        self.end.clicked.connect(self.reject)
        self.begin = button(self.tr("Exchange"), "primary", self)
        self.begin.setDefault(True)
        self.begin.clicked.connect(self.start)
        self._arrange()

    def start(self) -> None:
        """Do it, once more where it was done."""
        if self.is_busy:
            return
        key = self.key.text().strip()
        self.outcome.hide()
        self.begin.setEnabled(False)
        self.end.setText(self.tr("Stop"))
        self.work(
            lambda progress: self._exchange(key, progress),
            lambda report: self._show_report(report, key),
            self._show_failure,
            lambda: self._finish(
                self.tr("Stopped. What was done by then is done, and the rest comes the next time.")
            ),
        )

    def _show_report(self, report: "ExchangeReport", key: str) -> None:
        self.keyAccepted.emit(key)
        lines = [
            words
            for number, words in (
                (report.taken, self.tr("%n review(s) came from Anki", None, report.taken)),
                (report.given, self.tr("%n review(s) went to Anki", None, report.given)),
                (report.added, self.tr("%n note(s) are new in Anki", None, report.added)),
                (report.updated, self.tr("%n note(s) were updated in Anki", None, report.updated)),
                (report.moved, self.tr("%n card(s) were put into their deck", None, report.moved)),
            )
            if number
        ] or [self.tr("Both have the same: there was nothing to exchange.")]
        for keys, words in (
            (report.left, self.tr("Left alone, for they were changed in Anki: {notes}")),
            (report.conflicting, self.tr("Left alone, for they have another note type in Anki: {notes}")),
            (report.deleted, self.tr("Deleted in Anki, and not sent again: {notes}")),
            (report.unconfirmed, self.tr("Anki has not what it was sent: {notes}")),
        ):
            if keys:
                more = " …" if len(keys) > _NAMED else ""
                lines += ["", words.format(notes=", ".join(keys[:_NAMED]) + more)]
        if report.postponed:
            words = self.tr(
                "%n card(s) wait for the next time: they are in a filtered deck, or were just rated in Anki.",
                None,
                report.postponed,
            )
            lines += ["", words]
        self._finish("\n".join(lines), calmly=not report.unconfirmed)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, AnkiTrouble):
            self._finish(QCoreApplication.translate("Anki", error.trouble.value).format(reason=error.reason))
            if error.trouble is Trouble.KEY:
                self.key.show()
                self.key.setFocus()
        elif isinstance(error, UnreadablePackage):
            self._finish(self.tr("What Anki has can't be read: {reason}").format(reason=error))
        elif isinstance(error, StoreError):
            self._finish(formatting.store_error(error))
        elif isinstance(error, OSError):
            self._finish(formatting.system_error(error))
        else:
            self._finish(
                self.tr("The exchange failed by a fault of StudyApp; it can be repeated without harm.")
            )
            raise error

    def _finish(self, words: str, *, calmly: bool = False) -> None:
        say(self.outcome, words, calmly=calmly)
        self.begin.setEnabled(True)
        self.begin.setText(self.tr("Exchange again"))
        self.end.setText(self.tr("Close"))
        self.end.setFocus()
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
        self.changed.emit()

    def _arrange(self) -> None:
        about = self.tr(
            "Reviews made in Anki come here. Notes that are new or changed, and reviews made here, go to Anki. "
            "Anki must be open on this machine, with its add-on AnkiConnect."
        )
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.end)
        row.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "dialogTitle", self, wraps=True))
        column.addWidget(label(about, "soft", self, wraps=True))
        column.addWidget(self.progress)
        column.addWidget(self.outcome)
        column.addWidget(self.key)
        column.addStretch()
        column.addLayout(row)
