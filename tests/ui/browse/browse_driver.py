"""Opens the browse page of the app under test, searches by keyboard, and reads what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Schedule
from studyapp.store import schedules
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.browse_page import BrowsePage
from tests.ui.app_driver import text_of
from tests.ui.page_driver import PageDriver


class BrowseDriver(PageDriver[BrowsePage]):
    """The browse page with its found cards."""

    key = Qt.Key.Key_B
    modifier = Qt.KeyboardModifier.NoModifier

    @property
    def page(self) -> BrowsePage:
        return self.app.window.browse_page

    def type_query(self, text: str) -> None:
        """Replace the query in the field, key by key."""
        self.page.focus_search()
        QTest.keyClicks(self.page.field, text)
        self.wait()

    @property
    def questions(self) -> list[str]:
        """The questions in the table, from top to bottom."""
        return self.texts(CardColumn.QUESTION)

    def texts(self, column: CardColumn) -> list[str]:
        model = self.page.model
        return [model.text_at(row, column) for row in range(model.rowCount())]

    @property
    def notes(self) -> list[str]:
        """The ids of the notes in the table."""
        return [card.note_id for card in self.page.model.cards]

    def select(self, *rows: int) -> None:
        """Select these rows, as clicks with Ctrl would. The last one is the current one."""
        table = self.page.table
        table.setFocus()
        for number, row in enumerate(rows):
            modifier = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(
                table.viewport(),
                Qt.MouseButton.LeftButton,
                modifier,
                table.visualRect(self.page.model.index(row, 1)).center(),
            )
        self.app.process_events()

    def schedule(self, note: str, ordinal: int = 1, deck: str = "d") -> Schedule:
        with self.app.collection.read_transaction() as connection:
            return schedules.load(connection, CardId(deck, note, ordinal))

    @property
    def message(self) -> str:
        """The message on the page; empty if there is none."""
        bar = self.page.view.notice_bar
        return text_of(bar.banner) if bar.isVisible() else ""
