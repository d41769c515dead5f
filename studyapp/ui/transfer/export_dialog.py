"""The export dialog: which decks, in which languages, to which file; then what to do in Anki."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp import paths
from studyapp.core.progress_callback import Progress
from studyapp.core.text.localized_text import SAME_ON_BOTH_SIDES, LanguageChoice
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.export_request import (
    ENDINGS,
    PACKAGE,
    WHOLE_COLLECTION,
    ExportRequest,
    ExportScope,
)
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.background_task_dialog import BackgroundDialog
from studyapp.ui.kit.checkable_list import TickList
from studyapp.ui.kit.widgets import button, label, say

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import Preflight
    from studyapp.anki.writing.package import PackageReport

_DECK = Qt.ItemDataRole.UserRole


class ExportDialog(BackgroundDialog):
    """`export(request, progress)` writes the file and returns its report; it runs in the background and may be
    stopped. `preview` tells what Anki would do with it."""

    exchangeWanted = Signal(ExportScope)

    def __init__(
        self,
        library: Library,
        choice: LanguageChoice,
        folder: Path,
        export: "Callable[[ExportRequest, Progress], PackageReport]",
        preview: "Callable[[ExportScope, Path | None, Progress], Preflight]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._export, self._preview = export, preview
        self._agreed: set[Path] = set()
        self.setWindowTitle(self.tr("Export to Anki"))
        self.setMinimumWidth(560)
        self._build(folder)
        self._fill(library, choice)

    def chosen_decks(self) -> tuple[str, ...]:
        """The decks ticked."""
        items = (self.decks.item(row) for row in range(self.decks.count()))
        return tuple(item.data(_DECK) for item in items if item.checkState() is Qt.CheckState.Checked)

    def chosen_language(self) -> LanguageChoice:
        """The languages chosen for the cards."""
        return LanguageChoice(self.language.currentData())

    def show_preview(self) -> None:
        """Say what Anki would do with the package."""
        from studyapp.ui.transfer.export_preview_dialog import PreviewDialog  # few exports ask for it

        scope = ExportScope(self.chosen_decks(), self.chosen_language(), self.with_progress.isChecked())
        PreviewDialog(
            lambda anki, progress: self._preview(scope, anki, progress), paths.anki_collections(), self
        ).open()

    def exchange(self) -> None:
        """With a running Anki, and not with a file."""
        if self.chosen_decks() and not self.is_busy:
            scope = ExportScope(self.chosen_decks(), self.chosen_language(), with_progress=True)
            self.accept()
            self.exchangeWanted.emit(scope)

    def start(self) -> None:
        """Write the package."""
        if not self.chosen_decks() or not self.target.text().strip() or self.is_busy:
            return
        target = _package(_path(self.target.text()))
        self.target.setText(str(target))
        if target.exists() and target not in self._agreed and not modal_dialogs.may_overwrite(self, target):
            return
        self._agreed.add(target)
        with_progress = self.with_progress.isChecked()
        request = ExportRequest(self.chosen_decks(), self.chosen_language(), target, with_progress)
        self.outcome.hide()
        self.folder.hide()
        self._set_busy(True)
        self.work(
            lambda progress: self._export(request, progress),
            lambda report: self._show_report(report, target),
            self._show_failure,
            lambda: self._end(self.tr("Stopped. Nothing was written.")),
        )

    def _show_report(self, report: "PackageReport", target: Path) -> None:
        lines = [
            self.tr("{notes} with {cards} written to").format(
                notes=self.tr("%n note(s)", None, report.notes),
                cards=self.tr("%n card(s)", None, report.cards),
            ),
            str(target),
            "",
            self._what_next(report, target),
        ]
        for note, name in report.missing_media[:5]:
            lines.append(
                self.tr("The picture {name} of the note {note} is missing.").format(name=name, note=note)
            )
        for card in report.left_out[:5]:
            words = self.tr("The card {card} was left out: Anki has no blank of this number.")
            lines.append(words.format(card=card))
        self._end("\n".join(lines), calmly=not report.left_out)
        self.folder.show()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus()

    def _what_next(self, report: "PackageReport", target: Path) -> str:
        if target.suffix == WHOLE_COLLECTION:
            return self.tr(
                "In Anki this file takes the place of the whole collection: all that is there goes."
            )
        if target.suffix != PACKAGE:
            return ""
        if report.reviews:
            return self.tr(
                "In Anki choose File › Import, pick this file, and tick “Import any learning progress” and “Import any deck presets”. "
                "Cards that Anki has already keep the progress they have there."
            )
        return self.tr(
            "In Anki choose File › Import and pick this file. Importing a newer export later updates your notes and keeps your progress."
        )

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, StoreError):
            self._end(formatting.store_error(error))
        elif isinstance(error, OSError):
            reason = error.strerror or str(error)
            self._end(
                self.tr("{file} could not be written: {reason}. Choose another place.").format(
                    file=self.target.text(), reason=reason
                )
            )
        else:
            self._end(self.tr("The export failed by a fault of StudyApp; nothing was written."))
            raise error

    def _end(self, words: str, *, calmly: bool = False) -> None:
        say(self.outcome, words, calmly=calmly)
        self._set_busy(False)
        # A dialog does not grow by itself for words that wrap.
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.decks, self.language, self.with_progress, self.target, self.browse, self.write):
            widget.setEnabled(not busy)
        self.cancel.setText(self.tr("Stop") if busy else self.tr("Cancel"))

    def _choose_target(self) -> None:
        chosen = modal_dialogs.ask_where_to_save(self, Path(self.target.text()))
        if chosen is not None:
            self._agreed.add(_package(chosen))  # the dialog of the system has asked
            self.target.setText(str(_package(chosen)))

    def _fill(self, library: Library, choice: LanguageChoice) -> None:
        for deck in library.decks:
            title = " · ".join(words for _, words in deck.head.title.shown_in(choice))
            item = QListWidgetItem(title, self.decks)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_DECK, deck.head.id)
        self.decks.setFixedHeight(min(240, 20 + 36 * max(2, self.decks.count())))
        self.language.setCurrentIndex(self.language.findData(choice.together.value))

    def _build(self, folder: Path) -> None:
        self.decks = TickList(self)
        self.decks.setAccessibleName(self.tr("Decks to export"))
        self.decks.setWordWrap(True)
        self.decks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.language = QComboBox(self)
        for choice in SAME_ON_BOTH_SIDES:
            self.language.addItem(formatting.languages(choice), choice.value)
        self.language.setAccessibleName(self.tr("Languages of the cards"))
        self.with_progress = QCheckBox(self.tr("With my progress: reviews, and where each card stands"), self)
        self.target = QLineEdit(str(folder / "StudyApp.apkg"), self)
        self.target.setAccessibleName(self.tr("File"))
        self.browse = button(self.tr("Choose…"), "secondary", self)
        self.browse.clicked.connect(self._choose_target)
        self.outcome = label("", "banner", self, wraps=True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        self.folder = button(self.tr("Open the folder"), "secondary", self)
        self.folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(_path(self.target.text()).parent)))
        )
        self.folder.hide()
        self.ask = button(self.tr("What Anki will do…"), "secondary", self)
        self.ask.setAutoDefault(False)
        self.ask.clicked.connect(self.show_preview)
        self.running = button(self.tr("With a running Anki…"), "secondary", self)
        self.running.setAutoDefault(False)
        self.running.clicked.connect(self.exchange)
        self.cancel = button(self.tr("Cancel"), "secondary", self)
        self.cancel.clicked.connect(self.reject)
        self.write = button(self.tr("Export"), "primary", self)
        self.write.setDefault(True)
        self.write.clicked.connect(self.start)
        self._arrange()

    def _arrange(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.target, 1)
        place.addWidget(self.browse)
        otherwise = QHBoxLayout()
        otherwise.addWidget(self.ask)
        otherwise.addWidget(self.running)
        otherwise.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(8)
        for words, widget in (
            (self.tr("Decks"), self.decks),
            (self.tr("Languages of the cards"), self.language),
        ):
            column.addWidget(label(words, "furniture", self))
            column.addWidget(widget)
            column.addSpacing(8)
        column.addWidget(self.with_progress)
        column.addSpacing(8)
        column.addWidget(label(self.tr("File"), "furniture", self))
        column.addLayout(place)
        column.addSpacing(8)
        column.addLayout(otherwise)
        column.addSpacing(8)
        column.addWidget(self.progress)
        column.addWidget(self.outcome)
        column.addSpacing(8)
        column.addLayout(buttons)


def _path(words: str) -> Path:
    """The path that was typed; `~` is the person's own folder."""
    try:
        return Path(words).expanduser()
    except RuntimeError:  # the `~name` of nobody
        return Path(words)


def _package(path: Path) -> Path:
    """The path with the ending of a form, a package's if it has none; a folder gets a file in it."""
    if path.is_dir():
        return path / "StudyApp.apkg"
    return path if path.suffix in ENDINGS else path.with_name(f"{path.name}{PACKAGE}")
