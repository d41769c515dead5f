"""The dialog that tells what a deck is about, where it comes from, and where its file is."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.rendering.markdown_rendering import html_to_text, render_markdown
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.notes import CollectionTotals
from studyapp.ui.kit import modal_dialogs, theme
from studyapp.ui.kit.widgets import create_button, create_label

_ZERO_WIDTH_SPACE = "\u200b"


class AboutDeckDialog(QDialog):
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
        content = QWidget()
        content.setObjectName("column")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(create_label(title, "dialogTitle", content, has_word_wrap=True))
        for description in self._describe(metadata, languages):
            label = create_label(description, "description", content, has_word_wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addLayout(self._build_facts(self._list_facts(metadata, path, totals), content))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())  # it takes the focus, so that keys can scroll
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        outer.addWidget(area, 1)
        outer.addLayout(self._build_buttons(metadata.source.link, open_file))
        width = theme.scale_pixels(520)
        height = content.heightForWidth(width - 48) + theme.scale_pixels(110)
        self.resize(min(width, self.screen().availableSize().width()), min(height, parent.height()))

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
            breakable = value.replace(os.sep, os.sep + _ZERO_WIDTH_SPACE)
            grid.addWidget(create_label(name, "soft", parent), row, 0, Qt.AlignmentFlag.AlignTop)
            value_label = create_label(breakable, "fact", parent, has_word_wrap=True)
            value_label.setAccessibleName(f"{name}: {value}")
            grid.addWidget(value_label, row, 1)
        return grid

    def _build_buttons(self, link: str, open_file: Callable[[], object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.open_link_button = create_button(self.tr("Open link"), "secondary", self)
        self.open_link_button.clicked.connect(lambda: modal_dialogs.open_link(self, QUrl(link)))
        self.open_link_button.setVisible(bool(link))
        self.open_file_button = create_button(self.tr("Open deck file"), "secondary", self)
        self.open_file_button.clicked.connect(lambda: open_file())
        self.close_button = create_button(self.tr("Close"), "primary", self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        self.close_button.setFocus()
        for button in (self.open_link_button, self.open_file_button, self.close_button):
            row.addWidget(button)
        return row
