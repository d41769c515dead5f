"""The list of the cards that were forgotten most often."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.leeches import LapseEstimate
from studyapp.core.statistics.report import ForgottenCard
from studyapp.ui.statistics.forgotten_panel import ForgottenPanel
from studyapp.ui.statistics.table_dialog import TableDialog

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

CARDS = [CardId("d", f"n{number}", 0) for number in range(12)]


def texts_of(row: QWidget) -> str:
    return " | ".join(label.text().replace("\u00a0", " ") for label in row.findChildren(QLabel))


def test_leeches_are_marked_and_counted(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = ForgottenPanel(parent)
    panel.show_cards(
        [
            ForgottenCard(CARDS[0], 9, LapseEstimate(9, 1.5, 0.00001)),
            ForgottenCard(CARDS[1], 4, LapseEstimate(4, 12.4, 0.2)),
            ForgottenCard(CARDS[2], 3, None),
            ForgottenCard(CARDS[3], 3, None),
        ],
        {card: f"Question {card.note_id}" for card in CARDS[:3]},
    )
    first, second, third = (texts_of(row).replace("(s)", "s") for row in panel.row_widgets)
    assert first == "Question n0 | ⚠ Leech · 9 lapses, about 1.5 expected"
    assert second == "Question n1 | 4 lapses, about 12 expected"
    assert third == "Question n2 | 3 lapses"
    assert panel.sentence_label.text().startswith("3 card")
    assert "1 leech" in panel.sentence_label.text()


def test_the_probability_of_the_lapses_is_in_the_tooltip_and_heard(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = ForgottenPanel(parent)
    cards = [ForgottenCard(CARDS[0], 9, LapseEstimate(9, 1.5, 0.00001)), ForgottenCard(CARDS[1], 3, None)]
    panel.show_cards(cards, dict.fromkeys(CARDS, "A question"))
    details = [row.findChildren(QLabel)[1] for row in panel.row_widgets]
    assert [one.toolTip() for one in details] == ["Chance of so many lapses: under 0.1%", ""]
    heard = [row.findChildren(QPushButton)[0].accessibleDescription() for row in panel.row_widgets]
    assert heard == [f"{details[0].text()}, {details[0].toolTip()}", details[1].text()]


def test_the_table_has_a_column_with_what_was_expected(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = ForgottenPanel(parent)
    panel.show_cards([], {})
    assert not panel.table_button.isVisibleTo(parent)
    cards = [ForgottenCard(CARDS[0], 9, LapseEstimate(9, 1.46, 0.00001)), ForgottenCard(CARDS[1], 3, None)]
    panel.show_cards(cards, dict.fromkeys(CARDS, "A question"))
    panel.table_button.click()
    (dialog,) = panel.findChildren(TableDialog)
    model = dialog.table.model()
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headings == ["Card", "Lapses", "Expected lapses", "Probability of so many", "Leech"]
    rows = [[model.index(row, column).data() for column in range(5)] for row in range(2)]
    assert rows == [["A question", "9", "1.5", "under 0.1%", "yes"], ["A question", "3", "", "", ""]]
    dialog.close()


def test_buttons_stand_below_the_texts_of_a_narrow_panel(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = ForgottenPanel(parent)
    parent.show()
    panel.show_cards([ForgottenCard(CARDS[0], 3, None)], {CARDS[0]: "A question"})
    for width, is_below in ((300, True), (700, False)):
        panel.setGeometry(0, 0, width, 400)
        QApplication.processEvents()
        (row,) = panel.row_widgets
        label, button = row.findChildren(QLabel)[0], row.findChildren(QPushButton)[0]
        assert (button.geometry().top() > label.geometry().bottom()) is is_below


def test_further_cards_are_shown_on_request(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = ForgottenPanel(parent)
    edited: list[str] = []
    compared: list[CardId] = []
    panel.editRequested.connect(edited.append)
    panel.similarCardsRequested.connect(compared.append)
    panel.show_cards([ForgottenCard(card, 3, None) for card in CARDS], dict.fromkeys(CARDS, "A question"))
    assert len(panel.row_widgets) == 8
    panel.more_button.click()
    assert len(panel.row_widgets) == 12
    assert not panel.more_button.isVisibleTo(parent)
    edit_button, similar_button = panel.row_widgets[-1].findChildren(QPushButton)
    edit_button.click()
    similar_button.click()
    assert edited == ["d/n11"]
    assert compared == [CARDS[11]]
    assert similar_button.accessibleName() == "Similar cards: A question"
