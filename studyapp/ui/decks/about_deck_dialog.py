"""The dialog that tells what a deck is about, where it comes from, and where its file is."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QGridLayout, QWidget

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.counts.collection_totals import CollectionTotals
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.widgets import create_label

_ZERO_WIDTH_SPACE = "\u200b"


class AboutDeckDialog(ScrollingDialog):
    """Shows the description, the source, the size and the file of a deck. `open_file` is called to open the file."""

    def __init__(
        self,
        metadata: DeckMetadata,
        path: Path,
        totals: CollectionTotals,
        languages: CardLanguages,
        open_file: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this deck"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = " · ".join(text for _, text in metadata.title.versions_for(languages))
        column = self.column
        column.addWidget(create_label(title, "dialogTitle", self, has_word_wrap=True))
        for description in self._describe(metadata, languages):
            label = create_label(description, "description", self, has_word_wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addLayout(self._build_facts(self._list_facts(metadata, path, totals), self))
        column.addStretch(1)
        self._add_buttons(metadata.source.link, open_file)

    @staticmethod
    def _describe(metadata: DeckMetadata, languages: CardLanguages) -> list[str]:
        """Return the versions of the description as plain text."""
        if metadata.description is None:
            return []
        return [
            html_to_text(render_markdown(text)) for _, text in metadata.description.versions_for(languages)
        ]

    def _list_facts(
        self, metadata: DeckMetadata, path: Path, totals: CollectionTotals
    ) -> list[tuple[str, str]]:
        """Return names and values of what is known about the deck."""
        source = metadata.source
        facts = [
            (self.tr("Source"), source.title),
            (self.tr("Author"), source.author),
            (self.tr("Date"), source.date),
            (self.tr("Link"), source.link),
            (self.tr("Notes"), str(totals.notes)),
            (self.tr("Cards"), str(totals.cards)),
            (self.tr("New"), str(totals.new)),
            (self.tr("File"), str(path)),
        ]
        return [(name, value) for name, value in facts if value]

    @staticmethod
    def _build_facts(facts: list[tuple[str, str]], parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            # Paths and links have no spaces at which they could wrap.
            breakable = re.sub(r"([/\\_.-])", rf"\1{_ZERO_WIDTH_SPACE}", value)
            grid.addWidget(create_label(name, "soft", parent), row, 0, Qt.AlignmentFlag.AlignTop)
            value_label = create_label(breakable, "fact", parent, has_word_wrap=True)
            value_label.setAccessibleName(f"{name}: {value}")
            grid.addWidget(value_label, row, 1)
        return grid

    def _add_buttons(self, link: str, open_file: Callable[[], object]) -> None:
        self.open_link_button = self.add_button(self.tr("Open link"))
        self.open_link_button.clicked.connect(lambda: modal_dialogs.open_link(self, QUrl(link)))
        self.open_link_button.setVisible(bool(link))
        self.open_file_button = self.add_button(self.tr("Open deck file"))
        self.open_file_button.clicked.connect(lambda: open_file())
        self.close_button = self.add_button(self.tr("Close"), "primary", is_default=True)
        self.close_button.clicked.connect(self.close)
        self.close_button.setFocus()
