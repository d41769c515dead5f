"""Opens the browse page of the app under test, searches by keyboard, and reads what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Schedule
from studyapp.store import schedules
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.browse_page import BrowsePage
from tests.ui.app_driver import AppDriver, Note, basic_note, text_of


class BrowseDriver:
    """The browse page with its found cards."""

    def __init__(self, app: AppDriver) -> None:
        self.app = app

    @property
    def page(self) -> BrowsePage:
        return self.app.window.browse_page

    def open(self, *notes: Note) -> BrowsePage:
        """Open the page over a deck with these notes, or three basic ones, by its key."""
        self.app.write_deck(*(notes or [basic_note(name) for name in ("a", "b", "c")]))
        return self.open_window()

    def open_window(self) -> BrowsePage:
        self.app.open_window()
        self.app.window.resize(1366, 768)
        self.app.press(Qt.Key.Key_B)
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until the newest search and all actions have ended, and their results are shown."""
        self.app.wait_until(lambda: not self.page._typing_timer.isActive())
        self.app.wait_until_idle()
        self.app.process_events()
        self.app.wait_until(lambda: not self.page._mistake_timer.isActive())

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
